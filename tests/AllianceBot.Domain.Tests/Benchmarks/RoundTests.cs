using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Starting, keeping the order, meetings, silence, and the day of looking again.</summary>
public sealed class RoundTests
{
    [Fact]
    public void F1_A_facilitator_starts_a_round_with_one_command_and_the_first_component_opens() => Circle.Started()
        .ThenHappened<RoundStarted>(static happened => happened.Roster == [Cedar, Harbor, Lakeside, Workforce])
        .ThenHappened<ComponentOpened>(static happened => happened.Component == 1)
        .ThenIs(RoundState.Open).ThenIs(1, ComponentState.Open).ThenIs(2, ComponentState.Ahead);

    [Fact]
    public void F1_The_next_component_is_locked_until_this_one_has_a_record()
    {
        Circle.Started().Asked(static (revision, ask) => new OpenNext(Circle.Id, revision, ask), Sam).ThenRefused("round.nothing-recorded");
        Circle.Started().Talk().Catch(LineKind.Agreement, "We meet weekly.")
            .Asked(static (revision, ask) => new OpenNext(Circle.Id, revision, ask), Sam).ThenRefused("round.nothing-recorded");
        Circle.Started().Asked(static (revision, ask) => new Gather(Circle.Id, revision, ask, 2, new(GatherWay.TalkOnly, true, false, false)), Sam)
            .ThenRefused("round.not-under-way");
        Circle.Started().Done().ThenIs(1, ComponentState.Confirmed).ThenIs(2, ComponentState.Open).ThenIs(3, ComponentState.Ahead);
    }

    [Fact]
    public void F1_Recorded_and_not_gone_on_waits_for_next() => Circle.Started().Talk().Spoke(Ana, Priya, Mei, Jonas)
        .Asked(static (revision, ask) => new RecordComponent(Circle.Id, revision, ask, 1, Say("We agreed."), [], [], null) { Stay = true }, Sam)
        .ThenIs(2, ComponentState.Ahead)
        .Asked(static (revision, ask) => new OpenNext(Circle.Id, revision, ask), Sam).Then(new ComponentOpened(Circle.Id, 2));

    [Fact]
    public void F1_Nobody_but_a_facilitator_runs_a_round()
    {
        Spec.Given().When(new PlanRound(Circle.Id, Spec.Ask(1), []), by: Ana).ThenRefused(Refusal.NotYours);
        Spec.Given().When(new PlanRound(Circle.Id, Spec.Ask(1), []), by: Stranger).ThenRefused(Refusal.NotYours);
        Circle.Started().Asked(static (revision, ask) => new Gather(Circle.Id, revision, ask, 1, new(GatherWay.Before, true, false, false)), Dale)
            .ThenRefused(Refusal.NotYours);
        Spec.Given(new RoleUnassigned(Sam, Role.Facilitator, null)).When(new PlanRound(Circle.Id, Spec.Ask(1), []), by: Dale)
            .ThenHappened<RoundStarted>();
    }

    [Fact]
    public void A_round_is_not_started_while_one_runs()
    {
        Circle.Started().When(new PlanRound(new("second"), Spec.Ask(2), []), by: Sam).ThenRefused("round.running");
        Circle.Planned(new LocalDate(2026, 12, 1)).When(new PlanRound(new("second"), Spec.Ask(2), []), by: Sam).ThenRefused("round.running");
        Circle.Started().Complete().When(new PlanRound(new("second"), Spec.Ask(2), []), by: Sam).ThenHappened<RoundStarted>();
    }

