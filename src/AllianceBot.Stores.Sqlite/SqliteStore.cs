using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AllianceBot.Domain;
using AllianceBot.Engine;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AllianceBot.Stores.Sqlite;

/// <summary>
/// The embedded store: one SQLite file, one bot at a time. Commits run on the caller's thread, which is the committer's;
/// reads run on the caller's thread too, each on a connection of a small pool.
/// </summary>
public sealed class SqliteStore : IMovableStore
{
    private const int EntriesAtOnce = 256;
    private const int ForReadersMilliseconds = 200;

    private readonly SqliteOptions options;
    private readonly LockFile held;
    private readonly Database database;
    private readonly Writing writing;
    private readonly SemaphoreSlim slots;
    private readonly ConcurrentBag<Reading> idle = [];
    private readonly byte[] secret;
    private readonly ILogger logger;
    private int pagesToCarry;
    private int pagesInLog;
    private int disposed;

    private SqliteStore(SqliteOptions options, LockFile held, Database database, string library, ILogger logger)
    {
        (this.options, this.held, this.database, this.logger, Library) = (options, held, database, logger, library);
        writing = new Writing(database);
        secret = database.Once("SELECT value FROM settings WHERE name = 'secret'", row => row.Bytes(0))
            ?? throw Fault.Damaged(options.Path, "its secret is missing");
        slots = new SemaphoreSlim(options.Readers, options.Readers);
        Checkpoints = new Checkpoints(options, logger);
    }

    public ReadOnlyMemory<byte> Secret => secret;

    /// <summary>Which SQLite is used: its version and whether it is the system's or the bundled one.</summary>
    public string Library { get; }

    /// <summary>Opens a database, and makes it where there is none.</summary>
    /// <exception cref="StoreException">It cannot be used; the message says why and what to do, and the file is as it was.</exception>
    public static SqliteStore Open(SqliteOptions options, ILogger<SqliteStore> logger)
    {
        var library = Sqlite.Library.Use(options.PreferSystemLibrary);
        LockFile? held = null;
        Database? database = null;
        try
        {
            held = LockFile.Take(options.Path);
            database = new Opening(options, logger).Open();
            var store = new SqliteStore(options, held, database, library, logger);
            (held, database) = (null, null);
            Log.Opened(logger, options.Path, library);
            return store;
        }
        finally
        {
            database?.Dispose();
            held?.Dispose();
        }
    }

