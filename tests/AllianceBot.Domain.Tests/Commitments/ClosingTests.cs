using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class ClosingTests
{
    private static readonly CommitmentId Successor = new("successor");
    private static readonly Terms Smaller = Referral.Terms with { What = Say("Referral form, English only"), Due = new(2026, 12, 18) };

    [Fact]
    public void A10_The_doer_gives_up_with_a_reason_and_the_notice_is_counted() => Referral.Agreed()
        .GiveUp(Ana).ThenRefused(Refusal.NotYours)
        .Do(static (revision, ask) => new GiveUpCommitment(Referral.Id, revision, ask, Say("")), Mei).ThenRefused(TermsRules.TextMissing)
        .GiveUp(Mei, Local(2026, 11, 30, 23, 30))
        .Then(new CommitmentGivenUp(Referral.Id, Say("our developer left"), NoticeDays: 4))
        .ThenTold("commitment.given-up -> ana")
        .ThenStands(CommitmentState.GivenUp);

    [Fact]
    public void A10_After_the_date_the_notice_is_negative() =>
        Referral.Agreed().GiveUp(Mei, Local(2026, 12, 6, 12, 0)).ThenHappened<CommitmentGivenUp>(static up => up.NoticeDays == -2);

    [Fact]
    public void A10_A_report_is_not_given_up_but_retracted_first() =>
        Referral.Reported().GiveUp(Mei).ThenRefused(CommitmentGuards.NotOwed);

    [Fact]
    public void A10_The_receiver_releases_from_everything_that_binds()
    {
        foreach (var spec in (Spec[])
            [Referral.Agreed(), Referral.Reported(), Referral.Reported().Return(Ana), Referral.Agreed().Change(Mei, new(2026, 12, 11))])
        {
            spec.Release(Mei).ThenRefused(Refusal.NotYours)
                .Release(Tom).Then(new CommitmentReleased(Referral.Id, Say("no longer needed"))).ThenStands(CommitmentState.Released);
        }

        Referral.Requested().Release(Ana).ThenRefused(CommitmentGuards.NotOwed);
    }

    [Fact]
    public void A12_Overdue_starts_with_the_doers_next_working_day_in_the_alliances_zone()
    {
        var spec = Referral.Agreed();
        foreach (var (day, hour, overdue) in (ValueList<(int, int, bool)>)
            [(4, 23, false), (5, 0, false), (6, 12, false), (7, 0, true)])
        {
            var flags = spec.Card(Mei, Local(2026, 12, day, hour, 0))!.Inside!.Flags;
            Assert.Equal(overdue, flags.Contains(CommitmentFlag.Overdue));
        }
    }

    [Fact]
    public void A12_The_doers_own_working_days_count() => Referral.Requested(
            given: [new PartnerWorkdaysSet(Lakeside, Workdays.Of(IsoDayOfWeek.Wednesday))])
        .Accept(Mei, Referral.AcceptedAt)
        .ThenState(static alliance =>
        {
            Assert.Equal(new LocalDate(2026, 12, 9), Deadlines.OverdueOn(alliance, alliance.Promise()));
        });

    [Fact]
    public void A12_The_doer_is_told_when_it_becomes_overdue_and_the_receiver_is_asked_two_working_days_later() => Referral.Agreed()
        .WhenClockWalksTo(Local(2026, 12, 7, 9, 0))
        .ThenHappened<CommitmentOverdueTold>().ThenToldAmongOthers("commitment.overdue-told -> mei")
        .WhenClockWalksTo(Local(2026, 12, 9, 8, 59)).ThenState(static alliance => Assert.Null(alliance.Promise().Overdue.AskedAt))
        .WhenClockWalksTo(Local(2026, 12, 9, 9, 0))
        .ThenHappened<CommitmentOverdueAsked>().ThenToldAmongOthers("commitment.overdue-asked -> ana")
        .ThenStands(CommitmentState.Active)
        .WhenClockWalksTo(Local(2027, 12, 9, 9, 0)).ThenNone<CommitmentEvent>().ThenHappened<CheckInEvent>().ThenStands(CommitmentState.Active);

    [Fact]
    public void A12_Only_the_receiver_says_unmet_and_only_when_it_is_overdue_long_enough() => Referral.Agreed()
        .SayUnmet(Ana).ThenRefused(CommitmentGuards.NotOverdue)
        .WhenClockWalksTo(Local(2026, 12, 9, 9, 0))
        .SayUnmet(Mei).ThenRefused(Refusal.NotYours)
        .SayUnmet(Sam).ThenRefused(Refusal.NotYours)
        .SayUnmet(Ana).Then(new CommitmentUnmet(Referral.Id, null))
        .ThenTold("commitment.unmet -> mei")
        .ThenStands(CommitmentState.Unmet);

    [Fact]
    public void A12_The_receiver_extends_or_waits_and_is_asked_again()
    {
        var spec = Referral.AskedOverdue();
        var acts = spec.Card(Ana)!.Acts;
        Assert.Equal([CommitmentAct.Extend, CommitmentAct.Wait, CommitmentAct.SayUnmet], acts.Take(3));
        spec.Do(static (revision, ask) => new KeepWaiting(Referral.Id, revision, ask, null), Ana)
            .Then(new CommitmentWaited(Referral.Id, null))
            .WhenClockWalksTo(Local(2026, 12, 16, 9, 0)).ThenHappened<CommitmentOverdueAsked>();
        Referral.Agreed().Do(static (revision, ask) => new KeepWaiting(Referral.Id, revision, ask, null), Ana)
            .ThenRefused(CommitmentGuards.NotOverdue);
    }

    [Fact]
    public void A_successor_takes_its_place_when_both_agree() => Referral.Agreed()
        .Do(static (revision, ask) => new ProposeReplacement(Referral.Id, revision, ask, Successor, Smaller, null), Mei)
        .ThenHappened<CommitmentReplacementProposed>().ThenTold("commitment.replacement-proposed -> ana")
        .ThenStands(CommitmentState.Active)
        .Do(static (revision, ask) => new AgreeReplacement(Referral.Id, revision, ask), Ruth).ThenRefused(CommitmentGuards.NotYourTurn)
        .Change(Mei, new(2026, 12, 11)).ThenRefused(CommitmentGuards.ReplacementWaits)
        .Do(static (revision, ask) => new AgreeReplacement(Referral.Id, revision, ask), Ana)
        .Then(
            new CommitmentSuperseded(Referral.Id, Successor),
            new CommitmentSucceeded(Successor, 2, Smaller, true, Referral.Id, Side.Doer, Mei),
            new CheckInPlanned(new($"{Successor}-3"), Successor, CheckInKind.During, new(2026, 12, 7)))
        .ThenTold("commitment.succeeded -> mei")
        .ThenStands(CommitmentState.Superseded)
        .ThenState(static alliance => Assert.Equal(CommitmentState.Active, alliance.Commitments[Successor].State));

    [Fact]
    public void A_replacement_is_refused_taken_back_or_lapses_and_the_promise_stands()
    {
        foreach (var (by, how) in (ValueList<(PersonId, Dropped)>)[(Ana, Dropped.Refused), (Mei, Dropped.Retracted)])
        {
            Proposed().Do(static (revision, ask) => new DropReplacement(Referral.Id, revision, ask, null), by)
                .Then(new CommitmentReplacementDropped(Referral.Id, how, null)).ThenStands(CommitmentState.Active);
        }

        Proposed().WhenClockWalksTo(Local(2026, 11, 30, 0, 0))
            .Then(new CommitmentAnswerReminded(Referral.Id, Waiting.Replacement), new CommitmentReplacementDropped(Referral.Id, Dropped.Lapsed, null)).ThenStands(CommitmentState.Active);
        Proposed().Do(static (revision, ask) => new DropReplacement(Referral.Id, revision, ask, null), Priya).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void A_replacement_needs_a_new_id_and_other_terms() => Referral.Agreed()
        .Do(static (revision, ask) => new ProposeReplacement(Referral.Id, revision, ask, Referral.Id, Smaller, null), Mei)
        .ThenRefused(Agreeing.DraftBad)
        .Do(static (revision, ask) => new ProposeReplacement(Referral.Id, revision, ask, Successor, Referral.Terms, null), Mei)
        .ThenRefused(TermsRules.NothingChanged);

    [Fact]
    public void Everything_ended_stays_ended()
    {
        foreach (var spec in (Spec[])[Referral.Kept(), Referral.Unmet(), Referral.Agreed().GiveUp(Mei), Referral.Agreed().Release(Ana)])
        {
            spec.Report(Mei).ThenRefused(CommitmentGuards.NotOwed);
            spec.Change(Ana, new(2026, 12, 24)).ThenRefused(CommitmentGuards.NotOwed);
            spec.AcceptReport(Ana).ThenRefused(CommitmentGuards.NotReported);
            spec.Release(Ana).ThenRefused(CommitmentGuards.NotOwed);
            spec.GiveUp(Mei).ThenRefused(CommitmentGuards.NotOwed);
            spec.Note(Mei).ThenRefused(CommitmentGuards.HasEnded);
            Assert.Null(spec.State.NextDue);
        }
    }

    private static Spec Proposed() => Referral.Agreed()
        .Do(static (revision, ask) => new ProposeReplacement(Referral.Id, revision, ask, Successor, Smaller, null), Mei);
}

/// <summary>A14: what is recorded stays; a correction is a new entry that names what it corrects, and both agree to it.</summary>
public sealed class RecordTests
{
    [Theory]
    [InlineData(CommitmentState.Kept)]
    [InlineData(CommitmentState.Active)]
    public void A14_Unmet_is_corrected_when_the_other_side_agrees(CommitmentState to) => Referral.Unmet()
        .Do((revision, ask) => new ProposeCorrection(Referral.Id, revision, ask, to, Say("it was delivered by e-mail")), Mei)
        .ThenTold("commitment.correction-proposed -> ana").ThenStands(CommitmentState.Unmet)
        .Do(static (revision, ask) => new AgreeCorrection(Referral.Id, revision, ask), Mei).ThenRefused(CommitmentGuards.NotYourTurn)
        .Do(static (revision, ask) => new AgreeCorrection(Referral.Id, revision, ask), Ana)
        .ThenHappened<CommitmentCorrected>()
        .ThenStands(to)
        .ThenState(static alliance =>
        {
            var history = alliance.Promise().History;
            var corrects = int.Parse(history[^1].Facts.Single(static fact => fact.Name == "corrects").Value, null);
            Assert.Equal("commitment.unmet", history[corrects - 1].What);
            Assert.Contains(CommitmentFlag.Corrected, CommitmentViews.FlagsOf(alliance, alliance.Promise(), alliance.LastAt));
        });

    [Fact]
    public void A14_Kept_is_corrected_to_active_only() => Referral.Kept()
        .Do(static (revision, ask) => new ProposeCorrection(Referral.Id, revision, ask, CommitmentState.Unmet, Say("no")), Ana)
        .ThenRefused(Closing.CannotCorrectTo)
        .Do(static (revision, ask) => new ProposeCorrection(Referral.Id, revision, ask, CommitmentState.Active, Say("it broke")), Ana)
        .Do(static (revision, ask) => new AgreeCorrection(Referral.Id, revision, ask), Mei)
        .ThenStands(CommitmentState.Active)
        .ThenState(static alliance => Assert.Null(alliance.Promise().Ending));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A14_What_is_corrected_to_kept_counts_on_time_or_late_as_both_agreed(bool late) => Referral.Unmet()
        .Do((revision, ask) => new ProposeCorrection(Referral.Id, revision, ask, CommitmentState.Kept, Say("it was there")) { Late = late }, Mei)
        .ThenState(alliance => Assert.Equal(
            late, CommitmentViews.Card(alliance, new PersonReader(Ana), Referral.Id, alliance.LastAt)!.Inside!.Correction!.Late))
        .Do(static (revision, ask) => new AgreeCorrection(Referral.Id, revision, ask), Ana)
        .ThenState(alliance => Assert.Equal(late, alliance.Promise().Ending!.Late));

    [Fact]
    public void A14_A_correction_that_was_stored_before_it_said_whether_late_counts_as_it_did()
    {
        var spec = Referral.Unmet();
        var state = spec.State;
        foreach (var happened in (AllianceEvent[])
            [
                new CommitmentCorrectionProposed(Referral.Id, Side.Doer, CommitmentState.Kept, Say("it was there"), Local(2026, 12, 15, 0, 0)),
                new CommitmentCorrected(Referral.Id, CommitmentState.Kept, 5),
            ])
        {
            state = AllianceDecider.Evolve(state, happened with { By = Mei, At = state.LastAt, Ask = new($"old-{state.Version}") });
        }

        Assert.True(state.Promise().Ending!.Late);
    }

    [Fact]
    public void A14_A_correction_is_proposed_within_fourteen_days_and_by_a_side_of_it()
    {
        var spec = Referral.Unmet();
        spec.Do(Correct, Priya).ThenRefused(Refusal.NotYours);
        spec.Do(Correct, Mei, Local(2026, 12, 24, 0, 0)).ThenRefused(CommitmentGuards.TooLateToCorrect.With("count", "14"));
        spec.Do(Correct, Mei, Local(2026, 12, 23, 23, 59)).ThenHappened<CommitmentCorrectionProposed>();
        Referral.Agreed().Do(Correct, Mei).ThenRefused(CommitmentGuards.NotCorrectable);
        Referral.Agreed().Release(Ana).Do(Correct, Mei).ThenRefused(CommitmentGuards.NotCorrectable);
    }

    [Fact]
    public void A14_A_correction_is_refused_taken_back_or_lapses_and_the_record_stands()
    {
        Referral.Unmet().Do(Correct, Mei).Do(static (revision, ask) => new DropCorrection(Referral.Id, revision, ask, null), Ana)
            .Then(new CommitmentCorrectionDropped(Referral.Id, Dropped.Refused, null)).ThenStands(CommitmentState.Unmet)
            .Do(static (revision, ask) => new AgreeCorrection(Referral.Id, revision, ask), Ana).ThenRefused(CommitmentGuards.NoCorrection);
        Referral.Unmet().Do(Correct, Mei).Do(static (revision, ask) => new DropCorrection(Referral.Id, revision, ask, null), Ruth)
            .Then(new CommitmentCorrectionDropped(Referral.Id, Dropped.Retracted, null));
        Referral.Unmet().Do(Correct, Mei).WhenClockWalksTo(Local(2027, 1, 1, 0, 0))
            .Then(
                new CommitmentAnswerReminded(Referral.Id, Waiting.Correction),
                new CommitmentCorrectionDropped(Referral.Id, Dropped.Lapsed, null))
            .ThenTold("commitment.answer-reminded -> ana", "commitment.correction-dropped -> mei", "commitment.correction-dropped -> ana")
            .ThenStands(CommitmentState.Unmet);
    }

    [Fact]
    public void A14_The_doer_puts_its_own_words_beside_the_receivers_once() => Referral.Unmet()
        .Do(See, Ana).ThenRefused(Refusal.NotYours)
        .Do(See, Mei).Then(new CommitmentSeenDifferently(Referral.Id, Say("We sent it on the 3rd.")))
        .ThenTold("commitment.seen-differently -> ana")
        .ThenStands(CommitmentState.Unmet)
        .ThenState(static alliance => Assert.Equal("We sent it on the 3rd.", alliance.Promise().Ending!.SeenDifferently!.Text))
        .Do(See, Mei).ThenRefused(CommitmentGuards.SeenAlready);

    [Fact]
    public void A14_Only_what_was_called_unmet_is_seen_differently() => Referral.Kept().Do(See, Mei)
        .ThenRefused(CommitmentGuards.NotCorrectable);

    [Fact]
    public void A14_Every_step_keeps_who_when_and_why_and_none_is_ever_edited()
    {
        var spec = Referral.Requested();
        var lines = new List<HistoryEntry>(spec.Promise().History);
        spec.Accept(Mei, Local(2026, 11, 23, 10, 0)).AtRisk(Mei).Change(Mei, new(2026, 12, 11)).AcceptChange(Ana).Report(Mei).Return(Ana)
            .Report(Ruth).AcceptReport(Tom);
        var history = spec.Promise().History;
        Assert.Equal(lines, history.Take(lines.Count));
        Assert.Equal(
            [
                "ana requested", "mei accepted", "mei at-risk the agreement is late", "mei change-proposed more time",
                "ana change-accepted", "mei reported It is live.", "ana returned Only one partner has used it.",
                "ruth reported It is live.", "tom kept",
            ],
            history.Select(static entry => $"{entry.By} {entry.What[11..]} {entry.Said?.Text}".TrimEnd()));
        Assert.Equal(Enumerable.Range(1, history.Count), history.Select(static entry => entry.Revision));
    }

    private static ProposeCorrection Correct(int revision, AskId ask) =>
        new(Referral.Id, revision, ask, CommitmentState.Active, Say("we agreed by phone"));

    private static SeeDifferently See(int revision, AskId ask) => new(Referral.Id, revision, ask, Say("We sent it on the 3rd."));
}
