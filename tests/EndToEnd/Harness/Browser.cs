using Microsoft.Playwright;

namespace EndToEnd.Harness;

/// <summary>One Chromium for the whole test program; each client gets a context of its own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--force-color-profile=srgb", "--font-render-hinting=none",
    ];

    // The client's font is only on Windows; this free one is as wide, so that lines break where they would there.
    private const string Fonts = """
        addEventListener('DOMContentLoaded', () => {
          const faces = [[400, ''], [600, ' Semibold'], [700, ' Bold']].map(([weight, style]) =>
            `@font-face { font-family: "Segoe UI"; font-weight: ${weight}; src: local("Open Sans${style}"); }`);
          document.head.append(Object.assign(document.createElement('style'), { textContent: faces.join(' ') }));
        });
        """;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Flags,
            Timeout = 60_000,
        });
    }

    /// <summary>A fresh context that reaches loopback addresses only, whatever a page asks for.</summary>
    internal async Task<IBrowserContext> NewContextAsync(int width, int height)
    {
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            Locale = "en-US",
            TimezoneId = "America/Chicago",
            DeviceScaleFactor = 2,
            // What moves for its looks only is drawn again and again, and takes the processor from what is tested.
            ReducedMotion = ReducedMotion.Reduce,
        });
        // Long, as simulated years take their part of the machine at the same time; who waits in vain is told no less.
        context.SetDefaultTimeout(60_000);
        await context.AddInitScriptAsync(Fonts);
        await context.RouteAsync("**/*", route =>
        {
            var host = new Uri(route.Request.Url).Host;
            return host is "localhost" or "127.0.0.1" ? route.ContinueAsync() : route.AbortAsync();
        });
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
