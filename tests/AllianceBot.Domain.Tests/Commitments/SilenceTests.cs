using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>What time does, and what it does not.</summary>
public sealed class SilenceTests
{
    [Fact]
    public void A6_Halfway_the_answering_side_is_reminded_once_at_an_hour_at_which_it_may_be_written_to() => Referral.Requested()
        .WhenClockWalksTo(Local(2026, 11, 27, 23, 0))
        .Then(new CommitmentAnswerReminded(Referral.Id))
        .ThenTold("commitment.answer-reminded -> mei")
        .ThenState(static alliance => Assert.Equal(Local(2026, 11, 24, 9, 0), alliance.LastAt));

    [Fact]
    public void A6_An_unanswered_request_lapses_after_five_working_days_and_both_sides_are_told() => Referral.Requested()
        .WhenClockWalksTo(Local(2026, 11, 28, 0, 0))
        .Then(new CommitmentAnswerReminded(Referral.Id), new CommitmentLapsed(Referral.Id))
        .ThenTold("commitment.answer-reminded -> mei", "commitment.lapsed -> mei", "commitment.lapsed -> ana")
        .ThenStands(CommitmentState.Lapsed);

    [Fact]
    public void A6_The_days_are_those_of_the_answering_side() => Referral
        .Requested(given: [new PartnerWorkdaysSet(Lakeside, Workdays.Of(IsoDayOfWeek.Monday))])
        .ThenState(static alliance => Assert.Equal(Local(2026, 12, 22, 0, 0), alliance.Promise().Answer!.By));

    [Fact]
    public void A6_A_counter_starts_the_time_to_answer_anew() => Referral.Requested()
        .Counter(Mei, Referral.Terms with { Due = new(2026, 12, 8) }, Local(2026, 11, 26, 10, 0))
        .WhenClockWalksTo(Local(2026, 12, 2, 23, 0)).ThenStands(CommitmentState.Countered)
        .WhenClockWalksTo(Local(2026, 12, 4, 0, 0)).ThenStands(CommitmentState.Lapsed);

    [Fact]
    public void A6_What_lapsed_can_be_sent_again_from_its_own_form()
    {
        var spec = Referral.Requested().WhenClockWalksTo(Local(2026, 11, 28, 0, 0));
        var form = CommitmentViews.Form(spec.State, Ana, CommitmentFormKind.Request, Referral.Id, new(), spec.State.LastAt)!;
        Assert.Equal("Referral form v2", form.Fields.Single(static field => field.Field == CommitmentField.What).Value);
        Assert.Contains(CommitmentAct.Resend, spec.Card(Ana)!.Acts);
        Assert.DoesNotContain(CommitmentAct.Resend, spec.Card(Mei)!.Acts);
        Assert.Null(CommitmentViews.Form(spec.State, Mei, CommitmentFormKind.Request, Referral.Id, new(), spec.State.LastAt));
    }

    [Fact]
    public void A6_Who_could_not_be_reached_does_not_lapse_and_the_facilitator_sees_it() => Referral.Requested()
        .When(new NoticeSettled(Referral.Id, "commitment.requested", Mei, Delivery.Unreachable, "blocked", Spec.Ask(5)), PersonId.Clock)
        .WhenClockWalksTo(Local(2026, 11, 28, 0, 0))
        .ThenHappened<CommitmentAnswerByMoved>(static moved => moved is { NotReached: true, For: Waiting.Offer })
        .ThenToldAmongOthers("commitment.not-reached -> ana")
        .ThenToldAmongOthers("commitment.not-reached -> sam")
        .ThenStands(CommitmentState.Requested);

    [Fact]
    public void A6_That_nobody_is_reached_is_told_once_however_often_the_time_moves_on_and_stands_once_in_the_history() => Referral.Requested()
        .When(new NoticeSettled(Referral.Id, "commitment.requested", Mei, Delivery.Unreachable, "blocked", Spec.Ask(5)), PersonId.Clock)
        .WhenClockWalksTo(Local(2027, 2, 1, 0, 0))
        .ThenState(static alliance => Assert.Single(alliance.Promise().History, static line => line.What == "commitment.answer-by-moved"))
        .ThenTold("commitment.answer-reminded -> mei", "commitment.not-reached -> ana", "commitment.not-reached -> sam")
        .ThenStands(CommitmentState.Requested)
        .When(new NoticeSettled(Referral.Id, "commitment.requested", Mei, Delivery.Sent, "", Spec.Ask(6)), PersonId.Clock)
        .WhenClockWalksTo(Local(2027, 3, 1, 0, 0)).ThenStands(CommitmentState.Lapsed);

