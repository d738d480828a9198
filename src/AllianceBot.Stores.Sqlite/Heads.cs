using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Stores.Sqlite;

/// <summary>Where a stream stands: its number in the file, its version, the row of its last event, when it is due.</summary>
internal readonly record struct Head(long Number, long Version, long Last, Instant? Due);

/// <summary>
/// The heads of all streams. As one process writes, those seen are kept in memory; what a rolled-back transaction
/// changed is forgotten and read again.
/// </summary>
internal sealed class Heads(Database database)
{
    private const int KeptAtMost = 100_000;

    private readonly Dictionary<AllianceId, Head> kept = [];

    private readonly Statement find = database.Prepare("SELECT number, version, last, due FROM alliances WHERE id = ?");

    private readonly Statement add = database.Prepare("INSERT INTO alliances(id, version, last, due) VALUES (?, 0, 0, NULL)");

    private readonly Statement move = database.Prepare("UPDATE alliances SET version = ?, last = ? WHERE number = ?");

    private readonly Statement moveDue = database.Prepare("UPDATE alliances SET version = ?, last = ?, due = ? WHERE number = ?");

    /// <summary>The head of a stream, or null when nothing was ever written for it.</summary>
    public Head? Find(AllianceId alliance)
    {
        if (kept.TryGetValue(alliance, out var head)) return head;
        if (!find.Bind(1, alliance.Value).Step()) return null;
        head = new Head(find.Int64(0), find.Int64(1), find.Int64(2), find.IsNull(3) ? null : find.Instant(3));
        find.Reset();
        return Keep(alliance, head);
    }

    /// <summary>The number of a stream, which is added when it is new.</summary>
    public Head FindOrAdd(AllianceId alliance)
    {
        if (Find(alliance) is { } head) return head;
        add.Bind(1, alliance.Value).Run();
        return Keep(alliance, new Head(SQLitePCL.raw.sqlite3_last_insert_rowid(database.Handle), 0, 0, null));
    }

    public void Move(AllianceId alliance, Head from, Head to)
    {
        if (to == from) return;
        // Setting the column would write its index even when the instant stays.
        var statement = from.Due == to.Due ? move : moveDue.Bind(3, to.Due);
        statement.Bind(1, to.Version).Bind(2, to.Last).Bind(from.Due == to.Due ? 3 : 4, to.Number).Run();
        Keep(alliance, to);
    }

    public void Forget() => kept.Clear();

    private Head Keep(AllianceId alliance, Head head)
    {
        if (kept.Count >= KeptAtMost) kept.Clear();
        return kept[alliance] = head;
    }
}
