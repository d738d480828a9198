using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AllianceBot.Try;

/// <summary>
/// The Agents Playground beside the bot: installed from npm on first use into the try folder, started, and ended with
/// the bot. It is a client for one human; who that human plays is said in the conversation.
/// </summary>
internal sealed partial class Playground : IAsyncDisposable
{
    /// <summary>The version that was checked with this bot; newer ones may draw cards differently.</summary>
    public const string Package = "@microsoft/m365agentsplayground@0.2.28";

    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private Playground(Process process, int port) => (this.process, Port) = (process, port);

    /// <summary>Where it listens; another than asked for when that one was taken.</summary>
    public int Port { get; }

    /// <summary>Whether Node.js and npm are there to get and run the client.</summary>
    public static bool CanRun => Find("node") is not null && Find("npm") is not null;

    /// <summary>Installs the client if it is not there yet.</summary>
    /// <returns>Null when it is there now, else npm's own last words.</returns>
    public static async Task<string?> InstallAsync(string folder, CancellationToken ct)
    {
        if (File.Exists(Script(folder))) return null;
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo(Find("npm")!, ["install", "--prefix", folder, "--no-audit", "--no-fund", Package])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var npm = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(InstallTime);
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = await npm.StandardError.ReadToEndAsync(limit.Token);
            await output;
            await npm.WaitForExitAsync(limit.Token);
            return npm.ExitCode == 0 && File.Exists(Script(folder)) ? null : errors.Trim();
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            npm.Kill(entireProcessTree: true);
            return $"npm did not finish within {InstallTime.TotalMinutes:0} minutes";
        }
    }

    /// <summary>Starts the client against the bot's endpoint and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended or said nothing for a minute; its log is named.</exception>
    public static async Task<Playground> StartAsync(string folder, Uri endpoint, int port, CancellationToken ct)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, ".m365agentsplayground.yml"), Cast, ct);
        var start = new ProcessStartInfo(Find("node")!)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in (string[])[Script(folder), "start", "-e", endpoint.ToString(), "-c", "msteams",
            "-p", port.ToString(CultureInfo.InvariantCulture), "--disable-telemetry"])
            start.ArgumentList.Add(word);
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        var process = Process.Start(start)!;
        var listening = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (ListeningOn().Match(line.Data ?? "") is { Success: true } match)
                listening.TrySetResult(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        };
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException(
            $"The Playground ended by itself; its log is in {Path.Combine(folder, "devTools")}."));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new Playground(process, await listening.Task.WaitAsync(StartTime, ct));
        }
        catch
        {
            await EndAsync(process);
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync(process);

    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static string Script(string folder) =>
        Path.Combine(folder, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");

    private static string? Find(string program)
    {
        var names = OperatingSystem.IsWindows() ? new[] { $"{program}.exe", $"{program}.cmd" } : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    [GeneratedRegex(@"Listening on (\d+)")]
    private static partial Regex ListeningOn();
}
