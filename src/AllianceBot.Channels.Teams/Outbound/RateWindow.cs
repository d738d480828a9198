namespace AllianceBot.Channels.Teams;

/// <summary>Sliding windows over one row of calls: in each span at most so many. Times are spans since any fixed start.</summary>
internal sealed class RateWindow((int Count, TimeSpan Span)[] windows)
{
    /// <summary>What the platform allows one bot to send in one conversation.</summary>
    public static readonly (int Count, TimeSpan Span)[] Writes =
    [
        (7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1)),
    ];

    /// <summary>And how often it may read the members there.</summary>
    public static readonly (int Count, TimeSpan Span)[] Reads =
    [
        (14, TimeSpan.FromSeconds(1)), (16, TimeSpan.FromSeconds(2)), (120, TimeSpan.FromSeconds(30)), (3600, TimeSpan.FromHours(1)),
    ];

    private readonly int most = windows.Max(window => window.Count);
    private TimeSpan[] calls = new TimeSpan[8];
    private int count;
    private int newest = -1;
    private TimeSpan closedUntil = TimeSpan.MinValue;

    /// <summary>The first time not before <paramref name="at"/> at which one more call fits into every window.</summary>
    public TimeSpan Earliest(TimeSpan at)
    {
        if (closedUntil > at) at = closedUntil;
        foreach (var (allowed, span) in windows)
        {
            if (count >= allowed && Back(allowed) + span is var free && free > at) at = free;
        }

        return at;
    }

    public void Take(TimeSpan at)
    {
        if (count == calls.Length && count < most) Grow();
        newest = (newest + 1) % calls.Length;
        calls[newest] = at;
        if (count < calls.Length) count++;
    }

    /// <summary>Dates the newest call anew, not earlier than it was.</summary>
    public void Restamp(TimeSpan at)
    {
        if (newest >= 0 && calls[newest] < at) calls[newest] = at;
    }

    public void CloseUntil(TimeSpan until)
    {
        if (until > closedUntil) closedUntil = until;
    }

    /// <summary>The call made <paramref name="back"/> calls ago, 1 being the newest.</summary>
    private TimeSpan Back(int back) => calls[(newest - back + 1 + calls.Length) % calls.Length];

    private void Grow()
    {
        var larger = new TimeSpan[Math.Min(calls.Length * 2, most)];
        for (var back = count; back >= 1; back--) larger[count - back] = Back(back);
        calls = larger;
        newest = count - 1;
    }
}
