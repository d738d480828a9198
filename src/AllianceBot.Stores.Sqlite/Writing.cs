using System.Diagnostics;
using AllianceBot.Domain;
using AllianceBot.Engine;

namespace AllianceBot.Stores.Sqlite;

/// <summary>Writes groups of works, each group in one transaction, on the one connection that writes.</summary>
internal sealed class Writing
{
    private readonly Database database;
    private readonly Heads heads;
    private readonly OnTheWay onTheWay;
    private readonly Turns turns;
    private readonly StreamWriting streams;
    private readonly BesideWriting beside;
    private readonly Tidying tidying;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement mark;
    private readonly Statement keep;
    private readonly Statement undo;

    public Writing(Database database)
    {
        this.database = database;
        heads = new Heads(database);
        onTheWay = new OnTheWay(database);
        turns = new Turns(database);
        beside = new BesideWriting(database, heads, onTheWay, turns);
        tidying = new Tidying(database);
        streams = new StreamWriting(database, heads, beside);
        begin = database.Prepare("BEGIN IMMEDIATE");
        commit = database.Prepare("COMMIT");
        mark = database.Prepare("SAVEPOINT work");
        keep = database.Prepare("RELEASE work");
        undo = database.Prepare("ROLLBACK TO work");
    }

    /// <summary>
    /// Makes a group durable. Almost always every work is good, so a group is first written without a savepoint for each;
    /// only when one is not good it is begun anew with them.
    /// </summary>
    public CommitResult[] Commit(IReadOnlyList<StoreWork> group)
    {
        var done = false;
        try
        {
            begin.Run();
            if (TryAll(group) is not { } results)
            {
                Undo();
                begin.Run();
                results = EachByItself(group);
            }

            turns.Write();
            commit.Run();
            onTheWay.Keep();
            turns.Keep();
            done = true;
            return results;
        }
        finally
        {
            if (!done) Undo();
        }
    }

    private void Undo()
    {
        database.RollBack();
        heads.Forget();
        onTheWay.TakeBack(0);
        turns.TakeBack(0);
    }

    private CommitResult[]? TryAll(IReadOnlyList<StoreWork> group)
    {
        try
        {
            foreach (var work in group)
            {
                if (Write(work) != CommitResult.Done) return null;
            }

            return new CommitResult[group.Count];
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private CommitResult[] EachByItself(IReadOnlyList<StoreWork> group)
    {
        var results = new CommitResult[group.Count];
        var fallen = new Dictionary<AllianceId, CommitResult>();
        for (var i = 0; i < results.Length; i++)
        {
            var work = group[i];
            if (work.Alliance is { } alliance && fallen.TryGetValue(alliance, out var earlier)) results[i] = earlier;
            else if ((results[i] = ByItself(work)) != CommitResult.Done && work.Alliance is { } its) fallen.Add(its, results[i]);
        }

        return results;
    }

    private CommitResult ByItself(StoreWork work)
    {
        mark.Run();
        var (before, aside) = (onTheWay.Changes, turns.Count);
        CommitResult result;
        try
        {
            result = Write(work);
        }
        catch (InvalidDataException)
        {
            result = CommitResult.Failed;
        }

        if (result != CommitResult.Done)
        {
            undo.Run();
            heads.Forget();
            onTheWay.TakeBack(before);
            turns.TakeBack(aside);
        }

        keep.Run();
        return result;
    }

    private CommitResult Write(StoreWork work)
    {
        if (work is not Tidy tidy) return WriteWork(work);
        tidying.Write(tidy);
        return CommitResult.Done;
    }

    private CommitResult WriteWork(StoreWork work) => work switch
    {
        Append append => streams.Write(append),
        MoveNotice move => beside.Write(move),
        AddNotices add => beside.Write(add),
        Note note => beside.Write(note),
        _ => throw new UnreachableException($"No store knows {work.GetType().Name}."),
    };
}
