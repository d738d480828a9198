using AllianceBot.Domain;
using AllianceBot.Engine;
using static AllianceBot.Stores.Tests.Rows;

namespace AllianceBot.Stores.Tests;

public abstract partial class AllianceStoreTests
{
    [Fact]
    public async Task An_unknown_alliance_is_an_empty_stream()
    {
        var stream = await Load(A);
        Assert.Equal(0, stream.Version);
        Assert.Empty(stream.Events);
        Assert.Empty(stream.Words);
        Assert.Empty(stream.Keys);
    }

    [Fact]
    public async Task Events_are_loaded_in_the_order_they_were_appended_and_streams_stay_apart()
    {
        await Done(Append(A, 0, Event("one", "a1", "t1"), Event("two", "a1", "t1")), Append(B, 0, Event("other")));
        await Done(Append(A, 2, Event("three", "a2")));
        var stream = await Load(A);
        Assert.Equal(3, stream.Version);
        Assert.Equal(["one", "two", "three"], stream.Events.Select(row => Text(row.Json)[6..^2]));
        Assert.Equal(["a1", "a1", "a2"], stream.Events.Select(row => row.Ask));
        Assert.Equal(["t1", "t1", null], stream.Events.Select(row => row.Transport));
        Assert.All(stream.Events, row => Assert.Equal("test.happened.v1", row.Name));
        Assert.Equal(1, (await Load(B)).Version);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task An_append_on_another_version_than_the_stream_has_is_a_conflict_and_changes_nothing(long expected)
    {
        await Done(Append(A, 0, Event("one")));
        var stale = Append(A, expected, Event("late")) with
        {
            Notices = [Notice("n")],
            Directory = [Put("place", "p", "x")],
            Shown = [Card(A, "m", 0)],
            NextDue = Minute(0),
        };
        Assert.Equal([CommitResult.Conflict], await Commit(stale));
        Assert.Equal(1, (await Load(A)).Version);
        Assert.Null(await Store.NextAsync(Ct));
        Assert.Null(await Store.FindAsync(new DirectoryKey("place", "p"), Ct));
        Assert.Null(await Store.ShownAtAsync("conversation-1", "m", Ct));
    }

    [Fact]
    public async Task The_same_append_again_is_a_conflict_and_is_not_stored_twice()
    {
        var append = Append(A, 0, Event("one", "a1"));
        Assert.Equal([CommitResult.Done, CommitResult.Conflict], await Commit(append, append));
        Assert.Equal([CommitResult.Conflict], await Commit(append));
        Assert.Equal(1, (await Load(A)).Version);
    }

    [Fact]
    public async Task One_append_that_cannot_be_written_takes_along_only_later_ones_of_its_own_alliance()
    {
        await Done(Append(A, 0, Event("before")) with { Words = [Words("w1", "s")] });
        var results = await Commit(
            Append(A, 1, Event("good")),
            Append(B, 0, Event("other")),
            Append(A, 2, Event("bad")) with { Words = [Words("w2", "s"), Words("w1", "s")], Notices = [Notice("bad")], NextDue = Minute(1) },
            Append(B, 1, Event("other two")),
            Append(A, 3, Event("decided on the bad one")),
            Append(A, 2, Event("fits by accident")),
            Note(Put("place", "p", "x")));
        Assert.Equal(
            [CommitResult.Done, CommitResult.Done, CommitResult.Failed, CommitResult.Done, CommitResult.Failed, CommitResult.Failed, CommitResult.Done],
            results);
        Assert.Equal(["before", "good"], (await Load(A)).Events.Select(row => Text(row.Json)[6..^2]));
        Assert.Equal(["w1"], (await Load(A)).Words.Select(row => row.Id));
        Assert.Equal(2, (await Load(B)).Version);
        Assert.Null(await Store.NextAsync(Ct));
        await Done(Append(A, 2, Event("next group")));
    }

    [Fact]
    public async Task A_conflict_takes_along_later_ones_of_its_own_alliance()
    {
        await Done(Append(A, 0, Event("another node's")));
        var results = await Commit(Append(A, 0, Event("mine")), Append(A, 1, Event("decided on mine")), Append(B, 0, Event("other")));
        Assert.Equal([CommitResult.Conflict, CommitResult.Conflict, CommitResult.Done], results);
        Assert.Equal(1, (await Load(A)).Version);
    }

    [Fact]
    public async Task A_bad_first_append_leaves_no_alliance_behind()
    {
        var bad = Append(A, 0, Event("bad")) with { Words = [Words("w", "s"), Words("w", "s")] };
        Assert.Equal([CommitResult.Failed, CommitResult.Done], await Commit(bad, Append(B, 0, Event("good"))));
        Assert.Equal(0, (await Load(A)).Version);
        await Done(Append(A, 0, Event("again")), Append(B, 1, Event("more")));
        Assert.Equal(1, (await Load(A)).Version);
        Assert.Equal(2, (await Load(B)).Version);
    }

    [Fact]
    public async Task An_append_without_events_still_brings_along_the_rest()
    {
        await Done(Append(A, 0, Event("one")));
        await Done(Append(A, 1) with { Notices = [Notice("n", 5)], Directory = [Put("place", "p", "x")] });
        Assert.Equal(1, (await Load(A)).Version);
        Assert.Equal(Minute(5), await Store.NextAsync(Ct));
    }

    [Fact]
    public async Task Big_payloads_come_back_whole()
    {
        var big = new string('x', 700_000) + "ende";
        await Done(Append(A, 0, Event(big)) with { Words = [Words("w", "s", big)], Keys = [Key("s")] }, Note(Put("setting", "big", big)));
        await ReopenAsync();
        var stream = await Load(A);
        Assert.Equal(big, Text(stream.Events[0].Json)[6..^2]);
        Assert.Equal(big, Text(stream.Words[0].Sealed));
        Assert.Equal(big, Text(await Store.FindAsync(new DirectoryKey("setting", "big"), Ct)));
    }

    [Fact]
    public async Task Given_bytes_may_be_used_again_after_the_commit()
    {
        var buffer = Bytes("first").ToArray();
        await Done(Append(A, 0, new EventRow("e.v1", buffer, "a", null)) with { Words = [new WordsRow("w", "s", buffer)] });
        buffer.AsSpan().Fill((byte)'?');
        Assert.Equal("first", Text((await Load(A)).Events[0].Json));
        Assert.Equal("first", Text((await Load(A)).Words[0].Sealed));
    }

    [Fact]
    public async Task Recent_asks_are_the_newest_first_and_each_once()
    {
        await Done(Append(A, 0, Event("1", "a1", "t1"), Event("2", "a1", "t1")), Append(B, 0, Event("x", "other")));
        await Done(Append(A, 2, Event("3", "a2")));
        await Done(Append(A, 3, Event("4", "a3", "t3"), Event("5", "a3", "t3"), Event("6", "a3", "t3")));
        Assert.Equal(
            [new RecentAsk("a3", "t3", 6), new RecentAsk("a2", null, 3), new RecentAsk("a1", "t1", 2)],
            await Store.RecentAsksAsync(A, 10, Ct));
        Assert.Equal(["a3", "a2"], (await Store.RecentAsksAsync(A, 2, Ct)).Select(ask => ask.Ask));
        Assert.Empty(await Store.RecentAsksAsync(new AllianceId("nobody"), 10, Ct));
    }

    [Fact]
    public async Task Everything_is_there_after_reopening()
    {
        var secret = Store.Secret.ToArray();
        Assert.Equal(32, secret.Length);
        await Done(Append(A, 0, Event("one", "a1", "t1")) with
        {
            Words = [Words("w", "s", "text")],
            Keys = [Key("s", "key")],
            Notices = [Notice("n", 3)],
            Shown = [Card(A, "m", 1)],
            Directory = [Put("place", "p", "x")],
            NextDue = Minute(7),
        });
        await ReopenAsync();
        Assert.Equal(secret, Store.Secret.ToArray());
        var stream = await Load(A);
        Assert.Equal(1, stream.Version);
        Assert.Equal("text", Text(stream.Words.Single().Sealed));
        Assert.Equal("key", Text(stream.Keys.Single().Key));
        Assert.Equal("n", (await Store.OutboxAsync(new OutboxQuery(Minute(3), 10), Ct)).Single().Key);
        Assert.Equal([new DueAlliance(A, Minute(7))], await Store.DueAsync(Minute(7), 10, Ct));
        Assert.Equal(Card(A, "m", 1), await Store.ShownAtAsync("conversation-1", "m", Ct));
        Assert.Equal("x", Text(await Store.FindAsync(new DirectoryKey("place", "p"), Ct)));
        Assert.Equal([new RecentAsk("a1", "t1", 1)], await Store.RecentAsksAsync(A, 10, Ct));
        await Done(Append(A, 1, Event("two")));
    }
}
