#if BOT_FRAMEWORK_SDK
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
                new Side("native", native, await InvokesAsync(platform, asked, nativePort)), new Side("sdk", sdk, await InvokesAsync(platform, asked, sdkPort)));
            await Duel.RunAsync(one, other);
            Print("invoke", one, other);
            (one, other) = (
                new Side("native", native, await ConnectorBench.DriversAsync(platform, asked, nativePort, "")),
                new Side("sdk", sdk, await ConnectorBench.DriversAsync(platform, asked, sdkPort, "")));
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

    private static async Task<TurnBench.Answering[]> InvokesAsync(Platform platform, Asked[] asked, int port) =>
        await Task.WhenAll(Enumerable.Range(0, TurnBench.Connections).Select(async index => new TurnBench.Answering(
            await Wire.OpenAsync(port, ""), platform.ServiceUrl, [.. asked.Where((_, at) => at % TurnBench.Connections == index)], follows: true)));

    private static Process Start(string folder, int port, string host) => Children.Start(Children.ServerCore, LoadSide.Program,
    [
        "--Teams:AllowAnonymous=true", $"--Teams:Host={host}", "--Storage:Provider=sqlite",
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
#endif
