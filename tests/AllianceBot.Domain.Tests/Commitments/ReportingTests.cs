using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class ReportingTests
{
    [Fact]
    public void A8_The_doer_reports_and_the_receiver_is_asked() => Referral.Agreed()
        .Report(Ana).ThenRefused(Refusal.NotYours)
        .Report(Mei).Then(new CommitmentReported(Referral.Id, Say("It is live.")))
        .ThenTold("commitment.reported -> ana")
        .ThenStands(CommitmentState.Reported)
        .Report(Mei).ThenRefused(CommitmentGuards.NotOwed);

    [Fact]
    public void A8_Only_the_receiving_partner_can_accept_a_report() => Referral.Reported()
        .AcceptReport(Mei).ThenRefused(Refusal.NotYours)
        .AcceptReport(Ruth).ThenRefused(Refusal.NotYours)
        .AcceptReport(Priya).ThenRefused(Refusal.NotYours)
        .AcceptReport(Sam).ThenRefused(Refusal.NotYours)
        .AcceptReport(Tom).Then(new CommitmentKept(Referral.Id, Late: false, null))
        .ThenTold("commitment.kept -> mei", "commitment.kept -> ana", "commitment.done -> home")
        .ThenStands(CommitmentState.Kept);

    [Fact]
    public void A8_A_doer_who_also_manages_the_receiving_partner_cannot_accept_their_own_report()
    {
        var spec = Referral.Agreed();
        spec.When(new AssignRole(Mei, Role.Manager, Harbor, Spec.Ask(70)), by: Tom).ThenHappened<RoleAssigned>();
        spec.Report(Mei).AcceptReport(Mei).ThenRefused(CommitmentGuards.OwnReport);
        spec.Return(Mei).ThenRefused(CommitmentGuards.OwnReport);
        Assert.DoesNotContain(CommitmentAct.AcceptReport, spec.Card(Mei)!.Acts);
    }

    [Fact]
    public void A8_What_is_not_told_to_all_is_not_told_at_home() => Referral.Agreed(seenByAll: false).Report(Mei).AcceptReport(Ana)
        .ThenTold("commitment.kept -> mei");

    [Theory]
    [InlineData(4, 23, false)]
    [InlineData(5, 0, true)]
    public void A12_It_is_kept_late_when_it_was_reported_after_the_due_date(int day, int hour, bool late) =>
        Referral.Reported(Local(2026, 12, day, hour, 59)).AcceptReport(Ana, Local(2026, 12, 9, 9, 0))
            .Then(new CommitmentKept(Referral.Id, late, null));

    [Fact]
    public void A9_A_report_is_returned_with_the_condition_that_is_not_met() => Referral.Reported()
        .Do(static (revision, ask) => new ReturnReport(Referral.Id, revision, ask, Say(""), null), Ana).ThenRefused(TermsRules.TextMissing)
        .Return(Mei).ThenRefused(Refusal.NotYours)
        .Return(Ana)
        .Then(new CommitmentReturned(Referral.Id, Say("Only one partner has used it."), null, null))
        .ThenTold("commitment.returned -> mei")
        .ThenStands(CommitmentState.Rework)
        .Report(Mei).AcceptReport(Ana).ThenStands(CommitmentState.Kept);

    [Fact]
    public void A9_The_receiver_proposes_a_date_and_the_doer_answers_it()
    {
        var due = new LocalDate(2026, 12, 10);
        Referral.Reported(Local(2026, 12, 3, 10, 0)).Return(Ana, due)
            .ThenHappened<CommitmentReturned>(returned => returned.Due == due)
            .ThenStands(CommitmentState.ChangeProposed)
            .ThenState(static alliance => Assert.Equal(Referral.Due, alliance.Promise().Terms.Due))
            .AcceptChange(Mei).ThenStands(CommitmentState.Active)
            .ThenState(alliance => Assert.Equal(due, alliance.Promise().Terms.Due));
        Referral.Reported(Local(2026, 12, 3, 10, 0)).Return(Ana, due)
            .Change(Mei, due.PlusDays(4)).ThenStands(CommitmentState.ChangeProposed)
            .RefuseChange(Ana).ThenStands(CommitmentState.Rework);
    }

    [Fact]
    public void A9_A_past_date_cannot_be_proposed_with_a_return() =>
        Referral.Reported().Return(Ana, new(2026, 11, 2)).ThenRefused(TermsRules.DuePast);

    [Fact]
    public void A9_What_was_returned_shows_as_returned_not_overdue_for_three_working_days()
    {
        var spec = Referral.Reported(Local(2026, 12, 4, 15, 0)).Return(Ana, at: Local(2026, 12, 7, 10, 0));
        foreach (var (day, expected) in (ValueList<(int, CommitmentFlag)>)
            [(7, CommitmentFlag.Returned), (10, CommitmentFlag.Returned), (11, CommitmentFlag.Overdue)])
        {
            Assert.Equal([expected], spec.Card(Ana, Local(2026, 12, day, 12, 0))!.Inside!.Flags);
        }

        spec.WhenClockWalksTo(Local(2026, 12, 11, 9, 0)).ThenHappened<CommitmentOverdueTold>();
    }

    [Fact]
    public void The_doer_retracts_a_report_while_nobody_answered_it() => Referral.Reported()
        .Do(static (revision, ask) => new RetractReport(Referral.Id, revision, ask), Ana).ThenRefused(Refusal.NotYours)
        .Do(static (revision, ask) => new RetractReport(Referral.Id, revision, ask), Ruth)
        .ThenStands(CommitmentState.Active)
        .Do(static (revision, ask) => new RetractReport(Referral.Id, revision, ask), Ruth).ThenRefused(CommitmentGuards.NotReported);

    [Fact]
    public void A_report_drops_a_change_that_waits() => Referral.Agreed().Change(Mei, new(2026, 12, 11))
        .Report(Mei).ThenStands(CommitmentState.Reported)
        .ThenState(static alliance => Assert.Null(alliance.Promise().Change));
}