    [Fact]
    public void A7_A_change_a_replacement_and_a_correction_are_reminded_of_once_halfway()
    {
        var other = Referral.Terms with { Due = new(2026, 12, 18) };
        Referral.Agreed().Change(Mei, new(2026, 12, 11), Local(2026, 11, 24, 10, 0))
            .WhenClockWalksTo(Local(2026, 11, 27, 12, 0))
            .Then(new CommitmentAnswerReminded(Referral.Id, Waiting.Change)).ThenTold("commitment.answer-reminded -> ana")
            .ThenState(static alliance => Assert.Equal(Local(2026, 11, 26, 9, 0), alliance.LastAt));
        Referral.Agreed()
            .Do((revision, ask) => new ProposeReplacement(Referral.Id, revision, ask, new("successor"), other, null), Mei, Local(2026, 11, 24, 10, 0))
            .WhenClockWalksTo(Local(2026, 11, 27, 12, 0))
            .Then(new CommitmentAnswerReminded(Referral.Id, Waiting.Replacement)).ThenTold("commitment.answer-reminded -> ana");
        Referral.Unmet()
            .Do(static (revision, ask) => new ProposeCorrection(Referral.Id, revision, ask, CommitmentState.Kept, Say("it was there")), Mei)
            .WhenClockWalksTo(Local(2026, 12, 14, 12, 0))
            .Then(new CommitmentAnswerReminded(Referral.Id, Waiting.Correction)).ThenTold("commitment.answer-reminded -> ana");
    }

    [Fact]
    public void C4_A_time_to_answer_that_ended_in_an_outage_gets_half_its_length_again() => Referral.Requested()
        .WhenClock(Local(2026, 12, 1, 9, 0))
        .ThenHappened<CommitmentAnswerByMoved>(static moved => !moved.NotReached)
        .ThenTold("commitment.answer-by-moved -> mei")
        .ThenState(static alliance =>
        {
            Assert.True(alliance.NextDue > alliance.LastAt);
            Assert.Equal(Local(2026, 12, 1, 9, 0) + Duration.FromHours(((7 * 24) + 14) / 2.0), alliance.Promise().Answer!.By);
        });

    [Fact]
    public void C4_After_an_outage_a_ladder_takes_one_step_and_counts_on_from_now() => Referral.Reported(Local(2026, 12, 1, 12, 0))
        .WhenClock(Local(2027, 1, 29, 9, 0))
        .Then(new CommitmentConfirmReminded(Referral.Id, 1))
        .ThenState(static alliance => Assert.Equal(Local(2027, 2, 6, 0, 0), alliance.NextDue));

    [Fact]
    public void C6_A_strike_for_an_instant_that_the_state_no_longer_holds_appends_nothing() => Referral.Requested()
        .Accept(Mei, Local(2026, 11, 23, 10, 0))
        .WhenClock(Local(2026, 11, 28, 0, 0)).ThenNothing();

    [Fact]
    public void A6_Silence_never_makes_a_report_accepted() => Referral.Reported(Local(2026, 12, 1, 12, 0))
        .WhenClockWalksTo(Local(2028, 1, 1, 0, 0))
        .Then(
            new CommitmentConfirmReminded(Referral.Id, 1), new CommitmentConfirmReminded(Referral.Id, 2),
            new CommitmentConfirmReminded(Referral.Id, 3))
        .ThenTold(
            "commitment.confirm-reminded -> ana", "commitment.confirm-asked-manager -> tom", "commitment.unconfirmed -> mei")
        .ThenStands(CommitmentState.Reported)
        .ThenState(static alliance =>
        {
            var flags = CommitmentViews.FlagsOf(alliance, alliance.Promise(), alliance.LastAt);
            Assert.Contains(CommitmentFlag.DeliveredUnconfirmed, flags);
            Assert.DoesNotContain(CommitmentFlag.Overdue, flags);
        })
        .AcceptReport(Ana).ThenStands(CommitmentState.Kept);

