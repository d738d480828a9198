using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AllianceBot.Channels.Teams.Tests.Fakes;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams.Tests;

public class EndpointTests : HostTests
{
    private static readonly byte[] Card = Encoding.UTF8.GetBytes("""{"type":"AdaptiveCard","version":"1.5","body":[]}""");
    private FakeConnector connector = null!;
    private TestBot bot = null!;

    protected override async ValueTask BeginAsync()
    {
        connector = await StartConnectorAsync();
        bot = await StartBotAsync(new() { AllowAnonymous = true, IsDevelopment = true }, _ => new(Card, "", "Here it is"));
    }

    protected override async ValueTask EndAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    private JsonObject Execute(string verb = "save") => Inbound.Execute(connector.ServiceUrl, verb, []);

    private JsonObject Say(string text = "help") => Inbound.Message(connector.ServiceUrl, text);

    [Fact]
    public async Task Typed_words_are_answered_by_a_message_after_the_turn()
    {
        using var response = await bot.PostAsync(Say().ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", await response.TextAsync());
        var posted = Assert.Single(await connector.PostedAsync(1));
        Assert.Equal("Here it is", posted.Json["summary"]!.GetValue<string>());
        Assert.Equal(new Typed("help"), Assert.Single(bot.Conversation.Asks).What);
    }

    [Fact]
    public async Task How_the_caller_would_like_to_be_answered_changes_nothing()
    {
        var press = Execute();
        press["deliveryMode"] = "expectReplies";
        using var pressed = await bot.PostAsync(press.ToJsonString());
        Assert.Equal("application/vnd.microsoft.card.adaptive", (await pressed.JsonAsync())["type"]!.GetValue<string>());
        var words = Say();
        words["deliveryMode"] = "expectReplies";
        using var said = await bot.PostAsync(words.ToJsonString());
        Assert.Equal("", await said.TextAsync());
        Assert.Single(await connector.PostedAsync(1));
    }

    [Fact]
    public async Task Where_no_token_is_asked_for_one_is_not_looked_at()
    {
        using var response = await bot.PostAsync(Say().ToJsonString(), "of.no.worth");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(bot.Conversation.Asks);
    }

    [Fact]
    public async Task The_fallback_buttons_card_replaces_its_message_and_is_noted()
    {
        var shown = await bot.Channel.SendAsync(
            new("msteams", connector.ServiceUrl, Inbound.Personal, "", Inbound.Bot, Inbound.Tenant, PlaceKind.Personal),
            new(Card, "", "x"), TestContext.Current.CancellationToken);
        bot.Conversation.Answers = (_, _) => new(new Answer(Card, "", "Now so") { Replaces = shown.MessageId });
        using var response = await bot.PostAsync(Inbound.Submit(connector.ServiceUrl, new() { ["verb"] = "save", ["n"] = "7" }).ToJsonString());
        await UntilAsync(() => !bot.Conversation.Noted.IsEmpty);
        var posted = Assert.Single(connector.Messages);
        Assert.Equal("Now so", posted.Json["summary"]!.GetValue<string>());
        var pressed = Assert.IsType<Pressed>(Assert.Single(bot.Conversation.Asks).What);
        Assert.Equal(("save", false, "1795176418696"), (pressed.Verb, pressed.CanReturnCard, pressed.Message));
        Assert.Equal([new("n", "7")], pressed.Fields);
        Assert.Equal(shown.MessageId, Assert.Single(bot.Conversation.Noted).Message);
    }

    [Fact]
    public async Task A_card_whose_message_is_gone_is_posted_anew()
    {
        bot.Conversation.Answers = (_, _) => new(new Answer(Card, "", "Now so") { Replaces = "17" });
        using var response = await bot.PostAsync(Say().ToJsonString());
        Assert.Equal("Now so", Assert.Single(await connector.PostedAsync(1)).Json["summary"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_a_place_may_not_see_goes_to_the_asker_alone()
    {
        bot.Conversation.Answers = (_, _) =>
            new(new Answer(default, "I've answered you privately", "") { Privately = new(Card, "", "Your promises") });
        var message = Say("<at>Rig Bot</at> mine");
        message["conversation"] = new JsonObject { ["id"] = "19:group@thread.v2", ["conversationType"] = "groupChat" };
        message["entities"] = new JsonArray(Mention("Rig Bot", Inbound.Bot, "<at>Rig Bot</at>"));
        using var response = await bot.PostAsync(message.ToJsonString());
        var posted = await connector.PostedAsync(2);
        Assert.Equal("I've answered you privately", posted.Single(it => it.Conversation == "19:group@thread.v2").Json["text"]!.GetValue<string>());
        Assert.Equal("Your promises", posted.Single(it => it.Conversation == "a:11alice").Json["summary"]!.GetValue<string>());
        await UntilAsync(() => bot.Conversation.Noted.Count == 2);
        Assert.Contains(bot.Conversation.Noted, it => it.Where.Conversation == "a:11alice" && it.Where.Kind == PlaceKind.Personal);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_not_allowed(string method)
    {
        using var request = new HttpRequestMessage(new(method), "/api/messages");
        using var response = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/jsonx")]
    [InlineData("")]
    public async Task Only_json_is_read(string contentType)
    {
        using var response = await bot.PostAsync(Encoding.UTF8.GetBytes(Say().ToJsonString()), null, contentType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Single(bot.Lines, static line => line.Contains("refused with 415", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", 100)]
    [InlineData("application/json", 255)]
    public async Task A_large_body_is_read(string contentType, int kilobytes)
    {
        using var response = await bot.PostAsync(Padded(kilobytes * 1024), null, contentType);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_told_or_not()
    {
        using var told = await bot.PostAsync(Padded(257 * 1024), null);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, told.StatusCode);

        using var body = new MemoryStream(Padded(400 * 1024));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StreamContent(body) };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.ContentType = new("application/json");
        using var untold = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, untold.StatusCode);
        Assert.Empty(bot.Conversation.Asks);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNew")]
    public async Task What_is_not_understood_is_taken_and_ignored(string type)
    {
        var message = Say();
        message["type"] = type;
        using var response = await bot.PostAsync(message.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(bot.Conversation.Asks);
    }

    [Fact]
    public async Task H3_What_is_busy_or_late_may_come_again()
    {
        bot.Conversation.Answers = (_, _) => throw new BusyException("full");
        using var busy = await bot.PostAsync(Say().ToJsonString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, busy.StatusCode);

        var time = new FakeTime();
        await using var slow = await StartBotAsync(new() { AllowAnonymous = true, IsDevelopment = true }, time: time);
        slow.Conversation.Answers = (_, _) => new(new TaskCompletionSource<Answer>().Task);
        var late = slow.PostAsync(Say().ToJsonString());
        await UntilAsync(() => !slow.Conversation.Asks.IsEmpty);
        time.Advance(TimeSpan.FromSeconds(5));
        using var response = await late;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Empty(connector.Messages);
    }

    [Fact]
    public async Task A_fault_is_told_as_500_and_logged_once_without_anybodys_words()
    {
        bot.Conversation.Answers = (_, _) => throw new InvalidOperationException("about Alice's hip operation");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(Say("my hip operation").ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("MS-CV", "abc+def/1.2\u007f{evil}");
        using var response = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var line = Assert.Single(bot.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Contains("abc+def/1.2??evil?", line, StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), line, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Lines, line => line.Contains("hip", StringComparison.Ordinal) || line.Contains("Alice", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    public async Task A_tunnel_does_not_make_a_stranger_a_neighbour(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(Say().ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(header, "203.0.113.7");
        using var response = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task The_same_delivery_has_the_same_key_and_another_one_another()
    {
        string[] ids = ["1", "1", "2", ""];
        foreach (var id in ids)
        {
            using var response = await bot.PostAsync(Inbound.Message(connector.ServiceUrl, "help", id).ToJsonString());
        }

        var keys = bot.Conversation.Asks.Select(ask => ask.Transport).ToList();
        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[0], keys[2]);
        Assert.Equal([22, 22, 22, 0], keys.Select(key => key.Length));
    }

    private static JsonObject Mention(string name, string id, string text) => new()
    {
        ["type"] = "mention",
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
        ["text"] = text,
    };

    private byte[] Padded(int bytes)
    {
        var message = Say();
        message["padding"] = "";
        var bare = message.ToJsonString().Length;
        message["padding"] = new string('x', bytes - bare);
        return Encoding.UTF8.GetBytes(message.ToJsonString());
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        for (var tries = 0; tries < 500 && !done(); tries++) await Task.Delay(10);
        Assert.True(done(), string.Create(CultureInfo.InvariantCulture, $"not within {5} s"));
    }
}
