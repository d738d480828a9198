using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Engine;

/// <summary>Notes now and then that the engine lives, so that a later start knows how long nobody was there.</summary>
public sealed class Heart
{
    private readonly IAllianceStore store;
    private readonly Committer committer;
    private readonly IClock clock;
    private readonly ILogger log;

    internal Heart(IAllianceStore store, Committer committer, IClock clock, ILogger log) =>
        (this.store, this.committer, this.clock, this.log) = (store, committer, clock, log);

    /// <summary>The last beat that is durable; null before the first.</summary>
    public Instant? LastBeat { get; private set; }

    /// <summary>The gap before this start when it was long enough to matter; null otherwise.</summary>
    public Interval? Outage { get; private set; }

    /// <summary>Notes the present, if the last note is old enough.</summary>
    public async Task BeatAsync()
    {
        var now = clock.GetCurrentInstant();
        if (LastBeat is { } last && now - last < EngineLimits.Heartbeat) return;
        if (await committer.CommitAsync(new Note([EngineMemory.Write(EngineMemory.Heartbeat, now)], [])) == CommitResult.Done) LastBeat = now;
    }

    /// <summary>When an earlier run was last known to live; null when there was none.</summary>
    internal async Task<Instant?> LookAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var last = await EngineMemory.ReadInstantAsync(store, EngineMemory.Heartbeat, ct);
        if (last is { } before && now - before > EngineLimits.Outage)
        {
            Outage = new(before, now);
            log.Outage(InstantPattern.General.Format(before), InstantPattern.General.Format(now));
        }

        return last;
    }
}
