using AllianceBot.Engine;

namespace AllianceBot.Stores.Tests;

/// <summary>From one kind of store to the other and back: the same everything.</summary>
public sealed class LiteDbMoveTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_goes_from_SQLite_to_LiteDB_and_back_and_goes_on()
    {
        using var first = new Folder();
        using var second = new Folder();
        using var third = new Folder();
        await using var from = first.Open();
        await StoreMoveTests.FillAsync(from);
        await using (var taking = LiteDbStoreTests.Open(second)) taking.Take(from.Secret, from.Everything(Ct), Ct);
        await using var there = LiteDbStoreTests.Open(second);
        Assert.Equal(8, StoreMove.Verify(from, there, Ct).Count);
        await using (var taking = third.Open()) taking.Take(there.Secret, there.Everything(Ct), Ct);
        await using var back = third.Open();
        Assert.Equal(StoreMove.Verify(from, there, Ct), StoreMove.Verify(from, back, Ct));
        await StoreMoveTests.GoesOnAsync(there);
        await StoreMoveTests.GoesOnAsync(back);
    }
}
