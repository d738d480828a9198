using System.Runtime.CompilerServices;
using AllianceBot.Domain;
using AllianceBot.Engine;
using LiteDB;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AllianceBot.Stores.LiteDb;

/// <summary>
/// The store on LiteDB: one file of documents that a person can read with the library's own tools. One writer, and
/// everything is carried into the file before it is acknowledged; reads run beside each other, never beside a write.
/// </summary>
public sealed class LiteDbStore : IMovableStore
{
    private readonly LiteDbOptions options;
    private readonly LockFile held;
    private readonly Database database;
    private readonly SemaphoreSlim slots;
    private readonly ReaderWriterLockSlim gate = new();
    private readonly byte[] secret;
    private int disposed;

    private LiteDbStore(LiteDbOptions options, LockFile held, Database database)
    {
        (this.options, this.held, this.database) = (options, held, database);
        secret = database.Read(it => it.Secret);
        slots = new SemaphoreSlim(options.Readers, options.Readers);
    }

    public ReadOnlyMemory<byte> Secret => secret;

    /// <summary>Opens a database, and makes it where there is none.</summary>
    /// <exception cref="StoreException">It cannot be used; the message says why and what to do, and the file is as it was.</exception>
    public static LiteDbStore Open(LiteDbOptions options, ILogger<LiteDbStore> logger)
    {
        LockFile? held = null;
        Database? database = null;
        try
        {
            held = LockFile.Take(options.Path);
            database = new Database(options, logger);
            var store = new LiteDbStore(options, held, database);
            (held, database) = (null, null);
            Log.Opened(logger, options.Path, typeof(LiteDatabase).Assembly.GetName().Version?.ToString(3) ?? "");
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
        return ValueTask.FromResult<IReadOnlyList<CommitResult>>(Write(it => Works.Write(it, group)));
    }

    public Task<StoredStream> LoadAsync(AllianceId alliance, CancellationToken ct) =>
        ReadAsync(it => it.Streams.Load(alliance, options.Path, ct), ct);

    public Task<IReadOnlyList<DueAlliance>> DueAsync(Instant now, int atMost, CancellationToken ct) =>
        ReadAsync(it => it.Streams.Due(now, atMost), ct);

    public Task<Instant?> NextAsync(CancellationToken ct) => ReadAsync(Next, ct);

    public Task<IReadOnlyList<OutboxRow>> OutboxAsync(OutboxQuery query, CancellationToken ct) => ReadAsync(it => it.Notices.Read(query), ct);

    public Task<IReadOnlyDictionary<OutboxState, long>> OutboxCountsAsync(CancellationToken ct) => ReadAsync(it => it.Notices.Counts(), ct);

    public Task<IReadOnlyList<KeptNotice>> InTurnAsync(Instant after, CancellationToken ct) => ReadAsync(it => it.Aside.After(after), ct);

    public Task<ReadOnlyMemory<byte>?> FindAsync(DirectoryKey key, CancellationToken ct) => ReadAsync(it => it.Entries.Find(key), ct);

    public async IAsyncEnumerable<DirectoryEntry> ListAsync(string kind, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var entry in await ReadAsync(it => it.Entries.List(kind), ct)) yield return entry;
    }

    public Task<IReadOnlyList<ShownRow>> ShownAsync(
        AllianceId alliance, string subject, string? reader, int atMost, CancellationToken ct) =>
        ReadAsync(it => it.Cards.Of(alliance, subject, reader, atMost), ct);

    public Task<ShownRow?> ShownAtAsync(string conversation, string message, CancellationToken ct) =>
        ReadAsync(it => it.Cards.At(conversation, message), ct);

    public Task<IReadOnlyList<RecentAsk>> RecentAsksAsync(AllianceId alliance, int atMost, CancellationToken ct) =>
        ReadAsync(it => it.Streams.RecentAsks(alliance, atMost, ct), ct);

    public IEnumerable<MovedRow> Everything(CancellationToken ct) => Moving.Everything(Read(it => it), options.Path, ct);

    public void Take(ReadOnlyMemory<byte> fromSecret, IEnumerable<MovedRow> rows, CancellationToken ct) =>
        Write(it => Moving.Take(it, fromSecret, rows, options.Path, ct));

    /// <summary>Writes a copy as of this moment into a file that must not be there yet, while the bot goes on.</summary>
    public void Backup(string path)
    {
        if (File.Exists(path)) throw new StoreException($"There is a file {path} already. Give the backup another name.");
        gate.EnterWriteLock();
        try
        {
            database.CopyTo(path);
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0) return;
        for (var i = 0; i < options.Readers; i++) await slots.WaitAsync();
        database.Dispose();
        held.Dispose();
        slots.Dispose();
        gate.Dispose();
    }

    private static Instant? Next(Contents contents)
    {
        Instant? due = contents.Streams.Due(null, 1) is [var first, ..] ? first.At : null;
        return due is { } some && contents.Notices.Next() is { } other ? Instant.Min(some, other) : due ?? contents.Notices.Next();
    }

    private async Task<T> ReadAsync<T>(Func<Contents, T> read, CancellationToken ct)
    {
        await slots.WaitAsync(ct);
        try
        {
            return Read(read);
        }
        finally
        {
            slots.Release();
        }
    }

    private T Read<T>(Func<Contents, T> read)
    {
        while (true)
        {
            gate.EnterReadLock();
            try
            {
                if (database.IsOpen) return database.Read(read);
            }
            finally
            {
                gate.ExitReadLock();
            }

            OpenAgain();
        }
    }

    private void OpenAgain()
    {
        gate.EnterWriteLock();
        try
        {
            database.OpenAgain();
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    private T Write<T>(Func<Contents, T> write)
    {
        gate.EnterWriteLock();
        try
        {
            return database.Write(write);
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }
}
