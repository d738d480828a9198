using AllianceBot.Engine;
using SQLitePCL;

namespace AllianceBot.Stores.Sqlite;

/// <summary>Appends to a stream: its events, sealed words and keys, with all they bring along.</summary>
internal sealed class StreamWriting(Database database, Heads heads, BesideWriting beside)
{
    private readonly Statement addEvent = database.Prepare(
        "INSERT INTO events(previous, alliance, version, name, ask, transport, json) VALUES (?, ?, ?, ?, ?, ?, ?)");

    private readonly Statement addWords = database.Prepare("INSERT INTO words(alliance, id, shelf, sealed, gone) VALUES (?, ?, ?, ?, 0)");

    private readonly Statement addKey = database.Prepare("INSERT INTO keys(alliance, shelf, key, gone) VALUES (?, ?, ?, 0)");

    // The same length in the same place: Schema says why.
    private readonly Statement wipeWords = database.Prepare(
        "UPDATE words SET sealed = zeroblob(length(sealed)), gone = 1 WHERE alliance = ? AND id = ? AND gone = 0");

    private readonly Statement wipeShelf = database.Prepare(
        "UPDATE words SET sealed = zeroblob(length(sealed)), gone = 1 WHERE alliance = ? AND shelf = ? AND gone = 0");

    private readonly Statement wipeKey = database.Prepare(
        "UPDATE keys SET key = zeroblob(length(key)), gone = 1 WHERE alliance = ? AND shelf = ? AND gone = 0");

    public CommitResult Write(Append append)
    {
        var found = heads.Find(append.Of);
        if ((found?.Version ?? 0) != append.ExpectedVersion) return CommitResult.Conflict;
        var head = found ?? heads.FindOrAdd(append.Of);
        Erase(append, head.Number);
        foreach (var row in append.Keys) addKey.Bind(1, head.Number).Bind(2, row.Shelf).Blob(3, row.Key.Span).Run();
        foreach (var row in append.Words)
        {
            addWords.Bind(1, head.Number).Bind(2, row.Id).Bind(3, row.Shelf).Blob(4, row.Sealed.Span).Run();
        }

        if (beside.Change(append.Directory) is var result && result != CommitResult.Done) return result;
        var after = head with { Due = append.NextDue };
        foreach (var row in append.Events) after = Add(row, after);
        heads.Move(append.Of, head, after);
        beside.Add(head.Number, append.Notices);
        beside.Add(append.Shown);
        return CommitResult.Done;
    }

    private Head Add(EventRow row, Head head)
    {
        addEvent.Bind(1, head.Last).Bind(2, head.Number).Bind(3, head.Version + 1)
            .Bind(4, row.Name).Bind(5, row.Ask).Bind(6, row.Transport).Utf8(7, row.Json.Span).Run();
        return head with { Version = head.Version + 1, Last = raw.sqlite3_last_insert_rowid(database.Handle) };
    }

    private void Erase(Append append, long alliance)
    {
        foreach (var shelf in append.EraseShelves)
        {
            wipeShelf.Bind(1, alliance).Bind(2, shelf).Run();
            wipeKey.Bind(1, alliance).Bind(2, shelf).Run();
        }

        foreach (var id in append.EraseWords) wipeWords.Bind(1, alliance).Bind(2, id).Run();
    }
}
