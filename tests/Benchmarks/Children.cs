using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Benchmarks;

/// <summary>Processes on a core of their own: servers on one, the load on another.</summary>
internal static class Children
{
    public const int ServerCore = 0;
    public const int LoadCore = 1;

    public static Process Start(int core, string program, IEnumerable<string> arguments, bool readsOutput = false)
    {
        var pinned = OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("BENCH_UNPINNED") is null;
        var start = new ProcessStartInfo(pinned ? "taskset" : program)
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        if (pinned) foreach (var word in (string[])["-c", core.ToString(CultureInfo.InvariantCulture), program]) start.ArgumentList.Add(word);
        foreach (var word in arguments) start.ArgumentList.Add(word);
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        if (readsOutput) return process;
        process.OutputDataReceived += static (_, line) =>
        {
            if (line.Data is { Length: > 0 } text) Console.Error.WriteLine(text);
        };
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>This program once more, as one of its parts.</summary>
    public static Process Self(int core, IEnumerable<string> arguments, bool readsOutput = false) =>
        Start(core, Environment.ProcessPath!, arguments, readsOutput);

    /// <summary>
    /// A bare server. By default it would watch the folder it was started in for changed settings: with the database
    /// below, every write of the bot would be told to it, and the kernel's work for that put on the bot's account.
    /// </summary>
    public static WebApplicationBuilder Server()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        return builder;
    }

    public static async Task EndAsync(Process process)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Seconds of processor time it has used.</summary>
    public static double Seconds(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>Megabytes of memory it holds.</summary>
    public static double Resident(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1024.0 / 1024.0;
    }
}
