using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AllianceBot.Channels.Teams.Tests.Fakes;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>A bot that trusts a platform of its own, and tokens of that platform to come with.</summary>
public abstract class TokenTests : HostTests
{
    protected const string ServiceUrl = "https://smba.trafficmanager.net/amer/";

    protected FakeTime Time { get; } = new();

    protected FakePlatform Platform { get; private set; } = null!;

    protected TestBot Bot { get; private set; } = null!;

    protected override async ValueTask BeginAsync()
    {
        Platform = await FakePlatform.StartAsync();
        Bot = await StartBotAsync(Platform.Settings(), time: Time);

        // The loop that reads the keys has read them and waits for the next time.
        await UntilAsync(() => Bot.Lines.Any(line => line.Contains("keys were read", StringComparison.Ordinal)) && Time.Waiting == 1);
    }

    protected override async ValueTask EndAsync()
    {
        await Bot.DisposeAsync();
        await Platform.DisposeAsync();
    }

    protected static JsonObject Message()
    {
        // What nobody needs to look up on the roster: an account without an object id.
        var message = Inbound.Message(ServiceUrl, "help");
        message["from"]!.AsObject().Remove("aadObjectId");
        return message;
    }

    protected string Mint(Action<JsonObject, JsonObject>? bend = null) => Platform.Mint(ServiceUrl, bend, now: Time.GetUtcNow());

    protected Task AssertAsync(HttpStatusCode status, string token, Action<JsonObject>? change = null) =>
        AssertHeaderAsync(status, "Bearer {0}", token, change);

    protected async Task AssertHeaderAsync(HttpStatusCode status, string form, string token, Action<JsonObject>? change = null)
    {
        var message = Message();
        change?.Invoke(message);
        var header = form.Replace("{0}", token, StringComparison.Ordinal);
        using var response = await Bot.PostAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), header);
        Assert.Equal(status, response.StatusCode);
    }

    protected static async Task UntilAsync(Func<bool> done)
    {
        for (var tries = 0; tries < 500 && !done(); tries++) await Task.Delay(10);
        Assert.True(done());
    }
}
