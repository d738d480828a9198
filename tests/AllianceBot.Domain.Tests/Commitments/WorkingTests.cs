using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class WorkingTests
{
    private static readonly LocalDate Later = new(2026, 12, 11);

    [Fact]
    public void A11_The_doer_flags_at_risk_early_and_the_receiver_is_told_when_it_can_no_longer_be_taken_back()
    {
        var spec = Referral.Agreed().AtRisk(Mei)
            .Then(new CommitmentAtRisk(Referral.Id, Say("the agreement is late"), HelpWanted: false))
            .ThenTold("commitment.at-risk -> ana");
        var notice = Assert.Single(spec.Told());
        Assert.Equal(spec.State.LastAt + spec.State.Settings.UndoWindow, notice.NotBefore);
        Assert.Equal(spec.State.Version, notice.Undoable);
        Assert.False(notice.MayFallBack);
        Assert.Contains(CommitmentFlag.AtRisk, spec.Card(Ana)!.Inside!.Flags);
        Assert.DoesNotContain(CommitmentFlag.Overdue, spec.Card(Ana)!.Inside!.Flags);
    }

    [Fact]
    public void A11_Help_is_asked_of_those_who_can_help_and_they_read_what_would_help()
    {
        var spec = Referral.Agreed().AtRisk(Mei, help: true)
            .ThenTold("commitment.at-risk -> ana", "commitment.help-wanted -> priya");
        var card = spec.Card(Priya)!;
        Assert.Null(card.Inside);
        Assert.Equal("the agreement is late", card.HelpAsked!.Reason);
        Assert.Null(spec.Card(Dale)!.HelpAsked);
    }

    [Fact]
    public void A11_Only_the_doing_side_flags_and_clears() => Referral.Agreed()
        .AtRisk(Ana).ThenRefused(Refusal.NotYours)
        .AtRisk(Tom).ThenRefused(Refusal.NotYours)
        .Do(static (revision, ask) => new ClearRisk(Referral.Id, revision, ask, null), Mei).ThenRefused(CommitmentGuards.NoRisk)
        .AtRisk(Ruth)
        .Do(static (revision, ask) => new ClearRisk(Referral.Id, revision, ask, null), Mei)
        .Then(new CommitmentRiskCleared(Referral.Id, null))
        .ThenState(static alliance => Assert.Null(alliance.Promise().Risk));

    [Fact]
    public void A11_What_is_not_agreed_is_not_at_risk() => Referral.Requested().AtRisk(Mei).ThenRefused(CommitmentGuards.NotOwed);

    [Theory]
    [InlineData("mei", "ana", Side.Doer)]
    [InlineData("ana", "mei", Side.Receiver)]
    public void A7_Either_side_proposes_a_change_and_the_old_terms_bind_until_the_other_accepts(string by, string other, Side side) =>
        Referral.Agreed().Change(new(by), Later)
            .ThenHappened<CommitmentChangeProposed>(proposed => proposed.Side == side)
            .ThenTold($"commitment.change-proposed -> {other}")
            .ThenStands(CommitmentState.ChangeProposed)
            .ThenState(static alliance => Assert.Equal(Referral.Due, alliance.Promise().Terms.Due))
            .AcceptChange(new(by)).ThenRefused(CommitmentGuards.NotYourTurn)
            .AcceptChange(new(other))
            .Then(new CommitmentChangeAccepted(Referral.Id, InTime: true))
            .ThenStands(CommitmentState.Active)
            .ThenState(static alliance => Assert.Equal(Later, alliance.Promise().Terms.Due));

    [Fact]
    public void A7_A_change_agreed_after_the_date_was_over_is_late() => Referral.Agreed()
        .Change(Mei, Later, Local(2026, 12, 5, 10, 0))
        .AcceptChange(Ana, Local(2026, 12, 7, 10, 0))
        .Then(new CommitmentChangeAccepted(Referral.Id, InTime: false));

    [Fact]
    public void A7_A_refused_or_retracted_change_leaves_the_old_terms() => Referral.Agreed()
        .Change(Mei, Later)
        .RefuseChange(Ana).Then(new CommitmentChangeRefused(Referral.Id, null)).ThenStands(CommitmentState.Active)
        .Change(Mei, Later)
        .Do(static (revision, ask) => new RetractChange(Referral.Id, revision, ask), Ana).ThenRefused(CommitmentGuards.NotYourTurn)
        .Do(static (revision, ask) => new RetractChange(Referral.Id, revision, ask), Ruth).ThenStands(CommitmentState.Active)
        .Do(static (revision, ask) => new RetractChange(Referral.Id, revision, ask), Ruth).ThenRefused(CommitmentGuards.NoChange)
        .ThenState(static alliance => Assert.Equal(Referral.Due, alliance.Promise().Terms.Due));

    [Fact]
    public void A7_A_change_is_answered_with_another_change() => Referral.Agreed()
        .Change(Mei, Later)
        .Change(Mei, Later.PlusDays(7)).ThenRefused(CommitmentGuards.ChangeWaits)
        .Change(Ana, Later).ThenRefused(TermsRules.NothingChanged)
        .Change(Ana, Later.PlusDays(-3)).ThenHappened<CommitmentChangeProposed>(static proposed => proposed.Side == Side.Receiver)
        .RefuseChange(Mei).ThenStands(CommitmentState.Active);

    [Fact]
    public void A7_A_change_of_nothing_or_to_a_past_date_or_of_the_partners_is_refused() => Referral.Agreed()
        .Change(Mei, Referral.Due).ThenRefused(TermsRules.NothingChanged)
        .Change(Mei, new(2026, 11, 1)).ThenRefused(TermsRules.DuePast)
        .Do(
            static (revision, ask) => new ProposeChange(
                Referral.Id, revision, ask, Referral.Terms with { DoerPartner = Workforce, Doer = Priya }, null), Mei)
        .ThenRefused(TermsRules.PartnersFixed);

    [Fact]
    public void A7_Whose_promise_it_is_not_changes_nothing() => Referral.Agreed()
        .Change(Priya, Later).ThenRefused(Refusal.NotYours)
        .Change(Sam, Later).ThenRefused(Refusal.NotYours)
        .Change(Jonas, Later).ThenRefused(Refusal.NotYours);

    [Fact]
    public void Nobody_accepts_their_own_change_for_the_other_side() => Referral.Agreed()
        .When(new AssignRole(Tom, Role.Manager, Lakeside, Spec.Ask(70)), by: Ruth)
        .Change(Tom, Later)
        .AcceptChange(Tom).ThenRefused(CommitmentGuards.OwnProposal)
        .AcceptChange(Ana).ThenStands(CommitmentState.Active);

    [Fact]
    public void A14_Notes_and_questions_reach_the_other_side_and_move_no_clock()
    {
        var spec = Referral.Agreed();
        var due = spec.State.NextDue;
        spec.Note(Ana).ThenTold("commitment.noted -> mei").ThenStands(CommitmentState.Active);
        spec.Note(Mei, question: true).ThenTold("commitment.asked -> ana");
        Assert.Equal(due, spec.State.NextDue);
        spec.Note(Priya).ThenRefused(Refusal.NotYours);
        spec.Do(static (revision, ask) => new AddNote(Referral.Id, revision, ask, Say(" "), false), Mei).ThenRefused(TermsRules.TextMissing);
    }

    [Fact]
    public void A_question_is_asked_before_an_answer_and_not_after_the_end() => Referral.Requested()
        .Note(Mei, question: true).ThenHappened<CommitmentNoted>()
        .Do(static (revision, ask) => new DeclineCommitment(Referral.Id, revision, ask, Say("no")), Mei)
        .Note(Mei).ThenRefused(CommitmentGuards.HasEnded);

    [Fact]
    public void Undo_puts_the_flag_back_within_its_time_for_the_same_person_while_nothing_came_after()
    {
        var spec = Referral.Agreed().AtRisk(Mei);
        var before = spec.State.Commitments[Referral.Id].History.Count - 1;
        spec.Undo(Ruth).ThenRefused(CommitmentGuards.NothingToUndo)
            .Undo(Mei).Then(new CommitmentUndone(Referral.Id)).ThenTold()
            .ThenState(alliance =>
            {
                Assert.Null(alliance.Promise().Risk);
                Assert.Equal(before, alliance.Promise().History.Count);
            })
            .Undo(Mei).ThenRefused(CommitmentGuards.NothingToUndo);
        spec.AtRisk(Mei);
        spec.Undo(Mei, spec.State.LastAt + spec.State.Settings.UndoWindow).ThenRefused(CommitmentGuards.NothingToUndo);
        spec.AtRisk(Mei).Note(Ana).Undo(Mei).ThenRefused(CommitmentGuards.NothingToUndo);
    }

    [Fact]
    public void Undo_works_from_the_card_that_was_shown_before()
    {
        var spec = Referral.Agreed();
        var shown = spec.Promise().Revision;
        spec.AtRisk(Mei).When(new UndoCommitment(Referral.Id, shown, Spec.Ask(50)), by: Mei, spec.State.LastAt)
            .Then(new CommitmentUndone(Referral.Id));
    }
}
