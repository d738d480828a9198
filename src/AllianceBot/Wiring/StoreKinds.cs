using AllianceBot.Engine;
using AllianceBot.Stores.Sqlite;
#if LITEDB
using AllianceBot.Stores.LiteDb;
#endif

namespace AllianceBot.Wiring;

/// <summary>The kinds of store that this program was built with, by the names that settings and commands know them by.</summary>
internal static class StoreKinds
{
    public const string Sqlite = "sqlite";
    public const string LiteDb = "litedb";

#if LITEDB
    public static IReadOnlyList<string> Built { get; } = [LiteDb, Sqlite];
#else
    public static IReadOnlyList<string> Built { get; } = [Sqlite];
#endif

    /// <summary>The store that is used where nobody chose one.</summary>
    public static string Default => Built[0];

    /// <summary>What is wrong with a name, or null.</summary>
    public static string? Fault(string provider) => provider switch
    {
        _ when Built.Contains(provider) => null,
        LiteDb => "this program was built without it; build it with -p:LiteDb=true",
        _ => $"it should be {string.Join(" or ", Built)}",
    };

    public static string File(string provider, string folder) =>
        Path.Combine(folder, provider == LiteDb ? "alliancebot.litedb" : "alliancebot.db");

    /// <summary>Opens the chosen store.</summary>
    /// <exception cref="StoreException">
    /// It cannot be used. Or nobody chose one and another kind's data are there: a bot that began anew beside its own past
    /// would seem to have lost everything.
    /// </exception>
    public static IMovableStore Open(BotSettings settings, ILoggerFactory logging)
    {
        var provider = settings.Provider.Length > 0 ? settings.Provider : Default;
        var other = Built.FirstOrDefault(it => it != provider && System.IO.File.Exists(File(it, settings.Data)));
        if (settings.Provider.Length == 0 && other is not null && !System.IO.File.Exists(File(provider, settings.Data)))
        {
            throw new StoreException(
                $"The data in {settings.Data} lie in a store of the kind {other}, and this program begins with {provider}. "
                + $"Set Storage:Provider to {other}, or move the data first: store copy --from {other} --to {provider} --data {settings.Data}");
        }

        return Open(provider, settings, logging);
    }

    public static IMovableStore Open(string provider, BotSettings settings, ILoggerFactory logging)
    {
        var file = File(provider, settings.Data);
#if LITEDB
        if (provider == LiteDb) return LiteDbStore.Open(new LiteDbOptions(file) { Readers = settings.Readers }, logging.CreateLogger<LiteDbStore>());
#endif
        var options = new SqliteOptions(file) { PreferSystemLibrary = settings.PreferSystemLibrary, Readers = settings.Readers };
        return SqliteStore.Open(options, logging.CreateLogger<SqliteStore>());
    }

    /// <summary>Copies a folder's database: SQLite's also while a bot uses it.</summary>
    public static async Task BackupAsync(string folder, string provider, string to, CancellationToken ct)
    {
        var chosen = provider.Length > 0 ? provider : Built.FirstOrDefault(it => System.IO.File.Exists(File(it, folder))) ?? Default;
        if (Fault(chosen) is { } fault) throw new StoreException($"The store is '{chosen}': {fault}.");
#if LITEDB
        if (chosen == LiteDb)
        {
            await BackupLiteDbAsync(File(chosen, folder), to);
            return;
        }
#endif
        await SqliteStore.BackupAsync(File(chosen, folder), to, ct);
    }

#if LITEDB
    private static async Task BackupLiteDbAsync(string file, string to)
    {
        if (!System.IO.File.Exists(file)) throw new StoreException($"There is no database at {file}. Name the folder that holds it with --data.");
        await using var store = LiteDbStore.Open(new LiteDbOptions(file), Microsoft.Extensions.Logging.Abstractions.NullLogger<LiteDbStore>.Instance);
        store.Backup(to);
    }
#endif
}
