using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class LedgerFigureTests
{
    private static readonly LocalDate YearEnd = new(2026, 12, 31);
    private static readonly LedgerPeriod Always = LedgerPeriod.All(YearEnd);

    [Fact]
    public void Each_way_to_end_is_an_outcome_of_its_own()
    {
        Only(Referral.Kept(), LedgerFigure.KeptOnTime);
        Only(Referral.Reported(Local(2026, 12, 5, 9, 0)).AcceptReport(Ana), LedgerFigure.KeptLate);
        Only(Referral.Agreed().Release(Ana), LedgerFigure.Released);
        Only(Referral.Agreed().GiveUp(Mei), LedgerFigure.GivenUp);
        Only(Referral.Unmet(), LedgerFigure.Unmet);
        Only(SeenDifferently(), LedgerFigure.SeenDifferently);
    }

    [Fact]
    public void A4_What_was_never_agreed_is_not_counted()
    {
        Assert.True(Of(Referral.Requested()).IsEmpty);
        Assert.True(Of(Referral.Requested().Do(static (revision, ask) => new DeclineCommitment(Referral.Id, revision, ask, Say("no")), Mei)).IsEmpty);
        Assert.True(Of(Referral.Requested().WhenClockWalksTo(Local(2026, 12, 30, 9, 0))).IsEmpty);
    }

    [Fact]
    public void Before_it_ends_it_is_open_and_once_reported_delivered_and_unconfirmed()
    {
        Assert.Equal((1, 0, 0), Now(Referral.Agreed(), Local(2026, 12, 5, 9, 0)));
        Assert.Equal((1, 1, 0), Now(Referral.Agreed(), Local(2026, 12, 7, 0, 0)));
        Assert.Equal((0, 0, 1), Now(Referral.Reported(), Local(2026, 12, 30, 0, 0)));
        Assert.Equal((0, 0, 0), Now(Referral.Kept(), Local(2026, 12, 30, 0, 0)));
        Assert.Equal(1, Ledgers.Of(Referral.Reported().State, Harbor, Always, Riverbend.Now).Count(LedgerFigure.ToConfirm));
    }

    [Fact]
    public void N18_Moved_in_time_by_agreement_never_counts_as_late()
    {
        var moved = Referral.Agreed().Change(Mei, new(2026, 12, 18), Local(2026, 12, 4, 20, 0)).AcceptChange(Ana, Local(2026, 12, 4, 23, 59))
            .Report(Mei, Local(2026, 12, 18, 23, 0)).AcceptReport(Ana, Local(2026, 12, 21, 9, 0));
        var figures = Of(moved);
        Assert.Equal((1, 1, 0, 0), (figures.KeptOnTime, figures.RenegotiatedInTime, figures.RenegotiatedLate, figures.KeptLate));
        Assert.Equal(0, Now(Referral.Agreed().Change(Mei, new(2026, 12, 18), Local(2026, 12, 4, 20, 0)).AcceptChange(Ana), Local(2026, 12, 17, 0, 0)).Overdue);
    }

    [Fact]
    public void N18_Kept_renegotiated_in_time_renegotiated_late_released_and_unmet_are_five_figures()
    {
        var late = Of(Referral.Agreed().Change(Mei, new(2026, 12, 18), Local(2026, 12, 4, 20, 0)).AcceptChange(Ana, Local(2026, 12, 5, 0, 0)));
        Assert.Equal((0, 1, 0), (late.RenegotiatedInTime, late.RenegotiatedLate, late.Ended));
        Assert.Equal((1, 0), (Of(Referral.Agreed().Release(Ana)).Released, Of(Referral.Agreed().Release(Ana)).Unmet));
        LedgerFigure[] five =
            [LedgerFigure.KeptOnTime, LedgerFigure.RenegotiatedInTime, LedgerFigure.RenegotiatedLate, LedgerFigure.Released, LedgerFigure.Unmet];
        Assert.Equal(five.Length, five.Distinct().Count());
    }

    [Fact]
    public void A_replaced_promise_is_counted_by_its_successor_and_marked_as_renegotiated()
    {
        var next = new CommitmentId("next");
        var replaced = Referral.Agreed()
            .Do((revision, ask) => new ProposeReplacement(Referral.Id, revision, ask, next, Referral.Terms with { Due = new(2026, 12, 18) }, null), Mei)
            .Do(static (revision, ask) => new AgreeReplacement(Referral.Id, revision, ask), Ana);
        var figures = Of(replaced);
        Assert.Equal((0, 1, 1), (figures.Ended, figures.Open, figures.RenegotiatedInTime));
        Assert.Equal([(Subject)next], figures[LedgerFigure.Open]);
        Assert.Equal([(Subject)Referral.Id], figures[LedgerFigure.RenegotiatedInTime]);
    }

    [Fact]
    public void What_was_replaced_in_time_stays_so_when_the_alliance_moves_to_a_zone_where_it_was_the_next_day()
    {
        var at = Local(2026, 12, 4, 14, 0);
        var replaced = Referral.Agreed()
            .Do(static (revision, ask) => new ProposeReplacement(Referral.Id, revision, ask, new("next"), Referral.Terms with { Due = new(2026, 12, 18) }, null), Mei, at)
            .Do(static (revision, ask) => new AgreeReplacement(Referral.Id, revision, ask), Ana, at);
        var moved = replaced.When(new SetZone("Asia/Kathmandu", Spec.Ask(90)), Dale, at + Duration.FromDays(1));
        Assert.Equal((1, 0), (Of(moved).RenegotiatedInTime, Of(moved).RenegotiatedLate));
    }

    [Fact]
    public void A_correction_is_a_new_entry_and_the_outcome_stays_on_its_day()
    {
        var corrected = Referral.Unmet()
            .Do(static (revision, ask) => new ProposeCorrection(Referral.Id, revision, ask, CommitmentState.Kept, Say("it was live")) { Late = false }, Mei, Local(2026, 12, 15, 9, 0))
            .Do(static (revision, ask) => new AgreeCorrection(Referral.Id, revision, ask), Ana, Local(2026, 12, 16, 9, 0));
        var before = Of(corrected, new(null, new(2026, 12, 9)));
        Assert.Equal((1, 0, 0), (before.KeptOnTime, before.Unmet, before.Count(LedgerFigure.Corrected)));
        var later = Of(corrected, new(new LocalDate(2026, 12, 10), YearEnd));
        Assert.Equal((0, 0, 1), (later.KeptOnTime, later.Unmet, later.Count(LedgerFigure.Corrected)));
    }

    [Fact]
    public void Promptness_is_the_receivers_and_is_told_by_whether_a_reminder_was_needed()
    {
        Assert.Equal((1, 0), Prompt(Referral.Kept()));
        Assert.Equal((1, 0), Prompt(Referral.Reported().Return(Ana)));
        Assert.Equal((0, 1), Prompt(Referral.Reported().WhenClockWalksTo(Local(2026, 12, 4, 12, 0)).AcceptReport(Ana, Local(2026, 12, 4, 13, 0))));
        Assert.Equal((0, 0), Prompt(Referral.Reported()));
        Assert.Equal(0, Of(Referral.Kept()).Count(LedgerFigure.AnsweredPromptly));
    }

    [Fact]
    public void B14_The_rate_counts_only_those_asked_and_not_excused()
    {
        var missed = Referral.AskedOverdue();
        var (figures, tally) = (Of(missed), CheckInTally.Of(missed.State, Lakeside));
        Assert.NotEqual(0, tally.Missed);
        Assert.Equal(
            (tally.Answered, tally.Late, tally.Missed, tally.Excused, tally.Asked),
            (figures.Count(LedgerFigure.CheckInsAnswered), figures.Count(LedgerFigure.CheckInsLate), figures.Count(LedgerFigure.CheckInsMissed),
                figures.Count(LedgerFigure.CheckInsExcused), figures.CheckInsAsked));

        var away = Referral.Requested(given: [new PersonNotReached(Mei, "blocked")]).Accept(Mei, Referral.AcceptedAt)
            .WhenClockWalksTo(Local(2026, 12, 9, 9, 0));
        Assert.Equal(0, Of(away).CheckInsAsked);
        Assert.NotEqual(0, Of(away).Count(LedgerFigure.CheckInsExcused));
    }

    [Fact]
    public void A_figure_is_how_many_items_are_behind_it()
    {
        var figures = Of(Referral.Kept());
        Assert.Equal([(Subject)Referral.Id], figures[LedgerFigure.KeptOnTime]);
        Assert.All(LedgerFigureKinds.All, figure => Assert.Equal(figures[figure].Count, figures.Count(figure)));
    }

    [Fact]
    public void A_sum_needs_three_partners_with_something_in_it()
    {
        Assert.Null(Ledgers.Sum(Referral.Kept().State, Always, Riverbend.Now));
        var more = Referral.Kept().When(
                new OfferCommitment(new("other"), Spec.Ask(8), Referral.Terms with { DoerPartner = Workforce, Doer = Priya }, null, true), Priya)
            .When(new AcceptCommitment(new("other"), 1, Spec.Ask(9), null), Ana);
        var sum = Ledgers.Sum(more.State, Always, more.State.LastAt);
        Assert.NotNull(sum);
        Assert.Equal((3, 1, 1), (sum.Partners, sum.KeptOnTime, sum.Open));
    }

    [Fact]
    public void The_book_of_all_says_of_each_what_its_own_figures_say()
    {
        foreach (var spec in (Spec[])[Referral.Kept(), Referral.Unmet(), Referral.Reported(), Referral.AskedOverdue()])
        {
            var book = Ledgers.Book(spec.State, Always, spec.State.LastAt);
            Assert.All(spec.State.Partners, partner =>
                Assert.Equal(Ledgers.Of(spec.State, partner.Id, Always, spec.State.LastAt), book.Of(partner.Id)));
        }
    }

    [Fact]
    public void A_person_has_what_the_person_does_receives_and_was_asked()
    {
        var spec = Referral.Kept();
        Assert.Equal(1, Ledgers.OfPerson(spec.State, Mei, Always, Riverbend.Now).KeptOnTime);
        Assert.Equal(0, Ledgers.OfPerson(spec.State, Ruth, Always, Riverbend.Now).KeptOnTime);
        Assert.Equal(1, Ledgers.OfPerson(spec.State, Ana, Always, Riverbend.Now).Count(LedgerFigure.AnsweredPromptly));
    }

    [Theory]
    [InlineData(2026, 11, 20, 2026, 10, 1)]
    [InlineData(2026, 10, 1, 2026, 10, 1)]
    [InlineData(2027, 3, 31, 2027, 1, 1)]
    [InlineData(2027, 5, 1, 2027, 4, 1)]
    public void A_quarter_begins_on_its_first_day(int year, int month, int day, int fromYear, int fromMonth, int fromDay) =>
        Assert.Equal(new LedgerPeriod(new LocalDate(fromYear, fromMonth, fromDay), new(year, month, day)), LedgerPeriod.Quarter(new(year, month, day)));

    [Fact]
    public void A_period_has_both_its_ends_in_the_alliances_zone()
    {
        var kept = Referral.Reported(Local(2026, 12, 1, 12, 0)).AcceptReport(Ana, Local(2026, 12, 2, 23, 59));
        Assert.Equal(1, Of(kept, new(new LocalDate(2026, 12, 2), new(2026, 12, 2))).KeptOnTime);
        Assert.Equal(0, Of(kept, new(new LocalDate(2026, 12, 3), new(2026, 12, 3))).KeptOnTime);
        Assert.Equal(new LedgerPeriod(new LocalDate(2026, 11, 18), new(2026, 11, 20)), LedgerPeriod.LastDays(new(2026, 11, 20), 3));
        Assert.Equal(new LedgerPeriod(new LocalDate(2026, 11, 20), new(2026, 11, 20)), LedgerPeriod.Since(new(2027, 1, 1), new(2026, 11, 20)));
        Assert.True(LedgerPeriod.All(YearEnd).Includes(YearEnd) && !LedgerPeriod.All(YearEnd).Includes(YearEnd.PlusDays(1)));
    }

    private static Spec SeenDifferently() =>
        Referral.Unmet().Do(static (revision, ask) => new SeeDifferently(Referral.Id, revision, ask, Say("it was live")), Mei);

    private static LedgerFigures Of(Spec spec, LedgerPeriod? period = null) =>
        Ledgers.Of(spec.State, Lakeside, period ?? Always, spec.State.LastAt);

    private static (int Open, int Overdue, int Delivered) Now(Spec spec, Instant at)
    {
        var figures = Ledgers.Of(spec.State, Lakeside, Always, at);
        return (figures.Open, figures.Overdue, figures.DeliveredUnconfirmed);
    }

    private static (int Promptly, int AfterReminder) Prompt(Spec spec)
    {
        var figures = Ledgers.Of(spec.State, Harbor, Always, spec.State.LastAt);
        return (figures.Count(LedgerFigure.AnsweredPromptly), figures.Count(LedgerFigure.AnsweredAfterReminder));
    }

    private static void Only(Spec spec, LedgerFigure expected)
    {
        var figures = Of(spec);
        Assert.All(LedgerFigureKinds.All.Where(static figure => figure.IsOutcome), figure =>
            Assert.Equal(figure == expected ? 1 : 0, figures.Count(figure)));
        Assert.Equal((1, 0, 0), (figures.Ended, figures.Open, figures.DeliveredUnconfirmed));
    }
}
