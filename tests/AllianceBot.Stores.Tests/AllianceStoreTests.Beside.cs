using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;
using static AllianceBot.Stores.Tests.Rows;

namespace AllianceBot.Stores.Tests;

public abstract partial class AllianceStoreTests
{
    [Fact]
    public async Task Due_alliances_come_earliest_first_and_only_when_their_time_has_come()
    {
        var c = new AllianceId("corner");
        await Done(
            Append(A, 0, Event("1")) with { NextDue = Minute(30) },
            Append(B, 0, Event("1")) with { NextDue = Minute(10) },
            Append(c, 0, Event("1")) with { NextDue = Minute(20) });
        Assert.Equal(Minute(10), await Store.NextAsync(Ct));
        Assert.Empty(await Store.DueAsync(Minute(9), 10, Ct));
        Assert.Equal([new DueAlliance(B, Minute(10)), new DueAlliance(c, Minute(20))], await Store.DueAsync(Minute(29), 10, Ct));
        Assert.Equal([new DueAlliance(B, Minute(10))], await Store.DueAsync(Minute(99), 1, Ct));
    }

    [Fact]
    public async Task Each_append_says_anew_when_its_alliance_is_due()
    {
        await Done(Append(A, 0, Event("1")) with { NextDue = Minute(10) });
        await Done(Append(A, 1, Event("2")) with { NextDue = Minute(20) });
        Assert.Equal([new DueAlliance(A, Minute(20))], await Store.DueAsync(Minute(99), 10, Ct));
        await Done(Append(A, 2, Event("3")));
        Assert.Empty(await Store.DueAsync(Minute(99), 10, Ct));
        Assert.Null(await Store.NextAsync(Ct));
    }

    [Fact]
    public async Task Next_is_the_earlier_of_alliances_and_outbox_to_the_tick()
    {
        var odd = Minute(5).PlusTicks(1);
        await Done(Notices(A, 0, Notice("n", 6)) with { NextDue = odd });
        Assert.Equal(odd, await Store.NextAsync(Ct));
        Assert.Empty(await Store.DueAsync(Minute(5), 10, Ct));
        Assert.Equal([new DueAlliance(A, odd)], await Store.DueAsync(odd, 10, Ct));
        await Done(Append(A, 1) with { NextDue = Minute(7) });
        Assert.Equal(Minute(6), await Store.NextAsync(Ct));
    }

    [Fact]
    public async Task An_instant_far_away_comes_back_as_it_was()
    {
        var never = Instant.FromUtc(9000, 1, 1, 0, 0);
        await Done(Notices(A, 0, new NewNotice("n", never, Bytes("{}"))) with { NextDue = Instant.MaxValue - Duration.FromTicks(9) });
        Assert.Equal(never, await Store.NextAsync(Ct));
        Assert.Equal(never, (await Store.OutboxAsync(new OutboxQuery(never, 1), Ct)).Single().NotBefore);
        await Done(Append(A, 1) with { NextDue = Instant.MinValue });
        Assert.Equal([new DueAlliance(A, Instant.MinValue)], await Store.DueAsync(Minute(0), 10, Ct));
    }

    [Fact]
    public async Task The_directory_finds_what_was_put_and_not_what_was_removed()
    {
        await Done(Note(Put("handle", "h", "ana"), Put("place", "h", "riverbend")));
        await Done(Note(Put("handle", "h", "ana, who moved")));
        Assert.Equal("ana, who moved", await Find("handle", "h"));
        Assert.Equal("riverbend", await Find("place", "h"));
        await Done(Note(Remove("handle", "h"), Remove("handle", "never there")));
        Assert.Equal("(none)", await Find("handle", "h"));
        Assert.Equal("riverbend", await Find("place", "h"));
        await Done(Note(Put("handle", "h", "ben", onlyIfNew: true), Put("setting", "empty", "")));
        Assert.Equal("ben", await Find("handle", "h"));
        Assert.Equal("", await Find("setting", "empty"));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(59, 61)]
    [InlineData(61, 60)]
    [InlineData(5_000, 10)]
    [InlineData(10, 5_000)]
    public async Task A_directory_value_may_grow_and_shrink(int before, int after)
    {
        await Done(Note(Put("person", "p", new string('a', before)), Put("person", "q", "q")));
        await Done(Note(Put("person", "p", new string('b', after))));
        await ReopenAsync();
        Assert.Equal(new string('b', after), await Find("person", "p"));
        Assert.Equal("q", await Find("person", "q"));
    }

