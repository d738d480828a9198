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
