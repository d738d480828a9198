namespace AllianceBot.Engine;

/// <summary>One thing in the committer's queue. It is decided when its turn comes, and until then it can be withdrawn.</summary>
internal abstract class Job
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Withdrawn = 2;

    private int stage;

    /// <summary>The mailbox it belongs to; null for works of no alliance.</summary>
    public virtual Mailbox? Mailbox => null;

    /// <summary>When it came in, by the time provider's stamps.</summary>
    public long Since { get; init; }

    /// <summary>Takes it out of reach of <see cref="TryWithdraw"/>; false when it was withdrawn.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref stage, Begun, Waiting) == Waiting;

    /// <summary>Drops it while it still waits: nothing of it happens.</summary>
    public bool TryWithdraw() => Interlocked.CompareExchange(ref stage, Withdrawn, Waiting) == Waiting;

    /// <summary>Puts it back among the waiting, to be decided anew.</summary>
    public void Again() => Volatile.Write(ref stage, Waiting);

    /// <summary>What is to be written, or null when there is nothing.</summary>
    public abstract StoreWork? Decide();

    /// <summary>Its group is durable or is not. True asks to be queued again.</summary>
    public abstract bool Settle(CommitResult result);

    /// <summary>It fails for good: withdrawn, or a fault on the way.</summary>
    public abstract void Fail(Exception fault);
}

/// <summary>A work that stands by itself: a move of the outbox, a note.</summary>
internal sealed class WorkJob(StoreWork work, TaskCreationOptions continuations) : Job
{
    private readonly TaskCompletionSource<CommitResult> done = new(continuations);

    /// <summary>Completes once durable or not.</summary>
    public Task<CommitResult> Done => done.Task;

    public override StoreWork Decide() => work;

    public override bool Settle(CommitResult result)
    {
        done.SetResult(result);
        return false;
    }

    // Whoever moves a row wants to know how it ended, not why: the reason is logged where it arose.
    public override void Fail(Exception fault) => done.TrySetResult(CommitResult.Failed);
}

/// <summary>A note that nobody waits for: a directory change learnt on the way, a card that was shown.</summary>
internal sealed class NoteJob(Note note, Action<CommitResult> then) : Job
{
    public override StoreWork Decide() => note;

    public override bool Settle(CommitResult result)
    {
        then(result);
        return false;
    }

    public override void Fail(Exception fault) => then(CommitResult.Failed);
}
