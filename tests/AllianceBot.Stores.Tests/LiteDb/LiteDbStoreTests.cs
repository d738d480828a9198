using AllianceBot.Engine;
using AllianceBot.Stores.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace AllianceBot.Stores.Tests;

public sealed class LiteDbStoreTests : AllianceStoreTests
{
    private readonly Folder folder = new();

    internal static LiteDbStore Open(Folder folder, LiteDbOptions? options = null) =>
        LiteDbStore.Open(options ?? new LiteDbOptions(folder.Database), NullLogger<LiteDbStore>.Instance);

    protected override Task<IAllianceStore> CreateStoreAsync() => Task.FromResult<IAllianceStore>(Open(folder));

    protected override async Task<IAllianceStore> ReopenAsync(IAllianceStore before)
    {
        await before.DisposeAsync();
        return Open(folder);
    }

    protected override ValueTask CleanAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
