using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The endings other than done, and what can still be said about a record after it.</summary>
internal static class Closing
{
    public static readonly Refusal CannotCorrectTo = new("commitment.cannot-correct-to");

    public static ValueList<Refusal> All => [CannotCorrectTo];

    public static Outcome? Decide(Alliance alliance, Commitment promise, CommitmentCommand command, CommandContext context) =>
        command switch
        {
            ReleaseCommitment release => TermsRules.Text("reason", release.Reason, Limits.Text)
                ?? EndFirst(alliance, promise, CommitmentState.Released, release.Reason, context)
                ?? (Outcome)new CommitmentReleased(promise.Id, release.Reason),
            GiveUpCommitment giveUp => TermsRules.Text("reason", giveUp.Reason, Limits.Text)
                ?? (Outcome)new CommitmentGivenUp(promise.Id, giveUp.Reason, NoticeDays(alliance, promise, context.At)),
            SayUnmet unmet => TermsRules.Optional("reason", unmet.Reason)
                ?? EndFirst(alliance, promise, CommitmentState.Unmet, unmet.Reason, context)
                ?? (Outcome)new CommitmentUnmet(promise.Id, unmet.Reason),
            KeepWaiting wait => TermsRules.Optional("note", wait.Note)
                ?? (Outcome)new CommitmentWaited(promise.Id, wait.Note),
            ProposeReplacement replace => Replace(alliance, promise, replace, context),
            AgreeReplacement => Succeed(alliance, promise),
            DropReplacement drop => TermsRules.Optional("reason", drop.Reason)
                ?? (Outcome)new CommitmentReplacementDropped(
                    promise.Id, How(alliance, promise, promise.Replacement!.By, context.By), drop.Reason),
            ProposeCorrection correct => Correct(alliance, promise, correct, context),
            AgreeCorrection => new CommitmentCorrected(promise.Id, promise.Correction!.To, promise.Ending!.Entry),
            DropCorrection drop => TermsRules.Optional("reason", drop.Reason)
                ?? (Outcome)new CommitmentCorrectionDropped(
                    promise.Id, How(alliance, promise, promise.Correction!.By, context.By), drop.Reason),
            SeeDifferently see => TermsRules.Text("said", see.Said, Limits.Text)
                ?? (Outcome)new CommitmentSeenDifferently(promise.Id, see.Said),
            _ => null,
        };

    /// <summary>Where money flows from the receiver to the doer, what the receiving side says alone only asks the third pair of eyes.</summary>
    private static Outcome? EndFirst(Alliance alliance, Commitment promise, CommitmentState how, Words? reason, CommandContext context) =>
        Promises.NeedsThird(alliance, promise) && !Promises.IsThird(alliance, context.By, promise)
            ? (Outcome)new CommitmentFirstEnded(promise.Id, how, reason)
            : null;

    /// <summary>Days of notice: whole days from today to the due date, negative after it.</summary>
    public static int NoticeDays(Alliance alliance, Commitment promise, Instant now) =>
        Period.DaysBetween(alliance.DateOf(now), promise.Terms.Due);

    private static Dropped How(Alliance alliance, Commitment promise, Side by, PersonId person) =>
        Promises.SpeaksFor(alliance, person, promise, by) ? Dropped.Retracted : Dropped.Refused;

    private static Outcome Replace(Alliance alliance, Commitment promise, ProposeReplacement replace, CommandContext context)
    {
        if (!IsFree(alliance, promise, replace.Successor)) return Agreeing.DraftBad;
        var terms = TermsRules.Settle(promise.Terms, replace.Terms);
        if (Working.CheckFull(alliance, promise.Terms, terms, context.At) is { } bad) return bad;
        if (TermsRules.Optional("reason", replace.Reason) is { } badReason) return badReason;
        var side = CommitmentGuards.SideOf(alliance, promise, context.By);
        var answerBy = Deadlines.Answer(
            alliance, promise.Terms.PartnerOf(side.Opposite()), context.At, alliance.Settings.ChangeAnswerByDays);
        return new CommitmentReplacementProposed(promise.Id, side, replace.Successor, terms, replace.Reason, answerBy);
    }

    private static Outcome Succeed(Alliance alliance, Commitment promise)
    {
        var replacement = promise.Replacement!;
        if (!IsFree(alliance, promise, replacement.Successor)) return Agreeing.DraftBad;
        if (TermsRules.Sides(alliance, replacement.Terms) is { } bad) return bad;
        return Outcome.Of(
            new CommitmentSuperseded(promise.Id, replacement.Successor),
            new CommitmentSucceeded(
                replacement.Successor, alliance.LastPromise + 1, replacement.Terms, promise.SeenByAll, promise.Id,
                replacement.By, replacement.Person));
    }

    private static bool IsFree(Alliance alliance, Commitment promise, CommitmentId successor) =>
        successor != promise.Id && Agreeing.IsDraft(successor) && !alliance.Commitments.Has(successor);

    private static Outcome Correct(Alliance alliance, Commitment promise, ProposeCorrection correct, CommandContext context)
    {
        var possible = correct.To is CommitmentState.Active or CommitmentState.Kept && correct.To != promise.State;
        if (!possible) return CannotCorrectTo;
        if (TermsRules.Text("reason", correct.Reason, Limits.Text) is { } bad) return bad;
        var side = CommitmentGuards.SideOf(alliance, promise, context.By);
        var answerBy = Deadlines.Answer(
            alliance, promise.Terms.PartnerOf(side.Opposite()), context.At, alliance.Settings.ChangeAnswerByDays);
        bool? late = correct.To == CommitmentState.Kept ? correct.Late : null;
        return new CommitmentCorrectionProposed(promise.Id, side, correct.To, correct.Reason, answerBy, late);
    }
}
