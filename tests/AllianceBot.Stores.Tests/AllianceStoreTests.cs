using AllianceBot.Domain;
using AllianceBot.Engine;

namespace AllianceBot.Stores.Tests;

/// <summary>What every store must do. A store's own class says how one is made and opened again, and no more.</summary>
public abstract partial class AllianceStoreTests : IAsyncLifetime
{
    private static readonly AllianceId A = new("riverbend");
    private static readonly AllianceId B = new("harbour");

    private IAllianceStore? store;

    private IAllianceStore Store => store ?? throw new InvalidOperationException("The store is not open yet.");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => store = await CreateStoreAsync();

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A store with nothing in it.</summary>
    protected abstract Task<IAllianceStore> CreateStoreAsync();

    /// <summary>The same store, as a process finds it that starts after the one before has ended.</summary>
    protected abstract Task<IAllianceStore> ReopenAsync(IAllianceStore before);

    protected virtual ValueTask CleanAsync() => ValueTask.CompletedTask;

    private async Task ReopenAsync() => store = await ReopenAsync(Store);

    private async Task<CommitResult[]> Commit(params StoreWork[] group) => [.. await Store.CommitAsync(group, Ct)];

    private async Task Done(params StoreWork[] group) =>
        Assert.All(await Commit(group), result => Assert.Equal(CommitResult.Done, result));

    private Task<StoredStream> Load(AllianceId alliance) => Store.LoadAsync(alliance, Ct);
}
