namespace AllianceBot.Channels.Teams;

/// <summary>
/// One lane per conversation: its writes go one after the other (concurrent ones answer 412), and no faster than the
/// platform's windows. A lane lives while it is used and for an hour after.
/// </summary>
internal sealed class Lanes(TeamsSettings settings, TimeProvider time)
{
    private const int SweepEvery = 1024;
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Lane> conversations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lane> tenants = new(StringComparer.Ordinal);
    private readonly long start = time.GetTimestamp();
    private int entered;

    private TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>Enters a conversation's lane; leave it by disposing. A writer is alone in it, readers have a lane of their own.</summary>
    public async ValueTask<Entry> EnterAsync(string conversation, string tenant, bool writes, CancellationToken ct)
    {
        Lane lane, shared;
        lock (gate)
        {
            if (++entered % SweepEvery == 0) Sweep();
            lane = writes
                ? Take(conversations, "w|" + conversation, RateWindow.Writes)
                : Take(conversations, "r|" + conversation, RateWindow.Reads);
            shared = Take(tenants, tenant, [(settings.TenantRate, TimeSpan.FromSeconds(1))]);
        }

        try
        {
            if (writes) await lane.Turn.WaitAsync(ct);
            return new(this, lane, shared, writes);
        }
        catch (OperationCanceledException)
        {
            Leave(lane, shared);
            throw;
        }
    }

    private static Lane Take(Dictionary<string, Lane> lanes, string key, (int Count, TimeSpan Span)[] windows)
    {
        if (!lanes.TryGetValue(key, out var lane)) lanes.Add(key, lane = new(new(windows)));
        lane.Users++;
        return lane;
    }

    private void Leave(Lane lane, Lane shared)
    {
        lock (gate)
        {
            lane.LastUsed = shared.LastUsed = time.GetTimestamp();
            lane.Users--;
            shared.Users--;
        }
    }

    private void Sweep()
    {
        foreach (var lanes in (Dictionary<string, Lane>[])[conversations, tenants])
        {
            foreach (var (key, lane) in lanes)
            {
                if (lane.Users > 0 || time.GetElapsedTime(lane.LastUsed) < Idle) continue;
                lanes.Remove(key);
                lane.Turn.Dispose();
            }
        }
    }

    /// <summary>Being in a lane.</summary>
    internal sealed class Entry(Lanes lanes, Lane lane, Lane tenant, bool alone) : IDisposable
    {
        /// <summary>How long the conversation makes the next call wait; with more than <paramref name="atMost"/> no place is taken.</summary>
        public TimeSpan Reserve(TimeSpan atMost) => Reserve(lane.Window, atMost);

        /// <summary>The same for the tenant; asked after the conversation's wait, so that its places are taken in the order of time.</summary>
        public TimeSpan ReserveTenant() => Reserve(tenant.Window, TimeSpan.MaxValue);

        private TimeSpan Reserve(RateWindow window, TimeSpan atMost)
        {
            lock (lanes.gate)
            {
                var now = lanes.Now;
                var at = window.Earliest(now);
                if (at - now <= atMost) window.Take(at);

                // Delays are cut to milliseconds: cut upwards, or a call comes a little too early.
                return TimeSpan.FromMilliseconds(Math.Ceiling((at - now).TotalMilliseconds));
            }
        }

        /// <summary>
        /// The call is over. It counts from now: the platform counted it when it arrived, which was not later, so that
        /// a slow one does not fall into the window of those after it.
        /// </summary>
        public void Over()
        {
            lock (lanes.gate)
            {
                if (alone) lane.Window.Restamp(lanes.Now);
            }
        }

        /// <summary>The platform asked for a pause: it holds for the whole conversation.</summary>
        public void Pause(TimeSpan span)
        {
            lock (lanes.gate) lane.Window.CloseUntil(lanes.Now + span);
        }

        public void Dispose()
        {
            if (alone) lane.Turn.Release();
            lanes.Leave(lane, tenant);
        }
    }

    internal sealed class Lane(RateWindow window)
    {
        public RateWindow Window { get; } = window;

        public SemaphoreSlim Turn { get; } = new(1);

        public int Users { get; set; }

        public long LastUsed { get; set; }
    }
}
