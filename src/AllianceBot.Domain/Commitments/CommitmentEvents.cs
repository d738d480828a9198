using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something happened to one promise; its words lie on the promise's own shelf.</summary>
public abstract record CommitmentEvent(CommitmentId Commitment) : AllianceEvent
{
    public override Shelf Shelf => Shelf.Of(Commitment);
}

// Agreeing

[EventName("commitment.requested.v1")]
public sealed record CommitmentRequested(
    CommitmentId Commitment, int Number, Terms Terms, Words? Reason, bool SeenByAll, Instant AnswerBy, int? Estimate = null)
    : CommitmentEvent(Commitment)
{
    /// <summary>Where it was first said; null where it was asked for by itself.</summary>
    public Source? Source { get; init; }
}

[EventName("commitment.offered.v1")]
public sealed record CommitmentOffered(
    CommitmentId Commitment, int Number, Terms Terms, Words? Reason, bool SeenByAll, Instant AnswerBy, int? Estimate = null)
    : CommitmentEvent(Commitment)
{
    /// <summary>Where it was first said; null where it was offered by itself.</summary>
    public Source? Source { get; init; }
}

[EventName("commitment.countered.v1")]
public sealed record CommitmentCountered(CommitmentId Commitment, Terms Terms, Words? Reason, Instant AnswerBy)
    : CommitmentEvent(Commitment);

/// <summary>Both sides agreed; both people are named from here on.</summary>
[EventName("commitment.accepted.v1")]
public sealed record CommitmentAccepted(CommitmentId Commitment, PersonId Doer, PersonId Receiver)
    : CommitmentEvent(Commitment);

[EventName("commitment.declined.v1")]
public sealed record CommitmentDeclined(CommitmentId Commitment, Words Reason) : CommitmentEvent(Commitment);

[EventName("commitment.withdrawn.v1")]
public sealed record CommitmentWithdrawn(CommitmentId Commitment, Words? Reason) : CommitmentEvent(Commitment);

/// <summary>Half the time to answer is over.</summary>
[EventName("commitment.answer-reminded.v1")]
public sealed record CommitmentAnswerReminded(CommitmentId Commitment, Waiting For = Waiting.Offer) : CommitmentEvent(Commitment);

/// <summary>
/// Time to answer moved later: an outage ate it, nobody who could answer was reached, or a calendar changed.
/// </summary>
[EventName("commitment.answer-by-moved.v1")]
public sealed record CommitmentAnswerByMoved(
    CommitmentId Commitment, Waiting For, Instant AnswerBy, bool NotReached, bool Calendar = false)
    : CommitmentEvent(Commitment);

[EventName("commitment.lapsed.v1")]
public sealed record CommitmentLapsed(CommitmentId Commitment) : CommitmentEvent(Commitment);

// Working

[EventName("commitment.at-risk.v1")]
public sealed record CommitmentAtRisk(CommitmentId Commitment, Words? Reason, bool HelpWanted)
    : CommitmentEvent(Commitment);

[EventName("commitment.risk-cleared.v1")]
public sealed record CommitmentRiskCleared(CommitmentId Commitment, Words? Note) : CommitmentEvent(Commitment);

[EventName("commitment.change-proposed.v1")]
public sealed record CommitmentChangeProposed(CommitmentId Commitment, Side Side, Terms Terms, Words? Reason, Instant AnswerBy)
    : CommitmentEvent(Commitment);

/// <summary>The new terms bind. In time means agreed before the old due date was over.</summary>
[EventName("commitment.change-accepted.v1")]
public sealed record CommitmentChangeAccepted(CommitmentId Commitment, bool InTime) : CommitmentEvent(Commitment);

[EventName("commitment.change-refused.v1")]
public sealed record CommitmentChangeRefused(CommitmentId Commitment, Words? Reason) : CommitmentEvent(Commitment);

[EventName("commitment.change-retracted.v1")]
public sealed record CommitmentChangeRetracted(CommitmentId Commitment) : CommitmentEvent(Commitment);

[EventName("commitment.change-lapsed.v1")]
public sealed record CommitmentChangeLapsed(CommitmentId Commitment) : CommitmentEvent(Commitment);

// Reporting

[EventName("commitment.reported.v1")]
public sealed record CommitmentReported(CommitmentId Commitment, Words? Note, Words? Proof = null, int? Hours = null)
    : CommitmentEvent(Commitment);

[EventName("commitment.report-retracted.v1")]
public sealed record CommitmentReportRetracted(CommitmentId Commitment) : CommitmentEvent(Commitment);

/// <summary>The first of two said yes; the other is asked.</summary>
[EventName("commitment.first-accepted.v1")]
public sealed record CommitmentFirstAccepted(CommitmentId Commitment, Words? Note) : CommitmentEvent(Commitment);

