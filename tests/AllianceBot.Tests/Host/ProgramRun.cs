using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AllianceBot.Tests.Host;

/// <summary>The real program as a child process, with its data in a folder of its own.</summary>
internal sealed class ProgramRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private ProgramRun(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
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
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Waits until the address answers 200.</summary>
    public async Task<HttpClient> ServesAsync(int port)
    {
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        for (var until = Stopwatch.StartNew(); until.Elapsed < Patience;)
        {
            if (process.HasExited) throw new InvalidOperationException($"It ended: {await output}{await errors}");
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

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
