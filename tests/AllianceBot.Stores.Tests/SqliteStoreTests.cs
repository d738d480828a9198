using AllianceBot.Engine;

namespace AllianceBot.Stores.Tests;

public sealed class SqliteStoreTests : AllianceStoreTests
{
    private readonly Folder folder = new();

    protected override Task<IAllianceStore> CreateStoreAsync() => Task.FromResult<IAllianceStore>(folder.Open());

    protected override async Task<IAllianceStore> ReopenAsync(IAllianceStore before)
    {
        await before.DisposeAsync();
        return folder.Open();
    }

    protected override ValueTask CleanAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
