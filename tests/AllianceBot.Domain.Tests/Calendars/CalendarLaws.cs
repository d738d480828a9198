using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// Hours, days and holidays against NodaTime itself, in every zone of the TZDB whose clocks change or are odd, on both sides of
/// each change: what is allowed is told a second time, minute by minute.
/// </summary>
public sealed class CalendarLaws
{
    private static readonly Instant Begin = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2028, 1, 1, 0, 0);

    /// <summary>Zones whose clocks change within two years, and those that are not whole hours from UTC.</summary>
    private static readonly string[] Zones =
    [
        .. DateTimeZoneProviders.Tzdb.Ids.Where(static id =>
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            return zone.GetZoneIntervals(Begin, End).Skip(1).Any() || zone.GetUtcOffset(Begin).Seconds % 3600 != 0;
        }).Order(StringComparer.Ordinal),
    ];

    private static readonly Gen<Case> Cases =
        from zone in Gen.Elements(Zones)
        from days in Gen.Choose(1, 127)
        from ask in Gen.Choose(0, 20)
        from length in Gen.Choose(4, 40)
        from quiet in Gen.Choose(0, 95)
        from quietLength in Gen.Choose(0, 8)
        from change in Gen.Choose(0, 3)
        from minutes in Gen.Choose(-3_000, 3_000)
        from holiday in Gen.Choose(-3, 3)
        select new Case(zone, days, ask, length, quiet, quietLength, change, minutes, holiday);

    [Fact]
    public void B1_There_are_zones_of_every_kind()
    {
        Assert.Contains("America/Chicago", Zones);
        Assert.Contains("Asia/Kathmandu", Zones);
        Assert.Contains("Australia/Lord_Howe", Zones);
        Assert.True(Zones.Length > 150, $"{Zones.Length}");
    }

    [Fact]
    public void B1_B2_B3_The_next_allowed_minute_is_the_first_one_of_all_that_are_allowed() => Prop.ForAll(Arb.From(Cases), static some =>
    {
        var (calendar, at) = some.Make();
        var next = calendar.NextAllowed(at);
        var label = $"{some} at {at} next {next}";
        if (!Allowed(calendar, next)) return false.Label($"not allowed: {label}");
        // Minute by minute from the asking one: none before it is allowed.
        var from = Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 60 * 60);
        for (var minute = from + Duration.FromMinutes(1); minute < next && minute < from + Duration.FromDays(3); minute += Duration.FromMinutes(1))
        {
            if (minute > at && Allowed(calendar, minute)) return false.Label($"{minute} was allowed already: {label}");
        }

        return (at == next || !Allowed(calendar, at)).Label($"at once: {label}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500));

    /// <summary>
    /// On Cyprus the clocks go back from four to three on 25 October 2026. Hours that end, or a quiet time that begins, within
    /// the hour that comes twice are over and then not over: the change itself is the next minute that is allowed.
    /// </summary>
    [Theory]
    [InlineData("01:00", "03:30", null, null, "03:40")]
    [InlineData("01:00", "09:00", "03:30", "08:45", "03:50")]
    [InlineData("03:15", "03:45", null, null, "03:50")]
    [InlineData("01:00", "09:00", "03:15", "03:45", "03:20")]
    public void B1_Clocks_that_go_back_into_an_allowed_hour_open_it_once_more(string ask, string until, string? quiet, string? quietUntil, string at)
    {
        static LocalTime Time(string text) => LocalTimePattern.ExtendedIso.Parse($"{text}:00").Value;
        var zone = DateTimeZoneProviders.Tzdb["Asia/Nicosia"];
        var calendar = new Calendar(new(127), zone, Time(ask), Time(until))
        {
            Quiet = quiet is null ? null : new QuietTime(Time(quiet), Time(quietUntil!)),
        };
        var from = zone.MapLocal(new LocalDate(2026, 10, 25) + Time(at)).First().ToInstant();
        var next = calendar.NextAllowed(from);
        Assert.Equal(Enumerable.Range(0, 2_000).Select(minute => from + Duration.FromMinutes(minute)).First(minute => Allowed(calendar, minute)), next);
        Assert.True(next - from <= Duration.FromMinutes(35), $"{next.InZone(zone)}");
    }

    [Fact]
    public void B1_A_day_opens_at_the_same_local_hour_on_both_sides_of_a_change() => Prop.ForAll(Arb.From(Cases), static some =>
    {
        var (calendar, at) = some.Make();
        var date = calendar.DateOf(at);
        var opening = calendar.OpeningOn(date).InZone(calendar.Zone);
        var wanted = date + (calendar.Quiet?.Includes(calendar.AskFrom) == true ? calendar.Quiet.Until : calendar.AskFrom);
        var mapping = calendar.Zone.MapLocal(wanted);
        return mapping.Count switch
        {
            0 => (opening.ToInstant() == mapping.LateInterval.Start).Label($"gap {some}"),
            _ => (opening.LocalDateTime == wanted && opening.ToInstant() == mapping.First().ToInstant()).Label($"{some}"),
        };
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500));

    [Fact]
    public void A12_A_deadline_is_the_end_of_the_nth_day_that_counts() => Prop.ForAll(Arb.From(Cases), static some =>
    {
        var (calendar, at) = some.Make();
        var count = 1 + (some.Length % 9);
        var (date, left) = (calendar.DateOf(at), count);
        while (left > 0)
        {
            date = date.PlusDays(1);
            var works = (calendar.Days.Days >> ((int)date.DayOfWeek - 1)) % 2 == 1 && !calendar.Holidays.Any(book => book.Days.Any(day => day.From <= date && date <= day.To));
            if (works) left--;
        }

        var end = calendar.Deadline(at, count);
        return (end == calendar.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant() && calendar.WorkdaysBetween(calendar.DateOf(at), date) == count).Label($"{some}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void D5_A_day_counts_between_partners_exactly_when_it_counts_for_each() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), static seed =>
    {
        var chance = new Random(seed);
        PartnerId[] partners = [Riverbend.Harbor, Riverbend.Lakeside, Riverbend.Cedar];
        var state = Spec.Given().State;
        foreach (var partner in partners)
        {
            var from = new LocalDate(2026, 11, 20).PlusDays(chance.Next(30));
            state = Fold(state, new PartnerWorkdaysSet(partner, new Workdays(chance.Next(1, 128))));
            state = Fold(state, new HolidaysAdded(partner, [new(from, from.PlusDays(chance.Next(4)), null)]));
        }

        var calendar = Calendars.Of(state, partners);
        var date = new LocalDate(2026, 11, 20).PlusDays(chance.Next(40));
        var each = partners.All(partner => Calendars.Of(state, partner).IsWorkday(date));
        var week = Enumerable.Range(1, 7).Count(day => partners.All(partner => (state.Partners[partner].Workdays!.Days >> (day - 1)) % 2 == 1));
        return (calendar.FellBack == (2 * week < 5) && (calendar.FellBack || calendar.IsWorkday(date) == each)).Label($"{seed}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Counting_over_the_most_holidays_there_can_be_stays_bounded()
    {
        var book = HolidayBook.None.With(Enumerable.Range(0, 29)
            .Select(static n => new Holiday(new LocalDate(2027, 1, 1).PlusDays(n * 62), new LocalDate(2027, 1, 1).PlusDays((n * 62) + 61), null)).ToValueList());
        var calendar = new Calendar(Workdays.MondayToFriday, DateTimeZone.Utc, new(9, 0), new(18, 0)) { Holidays = [book, book] };
        var after = new LocalDate(2027, 1, 1).PlusDays(29 * 62);
        var next = calendar.NextWorkday(new LocalDate(2027, 1, 1));
        Assert.InRange(Period.DaysBetween(after, next), 0, 2);
        Assert.Equal(next, calendar.DateOf(calendar.NextAllowed(Instant.FromUtc(2027, 1, 1, 12, 0))));
    }

    private static Alliance Fold(Alliance state, AllianceEvent happened) =>
        AllianceDecider.Evolve(state, happened with { By = Riverbend.Dale, At = state.LastAt, Ask = new($"law-{state.Version}") });

    /// <summary>Told a second time, from the local clock alone.</summary>
    private static bool Allowed(Calendar calendar, Instant at)
    {
        var local = at.InZone(calendar.Zone).LocalDateTime;
        var time = local.TimeOfDay;
        var works = (calendar.Days.Days >> ((int)local.DayOfWeek - 1)) % 2 == 1
            && !calendar.Holidays.Any(book => book.Days.Any(day => day.From <= local.Date && local.Date <= day.To));
        var quiet = calendar.Quiet is { } span && (span.From < span.Until
            ? time >= span.From && time < span.Until
            : time >= span.From || time < span.Until);
        return works && !quiet && time >= calendar.AskFrom && time < calendar.QuietFrom;
    }

    /// <summary>A calendar, and an instant near one of its changes of the clock. Times are in quarters of an hour.</summary>
    private sealed record Case(string Zone, int Days, int Ask, int Length, int Quiet, int QuietLength, int Change, int Minutes, int Holiday)
    {
        public (Calendar Calendar, Instant At) Make()
        {
            var zone = DateTimeZoneProviders.Tzdb[Zone];
            var changes = zone.GetZoneIntervals(Begin, End).Skip(1).Select(static interval => interval.Start).ToList();
            var at = (changes.Count == 0 ? Begin : changes[Change % changes.Count]) + Duration.FromMinutes(Minutes);
            var until = Math.Min(Ask + Length, 94);
            // An hour at least is left, as the rules want it.
            var quiet = QuietLength > 0 && QuietLength + 4 <= until - Ask ? new QuietTime(Of(Quiet), Of((Quiet + QuietLength) % 96)) : null;
            var day = at.InZone(zone).Date.PlusDays(Holiday);
            return (new Calendar(new(Days), zone, Of(Ask), Of(until))
            {
                Quiet = quiet,
                Holidays = [HolidayBook.None.With([new(day, day.PlusDays(1), null)])],
            }, at);
        }

        private static LocalTime Of(int quarters) => new(quarters / 4, quarters % 4 * 15);
    }
}