/// <summary>Cedar Fund funds Harbor: what Cedar confirms to Harbor needs a third pair of eyes.</summary>
public sealed class FundingTieTests
{
    private static readonly Terms Money = Referral.Terms with
    {
        DoerPartner = Harbor,
        Doer = Ana,
        ReceiverPartner = Cedar,
        Receiver = Jonas,
    };

    private static Spec Reported(params ReadOnlySpan<AllianceEvent> given) => Spec.Given(given)
        .When(new OfferCommitment(Referral.Id, Spec.Ask(1), Money, null, true), by: Ana)
        .Accept(Jonas).Report(Ana);

    [Fact]
    public void A8_Where_the_receiver_funds_the_doer_the_facilitator_confirms_too() => Reported()
        .AcceptReport(Jonas).Then(new CommitmentFirstAccepted(Referral.Id, null))
        .ThenTold("commitment.first-accepted -> ana", "commitment.second-asked -> sam")
        .ThenStands(CommitmentState.Reported)
        .AcceptReport(Jonas).ThenRefused(CommitmentGuards.WaitsForSecond)
        .AcceptReport(Sam).ThenHappened<CommitmentKept>().ThenStands(CommitmentState.Kept);

    [Fact]
    public void A8_The_facilitator_may_be_the_first_of_two_and_either_may_return_it() => Reported()
        .AcceptReport(Sam).Then(new CommitmentFirstAccepted(Referral.Id, null))
        .ThenTold("commitment.first-accepted -> ana", "commitment.second-asked -> jonas")
        .Return(Sam).ThenStands(CommitmentState.Rework)
        .ThenState(static alliance => Assert.Null(alliance.Promise().Report!.FirstAcceptedBy));

    [Fact]
    public void A8_Without_a_facilitator_a_manager_of_a_third_partner_stands_in() => Reported(new PersonLeft(Sam))
        .AcceptReport(Tom).ThenRefused(Refusal.NotYours)
        .AcceptReport(Jonas)
        .ThenTold("commitment.first-accepted -> ana", "commitment.second-asked -> dale", "commitment.second-asked -> ruth")
        .AcceptReport(Priya).ThenRefused(Refusal.NotYours)
        .AcceptReport(Dale).ThenStands(CommitmentState.Kept);

    [Fact]
    public void The_third_pair_of_eyes_ends_nothing()
    {
        var spec = Reported();
        spec.Release(Sam).ThenRefused(Refusal.NotYours);
        Assert.Equal([CommitmentAct.AcceptReport, CommitmentAct.ReturnReport], spec.Card(Sam)!.Acts);
    }

    /// <summary>Who funds the other does not end it unseen: the third pair of eyes reads how it ended, and why.</summary>
    [Fact]
    public void Under_a_funding_tie_the_third_pair_of_eyes_is_told_how_it_ended()
    {
        Reported().Release(Jonas).ThenHappened<CommitmentReleased>().ThenTold("commitment.released -> ana", "commitment.released -> sam");
        Spec.Given().When(new OfferCommitment(Referral.Id, Spec.Ask(1), Money, null, true), by: Ana).Accept(Jonas)
            .WhenClockWalksTo(Local(2026, 12, 9, 9, 0))
            .SayUnmet(Jonas, Local(2026, 12, 9, 10, 0)).ThenHappened<CommitmentUnmet>()
            .ThenTold("commitment.unmet -> ana", "commitment.unmet -> sam");
    }

    /// <summary>An administrator who may not know of the promise is told without it: on its card it would not be told at all.</summary>
    [Fact]
    public void That_nobody_can_give_the_second_yes_reaches_an_administrator_who_may_not_know_of_the_promise()
    {
        var spec = Spec.Given(
                new PersonLeft(Sam), new RoleAssigned(Priya, Role.Administrator, null), new RoleUnassigned(Dale, Role.Administrator, null),
                new RoleUnassigned(Dale, Role.Manager, Workforce), new RoleUnassigned(Ruth, Role.Manager, Lakeside))
            .When(new OfferCommitment(Referral.Id, Spec.Ask(1), Money, null, SeenByAll: false), by: Ana)
            .Accept(Jonas).Report(Ana).AcceptReport(Jonas).ThenToldAmongOthers("commitment.nobody-second -> priya");
        var told = spec.Told().Single(static notice => notice.Kind == "commitment.nobody-second");
        Assert.Null(CommitmentViews.Card(spec.State, new PersonReader(Priya), Referral.Id, spec.State.LastAt));
        Assert.Equal(Riverbend.Id, told.Subject);
    }

    [Fact]
    public void A8_Where_money_flows_the_other_way_one_yes_is_enough() => Spec.Given()
        .When(
            new RequestCommitment(
                Referral.Id, Spec.Ask(1),
                Referral.Terms with { DoerPartner = Cedar, Doer = Jonas, ReceiverPartner = Harbor, Receiver = Ana }, null, true),
            by: Ana)
        .Accept(Jonas).Report(Jonas).AcceptReport(Ana).ThenStands(CommitmentState.Kept);
}
