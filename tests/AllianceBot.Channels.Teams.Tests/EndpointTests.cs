using System.Net;
using System.Text;
using AllianceBot.Channels.Teams.Tests.Fakes;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams.Tests;

public sealed class EndpointTests
{
    private static readonly TeamsSettings Anonymous = new() { AllowAnonymous = true, IsDevelopment = true };
    private static readonly byte[] Card = Encoding.UTF8.GetBytes("""{"type":"AdaptiveCard","version":"1.5","body":[]}""");

    [Fact]
    public async Task Typed_words_are_answered_by_a_message_after_the_turn()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await TestBot.StartAsync(Anonymous, ask => new(Card, "", "Here is help"));

        using var response = await bot.PostAsync(Inbound.Message(connector.ServiceUrl, "help").ToJsonString());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", await response.TextAsync());
        var posted = Assert.Single(await connector.PostedAsync(1));
        Assert.Equal("Here is help", posted.Json["summary"]!.GetValue<string>());
        Assert.Equal(new Typed("help"), Assert.Single(bot.Conversation.Asks).What);
    }

    [Fact]
    public async Task H3_A_button_is_answered_with_its_card_in_the_turn_itself()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await TestBot.StartAsync(Anonymous, ask => new(Card, "", "Saved"));

        using var response = await bot.PostAsync(
            Inbound.Execute(connector.ServiceUrl, "save", new() { ["k"] = 1, ["on"] = true, ["name"] = "Ann" }).ToJsonString());

        var body = await response.JsonAsync();
        Assert.Equal(200, body["statusCode"]!.GetValue<int>());
        Assert.Equal("application/vnd.microsoft.card.adaptive", body["type"]!.GetValue<string>());
        Assert.Equal("AdaptiveCard", body["value"]!["type"]!.GetValue<string>());
        var pressed = Assert.IsType<Pressed>(Assert.Single(bot.Conversation.Asks).What);
        Assert.Equal("save", pressed.Verb);
        Assert.Equal([new("k", "1"), new("on", "true"), new("name", "Ann")], pressed.Fields);
        Assert.Empty(connector.Messages);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task Other_methods_are_not_allowed(string method)
    {
        await using var bot = await TestBot.StartAsync(Anonymous);
        using var request = new HttpRequestMessage(new(method), "/api/messages");
        using var response = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }
}
