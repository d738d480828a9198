using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something happened to one case; its words lie on the case's own shelf.</summary>
public abstract record CaseEvent(CaseId Case) : AllianceEvent
{
    public override Shelf Shelf => Shelf.Of(Case);
}

[EventName("case.opened.v1")]
public sealed record CaseOpened(
    CaseId Case, string Name, ConflictKind Kind, ProcessId Process, int Version, Words Matter, PartnerId For,
    ValueList<PartnerId> Parties, ValueList<CasePerson> People, PersonId? Person, ConcernId? Concern, CommitmentId? About,
    CaseTime Answer)
    : CaseEvent(Case);

[EventName("case.acknowledged.v1")]
public sealed record CaseAcknowledged(CaseId Case, PartnerId Partner) : CaseEvent(Case);

/// <summary>It came to a rung: from the beginning, up, down, or back.</summary>
/// <param name="Rung">From 1.</param>
/// <param name="People">Whose turn it is there.</param>
/// <param name="Joins">Who joins with it.</param>
/// <param name="Time">The rung's own clock, or the one for naming somebody neutral.</param>
/// <param name="Naming">The time is for naming somebody neutral.</param>
/// <param name="Statements">The time for statements, where they are first needed.</param>
/// <param name="Silent">Parties that had not answered by then, kept by name.</param>
[EventName("case.moved.v1")]
public sealed record CaseMoved(
    CaseId Case, CaseMove How, int Rung, ValueList<PersonId> People, ValueList<CasePerson> Joins, CaseTime Time, bool Naming,
    CaseTime? Statements, ValueList<PartnerId> Silent, PartnerId? Of, Words? Why)
    : CaseEvent(Case);

[EventName("case.statement-given.v1")]
public sealed record CaseStatementGiven(
    CaseId Case, PartnerId? Of, Words Facts, Words Interests, Words Wish, ValueList<PersonId> Quoted)
    : CaseEvent(Case);

/// <summary>All statements appear to all parties at the same moment.</summary>
/// <param name="Silent">Parties that gave none.</param>
[EventName("case.statements-shown.v1")]
public sealed record CaseStatementsShown(CaseId Case, ValueList<PartnerId> Silent) : CaseEvent(Case);

[EventName("case.answered.v1")]
public sealed record CaseAnswered(CaseId Case, PartnerId? Of, Words Said) : CaseEvent(Case);

[EventName("case.summarised.v1")]
public sealed record CaseSummarised(CaseId Case, PartnerId? Of, Words Text, ValueList<PersonId> Quoted) : CaseEvent(Case);

[EventName("case.noted.v1")]
public sealed record CaseNoted(CaseId Case, PartnerId? Of, Words Said, ValueList<PersonId> Quoted) : CaseEvent(Case);

[EventName("case.skip-asked.v1")]
public sealed record CaseSkipAsked(CaseId Case, PartnerId Of, int Rung, int Ground, PersonId Confirmer, Words Why) : CaseEvent(Case);

/// <summary>The neutral does not see the ground, or can no longer say.</summary>
[EventName("case.skip-refused.v1")]
public sealed record CaseSkipRefused(CaseId Case, Words? Why) : CaseEvent(Case);

[EventName("case.motion-made.v1")]
public sealed record CaseMotionMade(CaseId Case, PartnerId Of, MotionAsked What, Words? Why) : CaseEvent(Case);

[EventName("case.motion-agreed.v1")]
public sealed record CaseMotionAgreed(CaseId Case, PartnerId Partner) : CaseEvent(Case);

[EventName("case.motion-dropped.v1")]
public sealed record CaseMotionDropped(CaseId Case, PartnerId Of, Dropped How, Words? Why) : CaseEvent(Case);

[EventName("case.extended.v1")]
public sealed record CaseExtended(CaseId Case, int Days, CaseTime Time) : CaseEvent(Case);

