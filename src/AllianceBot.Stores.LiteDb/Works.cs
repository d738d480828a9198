using System.Diagnostics;
using AllianceBot.Domain;
using AllianceBot.Engine;

namespace AllianceBot.Stores.LiteDb;

/// <summary>
/// Writes a group of works in one transaction. The library knows no savepoint, so each work is looked at before anything
/// of it is written: what passes can be written.
/// </summary>
internal static class Works
{
    public static CommitResult[] Write(Contents contents, IReadOnlyList<StoreWork> group)
    {
        var results = new CommitResult[group.Count];
        var fallen = new Dictionary<AllianceId, CommitResult>();
        for (var i = 0; i < results.Length; i++)
        {
            var work = group[i];
            if (work.Alliance is { } alliance && fallen.TryGetValue(alliance, out var earlier)) results[i] = earlier;
            else if ((results[i] = Check(contents, work)) == CommitResult.Done) Write(contents, work);
            else if (work.Alliance is { } its) fallen.Add(its, results[i]);
        }

        return results;
    }

    private static CommitResult Check(Contents contents, StoreWork work) => work switch
    {
        Append append when contents.Streams.Version(append.Of) != append.ExpectedVersion => CommitResult.Conflict,
        Append append when !contents.Streams.Takes(append) => CommitResult.Failed,
        Append append => contents.Entries.Check(append.Directory),
        MoveNotice move => contents.Notices.Check(move),
        AddNotices add => contents.Streams.Knows(add.Of) ? contents.Entries.Check(add.Directory) : CommitResult.Conflict,
        Tidy => CommitResult.Done,
        Note note => contents.Entries.Check(note.Directory),
        _ => throw new UnreachableException($"No store knows {work.GetType().Name}."),
    };

    private static void Write(Contents contents, StoreWork work)
    {
        switch (work)
        {
            case Append append:
                contents.Streams.Write(append);
                contents.Entries.Write(append.Directory);
                contents.Notices.Add(append.Of, append.Notices);
                contents.Aside.Write(append.Of, append.Notices);
                contents.Cards.Write(append.Shown);
                break;
            case MoveNotice move:
                contents.Notices.Write(move);
                if (move.Shown is { } shown) contents.Cards.Put(shown);
                break;
            case AddNotices add:
                contents.Entries.Write(add.Directory);
                contents.Notices.Add(add.Of, add.Notices);
                break;
            case Tidy tidy:
                contents.Notices.Remove(tidy);
                contents.Cards.Remove(tidy);
                break;
            case Note note:
                contents.Entries.Write(note.Directory);
                contents.Cards.Write(note.Shown);
                break;
        }
    }
}