    [Fact]
    public async Task A_taken_key_of_the_directory_makes_a_conflict_of_the_whole_work()
    {
        await Done(Note(Put("handle", "h", "ana")));
        var taken = Append(A, 0, Event("joined")) with { Directory = [Put("place", "p", "x"), Put("handle", "h", "ben", onlyIfNew: true)] };
        Assert.Equal(
            [CommitResult.Conflict, CommitResult.Conflict, CommitResult.Done],
            await Commit(taken, Note(Put("place", "q", "x"), Put("handle", "h", "ben", onlyIfNew: true)), Append(B, 0, Event("joined"))));
        Assert.Equal("ana", await Find("handle", "h"));
        Assert.Equal("(none)", await Find("place", "p"));
        Assert.Equal("(none)", await Find("place", "q"));
        Assert.Equal(0, (await Load(A)).Version);
    }

    [Fact]
    public async Task A_key_freed_in_the_same_work_may_be_taken()
    {
        await Done(Note(Put("handle", "h", "ana")));
        await Done(Note(Remove("handle", "h"), Put("handle", "h", "ben", onlyIfNew: true)));
        Assert.Equal("ben", await Find("handle", "h"));
        Assert.Equal([CommitResult.Conflict], await Commit(Note(Put("code", "c", "1", onlyIfNew: true), Put("code", "c", "2", onlyIfNew: true))));
        Assert.Equal("(none)", await Find("code", "c"));
    }

    [Fact]
    public async Task All_entries_of_a_kind_are_listed_in_the_order_of_their_ids()
    {
        var ids = Enumerable.Range(0, 700).Select(i => $"p{i:000}").ToArray();
        await Done(Note([.. ids.Reverse().Select(id => Put("person", id, id))]), Note(Put("place", "p", "x"), Remove("person", "p003")));
        var listed = new List<string>();
        await foreach (var entry in Store.ListAsync("person", Ct)) listed.Add($"{entry.Key.Kind}/{entry.Key.Id}={Text(entry.Value)}");
        Assert.Equal(ids.Where(id => id != "p003").Select(id => $"person/{id}={id}"), listed);
    }

    [Fact]
    public async Task The_newest_shown_cards_of_a_subject_come_first()
    {
        await Done(Shown([.. Enumerable.Range(0, 8).Select(i => Card(A, $"m{i}", i, reader: i % 2 == 0 ? "ana" : "ben"))]));
        await Done(Shown(Card(A, "other", 99, subject: "commitment:c2"), Card(B, "elsewhere", 99)));
        Assert.Equal(["m7", "m6", "m5", "m4", "m3"], await Messages(null, 5));
        Assert.Equal(["m6", "m4"], await Messages("ana", 2));
        Assert.Empty(await Messages("nobody", 5));
    }

    [Fact]
    public async Task A_card_shown_again_in_its_message_is_there_once_with_what_it_shows_now()
    {
        await Done(Shown(Card(A, "m1", 1), Card(A, "m2", 2)));
        await Done(Shown(Card(A, "m1", 3, revision: 2)));
        Assert.Equal(["m1", "m2"], await Messages(null, 5));
        Assert.Equal(2, (await Store.ShownAtAsync("conversation-1", "m1", Ct))?.Revision);
        await Done(Shown(Card(A, "m1", 4, subject: "commitment:c2")));
        Assert.Equal(["m2"], await Messages(null, 5));
        Assert.Null(await Store.ShownAtAsync("conversation-2", "m1", Ct));
    }

