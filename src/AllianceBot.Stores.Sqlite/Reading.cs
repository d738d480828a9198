using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Stores.Sqlite;

/// <summary>One reading connection with its statements; used by one read at a time.</summary>
internal sealed class Reading : IDisposable
{
    private const int RowsBetweenLooks = 128;

    private readonly Database database;
    private readonly Statement begin;
    private readonly Statement head;
    private readonly Statement anEvent;
    private readonly Statement anAsk;
    private readonly Statement words;
    private readonly Statement keys;
    private readonly Statement due;
    private readonly Statement next;
    private readonly Statement entry;
    private readonly Statement entries;

    public Reading(string path)
    {
        database = Database.Open(path, toWrite: false);
        begin = database.Prepare("BEGIN");
        head = database.Prepare("SELECT number, version, last FROM alliances WHERE id = ?");
        anEvent = database.Prepare("SELECT previous, alliance, version, name, json, ask, transport FROM events WHERE row = ?");
        anAsk = database.Prepare("SELECT previous, alliance, version, ask, transport FROM events WHERE row = ?");
        words = database.Prepare("SELECT row, id, shelf, sealed FROM words WHERE alliance = ? AND gone = 0");
        keys = database.Prepare("SELECT row, shelf, key FROM keys WHERE alliance = ? AND gone = 0");
        due = database.Prepare("SELECT id, due FROM alliances WHERE due <= ? ORDER BY due, number LIMIT ?");
        next = database.Prepare("""
            SELECT min(at) FROM (
                SELECT min(due) AS at FROM alliances WHERE due IS NOT NULL
                UNION ALL SELECT min(not_before) FROM outbox WHERE stage = 0
                UNION ALL SELECT min(not_before) FROM outbox WHERE stage = 1)
            """);
        entry = database.Prepare("SELECT value FROM directory WHERE kind = ? AND id = ? AND gone = 0");
        entries = database.Prepare("SELECT id, value FROM directory WHERE kind = ? AND id > ? AND gone = 0 ORDER BY id LIMIT ?");
        Beside = new BesideReading(database);
    }

    public BesideReading Beside { get; }

    public StoredStream Load(AllianceId alliance, CancellationToken ct)
    {
        begin.Run();
        try
        {
            if (Head(alliance) is not { } found) return new StoredStream(0, [], [], []);
            var events = new EventRow[found.Version];
            for (var (version, row) = (found.Version, found.Last); version > 0; version--)
            {
                if (version % RowsBetweenLooks == 0) ct.ThrowIfCancellationRequested();
                Visit(anEvent, row, found.Number, version);
                row = anEvent.Int64(0);
                events[version - 1] = new EventRow(anEvent.Text(3), anEvent.Bytes(4), anEvent.Text(5), anEvent.TextOrNull(6));
                anEvent.Reset();
            }

            return new StoredStream(found.Version, events, Words(found.Number, ct), Keys(found.Number));
        }
        finally
        {
            Close();
        }
    }

    public IReadOnlyList<RecentAsk> RecentAsks(AllianceId alliance, int atMost, CancellationToken ct)
    {
        begin.Run();
        try
        {
            if (Head(alliance) is not { } found) return [];
            var asks = new List<RecentAsk>();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var (version, row) = (found.Version, found.Last); version > 0 && asks.Count < atMost; version--)
            {
                if (version % RowsBetweenLooks == 0) ct.ThrowIfCancellationRequested();
                Visit(anAsk, row, found.Number, version);
                row = anAsk.Int64(0);
                var ask = new RecentAsk(anAsk.Text(3), anAsk.TextOrNull(4), version);
                anAsk.Reset();
                if (seen.Add(ask.Ask)) asks.Add(ask);
            }

            return asks;
        }
        finally
        {
            Close();
        }
    }

    public IReadOnlyList<DueAlliance> Due(Instant now, int atMost)
    {
        due.Bind(1, now).Bind(2, atMost);
        return due.All(row => new DueAlliance(new AllianceId(row.Text(0)), row.Instant(1)));
    }

    public Instant? Next() => next.First(row => row.IsNull(0) ? (Instant?)null : row.Instant(0));

    public ReadOnlyMemory<byte>? Find(DirectoryKey key)
    {
        entry.Bind(1, key.Kind).Bind(2, key.Id);
        return entry.First(row => (ReadOnlyMemory<byte>?)row.PaddedBytes(0));
    }

    /// <summary>A page of entries whose ids come after one.</summary>
    public IReadOnlyList<DirectoryEntry> Entries(string kind, string after, int atMost)
    {
        entries.Bind(1, kind).Bind(2, after).Bind(3, atMost);
        return entries.All(row => new DirectoryEntry(new DirectoryKey(kind, row.Text(0)), row.PaddedBytes(1)));
    }

    public void Backup(string path, CancellationToken ct)
    {
        begin.Run();
        try
        {
            Copying.Copy(database, path, ct);
        }
        finally
        {
            Close();
        }
    }

    public void Dispose() => database.Dispose();

    private (long Number, long Version, long Last)? Head(AllianceId alliance)
    {
        head.Bind(1, alliance.Value);
        return head.First(row => ((long, long, long)?)(row.Int64(0), row.Int64(1), row.Int64(2)));
    }

    /// <summary>Steps to an event of a stream; a link that leads astray is a damaged file, not a shorter story.</summary>
    private void Visit(Statement statement, long row, long alliance, long version)
    {
        if (statement.Bind(1, row).Step() && statement.Int64(1) == alliance && statement.Int64(2) == version) return;
        throw Fault.Damaged(database.Path, $"event {version} of alliance {alliance} is missing");
    }

    private List<WordsRow> Words(long alliance, CancellationToken ct)
    {
        words.Bind(1, alliance);
        var rows = words.All(
            row => (Row: row.Int64(0), Words: new WordsRow(row.Text(1), row.Text(2), row.Bytes(3))), ct);
        rows.Sort((a, b) => a.Row.CompareTo(b.Row));
        return rows.ConvertAll(it => it.Words);
    }

    private List<KeyRow> Keys(long alliance)
    {
        keys.Bind(1, alliance);
        var rows = keys.All(row => (Row: row.Int64(0), Key: new KeyRow(row.Text(1), row.Bytes(2))));
        rows.Sort((a, b) => a.Row.CompareTo(b.Row));
        return rows.ConvertAll(it => it.Key);
    }

    private void Close()
    {
        // A fault or a cancelled read leaves statements open, and an open statement would keep the log from beginning anew.
        if (database.InTransaction) database.RollBack();
    }
}
