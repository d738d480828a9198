#if LITEDB
using AllianceBot.Wiring;
#endif
using Xunit;

namespace AllianceBot.Tests.Host;

/// <summary>Which store is used, and moving from one to another.</summary>
public sealed class StoreTests
{
    private static readonly Dictionary<string, string> OnSqlite = new() { ["Storage__Provider"] = "sqlite" };

    [Fact]
    public async Task A_store_that_nobody_knows_is_refused_with_those_that_there_are()
    {
        using var run = ProgramRun.Start(new Dictionary<string, string> { ["Storage__Provider"] = "abacus" }, "try", "--no-client", "--data", ProgramRun.Folder());
        var (code, said) = await run.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains("Storage:Provider is 'abacus'", said, StringComparison.Ordinal);
        Assert.Contains("sqlite", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite", "sqlite", "the same store")]
    [InlineData("abacus", "sqlite", "The store is 'abacus'")]
#if !LITEDB
    [InlineData("sqlite", "litedb", "built without it")]
#else
    [InlineData("litedb", "sqlite", "There is no database at")]
#endif
    public async Task A_copy_that_cannot_be_made_says_why(string from, string to, string because)
    {
        using var run = ProgramRun.Start(OnSqlite, "store", "copy", "--from", from, "--to", to, "--data", ProgramRun.Folder());
        var (code, said) = await run.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains(because, said, StringComparison.Ordinal);
    }

#if LITEDB
    [Fact]
    public async Task Data_move_to_LiteDB_and_back_and_the_bot_serves_on_each()
    {
        var folder = ProgramRun.Folder();
        await ServesAsync(folder, "sqlite");
        // The program begins with LiteDB, and says so rather than beginning anew beside the data.
        using (var began = ProgramRun.Start(new Dictionary<string, string>(), "try", "--no-client", "--data", folder, "--port", $"{ProgramRun.FreePort()}"))
        {
            var (refused, because) = await began.EndAsync();
            Assert.Equal(1, refused);
            Assert.Contains("store copy --from sqlite --to litedb", because, StringComparison.Ordinal);
        }

        await CopiesAsync(folder, "sqlite", "litedb");
        await ServesAsync(folder, "litedb");
        File.Delete(StoreKinds.File(StoreKinds.Sqlite, folder));
        await CopiesAsync(folder, "litedb", "sqlite");
        await ServesAsync(folder, "sqlite");
        var other = ProgramRun.Folder();
        using var backup = ProgramRun.Start(new Dictionary<string, string>(), "backup", "--data", folder, "--to", StoreKinds.File(StoreKinds.LiteDb, other));
        Assert.Equal(0, (await backup.EndAsync()).Code);
        await ServesAsync(other, "litedb");
    }

    private static async Task CopiesAsync(string folder, string from, string to)
    {
        using var run = ProgramRun.Start(new Dictionary<string, string>(), "store", "copy", "--from", from, "--to", to, "--data", folder);
        var (code, said) = await run.EndAsync();
        Assert.True(code == 0, said);
        Assert.Contains("every row was read back and is the same", said, StringComparison.Ordinal);
        Assert.Contains(" events", said, StringComparison.Ordinal);
    }

    private static async Task ServesAsync(string folder, string provider)
    {
        var port = ProgramRun.FreePort();
        using var run = ProgramRun.Start(
            new Dictionary<string, string> { ["Storage__Provider"] = provider }, "try", "--no-client", "--data", folder, "--port", $"{port}");
        using var client = await run.ServesAsync(port);
        Assert.Equal("ready", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken));
        // It is ready before the sample is told: killed at once, it would leave a store without events.
        await run.SaysAsync("with the alliance");
    }
#endif
}
