using NodaTime;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>Working days, local times and daylight saving.</summary>
public sealed class CalendarTests
{
    private static readonly LocalDate Friday = new(2026, 11, 20);

    private static Alliance Alliance => Spec.Given().State;

    [Fact]
    public void A12_Working_days_skip_the_weekend_forwards_and_backwards()
    {
        var calendar = Calendars.Of(Alliance);
        Assert.Equal(new LocalDate(2026, 11, 23), calendar.NextWorkday(Friday));
        Assert.Equal(new LocalDate(2026, 11, 27), calendar.AddWorkdays(Friday, 5));
        Assert.Equal(new LocalDate(2026, 11, 17), calendar.AddWorkdays(Friday, -3));
        Assert.Equal(Friday, calendar.AddWorkdays(Friday, 0));
        Assert.Equal(3, calendar.WorkdaysBetween(Friday, new LocalDate(2026, 11, 25)));
        Assert.Equal(0, calendar.WorkdaysBetween(Friday, Friday.PlusDays(-3)));
    }

    [Fact]
    public void A_day_counts_between_two_partners_when_both_work()
    {
        var alliance = Spec.Given(
            new PartnerWorkdaysSet(Riverbend.Harbor, Workdays.Of(IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday)),
            new PartnerWorkdaysSet(Riverbend.Lakeside, Workdays.Of(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Monday))).State;
        var calendar = Calendars.Of(alliance, Riverbend.Harbor, Riverbend.Lakeside);
        Assert.False(calendar.FellBack);
        Assert.Equal(new LocalDate(2026, 11, 30), calendar.AddWorkdays(Friday, 4));
    }

    [Fact]
    public void With_fewer_than_five_common_days_in_fourteen_the_alliances_days_count_and_that_is_said()
    {
        var alliance = Spec.Given(
            new PartnerWorkdaysSet(Riverbend.Harbor, Workdays.Of(IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Saturday)),
            new PartnerWorkdaysSet(Riverbend.Lakeside, Workdays.Of(IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Sunday))).State;
        var calendar = Calendars.Of(alliance, Riverbend.Harbor, Riverbend.Lakeside);
        Assert.True(calendar.FellBack);
        Assert.Equal(Workdays.MondayToFriday, calendar.Days);
    }

    [Theory]
    [InlineData("2026-03-08T02:30", "2026-03-08T08:00:00Z")] // skipped: the first instant after the gap
    [InlineData("2026-11-01T01:30", "2026-11-01T06:30:00Z")] // comes twice: the first
    [InlineData("2026-07-01T09:00", "2026-07-01T14:00:00Z")]
    [InlineData("2026-12-01T09:00", "2026-12-01T15:00:00Z")] // the local hour stays across daylight saving
    public void A_local_time_has_one_instant_also_when_clocks_change(string local, string expected) =>
        AssertResolves(Riverbend.Zone, local, expected);

    [Theory]
    [InlineData("Asia/Kolkata", "2026-11-20T00:00", "2026-11-19T18:30:00Z")]
    [InlineData("Asia/Kathmandu", "2026-11-20T09:00", "2026-11-20T03:15:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30:00Z")] // a gap of half an hour
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45:00Z")] // half an hour that comes twice
    public void Half_hour_zones_count_like_all_others(string zone, string local, string expected) =>
        AssertResolves(zone, local, expected);

    [Fact]
    public void A_day_starts_after_the_gap_where_clocks_skip_midnight_and_at_once_where_a_whole_day_is_skipped()
    {
        AssertResolves("America/Sao_Paulo", "2018-11-04T00:00", "2018-11-04T03:00:00Z");
        AssertResolves("Pacific/Apia", "2011-12-30T00:00", "2011-12-30T10:00:00Z");
        var saoPaulo = In("America/Sao_Paulo");
        Assert.Equal(saoPaulo.StartOf(new(2018, 11, 4)), saoPaulo.EndOf(new(2018, 11, 3)));
    }

    [Fact]
    public void A_deadline_ends_with_the_last_of_its_working_days()
    {
        var deadline = Calendars.Of(Alliance).Deadline(Riverbend.Now, 5);
        Assert.Equal(Riverbend.Local(2026, 11, 28, 0, 0), deadline);
    }

    [Theory]
    [InlineData("2026-11-20T10:00", "2026-11-20T10:00")] // Friday in hours: at once
    [InlineData("2026-11-20T08:59", "2026-11-20T09:00")]
    [InlineData("2026-11-20T18:00", "2026-11-23T09:00")] // quiet from then on, then a weekend
    [InlineData("2026-11-21T12:00", "2026-11-23T09:00")]
    [InlineData("2026-11-23T03:00", "2026-11-23T09:00")]
    public void B2_Outside_hours_and_working_days_the_next_allowed_minute_is_the_next_working_morning(string at, string expected)
    {
        var calendar = Calendars.Of(Alliance);
        Assert.Equal(Chicago(expected), calendar.NextAllowed(Chicago(at)));
        Assert.Equal(Chicago(expected), calendar.NextAllowed(calendar.NextAllowed(Chicago(at))));
    }

    private static Instant Chicago(string local) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm").Parse(local).Value
            .InZoneStrictly(DateTimeZoneProviders.Tzdb[Riverbend.Zone]).ToInstant();

    private static Calendar In(string zone) => Calendars.Of(new Alliance { Zone = zone });

    private static void AssertResolves(string zone, string local, string expected)
    {
        var time = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm").Parse(local).Value;
        Assert.Equal(expected, In(zone).Resolve(time).ToString());
    }
}
