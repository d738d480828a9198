using AllianceBot.Domain;
using AllianceBot.Engine;
using static AllianceBot.Stores.Tests.Rows;

namespace AllianceBot.Stores.Tests;

public abstract partial class AllianceStoreTests
{
    [Fact]
    public async Task Reads_during_commits_see_each_append_whole_or_not_at_all()
    {
        const int appends = 150;
        await Done(Append(A, 0, Event("0")));
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReadUntilAsync(appends), Ct)).ToArray();
        for (var i = 0; i < appends; i++)
        {
            var version = 1 + (2L * i);
            await Done(
                Append(A, version, Event($"{version}"), Event($"{version + 1}")) with { Words = [Words($"w{i}", "s")] },
                Note(Put("place", $"p{i}", "x")));
        }

        foreach (var reads in await Task.WhenAll(readers).WaitAsync(TimeSpan.FromSeconds(120), Ct)) Assert.True(reads > 0);
    }

    [Fact]
    public async Task A_cancelled_read_ends_as_cancelled_and_the_store_serves_on()
    {
        await Done(Append(A, 0, [.. Enumerable.Range(0, 2000).Select(i => Event($"{i}"))]));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.LoadAsync(A, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.DueAsync(Minute(0), 1, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindAsync(new DirectoryKey("place", "p"), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.CommitAsync([Append(B, 0, Event("no"))], cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var entry in Store.ListAsync("place", cancelled.Token)) Assert.Fail($"{entry.Key} was listed.");
        });
        Assert.Equal(2000, (await Load(A)).Version);
        Assert.Equal(0, (await Load(B)).Version);
    }

    [Fact]
    public async Task Reads_cancelled_at_any_moment_leave_nothing_behind()
    {
        await Done(Append(A, 0, [.. Enumerable.Range(0, 2000).Select(i => Event($"{i}"))]));
        for (var i = 0; i < 60; i++)
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromMicroseconds(20 * i));
            try
            {
                Assert.Equal(2000, (await Task.Run(() => Store.LoadAsync(A, soon.Token), Ct)).Events.Count);
            }
            catch (OperationCanceledException) when (soon.IsCancellationRequested)
            {
            }
        }

        await Done(Append(A, 2000, Event("next")));
        Assert.Equal(2001, (await Load(A)).Version);
    }

    [Fact]
    public async Task An_alliance_of_many_events_loads_whole()
    {
        for (var i = 0; i < 10; i++)
        {
            await Done(Append(A, 1000 * i, [.. Enumerable.Range(0, 1000).Select(n => Event($"{(1000 * i) + n}", $"a{i}"))]));
        }

        var stream = await Load(A);
        Assert.Equal(10_000, stream.Version);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(n => $"{n}"), stream.Events.Select(row => Text(row.Json)[6..^2]));
        Assert.Equal(10, (await Store.RecentAsksAsync(A, 100, Ct)).Count);
    }

    [Fact]
    public async Task Strange_text_in_ids_and_values_comes_back_as_it_was()
    {
        const string strange = "'; drop table events; -- \u0000 ü 漢 🎈 \"";
        await Done(Append(A, 0, Event("x", strange, strange)) with { Words = [Words("w", strange)], Notices = [Notice(strange)] });
        await Done(Note(Put(strange, strange, strange)), Shown(Card(A, strange, 1, subject: strange, reader: strange)));
        await ReopenAsync();
        var stream = await Load(A);
        Assert.Equal((strange, strange), (stream.Events[0].Ask, stream.Events[0].Transport));
        Assert.Equal(strange, stream.Words[0].Shelf);
        Assert.Equal(strange, (await Store.OutboxAsync(new OutboxQuery(Minute(0), 1), Ct))[0].Key);
        Assert.Equal(strange, await Find(strange, strange));
        Assert.Equal(strange, (await Store.ShownAtAsync("conversation-1", strange, Ct))?.Reader);
    }

    private async Task<int> ReadUntilAsync(int appends)
    {
        var reads = 0;
        for (var version = 0L; version < 1 + (2L * appends); reads++)
        {
            var stream = await Store.LoadAsync(A, Ct);
            Assert.True(stream.Version >= version && stream.Version % 2 == 1, $"read version {stream.Version} after {version}");
            Assert.Equal(stream.Version, stream.Events.Count);
            Assert.Equal((stream.Version - 1) / 2, stream.Words.Count);
            version = stream.Version;
            await Task.Yield();
        }

        return reads;
    }
}
