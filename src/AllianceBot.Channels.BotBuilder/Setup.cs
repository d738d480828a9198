using AllianceBot.Channels.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AllianceBot.Channels.BotBuilder;

/// <summary>Wires the channel under the SDK into a host; it is mapped as the native one is.</summary>
public static class Setup
{
    /// <summary>Adds the channel, as the native one is added.</summary>
    public static IServiceCollection AddBotBuilderChannel(this IServiceCollection services, TeamsSettings settings) =>
        services.AddBotBuilderParts(settings).AddTokenCheck();

    /// <summary>The channel without its first look at the login.</summary>
    internal static IServiceCollection AddBotBuilderParts(this IServiceCollection services, TeamsSettings settings) =>
        services.AddTeamsParts(settings, (all, parts) => SdkHost.Of(
            settings, parts, all.GetRequiredService<ILoggerFactory>().CreateLogger("AllianceBot.Channels.BotBuilder")));
}
