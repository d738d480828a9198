using AllianceBot.Engine;

namespace AllianceBot.Stores.Sqlite;

/// <summary>Writes what stands beside the streams: the outbox, the directory, the cards shown.</summary>
internal sealed class BesideWriting(Database database, Heads heads, OnTheWay onTheWay, Turns turns)
{
    private readonly Statement addNotice = database.Prepare(
        "INSERT INTO outbox(alliance, key, stage, state, not_before, attempts, node, json) VALUES (?, ?, 0, 0, ?, 0, NULL, ?)");

    private readonly Statement keyOfNotice = database.Prepare("SELECT key FROM outbox WHERE row = ?");

    private readonly Statement moveNotice = database.Prepare("""
        UPDATE outbox SET stage = ?, state = ?, not_before = ?, attempts = ?, node = ?
        WHERE row = ? AND state = ? AND alliance = ?
        """);

    private readonly Statement isTaken = database.Prepare("SELECT 1 FROM directory WHERE kind = ? AND id = ? AND gone = 0");

    private readonly Statement overwriteEntry = database.Prepare(
        "UPDATE directory SET value = ? WHERE kind = ? AND id = ? AND gone = 0 AND length(value) = ?");

    // The id goes too: it may be the hash of somebody's account.
    private readonly Statement wipeEntry = database.Prepare("""
        UPDATE directory SET id = zeroblob(length(CAST(id AS BLOB))), value = zeroblob(length(value)), gone = 1
        WHERE kind = ? AND id = ? AND gone = 0
        """);

    private readonly Statement addEntry = database.Prepare("INSERT INTO directory(kind, id, value, gone) VALUES (?, ?, ?, 0)");

    // Almost always the same message shows the same thing. Setting the columns would write their index even so.
    private readonly Statement showNewer = database.Prepare("""
        UPDATE shown SET revision = ?, view = ?, at = ?
        WHERE conversation = ? AND message = ? AND message <> '' AND alliance = ? AND subject = ? AND reader = ?
        """);

    private readonly Statement showAgain = database.Prepare("""
        UPDATE shown SET alliance = ?, subject = ?, reader = ?, revision = ?, view = ?, at = ?
        WHERE conversation = ? AND message = ? AND message <> ''
        """);

    private readonly Statement showAgainUnnamed = database.Prepare("""
        UPDATE shown SET revision = ?, view = ?, at = ?
        WHERE alliance = ? AND subject = ? AND reader = ? AND conversation = ? AND message = ''
        """);

    private readonly Statement show = database.Prepare("""
        INSERT INTO shown(alliance, subject, reader, conversation, message, revision, view, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """);

    public CommitResult Write(Note note)
    {
        if (Change(note.Directory) is var result && result != CommitResult.Done) return result;
        Add(note.Shown);
        return CommitResult.Done;
    }

    public CommitResult Write(MoveNotice move)
    {
        if (heads.Find(move.Of) is not { } head) return CommitResult.Conflict;
        var stage = Stage(move.To);
        (stage is { } number ? moveNotice.Bind(1, number) : moveNotice.Null(1))
            .Bind(2, (int)move.To).Bind(3, move.NotBefore).Bind(4, move.Attempts).Bind(5, move.Node)
            .Bind(6, move.Row).Bind(7, (int)move.From).Bind(8, head.Number).Run();
        if (database.Changes == 0 || !Settle(move, head.Number)) return CommitResult.Conflict;
        Add(head.Number, move.Instead);
        if (move.Shown is { } shown) Add([shown]);
        return CommitResult.Done;
    }

    public CommitResult Write(AddNotices add)
    {
        if (heads.Find(add.Of) is not { } head) return CommitResult.Conflict;
        if (Change(add.Directory) is var result && result != CommitResult.Done) return result;
        Add(head.Number, add.Notices);
        return CommitResult.Done;
    }

    public CommitResult Change(IReadOnlyList<DirectoryChange> changes)
    {
        foreach (var (key, value, onlyIfNew) in changes)
        {
            if (onlyIfNew && IsTaken(key)) return CommitResult.Conflict;
            if (value is { } bytes) Put(key, Padded.Write(bytes.Span));
            else wipeEntry.Bind(1, key.Kind).Bind(2, key.Id).Run();
        }

        return CommitResult.Done;
    }

    public void Add(long alliance, IReadOnlyList<NewNotice> notices)
    {
        foreach (var notice in notices)
        {
            if (notice.InTurn is not null) turns.Add(alliance, notice);
            else if (onTheWay.Add(alliance, notice.Key)) Add(alliance, notice);
        }
    }

    public void Add(IReadOnlyList<ShownRow> rows)
    {
        foreach (var row in rows)
        {
            var alliance = heads.FindOrAdd(row.Alliance).Number;
            if (ShowAgain(row, alliance)) continue;
            show.Bind(1, alliance).Bind(2, row.Subject).Bind(3, row.Reader).Bind(4, row.Conversation)
                .Bind(5, row.Message).Bind(6, row.Revision).Bind(7, row.View).Bind(8, row.At).Run();
        }
    }

    /// <summary>The column that says where a notice waits: for its not-before, for its deadline, or nowhere.</summary>
    public static int? Stage(OutboxState state) => state switch
    {
        { IsWaiting: true } => 0,
        OutboxState.Sending => 1,
        _ => null,
    };

    /// <returns>False when a settled notice may not go on its way again, as its like is on the way.</returns>
    private bool Settle(MoveNotice move, long alliance)
    {
        if (move.From.IsOnTheWay == move.To.IsOnTheWay) return true;
        var key = keyOfNotice.Bind(1, move.Row).First(row => row.Text(0)) ?? "";
        if (move.To.IsOnTheWay) return onTheWay.Add(alliance, key);
        onTheWay.Remove(alliance, key);
        return true;
    }

    private bool ShowAgain(ShownRow row, long alliance)
    {
        if (row.Message.Length > 0)
        {
            showNewer.Bind(1, row.Revision).Bind(2, row.View).Bind(3, row.At).Bind(4, row.Conversation).Bind(5, row.Message)
                .Bind(6, alliance).Bind(7, row.Subject).Bind(8, row.Reader).Run();
            if (database.Changes > 0) return true;
            showAgain.Bind(1, alliance).Bind(2, row.Subject).Bind(3, row.Reader).Bind(4, row.Revision).Bind(5, row.View)
                .Bind(6, row.At).Bind(7, row.Conversation).Bind(8, row.Message).Run();
        }
        else
        {
            showAgainUnnamed.Bind(1, row.Revision).Bind(2, row.View).Bind(3, row.At)
                .Bind(4, alliance).Bind(5, row.Subject).Bind(6, row.Reader).Bind(7, row.Conversation).Run();
        }

        return database.Changes > 0;
    }

    private void Put(DirectoryKey key, byte[] value)
    {
        overwriteEntry.Blob(1, value).Bind(2, key.Kind).Bind(3, key.Id).Bind(4, value.Length).Run();
        if (database.Changes > 0) return;
        wipeEntry.Bind(1, key.Kind).Bind(2, key.Id).Run();
        addEntry.Bind(1, key.Kind).Bind(2, key.Id).Blob(3, value).Run();
    }

    private void Add(long alliance, NewNotice notice) =>
        addNotice.Bind(1, alliance).Bind(2, notice.Key).Bind(3, notice.NotBefore).Utf8(4, notice.Json.Span).Run();

    private bool IsTaken(DirectoryKey key)
    {
        if (!isTaken.Bind(1, key.Kind).Bind(2, key.Id).Step()) return false;
        isTaken.Reset();
        return true;
    }
}
