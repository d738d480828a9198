using AllianceBot.Channels.Teams.Tests.Fakes;
using AllianceBot.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>Tests that hold whoever speaks the protocol: they run natively, and once more under the SDK where it was built.</summary>
public abstract class HostTests : IAsyncLifetime
{
    /// <summary>How the channel is added when it does not speak for itself.</summary>
    protected virtual Action<IServiceCollection, TeamsSettings>? Host => null;

    public ValueTask InitializeAsync() => BeginAsync();

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual ValueTask BeginAsync() => default;

    protected virtual ValueTask EndAsync() => default;

    protected Task<TestBot> StartBotAsync(
        TeamsSettings settings, Func<Ask, Answer>? answers = null, TimeProvider? time = null, IChannelMemory? memory = null, bool checksLogin = false) =>
        TestBot.StartAsync(settings, answers, time, memory, checksLogin, Host);

    protected async Task<FakeConnector> StartConnectorAsync(TimeProvider? time = null)
    {
        var connector = await FakeConnector.StartAsync(time);
        connector.IsOfTheSdk = Host is not null;
        return connector;
    }
}
