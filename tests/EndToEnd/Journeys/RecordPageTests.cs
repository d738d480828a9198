using EndToEnd.Harness;
using Microsoft.Playwright;

namespace EndToEnd.Journeys;

/// <summary>A manager looks at the figures, takes the record out, and reads it in the browser, by day, by night and on paper.</summary>
public sealed class RecordPageTests(Browser browser) : ClientTest(browser)
{
    private readonly Browser browser = browser;

    [Fact]
    public async Task G6_A_manager_reads_the_figures_what_is_behind_them_and_the_whole_record()
    {
        var bot = await StartTryAsync();
        var tom = await SitDownAsync(Human.Ana, bot.Messages);
        await tom.SayAsync("be Tom Okafor");
        await tom.SeesAsync("You are Tom Okafor now.");

        await tom.SayAsync("ledger from the beginning");
        var ledger = tom.Card("The record of Harbor Youth Center");
        await ledger.ShowsAsync("How promises ended");
        Assert.Empty(await Accessibility.FaultsAsync(ledger));
        Assert.Empty(await Pictures.SticksOutAsync(ledger));
        await Pictures.TakeAsync(ledger, "ledger");
        await Accessibility.PressAsync(ledger, "What these mean");
        await ledger.ShowsAsync("0 · Kept late");
        Assert.Empty(await Accessibility.FaultsAsync(ledger));

        await tom.SayAsync("give and take from the beginning");
        var pairs = tom.Card("Give and take: Harbor Youth Center");
        Assert.Empty(await Accessibility.FaultsAsync(pairs));
        await Pictures.TakeAsync(pairs, "give-and-take");

        await tom.SayAsync("export");
        var links = tom.Card("The record of Harbor Youth Center", "30 minutes");
        Assert.Empty(await Accessibility.FaultsAsync(links));
        await Pictures.TakeAsync(links, "export");
        var opens = tom.Page.Context.WaitForPageAsync();
        await links.PressAsync("Open to read or print");
        await ReadAsync(await opens, bot);
    }

    private async Task ReadAsync(IPage opened, Bot bot)
    {
        var address = new Uri(opened.Url);
        Assert.Equal(bot.Address.Authority, address.Authority);
        await using var context = await browser.NewContextAsync(1000, 900);
        var page = await context.NewPageAsync();
        foreach (var (name, scheme, width) in new[] { ("light", ColorScheme.Light, 1000), ("dark", ColorScheme.Dark, 1000), ("phone", ColorScheme.Light, 300) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var answer = await page.GotoAsync(address.AbsoluteUri);
            Assert.Equal(200, answer!.Status);
            Assert.Empty(await Pages.FaultsAsync(page));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"The page is wider than its window: {name}");
            Assert.Empty(await BrokenAsync(page));
            await Pages.KeepAsync(page, $"record-{name}");
        }

        var dark = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.NotEqual("", dark);
        var pdf = await page.PdfAsync(new() { Format = "A4" });
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(pdf, 0, 4));
        await Pages.KeepAsync(page, "record-print");
        Assert.Equal("en", await page.EvaluateAsync<string>("document.documentElement.lang"));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Equal(0, await page.Locator("script, iframe, img, link, form").CountAsync());
        Assert.DoesNotContain(bot.Lines, line => line.Contains(address.Segments[^1], StringComparison.Ordinal));
    }

    /// <summary>Words in tables that are cut in two by their column.</summary>
    private static async Task<IReadOnlyList<string>> BrokenAsync(IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => {
          const range = document.createRange();
          const broken = [];
          for (const cell of document.querySelectorAll('th, td')) {
            for (const node of cell.childNodes) {
              for (const word of node.textContent.matchAll(/[^\s\-\u2013\/]+/g)) {
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                if (range.getClientRects().length > 1) broken.push(word[0]);
              }
            }
          }
          return broken;
        }
        """);
}
