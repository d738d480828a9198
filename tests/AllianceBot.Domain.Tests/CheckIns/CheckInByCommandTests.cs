using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class CheckInByCommandTests
{
    private static readonly CheckInId Third = CheckInPlanTests.Third;

    private static OpenCheckIn Ask(int n) => new(Referral.Id, Spec.Ask(n));

    [Fact]
    public void The_doer_opens_one_at_any_hour_and_gets_it_at_once()
    {
        var night = Local(2026, 11, 28, 22, 0);
        var spec = Referral.Agreed().When(Ask(40), by: Mei, night).Then(
            new CheckInAsked(Third, Referral.Id, Mei),
            new CheckInOpened(Third, Referral.Id, CheckInKind.ByCommand, Mei, Local(2026, 12, 1, 0, 0)));
        Assert.True(Assert.Single(spec.Told()).AnyHour);
    }

    [Fact]
    public void The_receiver_opens_one_that_waits_until_its_person_may_be_reached() => Referral.Agreed()
        .When(Ask(40), by: Ana, Local(2026, 11, 28, 22, 0))
        .Then(new CheckInAsked(Third, Referral.Id, Mei)).ThenTold()
        .WhenClockWalksTo(Local(2026, 11, 30, 9, 0))
        .ThenHappened<CheckInOpened>(static opened => opened.CheckIn == Third).ThenTold("checkin.opened -> mei");

    [Fact]
    public void Managers_of_both_sides_may_ask_and_nobody_else() => Referral.Agreed()
        .When(Ask(40), by: Priya).ThenRefused(Refusal.NotYours)
        .When(Ask(40), by: Sam).ThenRefused(Refusal.NotYours)
        .When(new OpenCheckIn(new("unknown"), Spec.Ask(40)), by: Ana).ThenRefused(Refusal.NotYours)
        .When(Ask(40), by: Tom).ThenHappened<CheckInAsked>();

    [Fact]
    public void Asking_never_becomes_pressing()
    {
        var spec = Referral.Agreed().When(Ask(40), by: Ana, Referral.AcceptedAt).ThenHappened<CheckInOpened>();
        spec.When(Ask(41), by: Tom, Referral.AcceptedAt).ThenRefused(CheckInGuards.AlreadyOpen);
        spec.When(
            new AnswerCheckIn(Third, spec.State.CheckIns[Third].Revision, Spec.Ask(42), CheckInAnswer.OnTrack, null, false), by: Mei)
            .ThenTold("checkin.on-track -> ana");
        spec.When(Ask(43), by: Ana).ThenRefused(CheckInGuards.AskedToday);
        spec.When(Ask(40), by: Ana).ThenNothing();
        spec.When(Ask(44), by: Mei).ThenHappened<CheckInOpened>();
    }

    [Fact]
    public void What_is_not_owed_is_not_asked_about()
    {
        Referral.Requested().When(Ask(40), by: Ana).ThenRefused(CommitmentGuards.NotOwed);
        Referral.Reported().When(Ask(40), by: Ana).ThenRefused(CommitmentGuards.NotOwed);
    }

    [Fact]
    public void A_later_one_takes_the_place_of_one_that_is_still_open() => Referral.Agreed()
        .When(Ask(40), by: Mei, Local(2026, 11, 30, 22, 0))
        .WhenClockWalksTo(Local(2026, 12, 1, 9, 0))
        .ThenState(static alliance => Assert.Equal(CheckInState.Cancelled, alliance.CheckIns[Third].State));
}
