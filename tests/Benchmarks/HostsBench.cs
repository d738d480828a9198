using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>
/// The same program on the same alliances, once speaking the protocol itself and once under the Bot Framework SDK: answered
/// check-ins and typed words with their replies, each against the other in one run. Without tokens, as the SDK reads its
/// keys by https alone.
/// </summary>
internal static class HostsBench
{
    public const string Part = "hosts";

    // More would wait longer under the SDK than a turn may take, and be turned away.
    private const int Connections = 16;

    public static IReadOnlyList<string> Names { get; } =
    [
        "host.native.invokes.per.s", "host.sdk.invokes.per.s", "host.native.invoke.us", "host.sdk.invoke.us",
        "host.native.messages.per.s", "host.sdk.messages.per.s", "host.native.message.us", "host.sdk.message.us",
        "host.native.rss.mb", "host.sdk.rss.mb",
    ];

    public static async Task RunAsync(string folder, Platform platform, Asked[] asked)
    {
        var second = Directory.CreateTempSubdirectory("alliancebot-bench-sdk-");
        foreach (var file in Directory.EnumerateFiles(folder)) File.Copy(file, Path.Combine(second.FullName, Path.GetFileName(file)));
        var (nativePort, sdkPort) = (Children.FreePort(), Children.FreePort());
        var (native, sdk) = (Start(folder, nativePort, "native"), Start(second.FullName, sdkPort, "sdk"));
        try
        {
            await LoadSide.ReadyAsync(nativePort, "/health/ready", native);
            await LoadSide.ReadyAsync(sdkPort, "/health/ready", sdk);
            var (one, other) = (
                new Side("native", native, await WarmAsync(await InvokesAsync(platform, asked, nativePort))),
                new Side("sdk", sdk, await WarmAsync(await InvokesAsync(platform, asked, sdkPort))));
            await Duel.RunAsync(one, other);
            Print("invoke", one, other);
            (one, other) = (
                new Side("native", native, await WarmAsync(await ConnectorBench.DriversAsync(platform, asked, nativePort, "", Connections))),
                new Side("sdk", sdk, await WarmAsync(await ConnectorBench.DriversAsync(platform, asked, sdkPort, "", Connections))));
            await Duel.RunAsync(one, other);
            Print("message", one, other);
            Console.WriteLine(new Result("host.native.rss.mb", Children.Resident(native), "MB"));
            Console.WriteLine(new Result("host.sdk.rss.mb", Children.Resident(sdk), "MB"));
        }
        finally
        {
            await Children.EndAsync(native);
            await Children.EndAsync(sdk);
            second.Delete(recursive: true);
        }
    }

    /// <summary>One after the other at first: on a busy machine a cold program needs longer for its first turns than they may take.</summary>
    private static async Task<T[]> WarmAsync<T>(T[] drivers)
        where T : IDriver
    {
        const int Tries = 40;
        for (var round = 0; round < Tries; round++)
        {
            try
            {
                foreach (var driver in drivers) await driver.OnceAsync();
                if (round > Tries / 4) break;
            }
            catch (InvalidOperationException turnedAway) when (round < Tries - 1)
            {
                Console.WriteLine(turnedAway.Message);
            }
        }

        return drivers;
    }

    private static async Task<TurnBench.Answering[]> InvokesAsync(Platform platform, Asked[] asked, int port) =>
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async index => new TurnBench.Answering(
            await Wire.OpenAsync(port, ""), platform.ServiceUrl, [.. asked.Where((_, at) => at % Connections == index)], follows: true)));

    private static Process Start(string folder, int port, string host) => Children.Start(Children.ServerCore, LoadSide.Program,
    [
        "--Teams:AllowAnonymous=true", $"--Teams:Host={host}", "--Storage:Provider=sqlite",
        // The SDK logs several lines for each turn: what would be measured is the console.
        "--Logging:LogLevel:Default=Warning",
        string.Create(CultureInfo.InvariantCulture, $"--Bot:Url=http://127.0.0.1:{port}"), $"--Bot:Data={folder}",
    ]);

    private static void Print(string what, Side native, Side sdk)
    {
        foreach (var (name, side) in new[] { ("native", native), ("sdk", sdk) })
        {
            Console.WriteLine(new Result($"host.{name}.{what}s.per.s", side.PerSecond, $"{what}s/s"));
            Console.WriteLine(new Result($"host.{name}.{what}.us", side.Microseconds, "us"));
        }
    }
}
