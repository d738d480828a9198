using System.Net;

namespace AllianceBot.Channels.Teams.Tests;

public class SampleTests : HostTests
{
    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_recorded_message_is_this_ask(string name)
    {
        await using var connector = await StartConnectorAsync();
        await using var bot = await StartBotAsync(new() { AllowAnonymous = true, IsDevelopment = true });

        using var response = await bot.PostAsync(Samples.Inbound(name).Replace("$SERVICE", connector.ServiceUrl, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var ask = Samples.Write(bot.Conversation.Asks.SingleOrDefault()).Replace(connector.ServiceUrl, "$SERVICE", StringComparison.Ordinal);
        if (ask != Samples.Ask(name)) Samples.Leave(name, ask);
        Assert.Equal(Samples.Ask(name), ask);
    }
}
