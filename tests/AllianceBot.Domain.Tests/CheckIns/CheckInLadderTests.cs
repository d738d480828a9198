using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class CheckInLadderTests
{
    private static readonly CheckInId First = CheckInPlanTests.First;

    private static Spec Open => Referral.Agreed().WhenClockWalksTo(Local(2026, 12, 1, 9, 0));

    private static AnswerCheckIn Answer(Spec spec, CheckInAnswer answer, Subject? blocker = null, bool help = false) => new(
        First, spec.State.CheckIns[First].Revision, Referral.NextAsk(spec), answer, Say("waiting for the data agreement"), help, blocker);

    private static CheckInCard Card(Spec spec, PersonId reader) =>
        CheckInViews.Card(spec.State, new PersonReader(reader), First, spec.State.LastAt)!;

    [Fact]
    public void B5_Two_reminders_go_to_who_has_not_answered_within_the_persons_hours()
    {
        var spec = Open.WhenClockWalksTo(Local(2026, 12, 2, 23, 0)).Then(new CheckInNudged(First, Referral.Id, 1), new CheckInNudged(First, Referral.Id, 2));
        Assert.Equal([Local(2026, 12, 2, 9, 0), Local(2026, 12, 2, 14, 30)], spec.Events.Select(static one => one.At));
        Assert.All(spec.Told(), static notice => Assert.Equal(CheckInNotices.Bundle, notice.Bundle));
        Assert.Equal(0, spec.State.CheckIns[First].Revision - Open.State.CheckIns[First].Revision);
    }

    [Fact]
    public void B5_An_answer_stops_them_also_those_that_wait_to_be_sent()
    {
        var spec = Open.WhenClockWalksTo(Local(2026, 12, 2, 9, 0));
        var waiting = Assert.Single(spec.Told());
        Assert.True(StillWanted.Is(spec.State, waiting));
        spec.When(Answer(spec, CheckInAnswer.OnTrack), by: Mei, Local(2026, 12, 2, 9, 1));
        Assert.False(StillWanted.Is(spec.State, waiting));
        spec.WhenClockWalksTo(Local(2026, 12, 3, 12, 0)).Then();
    }

    [Fact]
    public void C4_After_an_outage_one_reminder_goes_out_not_two() => Open
        .WhenClock(Local(2026, 12, 2, 17, 0)).Then(new CheckInNudged(First, Referral.Id, 2))
        .WhenClockWalksTo(Local(2026, 12, 2, 23, 0)).Then();

    [Fact]
    public void B6_Put_aside_it_comes_back_at_the_chosen_time_and_reminders_before_that_are_left_out()
    {
        var until = Local(2026, 12, 2, 12, 0);
        var spec = Open.When(new SnoozeCheckIn(First, 1, Spec.Ask(70), until), by: Mei, Local(2026, 12, 1, 10, 0))
            .Then(new CheckInSnoozed(First, Referral.Id, until)).ThenTold();
        spec.WhenClockWalksTo(Local(2026, 12, 2, 11, 59)).Then();
        spec.WhenClockWalksTo(until).Then(new CheckInWoken(First, Referral.Id)).ThenTold("checkin.woken -> mei");
        Assert.True(Assert.Single(spec.Told()).AnyHour);
        spec.WhenClockWalksTo(Local(2026, 12, 2, 23, 0)).Then(new CheckInNudged(First, Referral.Id, 2));
    }

    [Fact]
    public void B6_At_most_twice_and_never_past_the_window()
    {
        var spec = Open;
        spec.When(Snooze(spec, Local(2026, 12, 3, 9, 0), 70), by: Mei).ThenRefused(CheckInGuards.SnoozeTooLate);
        spec.When(Snooze(spec, Local(2026, 12, 1, 8, 0), 71), by: Mei).ThenRefused(CheckInGuards.SnoozePast);
        spec.When(Snooze(spec, Local(2026, 12, 1, 12, 0), 72), by: Ruth).ThenRefused(Refusal.NotYours);
        spec.When(Snooze(spec, Local(2026, 12, 1, 12, 0), 73), by: Mei).ThenHappened<CheckInSnoozed>();
        spec.When(Snooze(spec, Local(2026, 12, 1, 13, 0), 74), by: Mei).ThenHappened<CheckInSnoozed>();
        spec.When(Snooze(spec, Local(2026, 12, 1, 14, 0), 75), by: Mei).ThenRefused(CheckInGuards.SnoozedEnough);
        Assert.DoesNotContain(CheckInAct.Snooze, Card(spec, Mei).Acts);
        spec.When(Answer(spec, CheckInAnswer.OnTrack), by: Mei).ThenHappened<CheckInAnswered>();
        spec.WhenClockWalksTo(Local(2026, 12, 2, 12, 0)).Then();
    }

    [Fact]
    public void B6_Put_aside_to_the_very_end_its_window_still_ends() => Open
        .When(new SnoozeCheckIn(First, 1, Spec.Ask(70), Local(2026, 12, 2, 23, 59)), by: Mei)
        .WhenClock(Local(2026, 12, 3, 0, 0)).ThenHappened<CheckInMissed>();

    [Fact]
    public void The_ladder_is_on_the_card_before_it_happens()
    {
        Assert.Equal(
            [
                new(LadderStep.Reminder, Local(2026, 12, 2, 9, 0)), new(LadderStep.Reminder, Local(2026, 12, 2, 14, 30)),
                new(LadderStep.ChooseColleague, Local(2026, 12, 3, 0, 0)),
            ],
            Card(Open, Mei).Ladder);
        Assert.Empty(Card(Open, Ana).Ladder);
        var spec = Open.When(new NameStandIn(Ruth, Spec.Ask(60)), by: Mei).WhenClockWalksTo(Local(2026, 12, 4, 9, 0));
        var second = CheckInViews.Card(spec.State, new PersonReader(Mei), CheckInPlanTests.Second, spec.State.LastAt)!;
        Assert.Equal([LadderStep.Reminder, LadderStep.Reminder, LadderStep.Colleague, LadderStep.OwnManager], second.Ladder.Select(static line => line.Step));
        Assert.Equal(Ruth, second.Ladder[2].Who!.Id);
    }

    [Fact]
    public void A_colleague_of_the_persons_choice_is_asked_after_the_window_and_answers_for_them()
    {
        var spec = Open.When(new NameStandIn(Ruth, Spec.Ask(60)), by: Mei).WhenClock(Local(2026, 12, 3, 0, 0))
            .Then(new CheckInMissed(First, Referral.Id, 1, Ruth))
            .ThenTold("checkin.missed-colleague -> mei", "checkin.colleague-asked -> ruth");
        spec.When(Answer(spec, CheckInAnswer.OnTrack), by: Ruth, Local(2026, 12, 3, 9, 0))
            .ThenHappened<CheckInAnswered>(static one => one.Late).ThenTold("checkin.answered-for-you -> mei");
    }

    [Fact]
    public void Without_one_the_person_is_told_and_can_choose()
    {
        var spec = Open.WhenClockWalksTo(Local(2026, 12, 3, 0, 0)).ThenToldAmongOthers("checkin.missed -> mei");
        Assert.Contains(CheckInAct.AskColleague, Card(spec, Mei).Acts);
        var revision = spec.State.CheckIns[First].Revision;
        spec.When(new AskColleague(First, revision, Spec.Ask(61), Ana), by: Mei).ThenRefused(CheckInGuards.NotColleague);
        spec.When(new AskColleague(First, revision, Spec.Ask(62), Ruth), by: Mei)
            .Then(new CheckInColleagueAsked(First, Referral.Id, Ruth)).ThenTold("checkin.colleague-asked -> ruth");
    }

    [Fact]
    public void The_second_miss_in_a_row_is_for_the_own_manager_and_the_third_for_the_trouble_shooters()
    {
        var spec = Open.WhenClockWalksTo(Local(2026, 12, 8, 0, 0)).ThenToldAmongOthers("checkin.missed-again -> ruth");
        Assert.DoesNotContain(spec.Told(), static notice => notice.Kind == "checkin.missed-third");
        spec.WhenClockWalksTo(Local(2026, 12, 11, 0, 0)).ThenToldAmongOthers("checkin.missed-third -> priya");
        Assert.Equal(3, spec.State.CheckIns[CheckInPlanTests.Third].InRow);
    }

    [Fact]
    public void An_answer_breaks_the_row()
    {
        var spec = Open.WhenClockWalksTo(Local(2026, 12, 3, 0, 0));
        spec.When(Answer(spec, CheckInAnswer.OnTrack), by: Mei, Local(2026, 12, 3, 9, 0));
        spec.WhenClockWalksTo(Local(2026, 12, 8, 0, 0)).ThenHappened<CheckInMissed>(static missed => missed.InRow == 1);
    }

    [Fact]
    public void B11_Who_blocks_is_asked_first_with_the_receiver_and_the_trouble_shooters_only_if_nobody_looks()
    {
        var spec = Open;
        spec.When(Answer(spec, CheckInAnswer.Blocked, Workforce, help: true), by: Mei, Local(2026, 12, 1, 10, 0))
            .ThenTold("checkin.blocked -> ana", "checkin.blocking -> dale", "checkin.help-wanted -> priya");
        var help = spec.Told()[2];
        Assert.Equal(Local(2026, 12, 2, 9, 0), help.NotBefore);
        Assert.Equal("waiting for the data agreement", Card(spec, Dale).Note);
        spec.When(new SeeCheckInAnswer(First, spec.State.CheckIns[First].Revision, Spec.Ask(80)), by: Dale, Local(2026, 12, 1, 12, 0))
            .Then(new CheckInSeen(First, Referral.Id)).ThenTold("checkin.seen -> mei");
        Assert.False(StillWanted.Is(spec.State, help));
    }

    [Fact]
    public void B11_Only_who_may_know_of_the_promise_can_be_named()
    {
        var spec = Open;
        spec.When(Answer(spec, CheckInAnswer.Blocked, Cedar), by: Mei).ThenRefused(CheckInAnswering.BlockerUnknown);
        spec.When(Answer(spec, CheckInAnswer.Blocked, Jonas), by: Mei).ThenRefused(CheckInAnswering.BlockerUnknown);
        spec.When(Answer(spec, CheckInAnswer.Blocked, Stranger), by: Mei).ThenRefused(CheckInAnswering.BlockerUnknown);
        spec.When(Answer(spec, CheckInAnswer.Blocked, Riverbend.Id), by: Mei).ThenRefused(CheckInAnswering.BlockerUnknown);
        spec.When(Answer(spec, CheckInAnswer.OnTrack, Cedar), by: Mei).ThenHappened<CheckInAnswered>(static one => one.Blocker is null);
    }

    [Fact]
    public void C7_Looking_stops_the_reminders_and_without_it_the_next_are_asked()
    {
        var spec = Open;
        spec.When(Answer(spec, CheckInAnswer.AtRisk), by: Mei, Local(2026, 12, 1, 10, 0));
        spec.WhenClockWalksTo(Local(2026, 12, 3, 9, 0)).Then(new CheckInUnseen(First, Referral.Id, 1)).ThenTold("checkin.unseen -> ana");
        var reminder = Assert.Single(spec.Told());
        spec.WhenClockWalksTo(Local(2026, 12, 7, 9, 0)).ThenHappened<CheckInUnseen>(static one => one.Step == 2)
            .ThenToldAmongOthers("checkin.stepped-up -> priya").ThenToldAmongOthers("checkin.stepped-up -> ruth");
        spec.When(new SeeCheckInAnswer(First, spec.State.CheckIns[First].Revision, Spec.Ask(80)), by: Ana).ThenHappened<CheckInSeen>();
        Assert.False(StillWanted.Is(spec.State, reminder));
        spec.When(new SeeCheckInAnswer(First, spec.State.CheckIns[First].Revision, Spec.Ask(81)), by: Priya).ThenRefused(CheckInGuards.SeenAlready);
    }

    [Fact]
    public void Only_others_who_see_it_look_and_only_at_what_says_trouble()
    {
        var spec = Open;
        spec.When(Answer(spec, CheckInAnswer.OnTrack), by: Mei);
        spec.When(new SeeCheckInAnswer(First, 2, Spec.Ask(80)), by: Ana).ThenRefused(Refusal.NotYours);
        spec.When(Answer(spec, CheckInAnswer.Blocked), by: Mei);
        foreach (var other in (PersonId[])[Mei, Tom, Dale, Stranger])
        {
            spec.When(new SeeCheckInAnswer(First, 3, Spec.Ask(81)), by: other).ThenRefused(Refusal.NotYours);
        }

        spec.When(new SeeCheckInAnswer(First, 3, Spec.Ask(82)), by: Ana).ThenState(static alliance =>
            Assert.Equal(CheckInState.Acknowledged, alliance.CheckIns[First].State));
        spec.When(Answer(spec, CheckInAnswer.AtRisk), by: Mei).ThenState(static alliance => Assert.Null(alliance.CheckIns[First].SeenAt));
    }

    [Fact]
    public void What_was_answered_anew_is_told_once()
    {
        var spec = Open;
        spec.When(Answer(spec, CheckInAnswer.Blocked), by: Mei, Local(2026, 12, 1, 10, 0));
        var first = Assert.Single(spec.Told());
        spec.When(Answer(spec, CheckInAnswer.Blocked, Tom), by: Mei, Local(2026, 12, 1, 10, 1));
        Assert.False(StillWanted.Is(spec.State, first));
        Assert.All(spec.Told(), notice => Assert.True(StillWanted.Is(spec.State, notice)));
    }

    [Fact]
    public void An_answered_one_is_closed_when_its_window_is_over()
    {
        var spec = Open;
        spec.When(Answer(spec, CheckInAnswer.OnTrack), by: Mei);
        var later = CheckInViews.Card(spec.State, new PersonReader(Mei), First, Local(2026, 12, 3, 0, 0))!;
        Assert.Equal(CheckInState.Closed, later.State);
        Assert.Empty(later.Acts);
    }

    [Fact]
    public void B13_Several_are_answered_and_taken_back_together()
    {
        var spec = Two();
        var second = new CheckInId("second-1");
        var sent = new AnswerCheckIns(
            [new(First, 1, CheckInAnswer.OnTrack, null), new(second, 1, CheckInAnswer.Blocked, Say("short of people")), new(new("nothing-1"), 1, CheckInAnswer.OnTrack, null)],
            Spec.Ask(90));
        spec.When(sent, by: Mei, Local(2026, 12, 1, 10, 0)).ThenToldAmongOthers("checkin.blocked -> ana");
        Assert.Equal(2, spec.Events.Count);
        var bundle = CheckInViews.Open(spec.State, Mei, spec.State.LastAt);
        Assert.Equal((0, 2, sent.Ask), (bundle.CheckIns.Count, bundle.Saved.Count, bundle.Sent!.Value));
        spec.When(new UndoCheckIns(sent.Ask, Spec.Ask(91)), by: Ana).ThenRefused(CheckInAnswering.NothingToUndo);
        spec.When(new UndoCheckIns(sent.Ask, Spec.Ask(91)), by: Mei, Local(2026, 12, 1, 10, 1))
            .Then(new CheckInUndone(First, Referral.Id), new CheckInUndone(second, new("second"))).ThenTold();
        Assert.Equal(2, CheckInViews.Open(spec.State, Mei, spec.State.LastAt).CheckIns.Count);
    }

    [Fact]
    public void B13_A_row_that_was_answered_elsewhere_does_not_hold_up_the_others()
    {
        var spec = Two();
        spec.When(Answer(spec, CheckInAnswer.OnTrack), by: Mei, Local(2026, 12, 1, 9, 30));
        var rows = new AnswerCheckIns(
            [new(First, 1, CheckInAnswer.AtRisk, null), new(new("second-1"), 1, CheckInAnswer.OnTrack, null)], Spec.Ask(92));
        spec.When(rows, by: Mei, Local(2026, 12, 1, 10, 0)).ThenHappened<CheckInAnswered>(static one => one.CheckIn == new CheckInId("second-1"));
        Assert.Single(spec.Events);
        spec.When(new AnswerCheckIns([new(First, 1, CheckInAnswer.AtRisk, null)], Spec.Ask(93)), by: Mei).ThenRefused("stale");
        spec.When(new AnswerCheckIns([], Spec.Ask(94)), by: Mei).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void B14_Only_what_was_asked_and_is_over_counts()
    {
        var spec = Open;
        Assert.Equal(new CheckInTally(0, 0, 0, 0), CheckInTally.Of(spec.State, Mei));
        spec.When(Answer(spec, CheckInAnswer.OnTrack), by: Mei).WhenClockWalksTo(Local(2026, 12, 8, 0, 0));
        Assert.Equal((2, 1, 1), (CheckInTally.Of(spec.State, Mei).Asked, CheckInTally.Of(spec.State, Mei).Answered, CheckInTally.Of(spec.State, Lakeside).Missed));
        Assert.Equal(0, CheckInTally.Of(spec.State, Ana).Asked);
        var outage = Referral.Agreed().WhenClock(Local(2026, 12, 3, 12, 0));
        Assert.Equal((0, 1), (CheckInTally.Of(outage.State, Mei).Asked, CheckInTally.Of(outage.State, Mei).Excused));
    }

    private static SnoozeCheckIn Snooze(Spec spec, Instant until, int ask) =>
        new(First, spec.State.CheckIns[First].Revision, Spec.Ask(ask), until);

    private static Spec Two()
    {
        var spec = Referral.Agreed();
        spec.When(new OfferCommitment(new("second"), Spec.Ask(51), Referral.Terms, null, true), by: Mei, Referral.AcceptedAt);
        spec.When(new AcceptCommitment(new("second"), 1, Spec.Ask(52), null), by: Ana, Referral.AcceptedAt);
        return spec.WhenClockWalksTo(Local(2026, 12, 1, 9, 0));
    }
}
