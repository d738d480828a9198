using AllianceBot.Domain;
using AllianceBot.Engine;
using static AllianceBot.Stores.Tests.Rows;

namespace AllianceBot.Stores.Tests;

public abstract partial class AllianceStoreTests
{
    [Fact]
    public async Task C10_Notices_wait_for_their_not_before_and_come_earliest_first_then_as_written()
    {
        await Done(Notices(A, 0, Notice("late", 9), Notice("first", 1), Notice("second", 1)), Notices(B, 0, Notice("zero", 0)));
        Assert.Equal(["zero", "first", "second"], await Keys(5));
        Assert.Equal(["zero", "first", "second", "late"], await Keys(9));
        Assert.Equal(["zero", "first"], (await Outbox(9, atMost: 2)).Select(row => row.Key));
        Assert.Empty(await Keys(-1));
        Assert.Equal(["zero"], (await Store.OutboxAsync(new OutboxQuery(Minute(9), 10) { Alliance = B }, Ct)).Select(row => row.Key));
        var row = (await Outbox(9))[0];
        Assert.Equal((B, OutboxState.Pending, Minute(0), 0, null), (row.Alliance, row.State, row.NotBefore, row.Attempts, row.Node));
        Assert.Equal("""{"key":"zero"}""", Text(row.Json));
    }

    [Fact]
    public async Task C3_The_same_notice_again_is_stored_once()
    {
        await Done(Notices(A, 0, Notice("n", 1), Notice("n", 2)));
        await Done(Notices(A, 1, Notice("n", 3)), Notices(B, 0, Notice("n", 4)));
        Assert.Equal([Minute(1), Minute(4)], (await Outbox(9)).Select(row => row.NotBefore));
    }

    [Fact]
    public async Task A_claimed_notice_is_nobody_elses()
    {
        await Done(Notices(A, 0, Notice("n")));
        var row = (await Outbox(0)).Single();
        var claim = Move(row, OutboxState.Sending, 10) with { Attempts = 1, Node = "node-1" };
        Assert.Equal([CommitResult.Done, CommitResult.Conflict], await Commit(claim, claim with { Node = "node-2" }));
        Assert.Equal([CommitResult.Conflict], await Commit(claim));
        Assert.Empty(await Outbox(99));
        var sending = (await Outbox(10, OutboxState.Sending)).Single();
        Assert.Equal((row.Row, OutboxState.Sending, 1, "node-1"), (sending.Row, sending.State, sending.Attempts, sending.Node));
    }

    [Fact]
    public async Task Sending_is_read_only_once_its_deadline_has_passed()
    {
        await Done(Notices(A, 0, Notice("n")));
        await Done(Move((await Outbox(0)).Single(), OutboxState.Sending, 10));
        Assert.Empty(await Outbox(9, OutboxState.Sending));
        Assert.Equal(Minute(10), await Store.NextAsync(Ct));
        await ReopenAsync();
        var row = (await Outbox(10, OutboxState.Sending)).Single();
        await Done(Move(row, OutboxState.Unknown, 10));
        Assert.Empty(await Outbox(99, OutboxState.Sending));
        Assert.Empty(await Outbox(99));
        Assert.Equal("n", (await Outbox(10, OutboxState.Unknown)).Single().Key);
        Assert.Null(await Store.NextAsync(Ct));
    }

    [Theory]
    [InlineData(OutboxState.Held)]
    [InlineData(OutboxState.Retry)]
    public async Task What_is_held_or_to_be_retried_comes_again_at_its_time(OutboxState state)
    {
        await Done(Notices(A, 0, Notice("n"), Notice("m", 2)));
        var row = (await Outbox(0)).Single();
        await Done(Move(row, state, 5) with { Attempts = 3 });
        Assert.Equal(["m"], await Keys(4));
        Assert.Equal(["m", "n"], await Keys(5));
        var waiting = (await Outbox(5)).Single(it => it.Key == "n");
        Assert.Equal((state, 3), (waiting.State, waiting.Attempts));
        await Done(Move(waiting, OutboxState.Sending, 9));
    }

