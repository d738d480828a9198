using System.Diagnostics;

namespace AllianceBot.Stores.Tests;

/// <summary>This test program, started once more as something else.</summary>
internal static class Child
{
    public static string Program { get; } =
        Path.Combine(AppContext.BaseDirectory, "AllianceBot.Stores.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public static Process Start(params string[] arguments) => Start(Program, arguments);

    /// <summary>
    /// Kills the child at a random moment after it has told a random number of things: so there was load, however slow the
    /// machine is.
    /// </summary>
    /// <returns>What it told, without "ready" and without a line that the kill cut off.</returns>
    public static async Task<IReadOnlyList<string>> KillAsync(Process child, Random chance, int atMost, TimeSpan patience, CancellationToken ct)
    {
        var told = new List<string>();
        var enough = chance.Next(0, atMost);
        while (told.Count <= enough)
        {
            var line = await child.StandardOutput.ReadLineAsync(ct).AsTask().WaitAsync(patience, ct);
            if (line is null) Assert.Fail($"The child ended by itself: {await child.StandardError.ReadToEndAsync(ct)}");
            told.Add(line);
        }

        Assert.Equal("ready", told[0]);
        await Task.Delay(chance.Next(0, 40), ct);
        child.Kill();
        var rest = await child.StandardOutput.ReadToEndAsync(ct).WaitAsync(patience, ct);
        await child.WaitForExitAsync(ct).WaitAsync(patience, ct);
        return [.. told.Skip(1), .. rest.Split('\n')[..^1]];
    }

    public static Process Start(string program, IEnumerable<string> arguments, Action<ProcessStartInfo>? set = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        set?.Invoke(start);
        return Process.Start(start) ?? throw new InvalidOperationException("The child did not start.");
    }
}
