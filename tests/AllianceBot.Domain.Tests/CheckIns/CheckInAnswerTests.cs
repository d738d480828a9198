using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class CheckInAnswerTests
{
    private static readonly CheckInId First = CheckInPlanTests.First;

    private static Spec Open => Referral.Agreed().WhenClockWalksTo(Local(2026, 12, 1, 9, 0));

    private static AnswerCheckIn Answer(Spec spec, CheckInAnswer answer, bool help = false, CheckInId? id = null) => new(
        id ?? First, spec.State.CheckIns.Find(id ?? First)?.Revision ?? 0, Referral.NextAsk(spec), answer, Say("waiting for the data agreement"), help);

    private static Spec Answered(CheckInAnswer answer, bool help = false)
    {
        var spec = Open;
        return spec.When(Answer(spec, answer, help), by: Mei, Local(2026, 12, 1, 10, 0));
    }

    [Fact]
    public void B7_On_track_is_saved_at_once_and_nobody_is_bothered() => Answered(CheckInAnswer.OnTrack)
        .ThenHappened<CheckInAnswered>(static answered => answered is { Edited: false, Late: false, HelpWanted: false })
        .ThenTold()
        .ThenState(static alliance => Assert.Null(alliance.Promise().Risk));

    [Theory]
    [InlineData(CheckInAnswer.AtRisk, "checkin.at-risk")]
    [InlineData(CheckInAnswer.Blocked, "checkin.blocked")]
    public void B11_Trouble_sets_the_flag_and_tells_the_receiver_and_those_who_can_help_after_the_time_to_undo(
        CheckInAnswer answer, string kind)
    {
        var spec = Answered(answer, help: true).ThenTold($"{kind} -> ana", "checkin.help-wanted -> priya");
        Assert.All(spec.Told(), notice =>
        {
            Assert.Equal(Local(2026, 12, 1, 10, 2), notice.NotBefore);
            Assert.Equal(spec.State.Version, notice.Undoable);
            Assert.False(notice.MayFallBack);
        });
        Assert.Equal(First, spec.Promise().Risk!.CheckIn);
        Assert.Equal(Referral.Agreed().Promise().Revision, spec.Promise().Revision);
    }

    [Fact]
    public void Trouble_that_another_answer_of_the_same_promise_made_good_is_nothing_to_look_at_any_more_and_the_clock_knows_it()
    {
        var spec = Answered(CheckInAnswer.AtRisk);
        Assert.NotNull(spec.State.Due.Of(First));
        spec.When(new CheckInNow(Referral.Id, Referral.NextAsk(spec), CheckInAnswer.OnTrack, null, false), by: Mei, Local(2026, 12, 2, 10, 0))
            .ThenState(static alliance => Assert.Null(alliance.Promise().Risk));
        Assert.Null(spec.State.Due.Of(First));
    }

    [Fact]
    public void Its_note_has_fewer_readers_than_the_promise()
    {
        var spec = Answered(CheckInAnswer.Blocked);
        Assert.NotNull(spec.Card(Tom)!.Inside!.Risk);
        Assert.Null(spec.Card(Tom)!.Inside!.Risk!.Reason);
        foreach (var reader in (PersonId[])[Mei, Ruth, Ana, Sam, Priya])
        {
            Assert.Equal("waiting for the data agreement", View(spec, reader)?.Note);
        }

        Assert.Null(View(spec, Tom));
        Assert.Null(View(spec, Dale));
        Assert.Null(View(spec, Jonas));
        Assert.Null(CheckInViews.Card(spec.State, PlaceReader.Any, First, spec.State.LastAt));
    }

    [Fact]
    public void Only_the_person_asked_answers()
    {
        foreach (var other in (PersonId[])[Ruth, Ana, Sam, Priya, Stranger])
        {
            var spec = Open;
            spec.When(Answer(spec, CheckInAnswer.OnTrack), by: other).ThenRefused(Refusal.NotYours);
        }

        var unknown = Open;
        unknown.When(Answer(unknown, CheckInAnswer.OnTrack, id: new("nothing-1")), by: Mei).ThenRefused(Refusal.NotYours);
        unknown.When(Answer(unknown, CheckInAnswer.OnTrack, id: new(null!)), by: Mei).ThenRefused(Refusal.NotYours);
    }

    [Theory]
    [InlineData(CheckInAnswer.Done)]
    [InlineData(CheckInAnswer.MoreTime)]
    [InlineData(CheckInAnswer.CannotDo)]
    [InlineData((CheckInAnswer)77)]
    public void What_binds_is_not_done_at_one_tap(CheckInAnswer answer) => Answered(answer).ThenRefused(CheckInAnswering.FormFirst);

    [Fact]
    public void The_form_that_was_sent_is_the_answer()
    {
        Open.Report(Mei).ThenState(static alliance => Assert.Equal(CheckInAnswer.Done, alliance.CheckIns[First].Answer));
        Open.Change(Mei, new(2026, 12, 11)).ThenState(static alliance => Assert.Equal(CheckInAnswer.MoreTime, alliance.CheckIns[First].Answer));
        Open.GiveUp(Mei).ThenState(static alliance =>
        {
            Assert.Equal((CheckInState.Answered, CheckInAnswer.CannotDo), (alliance.CheckIns[First].State, alliance.CheckIns[First].Answer!.Value));
            Assert.Equal(CheckInState.Cancelled, alliance.CheckIns[CheckInPlanTests.Second].State);
        });
        Open.Change(Ana, new(2026, 12, 11)).ThenState(static alliance => Assert.Null(alliance.CheckIns[First].Answer));
    }

    [Fact]
    public void B9_An_answer_is_edited_while_its_window_is_open_and_the_edit_shows()
    {
        var spec = Answered(CheckInAnswer.Blocked);
        spec.When(Answer(spec, CheckInAnswer.OnTrack), by: Mei, Local(2026, 12, 2, 23, 59))
            .ThenHappened<CheckInAnswered>(static answered => answered.Edited)
            .ThenState(static alliance => Assert.Null(alliance.Promise().Risk));
        spec.When(Answer(spec, CheckInAnswer.AtRisk), by: Mei, Local(2026, 12, 3, 0, 0)).ThenRefused(CheckInAnswering.Closed);
    }

    [Fact]
    public void H1_Pressed_twice_it_counts_once_and_an_overtaken_card_is_stale()
    {
        var spec = Open;
        var answer = Answer(spec, CheckInAnswer.AtRisk);
        spec.When(answer, by: Mei, Local(2026, 12, 1, 10, 0)).When(answer, by: Mei).ThenNothing();
        spec.When(answer with { Ask = Spec.Ask(33) }, by: Mei).ThenRefused("stale");
    }

    [Fact]
    public void Undo_puts_answer_and_flag_back_within_its_time_while_nothing_came_after()
    {
        var spec = Open.AtRisk(Mei, Local(2026, 12, 1, 9, 30));
        var flag = spec.Promise().Risk;
        spec.When(Answer(spec, CheckInAnswer.OnTrack), by: Mei, Local(2026, 12, 1, 10, 0));
        Assert.Null(spec.Promise().Risk);
        spec.When(new UndoCheckIn(First, 1, Spec.Ask(34)), by: Mei, Local(2026, 12, 1, 10, 1))
            .Then(new CheckInUndone(First, Referral.Id)).ThenTold();
        Assert.Equal(flag, spec.Promise().Risk);
        Assert.Equal((CheckInState.Open, null), (spec.State.CheckIns[First].State, spec.State.CheckIns[First].Answer));
        spec.When(Answer(spec, CheckInAnswer.Blocked), by: Mei, Local(2026, 12, 1, 10, 1));
        spec.When(new UndoCheckIn(First, spec.State.CheckIns[First].Revision, Spec.Ask(35)), by: Mei, Local(2026, 12, 1, 10, 3))
            .ThenRefused(CheckInAnswering.NothingToUndo);
    }

    [Fact]
    public void B8_A_window_that_ends_without_an_answer_is_missed_and_a_late_answer_is_kept_and_marked()
    {
        var spec = Open.WhenClockWalksTo(Local(2026, 12, 3, 0, 0))
            .ThenHappened<CheckInMissed>(static missed => missed.InRow == 1).ThenToldAmongOthers("checkin.missed -> mei");
        spec.When(Answer(spec, CheckInAnswer.OnTrack), by: Mei, Local(2026, 12, 3, 11, 0))
            .ThenHappened<CheckInAnswered>(static answered => answered.Late)
            .ThenState(static alliance => Assert.Equal(CheckInState.Late, alliance.CheckIns[First].State));
    }

    [Fact]
    public void B8_Once_the_next_one_opened_the_missed_one_is_closed()
    {
        var spec = Open.WhenClockWalksTo(Local(2026, 12, 4, 9, 0));
        spec.When(Answer(spec, CheckInAnswer.OnTrack), by: Mei).ThenRefused(CheckInAnswering.Closed);
    }

    [Fact]
    public void C4_A_window_that_passed_whole_in_an_outage_is_excused_and_one_that_ended_in_it_gets_more_time()
    {
        Referral.Agreed().WhenClock(Local(2026, 12, 3, 12, 0))
            .Then(new CheckInExcused(First, Referral.Id, ExcusedFor.Outage)).ThenTold();
        Open.WhenClock(Local(2026, 12, 3, 12, 0))
            .Then(
                new CheckInExtended(First, Referral.Id, Local(2026, 12, 3, 12, 0) + Duration.FromMinutes(39 * 30)),
                new CheckInNudged(First, Referral.Id, 1));
    }

    [Fact]
    public void Who_could_not_be_reached_has_not_missed_it_and_the_facilitator_sees_it() => Open
        .When(new NoticeSettled(First, "checkin.opened", Mei, Delivery.Unreachable, "blocked", Spec.Ask(90)), PersonId.Clock)
        .WhenClockWalksTo(Local(2026, 12, 3, 0, 0))
        .ThenHappened<CheckInExcused>(static excused => excused.For == ExcusedFor.NotReached)
        .ThenToldAmongOthers("checkin.not-reached -> sam")
        // What one is told of, one has a card of: else the notice is dropped and says nothing.
        .ThenState(static alliance =>
        {
            Assert.NotNull(CheckInViews.Card(alliance, new PersonReader(Sam), First, alliance.LastAt));
            Assert.Null(CheckInViews.Card(alliance, new PersonReader(Dale), First, alliance.LastAt));
        });

    [Fact]
    public void C10_Several_of_one_person_share_a_bundle()
    {
        var spec = Open;
        Assert.Equal(CheckInNotices.Bundle, Assert.Single(spec.Told()).Bundle);
        var bundle = CheckInViews.Open(spec.State, Mei, spec.State.LastAt);
        Assert.Equal(First, Assert.Single(bundle.CheckIns).Id);
        Assert.Empty(CheckInViews.Open(spec.State, Ana, spec.State.LastAt).CheckIns);
    }

    [Fact]
    public void The_card_offers_what_would_not_be_refused()
    {
        var card = View(Open, Mei)!;
        Assert.Equal(
            [
                CheckInAct.OnTrack, CheckInAct.AtRisk, CheckInAct.Blocked, CheckInAct.Done, CheckInAct.MoreTime, CheckInAct.CannotDo,
                CheckInAct.Snooze, CheckInAct.AskColleague,
            ],
            card.Acts);
        Assert.True(card.Yours);
        Assert.Equal(new LocalDate(2026, 12, 2), card.Until);
        Assert.Empty(View(Open, Ana)!.Acts);
        Assert.Contains(CheckInAct.Undo, View(Answered(CheckInAnswer.AtRisk), Mei)!.Acts);
    }

    private static CheckInCard? View(Spec spec, PersonId reader) =>
        CheckInViews.Card(spec.State, new PersonReader(reader), First, spec.State.LastAt);
}
