using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AllianceBot.Wiring;

namespace AllianceBot.Try;

/// <summary>Where to serve, and what to start beside the bot.</summary>
internal sealed record TryOptions(int Port, int PlaygroundPort, string Data, bool NoClient);

/// <summary>The bot for a newcomer: a sample alliance, the client beside it, for this machine only.</summary>
internal static class TryCommand
{
    public static async Task RunAsync(TryOptions options, string[] settings, CancellationToken ct)
    {
        var given = new Dictionary<string, string?>
        {
            ["Bot:Url"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{options.Port}"),
            ["Bot:PublicUrl"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{options.Port}"),
            ["Bot:Data"] = options.Data,
            ["Teams:AllowAnonymous"] = "true",
            ["Teams:AllowedTenants:0"] = "*",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        if (!IsFree(options.Port))
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"Port {options.Port} is in use already, so nothing was started. End what uses it, or choose another: --port {options.Port + 1}"));
        }

        await using var app = await Bot.BuildAsync(settings, isTry: true, given, ct);
        await app.StartAsync(ct);
        var alliance = await app.Services.GetRequiredService<SampleAlliance>().LoadAsync(ct);
        Console.WriteLine($"The bot listens on http://localhost:{options.Port}, with the alliance {alliance} in the folder {Path.GetFullPath(options.Data)}.");
        await using var playground = options.NoClient ? null : await StartClientAsync(options, ct);
        Console.WriteLine("Press Ctrl+C to end.");
        await app.WaitForShutdownAsync(ct);
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<Playground?> StartClientAsync(TryOptions options, CancellationToken ct)
    {
        var folder = Path.GetFullPath(Path.Combine(options.Data, "playground"));
        if (!Playground.CanRun)
        {
            Console.WriteLine("There is no Node.js here, so no client was started. The bot serves on.");
            Console.WriteLine("Install Node.js 20 or newer with npm (https://nodejs.org), then end this and run it again, or in another window:");
            Console.WriteLine($"  npx {Playground.Package} start -e http://localhost:{options.Port}/api/messages -c msteams");
            return null;
        }

        Console.WriteLine("Getting the client ready (the first time it is fetched from npm) ...");
        if (await Playground.InstallAsync(folder, ct) is { } problem)
        {
            Console.WriteLine($"The client could not be fetched from npm: {problem}");
            Console.WriteLine($"The bot serves on. To try again, in another window: npx {Playground.Package} start -e http://localhost:{options.Port}/api/messages -c msteams");
            return null;
        }

        var endpoint = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{options.Port}/api/messages"));
        var playground = await Playground.StartAsync(folder, endpoint, options.PlaygroundPort, ct);
        Console.WriteLine($"Open http://localhost:{playground.Port} and say hello.");
        return playground;
    }
}
