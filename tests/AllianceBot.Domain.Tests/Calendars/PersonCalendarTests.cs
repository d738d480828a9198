using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>By which calendar a person may be asked: own zone and hours, holidays of the partner, absences beside it.</summary>
public sealed class PersonCalendarTests
{
    private static readonly OwnHours InBerlin = new(
        "Europe/Berlin", Workdays.Of(IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday), new LocalTime(10, 0), new LocalTime(16, 0),
        new QuietTime(new(12, 0), new(13, 0)));

    [Fact]
    public void B1_A_person_with_an_own_zone_is_asked_at_the_local_hour_there()
    {
        var calendar = Calendars.Of(Given(new PersonHoursSet(Ana, InBerlin)), Ana);
        Assert.Equal(Instant.FromUtc(2026, 11, 24, 9, 0), calendar.NextAllowed(Now));
        Assert.Equal(Calendars.Of(Given(), Harbor), Calendars.Of(Given(), Ana));
    }

    [Theory]
    [InlineData("11:59", "11:59")]
    [InlineData("12:00", "13:00")]
    [InlineData("12:59", "13:00")]
    [InlineData("13:00", "13:00")]
    [InlineData("15:59", "15:59")]
    public void B2_In_own_quiet_hours_nothing_comes_until_their_end(string at, string expected)
    {
        var calendar = Calendars.Of(Given(new PersonHoursSet(Ana, InBerlin)), Ana);
        Assert.Equal(Tuesday(expected), calendar.NextAllowed(Tuesday(at)));
    }

    [Fact]
    public void B2_Quiet_hours_over_midnight_and_over_the_opening_move_the_opening()
    {
        var own = new OwnHours(null, null, null, null, new QuietTime(new(17, 0), new(9, 30)));
        var calendar = Calendars.Of(Given(new PersonHoursSet(Ana, own)), Ana);
        Assert.Equal(Local(2026, 11, 20, 9, 30), calendar.OpeningOn(new(2026, 11, 20)));
        Assert.Equal(Local(2026, 11, 20, 9, 30), calendar.NextAllowed(Local(2026, 11, 20, 9, 10)));
        Assert.Equal(Local(2026, 11, 23, 9, 30), calendar.NextAllowed(Local(2026, 11, 20, 17, 0)));
    }

    [Fact]
    public void B3_On_a_holiday_of_the_partner_nobody_of_it_is_asked_and_no_day_of_it_counts()
    {
        var state = Given(new HolidaysAdded(Harbor, [new(new(2026, 11, 26), new(2026, 11, 27), Say("Thanksgiving")), Day(2026, 12, 25)]));
        var thanksgiving = Local(2026, 11, 26, 10, 0);
        Assert.Equal(Local(2026, 11, 30, 9, 0), Calendars.Of(state, Ana).NextAllowed(thanksgiving));
        Assert.Equal(thanksgiving, Calendars.Of(state, Mei).NextAllowed(thanksgiving));
        Assert.Equal(new LocalDate(2026, 11, 30), Calendars.Of(state, Harbor).AddWorkdays(new(2026, 11, 24), 2));
        Assert.Equal(new LocalDate(2026, 11, 30), Calendars.Of(state, Harbor, Lakeside).AddWorkdays(new(2026, 11, 24), 2));
        Assert.Equal(new LocalDate(2026, 11, 26), Calendars.Of(state, Lakeside, Cedar).AddWorkdays(new(2026, 11, 24), 2));
    }

    [Fact]
    public void D5_A_day_counts_between_three_partners_when_none_of_them_is_closed()
    {
        var state = Given(
            new HolidaysAdded(Harbor, [Day(2026, 11, 23)]), new HolidaysAdded(Lakeside, [Day(2026, 11, 24)]), new HolidaysAdded(Cedar, [Day(2026, 11, 25)]));
        var calendar = Calendars.Of(state, Harbor, Lakeside, Cedar);
        Assert.False(calendar.FellBack);
        Assert.Equal(new LocalDate(2026, 11, 26), calendar.NextWorkday(new(2026, 11, 20)));
    }

