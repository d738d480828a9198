using Microsoft.Playwright;

namespace EndToEnd.Harness;

/// <summary>Takes a card's picture as wide as the client draws it and as narrow as a phone does.</summary>
internal static class Pictures
{
    private const int Wide = 430;
    private const int Narrow = 300;

    /// <summary>The project's own pictures are only replaced when asked for; otherwise a run leaves them with its artifacts.</summary>
    private static string Folder => Environment.GetEnvironmentVariable("ALLIANCEBOT_PICTURES") == "1"
        ? Directory.CreateDirectory(Path.Combine(House.Root, "docs", "pictures")).FullName
        : House.Artifacts("pictures");

    public static Task TakeAsync(Card card, string name) => TakeAsync(card, name, Folder);

    /// <summary>The same into a folder of one's own.</summary>
    public static async Task TakeAsync(Card card, string name, string folder)
    {
        await card.IsThereAsync();
        var window = card.Page.ViewportSize!;
        await TakeAsync(card, Path.Combine(folder, $"{name}.png"), Wide);
        await TakeAsync(card, Path.Combine(folder, $"{name}-phone.png"), Narrow);
        await SetWidthAsync(card, null);
        await card.Page.SetViewportSizeAsync(window.Width, window.Height);
    }

    private static async Task TakeAsync(Card card, string file, int width)
    {
        await SetWidthAsync(card, width);
        // The chat scrolls inside the page: what does not fit the window would be covered by its edges.
        var height = await card.At.EvaluateAsync<int>("card => Math.ceil(card.getBoundingClientRect().height)");
        await card.Page.SetViewportSizeAsync(1400, Math.Max(1200, height + 500));
        await DrawnAsync(card);
        var picture = await card.At.ScreenshotAsync(new()
        {
            Animations = ScreenshotAnimations.Disabled,
            Caret = ScreenshotCaret.Hide,
            // Twice as sharp where that is worth its bytes; a card longer than a screen is looked over, not read.
            Scale = height > 1200 ? ScreenshotScale.Css : ScreenshotScale.Device,
        });
        await File.WriteAllBytesAsync(file, FewColours.Of(picture));
    }

    /// <summary>What sticks out of the card on a phone, by its text; empty is well.</summary>
    public static async Task<IReadOnlyList<string>> SticksOutAsync(Card card)
    {
        await SetWidthAsync(card, Narrow);
        var found = await card.At.EvaluateAsync<string[]>(
            """
            card => {
              const edge = card.getBoundingClientRect().right + 1;
              const out = [...card.querySelectorAll('*')].filter(it => it.getBoundingClientRect().right > edge && it.offsetParent);
              return out.filter(it => !out.includes(it.parentElement)).map(it => it.textContent.trim() || it.outerHTML.slice(0, 80));
            }
            """);
        await SetWidthAsync(card, null);
        return found;
    }

    /// <summary>How many lines of a card stand on a phone, a row of buttons counted as one, and what each of them is; those that read so are left out.</summary>
    public static async Task<(int Count, string Lines)> LinesOnPhoneAsync(Card card, params string[] except)
    {
        await SetWidthAsync(card, Narrow);
        var found = await card.At.EvaluateAsync<string[]>(
            """
            (card, except) => {
              const seen = it => it.offsetParent && it.getBoundingClientRect().height > 0 && !except.includes(it.textContent.trim());
              const lines = [];
              for (const it of [...card.querySelectorAll('.ac-textBlock')].filter(seen)) {
                const style = getComputedStyle(it);
                const inner = it.getBoundingClientRect().height - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
                const count = Math.max(1, Math.round(inner / parseFloat(style.lineHeight)));
                for (let line = 0; line < count; line++) lines.push(`${line + 1} of ${count}: ${it.textContent}`);
              }
              const rows = new Map();
              for (const it of [...card.querySelectorAll('button')].filter(seen)) {
                const top = Math.round(it.getBoundingClientRect().top);
                rows.set(top, `${rows.get(top) ?? ''} [${it.textContent}]`);
              }
              return [...lines, ...rows.values()];
            }
            """,
            except);
        await SetWidthAsync(card, null);
        return (found.Length, string.Join('\n', found));
    }

    // The frame around the card has no width of its own, so setting the card's is what a narrower window would do to it.
    private static async Task SetWidthAsync(Card card, int? width)
    {
        await card.At.EvaluateAsync(
            """
            (card, width) => {
              card.style.width = width ? `${width}px` : '';
              card.style.minWidth = card.style.width;
              card.style.maxWidth = card.style.width;
              window.dispatchEvent(new Event('resize'));
            }
            """,
            width);
        await DrawnAsync(card);
    }

    private static async Task DrawnAsync(Card card) =>
        await card.Page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
}
