using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AllianceBot.Channels.BotBuilder;
using AllianceBot.Channels.Teams.Tests.Fakes;
using AllianceBot.Engine;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>The same channel under the SDK: what comes in is read alike, what goes out reaches the same connector.</summary>
public sealed class SdkTests : IAsyncLifetime
{
    private static readonly byte[] Card = Encoding.UTF8.GetBytes("""{"type":"AdaptiveCard","version":"1.5","body":[]}""");
    private static readonly JsonSerializerOptions Fields = new() { IncludeFields = true, WriteIndented = true };
    private FakeConnector connector = null!;
    private TestBot bot = null!;

    public static TheoryData<string> Recorded { get; } =
        [.. Samples.Names];

    private Address Alice => new(Asks.Channel, connector.ServiceUrl, Inbound.Personal, Inbound.Alice, Inbound.Bot, Inbound.Tenant, PlaceKind.Personal);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        connector.IsOfTheSdk = true;
        bot = await TestBot.StartAsync(
            new() { AllowAnonymous = true, IsDevelopment = true }, _ => new(Card, "", "Here it is"),
            host: static (services, settings) =>
            {
                services.AddBotBuilderChannel(settings);
                return static app => app.MapBotBuilder();
            });
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public void What_the_SDK_read_is_what_the_channels_own_reader_reads(string sample)
    {
        // Values below a field are kept as they are written; the SDK writes them anew, without spaces.
        var json = JsonNode.Parse(Samples.Inbound(sample))!.ToJsonString();
        var ours = IncomingReader.Read(Encoding.UTF8.GetBytes(json));
        var theirs = SdkReader.Read(JsonConvert.DeserializeObject<Activity>(json)!);
        Assert.Equal(JsonSerializer.Serialize(ours, Fields), JsonSerializer.Serialize(theirs, Fields));
    }

    [Fact]
    public async Task Typed_words_are_answered_by_a_message_after_the_turn()
    {
        using var response = await bot.PostAsync(Inbound.Message(connector.ServiceUrl, "help").ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var posted = Assert.Single(await connector.PostedAsync(1));
        Assert.Equal("Here it is", posted.Json["summary"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Card), posted.Json["attachments"]![0]!["content"]));
        Assert.Equal(new Typed("help"), Assert.Single(bot.Conversation.Asks).What);
    }

    [Fact]
    public async Task H3_A_button_is_answered_with_its_card_in_the_turn_itself()
    {
        using var response = await bot.PostAsync(Inbound.Execute(connector.ServiceUrl, "save", []).ToJsonString());
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.5","body":[]}}"""),
            await response.JsonAsync()));
        Assert.Empty(connector.CallsOf("send"));
        Assert.Equal("save", Assert.IsType<Pressed>(Assert.Single(bot.Conversation.Asks).What).Verb);
    }

    [Fact]
    public async Task A_malformed_press_gets_the_platforms_error_form_and_an_unknown_invoke_501()
    {
        var press = Inbound.Execute(connector.ServiceUrl, "save", []);
        press["value"] = new JsonObject();
        using var malformed = await bot.PostAsync(press.ToJsonString());
        Assert.Equal("BadRequest", (await malformed.JsonAsync())["value"]!["code"]!.GetValue<string>());
        press["name"] = "nobody/knows";
        using var unknown = await bot.PostAsync(press.ToJsonString());
        Assert.Equal(HttpStatusCode.NotImplemented, unknown.StatusCode);
        Assert.Empty(bot.Conversation.Asks);
    }

    [Fact]
    public async Task What_is_not_served_is_refused_and_what_was_not_done_may_come_again()
    {
        var elsewhere = Inbound.Message(connector.ServiceUrl, "help");
        elsewhere["channelId"] = "webchat";
        using var channel = await bot.PostAsync(elsewhere.ToJsonString());
        Assert.Equal(HttpStatusCode.Forbidden, channel.StatusCode);
        using var host = await bot.PostAsync(Inbound.Message("https://example.org/amer/", "help").ToJsonString());
        Assert.Equal(HttpStatusCode.Forbidden, host.StatusCode);
        using var broken = await bot.PostAsync("{");
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        bot.Conversation.Answers = static (_, _) => throw new BusyException("full");
        using var busy = await bot.PostAsync(Inbound.Message(connector.ServiceUrl, "help").ToJsonString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, busy.StatusCode);
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
