using NodaTime;

namespace AllianceBot.Domain;

/// <summary>One of the six components in a round: how it was gathered, what was said, what was recorded.</summary>
public sealed record Component
{
    public int Number { get; init; }

    public ComponentState State { get; init; }

    /// <summary>When it was opened, or talked over again: who was heard counts from here.</summary>
    public Instant? OpenedAt { get; init; }

    /// <summary>How words were gathered; null before the facilitator chose.</summary>
    public Gathering? Gathering { get; init; }

    /// <summary>When the two quiet minutes are over; null when they are, or there are none.</summary>
    public Instant? QuietUntil { get; init; }

    public Instant? ShownAt { get; init; }

    /// <summary>Partners that were named as not here when the words were shown.</summary>
    public ValueList<PartnerId> Without { get; init; }

    /// <summary>Every word given, oldest first; the last one of a person for a partner counts, and all are kept.</summary>
    public ValueList<PrivateWord> Said { get; init; }

    /// <summary>Whom the facilitator marked as heard in the room.</summary>
    public ValueList<HeardMark> Marks { get; init; }

    /// <summary>What was said of each indicator, in the last component.</summary>
    public ValueList<Branch> Branches { get; init; }

    /// <summary>The record that holds; null while there is none.</summary>
    public ComponentRecord? Record { get; init; }

    /// <summary>Records that were talked over again.</summary>
    public ValueList<ComponentRecord> Earlier { get; init; }

    /// <summary>What partners said to the record, oldest first; the last word of a partner counts, and all are kept.</summary>
    public ValueList<RecordAnswer> Answers { get; init; }

    /// <summary>Those who have not said anything to the record were reminded.</summary>
    public bool Reminded { get; init; }

    /// <summary>Partners that said nothing in time; they stand with their names.</summary>
    public ValueList<PartnerId> NotConfirmed { get; init; }

    /// <summary>Components before this one that were talked over again after it had a record.</summary>
    public ValueList<Reopening> Reopenings { get; init; }

    /// <summary>Why this one was talked over again, the last time.</summary>
    public Words? ReopenReason { get; init; }

    public bool IsUnderWay => State is ComponentState.Open or ComponentState.Gathering or ComponentState.Discussing or ComponentState.Reopened;

    public bool IsRecorded => State is ComponentState.Recorded or ComponentState.Confirmed;
}

/// <summary>Where a component stands.</summary>
public enum ComponentState
{
    Ahead,
    Open,
    Gathering,
    Discussing,
    Recorded,
    Confirmed,

    /// <summary>Talked over again after it had a record.</summary>
    Reopened,
}

/// <summary>How the words of a component are gathered, said before anybody types.</summary>
/// <param name="Way">Before the meeting, in two quiet minutes, or by talking only.</param>
/// <param name="Named">Shown by partner; else without names.</param>
/// <param name="FacilitatorReads">The facilitator may read them before they are shown.</param>
/// <param name="AsksNumber">Also how much the alliance needs to talk about this, from 1 to 5.</param>
public sealed record Gathering(GatherWay Way, bool Named, bool FacilitatorReads, bool AsksNumber);

/// <summary>The ways of gathering.</summary>
public enum GatherWay
{
    Before,
    Quiet,
    TalkOnly,
}

/// <summary>What somebody said before the talk, or passed; on somebody else's phone or on paper it names who told it.</summary>
/// <param name="Partner">For which partner.</param>
/// <param name="Person">Whose words they are.</param>
/// <param name="By">Who typed them.</param>
/// <param name="Text">The words; null for none.</param>
/// <param name="Number">How much the alliance needs to talk about this, 1 to 5; null for none.</param>
/// <param name="Passed">The partner passes.</param>
/// <param name="At">When.</param>
/// <param name="Ask">The ask, which names it.</param>
public sealed record PrivateWord(
    PartnerId Partner, PersonId Person, PersonId By, Words? Text, int? Number, bool Passed, Instant At, AskId Ask)
{
    /// <summary>Whose words they are wants them read out.</summary>
    public bool ReadOut { get; init; }

    /// <summary>"We could do it alone", or doubts that others follow through: for the facilitator alone.</summary>
    public bool Alone { get; init; }

    /// <summary>Of words told by somebody: that person said that they are right, or not; null while neither.</summary>
    public bool? Right { get; init; }

    public bool IsTold => By != Person;

    /// <summary>Counts as something said.</summary>
    public bool Speaks => Right != false && (Text is not null || Number is not null);
}

/// <summary>Somebody who was heard, for which partner.</summary>
public sealed record Heard(PartnerId Partner, PersonId Person);

/// <summary>The facilitator marked somebody as heard in the talk, by name.</summary>
public sealed record HeardMark(PartnerId Partner, PersonId Person, bool Passed, PersonId By, Instant At);

/// <summary>Of an indicator: what would improve it, or what is in the way.</summary>
public sealed record Branch(string Indicator, BranchKind Kind, Words Text, PersonId By, Instant At);

/// <summary>The two questions about an indicator.</summary>
public enum BranchKind
{
    Improves,
    InTheWay,
}

/// <summary>What was read out and agreed in the room.</summary>
/// <param name="Summary">In one or two sentences; null where the lines say it all.</param>
/// <param name="Present">Partners that were in the room.</param>
/// <param name="Spoke">Partners that spoke.</param>
/// <param name="Passed">Partners that passed.</param>
/// <param name="NotHeard">Partners that were not heard, by name.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When.</param>
public sealed record ComponentRecord(
    Words? Summary, ValueList<PartnerId> Present, ValueList<PartnerId> Spoke, ValueList<PartnerId> Passed, ValueList<PartnerId> NotHeard,
    PersonId By, Instant At)
{
    /// <summary>Indicators of which nobody said what would improve them or what is in the way.</summary>
    public ValueList<string> OpenIndicators { get; init; }

    /// <summary>More time to answer, as the bot was away when it ran out.</summary>
    public Instant? Until { get; init; }
}

/// <summary>What a partner says to a record.</summary>
public sealed record RecordAnswer(PartnerId Partner, PersonId By, Stance Stance, Words? Text, Instant At, AskId Ask);

/// <summary>The ways of answering a record.</summary>
public enum Stance
{
    Confirm,

    /// <summary>A view that stands beside the record.</summary>
    Differently,

    /// <summary>It is talked over again.</summary>
    Objection,
}

/// <summary>An earlier component was talked over again.</summary>
public sealed record Reopening(int Component, Instant At);

/// <summary>What was caught while people spoke.</summary>
/// <param name="Number">Within the round: what is typed to strike it.</param>
/// <param name="Component">Where it was said.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The sentence.</param>
/// <param name="By">Who caught it.</param>
/// <param name="At">When.</param>
public sealed record Line(int Number, int Component, LineKind Kind, Words Text, PersonId By, Instant At)
{
    public bool Struck { get; init; }

    /// <summary>Who takes care of what is parked, or is asked for the promise.</summary>
    public PersonId? Owner { get; init; }

    public LocalDate? Date { get; init; }

    /// <summary>The request that it became.</summary>
    public CommitmentId? Promise { get; init; }

    /// <summary>The goal that it became.</summary>
    public GoalId? Goal { get; init; }
}

/// <summary>What can be caught.</summary>
public enum LineKind
{
    Summary,
    Agreement,
    Goal,
    Indicator,
    Promise,
    Parked,
}
