using System.Diagnostics;

namespace AllianceBot.Stores.Tests;

/// <summary>This test program, started once more as something else.</summary>
internal static class Child
{
    public static string Program { get; } =
        Path.Combine(AppContext.BaseDirectory, "AllianceBot.Stores.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public static Process Start(params string[] arguments) => Start(Program, arguments);

    public static Process Start(string program, IEnumerable<string> arguments, Action<ProcessStartInfo>? set = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        set?.Invoke(start);
        return Process.Start(start) ?? throw new InvalidOperationException("The child did not start.");
    }
}
