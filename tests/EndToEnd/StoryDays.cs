using NodaTime;
using NodaTime.Text;

namespace EndToEnd;

/// <summary>
/// The days of a story in the alliance's zone. It is told from the coming Monday at ten on, so that a test that runs at night or
/// on a Sunday does not meet people whom nobody may disturb.
/// </summary>
internal sealed class StoryDays
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Chicago"];

    private readonly Instant now = SystemClock.Instance.GetCurrentInstant();
    private readonly LocalDate told;

    public StoryDays()
    {
        told = now.InZone(Zone).Date;
        (HoursToStart, told) = (HoursTo(told.Next(IsoDayOfWeek.Monday)), told.Next(IsoDayOfWeek.Monday));
    }

    /// <summary>Hours to walk before anything is told.</summary>
    public long HoursToStart { get; }

    /// <summary>The Friday of the next week.</summary>
    public LocalDate Asked => told.PlusDays(11);

    /// <summary>The Tuesday after, which the doer suggests instead.</summary>
    public LocalDate Agreed => Asked.Next(IsoDayOfWeek.Tuesday);

    /// <summary>The Friday after that, once more time is needed.</summary>
    public LocalDate Moved => Agreed.Next(IsoDayOfWeek.Friday);

    /// <summary>Hours to walk from the start to the same time of a later day, when what opens at nine is open.</summary>
    public long HoursFromStartTo(LocalDate day) => HoursTo(day) - HoursToStart;

    private long HoursTo(LocalDate day)
    {
        var target = day.At(new LocalTime(9, 30)).InZoneLeniently(Zone).ToInstant();
        return (long)Math.Ceiling((target - now).TotalHours);
    }

    /// <summary>As cards show it: "Tue 8 Dec 2026".</summary>
    public static string Shown(LocalDate day) => LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu").Format(day);

    /// <summary>As people type it: "8 Dec".</summary>
    public static string Typed(LocalDate day) => LocalDatePattern.CreateWithInvariantCulture("d MMM").Format(day);
}
