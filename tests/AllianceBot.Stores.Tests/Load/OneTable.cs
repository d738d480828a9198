using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Stores.Sqlite;
using NodaTime;
using Database = AllianceBot.Stores.Sqlite.Database;

namespace AllianceBot.Stores.Tests;

/// <summary>The floor that a store is measured against: each event one insert into one table, and nothing else.</summary>
internal sealed class OneTable : IAllianceStore
{
    private readonly Database database;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement add;

    public OneTable(string path)
    {
        Library.Use(preferSystem: true);
        database = Database.Open(path, toWrite: true);
        database.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE events(row INTEGER PRIMARY KEY, json TEXT)");
        begin = database.Prepare("BEGIN IMMEDIATE");
        commit = database.Prepare("COMMIT");
        add = database.Prepare("INSERT INTO events(json) VALUES (?)");
    }

    public ReadOnlyMemory<byte> Secret => default;

    public ValueTask<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<StoreWork> group, CancellationToken ct)
    {
        begin.Run();
        foreach (var work in group)
        {
            foreach (var row in ((Append)work).Events) add.Utf8(1, row.Json.Span).Run();
        }

        commit.Run();
        return ValueTask.FromResult<IReadOnlyList<CommitResult>>(new CommitResult[group.Count]);
    }

    public Task<StoredStream> LoadAsync(AllianceId alliance, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<DueAlliance>> DueAsync(Instant now, int atMost, CancellationToken ct) => throw new NotSupportedException();

    public Task<Instant?> NextAsync(CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<OutboxRow>> OutboxAsync(OutboxQuery query, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<OutboxState, long>> OutboxCountsAsync(CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<KeptNotice>> InTurnAsync(Instant after, CancellationToken ct) => throw new NotSupportedException();

    public Task<ReadOnlyMemory<byte>?> FindAsync(DirectoryKey key, CancellationToken ct) => throw new NotSupportedException();

    public IAsyncEnumerable<DirectoryEntry> ListAsync(string kind, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<ShownRow>> ShownAsync(
        AllianceId alliance, string subject, string? reader, int atMost, CancellationToken ct) => throw new NotSupportedException();

    public Task<ShownRow?> ShownAtAsync(string conversation, string message, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<RecentAsk>> RecentAsksAsync(AllianceId alliance, int atMost, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask DisposeAsync()
    {
        database.Dispose();
        return ValueTask.CompletedTask;
    }
}