    [Fact]
    public void F2_A_round_spans_meetings_and_goes_on_where_it_stood()
    {
        var spec = Circle.Started().Done().Talk().Catch(LineKind.Agreement, "Lakeside leads the fairs.")
            .Asked(static (revision, ask) => new PauseRound(Circle.Id, revision, ask, new LocalDate(2026, 12, 3)), Sam)
            .ThenToldAmongOthers("round.paused -> ana, dale, jonas, mei, priya, ruth, tom");
        Assert.False(spec.Round().IsMeeting);
        spec.WhenClockWalksTo(Local(2026, 12, 3, 9, 0)).ThenHappened<RoundMeetingReminded>();
        spec.Asked(static (revision, ask) => new ResumeRound(Circle.Id, revision, ask), Sam).ThenHappened<RoundResumed>();
        Assert.Equal(2, spec.Round().Held.Count);
        spec.ThenIs(1, ComponentState.Confirmed).ThenIs(2, ComponentState.Discussing);
        Assert.Equal("Lakeside leads the fairs.", Assert.Single(spec.OnStage().Stage!.Lines).Text);
    }

    [Fact]
    public void F2_Whoever_catches_a_line_after_the_meeting_was_closed_opens_the_next_one() => Circle.Started().Talk()
        .Asked(static (revision, ask) => new PauseRound(Circle.Id, revision, ask, null), Sam)
        .Catch(LineKind.Agreement, "We meet weekly.").ThenHappened<RoundResumed>().ThenHappened<LineCaught>();

