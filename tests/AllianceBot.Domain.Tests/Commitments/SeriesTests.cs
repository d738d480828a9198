using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Promises that come again: one yes, each occurrence on its own.</summary>
public sealed class SeriesTests
{
    /// <summary>Every second Friday from 4 December to 15 January: four of them.</summary>
    private static readonly Terms EveryTwoWeeks = Referral.Terms with { Repeats = new(RepeatUnit.Weeks, 2, new(2027, 1, 15)) };

    [Fact]
    public void One_yes_brings_the_first_occurrence_with_its_own_date_and_number()
    {
        var spec = Referral.Requested(EveryTwoWeeks).Accept(Mei);
        spec.ThenHappened<CommitmentAccepted>().ThenHappened<CommitmentCameUp>(came => came is { Occurrence: 1, Passed: 0 });
        var one = Occurrence(spec, 1);
        Assert.Equal((CommitmentState.Active, Referral.Due, "1.1"), (one.State, one.Terms.Due, Numbers.Label(one)));
        Assert.Null(one.Terms.Repeats);
        Assert.Equal(2, spec.State.Commitments.Count);
        Assert.NotEmpty(CheckInPlan.Of(spec.State, one));
        Assert.Empty(CheckInPlan.Of(spec.State, spec.Promise()));
    }

    [Fact]
    public void The_next_one_comes_when_the_day_of_the_one_before_is_over()
    {
        var spec = Agreed().WhenClockWalksTo(Local(2026, 12, 4, 23, 59));
        Assert.Null(spec.State.Commitments.Find(SeriesPlan.IdOf(Referral.Id, 2)));
        spec.WhenClockWalksTo(Local(2026, 12, 5, 0, 0)).ThenHappened<CommitmentCameUp>(static came => came.Occurrence == 2);
        Assert.Equal(new LocalDate(2026, 12, 18), Occurrence(spec, 2).Terms.Due);
        Assert.Equal(CommitmentState.Active, Occurrence(spec, 1).State);
    }

    [Fact]
    public void Each_is_reported_and_confirmed_on_its_own()
    {
        var spec = Agreed();
        spec.When(new ReportDone(SeriesPlan.IdOf(Referral.Id, 1), Occurrence(spec, 1).Revision, Spec.Ask(21), null), Mei, Local(2026, 12, 3, 10, 0));
        spec.When(new AcceptReport(SeriesPlan.IdOf(Referral.Id, 1), Occurrence(spec, 1).Revision, Spec.Ask(22), null), Ana, Local(2026, 12, 3, 11, 0));
        spec.WhenClockWalksTo(Local(2026, 12, 6, 10, 0));
        Assert.Equal(CommitmentState.Kept, Occurrence(spec, 1).State);
        Assert.Equal(CommitmentState.Active, Occurrence(spec, 2).State);
        Assert.Equal(CommitmentState.Active, spec.Promise().State);
    }

    [Fact]
    public void Nobody_is_asked_about_all_of_them_at_once()
    {
        var spec = Agreed();
        spec.When(new ReportDone(Referral.Id, spec.Promise().Revision, Spec.Ask(21), null), Mei).ThenRefused(SeriesRules.IsSeries);
        Assert.False(Deadlines.IsOverdue(spec.State, spec.Promise(), Local(2027, 2, 1, 12, 0)));
    }

    [Fact]
    public void After_the_last_date_the_series_is_finished_and_both_are_told()
    {
        var spec = Agreed().WhenClockWalksTo(Local(2027, 1, 15, 23, 0));
        Assert.Equal((CommitmentState.Active, 4), (spec.Promise().State, Occurrence(spec, 4).Occurrence));
        spec.WhenClockWalksTo(Local(2027, 1, 16, 0, 0)).ThenHappened<CommitmentSeriesEnded>()
            .ThenToldAmongOthers("commitment.series-ended -> mei").ThenToldAmongOthers("commitment.series-ended -> ana");
        Assert.Equal(CommitmentState.Finished, spec.Promise().State);
        Assert.Equal(4, spec.State.Commitments.Count(static one => one.Of is not null));
    }

    [Fact]
    public void After_an_outage_one_comes_and_the_dates_that_passed_are_counted()
    {
        var spec = Agreed().WhenClock(Local(2027, 1, 10, 12, 0));
        spec.ThenHappened<CommitmentCameUp>(static came => came is { Occurrence: 4, Passed: 2 });
        Assert.Single(spec.Events.OfType<CommitmentCameUp>());
        Assert.Equal(new LocalDate(2027, 1, 15), Occurrence(spec, 4).Terms.Due);
    }

    [Fact]
    public void When_all_dates_went_by_in_an_outage_it_ends_and_what_waited_for_an_answer_with_it()
    {
        var spec = Agreed().WhenClockWalksTo(Local(2027, 1, 2, 12, 0));
        spec.Do((revision, ask) => new ProposeChange(Referral.Id, revision, ask, spec.Promise().Terms with { Goal = null }, null), Ana, Local(2027, 1, 4, 12, 0));
        spec.WhenClock(Local(2027, 2, 10, 12, 0)).ThenHappened<CommitmentSeriesEnded>();
        Assert.DoesNotContain(spec.Events, static happened => happened is ItemParked or ItemPushed);
        Assert.Null(spec.Promise().Change);
    }

