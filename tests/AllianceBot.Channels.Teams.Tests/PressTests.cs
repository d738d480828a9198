using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AllianceBot.Channels.Teams.Tests.Fakes;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams.Tests;

/// <summary>What a pressed button, and any other invoke, is answered with in the turn itself.</summary>
public class PressTests : HostTests
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

    [Fact]
    public async Task H3_A_button_is_answered_with_its_card_in_the_turn_itself()
    {
        using var response = await bot.PostAsync(Execute().ToJsonString());
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","version":"1.5","body":[]}}""",
            await response.TextAsync());
        Assert.Empty(connector.CallsOf("send"));
    }

    [Fact]
    public async Task A_button_can_be_answered_with_a_short_text_or_with_nothing()
    {
        bot.Conversation.Answers = (_, _) => new(new Answer(default, "Saved \"it\".", ""));
        using var text = await bot.PostAsync(Execute().ToJsonString());
        Assert.Equal("Saved \"it\".", (await text.JsonAsync())["value"]!.GetValue<string>());
        bot.Conversation.Answers = (_, _) => new(Answer.None);
        using var none = await bot.PostAsync(Execute().ToJsonString());
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":""}""", await none.TextAsync());
    }

    [Fact]
    public async Task A_malformed_press_gets_the_platforms_error_form()
    {
        bot.Conversation.Answers = (_, _) => new(new Answer(default, "Fill in the date", "", Fault: true));
        using var response = await bot.PostAsync(Execute().ToJsonString());
        Assert.Equal(
            """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"Fill in the date"}}""", await response.TextAsync());
    }

    [Theory]
    [InlineData("null", "BadRequest")]
    [InlineData("\"x\"", "BadRequest")]
    [InlineData("{}", "BadRequest")]
    [InlineData("""{"action":null}""", "BadRequest")]
    [InlineData("""{"action":[]}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":7}}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x","data":"y"}}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"x"},"trigger":1}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"x"}}""", "NotSupported")]
    [InlineData("""{"action":{"verb":"x"}}""", "NotSupported")]
    public async Task A_press_that_breaks_the_protocol_gets_its_error_in_the_body(string value, string code)
    {
        var message = Execute();
        message["value"] = JsonNode.Parse(value);
        using var response = await bot.PostAsync(message.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.JsonAsync();
        Assert.Equal(400, body["statusCode"]!.GetValue<int>());
        Assert.Equal(code, body["value"]!["code"]!.GetValue<string>());
        Assert.Empty(bot.Conversation.Asks);
        Assert.Single(bot.Lines, static line => line.Contains("refused with 400: press", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_filled_in_arrives_as_it_was_written()
    {
        var data = new JsonObject { ["when"] = "2026-11-20T12:00:00+02:00", ["words"] = "  12e3 ", ["n"] = 1.50m, ["yes"] = true, ["many"] = new JsonArray(1, "2026-11-20T12:00:00Z") };
        using var response = await bot.PostAsync(Inbound.Execute(connector.ServiceUrl, "save", data).ToJsonString());
        Assert.Equal(
            [new("when", "2026-11-20T12:00:00+02:00"), new("words", "  12e3 "), new("n", "1.50"), new("yes", "true"), new("many", "[1,\"2026-11-20T12:00:00Z\"]")],
            Assert.IsType<Pressed>(Assert.Single(bot.Conversation.Asks).What).Fields);
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/query")]
    [InlineData("signin/tokenExchange")]
    [InlineData("AdaptiveCard/Action")]
    [InlineData("")]
    public async Task An_invoke_nobody_knows_is_not_implemented(string name)
    {
        var message = Execute();
        message["name"] = name;
        using var response = await bot.PostAsync(message.ToJsonString());
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Equal("", await response.TextAsync());
        Assert.Single(bot.Lines, static line => line.Contains("refused with 501", StringComparison.Ordinal));
    }
}
