using System.Text.Json;
using Microsoft.Playwright;

namespace EndToEnd.Harness;

/// <summary>A page of the bot in a browser of its own: looked at by day, by night, on a phone and as it is printed.</summary>
internal static class Pages
{
    /// <summary>The rules of WCAG 2.1 A and AA, and of good practice, that the page breaks.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        await page.EvaluateAsync(Accessibility.Rules);
        var found = await page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] });
              return violations.map(it => `${it.id}: ${it.help}: ${it.nodes.map(node => node.html).join(' | ')}`);
            }
            """);
        return [.. found.EnumerateArray().Select(static it => it.GetString()!)];
    }

    /// <summary>Opens it in each way, with no fault in any, and keeps pictures: on the screen, and of the printed page.</summary>
    public static async Task LookAsync(IPage page, Uri address, string name)
    {
        foreach (var (look, scheme, width) in new[] { ("light", ColorScheme.Light, 1000), ("dark", ColorScheme.Dark, 1000), ("phone", ColorScheme.Light, 300) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { Media = Media.Screen, ColorScheme = scheme });
            var answer = await page.GotoAsync(address.AbsoluteUri);
            Assert.Equal(200, answer!.Status);
            Assert.Empty(await FaultsAsync(page));
            Assert.Empty(await SticksOutAsync(page));
            await KeepAsync(page, $"{name}-{look}");
        }

        // A sheet of A4 between its margins is 174 mm wide: 658 pixels.
        await page.SetViewportSizeAsync(658, 900);
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.Empty(await SticksOutAsync(page));
        await KeepAsync(page, $"{name}-print");
        var pdf = await page.PdfAsync(new() { Format = "A4" });
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(pdf, 0, 4));
        await File.WriteAllBytesAsync(Path.Combine(House.Artifacts("pictures"), $"{name}.pdf"), pdf);
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Equal(0, await page.Locator("script, iframe, img, link, form").CountAsync());
    }

    /// <summary>What is wider than the window, or the paper; a table that moves sideways by itself is not.</summary>
    private static async Task<IReadOnlyList<string>> SticksOutAsync(IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [`${document.documentElement.scrollWidth} > ${innerWidth}`,
          ...[...document.querySelectorAll('body *')].filter(it => it.getBoundingClientRect().right > innerWidth && !it.closest('.wide table'))
            .map(it => `${it.tagName} ${it.className} ${it.getBoundingClientRect().right}: ${it.textContent.slice(0, 60)}`)]
        """);

    public static async Task KeepAsync(IPage page, string name) => await File.WriteAllBytesAsync(
        Path.Combine(House.Artifacts("pictures"), $"{name}.png"),
        await page.ScreenshotAsync(new() { FullPage = true, Scale = ScreenshotScale.Css }));
}
