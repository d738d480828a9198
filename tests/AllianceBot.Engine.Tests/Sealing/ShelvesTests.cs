using System.Text;
using AllianceBot.Domain;
using Xunit;

namespace AllianceBot.Engine.Tests;

public sealed class ShelvesTests
{
    private static readonly Shelf Promise = Shelf.Of(new CommitmentId("c1"));
    private static readonly Shelf Ana = Shelf.Of(new PersonId("ana"));

    private readonly List<WordsRow> rows = [];
    private readonly List<KeyRow> keys = [];

    public ShelvesTests()
    {
        var shelves = new Shelves(Chance.OfTheSystem);
        shelves.Close(Promise, [new("a1.0", "A referral form"), new("a1.1", "Both sign it")], rows, keys);
        shelves.Close(Ana, [new("a2.0", "Ana Ruiz")], rows, keys);
    }

    [Fact]
    public void Words_open_again_and_a_shelf_has_one_key()
    {
        Assert.Equal(["promise:c1", "person:ana"], keys.Select(static key => key.Shelf));
        var texts = new Shelves(Chance.OfTheSystem).Open(keys, rows);
        Assert.Equal("A referral form", texts["a1.0"]);
        Assert.Equal("Both sign it", texts["a1.1"]);
        Assert.Equal("Ana Ruiz", texts["a2.0"]);
    }

    [Fact]
    public void No_row_holds_the_text_itself()
    {
        var all = rows.SelectMany(static row => row.Sealed.ToArray()).ToArray();
        Assert.Equal(-1, all.AsSpan().IndexOf(Encoding.UTF8.GetBytes("Ana")));
        Assert.Equal(3, rows.Select(static row => Convert.ToHexString(row.Sealed.Span[..12])).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_shelf_without_its_key_is_gone_and_the_others_stay()
    {
        var texts = new Shelves(Chance.OfTheSystem).Open([.. keys.Where(static key => key.Shelf != "person:ana")], rows);
        Assert.Equal(["a1.0", "a1.1"], texts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_entry_that_is_damaged_or_was_moved_does_not_open()
    {
        var damaged = rows[0].Sealed.ToArray();
        damaged[^1] ^= 1;
        WordsRow[] moved = [rows[0] with { Sealed = damaged }, rows[1] with { Id = "a9.9" }, rows[2] with { Shelf = "promise:c1" }];
        Assert.Empty(new Shelves(Chance.OfTheSystem).Open(keys, moved));
    }

    [Fact]
    public void Words_that_an_event_carries_along_are_not_kept_twice()
    {
        var shelves = new Shelves(Chance.OfTheSystem);
        shelves.Open(keys, rows);
        shelves.Close(Ana, [new("a1.0", "A referral form"), new("a2.1", null)], rows, keys);
        Assert.Equal(3, rows.Count);
    }
}
