using NodaTime;

namespace AllianceBot.Engine;

/// <summary>A clock that can be walked on, for trying things out: the real one with an offset that only grows.</summary>
public sealed class WalkingClock(IClock real, Duration offset) : IClock
{
    private long ticks = offset.BclCompatibleTicks;

    /// <summary>The clock as the data remember it: as far ahead as it was walked before.</summary>
    public static async Task<WalkingClock> OpenAsync(IAllianceStore store, IClock real, CancellationToken ct) =>
        new(real, await EngineMemory.ReadDurationAsync(store, EngineMemory.Offset, ct));

    /// <summary>How far it is ahead of the real clock.</summary>
    public Duration Offset => Duration.FromTicks(Interlocked.Read(ref ticks));

    public Instant GetCurrentInstant() => real.GetCurrentInstant() + Offset;

    /// <summary>Walks on to an instant; one that has passed changes nothing.</summary>
    internal void To(Instant target)
    {
        var ahead = target - real.GetCurrentInstant();
        if (ahead > Offset) Interlocked.Exchange(ref ticks, ahead.BclCompatibleTicks);
    }
}
