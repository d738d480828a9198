using System.Text.Json;
using AllianceBot.Channels.BotBuilder;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>What the channel does natively it does under the SDK too: the same tests, with the SDK as their host.</summary>
internal static class Sdk
{
    public static Action<IServiceCollection, TeamsSettings> Host { get; } = static (services, settings) => services.AddBotBuilderParts(settings);
}

public sealed class SdkEndpointTests : EndpointTests
{
    protected override Action<IServiceCollection, TeamsSettings>? Host => Sdk.Host;
}

public sealed class SdkMessageActionTests : MessageActionTests
{
    protected override Action<IServiceCollection, TeamsSettings>? Host => Sdk.Host;
}

public sealed class SdkInboundTokenTests : InboundTokenTests
{
    protected override Action<IServiceCollection, TeamsSettings>? Host => Sdk.Host;
}

public sealed class SdkAccountTests : AccountTests
{
    protected override Action<IServiceCollection, TeamsSettings>? Host => Sdk.Host;
}

public sealed class SdkTokenCheckTests : TokenCheckTests
{
    protected override Action<IServiceCollection, TeamsSettings>? Host => Sdk.Host;
}

public sealed class SdkRosterTests : RosterTests
{
    protected override Action<IServiceCollection, TeamsSettings>? Host => Sdk.Host;
}

public sealed class SdkSampleTests : SampleTests
{
    protected override Action<IServiceCollection, TeamsSettings>? Host => Sdk.Host;
}

public sealed class SdkHostileBodyTests : HostileBodyTests
{
    protected override Action<IServiceCollection, TeamsSettings>? Host => Sdk.Host;
}

public sealed class SdkOutboundTests : OutboundTests
{
    private static readonly string[] Ours = ["type", "text", "textFormat", "summary", "attachments"];

    protected override Action<IServiceCollection, TeamsSettings>? Host => Sdk.Host;

    /// <summary>The SDK repeats the conversation in every message; the platform overlooks it.</summary>
    protected override string Said(string body)
    {
        using var json = JsonDocument.Parse(body);
        var ours = from name in Ours where json.RootElement.TryGetProperty(name, out _) select $"\"{name}\":{json.RootElement.GetProperty(name).GetRawText()}";
        return $"{{{string.Join(',', ours)}}}";
    }
}

public sealed class SdkOutboundTokenTests : OutboundTokenTests
{
    protected override Action<IServiceCollection, TeamsSettings>? Host => Sdk.Host;
}

public sealed class SdkPressTests : PressTests
{
    protected override Action<IServiceCollection, TeamsSettings>? Host => Sdk.Host;
}

public sealed class SdkBearerTokenTests : BearerTokenTests
{
    protected override Action<IServiceCollection, TeamsSettings>? Host => Sdk.Host;
}