    [Fact]
    public void B4_A_person_is_away_on_the_days_between_in_the_own_zone()
    {
        var state = Given(new PersonHoursSet(Ana, InBerlin), new AbsenceAnnounced(Ana, new(2026, 11, 24), new(2026, 11, 25), Tom));
        Assert.Null(Absences.AwayAt(state, Ana, Instant.FromUtc(2026, 11, 23, 22, 59)));
        Assert.Equal(Tom, Absences.AwayAt(state, Ana, Instant.FromUtc(2026, 11, 23, 23, 0))!.Cover);
        Assert.NotNull(Absences.AwayAt(state, Ana, Instant.FromUtc(2026, 11, 25, 22, 59)));
        Assert.Null(Absences.AwayAt(state, Ana, Instant.FromUtc(2026, 11, 25, 23, 0)));
        Assert.Equal(Tom, Absences.CoverAt(state, Ana, Instant.FromUtc(2026, 11, 24, 12, 0)));
        Assert.Equal(Instant.FromUtc(2026, 12, 1, 9, 0), Absences.NextReachable(state, Ana, Instant.FromUtc(2026, 11, 24, 12, 0)));
    }

    [Fact]
    public void B4_A_cover_who_is_away_as_well_is_none()
    {
        var state = Given(
            new AbsenceAnnounced(Ana, new(2026, 11, 23), new(2026, 11, 27), Tom), new AbsenceAnnounced(Tom, new(2026, 11, 24), new(2026, 11, 24), null));
        Assert.Equal(Tom, Absences.CoverAt(state, Ana, Local(2026, 11, 23, 10, 0)));
        Assert.Null(Absences.CoverAt(state, Ana, Local(2026, 11, 24, 10, 0)));
    }

    [Fact]
    public void B4_An_absence_begins_and_ends_by_the_clock_and_one_slept_through_is_just_over()
    {
        var announced = Spec.Given(new AbsenceAnnounced(Ana, new(2026, 11, 24), new(2026, 11, 25), Tom));
        announced.WhenClock(Local(2026, 11, 24, 0, 0)).ThenHappened<AbsenceBegan>()
            .ThenState(static state => Assert.True(Absences.Covers(state, Tom, Ana)))
            .WhenClock(Local(2026, 11, 26, 0, 0)).ThenHappened<AbsenceEnded>()
            .ThenState(static state => Assert.False(Absences.Covers(state, Tom, Ana)));
        Spec.Given(new AbsenceAnnounced(Ana, new(2026, 11, 24), new(2026, 11, 25), Tom))
            .WhenClock(Local(2026, 12, 1, 0, 0)).ThenHappened<AbsenceEnded>()
            .ThenState(static state => Assert.Empty(state.People[Ana].Absences));
    }

    [Fact]
    public void Hours_and_zone_are_seen_by_their_owner_alone_and_an_absence_by_all_members()
    {
        var state = Given(
            new PersonHoursSet(Ana, new("Asia/Kathmandu", null, new LocalTime(7, 7), new LocalTime(19, 19), null)),
            new AbsenceAnnounced(Ana, new(2026, 11, 24), new(2026, 11, 25), Tom));
        Assert.Contains("Kathmandu", Dump.Of(CalendarViews.MyHours(state, Ana, Now)!), StringComparison.Ordinal);
        foreach (var reader in Everyone.Where(static person => person != Ana).Select(static person => (Reader)new PersonReader(person)).Append(PlaceReader.Any))
        {
            var seen = new object?[]
            {
                AllianceViews.Card(state, reader), AllianceViews.Person(state, reader, Ana), AllianceViews.People(state, reader),
                AllianceViews.Partner(state, reader, Harbor), CalendarViews.Holidays(state, reader, Harbor, Now),
                reader is PersonReader person ? CalendarViews.MyHours(state, person.Person, Now) : null,
            };
            foreach (var view in seen.OfType<object>())
            {
                Assert.DoesNotContain("Kathmandu", Dump.Of(view), StringComparison.Ordinal);
                Assert.DoesNotContain("07:07", Dump.Of(view), StringComparison.Ordinal);
            }

            Assert.Equal(new LocalDate(2026, 11, 24), AllianceViews.Person(state, reader, Ana)!.Away[0].From);
        }

        Assert.Null(CalendarViews.MyHours(state, Stranger, Now));
        Assert.Null(CalendarViews.Holidays(state, new PersonReader(Stranger), Harbor, Now));
    }

    private static Alliance Given(params ReadOnlySpan<AllianceEvent> events) => Spec.Given(events).State;

    private static Holiday Day(int year, int month, int day) => new(new(year, month, day), new(year, month, day), null);

    private static Instant Tuesday(string time) =>
        (new LocalDate(2026, 11, 24) + NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value)
        .InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).ToInstant();
}
