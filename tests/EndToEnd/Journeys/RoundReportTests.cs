using EndToEnd.Harness;

namespace EndToEnd.Journeys;

/// <summary>The report of the sample's finished round and the sheets to print, opened in the browser as their reader does.</summary>
public sealed class RoundReportTests(Browser browser) : ClientTest(browser)
{
    private readonly Browser browser = browser;

    [Fact]
    public async Task F10_The_report_and_the_sheets_are_read_on_the_screen_on_a_phone_and_on_paper()
    {
        var bot = await StartTryAsync(Human.Sam);
        var sam = await SitDownAsync(Human.Sam, bot.Messages);
        await sam.SayAsync("benchmarks report");
        var report = sam.Card("R1 · Working Together Benchmarks");
        Assert.Empty(await Accessibility.FaultsAsync(report));
        Assert.Empty(await Pictures.SticksOutAsync(report));
        await Pictures.TakeAsync(report, "round-report");
        await report.PressAsync("The whole report");
        var links = sam.Card("The report of R1", "30 minutes");
        await Pictures.TakeAsync(links, "round-report-links");

        await using var context = await browser.NewContextAsync(1000, 900);
        var page = await context.NewPageAsync();
        await Pages.LookAsync(page, await OpensAsync(sam, links, "Open to read or print"), "round-page");
        Assert.Equal(6, await page.Locator("svg circle").CountAsync());
        await Pages.LookAsync(page, await OpensAsync(sam, links, "Sheets to print"), "print-pack");
        Assert.Equal(13, await page.Locator("section.sheet").CountAsync());
    }

    private static async Task<Uri> OpensAsync(Client client, Card links, string button)
    {
        var opens = client.Page.Context.WaitForPageAsync();
        await links.PressAsync(button);
        var page = await opens;
        var address = new Uri(page.Url);
        await page.CloseAsync();
        return address;
    }
}