    [Theory]
    [InlineData(OutboxState.Sent)]
    [InlineData(OutboxState.Unknown)]
    [InlineData(OutboxState.Unreachable)]
    [InlineData(OutboxState.Obsolete)]
    public async Task What_is_settled_waits_no_more(OutboxState state)
    {
        await Done(Notices(A, 0, Notice("n")));
        await Done(Move((await Outbox(0)).Single(), state));
        Assert.Empty(await Outbox(99));
        Assert.Null(await Store.NextAsync(Ct));
        Assert.Equal([state], (await Outbox(99, state)).Select(row => row.State));
    }

    [Fact]
    public async Task A_notice_whose_role_became_people_is_replaced_in_one_step()
    {
        await Done(Notices(A, 0, Notice("role")));
        var row = (await Outbox(0)).Single();
        var replace = Move(row, OutboxState.Obsolete) with { Instead = [Notice("role/ana"), Notice("role/ben", 2)] };
        Assert.Equal([CommitResult.Done, CommitResult.Conflict], await Commit(replace, replace));
        Assert.Equal(["role/ana", "role/ben"], await Keys(2));
        Assert.All(await Outbox(2), it => Assert.Equal(A, it.Alliance));
    }

    [Fact]
    public async Task What_was_sent_is_noted_as_shown_in_the_same_step()
    {
        await Done(Notices(A, 0, Notice("n")));
        var row = (await Outbox(0)).Single();
        await Done(Move(row, OutboxState.Sending, 1));
        var sent = new MoveNotice(A, row.Row, OutboxState.Sending, OutboxState.Sent, Minute(0), 1) { Shown = Card(A, "m1", 1) };
        await Done(sent);
        Assert.Equal([CommitResult.Conflict], await Commit(sent with { Shown = Card(A, "m2", 1) }));
        Assert.Equal("m1", (await Store.ShownAsync(A, "commitment:c1", null, 5, Ct)).Single().Message);
    }

    [Fact]
    public async Task A_settled_notice_goes_on_its_way_again_unless_its_like_is_on_the_way()
    {
        await Done(Notices(A, 0, Notice("n")));
        var row = (await Outbox(0)).Single();
        await Done(Move(row, OutboxState.Unknown));
        var repeat = Move(row with { State = OutboxState.Unknown }, OutboxState.Pending, 3);
        await Done(Notices(A, 1, Notice("n", 5)));
        Assert.Equal([CommitResult.Conflict], await Commit(repeat));
        await Done(Move((await Outbox(5)).Single(), OutboxState.Sent));
        await Done(repeat);
        Assert.Equal([row.Row], (await Outbox(5)).Select(it => it.Row));
    }

    [Fact]
    public async Task A_notice_of_a_work_that_failed_was_never_on_the_way()
    {
        await Done(Notices(A, 0, Notice("settled")));
        var row = (await Outbox(0)).Single();
        var failing = Notices(A, 1, Notice("n")) with { Words = [Words("w", "s"), Words("w", "s")] };
        var replace = Move(row, OutboxState.Obsolete) with { Instead = [Notice("instead")] };
        Assert.Equal([CommitResult.Failed, CommitResult.Done, CommitResult.Conflict], await Commit(failing, replace, replace));
        await Done(Notices(A, 1, Notice("n"), Notice("settled"), Notice("instead")));
        Assert.Equal(["instead", "n", "settled"], await Keys(0));
        await ReopenAsync();
        await Done(Notices(A, 2, Notice("n"), Notice("settled"), Notice("new")));
        Assert.Equal(["instead", "n", "settled", "new"], await Keys(0));
    }