    [Fact]
    public void A_date_on_a_day_off_moves_to_the_next_working_day()
    {
        var sundays = Referral.Terms with { Due = new(2026, 12, 6), Repeats = new(RepeatUnit.Weeks, 1, new(2026, 12, 27)) };
        var spec = Referral.Agreed(sundays).WhenClockWalksTo(Local(2026, 12, 8, 12, 0));
        Assert.Equal(new LocalDate(2026, 12, 7), Occurrence(spec, 1).Terms.Due);
        Assert.Equal(new LocalDate(2026, 12, 14), Occurrence(spec, 2).Terms.Due);
    }

    [Fact]
    public void A_change_from_a_date_on_leaves_what_is_there_and_holds_from_that_date()
    {
        var spec = Agreed();
        var from = new LocalDate(2027, 1, 4);
        var change = spec.Promise().Terms with { Due = from, DoneWhen = Say("Three partners have used it.") };
        spec.Do((revision, ask) => new ProposeChange(Referral.Id, revision, ask, change, null), Ana).AcceptChange(Mei);
        Assert.Equal(Referral.Due, Occurrence(spec, 1).Terms.Due);
        spec.WhenClockWalksTo(Local(2027, 1, 5, 12, 0));
        Assert.Equal(new LocalDate(2026, 12, 18), Occurrence(spec, 2).Terms.Due);
        Assert.Equal(Referral.Terms.DoneWhen, Occurrence(spec, 2).Terms.DoneWhen);
        Assert.Equal((new LocalDate(2027, 1, 1), Referral.Terms.DoneWhen), (Occurrence(spec, 3).Terms.Due, Occurrence(spec, 3).Terms.DoneWhen));
        Assert.Equal((from, change.DoneWhen), (Occurrence(spec, 4).Terms.Due, Occurrence(spec, 4).Terms.DoneWhen));
        Assert.Equal(CommitmentState.Finished, spec.Promise().State);
    }

    /// <summary>Saturdays move to Mondays; other terms from a Sunday would bring a second one for the same Monday.</summary>
    [Fact]
    public void A_date_that_the_one_before_was_moved_beyond_does_not_come_once_more()
    {
        var saturdays = EveryTwoWeeks with { Due = new(2026, 12, 5), Repeats = new(RepeatUnit.Weeks, 2, new(2027, 1, 31)) };
        var spec = Referral.Requested(saturdays).Accept(Mei);
        var sundays = spec.Promise().Terms with { Due = new(2026, 12, 20) };
        spec.When(new ProposeChange(Referral.Id, spec.Promise().Revision, Spec.Ask(21), sundays, null), Mei);
        spec.When(new AcceptChange(Referral.Id, spec.Promise().Revision, Spec.Ask(22)), Ana);
        spec.WhenClockWalksTo(Local(2026, 12, 8, 12, 0));
        Assert.Equal((new LocalDate(2026, 12, 21), new LocalDate(2027, 1, 4)), (Occurrence(spec, 2).Terms.Due, spec.Promise().Terms.Due));
        spec.WhenClockWalksTo(Local(2026, 12, 22, 12, 0))
            .ThenHappened<CommitmentCameUp>(static came => came is { Terms.Due: { Year: 2027, Month: 1, Day: 4 }, Passed: 0 });
    }

    [Fact]
    public void A_change_of_one_occurrence_alone_leaves_the_others()
    {
        var spec = Agreed();
        var id = SeriesPlan.IdOf(Referral.Id, 1);
        var later = Occurrence(spec, 1).Terms with { Due = new(2026, 12, 9) };
        spec.When(new ProposeChange(id, Occurrence(spec, 1).Revision, Spec.Ask(21), later, null), Mei);
        spec.When(new AcceptChange(id, Occurrence(spec, 1).Revision, Spec.Ask(22)), Ana);
        spec.WhenClockWalksTo(Local(2026, 12, 5, 12, 0));
        Assert.Equal(new LocalDate(2026, 12, 9), Occurrence(spec, 1).Terms.Due);
        Assert.Equal(new LocalDate(2026, 12, 18), Occurrence(spec, 2).Terms.Due);
    }

    [Theory]
    [InlineData("mei")]
    [InlineData("ana")]
    public void Either_side_leaves_with_the_notice_of_one_period(string who)
    {
        var by = new PersonId(who);
        var spec = Agreed().WhenClockWalksTo(Local(2026, 12, 5, 12, 0));
        spec.Do((revision, ask) => new EndSeries(Referral.Id, revision, ask, Say("The grant runs out.")), by, Local(2026, 12, 7, 10, 0))
            .ThenHappened<CommitmentSeriesLeft>().ThenToldAmongOthers($"commitment.series-left -> {(who == "mei" ? "ana" : "mei")}");
        Assert.Equal(CommitmentState.Finished, spec.Promise().State);
        Assert.Equal(CommitmentState.Active, Occurrence(spec, 2).State);
        spec.WhenClockWalksTo(Local(2027, 2, 1, 12, 0));
        Assert.Null(spec.State.Commitments.Find(SeriesPlan.IdOf(Referral.Id, 3)));
    }