    [Fact]
    public async Task What_was_shown_without_a_message_id_is_kept_once_per_reader_and_place()
    {
        await Done(Shown(Card(A, "", 1, reader: "ana"), Card(A, "", 2, reader: "ben"), Card(A, "m", 3, reader: "ana")));
        await Done(Shown(Card(A, "", 4, reader: "ana", revision: 7)));
        var rows = await Store.ShownAsync(A, "commitment:c1", null, 9, Ct);
        Assert.Equal([("ana", "", 7), ("ana", "m", 1), ("ben", "", 1)], rows.Select(row => (row.Reader, row.Message, row.Revision)));
        Assert.Null(await Store.ShownAtAsync("conversation-1", "", Ct));
    }

    [Fact]
    public async Task What_is_over_is_removed_and_what_may_still_be_asked_for_stays()
    {
        OutboxState[] states = [OutboxState.Sent, OutboxState.Unknown, OutboxState.Unreachable, OutboxState.Obsolete, OutboxState.Held];
        await Done(Notices(A, 0, [.. states.Select(static state => Notice($"{state}")), Notice("late"), Notice("waits"), Notice("last")]));
        foreach (var row in await Store.OutboxAsync(new OutboxQuery(Minute(0), 100), Ct))
        {
            if (Enum.TryParse<OutboxState>(row.Key, out var state)) await Done(Move(row, state, 1));
            else if (row.Key == "late") await Done(Move(row, OutboxState.Sent, 5));
        }

        await Done(Shown([.. Enumerable.Range(0, 8).Select(i => Card(A, $"m{i}", i, reader: i % 2 == 0 ? "ana" : "ben"))]), Shown(Card(A, "old", 0, reader: "cleo")));
        for (var time = 0; time < 9; time++) await Done(new Tidy(Minute(5), Minute(0), 4));
        Assert.Equal(9, (await Messages(null, 20)).Count());
        for (var time = 0; time < 9; time++) await Done(new Tidy(Minute(5), Minute(5), 4));
        await ReopenAsync();
        var counts = await Store.OutboxCountsAsync(Ct);
        Assert.Equal(
            [(OutboxState.Pending, 2), (OutboxState.Held, 1), (OutboxState.Sent, 1), (OutboxState.Unknown, 1)],
            counts.OrderBy(static one => one.Key).Select(static one => (one.Key, one.Value)));
        Assert.Equal(["m7", "m6", "m5", "m4", "m3", "old"], await Messages(null, 9));
        Assert.Null(await Store.ShownAtAsync("conversation-1", "m0", Ct));
    }

    [Fact]
    public async Task The_number_of_a_removed_notice_is_not_given_again()
    {
        await Done(Notices(A, 0, Notice("n")));
        var row = (await Store.OutboxAsync(new OutboxQuery(Minute(0), 1), Ct)).Single();
        await Done(Move(row, OutboxState.Sent, 1));
        await Done(new Tidy(Minute(5), Minute(5), 10), new Tidy(Minute(5), Minute(5), 10));
        await ReopenAsync();
        await Done(Notices(A, 1, Notice("m")));
        Assert.NotEqual(row.Row, (await Store.OutboxAsync(new OutboxQuery(Minute(0), 1), Ct)).Single().Row);
    }

    [Fact]
    public async Task What_is_told_once_takes_a_key_with_it()
    {
        await Done(Notices(A, 0, Notice("n")));
        var told = new AddNotices(A, [Notice("late")]) { Directory = [Put("audit", "k", "x", onlyIfNew: true)] };
        Assert.Equal([CommitResult.Done, CommitResult.Conflict], await Commit(told, told with { Notices = [Notice("again")] }));
        Assert.Equal(["n", "late"], await Keys(0));
    }

    private async Task<string> Find(string kind, string id) => Text(await Store.FindAsync(new DirectoryKey(kind, id), Ct));

    private async Task<IEnumerable<string>> Messages(string? reader, int atMost) =>
        (await Store.ShownAsync(A, "commitment:c1", reader, atMost, Ct)).Select(row => row.Message);
}