    public ValueTask<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<StoreWork> group, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var results = writing.Commit(group);
        KeepLogSmall(erased: group.Any(Erases));
        return ValueTask.FromResult<IReadOnlyList<CommitResult>>(results);
    }

    public Task<StoredStream> LoadAsync(AllianceId alliance, CancellationToken ct) => ReadAsync(it => it.Load(alliance, ct), ct);

    public Task<IReadOnlyList<DueAlliance>> DueAsync(Instant now, int atMost, CancellationToken ct) =>
        ReadAsync(it => it.Due(now, atMost), ct);

    public Task<Instant?> NextAsync(CancellationToken ct) => ReadAsync(it => it.Next(), ct);

    public Task<IReadOnlyList<OutboxRow>> OutboxAsync(OutboxQuery query, CancellationToken ct) =>
        ReadAsync(it => it.Beside.Outbox(query), ct);

    public Task<IReadOnlyDictionary<OutboxState, long>> OutboxCountsAsync(CancellationToken ct) =>
        ReadAsync(it => it.Beside.Counts(), ct);

    public Task<IReadOnlyList<KeptNotice>> InTurnAsync(Instant after, CancellationToken ct) =>
        ReadAsync(it => it.Beside.InTurn(after), ct);

    public Task<ReadOnlyMemory<byte>?> FindAsync(DirectoryKey key, CancellationToken ct) => ReadAsync(it => it.Find(key), ct);

    public async IAsyncEnumerable<DirectoryEntry> ListAsync(string kind, [EnumeratorCancellation] CancellationToken ct)
    {
        var after = "";
        while (true)
        {
            var from = after;
            var entries = await ReadAsync(it => it.Entries(kind, from, EntriesAtOnce), ct);
            foreach (var entry in entries) yield return entry;
            if (entries.Count < EntriesAtOnce) yield break;
            after = entries[^1].Key.Id;
        }
    }

    public Task<IReadOnlyList<ShownRow>> ShownAsync(
        AllianceId alliance, string subject, string? reader, int atMost, CancellationToken ct) =>
        ReadAsync(it => it.Beside.Shown(alliance, subject, reader, atMost), ct);

    public Task<ShownRow?> ShownAtAsync(string conversation, string message, CancellationToken ct) =>
        ReadAsync(it => it.Beside.ShownAt(conversation, message), ct);

    public Task<IReadOnlyList<RecentAsk>> RecentAsksAsync(AllianceId alliance, int atMost, CancellationToken ct) =>
        ReadAsync(it => it.RecentAsks(alliance, atMost, ct), ct);

    public IEnumerable<MovedRow> Everything(CancellationToken ct) => Moving.Everything(options.Path, ct);

    public void Take(ReadOnlyMemory<byte> fromSecret, IEnumerable<MovedRow> rows, CancellationToken ct) =>
        Moving.Take(database, fromSecret, rows, ct);

    /// <summary>
    /// Writes a copy as of this moment into a file that must not be there yet, while the bot goes on. Restoring is putting
    /// the copy where the database was.
    /// </summary>
    public Task BackupAsync(string path, CancellationToken ct) => ReadAsync(
        it =>
        {
            it.Backup(path, ct);
            return true;
        },
        ct);

    /// <summary>The same from outside: of a database that another process may be using just now.</summary>
    /// <exception cref="StoreException">It is not there or cannot be read; the message says what to do.</exception>
    public static Task BackupAsync(string database, string path, CancellationToken ct)
    {
        if (!File.Exists(database)) throw new StoreException($"There is no database at {database}. Name the folder that holds it with --data.");
        _ = Sqlite.Library.Use(preferSystem: true);
        using var reading = new Reading(database);
        reading.Backup(path, ct);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0) return;
        for (var i = 0; i < options.Readers; i++) await slots.WaitAsync();
        foreach (var reading in idle) reading.Dispose();
        Checkpoints.Dispose();
        database.Dispose();
        held.Dispose();
        slots.Dispose();
    }

    internal Checkpoints Checkpoints { get; }

    internal long Pragma(string name) => database.Number($"PRAGMA {name}");

    internal string PragmaText(string name) => database.Text($"PRAGMA {name}");

    private async Task<T> ReadAsync<T>(Func<Reading, T> read, CancellationToken ct)
    {
        await slots.WaitAsync(ct);
        try
        {
            if (!idle.TryTake(out var reading)) reading = new Reading(options.Path);
            try
            {
                return read(reading);
            }
            finally
            {
                idle.Add(reading);
            }
        }
        finally
        {
            slots.Release();
        }
    }

    /// <summary>After an erasure the log is emptied at once, as old pages in it hold what was erased.</summary>
    private void KeepLogSmall(bool erased)
    {
        var written = database.TakePagesWritten();
        pagesToCarry += written;
        pagesInLog += written;
        try
        {
            if (erased) EmptyLog();
            else if (pagesInLog >= options.LogPagesAtMost && Checkpoints.Alone(database.Checkpoint)) pagesInLog = 0;
            if (pagesToCarry < options.CheckpointPages) return;
            pagesToCarry = 0;
            Checkpoints.Want();
        }
        catch (StoreException fault)
        {
            // The group is durable whatever becomes of the log; it is tried again as the log grows.
            Log.CheckpointFailed(logger, options.Path, fault);
            if (erased) Checkpoints.WantEmpty();
        }
    }

    private void EmptyLog()
    {
        if (Checkpoints.Alone(() => database.EmptyLog(ForReadersMilliseconds))) pagesInLog = pagesToCarry = 0;
        else Checkpoints.WantEmpty();
    }

    private static bool Erases(StoreWork work) => work is Append { EraseWords.Count: > 0 } or Append { EraseShelves.Count: > 0 };
}
