using AllianceBot.Domain;
using AllianceBot.Engine;
using static AllianceBot.Stores.Tests.Rows;

namespace AllianceBot.Stores.Tests;

public sealed class MemoryStoreTests : AllianceStoreTests
{
    protected override Task<IAllianceStore> CreateStoreAsync() => Task.FromResult<IAllianceStore>(new MemoryStore());

    protected override Task<IAllianceStore> ReopenAsync(IAllianceStore before) => Task.FromResult(before);
}

public sealed class MemoryStoreFaultTests
{
    private static readonly AllianceId A = new("riverbend");
    private static readonly AllianceId B = new("harbour");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ordered_fault_fails_one_group_whole()
    {
        await using var store = new MemoryStore();
        store.FailNext(new StoreException("The disk has no room.") { IsFull = true });
        var group = new StoreWork[] { Append(A, 0, Event("1")), Append(B, 0, Event("1")) };
        var fault = await Assert.ThrowsAsync<StoreException>(async () => await store.CommitAsync(group, Ct));
        Assert.True(fault.IsFull);
        Assert.Equal(0, (await store.LoadAsync(A, Ct)).Version);
        Assert.All(await store.CommitAsync(group, Ct), result => Assert.Equal(CommitResult.Done, result));
    }

    [Fact]
    public async Task An_ordered_conflict_takes_one_append_and_those_decided_on_it()
    {
        await using var store = new MemoryStore();
        store.ConflictNext(A);
        Assert.Equal(
            [CommitResult.Conflict, CommitResult.Done, CommitResult.Conflict],
            await store.CommitAsync([Append(A, 0, Event("1")), Append(B, 0, Event("1")), Append(A, 1, Event("2"))], Ct));
        Assert.Equal([CommitResult.Done], await store.CommitAsync([Append(A, 0, Event("1"))], Ct));
    }
}
