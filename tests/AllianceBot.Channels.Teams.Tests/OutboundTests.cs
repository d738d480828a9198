using System.Text;
using AllianceBot.Channels.Teams.Tests.Fakes;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Channels.Teams.Tests;

public class OutboundTests : HostTests
{
    private static readonly byte[] Card = Encoding.UTF8.GetBytes("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Grüße 🙂"}]}""");
    private static readonly Message CardMessage = new(Card, "", "You have a check-in");
    private readonly FakeTime time = new();
    private FakeConnector connector = null!;
    private TestBot bot = null!;
    private Address home = null!;

    protected override async ValueTask BeginAsync()
    {
        connector = await StartConnectorAsync(time);
        bot = await StartBotAsync(new() { AllowAnonymous = true, IsDevelopment = true }, time: time);
        home = new("msteams", connector.ServiceUrl, "19:ann@thread.tacv2", "", Inbound.Bot, Inbound.Tenant, PlaceKind.Channel);
    }

    protected override async ValueTask EndAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Address Alice => new("msteams", connector.ServiceUrl, Inbound.Personal, Inbound.Alice, Inbound.Bot, Inbound.Tenant, PlaceKind.Personal);

    /// <summary>What a body says, without what its host adds for itself.</summary>
    protected virtual string Said(string body) => body;

    [Fact]
    public async Task A_card_is_one_attachment_with_a_summary_and_no_text()
    {
        var sending = await bot.Channel.SendAsync(Alice, CardMessage, Ct);

        Assert.Equal(SendFate.Done, sending.Fate);
        var call = Assert.Single(connector.Calls);
        Assert.Equal("/amer/v3/conversations/a%3A1personal-alice/activities", call.Target);
        Assert.Equal(
            """{"type":"message","summary":"You have a check-in","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Grüße 🙂"}]}}]}""",
            Said(call.Body));
        Assert.Equal(connector.Messages[0].Id, sending.MessageId);
    }

    [Fact]
    public async Task A_text_is_plain_so_that_nobodys_words_become_markup()
    {
        await bot.Channel.SendAsync(Alice, new(default, "I've **answered** you <b>privately</b>", ""), Ct);
        Assert.Equal(
            """{"type":"message","text":"I've **answered** you <b>privately</b>","textFormat":"plain","summary":"I've **answered** you <b>privately</b>"}""",
            Said(Assert.Single(connector.Calls).Body));
    }

    [Fact]
    public async Task An_update_goes_to_its_own_message_with_every_segment_escaped()
    {
        var sent = await bot.Channel.SendAsync(home with { Thread = "1" }, CardMessage, Ct);
        var updated = await bot.Channel.UpdateAsync(home with { Thread = "1" }, sent.MessageId, CardMessage, Ct);

        Assert.Equal(new(SendFate.Done, sent.MessageId), updated);
        Assert.Equal("/amer/v3/conversations/19%3Aann%40thread.tacv2%3Bmessageid%3D1/activities", connector.CallsOf("send").Single().Target);
        Assert.Equal(
            $"/amer/v3/conversations/19%3Aann%40thread.tacv2%3Bmessageid%3D1/activities/{sent.MessageId}", connector.CallsOf("update").Single().Target);
    }

    [Fact]
    public async Task What_was_posted_into_a_channel_is_updated_as_the_head_of_its_thread()
    {
        var sent = await bot.Channel.SendAsync(home, CardMessage, Ct);
        Assert.Equal(SendFate.Done, (await bot.Channel.UpdateAsync(home, sent.MessageId, CardMessage, Ct)).Fate);
        Assert.Contains("messageid%3D" + sent.MessageId, connector.CallsOf("update").Single().Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_known_from_a_place_is_reached_in_private()
    {
        var reached = await bot.Channel.ReachAsync(home with { User = Inbound.Alice }, Ct);
        Assert.Equal("a:11alice", reached.Address!.Conversation);
        Assert.Equal(PlaceKind.Personal, reached.Address.Kind);
        Assert.Equal(
            $$"""{"isGroup":false,"members":[{"id":"29:1alice"}],"tenantId":"{{Inbound.Tenant}}"}""", connector.CallsOf("create").Single().Body);
    }

    [Fact]
    public async Task A_split_message_is_done_but_has_no_id()
    {
        connector.Next("send", new(202));
        Assert.Equal(new(SendFate.Done), await bot.Channel.SendAsync(Alice, CardMessage, Ct));
    }

    [Theory]
    [InlineData(400, "BadArgument", SendFate.Rejected, "bad-request")]
    [InlineData(401, "BotNotRegistered", SendFate.Rejected, "not-registered")]
    [InlineData(401, "", SendFate.Unsent, "unauthorised")]
    [InlineData(403, "BotNotInConversationRoster", SendFate.Unreachable, "not-installed")]
    [InlineData(403, "ConversationBlockedByUser", SendFate.Unreachable, "blocked")]
    [InlineData(403, "BotDisabledByAdmin", SendFate.Unreachable, "disabled")]
    [InlineData(403, "NotEnoughPermissions", SendFate.Unreachable, "not-permitted")]
    [InlineData(403, "SomethingNew", SendFate.Unreachable, "forbidden")]
    [InlineData(404, "ConversationNotFound", SendFate.Unreachable, "gone")]
    [InlineData(412, "PreconditionFailed", SendFate.Throttled, "busy")]
    [InlineData(413, "MessageSizeTooBig", SendFate.Rejected, "too-big")]
    [InlineData(429, "Throttled", SendFate.Throttled, "throttled")]
    [InlineData(408, "", SendFate.Unknown, "fault")]
    [InlineData(500, "ServiceError", SendFate.Unknown, "fault")]
    [InlineData(502, "ServiceError", SendFate.Unknown, "fault")]
    [InlineData(503, "", SendFate.Unknown, "fault")]
    [InlineData(504, "", SendFate.Unknown, "fault")]
    [InlineData(501, "", SendFate.Rejected, "refused")]
    [InlineData(307, "", SendFate.Rejected, "refused")]
    public async Task C11_Each_error_has_its_fate_and_a_new_message_is_never_sent_twice(int status, string code, SendFate fate, string reason)
    {
        connector.Next("send", ConnectorScript.Error(status, code));
        var sending = await bot.Channel.SendAsync(Alice, CardMessage, Ct).WaitAsync(TimeSpan.FromSeconds(10), Ct);
        Assert.Equal((fate, reason), (sending.Fate, sending.Reason));
        Assert.Single(connector.Calls);
    }

    [Theory]
    [InlineData("""{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": null}"}""", "blocked")]
    [InlineData("""{"error":{"code":"Forbidden","message":"BotNotInConversationRoster: the bot is not part of it"}}""", "not-installed")]
    [InlineData("<html>BotDisabledByAdmin</html>", "disabled")]
    [InlineData("""{"error":null}""", "forbidden")]
    [InlineData("""["x"]""", "forbidden")]
    [InlineData("", "forbidden")]
    public async Task An_error_is_understood_in_whatever_shape_it_comes(string body, string reason)
    {
        connector.Next("send", new(403, body));
        Assert.Equal(new(SendFate.Unreachable, Reason: reason), await bot.Channel.SendAsync(Alice, CardMessage, Ct));
    }

    [Fact]
    public async Task A_message_that_is_gone_is_told_as_gone()
    {
        Assert.Equal(SendFate.MessageGone, (await bot.Channel.UpdateAsync(Alice, "17", CardMessage, Ct)).Fate);
        connector.Next("update", ConnectorScript.Error(404, "ConversationNotFound"));
        Assert.Equal(SendFate.Unreachable, (await bot.Channel.UpdateAsync(Alice, "17", CardMessage, Ct)).Fate);
    }

    [Fact]
    public async Task C11_A_time_out_after_writing_is_unknown_and_not_repeated()
    {
        connector.Next("send", new(0) { Hangs = true, IsDelivered = true });
        var sending = bot.Channel.SendAsync(Alice, CardMessage, Ct);
        await connector.PostedAsync(1);
        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(new(SendFate.Unknown, Reason: "away"), await sending.WaitAsync(TimeSpan.FromSeconds(10), Ct));
        Assert.Single(connector.Calls);
    }

    [Fact]
    public async Task C11_A_connection_broken_after_writing_is_unknown_and_not_repeated()
    {
        connector.Next("send", new(0) { BreaksOff = true, IsDelivered = true });
        Assert.Equal(
            new(SendFate.Unknown, Reason: "away"),
            await bot.Channel.SendAsync(Alice, CardMessage, Ct).WaitAsync(TimeSpan.FromSeconds(10), Ct));
        Assert.Single(connector.Calls);
    }

    [Fact]
    public async Task What_found_no_connection_is_tried_again_and_then_told_as_unsent()
    {
        var nowhere = Alice with { ServiceUrl = "http://127.0.0.1:9/" };
        var sending = bot.Channel.SendAsync(nowhere, CardMessage, Ct);
        await PassAsync(sending);
        Assert.Equal(new(SendFate.Unsent, Reason: "away"), await sending);
        Assert.True(bot.Lines.Count(line => line.Contains("could not be asked", StringComparison.Ordinal)) > 1);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(502)]
    [InlineData(412)]
    [InlineData(429)]
    public async Task An_update_is_repeated_as_doing_it_twice_is_doing_it_once(int status)
    {
        var sent = await bot.Channel.SendAsync(Alice, CardMessage, Ct);
        connector.Next("update", ConnectorScript.Error(status, "x"));
        connector.Next("update", ConnectorScript.Error(status, "x"));
        var updating = bot.Channel.UpdateAsync(Alice, sent.MessageId, CardMessage, Ct);
        await PassAsync(updating);
        Assert.Equal(SendFate.Done, (await updating).Fate);
        Assert.Equal(3, connector.CallsOf("update").Count());
    }

    [Fact]
    public async Task A_plain_500_is_not_repeated_at_all()
    {
        connector.Next("update", ConnectorScript.Error(500, "ServiceError"));
        Assert.Equal(SendFate.Unknown, (await bot.Channel.UpdateAsync(Alice, "17", CardMessage, Ct)).Fate);
        Assert.Single(connector.Calls);
    }

    [Fact]
    public async Task C12_A_pause_that_the_platform_asks_for_holds_for_the_whole_conversation()
    {
        connector.Next("send", ConnectorScript.Error(429, "Throttled", retryAfter: 20));
        var first = await bot.Channel.SendAsync(Alice, CardMessage, Ct);
        Assert.Equal(new(SendFate.Throttled, Reason: "throttled", RetryAfter: Duration.FromSeconds(20)), first);

        var second = await bot.Channel.SendAsync(Alice, CardMessage, Ct);
        Assert.Equal(new(SendFate.Throttled, Reason: "throttled", RetryAfter: Duration.FromSeconds(20)), second);
        Assert.Equal(SendFate.Done, (await bot.Channel.SendAsync(home, CardMessage, Ct)).Fate);

        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(SendFate.Done, (await bot.Channel.SendAsync(Alice, CardMessage, Ct)).Fate);
        Assert.Equal(3, connector.Calls.Count);
    }

    [Fact]
    public async Task C12_A_burst_is_spread_over_the_platforms_windows_and_nothing_is_lost()
    {
        var sends = Enumerable.Range(0, 30).Select(_ => bot.Channel.SendAsync(Alice, CardMessage, Ct)).ToList();
        await PassAsync(Task.WhenAll(sends));
        Assert.All(await Task.WhenAll(sends), sending => Assert.Equal(SendFate.Done, sending.Fate));
        Assert.Equal(30, connector.Messages.Count);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task A_stored_address_is_vetted_like_any_other(string url) =>
        Assert.Equal(new(SendFate.Rejected, Reason: "host-not-allowed"), await bot.Channel.SendAsync(Alice with { ServiceUrl = url }, CardMessage, Ct));

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task An_id_cannot_climb_out_of_its_place_in_the_path(string id)
    {
        Assert.Equal(new(SendFate.Rejected, Reason: "bad-address"), await bot.Channel.UpdateAsync(Alice, id, CardMessage, Ct));
        Assert.Equal(new(SendFate.Rejected, Reason: "bad-address"), await bot.Channel.SendAsync(Alice with { Conversation = id }, CardMessage, Ct));
        Assert.Empty(connector.Calls);
    }

    [Fact]
    public async Task A_message_that_is_too_big_is_refused_before_it_is_sent()
    {
        var big = new Message(default, new string('x', 41 * 1024), "");
        Assert.Equal(new(SendFate.Rejected, Reason: "too-big"), await bot.Channel.SendAsync(Alice, big, Ct));
        Assert.Empty(connector.Calls);
    }

    /// <summary>Lets time pass in small steps while something waits for it.</summary>
    private async Task PassAsync(Task task)
    {
        for (var step = 0; step < 2000 && !task.IsCompleted; step++)
        {
            await Task.Delay(2, Ct);
            time.Advance(TimeSpan.FromMilliseconds(100));
        }
    }
}
