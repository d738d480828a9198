using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Recording: every voice, a pass or a named absence; what partners that were not there say; what stays open.</summary>
public sealed class RoundRecordTests
{
    [Fact]
    public void N3_Three_of_four_heard_asks_about_the_fourth_by_name_and_keeps_it_with_the_name()
    {
        var spec = Circle.Started().Talk().Spoke(Ana, Priya, Mei);
        spec.Record().ThenRefused("round.not-heard");
        spec.Record("We agreed.", Cedar).ThenHappened<ComponentRecorded>(static happened => happened.NotHeard == [Cedar]);
        Assert.Equal(OpenKind.NotHeard, Assert.Single(spec.OnStage(1).Stage!.Open, static open => open.Partner!.Id == Cedar).Kind);
    }

    [Fact]
    public void N3_A_partner_passes_in_its_own_name_or_by_name_when_it_is_recorded()
    {
        var spec = Circle.Started().Gather().Pass(Jonas).Give(Ana, "Forms.").Show(Workforce, Lakeside).Spoke(Priya);
        spec.Asked(static (revision, ask) => new RecordComponent(Circle.Id, revision, ask, 1, Say("We agreed."), [Lakeside], [], null), Sam)
            .ThenHappened<ComponentRecorded>(static happened => happened.Passed == [Cedar, Lakeside] && happened.Spoke == [Harbor, Workforce] && happened.NotHeard.Count == 0);
    }

    [Fact]
    public void Nothing_is_recorded_of_which_nothing_was_said()
    {
        Circle.Started().Talk().Spoke(Ana, Priya, Mei, Jonas).Record(summary: null).ThenRefused("round.nothing-caught");
        Circle.Started().Talk().Spoke(Ana, Priya, Mei, Jonas).Catch(LineKind.Agreement, "We meet weekly.").Record(summary: null).ThenIs(2, ComponentState.Open);
    }

    [Fact]
    public void F6_Agreed_in_the_room_by_those_present_and_the_others_are_asked()
    {
        var spec = Circle.Started().Talk().Here(Ana, Priya, Mei).Spoke(Ana, Priya, Mei).Record("We agreed.", Cedar)
            .ThenToldAmongOthers("round.recorded -> jonas").ThenIs(1, ComponentState.Recorded).ThenIs(2, ComponentState.Open);
        Assert.Equal([Harbor, Lakeside, Workforce], spec.Round().Of(1).Record!.Present);
        Assert.Equal(1, Assert.Single(spec.Sees(Jonas)!.Seat!.ToAnswer).Number);
        spec.Answer(1, Jonas, Stance.Confirm).ThenHappened<ComponentConfirmed>().ThenIs(1, ComponentState.Confirmed);
        Assert.Empty(spec.Sees(Jonas)!.Seat!.ToAnswer);
    }

    [Fact]
    public void F6_A_view_stands_beside_the_record_and_both_words_of_a_partner_are_kept()
    {
        var spec = Circle.Started().Talk().Here(Ana, Priya, Mei).Spoke(Ana, Priya, Mei).Record("We agreed.", Cedar);
        spec.Answer(1, Jonas, Stance.Differently).ThenRefused("round.why-missing");
        spec.Answer(1, Jonas, Stance.Differently, "We see less money for fairs.").ThenToldAmongOthers("round.seen-differently -> sam");
        spec.Answer(1, Ana, Stance.Confirm).ThenRefused(Refusal.NotYours);
        var record = spec.OnStage(1).Stage!;
        Assert.Equal("We see less money for fairs.", Assert.Single(record.Record!.Answers).Text);
        Assert.Contains(record.Open, static open => open.Kind == OpenKind.SeenDifferently);
    }

    [Fact]
    public void F6_An_objection_opens_the_talk_again_and_later_components_keep_a_note()
    {
        var spec = Circle.Started().Talk().Here(Ana, Priya, Mei).Spoke(Ana, Priya, Mei).Record("We agreed.", Cedar);
        spec.Answer(1, Jonas, Stance.Objection, "This is not our purpose.").ThenHappened<ComponentReopened>(static happened => happened.Objects == Cedar)
            .ThenToldAmongOthers("round.objected -> sam").ThenIs(1, ComponentState.Reopened);
        Assert.Equal(1, spec.Now());
        Assert.Equal(1, Assert.Single(spec.Round().Of(2).Reopenings).Component);
        spec.Spoke(Ana, Priya, Mei, Jonas).Record("We agreed anew.").ThenIs(1, ComponentState.Confirmed);
        Assert.Equal(2, spec.Now());
        Assert.Equal("We agreed.", Assert.Single(spec.OnStage(1).Stage!.Record!.Earlier));
    }

    [Fact]
    public void F6_Silence_confirms_nothing_it_is_written_down_by_name()
    {
        var spec = Circle.Started().Talk().Here(Ana, Priya, Mei).Spoke(Ana, Priya, Mei).Record("We agreed.", Cedar)
            .WhenClockWalksTo(Local(2026, 11, 28, 12, 0));
        spec.ThenHappened<RecordReminded>().ThenHappened<ComponentConfirmed>(static happened => happened.NotConfirmed == [Cedar]);
        // Cedar was not heard either: that it did not confirm is said, and once.
        Assert.Equal(OpenKind.NotConfirmed, Assert.Single(spec.OnStage(1).Stage!.Open, static open => open.Partner?.Id == Cedar).Kind);
        spec.Answer(1, Jonas, Stance.Confirm).ThenRefused("round.answer-over");
    }

