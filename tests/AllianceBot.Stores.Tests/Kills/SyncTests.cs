using System.ComponentModel;
using System.Globalization;

namespace AllianceBot.Stores.Tests;

/// <summary>
/// A kill cannot show a missing fsync, as what was written lives on in the system's memory. So the calls are counted.
/// </summary>
public sealed class SyncTests
{
    private const int Groups = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_acknowledged_group_is_synced_to_the_disk_once()
    {
        Assert.SkipUnless(await CanTraceAsync(), "fsync per acknowledged group: this machine has no strace, or forbids tracing.");
        var opening = await CountAsync(0, "plain");
        var writing = await CountAsync(Groups, "plain");
        // One more when the log begins: its header.
        Assert.InRange(writing - opening, Groups, Groups + 2);
    }

    internal static async Task<bool> CanTraceAsync()
    {
        try
        {
            using var child = Child.Start("strace", ["-f", "-e", "trace=fsync", "true"]);
            await child.WaitForExitAsync(Ct).WaitAsync(Patience, Ct);
            return child.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    internal static async Task<int> CountAsync(int groups, string library)
    {
        using var folder = new Folder();
        var trace = Path.Combine(folder.Path, "trace.txt");
        using var child = Child.Start(
            "strace",
            [
                "-f", "-qq", "-o", trace, "-e", "trace=fsync,fdatasync", "-e", "signal=none",
                Child.Program, "groups", folder.Database, groups.ToString(CultureInfo.InvariantCulture), library,
            ]);
        var said = await child.StandardOutput.ReadToEndAsync(Ct).WaitAsync(Patience, Ct);
        await child.WaitForExitAsync(Ct).WaitAsync(Patience, Ct);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{groups} acknowledged"), said.Trim());
        var lines = await File.ReadAllLinesAsync(trace, Ct);
        return lines.Count(line => (line.Contains("fsync(", StringComparison.Ordinal) || line.Contains("fdatasync(", StringComparison.Ordinal))
            && !line.Contains("resumed", StringComparison.Ordinal));
    }
}