    [Fact]
    public void One_occurrence_is_given_up_alone_and_the_next_one_comes()
    {
        var spec = Agreed();
        spec.When(new GiveUpCommitment(SeriesPlan.IdOf(Referral.Id, 1), Occurrence(spec, 1).Revision, Spec.Ask(21), Say("ill")), Mei);
        spec.WhenClockWalksTo(Local(2026, 12, 5, 12, 0));
        Assert.Equal((CommitmentState.GivenUp, CommitmentState.Active), (Occurrence(spec, 1).State, Occurrence(spec, 2).State));
    }

    [Fact]
    public void Who_leaves_hands_over_the_series_and_what_is_open_of_it()
    {
        var spec = Agreed().When(new RemovePerson(Mei, Spec.Ask(21)), by: Ruth);
        Assert.Equal(Ruth, spec.Promise().Terms.Doer);
        Assert.Equal(Ruth, Occurrence(spec, 1).Terms.Doer);
    }

    [Fact]
    public void Bad_repetitions_are_refused_with_what_to_do()
    {
        Refused(new(RepeatUnit.Weeks, 0, new(2027, 1, 15)), SeriesRules.BadStep);
        Refused(new(RepeatUnit.Weeks, 13, new(2027, 1, 15)), SeriesRules.BadStep);
        Refused(new((RepeatUnit)9, 1, new(2027, 1, 15)), SeriesRules.BadStep);
        Refused(new(RepeatUnit.Weeks, 1, new(2026, 12, 10)), SeriesRules.OnlyOnce);
        Refused(new(RepeatUnit.Weeks, 1, new(2039, 12, 10)), TermsRules.DueFar);
        Refused(new(RepeatUnit.Weeks, 1, new(2031, 11, 20)), null);

        static void Refused(Repetition repeats, Refusal? why)
        {
            var spec = Referral.Requested(Referral.Terms with { Repeats = repeats });
            if (why is null) spec.ThenHappened<CommitmentRequested>();
            else spec.ThenRefused(why);
        }
    }

    [Fact]
    public void What_comes_once_stays_so_once_it_is_agreed()
    {
        Referral.Agreed().Do((revision, ask) => new ProposeChange(Referral.Id, revision, ask, EveryTwoWeeks, null), Ana)
            .ThenRefused(SeriesRules.RepeatingFixed);
        Agreed().Do((revision, ask) => new ProposeChange(Referral.Id, revision, ask, Referral.Terms with { Due = new(2026, 12, 25) }, null), Ana)
            .ThenRefused(SeriesRules.RepeatingFixed);
    }

    [Fact]
    public void A_change_cannot_start_on_a_date_that_is_there_already() =>
        Agreed().Do((revision, ask) => new ProposeChange(Referral.Id, revision, ask, EveryTwoWeeks with { Goal = null }, null), Ana)
            .ThenRefused(SeriesRules.DateTaken);

    [Fact]
    public void Numbers_and_titles_find_the_series_and_its_occurrences()
    {
        var spec = Agreed().WhenClockWalksTo(Local(2026, 12, 5, 12, 0));
        Assert.Equal(Referral.Id, CommitmentViews.Find(spec.State, Ana, "P1").Found);
        Assert.Equal(SeriesPlan.IdOf(Referral.Id, 2), CommitmentViews.Find(spec.State, Ana, "#1.2").Found);
        Assert.Null(CommitmentViews.Find(spec.State, Ana, "P1.9").Found);
        spec.When(new ReleaseCommitment(SeriesPlan.IdOf(Referral.Id, 1), Occurrence(spec, 1).Revision, Spec.Ask(21), Say("not needed")), Ana);
        Assert.Equal(SeriesPlan.IdOf(Referral.Id, 2), CommitmentViews.Find(spec.State, Ana, "referral form").Found);
        var mine = CommitmentViews.List(spec.State, Mei, CommitmentList.Mine, Local(2026, 12, 7, 12, 0));
        Assert.Equal("1.2", Assert.Single(mine.Lines).Label);
    }

    [Theory]
    [InlineData("P12.0")]
    [InlineData("P12.")]
    [InlineData("P.3")]
    [InlineData("P12.3.4")]
    [InlineData("12.x")]
    public void What_is_no_number_is_none(string text) => Assert.Null(Numbers.Parse(text));

    private static Spec Agreed() => Referral.Agreed(EveryTwoWeeks);

    private static Commitment Occurrence(Spec spec, int number) => spec.State.Commitments[SeriesPlan.IdOf(Referral.Id, number)];
}
