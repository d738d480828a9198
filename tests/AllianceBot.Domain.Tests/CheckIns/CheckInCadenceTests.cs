using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class CheckInCadenceTests
{
    private static readonly CheckInId Third = CheckInPlanTests.Third;

    private static Spec Long(int days, params ReadOnlySpan<AllianceEvent> given) => Referral
        .Requested(Referral.Terms with { Due = new LocalDate(2026, 11, 23).PlusDays(days) }, given: [.. given]).Accept(Mei, Referral.AcceptedAt);

    [Theory]
    [InlineData(14, null)]
    [InlineData(15, null)] // The one before the date is too near.
    [InlineData(30, "2026-12-07")]
    [InlineData(182, "2026-12-07")]
    [InlineData(183, "2026-12-21")]
    [InlineData(700, "2026-12-21")]
    public void While_the_work_runs_one_is_asked_as_often_as_fits_its_length(int days, string? first)
    {
        var planned = Long(days).State.CheckIns.Find(Third);
        Assert.Equal(first, planned?.Day is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null);
    }

    [Fact]
    public void Each_one_plans_the_next_until_the_date_is_near()
    {
        var spec = Long(60).WhenClockWalksTo(Local(2027, 1, 22, 23, 0));
        var opened = spec.Events.OfType<CheckInOpened>().Where(static one => one.Kind == CheckInKind.During).Select(static one => one.At);
        Assert.Equal([Local(2026, 12, 7, 9, 0), Local(2026, 12, 21, 9, 0), Local(2027, 1, 4, 9, 0)], opened);
        Assert.Contains(spec.Events, static one => one is CheckInOpened { Kind: CheckInKind.Before });
    }

    [Fact]
    public void The_alliance_may_choose_another_cadence_or_none()
    {
        Assert.Null(Long(60, new SettingsChanged(Settings.Default with { Cadence = Cadence.Never })).State.CheckIns.Find(Third));
        var weekly = Long(60, new SettingsChanged(Settings.Default with { Cadence = Cadence.Weekly }));
        Assert.Equal(new LocalDate(2026, 11, 30), weekly.State.CheckIns[Third].Day);
    }

    [Theory]
    [InlineData(Cadence.Weekly, 8)]
    [InlineData(Cadence.EveryTwoWeeks, 16)]
    [InlineData(Cadence.EveryFourWeeks, 30)]
    public void A_cadence_longer_than_the_promise_asks_nothing_on_the_way_and_before_and_on_its_date_all_the_same(Cadence cadence, int days)
    {
        var spec = Long(days, new SettingsChanged(Settings.Default with { Cadence = cadence })).WhenClockWalksTo(Local(2027, 2, 1, 9, 0));
        var opened = spec.Events.OfType<CheckInOpened>().ToList();
        Assert.DoesNotContain(opened, static one => one.Kind == CheckInKind.During);
        Assert.Contains(opened, static one => one.Kind == CheckInKind.Before);
        Assert.Contains(opened, static one => one.Kind == CheckInKind.OnDate);
    }

    [Fact]
    public void B15_Who_wishes_for_fewer_is_asked_half_as_often_and_reminded_once()
    {
        var spec = Long(60).When(new FewerPrompts(Spec.Ask(50)), by: Mei).ThenHappened<PromptsSet>().WhenClockWalksTo(Local(2027, 1, 15, 23, 0));
        var asked = spec.Events.OfType<CheckInOpened>().Where(static one => one.Kind == CheckInKind.During).ToList();
        Assert.Equal([Local(2026, 12, 7, 9, 0), Local(2026, 12, 21, 9, 0)], asked.Select(static one => one.At));
        Assert.Equal([2, 2], spec.Events.OfType<CheckInNudged>().Where(one => asked.Exists(of => of.CheckIn == one.CheckIn)).Select(static one => one.Step));
    }

    [Fact]
    public void A12_After_its_date_one_is_asked_until_it_is_reported_or_decided()
    {
        var spec = Referral.AskedOverdue();
        Assert.Equal(CheckInState.Open, spec.State.CheckIns[Third].State);
        Assert.Equal(CheckInKind.Overdue, spec.State.CheckIns[Third].Kind);
        spec.WhenClockWalksTo(Local(2026, 12, 16, 9, 0)).ThenHappened<CheckInOpened>(static one => one.Kind == CheckInKind.Overdue);
        spec.Report(Mei).WhenClockWalksTo(Local(2027, 2, 1, 9, 0));
        Assert.DoesNotContain(spec.Events, static one => one is CheckInOpened);
    }

    [Fact]
    public void A12_Who_never_answers_is_asked_less_and_less()
    {
        var spec = Referral.AskedOverdue().WhenClockWalksTo(Local(2027, 12, 9, 9, 0));
        Assert.InRange(spec.Events.OfType<CheckInOpened>().Count(), 8, 16);
    }

    [Fact]
    public void B10_Who_said_lately_how_it_stands_is_not_asked()
    {
        var spec = Referral.Agreed().AtRisk(Mei, Local(2026, 11, 27, 11, 0)).WhenClockWalksTo(Local(2026, 12, 1, 9, 0))
            .Then(new CheckInSatisfied(CheckInPlanTests.First, Referral.Id)).ThenTold();
        Assert.Equal(CheckInState.Closed, spec.State.CheckIns[CheckInPlanTests.First].State);
        Referral.Agreed().AtRisk(Mei, Local(2026, 11, 26, 23, 0)).WhenClockWalksTo(Local(2026, 12, 1, 9, 0)).ThenHappened<CheckInOpened>();
        Referral.Agreed().AtRisk(Ruth, Local(2026, 11, 30, 11, 0)).WhenClockWalksTo(Local(2026, 12, 1, 9, 0)).ThenHappened<CheckInOpened>();
    }

    [Fact]
    public void B10_On_the_date_itself_one_is_asked_whatever_was_said_the_day_before() => Referral.Agreed()
        .AtRisk(Mei, Local(2026, 12, 3, 11, 0)).WhenClockWalksTo(Local(2026, 12, 4, 9, 0))
        .ThenHappened<CheckInOpened>(static one => one.Kind == CheckInKind.OnDate);

    [Fact]
    public void B15_What_is_optional_can_be_paused_until_a_date_and_comes_back_by_itself()
    {
        var spec = Long(60).When(new PausePrompts(new(2026, 12, 20), Spec.Ask(50)), by: Mei).ThenHappened<PromptsSet>()
            .WhenClockWalksTo(Local(2026, 12, 7, 9, 0))
            .ThenHappened<CheckInExcused>(static one => one.For == ExcusedFor.Paused).ThenTold();
        spec.WhenClockWalksTo(Local(2026, 12, 21, 9, 0)).ThenHappened<CheckInOpened>();
        Assert.Equal(0, CheckInTally.Of(spec.State, Mei).Asked);
    }

    [Fact]
    public void B15_What_is_required_comes_through_a_pause_and_says_so()
    {
        var spec = Referral.Agreed().When(new PausePrompts(new(2026, 12, 20), Spec.Ask(50)), by: Mei)
            .WhenClockWalksTo(Local(2026, 12, 4, 9, 0)).ThenHappened<CheckInOpened>(static one => one.Kind == CheckInKind.OnDate);
        Assert.True(CheckInViews.Card(spec.State, new PersonReader(Mei), CheckInPlanTests.Second, spec.State.LastAt)!.Required);
    }

    [Theory]
    [InlineData(0, "prompts.pause-past")]
    [InlineData(93, "prompts.pause-far")]
    public void A_pause_has_an_end_that_lies_ahead_and_not_far(int days, string code) => Referral.Agreed()
        .When(new PausePrompts(new LocalDate(2026, 11, 23).PlusDays(days), Spec.Ask(50)), by: Mei, Referral.AcceptedAt).ThenRefused(code);

    [Fact]
    public void Nobody_of_whom_nothing_is_asked_can_set_anything() => Referral.Agreed()
        .When(new PausePrompts(new(2026, 12, 20), Spec.Ask(50)), by: Stranger).ThenRefused(Refusal.NotYours)
        .When(new LimitPrompts(0, Spec.Ask(51)), by: Mei).ThenRefused("prompts.limit-range")
        .When(new NameStandIn(Ana, Spec.Ask(52)), by: Mei).ThenRefused("prompts.not-colleague")
        .When(new ResumePrompts(Spec.Ask(53)), by: Mei).ThenNothing();

    [Fact]
    public void B15_No_more_than_so_many_optional_ones_a_day_the_rest_comes_on_the_next()
    {
        var spec = Referral.Agreed().When(new LimitPrompts(1, Spec.Ask(50)), by: Mei);
        spec.When(new OfferCommitment(new("second"), Spec.Ask(51), Referral.Terms, null, true), by: Mei, Referral.AcceptedAt);
        spec.When(new AcceptCommitment(new("second"), 1, Spec.Ask(52), null), by: Ana, Referral.AcceptedAt).ThenHappened<CommitmentAccepted>();
        spec.WhenClockWalksTo(Local(2026, 12, 1, 9, 0)).ThenHappened<CheckInOpened>()
            .ThenHappened<CheckInPutOff>(static one => one.Day == new LocalDate(2026, 12, 2));
        spec.WhenClockWalksTo(Local(2026, 12, 2, 9, 0)).ThenHappened<CheckInOpened>(static one => one.Commitment == new CommitmentId("second"));
        Assert.Equal(2, spec.WhenClockWalksTo(Local(2026, 12, 4, 9, 0)).Events.OfType<CheckInOpened>().Count());
    }

    [Fact]
    public void B1_Where_the_doers_day_begins_before_the_alliances_nothing_is_planned_that_is_over_already()
    {
        var hours = new OwnHours("Asia/Kathmandu", null, new LocalTime(7, 0), new LocalTime(12, 30), null);
        var late = Local(2026, 12, 21, 23, 0) + Duration.FromSeconds(13);
        Referral.Requested(Referral.Terms with { Due = new(2027, 1, 1) })
            .When(new SetMyHours(hours, Spec.Ask(40)), by: Mei)
            .Accept(Mei, Local(2026, 11, 24, 17, 0))
            .WhenClock(late)
            .ThenState(alliance => Assert.True(alliance.NextDue > late, $"{alliance.NextDue} is still due at {late}."))
            .WhenClock(late).ThenNothing();
    }

}