/// <summary>It rests until a day, and then goes on with the time that is left.</summary>
[EventName("case.paused.v1")]
public sealed record CasePaused(CaseId Case, LocalDate Until, int? Remaining) : CaseEvent(Case);

[EventName("case.resumed.v1")]
public sealed record CaseResumed(CaseId Case, CaseTime? Time, CaseTime? Statements) : CaseEvent(Case);

/// <summary>All parties named somebody neutral; on a rung that waits for it, its own days begin.</summary>
[EventName("case.neutral-named.v1")]
public sealed record CaseNeutralNamed(CaseId Case, PersonId Person, CaseTime? Time) : CaseEvent(Case);

/// <summary>Who was neutral no longer is: stepped down, left, or turned out to be of a party. Another is to be named.</summary>
[EventName("case.neutral-gone.v1")]
public sealed record CaseNeutralGone(CaseId Case, PersonId Person, NeutralGone Why, CaseTime? Time, Words? Said) : CaseEvent(Case);

[EventName("case.promises-rested.v1")]
public sealed record CasePromisesRested(CaseId Case, ValueList<CommitmentId> Promises) : CaseEvent(Case);

[EventName("case.promises-woken.v1")]
public sealed record CasePromisesWoken(CaseId Case, ValueList<CommitmentId> Promises) : CaseEvent(Case);

/// <summary>All parties agreed to a step of the process' table.</summary>
[EventName("case.responded.v1")]
public sealed record CaseResponded(CaseId Case, int Step, PartnerId Partner) : CaseEvent(Case);

[EventName("case.settlement-proposed.v1")]
public sealed record CaseSettlementProposed(CaseId Case, PartnerId? Of, Settlement What, CaseTime Time, int? Remaining) : CaseEvent(Case)
{
    public override Shelf Shelf => Shelf.OutcomeOf(Case);
}

[EventName("case.settlement-agreed.v1")]
public sealed record CaseSettlementAgreed(CaseId Case, PartnerId Partner) : CaseEvent(Case);

/// <summary>It is off: refused, taken back, or its time ran out; the rung goes on with the time that is left.</summary>
[EventName("case.settlement-dropped.v1")]
public sealed record CaseSettlementDropped(CaseId Case, PartnerId? Of, Dropped How, Words? Why, CaseTime? Time) : CaseEvent(Case)
{
    /// <summary>The time that was left for a common text for the others; null where none is asked for, and in events of earlier releases.</summary>
    public CaseTime? Review { get; init; }
}

/// <summary>All agreed; the promises of it are accepted with it.</summary>
[EventName("case.settled.v1")]
public sealed record CaseSettled(CaseId Case) : CaseEvent(Case);

[EventName("case.follow-up-asked.v1")]
public sealed record CaseFollowUpAsked(CaseId Case, FollowUpReason Why, CaseTime Time) : CaseEvent(Case);

[EventName("case.follow-up-answered.v1")]
public sealed record CaseFollowUpAnswered(CaseId Case, PartnerId Partner, bool Holds, Words? Said) : CaseEvent(Case);

[EventName("case.follow-up-reminded.v1")]
public sealed record CaseFollowUpReminded(CaseId Case, CaseTime Time) : CaseEvent(Case);

[EventName("case.review-asked.v1")]
public sealed record CaseReviewAsked(CaseId Case, PartnerId? Of, ReviewAsked What, Words? Text, CaseTime Time) : CaseEvent(Case)
{
    public override Shelf Shelf => Shelf.OutcomeOf(Case);
}

[EventName("case.review-text-written.v1")]
public sealed record CaseReviewTextWritten(CaseId Case, PartnerId? Of, Words Text) : CaseEvent(Case)
{
    public override Shelf Shelf => Shelf.OutcomeOf(Case);
}

[EventName("case.review-text-approved.v1")]
public sealed record CaseReviewTextApproved(CaseId Case, PartnerId Partner) : CaseEvent(Case);