/// <summary>The receiver accepted: done. Late when it was reported after the due date.</summary>
[EventName("commitment.kept.v1")]
public sealed record CommitmentKept(CommitmentId Commitment, bool Late, Words? Note) : CommitmentEvent(Commitment);

/// <summary>A condition is not met. With a date, the doer is asked to agree to it until AnswerBy.</summary>
[EventName("commitment.returned.v1")]
public sealed record CommitmentReturned(CommitmentId Commitment, Words Unmet, LocalDate? Due, Instant? AnswerBy)
    : CommitmentEvent(Commitment);

/// <summary>
/// Nobody has said whether it is done: 1 reminds the receiver, 2 asks its managers, 3 leaves it delivered,
/// unconfirmed.
/// </summary>
[EventName("commitment.confirm-reminded.v1")]
public sealed record CommitmentConfirmReminded(CommitmentId Commitment, int Step) : CommitmentEvent(Commitment);

// Ending

/// <summary>
/// Where money flows from the receiver to the doer, the receiving side's word that it is released or not met: it ends once the
/// third pair of eyes says the same.
/// </summary>
/// <param name="As">Released or unmet.</param>
[EventName("commitment.first-ended.v1")]
public sealed record CommitmentFirstEnded(CommitmentId Commitment, CommitmentState As, Words? Reason) : CommitmentEvent(Commitment);

[EventName("commitment.released.v1")]
public sealed record CommitmentReleased(CommitmentId Commitment, Words Reason) : CommitmentEvent(Commitment);

/// <summary>The doer will not do it, so many days before it was due; negative when after.</summary>
[EventName("commitment.given-up.v1")]
public sealed record CommitmentGivenUp(CommitmentId Commitment, Words Reason, int NoticeDays)
    : CommitmentEvent(Commitment);

/// <summary>It became overdue: the doer is told.</summary>
[EventName("commitment.overdue-told.v1")]
public sealed record CommitmentOverdueTold(CommitmentId Commitment) : CommitmentEvent(Commitment);

/// <summary>Still no report: the receiver is asked what it makes of it.</summary>
[EventName("commitment.overdue-asked.v1")]
public sealed record CommitmentOverdueAsked(CommitmentId Commitment) : CommitmentEvent(Commitment);

[EventName("commitment.waited.v1")]
public sealed record CommitmentWaited(CommitmentId Commitment, Words? Note) : CommitmentEvent(Commitment);

[EventName("commitment.unmet.v1")]
public sealed record CommitmentUnmet(CommitmentId Commitment, Words? Reason) : CommitmentEvent(Commitment);

[EventName("commitment.replacement-proposed.v1")]
public sealed record CommitmentReplacementProposed(
    CommitmentId Commitment, Side Side, CommitmentId Successor, Terms Terms, Words? Reason, Instant AnswerBy)
    : CommitmentEvent(Commitment);

/// <summary>The replacement is off: refused, taken back, or its time ran out (by the clock).</summary>
[EventName("commitment.replacement-dropped.v1")]
public sealed record CommitmentReplacementDropped(CommitmentId Commitment, Dropped How, Words? Reason)
    : CommitmentEvent(Commitment);

[EventName("commitment.superseded.v1")]
public sealed record CommitmentSuperseded(CommitmentId Commitment, CommitmentId Successor)
    : CommitmentEvent(Commitment);

/// <summary>A promise that both sides agreed on in place of another.</summary>
[EventName("commitment.succeeded.v1")]
public sealed record CommitmentSucceeded(
    CommitmentId Commitment, int Number, Terms Terms, bool SeenByAll, CommitmentId Predecessor, Side ProposedBy, PersonId Proposer)
    : CommitmentEvent(Commitment);

/// <summary>One side says how it ended instead; to kept it says whether late, unless it was stored before that was asked.</summary>
[EventName("commitment.correction-proposed.v1")]
public sealed record CommitmentCorrectionProposed(
    CommitmentId Commitment, Side Side, CommitmentState To, Words Reason, Instant AnswerBy, bool? Late = null)
    : CommitmentEvent(Commitment);

/// <summary>The correction is off: refused, taken back, or its time ran out (by the clock).</summary>
[EventName("commitment.correction-dropped.v1")]
public sealed record CommitmentCorrectionDropped(CommitmentId Commitment, Dropped How, Words? Reason)
    : CommitmentEvent(Commitment);

/// <summary>Both agreed that the record was wrong. It names the entry it corrects, which stays.</summary>
[EventName("commitment.corrected.v1")]
public sealed record CommitmentCorrected(CommitmentId Commitment, CommitmentState To, int Corrects)
    : CommitmentEvent(Commitment);

