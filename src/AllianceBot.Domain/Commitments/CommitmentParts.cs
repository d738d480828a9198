using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// The states of a commitment. At risk, overdue, kept late and paused are derived, never stored as a state.
/// </summary>
public enum CommitmentState
{
    Requested,
    Offered,
    Countered,
    Active,
    ChangeProposed,
    Reported,
    Rework,
    Kept,
    Declined,
    Withdrawn,
    Lapsed,
    Released,
    GivenUp,
    Unmet,
    Superseded,

    /// <summary>A repeated promise came to its last date, or one side left it.</summary>
    Finished,
}

/// <summary>The two sides of a commitment.</summary>
public enum Side
{
    Doer,
    Receiver,
}

/// <summary>What is promised, by whom, to whom, by when, and how anyone can tell that it is done.</summary>
/// <param name="What">The deliverable, as a title.</param>
/// <param name="DoneWhen">The measurable result.</param>
/// <param name="Due">Ends at 24:00 in the alliance's zone.</param>
/// <param name="DoerPartner">The promising partner.</param>
/// <param name="Doer">The promising person; may be open until that side accepts.</param>
/// <param name="ReceiverPartner">The partner that confirms.</param>
/// <param name="Receiver">The confirming person; may be open until that side accepts.</param>
/// <param name="Goal">The goal it serves; null means none, by choice.</param>
public sealed record Terms(
    Words What,
    Words DoneWhen,
    LocalDate Due,
    PartnerId DoerPartner,
    PersonId? Doer,
    PartnerId ReceiverPartner,
    PersonId? Receiver,
    GoalId? Goal)
{
    /// <summary>How it comes again; null for once.</summary>
    public Repetition? Repeats { get; init; }

    /// <summary>What has to come with the report.</summary>
    public EvidenceKind Evidence { get; init; }

    /// <summary>The exclusion, by the id of its words, that who put these terms on the table wants to step over knowingly.</summary>
    public string? Outside { get; init; }

    /// <summary>It serves no goal of the alliance, by choice. Before this was kept, a goal left out meant it.</summary>
    public bool NoGoal { get; init; }

    public PartnerId PartnerOf(Side side) => side == Side.Doer ? DoerPartner : ReceiverPartner;

    public PersonId? PersonOf(Side side) => side == Side.Doer ? Doer : Receiver;
}

/// <summary>Terms that one side put on the table.</summary>
public sealed record TermsRevision(int Number, Side By, PersonId Person, Terms Terms, Words? Reason, Instant At);

/// <summary>Time to answer: so many working days of the answering side from an instant on.</summary>
/// <param name="From">Counted from here.</param>
/// <param name="Days">Working days; 0 once it was moved, as it then is what was said.</param>
/// <param name="By">What the two sides were told. A changed calendar may only move it later.</param>
public sealed record AnswerTime(Instant From, int Days, Instant By)
{
    /// <summary>Who is to answer was reminded.</summary>
    public bool Reminded { get; init; }

    /// <summary>It was moved once because nobody who could answer was reached, and that was told.</summary>
    public bool NotReached { get; init; }
}

/// <summary>A change of agreed terms that waits for the other side.</summary>
public sealed record PendingChange(Side By, PersonId Person, Terms Terms, Words? Reason, Instant At, AnswerTime Time);

/// <summary>A promise that would take this one's place, once the other side agrees.</summary>
public sealed record PendingReplacement(
    Side By, PersonId Person, CommitmentId Successor, Terms Terms, Words? Reason, Instant At, AnswerTime Time);

/// <summary>A correction of how it ended, once the other side agrees.</summary>
public sealed record PendingCorrection(Side By, PersonId Person, CommitmentState To, Words Reason, Instant At, AnswerTime Time)
{
    /// <summary>To kept: whether late. Null where it was not said.</summary>
    public bool? Late { get; init; }
}

/// <summary>An ending that the receiving side has said and that waits for the third pair of eyes.</summary>
/// <param name="As">Released or unmet.</param>
public sealed record PendingEnding(PersonId By, CommitmentState As, Words? Reason);

/// <summary>The doer says it is done.</summary>
/// <param name="By">Who reported.</param>
/// <param name="Note">In their words.</param>
/// <param name="At">When: what decides between on time and late.</param>
/// <param name="FirstAcceptedBy">The first of two, where money flows from the receiver to the doer.</param>
public sealed record Report(PersonId By, Words? Note, Instant At, PersonId? FirstAcceptedBy = null)
{
    /// <summary>The condition that the receiver found not met.</summary>
    public Words? Unmet { get; init; }

    /// <summary>The evidence that came with it.</summary>
    public Words? Proof { get; init; }

    /// <summary>Hours that were spent, where they were said.</summary>
    public int? Hours { get; init; }

    /// <summary>When the ladder of asking for a yes last took a step, and how many it took.</summary>
    public Instant AskedAt { get; init; } = At;

    public int Steps { get; init; }
}

/// <summary>The doer says it may not work out, and what would help.</summary>
public sealed record RiskFlag(PersonId By, Words? Reason, bool HelpWanted, Instant At)
{
    /// <summary>The check-in it was said in: its note has fewer readers than the promise.</summary>
    public CheckInId? CheckIn { get; init; }
}

/// <summary>What the clock said about a passed due date.</summary>
/// <param name="ToldAt">When the doer was told.</param>
/// <param name="AskedAt">When the receiver was asked.</param>
/// <param name="WaitedAt">When the receiver last said that it goes on waiting.</param>
public sealed record OverdueSteps(Instant? ToldAt = null, Instant? AskedAt = null, Instant? WaitedAt = null);

/// <summary>What the same person can take back until then, while nothing came after it.</summary>
/// <param name="By">Who did it.</param>
/// <param name="Until">Others are told then.</param>
/// <param name="Risk">The flag as it was before.</param>
/// <param name="Entry">The place of its line in the history, from 0.</param>
public sealed record UndoPoint(PersonId By, Instant Until, RiskFlag? Risk, int Entry);

/// <summary>Terms that both sides agreed, and whether the change came in time.</summary>
public sealed record Agreement(Terms Terms, Instant At, bool InTime);

/// <summary>
/// One line of a promise's history: what happened, who, when, in whose words. Never edited, only added to.
/// </summary>
/// <param name="What">The event's name without its version.</param>
/// <param name="By">Who, or the clock.</param>
/// <param name="At">When.</param>
/// <param name="Said">The reason, note or condition.</param>
public sealed record HistoryEntry(string What, PersonId By, Instant At, Words? Said)
{
    /// <summary>The promise's revision since then.</summary>
    public int Revision { get; init; }

    public Side? Side { get; init; }

    public ValueList<Fact> Facts { get; init; }

    /// <summary>What new terms changed.</summary>
    public ValueList<TermsPart> Differs { get; init; }
}

/// <summary>How it ended.</summary>
/// <param name="Late">Kept or replaced after its date, by the calendar of that day.</param>
public sealed record Ending(CommitmentState As, PersonId By, Instant At, Words? Reason, bool Late = false)
{
    /// <summary>The doer's own words beside the receiver's, once given.</summary>
    public Words? SeenDifferently { get; init; }

    public CommitmentId? Successor { get; init; }

    /// <summary>Given up so many days before it was due; negative after.</summary>
    public int? NoticeDays { get; init; }

    /// <summary>The line of the history that says it, counted from 1: what a correction names.</summary>
    public int Entry { get; init; }
}
