using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>"away 3 days cover Tom", "back", and what of it is refused. It is Friday 20 November 2026, 10:00.</summary>
public sealed class AbsenceTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);
    private static readonly LocalDate Monday = new(2026, 11, 23);

    [Fact]
    public void B4_Away_from_today_begins_at_once_and_the_cover_is_told()
    {
        Spec.Given().When(Away(Today, Monday, Tom), Ana)
            .Then(new AbsenceAnnounced(Ana, Today, Monday, Tom), new AbsenceBegan(Ana, Today))
            .ThenTold("cover.asked -> tom");
    }

    [Fact]
    public void B4_Away_from_a_later_day_begins_on_it()
    {
        Spec.Given().When(Away(Monday, Monday, null), Ana).Then(new AbsenceAnnounced(Ana, Monday, Monday, null)).ThenTold()
            .ThenState(static state => Assert.Equal(Local(2026, 11, 23, 0, 0), state.NextDue));
    }

    [Fact]
    public void C15_An_absence_ends_by_itself_and_the_person_is_welcomed_back()
    {
        Spec.Given(new AbsenceAnnounced(Ana, Today, Monday, Tom), new AbsenceBegan(Ana, Today))
            .WhenClock(Local(2026, 11, 24, 0, 0)).Then(new AbsenceEnded(Ana, Today)).ThenTold("person.back -> ana")
            .ThenState(static state => Assert.Null(state.NextDue));
    }

    [Fact]
    public void Several_absences_slept_through_are_all_over_at_once()
    {
        Spec.Given(new AbsenceAnnounced(Ana, Today, Monday, null), new AbsenceBegan(Ana, Today), new AbsenceAnnounced(Ana, Monday.PlusDays(2), Monday.PlusDays(3), null))
            .WhenClock(Local(2026, 12, 5, 0, 0)).Then(new AbsenceEnded(Ana, Today), new AbsenceEnded(Ana, Monday.PlusDays(2)));
    }

    [Fact]
    public void B4_Back_before_its_time_ends_it_and_the_cover_is_told()
    {
        Spec.Given(new AbsenceAnnounced(Ana, Today, Monday, Tom), new AbsenceBegan(Ana, Today))
            .When(new EndAbsence(Spec.Ask(1)), Ana).Then(new AbsenceEnded(Ana, Today)).ThenTold("cover.over -> tom");
        Spec.Given().When(new EndAbsence(Spec.Ask(1)), Ana).ThenRefused("absence.none");
    }

    [Fact]
    public void B4_An_absence_without_an_end_in_the_past_backwards_or_beyond_reason_is_refused()
    {
        Refused(Today, null, "absence.no-end");
        Refused(Today.PlusDays(-1), Monday, "absence.past");
        Refused(Monday, Today, "absence.backwards");
        Refused(Today, Today.PlusDays(183), "absence.too-long");
        Refused(Today.PlusDays(367), Today.PlusDays(368), "absence.too-far");
        Spec.Given(new AbsenceAnnounced(Ana, Monday, Monday.PlusDays(2), null))
            .When(Away(Monday.PlusDays(2), Monday.PlusDays(9), null), Ana).ThenRefused("absence.overlaps");
    }

    [Fact]
    public void B4_The_day_is_the_persons_own_where_that_is_another()
    {
        var auckland = new PersonHoursSet(Ana, new("Pacific/Auckland", null, null, null, null));
        Spec.Given(auckland).When(Away(Today, Monday, null), Ana, Local(2026, 11, 20, 17, 0)).ThenRefused("absence.past");
        Spec.Given(auckland).When(Away(Today.PlusDays(1), Monday, null), Ana, Local(2026, 11, 20, 17, 0)).ThenHappened<AbsenceBegan>();
    }

    [Fact]
    public void C14_A_cover_must_be_in_of_the_same_partner_and_not_away()
    {
        Covered(Ana, "cover.self");
        Covered(Mei, "cover.other-partner");
        Covered(Sam, "cover.other-partner");
        Covered(Stranger, "cover.gone");
        Spec.Given(new AbsenceAnnounced(Tom, Monday, Monday, null)).When(Away(Today, Monday, Tom), Ana).ThenRefused("cover.away");
        Spec.Given(new PersonLeft(Tom)).When(Away(Today, Monday, Tom), Ana).ThenRefused("cover.gone");
        static void Covered(PersonId cover, string code) => Spec.Given().When(Away(Today, Monday, cover), Ana).ThenRefused(code);
    }

    [Fact]
    public void C14_Another_cover_can_be_named_and_the_one_before_is_told()
    {
        var another = new PersonJoined(new("ben"), Say("Ben Ortiz"), Harbor, null);
        Spec.Given(another, new AbsenceAnnounced(Ana, Today, Monday, Tom), new AbsenceBegan(Ana, Today))
            .When(new ChangeCover(new PersonId("ben"), Spec.Ask(1)), Ana).Then(new CoverChanged(Ana, Today, new("ben")))
            .ThenTold("cover.over -> tom", "cover.asked -> ben");
    }

    [Fact]
    public void C14_A_cover_who_cannot_says_so_and_person_and_managers_are_told()
    {
        var another = new PersonJoined(new("ben"), Say("Ben Ortiz"), Harbor, null);
        Spec.Given(another, new AbsenceAnnounced(Ana, Today, Monday, new("ben")), new AbsenceBegan(Ana, Today))
            .When(new LayDownCover(Ana, Spec.Ask(1)), new("ben")).Then(new CoverChanged(Ana, Today, null))
            .ThenTold("cover.missing -> ana", "cover.missing -> tom");
        Spec.Given().When(new LayDownCover(Ana, Spec.Ask(1)), Tom).ThenRefused("cover.none");
    }

    [Fact]
    public void C14_A_cover_who_leaves_is_none_any_more_and_that_is_told()
    {
        var another = new PersonJoined(new("ben"), Say("Ben Ortiz"), Harbor, null);
        Spec.Given(another, new AbsenceAnnounced(Ana, Today, Monday, new("ben")), new AbsenceBegan(Ana, Today))
            .When(new RemovePerson(new("ben"), Spec.Ask(1)), new("ben"))
            .ThenHappened<CoverChanged>(static changed => changed.Cover is null)
            .ThenToldAmongOthers("cover.missing -> ana");
    }

    [Fact]
    public void C14_A_cover_who_goes_away_as_well_is_told_to_who_counted_on_it()
    {
        Spec.Given(new AbsenceAnnounced(Ana, Today, Monday, Tom), new AbsenceBegan(Ana, Today))
            .When(Away(Monday, Monday, null), Tom).ThenToldAmongOthers("cover.missing -> ana");
    }

    [Fact]
    public void C14_The_cover_may_report_and_give_a_status_while_it_goes_on_and_nothing_that_binds()
    {
        var ben = new PersonId("ben");
        var state = Fold(Referral.Agreed().State, new PersonJoined(ben, Say("Ben Ortiz"), Lakeside, null));
        AssertMay(state, ben, []);
        state = Fold(state, new AbsenceAnnounced(Mei, Monday, Monday, ben));
        AssertMay(state, ben, []);
        state = Fold(state, new AbsenceBegan(Mei, Monday));
        AssertMay(state, ben, [Act.Report, Act.Status]);
        state = Fold(state, new AbsenceEnded(Mei, Monday));
        AssertMay(state, ben, []);
    }

    [Fact]
    public void A_person_who_leaves_is_away_no_more()
    {
        Spec.Given(new AbsenceAnnounced(Ana, Today, Monday, Tom), new AbsenceBegan(Ana, Today))
            .When(new RemovePerson(Ana, Spec.Ask(1)), Ana).ThenHappened<PersonLeft>()
            .ThenState(static state => Assert.Null(state.NextDue));
    }

    private static void AssertMay(Alliance state, PersonId person, Act[] expected)
    {
        var promise = state.Commitments.Single();
        Act[] all = [Act.Report, Act.Status, Act.GiveUp, Act.ProposeChange, Act.AcceptReport, Act.Answer, Act.Release, Act.HandOver];
        Assert.Equal(expected, all.Where(act => May.Do(state, person, act, promise.Id)));
    }

    private static Alliance Fold(Alliance state, AllianceEvent happened) =>
        AllianceDecider.Evolve(state, happened with { By = Ana, At = state.LastAt, Ask = new($"fold-{state.Version}") });

    private static AnnounceAbsence Away(LocalDate from, LocalDate? until, PersonId? cover) => new(from, until, cover, Spec.Ask(9));

    private static void Refused(LocalDate from, LocalDate? until, string code) =>
        Spec.Given().When(Away(from, until, null), Ana).ThenRefused(code);
}
