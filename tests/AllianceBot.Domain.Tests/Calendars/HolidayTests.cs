using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Holidays of a partner and own hours: who may set them, what is refused, and what moves with them.</summary>
public sealed class HolidayTests
{
    private static readonly LocalDate Christmas = new(2026, 12, 25);

    [Fact]
    public void B3_A_manager_says_on_which_days_the_partner_does_not_work_and_all_other_managers_are_told()
    {
        Spec.Given().When(Add(Harbor, Day(Christmas)), Tom).Then(new HolidaysAdded(Harbor, [Day(Christmas)]))
            .ThenTold("partner.holidays-added -> dale, jonas, ruth");
        Spec.Given().When(Add(Harbor, Day(Christmas)), Dale).ThenHappened<HolidaysAdded>();
        Spec.Given().When(Add(Harbor, Day(Christmas)), Ana).ThenRefused(Refusal.NotYours);
        Spec.Given().When(Add(Harbor, Day(Christmas)), Ruth).ThenRefused(Refusal.NotYours);
        Spec.Given().When(Add(new("nobody"), Day(Christmas)), Tom).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void B3_What_is_over_past_backwards_too_long_or_too_far_is_refused_and_nothing_of_it_stays()
    {
        Spec.Given(new HolidaysAdded(Harbor, [new(Christmas, Christmas.PlusDays(2), null)]))
            .When(Add(Harbor, Day(new(2026, 12, 1)), Day(Christmas.PlusDays(2))), Tom).ThenRefused("holiday.overlaps");
        Spec.Given().When(Add(Harbor, Day(new(2026, 11, 19))), Tom).ThenRefused("holiday.past");
        Spec.Given().When(Add(Harbor, new Holiday(Christmas, Christmas.PlusDays(-1), null)), Tom).ThenRefused("holiday.backwards");
        Spec.Given().When(Add(Harbor, new Holiday(Christmas, Christmas.PlusDays(62), null)), Tom).ThenRefused("holiday.too-long");
        Spec.Given().When(Add(Harbor, Day(new(2031, 11, 21))), Tom).ThenRefused("holiday.too-far");
        Spec.Given().When(Add(Harbor, Day(Christmas) with { Name = Say(new string('x', 121)) }), Tom).ThenRefused(TextRules.TooLong);
    }

    [Fact]
    public void B3_From_a_file_what_is_known_or_past_is_left_out()
    {
        var file = new[] { Day(new(2026, 1, 1)), Day(Christmas), Day(new(2027, 1, 1)) };
        var merged = Spec.Given(new HolidaysAdded(Harbor, [Day(Christmas)])).When(new AddHolidays(Harbor, [.. file], Merge: true, Spec.Ask(1)), Tom);
        merged.Then(new HolidaysAdded(Harbor, [Day(new(2027, 1, 1))]));
        Spec.Given(new HolidaysAdded(Harbor, [Day(Christmas)])).When(new AddHolidays(Harbor, [file[0], file[1]], Merge: true, Spec.Ask(2)), Tom).ThenRefused("holiday.nothing-new");
    }

    [Fact]
    public void B3_A_partner_has_so_many_holidays_and_no_more()
    {
        var many = Enumerable.Range(0, Limits.Holidays).Select(static n => Day(new LocalDate(2026, 12, 1).PlusDays(n * 2))).ToValueList();
        Spec.Given(new HolidaysAdded(Harbor, many)).When(Add(Harbor, Day(new(2026, 12, 2))), Tom).ThenRefused("limit.holidays");
    }

    [Fact]
    public void B3_A_holiday_is_taken_out_by_any_of_its_days()
    {
        var given = Spec.Given(new HolidaysAdded(Harbor, [new(Christmas, Christmas.PlusDays(2), null)]));
        given.When(new RemoveHoliday(Harbor, Christmas.PlusDays(1), Spec.Ask(1)), Tom).Then(new HolidaysRemoved(Harbor, [Christmas]));
        Spec.Given().When(new RemoveHoliday(Harbor, Christmas, Spec.Ask(1)), Tom).ThenRefused("holiday.none-then");
    }

    [Fact]
    public void A12_A_holiday_of_the_doer_moves_the_day_on_which_a_promise_is_overdue()
    {
        var story = Referral.Agreed();
        var promise = story.Promise();
        var before = Deadlines.OverdueOn(story.State, promise);
        var after = story.When(Add(promise.Terms.DoerPartner, Day(before)), story.State.ManagersOf(promise.Terms.DoerPartner)[0]).State;
        Assert.Equal(Calendars.Of(story.State, promise.Terms.DoerPartner).NextWorkday(before), Deadlines.OverdueOn(after, promise));
    }

    [Fact]
    public void A_new_holiday_moves_the_time_to_answer_later_and_both_sides_are_told_and_taking_it_out_moves_nothing_back()
    {
        var asked = Referral.Requested();
        var promise = asked.Promise();
        var side = promise.Terms.PartnerOf(promise.Turn);
        var ends = Deadlines.OfferEnds(asked.State, promise);
        asked.When(Add(side, Day(new(2026, 11, 25))), asked.State.ManagersOf(side)[0])
            .ThenHappened<CommitmentAnswerByMoved>(moved => moved.Calendar && moved.AnswerBy > ends);
        var later = Deadlines.OfferEnds(asked.State, asked.Promise());
        asked.When(new RemoveHoliday(side, new(2026, 11, 25), Spec.Ask(2)), asked.State.ManagersOf(side)[0]).ThenHappened<HolidaysRemoved>();
        Assert.Equal(later, Deadlines.OfferEnds(asked.State, asked.Promise()));
    }

    [Fact]
    public void B2_Own_hours_that_leave_no_hour_to_be_asked_in_are_refused()
    {
        Hours(new("Mars/Olympus", null, null, null, null), "zone.unknown");
        Hours(new(null, new Workdays(0), null, null, null), "workdays.none");
        Hours(new(null, null, new LocalTime(17, 0), new LocalTime(9, 0), null), "hours.backwards");
        Hours(new(null, null, new LocalTime(9, 0), new LocalTime(9, 30), null), "hours.too-short");
        Hours(new(null, null, new LocalTime(9, 0), new LocalTime(11, 0), new(new(9, 30), new(11, 0))), "hours.too-short");
        Hours(new(null, null, null, null, new(new(9, 0), new(9, 0))), "hours.backwards");
        Spec.Given().When(new SetMyHours(new("Europe/Berlin", null, null, null, null), Spec.Ask(1)), Ana).ThenHappened<PersonHoursSet>();
        static void Hours(OwnHours hours, string code) => Spec.Given().When(new SetMyHours(hours, Spec.Ask(1)), Ana).ThenRefused(code);
    }

    [Fact]
    public void Hours_and_absences_are_set_by_members_only()
    {
        Spec.Given().When(new SetMyHours(null, Spec.Ask(1)), Stranger).ThenRefused(Refusal.NotYours);
        Spec.Given().When(new AnnounceAbsence(Christmas, Christmas, null, Spec.Ask(1)), Stranger).ThenRefused(Refusal.NotYours);
    }

    private static AddHolidays Add(PartnerId partner, params ReadOnlySpan<Holiday> days) => new(partner, ValueList.Create(days), Merge: false, Spec.Ask(1));

    private static Holiday Day(LocalDate date) => new(date, date, null);
}