[EventName("commitment.seen-differently.v1")]
public sealed record CommitmentSeenDifferently(CommitmentId Commitment, Words Said) : CommitmentEvent(Commitment);

// Coming again

/// <summary>The next occurrence of a repeated promise came into being, under what both sides agreed for all of them.</summary>
/// <param name="Commitment">The occurrence.</param>
/// <param name="Series">The repeated promise.</param>
/// <param name="Occurrence">The how many-eth it is.</param>
/// <param name="Terms">Its own, with its date.</param>
/// <param name="SeenByAll">As for the series.</param>
/// <param name="Passed">Dates before it that went by while the bot was away.</param>
[EventName("commitment.came-up.v1")]
public sealed record CommitmentCameUp(
    CommitmentId Commitment, CommitmentId Series, int Occurrence, Terms Terms, bool SeenByAll, int Passed)
    : CommitmentEvent(Commitment);

/// <summary>One side leaves a repeated promise: the occurrence that is there stands, none comes after it.</summary>
[EventName("commitment.series-left.v1")]
public sealed record CommitmentSeriesLeft(CommitmentId Commitment, Side Side, Words Reason) : CommitmentEvent(Commitment);

/// <summary>The last date of a repeated promise is over.</summary>
[EventName("commitment.series-ended.v1")]
public sealed record CommitmentSeriesEnded(CommitmentId Commitment) : CommitmentEvent(Commitment);

// At any time

[EventName("commitment.noted.v1")]
public sealed record CommitmentNoted(CommitmentId Commitment, Side Side, Words Said, bool Question)
    : CommitmentEvent(Commitment);

/// <summary>The doing side put a sentence beside what the next digests say about it.</summary>
[EventName("commitment.remarked.v1")]
public sealed record CommitmentRemarked(CommitmentId Commitment, Words Said) : CommitmentEvent(Commitment);

/// <summary>
/// One side's part went to another person of that partner; to nobody when the partner has nobody left.
/// </summary>
[EventName("commitment.handed-over.v1")]
public sealed record CommitmentHandedOver(CommitmentId Commitment, Side Side, PersonId? From, PersonId? To, bool Left)
    : CommitmentEvent(Commitment);

/// <summary>How many hours of work it takes; null for nobody knows.</summary>
[EventName("commitment.estimated.v1")]
public sealed record CommitmentEstimated(CommitmentId Commitment, int? Hours) : CommitmentEvent(Commitment);

/// <summary>It builds on another promise: what slips there is told here.</summary>
[EventName("commitment.depends.v1")]
public sealed record CommitmentDepends(CommitmentId Commitment, CommitmentId On) : CommitmentEvent(Commitment);

/// <summary>It no longer builds on that promise.</summary>
[EventName("commitment.depends-no-more.v1")]
public sealed record CommitmentDependsNoMore(CommitmentId Commitment, CommitmentId On) : CommitmentEvent(Commitment);

/// <summary>Both partners let it rest: its clocks stand still.</summary>
[EventName("commitment.rested.v1")]
public sealed record CommitmentRested(CommitmentId Commitment) : CommitmentEvent(Commitment);

/// <summary>It goes on, and its date moved by as much as it rested.</summary>
[EventName("commitment.woken.v1")]
public sealed record CommitmentWoken(CommitmentId Commitment, LocalDate Due) : CommitmentEvent(Commitment);

/// <summary>The last at risk, clear or note was taken back in time.</summary>
[EventName("commitment.undone.v1")]
public sealed record CommitmentUndone(CommitmentId Commitment) : CommitmentEvent(Commitment);

/// <summary>What somebody said by phone or on paper was entered for them; it waits for the yes of their side.</summary>
[EventName("commitment.told.v1")]
public sealed record CommitmentTold(
    CommitmentId Commitment, PersonId ToldBy, ToldAnswer Answer, Words? Note, LocalDate? Due, bool HelpWanted, CheckInId? CheckIn)
    : CommitmentEvent(Commitment);

/// <summary>It is right: what was said happens with it, in events of its own.</summary>
[EventName("commitment.told-confirmed.v1")]
public sealed record CommitmentToldConfirmed(CommitmentId Commitment) : CommitmentEvent(Commitment);

/// <summary>It is not right, or was taken back by who entered it.</summary>
[EventName("commitment.told-rejected.v1")]
public sealed record CommitmentToldRejected(CommitmentId Commitment) : CommitmentEvent(Commitment);

/// <summary>How something that waited for a yes went away.</summary>
public enum Dropped
{
    Refused,
    Retracted,
    Lapsed,
}

/// <summary>What waits for an answer.</summary>
public enum Waiting
{
    Offer,
    Change,
    Replacement,
    Correction,
}
