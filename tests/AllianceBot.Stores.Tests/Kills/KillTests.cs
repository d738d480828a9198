using AllianceBot.Engine;

namespace AllianceBot.Stores.Tests;

/// <summary>The embedded default under kills: <see cref="KillRounds"/>.</summary>
public sealed class KillTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task Fifty_kills_under_load_lose_nothing_acknowledged_and_apply_nothing_twice() => new KillRounds(
        static seed => seed % 2 == 0 ? "system" : "bundled", static folder => folder.Open()).RunAsync(files: 5, roundsPerFile: 10, firstSeed: 0, Ct);

    [Fact]
    public async Task A_second_process_on_the_same_file_is_refused_and_may_start_once_the_first_was_killed()
    {
        using var folder = new Folder();
        using var first = Child.Start("victim", folder.Database, "1", "system");
        Assert.Equal("ready", await first.StandardOutput.ReadLineAsync(Ct).AsTask().WaitAsync(Patience, Ct));
        var fault = Assert.Throws<StoreException>(() => folder.Open());
        Assert.Contains("Another AllianceBot uses the database", fault.Message, StringComparison.Ordinal);
        first.Kill();
        await first.WaitForExitAsync(Ct).WaitAsync(Patience, Ct);
        await folder.Open().DisposeAsync();
    }
}
