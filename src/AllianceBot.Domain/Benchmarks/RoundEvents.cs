using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something about the benchmarks that is of no round.</summary>
public abstract record BenchmarkEvent : AllianceEvent;

/// <summary>A note on a component that was taken alone.</summary>
[EventName("benchmarks.noted.v1")]
public sealed record TalkNoted(int Component, Words Note) : BenchmarkEvent;

/// <summary>Signs showed that a round would help, and one was offered to the facilitator.</summary>
[EventName("benchmarks.offered.v1")]
public sealed record RoundOffered(ValueList<RoundSign> Signs) : BenchmarkEvent;

/// <summary>Something happened in one round; its words lie on the round's own shelf.</summary>
public abstract record RoundEvent(RoundId Round) : AllianceEvent
{
    public override Shelf Shelf => Shelf.Of(Round);
}

// Meetings

[EventName("round.planned.v1")]
public sealed record RoundPlanned(RoundId Round, int Number, ValueList<LocalDate> Meetings) : RoundEvent(Round);

/// <summary>From here on the partners and the sums of the ledger are those of now, whatever comes.</summary>
[EventName("round.started.v1")]
public sealed record RoundStarted(RoundId Round, ValueList<PartnerId> Roster, Baseline? Baseline) : RoundEvent(Round);

/// <summary>The facilitator was reminded of a planned meeting.</summary>
[EventName("round.meeting-reminded.v1")]
public sealed record RoundMeetingReminded(RoundId Round, LocalDate Date) : RoundEvent(Round);

[EventName("round.present-marked.v1")]
public sealed record RoundPresentMarked(RoundId Round, ValueList<PersonId> People) : RoundEvent(Round);

[EventName("round.break-taken.v1")]
public sealed record RoundBreakTaken(RoundId Round, Instant Until) : RoundEvent(Round);

[EventName("round.break-over.v1")]
public sealed record RoundBreakOver(RoundId Round) : RoundEvent(Round);

/// <summary>A meeting ended: by the facilitator, or by the clock when nobody did anything for long.</summary>
[EventName("round.paused.v1")]
public sealed record RoundPaused(RoundId Round, LocalDate? Next) : RoundEvent(Round);

[EventName("round.resumed.v1")]
public sealed record RoundResumed(RoundId Round) : RoundEvent(Round);

/// <summary>Nothing happened for a long time.</summary>
[EventName("round.suspended.v1")]
public sealed record RoundSuspended(RoundId Round) : RoundEvent(Round);

[EventName("round.abandoned.v1")]
public sealed record RoundAbandoned(RoundId Round, Words Reason) : RoundEvent(Round);

[EventName("round.completed.v1")]
public sealed record RoundCompleted(RoundId Round, LocalDate Review) : RoundEvent(Round);

[EventName("round.review-due.v1")]
public sealed record RoundReviewDue(RoundId Round) : RoundEvent(Round);

/// <summary>It was looked at again; with a date it comes up once more.</summary>
[EventName("round.reviewed.v1")]
public sealed record RoundReviewed(RoundId Round, Words? Said, LocalDate? Again) : RoundEvent(Round);

/// <summary>A partner of the roster left the alliance.</summary>
[EventName("round.partner-left.v1")]
public sealed record RoundPartnerLeft(RoundId Round, PartnerId Partner) : RoundEvent(Round);

// One component

[EventName("round.opened.v1")]
public sealed record ComponentOpened(RoundId Round, int Component) : RoundEvent(Round);

[EventName("round.gathering.v1")]
public sealed record ComponentGathering(RoundId Round, int Component, Gathering How, Instant? QuietUntil) : RoundEvent(Round);

/// <summary>Words before the talk: typed by who said them, or told and typed by the facilitator.</summary>
[EventName("round.word-given.v1")]
public sealed record WordGiven(
    RoundId Round, int Component, PartnerId Partner, PersonId Person, Words? Text, int? Number, bool Passed, bool ReadOut, bool Alone = false)
    : RoundEvent(Round);

/// <summary>Whose words were told says that they are right, or takes them out.</summary>
[EventName("round.word-answered.v1")]
public sealed record WordAnswered(RoundId Round, int Component, AskId Word, bool Right) : RoundEvent(Round);

[EventName("round.quiet-over.v1")]
public sealed record QuietOver(RoundId Round, int Component) : RoundEvent(Round);

/// <summary>The facilitator marked people as heard in the talk, or as passing, each for one partner.</summary>
[EventName("round.heard.v1")]
public sealed record PartnersHeard(RoundId Round, int Component, ValueList<Heard> People, bool Passed) : RoundEvent(Round);

[EventName("round.shown.v1")]
public sealed record WordsShown(RoundId Round, int Component, ValueList<PartnerId> Without) : RoundEvent(Round);

/// <summary>A sentence was caught. What it became was made with it: the request, or the goal.</summary>
[EventName("round.caught.v1")]
public sealed record LineCaught(
    RoundId Round, int Component, int Line, LineKind Kind, Words Text, PersonId? Owner, LocalDate? Date, CommitmentId? Promise, GoalId? Goal)
    : RoundEvent(Round);

[EventName("round.struck.v1")]
public sealed record LineStruck(RoundId Round, int Line) : RoundEvent(Round);

[EventName("round.branch-answered.v1")]
public sealed record BranchAnswered(RoundId Round, string Indicator, BranchKind Kind, Words Text) : RoundEvent(Round);

[EventName("round.recorded.v1")]
public sealed record ComponentRecorded(
    RoundId Round, int Component, Words? Summary, ValueList<PartnerId> Present, ValueList<PartnerId> Spoke, ValueList<PartnerId> Passed,
    ValueList<PartnerId> NotHeard, ValueList<string> OpenIndicators)
    : RoundEvent(Round);

[EventName("round.record-answered.v1")]
public sealed record RecordAnswered(RoundId Round, int Component, PartnerId Partner, Stance Stance, Words? Text) : RoundEvent(Round);

[EventName("round.record-reminded.v1")]
public sealed record RecordReminded(RoundId Round, int Component) : RoundEvent(Round);

/// <summary>The bot was away when the time to answer ran out: more of it is given.</summary>
[EventName("round.record-extended.v1")]
public sealed record RecordExtended(RoundId Round, int Component, Instant Until) : RoundEvent(Round);

/// <summary>The time to answer is over, or everybody did. Who did not stands with the name.</summary>
[EventName("round.confirmed.v1")]
public sealed record ComponentConfirmed(RoundId Round, int Component, ValueList<PartnerId> NotConfirmed) : RoundEvent(Round);

/// <summary>Talked over again: by the facilitator, or because a partner objects.</summary>
[EventName("round.reopened.v1")]
public sealed record ComponentReopened(RoundId Round, int Component, Words? Reason, PartnerId? Objects) : RoundEvent(Round);