    [Fact]
    public void Time_to_answer_that_ran_out_while_the_bot_was_away_is_given_again_once()
    {
        var spec = Circle.Started().Talk().Here(Ana, Priya, Mei).Spoke(Ana, Priya, Mei).Record("We agreed.", Cedar).WhenClock(Local(2026, 12, 9, 12, 0));
        spec.ThenHappened<RecordExtended>();
        Assert.DoesNotContain(spec.Events, static happened => happened is ComponentConfirmed);
        spec.Answer(1, Jonas, Stance.Confirm, at: Local(2026, 12, 10, 12, 0)).ThenHappened<ComponentConfirmed>(static happened => happened.NotConfirmed.Count == 0);
    }

    [Fact]
    public void A_facilitator_opens_any_door_again_with_a_reason()
    {
        var spec = Circle.Started().Complete().ThenIs(RoundState.Complete);
        spec.Asked(static (revision, ask) => new ReopenComponent(Circle.Id, revision, ask, 2, Say("")), Sam).ThenRefused(TextRules.Missing);
        spec.Asked(static (revision, ask) => new ReopenComponent(Circle.Id, revision, ask, 2, Say("Lakeside has new people.")), Sam)
            .ThenIs(RoundState.Open).ThenIs(2, ComponentState.Reopened).ThenIs(3, ComponentState.Confirmed);
        spec.Done("Others decide now.").ThenIs(RoundState.Complete);
        Circle.Started().Asked(static (revision, ask) => new ReopenComponent(Circle.Id, revision, ask, 2, Say("Why?")), Sam).ThenRefused("round.not-recorded");
    }

    [Fact]
    public void An_objection_to_an_old_round_stands_beside_it_while_the_next_one_runs()
    {
        var spec = Circle.Started();
        while (spec.Now() < 6) spec = spec.Done();
        spec.Talk().Here(Ana, Priya, Mei).Spoke(Ana, Priya, Mei).Record("Numbers.", Cedar).ThenIs(RoundState.Complete);
        spec.When(new PlanRound(new("second"), Spec.Ask(70), []), by: Sam);
        spec.Answer(6, Jonas, Stance.Objection, "These are not our numbers.").ThenIs(RoundState.Complete);
        Assert.Contains(spec.OnStage(6).Stage!.Open, static open => open.Kind == OpenKind.Objection);
        Assert.Equal(1, spec.State.Rounds.Count(static round => round.IsRunning));
    }

    [Fact]
    public void N12_Each_partner_confirms_the_goal_as_its_own_or_stands_by_name_as_not_yet()
    {
        var spec = Circle.Started().Talk().Spoke(Ana, Priya, Mei, Jonas).Catch(LineKind.Goal, "60 young adults in training by summer", date: new LocalDate(2027, 6, 30));
        var goal = spec.Events.OfType<LineCaught>().Single().Goal!.Value;
        spec.Record();
        spec.When(new ConfirmGoal(goal, Harbor, null, Spec.Ask(80)), by: Tom);
        var view = Assert.Single(spec.OnStage(1).Stage!.Goals);
        Assert.Equal(["Harbor Youth Center"], view.Own.Select(static partner => partner.Name));
        Assert.Equal(3, view.Open.Count);
        Assert.Equal(3, spec.OnStage(1).Stage!.Open.Count(static open => open.Kind == OpenKind.GoalNotConfirmed));
        Assert.Single(spec.Sees(Ruth)!.Seat!.Goals);
        Assert.Empty(spec.Sees(Tom)!.Seat!.Goals);
    }

    [Fact]
    public void N13_An_indicator_of_which_nobody_said_what_helps_or_is_in_the_way_is_recorded_as_open_with_a_date()
    {
        var spec = Circle.Started();
        while (spec.Now() < 6) spec = spec.Done();
        spec.Talk().Spoke(Ana, Priya, Mei, Jonas).Catch(LineKind.Indicator, "People in work after 90 days").Catch(LineKind.Indicator, "Referrals a month");
        var (first, second) = (spec.OnStage().Stage!.Indicators[0].Key, spec.OnStage().Stage!.Indicators[1].Key);
        spec.Asked((revision, ask) => new AnswerBranch(Circle.Id, revision, ask, first, BranchKind.InTheWay, Say("No bus after six.")), Sam)
            .ThenHappened<BranchAnswered>();
        spec.Asked(static (revision, ask) => new AnswerBranch(Circle.Id, revision, ask, "nothing", BranchKind.Improves, Say("Luck.")), Sam).ThenRefused("round.unknown-indicator");
        spec.Record().ThenHappened<ComponentRecorded>(happened => happened.OpenIndicators == [second]);
        Assert.Contains(spec.OnStage(6).Stage!.Open, static open => open is { Kind: OpenKind.IndicatorOpen, Text: "Referrals a month" });
    }
}