    [Fact]
    public async Task Moving_a_row_that_is_not_there_or_is_another_alliances_is_a_conflict()
    {
        await Done(Notices(A, 0, Notice("n")));
        var row = (await Outbox(0)).Single();
        Assert.Equal(
            [CommitResult.Conflict, CommitResult.Conflict, CommitResult.Done],
            await Commit(
                new MoveNotice(A, row.Row + 1000, OutboxState.Pending, OutboxState.Sending, Minute(1), 1),
                new MoveNotice(B, row.Row, OutboxState.Pending, OutboxState.Sending, Minute(1), 1),
                Move(row, OutboxState.Sending, 1)));
    }

    [Fact]
    public async Task H3_What_a_turn_shows_itself_is_kept_aside_and_found_again_until_it_is_over()
    {
        await Done(Notices(A, 0, InTurn("tap", 1, 2), Notice("other", 1)), Notices(B, 0, InTurn("touch", 1, 3)));
        Assert.Equal(["other"], await Keys(99));
        Assert.Equal(Minute(1), await Store.NextAsync(Ct));
        await ReopenAsync();
        Assert.Equal([(A, "tap", Minute(2), """{"key":"tap"}"""), (B, "touch", Minute(3), """{"key":"touch"}""")], await Aside(1));
        Assert.Equal([(B, "touch", Minute(3), """{"key":"touch"}""")], await Aside(2));
        Assert.Empty(await Aside(3));
        for (var turn = 1; turn < 50; turn++) await Done(Notices(A, turn, InTurn($"tap {turn}", 10 + turn, 13 + turn)));
        await ReopenAsync();
        Assert.Equal(["tap 47", "tap 48", "tap 49"], (await Aside(59)).Select(static kept => kept.Key));
    }

    [Fact]
    public async Task Of_works_that_failed_nothing_is_kept_aside()
    {
        var failing = Notices(A, 0, InTurn("bad", 1, 9)) with { Words = [Words("w", "s"), Words("w", "s")] };
        Assert.Equal([CommitResult.Done, CommitResult.Failed], await Commit(Notices(B, 0, InTurn("good", 1, 9)), failing));
        Assert.Equal(["good"], (await Aside(0)).Select(static kept => kept.Key));
    }

    [Fact]
    public async Task Any_number_and_any_length_can_be_kept_aside_at_once()
    {
        var long1 = new string('x', 9_000);
        NewNotice[] many = [InTurn(long1, 1, 9), .. Enumerable.Range(0, 100).Select(number => InTurn($"n{number}", 1, 9))];
        await Done(Notices(A, 0, many));
        await ReopenAsync();
        Assert.Equal(many.Select(static one => one.Key).Order(), (await Aside(0)).Select(static kept => kept.Key).Order());
    }

    [Fact]
    public async Task Notices_may_come_without_an_append()
    {
        await Done(Notices(A, 0, Notice("n")));
        await Done(new AddNotices(A, [Notice("n", 1), Notice("m", 2)]));
        Assert.Equal(["n", "m"], await Keys(9));
    }

    private static NewNotice InTurn(string key, long at, long until) => Notice(key, until) with { InTurn = Minute(at) };

    private async Task<IEnumerable<(AllianceId Alliance, string Key, NodaTime.Instant NotBefore, string Json)>> Aside(long after) =>
        (await Store.InTurnAsync(Minute(after), Ct)).OrderBy(static kept => kept.Notice.NotBefore)
            .Select(static kept => (kept.Alliance, kept.Notice.Key, kept.Notice.NotBefore, Text(kept.Notice.Json)));

    private Task<IReadOnlyList<OutboxRow>> Outbox(long minute, OutboxState state = OutboxState.Pending, int atMost = 100) =>
        Store.OutboxAsync(new OutboxQuery(Minute(minute), atMost, state), Ct);

    private async Task<IEnumerable<string>> Keys(long minute) => (await Outbox(minute)).Select(row => row.Key);
}
