using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// The time a turn may take. Timers are used again, as almost no turn reaches its end. A caller that hangs up ends nothing:
/// it comes again, and what was begun is then done.
/// </summary>
internal sealed class TurnLimits(TimeSpan within, TimeProvider time)
{
    // As many at most as there ever were turns at once.
    private readonly ConcurrentQueue<CancellationTokenSource> kept = new();

    /// <summary>The time begins to run.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The limit owns the timer and gives it back.")]
    public Limit Begin()
    {
        if (!kept.TryDequeue(out var timer)) timer = new(Timeout.InfiniteTimeSpan, time);
        timer.CancelAfter(within);
        return new(this, timer);
    }

    private void End(CancellationTokenSource timer)
    {
        if (timer.TryReset()) kept.Enqueue(timer);
        else timer.Dispose();
    }

    /// <summary>One turn's time, until it is disposed.</summary>
    internal readonly struct Limit(TurnLimits of, CancellationTokenSource timer) : IDisposable
    {
        public CancellationToken Token => timer.Token;

        public void Dispose() => of.End(timer);
    }
}
