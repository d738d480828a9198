using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Whose a check-in is while its person is away: the cover's, another cover's, nobody's, and the person's own again.</summary>
public sealed class CoveredCheckInTests
{
    private static readonly PersonId Ben = new("ben");
    private static readonly PersonId Eva = new("eva");

    /// <summary>Mei's check-in on Tuesday 1 December is open; it is 10:00.</summary>
    private static readonly Instant Tuesday = Local(2026, 12, 1, 10, 0);

    [Fact]
    public void B4_A_check_in_that_comes_due_in_an_absence_is_the_covers()
    {
        var spec = Given().When(Away(Ben), Mei, Local(2026, 11, 30, 12, 0)).WhenClockWalksTo(Tuesday)
            .ThenHappened<CheckInOpened>(static opened => opened.Person == Ben);
        Assert.DoesNotContain(spec.Told(), static notice => notice.Kind == "checkin.opened" && notice.To == Addressee.Person(Mei));
    }

    [Fact]
    public void B4_Without_a_cover_it_is_excused_and_not_counted()
    {
        var spec = Given().When(Away(null), Mei, Local(2026, 11, 30, 12, 0)).WhenClockWalksTo(Local(2026, 12, 3, 12, 0));
        Assert.DoesNotContain(spec.Events.OfType<CheckInMissed>(), static missed => true);
        spec.ThenHappened<CheckInExcused>(static excused => excused.For == ExcusedFor.Away);
    }

    [Fact]
    public void C14_When_another_covers_what_is_open_is_asked_of_that_one()
    {
        Opened().When(Away(Ben), Mei, Tuesday).ThenHappened<CheckInOpened>(static opened => opened.Person == Ben)
            .When(new ChangeCover(Eva, Spec.Ask(51)), Mei, Tuesday).Then(new CoverChanged(Mei, new(2026, 12, 1), Eva))
            .ThenState(static state => Assert.Equal((Eva, Mei), Waiting(state)));
    }

    [Fact]
    public void C14_When_a_cover_lays_it_down_what_is_open_is_excused()
    {
        Opened().When(Away(Ben), Mei, Tuesday).When(new LayDownCover(Mei, Spec.Ask(52)), Ben, Tuesday)
            .ThenHappened<CheckInExcused>(static excused => excused.For == ExcusedFor.Away);
    }

    [Fact]
    public void B4_What_the_cover_has_open_is_the_persons_own_again_on_return_and_nothing_is_asked_anew()
    {
        Opened().When(Away(Ben), Mei, Tuesday).ThenState(static state => Assert.Equal((Ben, Mei), Waiting(state)))
            .When(new EndAbsence(Spec.Ask(53)), Mei, Local(2026, 12, 1, 14, 0)).Then(new AbsenceEnded(Mei, new(2026, 12, 1)))
            .ThenState(static state => Assert.Equal((Mei, null), Waiting(state)));
    }

    /// <summary>Whose the open check-in is, and for whom.</summary>
    private static (PersonId Person, PersonId? For) Waiting(Alliance state) =>
        state.CheckIns.Where(static checkIn => checkIn.State == CheckInState.Open).Select(static checkIn => (checkIn.Person, checkIn.For)).Single();

    private static Spec Opened() => Given().WhenClockWalksTo(Tuesday);

    private static Spec Given()
    {
        var spec = Referral.Agreed();
        foreach (var (person, name) in (ReadOnlySpan<(PersonId, string)>)[(Ben, "Ben Ortiz"), (Eva, "Eva Lind")])
        {
            spec.When(new Invite(new($"i-{person}"), $"code-{person}", Lakeside, Role.Staff, Say(name), new($"invite-{person}")), Ruth, Referral.AcceptedAt);
            spec.When(new JoinByCode($"code-{person}", Say(name), new($"join-{person}")), person, Referral.AcceptedAt);
        }

        return spec;
    }

    private static AnnounceAbsence Away(PersonId? cover) => new(new(2026, 12, 1), new(2026, 12, 3), cover, Spec.Ask(50));
}
