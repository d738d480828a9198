using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// The working days of one or more parties in the alliance's zone, and all that is counted by them. Deadlines are kept as
/// (start, n) and computed here. One person's calendar is the same in the person's own zone and hours.
/// </summary>
/// <param name="Days">The days on which every party works.</param>
/// <param name="Zone">The alliance's zone, or the person's.</param>
/// <param name="AskFrom">People are asked from this local time on.</param>
/// <param name="QuietFrom">Nobody is written to from this local time on.</param>
/// <param name="FellBack">The parties have too few common days, so the alliance's days count; the card says so.</param>
public sealed record Calendar(Workdays Days, DateTimeZone Zone, LocalTime AskFrom, LocalTime QuietFrom, bool FellBack = false)
{
    /// <summary>The holidays of each party that has any.</summary>
    public ValueList<HolidayBook> Holidays { get; init; }

    /// <summary>A person's own time without messages within the day.</summary>
    public QuietTime? Quiet { get; init; }

    public LocalDate DateOf(Instant at) => at.InZone(Zone).Date;

    public bool IsWorkday(LocalDate date)
    {
        if (!Days.Includes(date)) return false;
        foreach (var book in Holidays)
        {
            if (book.Includes(date)) return false;
        }

        return true;
    }

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

    /// <summary>Whether people may be written to at this instant.</summary>
    public bool IsAllowed(Instant at)
    {
        var local = at.InZone(Zone).LocalDateTime;
        return IsHour(local.TimeOfDay) && IsWorkday(local.Date);
    }

    /// <summary>This instant if people may be written to then, else the next one at which they may.</summary>
    public Instant NextAllowed(Instant at)
    {
        if (IsAllowed(at)) return at;
        for (var date = DateOf(at); ; date = NextWorkday(date))
        {
            if (FirstOn(date, at) is { } opening) return opening;
        }
    }

    /// <summary>The first instant of a date at which people may be asked.</summary>
    public Instant OpeningOn(LocalDate date) => Resolve(date + OpeningTime);

    private LocalTime OpeningTime => Quiet is { } quiet && quiet.Includes(AskFrom) ? quiet.Until : AskFrom;

    private bool IsHour(LocalTime time) => time >= AskFrom && time < QuietFrom && Quiet?.Includes(time) != true;

    /// <summary>
    /// The first moment of a date, from this instant on, at which people may be asked: as its hours begin, or as the quiet
    /// time ends. Where the clocks go back such a time comes twice, and the second counts if the first is over; and the change
    /// itself may lead back from an hour that was over into one that is not.
    /// </summary>
    private Instant? FirstOn(LocalDate date, Instant from)
    {
        Instant? first = null;
        foreach (var time in (ReadOnlySpan<LocalTime>)[AskFrom, Quiet?.Until ?? AskFrom])
        {
            var mapping = Zone.MapLocal(date + time);
            var (one, other) = mapping.Count == 0
                ? (mapping.LateInterval.Start, mapping.LateInterval.Start)
                : (mapping.First().ToInstant(), mapping.Last().ToInstant());
            Take(one >= from ? one : other);
        }

        var end = EndOf(date);
        for (var interval = Zone.GetZoneInterval(Instant.Max(from, StartOf(date))); interval.HasEnd && interval.End < end; interval = Zone.GetZoneInterval(interval.End))
        {
            Take(interval.End);
        }

        return first;

        void Take(Instant at)
        {
            if (at >= from && !(first <= at) && IsAllowed(at)) first = at;
        }
    }
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
        With(alliance, DaysOf(alliance, partner), fellBack: false) with { Holidays = HolidaysOf(alliance, partner) };

    /// <summary>A day counts if it is a working day of both.</summary>
    public static Calendar Of(Alliance alliance, PartnerId one, PartnerId other) => Of(alliance, [one, other]);

    /// <summary>
    /// A day counts if it is a working day of every party and no holiday of any. Whether there are enough common days is told
    /// from the week: a closed fortnight moves a deadline, it does not make it run while somebody is closed.
    /// </summary>
    public static Calendar Of(Alliance alliance, params ReadOnlySpan<PartnerId> parties)
    {
        var common = alliance.Workdays;
        ValueList<HolidayBook> holidays = [];
        for (var i = 0; i < parties.Length; i++)
        {
            var days = DaysOf(alliance, parties[i]);
            common = i == 0 ? days : common.And(days);
            foreach (var book in HolidaysOf(alliance, parties[i])) holidays = holidays.Add(book);
        }

        var fellBack = 2 * common.Count < FewestCommonDays && parties.Length > 1;
        return fellBack
            ? With(alliance, alliance.Workdays, fellBack)
            : With(alliance, common, fellBack) with { Holidays = holidays };
    }

    /// <summary>
    /// The calendar by which a person may be asked: own zone, days and hours where set, else the partner's or the alliance's;
    /// the partner's holidays. Being away is no part of it: <see cref="Absences"/> knows that.
    /// </summary>
    public static Calendar Of(Alliance alliance, PersonId person) =>
        alliance.People.Find(person) is { } found ? Of(alliance, found) : Of(alliance);

    internal static Calendar Of(Alliance alliance, Person person)
    {
        var days = person.Hours?.Days ?? (person.Partner is { } of ? DaysOf(alliance, of) : alliance.Workdays);
        var calendar = With(alliance, days, fellBack: false);
        if (person.Partner is { } partner) calendar = calendar with { Holidays = HolidaysOf(alliance, partner) };
        return person.Hours is not { } own ? calendar : calendar with
        {
            Zone = ZoneOf(alliance, person),
            AskFrom = own.From ?? calendar.AskFrom,
            QuietFrom = own.Until ?? calendar.QuietFrom,
            Quiet = own.Quiet,
        };
    }

    /// <summary>The zone of a person's clock: the alliance's while none was said.</summary>
    internal static DateTimeZone ZoneOf(Alliance alliance, Person person) =>
        person.Hours?.Zone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } own ? own : alliance.TimeZone;

    private static Workdays DaysOf(Alliance alliance, PartnerId partner) =>
        alliance.Partners.Find(partner)?.Workdays ?? alliance.Workdays;

    private static ValueList<HolidayBook> HolidaysOf(Alliance alliance, PartnerId partner) =>
        alliance.Partners.Find(partner) is { Holidays: { Days.Count: > 0 } book } ? [book] : [];

    private static Calendar With(Alliance alliance, Workdays days, bool fellBack) =>
        new(days, alliance.TimeZone, alliance.Settings.AskFrom, alliance.Settings.QuietFrom, fellBack);
}
