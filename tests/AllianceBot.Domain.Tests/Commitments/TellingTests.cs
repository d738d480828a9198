using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>H4: what was heard by phone or on paper is told by one, entered by another, and binds nobody until that side says yes.</summary>
public sealed class TellingTests
{
    private static readonly CheckInId First = new("referral-1");

    [Fact]
    public void H4_An_acceptance_by_phone_is_no_obligation_until_that_side_confirms_it() => Referral.Requested()
        .Tell(ToldAnswer.Accept, Mei)
        .Then(new CommitmentTold(Referral.Id, Mei, ToldAnswer.Accept, Say("by phone"), null, false, null))
        .ThenTold("commitment.told -> mei").ThenStands(CommitmentState.Requested)
        .Confirm(Sam).ThenRefused(Refusal.NotYours)
        .Confirm(Ana).ThenRefused(CommitmentGuards.NotYourTurn)
        .Confirm(Ruth).Then(new CommitmentToldConfirmed(Referral.Id), new CommitmentAccepted(Referral.Id, Mei, Ana))
        .ThenTold("commitment.told-confirmed -> sam", "commitment.accepted -> mei", "commitment.accepted -> ana")
        .ThenStands(CommitmentState.Active)
        .ThenState(static alliance => Assert.Null(alliance.Promise().Told));

    [Fact]
    public void H4_Silence_after_it_still_lapses() => Referral.Requested()
        .Tell(ToldAnswer.Accept, Mei)
        .WhenClockWalksTo(Local(2026, 11, 28, 0, 0)).ThenStands(CommitmentState.Lapsed);

    [Fact]
    public void H4_That_side_corrects_it_with_one_word_and_who_entered_it_is_told() => Referral.Requested()
        .Tell(ToldAnswer.Accept, Mei)
        .Reject(Ana).ThenRefused(CommitmentGuards.NotYourTurn)
        .Reject(Mei).Then(new CommitmentToldRejected(Referral.Id)).ThenTold("commitment.told-rejected -> sam")
        .ThenStands(CommitmentState.Requested)
        .Confirm(Mei).ThenRefused(Tellings.None);

    [Fact]
    public void H4_Who_entered_it_may_take_it_back_and_nobody_is_told() => Referral.Requested()
        .Tell(ToldAnswer.Decline, Mei).Reject(Sam).Then(new CommitmentToldRejected(Referral.Id)).ThenTold();

    [Fact]
    public void H4_What_that_side_says_itself_meanwhile_overtakes_it() => Referral.Requested()
        .Tell(ToldAnswer.Accept, Mei)
        .Do(static (revision, ask) => new DeclineCommitment(Referral.Id, revision, ask, Say("no")), Ruth).ThenStands(CommitmentState.Declined)
        .Confirm(Mei).ThenRefused(Tellings.None);

    [Fact]
    public void H4_A_counter_and_a_decline_by_phone_become_what_was_said()
    {
        Referral.Requested().Tell(ToldAnswer.Counter, Mei, due: new(2026, 12, 8)).Confirm(Mei)
            .ThenStands(CommitmentState.Countered)
            .ThenState(static alliance => Assert.Equal(new LocalDate(2026, 12, 8), alliance.Promise().Terms.Due));
        Referral.Requested().Tell(ToldAnswer.Decline, Mei).Confirm(Mei).ThenStands(CommitmentState.Declined)
            .ThenState(static alliance => Assert.Equal("by phone", alliance.Promise().Ending!.Reason!.Text));
    }

    [Fact]
    public void H4_An_answer_to_a_check_in_is_that_persons_also_when_a_manager_confirms_it()
    {
        var spec = Asked();
        spec.Tell(ToldAnswer.Blocked, Mei).ThenHappened<CommitmentTold>(static told => told.CheckIn == First)
            .ThenState(static alliance => Assert.Null(alliance.CheckIns[First].Answer));
        spec.Confirm(Ruth).ThenHappened<CheckInAnswered>(static answered => answered.By == Mei && answered.Answer == CheckInAnswer.Blocked)
            .ThenState(static alliance =>
            {
                Assert.Equal(CheckInAnswer.Blocked, alliance.CheckIns[First].Answer);
                Assert.Equal(Mei, alliance.Promise().Risk!.By);
            });
    }

