using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EndToEnd.Harness;

/// <summary>
/// A process of a test: its lines are kept and written to a log file, and it ends with the test, at the latest with the test program.
/// </summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Child, bool> Running = new();

    private readonly Process process;
    private readonly List<string> lines = [];
    private readonly StreamWriter log;
    private TaskCompletionSource somethingSaid = new(TaskCreationOptions.RunContinuationsAsynchronously);

    static Child() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var child in Running.Keys) child.Kill();
    };

    private Child(Process process, string logFile)
    {
        this.process = process;
        log = new StreamWriter(logFile, append: true) { AutoFlush = true };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Exited += (_, _) => Keep("[ended]");
        process.EnableRaisingEvents = true;
    }

    public bool HasEnded => process.HasExited;

    /// <summary>What it has said so far, oldest first.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines) return [.. lines];
        }
    }

    public static Child Start(
        string program, IEnumerable<string> arguments, string folder, string logFile, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var child = new Child(new Process { StartInfo = start }, logFile);
        child.process.Start();
        Running[child] = true;
        child.process.StandardInput.Close();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits for a line, said or still to be said. Fails with all its lines if it ends or keeps silent instead.</summary>
    public async Task<Match> SaysAsync(Regex pattern, TimeSpan limit)
    {
        var until = Stopwatch.StartNew();
        while (true)
        {
            var next = somethingSaid.Task;
            if (Lines.Select(line => pattern.Match(line)).FirstOrDefault(match => match.Success) is { } found) return found;
            var left = limit - until.Elapsed;
            if (process.HasExited || left <= TimeSpan.Zero) throw await FailedAsync($"never said {pattern}");
            await Task.WhenAny(next, Task.Delay(left), process.WaitForExitAsync());
        }
    }

    /// <summary>A fault in its own last words.</summary>
    public async Task<InvalidOperationException> FailedAsync(string what)
    {
        // Only this waits for the last lines of what has ended.
        if (process.HasExited) await process.WaitForExitAsync();
        return new($"{process.StartInfo.FileName} {what}. It said:\n{string.Join('\n', Lines.TakeLast(40))}");
    }

    /// <summary>SIGKILL: as if the power went.</summary>
    public void Kill()
    {
        Running.TryRemove(this, out _);
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(10));
        }
        catch (InvalidOperationException)
        {
            // It was never started or is gone already: both is what was wanted.
        }
    }

    /// <summary>SIGTERM, as a service manager does it; SIGKILL if that is not enough.</summary>
    public async Task<int> StopAsync(TimeSpan limit)
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await kill.WaitForExitAsync();
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(limit));
        }

        Kill();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        process.Dispose();
        await log.DisposeAsync();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (lines)
        {
            lines.Add(line);
            if (log.BaseStream is { CanWrite: true }) log.WriteLine(line);
        }

        Interlocked.Exchange(ref somethingSaid, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }
}
