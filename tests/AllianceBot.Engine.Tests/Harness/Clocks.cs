using NodaTime;

namespace AllianceBot.Engine.Tests;

/// <summary>A clock that stands still until it is moved, for the story and for time-outs alike.</summary>
internal sealed class StillClock(Instant start) : TimeProvider, IClock
{
    private Instant now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public Instant GetCurrentInstant() => now;

    public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();

    public override long GetTimestamp() => now.ToUnixTimeTicks();

    public void Move(Duration span) => now += span;

    /// <summary>Somebody sets it back.</summary>
    public void Back(Duration span) => now -= span;

    public void MoveTo(Instant at) => now = Instant.Max(now, at);
}
