using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AllianceBot.Tests.Host;

/// <summary>The real program as a child process, with its data in a folder of its own.</summary>
internal sealed class ProgramRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder said = new();

    private ProgramRun(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All it has said so far.</summary>
    private string Said
    {
        get
        {
            lock (said) return said.ToString();
        }
    }

    public static string Folder() => Directory.CreateTempSubdirectory("alliancebot-").FullName;

    public static ProgramRun Start(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AllianceBot.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Waits until it ended by itself: its exit code and all it said.</summary>
    public async Task<(int Code, string Said)> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, Said);
    }

    /// <summary>Waits until it has said this: all it has said so far.</summary>
    public async Task<string> SaysAsync(string text)
    {
        for (var until = Stopwatch.StartNew(); until.Elapsed < Patience && !process.HasExited; await Task.Delay(50))
        {
            if (Said.Contains(text, StringComparison.Ordinal)) return Said;
        }

        throw new TimeoutException($"It never said “{text}”, but: {Said}");
    }

    /// <summary>Waits until the address answers 200.</summary>
    public async Task<HttpClient> ServesAsync(int port)
    {
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        for (var until = Stopwatch.StartNew(); until.Elapsed < Patience;)
        {
            if (process.HasExited) throw new InvalidOperationException($"It ended: {Said}");
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK) return client;
            }
            catch (HttpRequestException)
            {
                // Not listening yet: asked again until the patience ends.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The program did not become ready.");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (said) said.AppendLine(line);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);

        // Its files are free only once it is gone.
        process.WaitForExit();
        process.Dispose();
    }
}