    [Fact]
    public void A7_An_unanswered_change_lapses_and_the_old_terms_stand() => Referral.Agreed()
        .Change(Mei, new(2026, 12, 11), Local(2026, 11, 24, 10, 0))
        .WhenClockWalksTo(Local(2026, 11, 28, 0, 0))
        .ThenTold("commitment.answer-reminded -> ana", "commitment.change-lapsed -> mei", "commitment.change-lapsed -> ana")
        .ThenStands(CommitmentState.Active)
        .ThenState(static alliance => Assert.Equal(Referral.Due, alliance.Promise().Terms.Due));

    [Fact]
    public void A_change_that_lapses_after_the_date_passed_leaves_nothing_that_is_still_due() => Referral.Agreed()
        .Change(Mei, new(2026, 12, 18), Local(2026, 12, 5, 10, 0))
        .WhenClock(Local(2026, 12, 10, 0, 0))
        .ThenHappened<CommitmentChangeLapsed>().ThenHappened<CommitmentOverdueTold>()
        .ThenState(static alliance => Assert.True(alliance.NextDue > alliance.LastAt));

    [Fact]
    public void A7_The_time_to_answer_a_change_does_not_pass_a_due_date_that_lies_ahead() => Referral.Agreed()
        .Change(Mei, new(2026, 12, 11), Local(2026, 12, 3, 10, 0))
        .ThenState(static alliance => Assert.Equal(Local(2026, 12, 5, 0, 0), alliance.Promise().Change!.Time.By));

    [Fact]
    public void A7_Once_the_due_date_is_over_the_time_to_answer_a_change_is_its_full_length() => Referral.Agreed()
        .Change(Mei, new(2026, 12, 11), Local(2026, 12, 7, 10, 0))
        .ThenState(static alliance => Assert.Equal(Local(2026, 12, 11, 0, 0), alliance.Promise().Change!.Time.By));

    [Fact]
    public void A_calendar_that_changes_may_move_a_time_to_answer_later_but_never_earlier()
    {
        var spec = Referral.Requested();
        var twoDays = Workdays.Of(IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday);
        spec.When(new SetPartnerWorkdays(Lakeside, twoDays, Spec.Ask(8)), by: Ruth)
            .ThenHappened<CommitmentAnswerByMoved>(static moved => moved.AnswerBy == Local(2026, 12, 8, 0, 0))
            .ThenToldAmongOthers("commitment.answer-by-moved -> mei").ThenToldAmongOthers("commitment.answer-by-moved -> ana");
        spec.When(new SetPartnerWorkdays(Lakeside, new(0b1111111), Spec.Ask(9)), by: Ruth)
            .ThenState(static alliance => Assert.Equal(
                Local(2026, 12, 8, 0, 0), Deadlines.OfferEnds(alliance, alliance.Promise())));
        spec.WhenClockWalksTo(Local(2026, 12, 7, 23, 0)).ThenStands(CommitmentState.Requested);
    }

    /// <summary>Where the day ends later it moves, and both sides are told; where it ends sooner the time that was said stands.</summary>
    [Fact]
    public void Another_zone_moves_a_time_to_answer_later_and_says_so_but_never_earlier()
    {
        var was = Local(2026, 11, 28, 0, 0);
        Referral.Requested().ThenState(alliance => Assert.Equal(was, Deadlines.OfferEnds(alliance, alliance.Promise())))
            .When(new SetZone("Pacific/Honolulu", Spec.Ask(8)), by: Dale)
            .ThenHappened<CommitmentAnswerByMoved>(moved => moved.AnswerBy == was + Duration.FromHours(4))
            .ThenToldAmongOthers("commitment.answer-by-moved -> mei").ThenToldAmongOthers("commitment.answer-by-moved -> ana");
        Referral.Requested().When(new SetZone("Europe/Berlin", Spec.Ask(8)), by: Dale).ThenOnly<ZoneSet>()
            .ThenState(alliance => Assert.Equal(was, Deadlines.OfferEnds(alliance, alliance.Promise())));
    }
}
