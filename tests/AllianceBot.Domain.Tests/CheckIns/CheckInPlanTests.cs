using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class CheckInPlanTests
{
    [Fact]
    public void One_comes_three_working_days_before_the_date_and_one_on_it_from_nine() => Referral.Agreed()
        .ThenState(static alliance => Assert.Equal(
            [Local(2026, 12, 1, 9, 0), Local(2026, 12, 4, 9, 0)], Plan(alliance)))
        .WhenClockWalksTo(Local(2026, 12, 1, 9, 0))
        .Then(new CheckInOpened(First, Referral.Id, CheckInKind.Before, Mei, Local(2026, 12, 3, 0, 0)))
        .ThenTold("checkin.opened -> mei");

    [Fact]
    public void Where_the_time_is_shorter_the_first_comes_halfway()
    {
        var spec = Referral.Requested(Referral.Terms with { Due = new(2026, 11, 26) }).Accept(Mei, Referral.AcceptedAt);
        Assert.Equal([Local(2026, 11, 25, 9, 0), Local(2026, 11, 26, 9, 0)], Plan(spec.State));
    }

    [Fact]
    public void A_first_that_would_double_the_one_on_the_date_is_left_out_and_so_is_one_that_is_over()
    {
        var tomorrow = Referral.Requested(Referral.Terms with { Due = new(2026, 11, 24) }).Accept(Mei, Referral.AcceptedAt);
        Assert.Equal([Local(2026, 11, 24, 9, 0)], Plan(tomorrow.State));
        var today = Referral.Requested(Referral.Terms with { Due = new(2026, 11, 23) }).Accept(Mei, Referral.AcceptedAt);
        Assert.Empty(Plan(today.State));
    }

    [Fact]
    public void A12_It_is_nine_oclock_there_on_both_sides_of_the_change_of_clocks()
    {
        var spec = Referral.Requested(Referral.Terms with { Due = new(2027, 3, 15) }).Accept(Mei, Referral.AcceptedAt);
        Assert.Equal([Local(2027, 3, 10, 9, 0), Local(2027, 3, 15, 9, 0)], Plan(spec.State));
        Assert.Equal(Duration.FromDays(5) - Duration.FromHours(1), Plan(spec.State).Last() - Plan(spec.State).First());
    }

    [Fact]
    public void A_date_on_which_the_doer_does_not_work_is_asked_about_on_the_working_day_before()
    {
        var spec = Referral.Requested(Referral.Terms with { Due = new(2026, 12, 6) }).Accept(Mei, Referral.AcceptedAt);
        Assert.Equal([Local(2026, 12, 2, 9, 0), Local(2026, 12, 4, 9, 0)], Plan(spec.State));
    }

    [Fact]
    public void New_terms_plan_anew_and_the_old_plan_is_cancelled()
    {
        var spec = Referral.Agreed().Change(Mei, new(2026, 12, 18)).AcceptChange(Ana, Local(2026, 11, 24, 9, 0));
        Assert.Equal([Local(2026, 12, 15, 9, 0), Local(2026, 12, 18, 9, 0)], Plan(spec.State));
        spec.WhenClockWalksTo(Local(2026, 12, 5, 0, 0)).Then();
    }

    [Fact]
    public void A_refused_change_leaves_the_plan() => Referral.Agreed().Change(Mei, new(2026, 12, 18)).RefuseChange(Ana)
        .ThenState(static alliance => Assert.Equal([Local(2026, 12, 1, 9, 0), Local(2026, 12, 4, 9, 0)], Plan(alliance)));

    [Fact]
    public void Nobody_is_asked_about_what_was_reported_or_ended()
    {
        Referral.Reported().WhenClockWalksTo(Local(2026, 12, 5, 0, 0))
            .ThenState(static alliance => Assert.DoesNotContain(alliance.CheckIns, static one => one.State == CheckInState.Open));
        Referral.Agreed().Release(Ana)
            .ThenState(static alliance => Assert.All(alliance.CheckIns, static one => Assert.Equal(CheckInState.Cancelled, one.State)));
    }

    [Fact]
    public void What_is_asked_follows_the_working_days_of_now() => Referral.Agreed()
        .When(new SetPartnerWorkdays(Lakeside, Workdays.Of(IsoDayOfWeek.Thursday), Spec.Ask(80)), by: Ruth)
        .WhenClockWalksTo(Local(2026, 12, 3, 9, 0))
        .ThenHappened<CheckInOpened>(static opened => opened.CheckIn == Second && opened.At == Local(2026, 12, 3, 9, 0));

    internal static readonly CheckInId First = new("referral-1");
    internal static readonly CheckInId Second = new("referral-2");
    internal static readonly CheckInId Third = new("referral-3");

    private static IEnumerable<Instant> Plan(Alliance alliance) => CheckInPlan.Of(alliance, alliance.Promise())
        .Where(static one => one is { State: CheckInState.Scheduled, Kind: CheckInKind.Before or CheckInKind.OnDate }).Select(one => CheckInPlan.OpensAt(alliance, alliance.Promise(), one));
}
