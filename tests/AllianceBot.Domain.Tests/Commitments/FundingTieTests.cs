using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

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

    private static Spec Overdue() => Spec.Given()
        .When(new OfferCommitment(Referral.Id, Spec.Ask(1), Money, null, true), by: Ana).Accept(Jonas)
        .WhenClockWalksTo(Local(2026, 12, 9, 9, 0));

    [Fact]
    public void Where_the_receiver_funds_the_doer_a_release_takes_two() => Reported()
        .Release(Jonas).ThenHappened<CommitmentFirstEnded>()
        .ThenTold("commitment.first-ended -> ana", "commitment.second-end-asked -> sam").ThenStands(CommitmentState.Reported)
        .Release(Jonas).ThenRefused(CommitmentGuards.EndingWaits)
        .Release(Dale).ThenRefused(Refusal.NotYours)
        .SayUnmet(Sam, Local(2026, 11, 23, 9, 0)).ThenRefused(Refusal.NotYours)
        .Release(Sam).ThenHappened<CommitmentReleased>().ThenTold("commitment.released -> ana", "commitment.released -> jonas")
        .ThenStands(CommitmentState.Released)
        .ThenState(static alliance => Assert.Equal(Jonas, alliance.Promise().Ending!.By));

    [Fact]
    public void Where_the_receiver_funds_the_doer_not_kept_takes_two() => Overdue()
        .SayUnmet(Jonas, Local(2026, 12, 9, 10, 0)).ThenHappened<CommitmentFirstEnded>()
        .ThenTold("commitment.first-ended -> ana", "commitment.second-end-asked -> sam").ThenStands(CommitmentState.Active)
        .SayUnmet(Jonas, Local(2026, 12, 9, 11, 0)).ThenRefused(CommitmentGuards.EndingWaits)
        .SayUnmet(Sam, Local(2026, 12, 9, 12, 0)).ThenHappened<CommitmentUnmet>()
        .ThenTold("commitment.unmet -> ana", "commitment.unmet -> jonas")
        .ThenState(static alliance => Assert.Equal((Jonas, CommitmentState.Unmet), (alliance.Promise().Ending!.By, alliance.Promise().State)));

    [Fact]
    public void What_was_said_alone_is_off_when_the_work_is_reported_after_all()
    {
        var spec = Overdue().SayUnmet(Jonas, Local(2026, 12, 9, 10, 0)).Report(Ana);
        spec.ThenState(static alliance => Assert.Null(alliance.Promise().PendingEnding));
        Assert.Equal([CommitmentAct.AcceptReport, CommitmentAct.ReturnReport], spec.Card(Sam)!.Acts);
    }

    [Fact]
    public void What_was_said_alone_is_off_when_the_receiving_side_goes_on_waiting() => Overdue()
        .SayUnmet(Jonas, Local(2026, 12, 9, 10, 0))
        .Do(static (revision, ask) => new KeepWaiting(Referral.Id, revision, ask, null), Jonas).ThenHappened<CommitmentWaited>()
        .ThenState(static alliance => Assert.Null(alliance.Promise().PendingEnding));

    /// <summary>Who said that it is not needed any more is not asked what to do about its being late.</summary>
    [Fact]
    public void Who_said_that_it_ends_is_not_asked_again_once_its_day_has_passed()
    {
        var spec = Spec.Given().When(new OfferCommitment(Referral.Id, Spec.Ask(1), Money, null, true), by: Ana).Accept(Jonas).Release(Jonas);
        spec.WhenClockWalksTo(Local(2026, 12, 9, 9, 0)).ThenHappened<CommitmentOverdueAsked>();
        Assert.False(StillWanted.Is(spec.State, spec.Told().Single(static notice => notice.Kind == "commitment.overdue-asked")));
        Assert.True(StillWanted.Is(Overdue().State, Overdue().Told().Single(static notice => notice.Kind == "commitment.overdue-asked")));
    }

    /// <summary>Only the third pair of eyes is asked now, by its button and in its list; to go on is not its to say.</summary>
    [Fact]
    public void Of_an_ending_that_waits_the_third_pair_of_eyes_is_asked_and_nobody_else()
    {
        var spec = Overdue().SayUnmet(Jonas, Local(2026, 12, 9, 10, 0));
        Assert.Contains(CommitmentAct.SayUnmet, spec.Card(Sam)!.Acts);
        Assert.DoesNotContain(CommitmentAct.Wait, spec.Card(Sam)!.Acts);
        Assert.Equal((Jonas, SecondYes.Facilitator), (spec.Card(Ana)!.Inside!.PendingEnding!.By.Id, spec.Card(Ana)!.Inside!.PendingEnding!.WaitsFor));
        Assert.Equal(
            [WaitsFor.Ending, WaitsFor.Nothing],
            new[] { Sam, Jonas }.Select(person => CommitmentViews.List(spec.State, person, CommitmentList.Waiting, spec.State.LastAt).Lines.Select(static line => line.Waits).SingleOrDefault()));
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
