using AllianceBot.Domain;
using static AllianceBot.Stores.Tests.Rows;

namespace AllianceBot.Stores.Tests;

/// <summary>How large the log beside the database becomes, and who carries it over.</summary>
public sealed class SqliteLogTests : IDisposable
{
    private static readonly AllianceId A = new("riverbend");

    private readonly Folder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_log_stays_bounded_under_steady_writing()
    {
        await using var store = folder.Open(folder.Options with { CheckpointPages = 50, LogPagesAtMost = 200 });
        for (var i = 0; i < 2_000; i++) await store.CommitAsync([Append(A, i, Event(new string('x', 2_000)))], Ct);
        var log = new FileInfo(folder.Database + "-wal").Length;
        // What one commit writes may come on top: it is carried over after it.
        Assert.InRange(log, 1, 210 * 4_120);
    }

    [Fact]
    public async Task Who_reaches_the_bound_of_the_log_waits_for_the_one_who_is_just_carrying_it_over()
    {
        await using var store = folder.Open(folder.Options with { CheckpointPages = 10_000, LogPagesAtMost = 50 });
        using var begun = new ManualResetEventSlim();
        using var ended = new ManualResetEventSlim();
        var carrying = Task.Run(
            () => store.Checkpoints.Alone(() =>
            {
                begun.Set();
                return ended.Wait(30_000);
            }),
            Ct);
        begun.Wait(Ct);
        var writing = Task.Run(
            async () =>
            {
                for (var i = 0; i < 300; i++) await store.CommitAsync([Append(A, i, Event(new string('x', 2_000)))], Ct);
            },
            Ct);
        Assert.NotSame(writing, await Task.WhenAny(writing, Task.Delay(1_000, Ct)));
        ended.Set();
        await writing;
        Assert.True(await carrying);
        Assert.InRange(new FileInfo(folder.Database + "-wal").Length, 1, 60 * 4_120);
    }

    [Fact]
    public async Task The_log_is_carried_over_beside_the_committer()
    {
        await using var store = folder.Open(folder.Options with { CheckpointPages = 50 });
        for (var i = 0; i < 200; i++) await store.CommitAsync([Append(A, i, Event(new string('x', 2_000)))], Ct);
        var file = new FileInfo(folder.Database);
        for (var i = 0; i < 300 && file.Length < 300_000; i++)
        {
            await Task.Delay(100, Ct);
            file.Refresh();
        }

        Assert.InRange(file.Length, 300_000, 1_000_000);
    }
}