/// <summary>The other partners are asked.</summary>
/// <param name="Decision">In this decision.</param>
/// <param name="WithText">They read what the parties approved; else only what is asked.</param>
[EventName("case.review-opened.v1")]
public sealed record CaseReviewOpened(CaseId Case, DecisionId Decision, bool WithText) : CaseEvent(Case);

[EventName("case.closed.v1")]
public sealed record CaseClosed(CaseId Case, CaseEnd As, ValueList<PartnerId> NotConfirmed) : CaseEvent(Case);

/// <summary>A party leaves the alliance in good order, on that day.</summary>
[EventName("case.exited.v1")]
public sealed record CaseExited(CaseId Case, PartnerId Leaving, LocalDate? LeavesOn) : CaseEvent(Case);

[EventName("case.withdrawn.v1")]
public sealed record CaseWithdrawn(CaseId Case, Words? Why, int? Remaining) : CaseEvent(Case);

[EventName("case.referred.v1")]
public sealed record CaseReferred(CaseId Case, PartnerId? Of, Words? Why) : CaseEvent(Case);

[EventName("case.level-asked.v1")]
public sealed record CaseLevelAsked(CaseId Case, int Item, Level Level) : CaseEvent(Case);

/// <summary>Somebody consented, or did not: then it stays where it is.</summary>
[EventName("case.level-answered.v1")]
public sealed record CaseLevelAnswered(CaseId Case, int Item, bool Consent) : CaseEvent(Case);

[EventName("case.level-raised.v1")]
public sealed record CaseLevelRaised(CaseId Case, int Item, Level Level) : CaseEvent(Case);

/// <summary>The rung's time ran out, and the parties say how to go on.</summary>
[EventName("case.time-up.v1")]
public sealed record CaseTimeUp(CaseId Case, ValueList<PartnerId> Silent) : CaseEvent(Case);

/// <summary>Nothing was done for a while: 1 asks the parties, from 2 on the neutral too.</summary>
[EventName("case.no-progress.v1")]
public sealed record CaseNoProgress(CaseId Case, int Step) : CaseEvent(Case);

/// <summary>What ran out while the bot was away gets half its time again; or a calendar changed, and there is more time.</summary>
[EventName("case.times-moved.v1")]
public sealed record CaseTimesMoved(CaseId Case, ValueList<MovedTime> Times, bool Calendar) : CaseEvent(Case);

/// <summary>Somebody no longer acts for a party; where nobody else is left in the case, somebody stands in.</summary>
[EventName("case.person-left.v1")]
public sealed record CasePersonLeft(CaseId Case, PersonId Person, PartnerId? Partner, PersonId? Heir) : CaseEvent(Case);

[EventName("case.party-left.v1")]
public sealed record CasePartyLeft(CaseId Case, PartnerId Partner) : CaseEvent(Case);

/// <summary>How it came to a rung.</summary>
public enum CaseMove
{
    /// <summary>All parties have read it, or the time for that is over.</summary>
    Started,
    Up,

    /// <summary>Up by the clock.</summary>
    TimeRanOut,

    /// <summary>Up by more than one, on a ground that the neutral confirmed.</summary>
    Skipped,
    Down,

    /// <summary>The settlement does not hold.</summary>
    NotHolding,

    /// <summary>The other partners sent it back.</summary>
    SentBack,
    KeptOpen,
    Reopened,
}

/// <summary>Why somebody is neutral no more.</summary>
public enum NeutralGone
{
    SteppedDown,
    Left,

    /// <summary>Is of a party now, or owes something in dispute.</summary>
    NotNeutral,
}

/// <summary>One of the clocks of a case, with its new time.</summary>
public sealed record MovedTime(CaseTimer Timer, CaseTime Time);

/// <summary>The clocks of a case.</summary>
public enum CaseTimer
{
    Answer,
    Rung,
    Statements,
    Settlement,
    FollowUp,
    ReviewText,
}
