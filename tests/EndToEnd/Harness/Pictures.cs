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

    public static async Task TakeAsync(Card card, string name)
    {
        await card.IsThereAsync();
        await TakeAsync(card, $"{name}.png", Wide);
        await TakeAsync(card, $"{name}-phone.png", Narrow);
        await SetWidthAsync(card, null);
    }

    private static async Task TakeAsync(Card card, string file, int width)
    {
        await SetWidthAsync(card, width);
        await card.At.ScreenshotAsync(new()
        {
            Path = Path.Combine(Folder, file),
            Animations = ScreenshotAnimations.Disabled,
            Caret = ScreenshotCaret.Hide,
        });
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
        await card.Page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }
}
