using AllianceBot.Engine;
using AllianceBot.Engine.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Simulation;

/// <summary>The process died in the middle of a step: whatever it was doing leads nowhere.</summary>
internal sealed class DiedException : Exception
{
    public DiedException()
    {
    }

    public DiedException(string message)
        : base(message)
    {
    }

    public DiedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>
/// The process of the bot over a store, stepped by hand on one thread. It dies with all it had in memory; the store and the
/// outside stay.
/// </summary>
internal sealed class Machine
{
    private readonly Func<IAllianceStore?, Task<IAllianceStore>> reopen;
    private readonly Outside outside;
    private readonly Traced presenter;
    private readonly Seeded chance;

    // What is seldom used stays in memory in half of the runs of this world; the others read it again and again.
    private readonly bool forgets;

    public Machine(
        IAllianceStore first, Func<IAllianceStore?, Task<IAllianceStore>> reopen, Outside outside, Traced presenter, Seeded chance,
        StillClock clock, bool forgets = true)
    {
        (Store, this.reopen, this.outside, this.presenter, this.chance, Clock) = (first, reopen, outside, presenter, chance, clock);
        this.forgets = forgets;
        Faults = new(Store);
        Engine = New();
    }

    public StillClock Clock { get; }

    /// <summary>Real time, by which asks expire; it passes slowly while the clock of the story jumps.</summary>
    public StillClock Time { get; } = new(Instant.FromUtc(2026, 1, 1, 0, 0));

    public IAllianceStore Store { get; private set; }

    /// <summary>What goes wrong with the store.</summary>
    public CrashStore Faults { get; private set; }

    public AllianceEngine Engine { get; private set; }

    public int Crashes { get; private set; }

    public bool IsDead => Faults.IsDead || outside.IsDead;

    public Task StartAsync() => DriveAsync(Engine.StartAsync(CancellationToken.None));

    /// <summary>The process is gone and the next one starts.</summary>
    public async Task DieAsync()
    {
        Crashes++;
        Store = await reopen(Store);
        Faults = new(Store);
        outside.IsDead = false;
        Engine = New();
        await StartAsync();
    }

    public async Task<int> CommitAsync()
    {
        var step = Engine.Committer.StepAsync(1 + chance.Below(12), CancellationToken.None).AsTask();
        return step.IsCompleted ? await step : 0;
    }

    /// <summary>Steps the committer until this is over.</summary>
    /// <exception cref="DiedException">The process died on the way.</exception>
    public async Task DriveAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            if (IsDead) throw new DiedException("The process died.");
            if (Engine.Committer.Queued == 0) throw new InvalidOperationException("Nothing moves on.");
            await CommitAsync();
        }

        await task;
    }

    /// <summary>Does everything that is due now, and what comes of it: what somebody asked meanwhile may be due at once.</summary>
    /// <exception cref="DiedException">The process died on the way.</exception>
    public async Task SettleAsync()
    {
        do
        {
            while (await TryAsync(Engine.EngineClock.StrikeAsync(EngineLimits.Strikes, CancellationToken.None))
                + await TryAsync(Engine.Outbox.StepAsync(EngineLimits.Deliveries, CancellationToken.None)) > 0)
            {
                await DriveAsync(Engine.Outbox.DrainAsync());
            }

            await DriveAsync(Engine.Refresher.StepAsync(1000, CancellationToken.None));
        }
        while (await EmptyAsync() > 0);
    }

    /// <summary>Commits all that waits.</summary>
    /// <returns>How much that was.</returns>
    public async Task<int> EmptyAsync()
    {
        var committed = 0;
        while (Engine.Committer.Queued > 0)
        {
            if (IsDead) throw new DiedException("The process died.");
            committed += await CommitAsync();
        }

        return committed;
    }

    // An ordered fault may still come.
    private async Task<int> TryAsync(Task<int> task)
    {
        try
        {
            await DriveAsync(task);
            return await task;
        }
        catch (Exception fault) when (fault is StoreException or BusyException)
        {
            return 1;
        }
    }

    private AllianceEngine New()
    {
        var made = new AllianceEngine(
            new(Faults, presenter, Clock, Time, chance, NullLogger.Instance),
            new() { SingleThreaded = true, Memory = forgets && chance.OneIn(3) ? 0 : long.MaxValue });
        made.Add(outside);
        return made;
    }
}
