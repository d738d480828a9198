namespace AllianceBot.Stores.Tests;

/// <summary>
/// The library itself loses what it acknowledged when several threads write and the process dies. One writer, a synced log
/// and everything carried over before it is acknowledged: then nothing may be lost.
/// </summary>
public sealed class LiteDbKillTests
{
    private const int Groups = 40;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(50)]
    [InlineData(75)]
    public Task Twenty_five_kills_under_load_lose_nothing_acknowledged_and_apply_nothing_twice(int firstSeed) =>
        new KillRounds(static _ => "litedb", static folder => LiteDbStoreTests.Open(folder)).RunAsync(files: 5, roundsPerFile: 5, firstSeed, Ct);

    [Fact]
    public async Task Each_acknowledged_group_is_synced_in_the_log_and_in_the_file()
    {
        Assert.SkipUnless(await SyncTests.CanTraceAsync(), "fsync per acknowledged group: this machine has no strace, or forbids tracing.");
        var opening = await SyncTests.CountAsync(0, "litedb");
        var writing = await SyncTests.CountAsync(Groups, "litedb");
        Assert.Equal(2 * Groups, writing - opening);
    }
}
