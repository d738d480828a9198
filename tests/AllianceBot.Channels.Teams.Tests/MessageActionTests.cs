using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AllianceBot.Channels.Teams.Tests.Fakes;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>"Make this a promise" in the menu of a message, over HTTP: what the client sends, and the dialogs it gets.</summary>
public class MessageActionTests : HostTests
{
    private const string Author = "00000000-0000-0000-0000-0000000000b0";
    private const string Link = "https://teams.microsoft.com/l/message/19%3Aplace%40thread.tacv2/1700000000000";

    private static readonly byte[] Form = Encoding.UTF8.GetBytes(
        """
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"ActionSet","actions":[
          {"type":"Action.Execute","title":"More","verb":"show","data":{"verb":"show"},"fallback":{"type":"Action.Submit","title":"More","data":{"verb":"show"}}}]}],
         "actions":[{"type":"Action.Execute","title":"Send","verb":"send","data":{"verb":"send"},"fallback":{"type":"Action.Submit","title":"Send","data":{"verb":"send"}}},
          {"type":"Action.ToggleVisibility","title":"More","targetElements":[]}]}
        """);

    private FakeConnector connector = null!;
    private TestBot bot = null!;

    protected override async ValueTask BeginAsync()
    {
        connector = await StartConnectorAsync();
        bot = await StartBotAsync(new() { AllowAnonymous = true, IsDevelopment = true }, _ => new(Form, "", "A request"));
    }

