using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// The working days of one or more parties in the alliance's zone, and all that is counted by them. Deadlines are kept as
/// (start, n) and computed here; public holidays will only ever be added here.
/// </summary>
/// <param name="Days">The days on which every party works.</param>
/// <param name="Zone">The alliance's zone.</param>
/// <param name="AskFrom">People are asked from this local time on.</param>
/// <param name="QuietFrom">Nobody is written to from this local time on.</param>
/// <param name="FellBack">The parties have too few common days, so the alliance's days count; the card says so.</param>
public sealed record Calendar(Workdays Days, DateTimeZone Zone, LocalTime AskFrom, LocalTime QuietFrom, bool FellBack = false)
{
    public LocalDate DateOf(Instant at) => at.InZone(Zone).Date;

    public bool IsWorkday(LocalDate date) => Days.Includes(date);

    /// <summary>
    /// The instant of a local time: the one place where skipped and ambiguous times are decided. A time that the clocks
    /// skip is the first instant after the gap, so nothing happens before its time or gets lost; a time that comes twice
    /// is its first coming, so nothing happens twice.
    /// </summary>
    public Instant Resolve(LocalDateTime local)
    {
        var mapping = Zone.MapLocal(local);
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }

    /// <summary>The first instant of a date, also where the clocks skip midnight.</summary>
    public Instant StartOf(LocalDate date) => Resolve(date.AtMidnight());

    /// <summary>24:00 of a date: the first instant that is no longer in it.</summary>
    public Instant EndOf(LocalDate date) => StartOf(date.PlusDays(1));

    /// <summary>The first working day after this date.</summary>
    public LocalDate NextWorkday(LocalDate date) => AddWorkdays(date, 1);

    /// <summary>The nth working day after this date, or before it for a negative n; the date itself for 0.</summary>
    public LocalDate AddWorkdays(LocalDate date, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            date = date.PlusDays(step);
            if (IsWorkday(date)) left--;
        }

        return date;
    }

    /// <summary>How many working days lie after the first date up to and with the second; 0 if the second is not later.</summary>
    public int WorkdaysBetween(LocalDate after, LocalDate upTo)
    {
        var count = 0;
        for (var date = after.PlusDays(1); date <= upTo; date = date.PlusDays(1))
        {
            if (IsWorkday(date)) count++;
        }

        return count;
    }

    /// <summary>The end of the nth working day after the day of this instant.</summary>
    public Instant Deadline(Instant start, int workdays) => EndOf(AddWorkdays(DateOf(start), workdays));

    /// <summary>This instant if people may be written to then, else the next one at which they may.</summary>
    public Instant NextAllowed(Instant at)
    {
        var local = at.InZone(Zone).LocalDateTime;
        if (IsWorkday(local.Date) && local.TimeOfDay >= AskFrom && local.TimeOfDay < QuietFrom) return at;
        for (var date = local.Date; ; date = NextWorkday(date))
        {
            if (IsWorkday(date) && OpeningOn(date) is var opening && opening >= at) return opening;
        }
    }

    /// <summary>The first instant of a date at which people may be asked.</summary>
    public Instant OpeningOn(LocalDate date) => Resolve(date + AskFrom);
}

/// <summary>Makes the calendar that counts between given parties.</summary>
public static class Calendars
{
    /// <summary>Fewer common working days than this in 14 and the alliance's calendar is used.</summary>
    public const int FewestCommonDays = 5;

    /// <summary>The alliance's own calendar.</summary>
    public static Calendar Of(Alliance alliance) => With(alliance, alliance.Workdays, fellBack: false);

    /// <summary>One partner's calendar, or the alliance's for an unknown one.</summary>
    public static Calendar Of(Alliance alliance, PartnerId partner) =>
        With(alliance, DaysOf(alliance, partner), fellBack: false);

    /// <summary>A day counts if it is a working day of both.</summary>
    public static Calendar Of(Alliance alliance, PartnerId one, PartnerId other)
    {
        var common = DaysOf(alliance, one).And(DaysOf(alliance, other));
        var fellBack = 2 * common.Count < FewestCommonDays;
        return With(alliance, fellBack ? alliance.Workdays : common, fellBack);
    }

    private static Workdays DaysOf(Alliance alliance, PartnerId partner) =>
        alliance.Partners.Find(partner)?.Workdays ?? alliance.Workdays;

    private static Calendar With(Alliance alliance, Workdays days, bool fellBack) =>
        new(days, alliance.TimeZone, alliance.Settings.AskFrom, alliance.Settings.QuietFrom, fellBack);
}
