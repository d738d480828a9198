using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AllianceBot.Engine;

/// <summary>
/// The one writer. It takes what waits, in order, has each mailbox decide, makes all of it durable with one fsync, and
/// then answers. Stepped by the simulation; in the host it has a thread of its own, as it spends its time waiting for disk.
/// </summary>
public sealed class Committer : IDisposable
{
    private readonly ConcurrentQueue<Job> queue = new();
    private readonly List<(Job Job, int Work)> group = [];
    private readonly List<StoreWork> works = [];
    // Without spinning: on a machine of one core that takes the time from those whose work is waited for.
    private readonly ManualResetEventSlim wake = new(initialState: false, spinCount: 0);
    private readonly IAllianceStore store;
    private readonly TimeProvider time;
    private readonly EngineMeters meters;
    private readonly ILogger log;
    private long round;

    internal Committer(IAllianceStore store, TimeProvider time, EngineMeters meters, ILogger log) =>
        (this.store, this.time, this.meters, this.log) = (store, time, meters, log);

    /// <summary>Told of directory changes that became durable outside any append.</summary>
    internal Action<IReadOnlyList<DirectoryChange>>? Noted { get; set; }

    /// <summary>Jobs that wait.</summary>
    public int Queued => queue.Count;

    /// <summary>When it last made something durable, by the time provider; null before the first time.</summary>
    public DateTimeOffset? LastCommit { get; private set; }

    /// <summary>
    /// Whether those who wait for a work of no mailbox go on inside the step. In the host they must not, as they present and
    /// send; on the one thread of a simulation they must, so that a seed always runs the same way.
    /// </summary>
    internal bool WorksInline { get; init; }

    internal long Stamp() => time.GetTimestamp();

    internal void Enqueue(Job job)
    {
        queue.Enqueue(job);
        Wake();
    }

    /// <summary>Makes a work durable that belongs to no mailbox.</summary>
    internal Task<CommitResult> CommitAsync(StoreWork work)
    {
        var job = new WorkJob(work, WorksInline ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously) { Since = Stamp() };
        Enqueue(job);
        return job.Done;
    }

    /// <summary>Makes something durable soon that is learnt again if it gets lost.</summary>
    internal void Note(DirectoryChange change, Action<CommitResult>? then = null) => Note(new Note([change], []), then);

    internal void Note(Note note, Action<CommitResult>? then = null)
    {
        void Settled(CommitResult result)
        {
            if (result == CommitResult.Failed) log.NoteLost();
            if (result == CommitResult.Done) Noted?.Invoke(note.Directory);
            then?.Invoke(result);
        }

        Enqueue(new NoteJob(note, Settled) { Since = Stamp() });
    }

    /// <summary>Takes one group from decision to answer.</summary>
    /// <param name="batchMax">So many jobs at most.</param>
    /// <param name="ct">Stops before a group, never inside one.</param>
    /// <returns>How many jobs were settled; 0 when nothing waits.</returns>
    public async ValueTask<int> StepAsync(int batchMax, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        group.Clear();
        works.Clear();
        round++;
        while (group.Count < batchMax && queue.TryDequeue(out var job))
        {
            if (job.TryBegin() && await ReadyAsync(job)) Decide(job);
        }

        if (group.Count == 0) return 0;
        var results = works.Count == 0 ? [] : await WriteAsync();
        foreach (var (job, work) in group) Settle(job, work < 0 ? CommitResult.Done : results[work]);
        return group.Count;
    }

    /// <summary>Steps until told to stop, then finishes what waits. Blocks its thread.</summary>
    public void Run(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                wake.Wait(ct);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            // What is queued after this sets it again; what was queued before is taken now.
            wake.Reset();
            Drain();
        }

        Drain();
    }

    /// <summary>Drops asks that have waited too long: nothing of them happens, and they may come again.</summary>
    public void Expire()
    {
        foreach (var job in queue)
        {
            if (time.GetElapsedTime(job.Since) < EngineLimits.AskTimeout) return;
            if (job is AskJob && job.TryWithdraw())
            {
                meters.Expired.Add(1);
                job.Fail(new BusyException("It waited too long in the queue, and nothing was done."));
            }
        }
    }

    public void Dispose() => wake.Dispose();

    private void Drain()
    {
        while (true)
        {
            var step = StepAsync(EngineLimits.Group, CancellationToken.None).AsTask();
            // An embedded store completes on this thread; a remote one is waited for here, on the thread kept for that.
            step.Wait();
            if (queue.IsEmpty) return;
        }
    }

    private async ValueTask<bool> ReadyAsync(Job job)
    {
        if (job.Mailbox is not { } mailbox) return true;
        if (job is AskJob && time.GetElapsedTime(job.Since) >= EngineLimits.AskTimeout)
        {
            meters.Expired.Add(1);
            job.Fail(new BusyException("It waited too long in the queue, and nothing was done."));
            return false;
        }

        if (!mailbox.IsStale) return true;
        try
        {
            mailbox.Load(await store.LoadAsync(mailbox.Id, CancellationToken.None));
            meters.Reloads.Add(1);
            return true;
        }
        catch (Exception fault) when (fault is StoreException or InvalidDataException)
        {
            log.LoadFailed(mailbox.Id.Value, fault);
            job.Fail(new BusyException("The alliance could not be read.", fault));
            return false;
        }
    }

    private void Decide(Job job)
    {
        try
        {
            job.Mailbox?.Enter(round);
            var work = job.Decide();
            group.Add((job, work is null ? -1 : works.Count));
            if (work is not null) works.Add(work);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // A mistake in a rule concerns this ask alone. What it may have left half done in memory is read anew.
            log.DecideFailed(job.Mailbox?.Id.Value ?? "", bug);
            meters.Bugs.Add(1);
            job.Mailbox?.MarkStale();
            job.Fail(bug);
        }
    }

    private async ValueTask<IReadOnlyList<CommitResult>> WriteAsync()
    {
        try
        {
            var started = Stamp();
            var results = await store.CommitAsync(works, CancellationToken.None);
            LastCommit = time.GetUtcNow();
            meters.Committed(works.Count, time.GetElapsedTime(started));
            return results;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever a store throws, those who wait must hear of it; what is on disk is read anew before anything else is decided.
            log.CommitFailed(works.Count, fault);
            meters.CommitFaults.Add(1);
            return [.. works.Select(static _ => CommitResult.Failed)];
        }
    }

    private void Settle(Job job, CommitResult result)
    {
        if (result == CommitResult.Conflict) meters.Conflicts.Add(1);
        try
        {
            if (!job.Settle(result)) return;
            job.Again();
            Enqueue(job);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // What is durable stays so; only what was to follow it in memory failed.
            log.SettleFailed(bug);
            meters.Bugs.Add(1);
            job.Mailbox?.MarkStale();
            job.Fail(bug);
        }
    }

    private void Wake() => wake.Set();
}
