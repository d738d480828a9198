using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>
/// One alliance in memory: its durable state, and within a group of the committer the speculative one, on which the next
/// command is decided. Only the committer decides; anybody may read the durable state.
/// </summary>
internal sealed class Mailbox(AllianceId id, IClock clock, Writing writing, EngineMeters meters)
{
    public static readonly Refusal Busy = new("engine.busy");

    private readonly Append empty = new(id, 0);
    private Alliance durable = new() { Id = id };
    private Alliance speculative = new() { Id = id };
    private Shelves shelves = new(writing.Chance);
    private RecentAsks recent = new();
    private TypedMemory typed = new();
    private UndoTrail undone = new();
    private CommitResult fault;
    private long group;
    private int queued;

    public AllianceId Id => id;

    /// <summary>The state that is on disk.</summary>
    public Alliance Durable => Volatile.Read(ref durable);

    /// <summary>Something went wrong, or another node wrote: the stream is read again before the next decision.</summary>
    public bool IsStale { get; private set; }

    /// <summary>About how much memory it takes.</summary>
    public long Bytes { get; private set; } = EngineLimits.MemoryPerAlliance;

    /// <summary>Set by its keeper: when it was last used, in turns of the keeper.</summary>
    public long LastUse { get; set; }

    public bool IsIdle => Volatile.Read(ref queued) == 0;

    public int Queued => Volatile.Read(ref queued);

    public bool TryEnter()
    {
        if (Interlocked.Increment(ref queued) <= EngineLimits.QueuedPerAlliance) return true;
        Interlocked.Decrement(ref queued);
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref queued);

    /// <summary>Whether a later event of the item took the event of this version back.</summary>
    public bool IsUndone(long version) => undone.Has(version);

    /// <summary>Folds the stream as the store holds it.</summary>
    public void Load(StoredStream stream)
    {
        var opened = new Shelves(writing.Chance);
        var texts = opened.Open(stream.Keys, stream.Words);
        var (state, asks, trail) = (new Alliance { Id = id }, new RecentAsks(), new UndoTrail());
        var bytes = (long)EngineLimits.MemoryPerAlliance;
        foreach (var row in stream.Events)
        {
            var happened = EventJson.Instance.Read(row.Name, row.Json.Span, texts);
            state = AllianceDecider.Evolve(state, happened);
            trail.Add(happened, state.Version);
            asks.Add(row.Ask, happened.By, row.Transport);
            bytes += MemoryOf(row);
            // The process before may have died before it had brought every card up to date.
            if (happened is ForgettingEvent forgotten) writing.Forgotten(id, forgotten);
        }

        foreach (var row in stream.Words) bytes += MemoryOf(row);
        (shelves, recent, typed, undone) = (opened, asks, new(), trail);
        (Bytes, IsStale, fault) = (bytes, false, CommitResult.Done);
        speculative = state;
        Volatile.Write(ref durable, state);
    }

    /// <summary>A new group begins: what went wrong in the last one is behind.</summary>
    public void Enter(long current)
    {
        if (group == current) return;
        (group, fault, speculative) = (current, CommitResult.Done, durable);
    }

    public Decision Decide(AskJob job)
    {
        var (command, by, envelope) = (job.Command, job.By, job.Envelope);
        var at = Instant.Max(clock.GetCurrentInstant(), speculative.LastAt);
        var words = TypedWords.Of(by, envelope, at);
        if (recent.Has(command.Ask, by, envelope.Transport) || (words is not null && typed.Has(words)))
        {
            meters.Duplicates.Add(1);
            return new(Outcome.Nothing, speculative, null);
        }

        var outcome = AllianceDecider.Decide(speculative, command, new(by, at));
        if (outcome is not Outcome.Happened { Events.Count: > 0 } happened) return new(outcome, speculative, null);
        var append = writing.Write(empty with { ExpectedVersion = speculative.Version }, speculative, happened, job, shelves, out var after);
        speculative = after;
        var shown = envelope.Confirm is { } confirm ? NoticeRows.Shown(after, confirm, by) : null;
        return new(outcome, after, append) { Events = happened.Events, Typed = words, Shown = shown };
    }

    /// <summary>
    /// How a decision of this group ended. After the first fault nothing that was decided on top of it stands, not even a
    /// refusal, as it speaks of a state that never was.
    /// </summary>
    public CommitResult Settle(Decision decision, CommitResult result)
    {
        if (fault != CommitResult.Done) return fault;
        if (result != CommitResult.Done)
        {
            (fault, IsStale) = (result, true);
            return result;
        }

        if (decision.Append is not { } append) return result;
        var version = append.ExpectedVersion;
        for (var i = 0; i < decision.Events.Count; i++)
        {
            var row = append.Events[i];
            recent.Add(row.Ask, decision.Events[i].By, row.Transport);
            undone.Add(decision.Events[i], ++version);
            Bytes += MemoryOf(row);
        }

        foreach (var row in append.Words) Bytes += MemoryOf(row);
        typed.Add(decision.Typed, decision.Events);
        Volatile.Write(ref durable, decision.After);
        writing.Written(append, decision.Events, decision.Shown);
        return result;
    }

    /// <summary>The stream cannot be read now: nothing is decided on what may be old.</summary>
    public void MarkStale() => IsStale = true;

    /// <summary>A text has two bytes for a letter.</summary>
    private static long MemoryOf(WordsRow row) => row.Sealed.Length * 2L;

    private static long MemoryOf(EventRow row) => (row.Json.Length + 64L) * EngineLimits.MemoryPerStoredByte;
}
