using EndToEnd.Harness;

namespace EndToEnd;

public sealed class HelpTests(Browser browser) : ClientTest(browser)
{
    [Fact]
    public async Task Help_tells_a_stranger_how_to_get_in_and_a_member_what_can_be_done_here()
    {
        var bot = await StartBotAsync("--Teams:AllowAnonymous", "true", "--Teams:AllowedTenants:0", "*", "--Bot:Data", "{data}");
        var ana = await SitDownAsync(Human.Ana, bot.Messages);
        await ana.SayAsync("help");
        await ana.SeesAsync("create alliance");
        var form = await ana.NewCardAsync(() => ana.SayAsync("create alliance"));
        await Pictures.TakeAsync(form, "create-alliance");
        await form.FillAsync("Name", "Riverbend Works");
        await form.FillAsync("Your organisation", "Harbor Youth Center");
        await form.FillAsync("Time zone", "America/Chicago");
        await form.PressAsync("Start it");
        await ana.Card("Your alliance is there").IsThereAsync();
        var help = await ana.NewCardAsync(() => ana.SayAsync("help"));
        await help.ShowsAsync("What you can do here");
        await Pictures.TakeAsync(help, "help");
        Assert.Empty(await Pictures.SticksOutAsync(help));
        Assert.Empty(await Accessibility.FaultsAsync(help));
        // The rest is folded in, and unfolds by keys too.
        await Accessibility.PressAsync(help, "Everything else");
        await help.ShowsAsync("hand over P12 to Ana");
        Assert.Empty(await Accessibility.FaultsAsync(help));
        Assert.Empty(await Pictures.SticksOutAsync(help));
    }
}