    protected override async ValueTask EndAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
    }

    [Fact]
    public async Task N6_A_chosen_message_opens_a_dialog_with_a_form_and_nothing_is_posted()
    {
        using var response = await bot.PostAsync(Fetch(connector).ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var task = (await response.JsonAsync())["task"]!;
        Assert.Equal("continue", task["type"]!.GetValue<string>());
        var value = task["value"]!;
        Assert.Equal("A request", value["title"]!.GetValue<string>());
        Assert.Equal("application/vnd.microsoft.card.adaptive", value["card"]!["contentType"]!.GetValue<string>());
        var card = value["card"]!["content"]!;
        Assert.Equal("AdaptiveCard", card["type"]!.GetValue<string>());
        // A dialog knows Action.Submit alone.
        Assert.DoesNotContain("Action.Execute", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["Action.Submit", "Action.ToggleVisibility"], card["actions"]!.AsArray().Select(static action => action!["type"]!.GetValue<string>()));
        Assert.Equal("send", card["actions"]![0]!["data"]!["verb"]!.GetValue<string>());
        Assert.Equal("Action.Submit", card["body"]![0]!["actions"]![0]!["type"]!.GetValue<string>());

        var ask = Assert.Single(bot.Conversation.Asks);
        Assert.True(ask.InWindow);
        var chosen = Assert.IsType<Chosen>(ask.What);
        Assert.Equal("We bring the chairs & tables.\nOn Friday.", chosen.Text);
        Assert.Equal(Link, chosen.Link);
        Assert.Equal(new Handle("msteams", Inbound.Tenant, Author, HasObjectId: true), chosen.Author);
        Assert.Empty(connector.CallsOf("send"));
    }

    [Fact]
    public async Task What_was_filled_in_comes_as_a_press_and_is_answered_in_the_dialog()
    {
        bot.Conversation.Answers = static (_, _) => new(new Answer(default, "Sent.", ""));
        using var response = await bot.PostAsync(Submit(connector, new() { ["verb"] = "send", ["what"] = "Chairs", ["n"] = 7 }).ToJsonString());
        Assert.Equal("""{"task":{"type":"message","value":"Sent."}}""", await response.TextAsync());
        var ask = Assert.Single(bot.Conversation.Asks);
        Assert.True(ask.InWindow);
        var pressed = Assert.IsType<Pressed>(ask.What);
        Assert.Equal("send", pressed.Verb);
        Assert.Equal([new("what", "Chairs"), new("n", "7")], pressed.Fields);
        Assert.Empty(connector.CallsOf("send"));
    }

    [Fact]
    public async Task Switched_off_it_is_a_name_that_nobody_here_knows()
    {
        await using var off = await StartBotAsync(
            new() { AllowAnonymous = true, IsDevelopment = true, MessageAction = false }, _ => new(Form, "", "A request"));
        foreach (var message in new[] { Fetch(connector), Submit(connector, new() { ["verb"] = "send" }) })
        {
            using var response = await off.PostAsync(message.ToJsonString());
            Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        }

        Assert.Empty(off.Conversation.Asks);
    }

    [Theory]
    [InlineData("composeExtension/fetchTask", "null", HttpStatusCode.BadRequest)]
    [InlineData("composeExtension/fetchTask", "[]", HttpStatusCode.BadRequest)]
    [InlineData("composeExtension/fetchTask", """{"commandId":"promise"}""", HttpStatusCode.BadRequest)]
    [InlineData("composeExtension/fetchTask", """{"commandId":"promise","messagePayload":7}""", HttpStatusCode.BadRequest)]
    [InlineData("composeExtension/fetchTask", """{"commandId":"promise","messagePayload":{"body":{"content":7}}}""", HttpStatusCode.BadRequest)]
    [InlineData("composeExtension/submitAction", """{"commandId":"promise"}""", HttpStatusCode.BadRequest)]
    [InlineData("composeExtension/submitAction", """{"commandId":"promise","data":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("composeExtension/fetchTask", """{"commandId":"other","messagePayload":{}}""", HttpStatusCode.NotImplemented)]
    [InlineData("composeExtension/query", """{"commandId":"promise"}""", HttpStatusCode.NotImplemented)]
    public async Task What_breaks_the_protocol_changes_nothing(string name, string value, HttpStatusCode expected)
    {
        var message = Invoke(connector, name, JsonNode.Parse(value));
        using var response = await bot.PostAsync(message.ToJsonString());
        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(bot.Conversation.Asks);
    }

    [Fact]
    public async Task An_author_and_an_address_need_not_be_there()
    {
        var message = Fetch(connector);
        message["value"]!["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["contentType"] = "text", ["content"] = "1 < 2 and 3 > 2" } };
        using var response = await bot.PostAsync(message.ToJsonString());
        Assert.Equal(new Chosen("1 < 2 and 3 > 2", null, ""), Assert.Single(bot.Conversation.Asks).What);
    }

    [Fact]
    public async Task With_a_token_asked_for_it_is_refused_without_one()
    {
        await using var platform = await FakePlatform.StartAsync();
        await using var strict = await StartBotAsync(platform.Settings(), _ => new(Form, "", "A request"));
        using var response = await strict.PostAsync(Fetch(connector).ToJsonString());
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(strict.Conversation.Asks);
    }

    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\nTwo")]
    [InlineData("a<br/>b<BR>c", "a\nb\nc")]
    [InlineData("<div><strong>Bold</strong> and <a href=\"https://x.example?a=1&amp;b=2\">a link</a></div>", "Bold and a link")]
    [InlineData("<at id=\"0\">Mei Chen</at>&nbsp;can you?", "Mei Chen can you?")]
    [InlineData("1 &lt; 2 &amp; 3 &gt; 2", "1 < 2 & 3 > 2")]
    [InlineData("never closed < here", "never closed < here")]
    [InlineData("<script>alert(1)</script>", "alert(1)")]
    [InlineData("", "")]
    public void A_message_is_read_without_its_marks(string html, string text) => Assert.Equal(text, MessageMarks.Plain(html));

    private static JsonObject Fetch(FakeConnector connector) => Invoke(connector, "composeExtension/fetchTask", new JsonObject
    {
        ["commandId"] = "promise",
        ["commandContext"] = "message",
        ["context"] = new JsonObject { ["theme"] = "default" },
        ["messagePayload"] = new JsonObject
        {
            ["id"] = "1700000000000",
            ["linkToMessage"] = Link,
            ["createdDateTime"] = "2026-11-20T12:06:54.216Z",
            ["from"] = new JsonObject { ["device"] = null, ["user"] = new JsonObject { ["userIdentityType"] = "aadUser", ["id"] = Author, ["displayName"] = "Bob" } },
            ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<div>We bring the <b>chairs</b> &amp; tables.</div><div>On Friday.</div>" },
            ["attachments"] = new JsonArray(),
            ["mentions"] = new JsonArray(),
        },
    });

    private static JsonObject Submit(FakeConnector connector, JsonObject data) => Invoke(connector, "composeExtension/submitAction", new JsonObject
    {
        ["commandId"] = "promise",
        ["commandContext"] = "message",
        ["data"] = data,
        ["messagePayload"] = new JsonObject { ["id"] = "1700000000000" },
    });

    private static JsonObject Invoke(FakeConnector connector, string name, JsonNode? value)
    {
        var message = Inbound.Message(connector.ServiceUrl, "", "f:action");
        message.Remove("text");
        message["type"] = "invoke";
        message["name"] = name;
        message["value"] = value;
        message["conversation"] = new JsonObject { ["id"] = "19:place@thread.tacv2;messageid=1700000000000", ["conversationType"] = "channel", ["isGroup"] = true };
        return message;
    }
}
