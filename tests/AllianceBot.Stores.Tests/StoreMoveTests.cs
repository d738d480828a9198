using AllianceBot.Domain;
using AllianceBot.Engine;
using static AllianceBot.Stores.Tests.Rows;

namespace AllianceBot.Stores.Tests;

/// <summary>A store moves to another with everything it holds, and a copy that differs is found out.</summary>
public sealed class StoreMoveTests : IDisposable
{
    private static readonly AllianceId A = new("riverbend");
    private static readonly AllianceId B = new("harbour");

    private readonly Folder first = new();
    private readonly Folder second = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public async Task Everything_is_taken_along_and_goes_on_where_it_was()
    {
        await using var from = first.Open();
        await FillAsync(from);
        await using (var taking = second.Open()) taking.Take(from.Secret, from.Everything(Ct), Ct);
        await using var to = second.Open();
        Assert.Equal(
            [("alliances", 2L), ("events", 5L), ("words", 3L), ("keys", 1L), ("notices", 3L), ("notices kept aside", 2L), ("directory entries", 2L), ("cards shown", 3L)],
            StoreMove.Verify(from, to, Ct).OrderBy(it => Array.IndexOf(Kinds, it.Kind)));
        await GoesOnAsync(to);
    }

    [Fact]
    public async Task A_store_with_something_in_it_takes_nothing()
    {
        await using var from = first.Open();
        await FillAsync(from);
        await using var to = second.Open();
        await to.CommitAsync([Append(B, 0, Event("mine"))], Ct);
        var fault = Assert.Throws<StoreException>(() => to.Take(from.Secret, from.Everything(Ct), Ct));
        Assert.Contains("There is something in the database", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await to.LoadAsync(B, Ct)).Version);
        Assert.Equal(0, (await to.LoadAsync(A, Ct)).Version);
    }

    [Fact]
    public async Task What_breaks_off_leaves_nothing_behind_and_may_begin_again()
    {
        await using var from = first.Open();
        await FillAsync(from);
        await using (var broken = second.Open())
        {
            Assert.Throws<InvalidOperationException>(() => broken.Take(
                from.Secret, from.Everything(Ct).Select((row, i) => i < 5 ? row : throw new InvalidOperationException("Broken off.")), Ct));
            broken.Take(from.Secret, from.Everything(Ct), Ct);
        }

        await using var to = second.Open();
        Assert.NotEmpty(StoreMove.Verify(from, to, Ct));
    }

    [Theory]
    [InlineData("an event")]
    [InlineData("an entry")]
    [InlineData("one more")]
    public async Task A_copy_that_differs_is_found_out(string difference)
    {
        await using var from = first.Open();
        await FillAsync(from);
        await using (var taking = second.Open())
        {
            taking.Take(from.Secret, from.Everything(Ct).Select(row => (row, difference) switch
            {
                (MovedEvent { Version: 2 } it, "an event") => it with { Event = it.Event with { Json = Bytes("{}") } },
                (MovedEntry it, "an entry") => new MovedEntry(it.Entry with { Value = Bytes("?") }),
                _ => row,
            }), Ct);
            if (difference == "one more") await taking.CommitAsync([Append(new AllianceId("zoo"), 0, Event("more"))], Ct);
        }

        await using var to = second.Open();
        var fault = Assert.Throws<StoreException>(() => StoreMove.Verify(from, to, Ct));
        Assert.Contains("The copy differs from the original", fault.Message, StringComparison.Ordinal);
    }

    internal static readonly string[] Kinds = ["alliances", "events", "words", "keys", "notices", "notices kept aside", "directory entries", "cards shown"];

    /// <summary>Two alliances with one of everything: erased words, settled notices, cards with and without a message's id.</summary>
    internal static async Task FillAsync(IAllianceStore store)
    {
        await store.CommitAsync(
            [
                Append(A, 0, Event("one", "a1", "t1"), Event("two", "a1", "t1")) with
                {
                    Words = [Words("w1", "s", "text"), Words("w2", "gone", "dies"), Words("w0", "s", "later by id, earlier by name")],
                    Keys = [Key("s", "key"), Key("gone", "key")],
                    Notices = [Notice("n", 3), Notice("sent", 0), Notice("unknown", 0), Notice("tap", 9) with { InTurn = Minute(1) }, Notice("touch", 8) with { InTurn = Minute(1) }],
                    Shown = [Card(A, "m", 1), Card(A, "", 1), Card(A, "m2", 1)],
                    Directory = [Put("place", "p", "x"), Put("handle", "h/1", "ana"), Put("handle", "left", "x")],
                    NextDue = Minute(7),
                },
                Append(B, 0, Event("other")),
            ],
            Ct);
        await store.CommitAsync([Append(A, 2, Event("erased"), Event("\u00fcber")) with { EraseShelves = ["gone"], NextDue = Minute(8), Directory = [Remove("handle", "left")] }], Ct);
        foreach (var row in await store.OutboxAsync(new OutboxQuery(Minute(0), 9), Ct))
        {
            var to = row.Key == "sent" ? OutboxState.Sent : OutboxState.Unknown;
            await store.CommitAsync([Move(row, to, 5) with { Attempts = 2, Node = "node-1" }], Ct);
        }
    }

    /// <summary>What was filled in behaves as if it had always been here.</summary>
    internal static async Task GoesOnAsync(IAllianceStore store)
    {
        Assert.Equal([new DueAlliance(A, Minute(8))], await store.DueAsync(Minute(8), 9, Ct));
        var row = (await store.OutboxAsync(new OutboxQuery(Minute(3), 9), Ct)).Single();
        Assert.Equal("n", row.Key);
        Assert.Equal(["tap", "touch"], (await store.InTurnAsync(Minute(2), Ct)).Select(it => it.Notice.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["m2", "", "m"], (await store.ShownAsync(A, "commitment:c1", null, 9, Ct)).Select(it => it.Message));
        Assert.Equal(["w1", "w0"], (await store.LoadAsync(A, Ct)).Words.Select(it => it.Id));
        Assert.Equal(
            [CommitResult.Failed, CommitResult.Done, CommitResult.Done],
            [
                (await store.CommitAsync([Append(A, 4, Event("x")) with { Words = [Words("w2", "s")] }], Ct))[0],
                .. await store.CommitAsync([Append(A, 4, Event("x")) with { Notices = [Notice("n", 3), Notice("sent")] }, Append(B, 1, Event("y"))], Ct),
            ]);
        Assert.Equal(["sent", "n"], (await store.OutboxAsync(new OutboxQuery(Minute(3), 9), Ct)).Select(it => it.Key));
        Assert.True((await store.OutboxAsync(new OutboxQuery(Minute(0), 9), Ct)).Single().Row > row.Row + 2);
        Assert.Equal(5, (await store.LoadAsync(A, Ct)).Version);
    }
}
