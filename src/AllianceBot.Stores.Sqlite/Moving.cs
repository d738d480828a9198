using System.Diagnostics;
using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Stores.Sqlite;

/// <summary>Everything in the file, for another store, and everything of another store into the file.</summary>
internal static class Moving
{
    public static IEnumerable<MovedRow> Everything(string path, CancellationToken ct)
    {
        using var database = Database.Open(path, toWrite: false);
        using var reading = new Reading(path);
        foreach (var (number, alliance, version, due) in Heads(database))
        {
            yield return new MovedStream(alliance, version, due);
            var at = 0L;
            var stream = reading.Load(alliance, ct);
            foreach (var row in stream.Events) yield return new MovedEvent(alliance, ++at, row);
            foreach (var (words, gone) in Words(database, number)) yield return new MovedWords(alliance, words, gone);
            foreach (var key in stream.Keys) yield return new MovedKey(alliance, key);
        }

        foreach (var row in Rows(database, reading.Beside)) yield return row;
    }

    private static IEnumerable<MovedRow> Rows(Database database, BesideReading beside)
    {
        foreach (var notice in beside.Notices()) yield return new MovedNotice(notice);
        var aside = beside.InTurn(Instant.MinValue).OrderBy(kept => kept.Notice.NotBefore).ThenBy(kept => kept.Notice.Key, StringComparer.Ordinal);
        foreach (var kept in aside) yield return new MovedAside(kept);
        var entries = new List<DirectoryEntry>();
        database.Each(
            "SELECT kind, id, value FROM directory WHERE gone = 0",
            row => entries.Add(new DirectoryEntry(new DirectoryKey(row.Text(0), row.Text(1)), row.PaddedBytes(2))));
        var sorted = entries.OrderBy(entry => entry.Key.Kind, StringComparer.Ordinal).ThenBy(entry => entry.Key.Id, StringComparer.Ordinal);
        foreach (var entry in sorted) yield return new MovedEntry(entry);
        foreach (var card in beside.Cards()) yield return new MovedCard(card);
    }

    private static List<(long Number, AllianceId Alliance, long Version, Instant? Due)> Heads(Database database)
    {
        var heads = new List<(long Number, AllianceId Alliance, long Version, Instant? Due)>();
        database.Each(
            "SELECT number, id, version, due FROM alliances",
            row => heads.Add((row.Int64(0), new AllianceId(row.Text(1)), row.Int64(2), row.IsNull(3) ? null : row.Instant(3))));
        heads.Sort((a, b) => string.CompareOrdinal(a.Alliance.Value, b.Alliance.Value));
        return heads;
    }

    private static List<(WordsRow Words, bool Gone)> Words(Database database, long number)
    {
        var words = new List<(WordsRow Words, bool Gone)>();
        database.Each(
            FormattableString.Invariant($"SELECT id, shelf, sealed, gone FROM words WHERE alliance = {number} ORDER BY row"),
            row => words.Add((new WordsRow(row.Text(0), row.Text(1), row.Bytes(2)), row.Int64(3) != 0)));
        return words;
    }

    public static void Take(Database database, ReadOnlyMemory<byte> secret, IEnumerable<MovedRow> rows, CancellationToken ct)
    {
        if (database.Number("SELECT (SELECT count(*) FROM alliances) + (SELECT count(*) FROM directory) + (SELECT count(*) FROM outbox)") > 0)
        {
            throw new StoreException($"There is something in the database {database.Path} already. Name another, or move it away.");
        }

        var done = false;
        database.Run("BEGIN IMMEDIATE");
        try
        {
            database.Run($"UPDATE settings SET value = x'{Convert.ToHexString(secret.Span)}' WHERE name = 'secret'");
            var taking = new Taking(database);
            foreach (var row in rows)
            {
                ct.ThrowIfCancellationRequested();
                taking.Take(row);
            }

            taking.End();
            database.Run("COMMIT");
            done = true;
        }
        finally
        {
            if (!done) database.RollBack();
        }
    }

    /// <summary>Writes rows as they were, with their own row numbers and states.</summary>
    private sealed class Taking(Database database)
    {
        private readonly Heads heads = new(database);
        private readonly Turns turns = new(database);

