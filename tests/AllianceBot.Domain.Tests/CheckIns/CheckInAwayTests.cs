using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class CheckInAwayTests
{
    private static readonly CheckInId First = CheckInPlanTests.First;

    private static Spec Away(PersonId? cover) => Referral.Requested(given:
    [
        new AbsenceAnnounced(Mei, new(2026, 12, 1), new(2026, 12, 2), cover),
    ]).Accept(Mei, Referral.AcceptedAt);

    [Fact]
    public void B4_Who_is_away_without_a_cover_is_excused_and_that_is_no_miss()
    {
        var spec = Away(null).WhenClockWalksTo(Local(2026, 12, 1, 9, 0))
            .ThenHappened<CheckInExcused>(static excused => excused.For == ExcusedFor.Away);
        Assert.Equal((0, 1), (CheckInTally.Of(spec.State, Mei).Asked, CheckInTally.Of(spec.State, Mei).Excused));
        spec.WhenClockWalksTo(Local(2026, 12, 4, 9, 0)).ThenHappened<CheckInOpened>(static opened => opened.Person == Mei);
    }

    [Fact]
    public void B4_The_cover_is_asked_instead_and_both_may_answer()
    {
        var spec = Away(Ruth).WhenClockWalksTo(Local(2026, 12, 1, 9, 0))
            .ThenHappened<CheckInOpened>(static opened => opened.Person == Ruth).ThenToldAmongOthers("checkin.opened -> ruth");
        Assert.Equal(Mei, spec.State.CheckIns[First].For);
        Assert.Equal(Mei, CheckInViews.Card(spec.State, new PersonReader(Ruth), First, spec.State.LastAt)!.For!.Id);
        var answer = new AnswerCheckIn(First, spec.State.CheckIns[First].Revision, Spec.Ask(70), CheckInAnswer.OnTrack, null, false);
        spec.When(answer with { Ask = Spec.Ask(71) }, by: Ana).ThenRefused(Refusal.NotYours);
        spec.When(answer, by: Ruth).ThenHappened<CheckInAnswered>();
    }

    [Fact]
    public void B4_What_is_open_as_somebody_goes_away_goes_to_the_cover()
    {
        var spec = Referral.Requested(given: [new AbsenceAnnounced(Mei, new(2026, 12, 2), new(2026, 12, 2), Ruth)])
            .Accept(Mei, Referral.AcceptedAt).WhenClockWalksTo(Local(2026, 12, 1, 9, 0));
        Assert.Equal(Mei, spec.State.CheckIns[First].Person);
        spec.WhenClockWalksTo(Local(2026, 12, 2, 0, 0)).ThenHappened<CheckInOpened>(static opened => opened.Person == Ruth);
    }

    [Fact]
    public void B2_A_check_in_that_an_outage_held_up_opens_at_the_next_hour_of_its_person() =>
        Referral.Requested().Accept(Mei, Referral.AcceptedAt)
            .WhenClock(Local(2026, 12, 1, 21, 30)).ThenHappened<CheckInHeld>(static held => held.Until == Local(2026, 12, 2, 9, 0))
            .WhenClockWalksTo(Local(2026, 12, 2, 9, 0)).ThenHappened<CheckInOpened>(static opened => opened.At == Local(2026, 12, 2, 9, 0));

    [Fact]
    public void B4_A_cover_is_asked_at_an_hour_of_its_own()
    {
        var late = new PersonHoursSet(Ruth, new OwnHours(null, null, new LocalTime(11, 0), null, null));
        Referral.Requested(given: [late, new AbsenceAnnounced(Mei, new(2026, 12, 1), new(2026, 12, 2), Ruth)]).Accept(Mei, Referral.AcceptedAt)
            .WhenClockWalksTo(Local(2026, 12, 1, 11, 0))
            .ThenHappened<CheckInOpened>(static opened => opened.Person == Ruth && opened.At == Local(2026, 12, 1, 11, 0));
    }

    [Fact]
    public void B3_On_a_holiday_of_the_partner_nobody_is_asked() => Referral.Requested(given:
        [
            new HolidaysAdded(Lakeside, [new Holiday(new(2026, 12, 4), new(2026, 12, 4), null)]),
        ]).Accept(Mei, Referral.AcceptedAt)
        .WhenClockWalksTo(Local(2026, 12, 3, 9, 0)).ThenHappened<CheckInOpened>(static opened => opened.Kind == CheckInKind.OnDate);

    [Fact]
    public void B1_One_is_asked_at_the_own_hour_in_the_own_zone()
    {
        var tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];
        Referral.Requested(given: [new PersonHoursSet(Mei, new OwnHours("Asia/Tokyo", null, null, null, null))]).Accept(Mei, Referral.AcceptedAt)
            .WhenClockWalksTo(Local(2026, 12, 4, 9, 0))
            .ThenHappened<CheckInOpened>(opened => opened.At == new LocalDateTime(2026, 12, 4, 9, 0).InZoneStrictly(tokyo).ToInstant());
    }
}
