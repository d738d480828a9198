using System.Text;
using System.Text.Json;
using AllianceBot.Channels.BotBuilder;
using AllianceBot.Channels.Teams.Tests.Fakes;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>What the SDK does on the way out reaches the same connector, and its faults mean the same.</summary>
public sealed class SdkTests : IAsyncLifetime
{
    private static readonly byte[] Card = Encoding.UTF8.GetBytes("""{"type":"AdaptiveCard","version":"1.5","body":[]}""");
    private FakeConnector connector = null!;
    private TestBot bot = null!;

    private Address Alice => new(Asks.Channel, connector.ServiceUrl, Inbound.Personal, Inbound.Alice, Inbound.Bot, Inbound.Tenant, PlaceKind.Personal);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        connector.IsOfTheSdk = true;
        bot = await TestBot.StartAsync(
            new() { AllowAnonymous = true, IsDevelopment = true }, _ => new(Card, "", "Here it is"),
            host: static (services, settings) => services.AddBotBuilderChannel(settings));
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Fact]
    public async Task A_notice_is_posted_and_changed_in_its_place()
    {
        var sent = await bot.Channel.SendAsync(Alice, new(Card, "", "A check-in"), Ct);
        Assert.Equal(SendFate.Done, sent.Fate);
        var changed = await bot.Channel.UpdateAsync(Alice, sent.MessageId, new(default, "Done.", ""), Ct);
        Assert.Equal((SendFate.Done, sent.MessageId), (changed.Fate, changed.MessageId));
        var message = Assert.Single(connector.Messages);
        Assert.Equal((sent.MessageId, 2, "Done."), (message.Id, message.Version, message.Json["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_person_in_a_place_is_reached_privately_and_the_roster_is_read_page_by_page()
    {
        var reached = await bot.Channel.ReachAsync(Alice with { Conversation = "19:team@thread.tacv2", Kind = PlaceKind.Channel }, Ct);
        Assert.Equal((PlaceKind.Personal, "a:11alice"), (reached.Address?.Kind, reached.Address?.Conversation));
        for (var i = 0; i < 3; i++) connector.AddMember("19:team@thread.tacv2", $"29:{i}", $"object-{i}", Inbound.Tenant);
        var place = Alice with { Conversation = "19:team@thread.tacv2", Kind = PlaceKind.Channel };
        var first = await bot.Channel.MembersAsync(place, "", Ct);
        var second = await bot.Channel.MembersAsync(place, first.Next, Ct);
        Assert.Equal(["29:0", "29:1", "29:2"], first.Members.Concat(second.Members).Select(it => it.Where.User));
        Assert.Equal((Inbound.Tenant, "object-0"), (first.Members[0].Who.Tenant, first.Members[0].Who.User));
        Assert.Equal("", second.Next);
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster", SendFate.Unreachable)]
    [InlineData(404, "ConversationNotFound", SendFate.Unreachable)]
    [InlineData(429, "Throttled", SendFate.Throttled)]
    [InlineData(413, "MessageSizeTooBig", SendFate.Rejected)]
    [InlineData(502, "", SendFate.Unknown)]
    public async Task What_the_connector_answers_means_the_same_as_natively(int status, string code, SendFate fate)
    {
        connector.Next("send", new(status, JsonSerializer.Serialize(new { error = new { code, message = "no" } }), status == 429 ? 7 : null));
        var sending = await bot.Channel.SendAsync(Alice, new(Card, "", "x"), Ct);
        Assert.Equal(fate, sending.Fate);
        if (status == 429) Assert.Equal(7, sending.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task A_body_that_only_the_SDK_cannot_read_is_a_bad_request()
    {
        var message = Inbound.Message(connector.ServiceUrl, "help");
        message["timestamp"] = "soon";
        using var response = await bot.PostAsync(message.ToJsonString());
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(bot.Conversation.Asks);
    }

    [Fact]
    public void The_SDKs_own_keys_are_taken_for_ours()
    {
        var given = new Microsoft.Extensions.Configuration.ConfigurationManager
        {
            ["MicrosoftAppType"] = "UserAssignedMSI",
            ["MicrosoftAppId"] = "00000000-0000-0000-0000-000000000001",
            ["MicrosoftAppTenantId"] = "00000000-0000-0000-0000-000000000002",
        };
        var ours = SdkKeys.ToOurs(given);
        Assert.Equal("ManagedIdentity", ours["Teams:AppType"]);
        Assert.Equal("00000000-0000-0000-0000-000000000001", ours["Teams:AppId"]);
        Assert.Equal("00000000-0000-0000-0000-000000000002", ours["Teams:TenantId"]);
    }
}