        private readonly Statement addEvent = database.Prepare(
            "INSERT INTO events(previous, alliance, version, name, ask, transport, json) VALUES (?, ?, ?, ?, ?, ?, ?)");

        private readonly Statement addWords = database.Prepare("INSERT INTO words(alliance, id, shelf, sealed, gone) VALUES (?, ?, ?, ?, ?)");

        private readonly Statement addKey = database.Prepare("INSERT INTO keys(alliance, shelf, key, gone) VALUES (?, ?, ?, 0)");

        private readonly Statement addNotice = database.Prepare("""
            INSERT INTO outbox(row, alliance, key, stage, state, not_before, attempts, node, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);

        private readonly Statement addEntry = database.Prepare("INSERT INTO directory(kind, id, value, gone) VALUES (?, ?, ?, 0)");

        private readonly Statement addCard = database.Prepare("""
            INSERT INTO shown(alliance, subject, reader, conversation, message, revision, view, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """);

        public void Take(MovedRow row)
        {
            switch (row)
            {
                case MovedStream it:
                    var head = heads.FindOrAdd(it.Alliance);
                    heads.Move(it.Alliance, head, head with { Due = it.Due });
                    break;
                case MovedEvent it:
                    Add(it);
                    break;
                case MovedWords it:
                    addWords.Bind(1, Number(it.Alliance)).Bind(2, it.Words.Id).Bind(3, it.Words.Shelf)
                        .Blob(4, it.Gone ? default : it.Words.Sealed.Span).Bind(5, it.Gone ? 1 : 0).Run();
                    break;
                case MovedKey it:
                    addKey.Bind(1, Number(it.Alliance)).Bind(2, it.Key.Shelf).Blob(3, it.Key.Key.Span).Run();
                    break;
                case MovedNotice it:
                    Add(it.Notice);
                    break;
                case MovedAside { Kept: var it }:
                    // As if written before everything, so that none of them is over and written over.
                    turns.Add(Number(it.Alliance), it.Notice with { InTurn = Instant.MinValue });
                    break;
                case MovedEntry it:
                    addEntry.Bind(1, it.Entry.Key.Kind).Bind(2, it.Entry.Key.Id).Blob(3, Padded.Write(it.Entry.Value.Span)).Run();
                    break;
                case MovedCard it:
                    Add(it.Card);
                    break;
                default:
                    throw new UnreachableException($"No move knows {row.GetType().Name}.");
            }
        }

        public void End()
        {
            turns.Write();
            turns.Keep();
        }

        private void Add(MovedEvent moved)
        {
            var head = heads.FindOrAdd(moved.Alliance);
            addEvent.Bind(1, head.Last).Bind(2, head.Number).Bind(3, moved.Version).Bind(4, moved.Event.Name)
                .Bind(5, moved.Event.Ask).Bind(6, moved.Event.Transport).Utf8(7, moved.Event.Json.Span).Run();
            heads.Move(moved.Alliance, head, head with
            {
                Version = moved.Version,
                Last = SQLitePCL.raw.sqlite3_last_insert_rowid(database.Handle),
            });
        }

        private void Add(OutboxRow row)
        {
            var stage = BesideWriting.Stage(row.State);
            addNotice.Bind(1, row.Row).Bind(2, Number(row.Alliance)).Bind(3, row.Key);
            (stage is { } number ? addNotice.Bind(4, number) : addNotice.Null(4))
                .Bind(5, (int)row.State).Bind(6, row.NotBefore).Bind(7, row.Attempts).Bind(8, row.Node).Utf8(9, row.Json.Span).Run();
        }

        private void Add(ShownRow row) => addCard.Bind(1, Number(row.Alliance)).Bind(2, row.Subject).Bind(3, row.Reader)
            .Bind(4, row.Conversation).Bind(5, row.Message).Bind(6, row.Revision).Bind(7, row.View).Bind(8, row.At).Run();

        private long Number(AllianceId alliance) => heads.FindOrAdd(alliance).Number;
    }
}
