using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Benchmarks;

/// <summary>The process of the load: starts the servers on the other core, drives them in turns, and prints what it saw.</summary>
internal static class LoadSide
{
    public const string Start = "start";
    public const string Turn = "turn";
    public const string Connector = "connector";

    public static async Task RunAsync(string folder, IReadOnlyList<string> names)
    {
        var asked = JsonSerializer.Deserialize<Asked[]>(await File.ReadAllTextAsync(Path.Combine(folder, "asked.json")))!;
        await using var platform = new Platform(Children.FreePort());
        await platform.StartAsync();
        await (names[0] switch
        {
            Start => StartBench.RunAsync(folder, platform),
            Turn => TurnBench.RunAsync(folder, platform, asked),
            HostsBench.Part => HostsBench.RunAsync(folder, platform, asked),
            _ => ConnectorBench.RunAsync(folder, platform, asked),
        });
    }

    /// <summary>Whether another build is measured than this one's.</summary>
    public static bool IsNamed => Environment.GetEnvironmentVariable("ALLIANCEBOT_PROGRAM") is { Length: > 0 };

    /// <summary>The real program as it is built for release; another build of it where ALLIANCEBOT_PROGRAM names one.</summary>
    public static string Program => IsNamed
        ? Environment.GetEnvironmentVariable("ALLIANCEBOT_PROGRAM")! : Path.Combine(Repository.Root, "src", "AllianceBot", "bin", "Release", "net10.0", "AllianceBot");

    /// <summary>Starts the real program on this database.</summary>
    public static Process StartBot(string folder, Platform platform, int port) => Children.Start(
        Children.ServerCore, Program,
        [.. platform.Settings(), string.Create(CultureInfo.InvariantCulture, $"--Bot:Url=http://127.0.0.1:{port}"), $"--Bot:Data={folder}"]);

    public static Process StartLean(Platform platform, int port) =>
        Children.Self(Children.ServerCore, ["lean", port.ToString(CultureInfo.InvariantCulture), platform.ServiceUrl]);

    /// <summary>Asks until it answers 200.</summary>
    public static async Task ReadyAsync(int port, string path, Process server)
    {
        using var client = new HttpClient();
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{path}"));
        while (true)
        {
            if (server.HasExited) throw new InvalidOperationException($"A server ended with {server.ExitCode}.");
            try
            {
                using var response = await client.GetAsync(address);
                if (response.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(2);
        }
    }
}
