using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What may be asked about the benchmarks that is of no round.</summary>
public abstract record BenchmarkCommand(AskId Ask) : Command(Ask);

/// <summary>Keeps a note on a component that is taken alone: no round, no numbers.</summary>
public sealed record NoteTalk(int Component, Words Note, AskId Ask) : BenchmarkCommand(Ask);

/// <summary>What may be asked of one round. What makes one has revision 0, all else the revision its card showed.</summary>
public abstract record RoundCommand(RoundId Round, int Revision, AskId Ask) : Command(Ask);

// Meetings

/// <summary>Plans a round with its meetings; without any, or with one today, it starts at once.</summary>
public sealed record PlanRound(RoundId Round, AskId Ask, ValueList<LocalDate> Meetings) : RoundCommand(Round, 0, Ask);

/// <summary>Starts what was planned.</summary>
public sealed record StartRound(RoundId Round, int Revision, AskId Ask) : RoundCommand(Round, Revision, Ask);

/// <summary>Says who is in the meeting.</summary>
public sealed record MarkPresent(RoundId Round, int Revision, AskId Ask, ValueList<PersonId> People) : RoundCommand(Round, Revision, Ask);

/// <summary>A break of so many minutes.</summary>
public sealed record TakeBreak(RoundId Round, int Revision, AskId Ask, int Minutes) : RoundCommand(Round, Revision, Ask);

/// <summary>The meeting ends, and the next one opens with where it stood; with a date, that is when.</summary>
public sealed record PauseRound(RoundId Round, int Revision, AskId Ask, LocalDate? Next) : RoundCommand(Round, Revision, Ask);

/// <summary>A meeting opens, also of a round that was laid aside.</summary>
public sealed record ResumeRound(RoundId Round, int Revision, AskId Ask) : RoundCommand(Round, Revision, Ask);

/// <summary>It is not taken to its end.</summary>
public sealed record AbandonRound(RoundId Round, int Revision, AskId Ask, Words Reason) : RoundCommand(Round, Revision, Ask);

/// <summary>It was looked at again; with a date it comes up once more.</summary>
public sealed record ReviewRound(RoundId Round, int Revision, AskId Ask, Words? Said, LocalDate? Again) : RoundCommand(Round, Revision, Ask);

// One component

/// <summary>Opens the next component.</summary>
public sealed record OpenNext(RoundId Round, int Revision, AskId Ask) : RoundCommand(Round, Revision, Ask);

/// <summary>Chooses how words are gathered.</summary>
public sealed record Gather(RoundId Round, int Revision, AskId Ask, int Component, Gathering How) : RoundCommand(Round, Revision, Ask);

/// <summary>Somebody says something before the talk, or passes for the partner.</summary>
/// <param name="Partner">For which partner; null where the person is of one only.</param>
public sealed record GiveWord(
    RoundId Round, int Revision, AskId Ask, int Component, PartnerId? Partner, Words? Text, int? Number, bool Passed, bool ReadOut)
    : RoundCommand(Round, Revision, Ask);

/// <summary>"We could do it alone", or doubts that others follow through: read by the facilitator alone.</summary>
public sealed record SayAlone(RoundId Round, int Revision, AskId Ask, PartnerId? Partner, Words? Text) : RoundCommand(Round, Revision, Ask);

/// <summary>The facilitator types in what somebody said on paper, by phone or on a phone that is passed round; named by who said it.</summary>
public sealed record EnterWord(
    RoundId Round, int Revision, AskId Ask, int Component, PersonId Person, PartnerId? Partner, Words? Text, int? Number, bool Passed)
    : RoundCommand(Round, Revision, Ask);

/// <summary>Whose words were typed in says that they are right, or takes them out.</summary>
/// <param name="Word">The ask that entered them.</param>
public sealed record AnswerWord(RoundId Round, int Revision, AskId Ask, int Component, AskId Word, bool Right) : RoundCommand(Round, Revision, Ask);

/// <summary>The facilitator marks people as heard in the talk, or as passing.</summary>
public sealed record MarkHeard(RoundId Round, int Revision, AskId Ask, int Component, ValueList<PersonId> People, bool Passed)
    : RoundCommand(Round, Revision, Ask);

/// <summary>Shows what was gathered, all at once, and opens the talk. Who has not said anything is named as not here.</summary>
public sealed record ShowWords(RoundId Round, int Revision, AskId Ask, int Component, ValueList<PartnerId> Without)
    : RoundCommand(Round, Revision, Ask);

/// <summary>Catches a sentence.</summary>
/// <param name="Terms">For a promise: what is asked of whom.</param>
public sealed record CatchLine(
    RoundId Round, int Revision, AskId Ask, int Component, LineKind Kind, Words Text, PersonId? Owner, LocalDate? Date, Terms? Terms)
    : RoundCommand(Round, Revision, Ask);

/// <summary>Takes a line out of the record; it stays in the history.</summary>
public sealed record StrikeLine(RoundId Round, int Revision, AskId Ask, int Line) : RoundCommand(Round, Revision, Ask);

/// <summary>Says what would improve an indicator, or what is in the way.</summary>
public sealed record AnswerBranch(RoundId Round, int Revision, AskId Ask, string Indicator, BranchKind Kind, Words Text)
    : RoundCommand(Round, Revision, Ask);

/// <summary>Read out, and nobody present objects: recorded, and the next component opens.</summary>
/// <param name="Component">Which.</param>
/// <param name="Summary">In one or two sentences; null where the lines say it all.</param>
/// <param name="Passed">Partners that pass, named now.</param>
/// <param name="NotHeard">Partners that were not heard, by name.</param>
/// <param name="Review">For the last one: when the round is looked at again; null for half a year on.</param>
public sealed record RecordComponent(
    RoundId Round, int Revision, AskId Ask, int Component, Words? Summary, ValueList<PartnerId> Passed, ValueList<PartnerId> NotHeard,
    LocalDate? Review)
    : RoundCommand(Round, Revision, Ask)
{
    /// <summary>The next component waits until it is asked for.</summary>
    public bool Stay { get; init; }
}

/// <summary>A partner answers a record.</summary>
public sealed record AnswerRecord(RoundId Round, int Revision, AskId Ask, int Component, PartnerId? Partner, Stance Stance, Words? Text)
    : RoundCommand(Round, Revision, Ask);

/// <summary>Talks over again what was recorded.</summary>
public sealed record ReopenComponent(RoundId Round, int Revision, AskId Ask, int Component, Words Reason) : RoundCommand(Round, Revision, Ask);