    [Fact]
    public void H4_An_answer_to_a_check_in_is_read_by_its_own_readers_only_and_not_in_the_history()
    {
        var spec = Asked().Tell(ToldAnswer.Blocked, Mei);
        foreach (var (reader, reads) in (ValueList<(PersonId, bool)>)[(Mei, true), (Ruth, true), (Ana, true), (Sam, true), (Tom, false)])
        {
            var inside = spec.Card(reader)!.Inside!;
            Assert.Equal(reads, inside.Told is not null);
            Assert.DoesNotContain(inside.History, static line => line.Said == "by phone");
        }
    }

    [Fact]
    public void H4_Done_more_time_and_cannot_do_by_phone_bind_only_by_the_yes_of_the_doing_side()
    {
        var spec = Referral.Agreed();
        spec.Tell(ToldAnswer.Done, Mei).ThenStands(CommitmentState.Active);
        spec.Confirm(Ruth).ThenStands(CommitmentState.Reported);
        Referral.Agreed().Tell(ToldAnswer.MoreTime, Mei, due: new(2026, 12, 11)).Confirm(Mei).ThenStands(CommitmentState.ChangeProposed);
        Referral.Agreed().Tell(ToldAnswer.CannotDo, Ruth).Confirm(Mei).ThenStands(CommitmentState.GivenUp);
    }

    [Fact]
    public void H4_Facilitators_enter_and_administrators_of_its_sides_and_what_nobody_could_say_is_not_taken_down()
    {
        var spec = Referral.Requested();
        foreach (var person in (PersonId[])[Ana, Mei, Ruth, Dale, Jonas, Stranger]) spec.Tell(ToldAnswer.Accept, Mei, by: person).ThenRefused(Refusal.NotYours);
        spec.Tell(ToldAnswer.Accept, Ana).ThenRefused(Tellings.NotTheirs);
        spec.Tell(ToldAnswer.Accept, Stranger).ThenRefused(Tellings.NotTheirs);
        spec.Tell(ToldAnswer.Done, Mei).ThenRefused(Tellings.NotPossible);
        spec.Tell(ToldAnswer.Counter, Mei).ThenRefused(Tellings.DateMissing);
        spec.Tell(ToldAnswer.Counter, Mei, due: new(2026, 1, 1)).ThenRefused(TermsRules.DuePast);
        spec.Tell(ToldAnswer.Counter, Mei, due: Referral.Due).ThenRefused(TermsRules.NothingChanged);
        spec.Tell((ToldAnswer)77, Mei).ThenRefused(Tellings.NotPossible);
        Referral.Reported().Tell(ToldAnswer.Done, Mei).ThenRefused(Tellings.NotPossible);
    }

    [Fact]
    public void H4_The_card_offers_it_to_who_may_and_asks_that_side()
    {
        var spec = Referral.Requested().Tell(ToldAnswer.Accept, Mei);
        Assert.Equal([CommitmentAct.ConfirmTold, CommitmentAct.RejectTold], spec.Card(Mei)!.Acts.Take(2));
        Assert.DoesNotContain(CommitmentAct.ConfirmTold, spec.Card(Ana)!.Acts);
        Assert.Equal([CommitmentAct.RejectTold, CommitmentAct.EnterTold], spec.Card(Sam)!.Acts);
    }

    /// <summary>Mei's first check-in is open.</summary>
    private static Spec Asked()
    {
        var spec = Referral.Agreed();
        return spec.WhenClockWalksTo(spec.State.CheckIns[First].At + Duration.FromHours(1));
    }
}

/// <summary>Short ways to tell, confirm and reject.</summary>
internal static class TellingSteps
{
    public static Spec Tell(this Spec spec, ToldAnswer answer, PersonId told, LocalDate? due = null, PersonId? by = null) => spec.Do(
        (revision, ask) => new EnterTold(Referral.Id, revision, ask, told, answer, Say("by phone"), due, HelpWanted: false), by ?? Sam);

    public static Spec Confirm(this Spec spec, PersonId by) =>
        spec.Do(static (revision, ask) => new ConfirmTold(Referral.Id, revision, ask), by);

    public static Spec Reject(this Spec spec, PersonId by) =>
        spec.Do(static (revision, ask) => new RejectTold(Referral.Id, revision, ask), by);
}