    [Fact]
    public void F2_A_planned_round_reminds_and_starts()
    {
        var spec = Circle.Planned(new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 8)).ThenIs(RoundState.Planned);
        Assert.Empty(spec.Round().Roster);
        spec.WhenClockWalksTo(Local(2026, 12, 1, 9, 0)).Then(new RoundMeetingReminded(Circle.Id, new LocalDate(2026, 12, 1)));
        spec.Asked(static (revision, ask) => new StartRound(Circle.Id, revision, ask), Sam).ThenIs(RoundState.Open);
        spec.WhenClockWalksTo(Local(2026, 12, 8, 9, 0)).ThenHappened<RoundMeetingReminded>(static happened => happened.Date.Day == 8);
    }

    [Fact]
    public void Nothing_is_taken_from_a_planned_round_before_it_starts()
    {
        Circle.Planned(new LocalDate(2026, 12, 1)).Asked(static (revision, ask) => new OpenNext(Circle.Id, revision, ask), Sam).ThenRefused("round.not-started");
        Circle.Planned(new LocalDate(2026, 12, 1))
            .Asked(static (revision, ask) => new AbandonRound(Circle.Id, revision, ask, Say("No time.")), Sam).ThenIs(RoundState.Abandoned);
    }

    [Theory]
    [InlineData(2026, 11, 19, "round.meeting-past")]
    [InlineData(2040, 1, 1, "round.meeting-far")]
    public void A_meeting_lies_ahead_and_not_too_far(int year, int month, int day, string code) =>
        Circle.Planned(new LocalDate(year, month, day)).ThenRefused(code);

    [Fact]
    public void A_meeting_that_nobody_ends_is_over_by_itself_and_loses_nothing()
    {
        var spec = Circle.Started().Talk().Catch(LineKind.Agreement, "We meet weekly.").WhenClockWalksTo(Local(2026, 11, 21, 12, 0));
        spec.Then(new RoundPaused(Circle.Id, null)).ThenTold("round.meeting-over -> sam");
        spec.ThenIs(1, ComponentState.Discussing);
        Assert.Single(spec.OnStage().Stage!.Lines);
    }

    [Fact]
    public void Sixty_days_of_silence_ask_the_facilitator_and_it_is_taken_up_again_or_given_up()
    {
        var spec = Circle.Started().WhenClockWalksTo(Local(2027, 1, 19, 12, 0))
            .ThenHappened<RoundSuspended>().ThenToldAmongOthers("round.suspended -> sam").ThenIs(RoundState.Suspended);
        spec.Catch(LineKind.Agreement, "We meet weekly.").ThenRefused("round.suspended");
        spec.Asked(static (revision, ask) => new ResumeRound(Circle.Id, revision, ask), Sam).ThenIs(RoundState.Open).ThenIs(1, ComponentState.Open);
        spec.Asked(static (revision, ask) => new AbandonRound(Circle.Id, revision, ask, Say("")), Sam).ThenRefused(TextRules.Missing);
        spec.Asked(static (revision, ask) => new AbandonRound(Circle.Id, revision, ask, Say("Two partners moved on.")), Sam).ThenIs(RoundState.Abandoned);
        spec.Asked(static (revision, ask) => new ResumeRound(Circle.Id, revision, ask), Sam).ThenRefused("round.over");
    }

    [Fact]
    public void A_planned_meeting_far_ahead_is_no_silence() => Circle.Started()
        .Asked(static (revision, ask) => new PauseRound(Circle.Id, revision, ask, new LocalDate(2027, 3, 1)), Sam)
        .WhenClockWalksTo(Local(2027, 2, 1, 12, 0)).ThenOnly<RoundMeetingReminded>().ThenIs(RoundState.Open);

    [Fact]
    public void F6_A_complete_round_comes_up_again_on_its_day_and_may_once_more()
    {
        var spec = Circle.Started().Complete().ThenHappened<RoundCompleted>(static happened => happened.Review == new LocalDate(2027, 5, 20))
            .ThenIs(RoundState.Complete);
        Assert.All(spec.Round().Components, static component => Assert.NotNull(component.Record));
        spec.WhenClockWalksTo(Local(2027, 5, 20, 12, 0)).ThenHappened<RoundReviewDue>().ThenToldAmongOthers("round.review-due -> sam")
            .ThenIs(RoundState.ReviewDue);
        spec.Asked(static (revision, ask) => new ReviewRound(Circle.Id, revision, ask, Say("Half is done."), new LocalDate(2027, 9, 1)), Sam)
            .ThenIs(RoundState.Complete);
        spec.WhenClockWalksTo(Local(2027, 9, 1, 12, 0)).ThenIs(RoundState.ReviewDue);
        spec.Asked(static (revision, ask) => new ReviewRound(Circle.Id, revision, ask, null, null), Sam).ThenIs(RoundState.Reviewed);
    }

    [Fact]
    public void F6_The_last_record_names_the_day_of_looking_again_and_it_lies_ahead()
    {
        var spec = Circle.Started();
        while (spec.Now() < 6) spec = spec.Done();
        spec.Talk().Spoke(Ana, Priya, Mei, Jonas);
        spec.Asked(static (revision, ask) => new RecordComponent(Circle.Id, revision, ask, 6, Say("Done."), [], [], new LocalDate(2026, 11, 1)), Sam)
            .ThenRefused("round.review-past");
        spec.Asked(static (revision, ask) => new RecordComponent(Circle.Id, revision, ask, 6, Say("Done."), [], [], new LocalDate(2027, 2, 1)), Sam)
            .ThenHappened<RoundCompleted>(static happened => happened.Review == new LocalDate(2027, 2, 1));
    }

    [Fact]
    public void A_partner_that_leaves_in_the_middle_is_not_waited_for_and_its_words_stay()
    {
        var spec = Circle.Started().Gather().Give(Jonas, "More fairs.").Give(Ana, "Fewer forms.").Give(Mei, "Rooms.");
        spec.When(new RemovePartner(Cedar, Spec.Ask(50)), by: Dale).ThenHappened<RoundPartnerLeft>();
        spec.Show(Workforce).ThenHappened<WordsShown>();
        Assert.Equal(3, spec.OnStage().Stage!.Words.Count);
        Assert.Equal([Cedar], spec.Round().Left);
        spec.Spoke(Priya).Record().ThenIs(2, ComponentState.Open);
        Assert.DoesNotContain(Cedar, spec.Round().Of(1).Record!.Spoke);
    }

    [Fact]
    public void A_partner_that_joins_in_the_middle_reads_along_and_is_told_when_it_speaks()
    {
        var spec = Circle.Started(new PersonJoined(Stranger, Say("Lee Park"), null, null)).Gather();
        spec.When(new AddPartner(new("north"), Say("North"), PartnerKind.Other, Spec.Ask(60)), by: Dale);
        spec.When(new AssignRole(Stranger, Role.Manager, new("north"), Spec.Ask(61)), by: Dale);
        spec.Give(Stranger, "And we?").ThenRefused("round.joined-later");
        Assert.NotNull(spec.Sees(Stranger));
        Assert.Equal("North", Assert.Single(spec.Sees(Sam)!.Later).Name);
        spec.Spoke(Ana).Spoke(Priya).Spoke(Mei).Spoke(Jonas).Show().ThenHappened<WordsShown>();
    }

    [Fact]
    public void Asked_twice_nothing_more_and_a_step_from_an_older_card_is_stale()
    {
        var spec = Circle.Started().Talk();
        spec.Asked(static (_, _) => new CatchLine(Circle.Id, 1, new("same"), 1, LineKind.Agreement, Say("We meet weekly."), null, null, null), Sam)
            .ThenHappened<LineCaught>();
        spec.Asked(static (_, _) => new CatchLine(Circle.Id, 1, new("same"), 1, LineKind.Agreement, Say("We meet weekly."), null, null, null), Sam).ThenNothing();
        spec.Asked(static (_, ask) => new RecordComponent(Circle.Id, 1, ask, 1, Say("Done."), [], [Harbor, Cedar, Lakeside, Workforce], null), Sam)
            .ThenRefused("stale");
    }

    [Fact]
    public void Facilitation_is_counted_and_shown_by_partner()
    {
        var spec = Circle.Started(new RoleAssigned(Priya, Role.Facilitator, null)).Talk();
        Assert.Null(Assert.Single(spec.Sees(Ana)!.Rotation).Partner);
        spec.Asked(static (revision, ask) => new MarkHeard(Circle.Id, revision, ask, 1, [Ana], false), Priya);
        Assert.Equal([null, "Riverbend Workforce Office"], spec.Sees(Ana)!.Rotation.Select(static count => count.Partner?.Name));
    }

    [Fact]
    public void A_break_has_an_end_and_is_not_endless()
    {
        Circle.Started().Asked(static (revision, ask) => new TakeBreak(Circle.Id, revision, ask, 500), Sam).ThenRefused("round.break-out");
        var spec = Circle.Started().Asked(static (revision, ask) => new TakeBreak(Circle.Id, revision, ask, 10), Sam);
        Assert.Equal(Riverbend.Now + Duration.FromMinutes(10), spec.OnStage().BreakUntil);
        spec.WhenClock(Riverbend.Now + Duration.FromMinutes(10)).Then(new RoundBreakOver(Circle.Id)).ThenTold("round.break-over -> sam");
    }

    [Fact]
    public void One_component_alone_has_notes_and_no_round()
    {
        var spec = Spec.Given().When(new NoteTalk(4, Say("We were late twice."), Spec.Ask(1)), by: Ana).ThenHappened<TalkNoted>();
        spec.When(new NoteTalk(4, Say("We were late twice."), Spec.Ask(1)), by: Ana).ThenNothing();
        Assert.Empty(spec.State.Rounds);
        Assert.Equal("We were late twice.", Assert.Single(RoundViews.Talk(spec.State, new PersonReader(Mei), 4)!.Notes).Text);
        spec.When(new NoteTalk(7, Say("No."), Spec.Ask(2)), by: Ana).ThenRefused(SetUpDecider.BadId);
        spec.When(new NoteTalk(4, Say("No."), Spec.Ask(3)), by: Stranger).ThenRefused(Refusal.NotYours);
        spec.When(new PlanRound(Circle.Id, Spec.Ask(4), []), by: Sam);
        Assert.Single(RoundViews.Stage(spec.State, PlaceReader.Any, Circle.Id, 4, spec.State.LastAt)!.Talks);
    }
}
