using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// What may be asked of one promise. What makes one has revision 0, all else the revision its card showed.
/// </summary>
public abstract record CommitmentCommand(CommitmentId Commitment, int Revision, AskId Ask) : Command(Ask);

// Agreeing

/// <summary>
/// The receiving side asks for something. A receiver left out is the person who asks; a doer may stay open.
/// </summary>
public sealed record RequestCommitment(CommitmentId Commitment, AskId Ask, Terms Terms, Words? Reason, bool SeenByAll)
    : CommitmentCommand(Commitment, 0, Ask)
{
    /// <summary>Hours of work, as far as the asker can say.</summary>
    public int? Estimate { get; init; }

    /// <summary>The promise that it builds on.</summary>
    public CommitmentId? DependsOn { get; init; }

    /// <summary>The address of the message that it is made of.</summary>
    public Words? Link { get; init; }
}

/// <summary>
/// The doing side offers something. A doer left out is the person who offers; a receiver may stay open.
/// </summary>
public sealed record OfferCommitment(CommitmentId Commitment, AskId Ask, Terms Terms, Words? Reason, bool SeenByAll)
    : CommitmentCommand(Commitment, 0, Ask)
{
    /// <summary>Hours of work, as far as the asker can say.</summary>
    public int? Estimate { get; init; }

    /// <summary>The promise that it builds on.</summary>
    public CommitmentId? DependsOn { get; init; }

    /// <summary>The address of the message that it is made of.</summary>
    public Words? Link { get; init; }
}

/// <summary>The side whose turn it is agrees to the terms on the table.</summary>
/// <param name="Commitment">The promise.</param>
/// <param name="Revision">As shown.</param>
/// <param name="Ask">The ask.</param>
/// <param name="Person">
/// Who of the accepting side does it or confirms it; null leaves who is named, or names the one who accepts.
/// </param>
public sealed record AcceptCommitment(CommitmentId Commitment, int Revision, AskId Ask, PersonId? Person)
    : CommitmentCommand(Commitment, Revision, Ask)
{
    /// <summary>What is promised lies in an excluded area, and this side wants it knowingly too.</summary>
    public bool Outside { get; init; }
}

/// <summary>
/// The side whose turn it is puts other terms on the table. A text equal to the one it replaces counts as unchanged.
/// </summary>
public sealed record CounterCommitment(CommitmentId Commitment, int Revision, AskId Ask, Terms Terms, Words? Reason)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>The side whose turn it is says no, and why.</summary>
public sealed record DeclineCommitment(CommitmentId Commitment, int Revision, AskId Ask, Words Reason)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>The proposing side takes it back before it is agreed.</summary>
public sealed record WithdrawCommitment(CommitmentId Commitment, int Revision, AskId Ask, Words? Reason)
    : CommitmentCommand(Commitment, Revision, Ask);

// Working

/// <summary>The doing side says early that it may not work out.</summary>
public sealed record FlagAtRisk(CommitmentId Commitment, int Revision, AskId Ask, Words? Reason, bool HelpWanted)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>The doing side says that it will work out after all.</summary>
public sealed record ClearRisk(CommitmentId Commitment, int Revision, AskId Ask, Words? Note)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>
/// Either side proposes other terms; asked by the side that is to answer a change, it answers with a change of its
/// own.
/// </summary>
public sealed record ProposeChange(CommitmentId Commitment, int Revision, AskId Ask, Terms Terms, Words? Reason)
    : CommitmentCommand(Commitment, Revision, Ask);

public sealed record AcceptChange(CommitmentId Commitment, int Revision, AskId Ask)
    : CommitmentCommand(Commitment, Revision, Ask)
{
    /// <summary>The change leads into an excluded area, and this side wants it knowingly too.</summary>
    public bool Outside { get; init; }
}

public sealed record RefuseChange(CommitmentId Commitment, int Revision, AskId Ask, Words? Reason)
    : CommitmentCommand(Commitment, Revision, Ask);

public sealed record RetractChange(CommitmentId Commitment, int Revision, AskId Ask)
    : CommitmentCommand(Commitment, Revision, Ask);

// Reporting

/// <summary>The doing side says that it is done.</summary>
public sealed record ReportDone(CommitmentId Commitment, int Revision, AskId Ask, Words? Note)
    : CommitmentCommand(Commitment, Revision, Ask)
{
    /// <summary>What the terms ask for as evidence, or any that is given.</summary>
    public Words? Proof { get; init; }

    /// <summary>Hours that were spent.</summary>
    public int? Hours { get; init; }
}

public sealed record RetractReport(CommitmentId Commitment, int Revision, AskId Ask)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>
/// The receiving side, or the second pair of eyes where money flows from receiver to doer, says that it is done.
/// </summary>
public sealed record AcceptReport(CommitmentId Commitment, int Revision, AskId Ask, Words? Note)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>
/// The receiving side says which condition is not met, and may propose another date, which the doer answers.
/// </summary>
public sealed record ReturnReport(CommitmentId Commitment, int Revision, AskId Ask, Words Unmet, LocalDate? Due)
    : CommitmentCommand(Commitment, Revision, Ask);

// Ending

/// <summary>The receiving side needs it no longer.</summary>
public sealed record ReleaseCommitment(CommitmentId Commitment, int Revision, AskId Ask, Words Reason)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>The doing side will not do it.</summary>
public sealed record GiveUpCommitment(CommitmentId Commitment, int Revision, AskId Ask, Words Reason)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>The receiving side says that an overdue promise was not kept. Nobody else ever says it.</summary>
public sealed record SayUnmet(CommitmentId Commitment, int Revision, AskId Ask, Words? Reason)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>The receiving side goes on waiting for an overdue promise, and is asked again later.</summary>
public sealed record KeepWaiting(CommitmentId Commitment, int Revision, AskId Ask, Words? Note)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>One side proposes a promise that takes this one's place.</summary>
/// <param name="Commitment">The promise to be replaced.</param>
/// <param name="Revision">As shown.</param>
/// <param name="Ask">The ask.</param>
/// <param name="Successor">The draft id of the new one.</param>
/// <param name="Terms">The new one's terms, both people named.</param>
/// <param name="Reason">Why.</param>
public sealed record ProposeReplacement(
    CommitmentId Commitment, int Revision, AskId Ask, CommitmentId Successor, Terms Terms, Words? Reason)
    : CommitmentCommand(Commitment, Revision, Ask);

public sealed record AgreeReplacement(CommitmentId Commitment, int Revision, AskId Ask)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>The other side says no to the replacement, or the proposing side takes it back.</summary>
public sealed record DropReplacement(CommitmentId Commitment, int Revision, AskId Ask, Words? Reason)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>One side says that the record of the ending is wrong: unmet to kept or active, kept to active.</summary>
public sealed record ProposeCorrection(CommitmentId Commitment, int Revision, AskId Ask, CommitmentState To, Words Reason)
    : CommitmentCommand(Commitment, Revision, Ask)
{
    /// <summary>To kept: after the due date. The record counts the two apart, so what both agree to says which.</summary>
    public bool Late { get; init; }
}

public sealed record AgreeCorrection(CommitmentId Commitment, int Revision, AskId Ask)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>The other side says no to the correction, or the proposing side takes it back.</summary>
public sealed record DropCorrection(CommitmentId Commitment, int Revision, AskId Ask, Words? Reason)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>The doing side puts its own words beside the receiver's.</summary>
public sealed record SeeDifferently(CommitmentId Commitment, int Revision, AskId Ask, Words Said)
    : CommitmentCommand(Commitment, Revision, Ask);

// Coming again

/// <summary>One side leaves a repeated promise with the notice of one period.</summary>
public sealed record EndSeries(CommitmentId Commitment, int Revision, AskId Ask, Words Reason)
    : CommitmentCommand(Commitment, Revision, Ask);

// At any time

/// <summary>Takes down what somebody of the answering side said by phone or on paper; it binds nobody until that side says yes.</summary>
public sealed record EnterTold(
    CommitmentId Commitment, int Revision, AskId Ask, PersonId ToldBy, ToldAnswer Answer, Words? Note, LocalDate? Due, bool HelpWanted)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>Somebody of that side says that it is right: it is as if they had said it here.</summary>
public sealed record ConfirmTold(CommitmentId Commitment, int Revision, AskId Ask) : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>Somebody of that side says that it is not, or who entered it takes it back.</summary>
public sealed record RejectTold(CommitmentId Commitment, int Revision, AskId Ask) : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>A question or a note; it moves no clock.</summary>
public sealed record AddNote(CommitmentId Commitment, int Revision, AskId Ask, Words Said, bool Question)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>The doing side says how many hours of work it takes; null takes the estimate out.</summary>
public sealed record EstimateCommitment(CommitmentId Commitment, int Revision, AskId Ask, int? Hours)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>Either side says that it builds on another promise.</summary>
public sealed record DependOn(CommitmentId Commitment, int Revision, AskId Ask, CommitmentId On)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>Either side says that it no longer builds on another promise.</summary>
public sealed record DependNoMore(CommitmentId Commitment, int Revision, AskId Ask, CommitmentId On)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>A manager of one side gives that side's part in it to another person of that partner.</summary>
public sealed record HandOver(CommitmentId Commitment, int Revision, AskId Ask, PersonId To)
    : CommitmentCommand(Commitment, Revision, Ask);

/// <summary>
/// The person takes back the last reversible thing they did: at risk, clear, note. The revision may be that of before
/// it.
/// </summary>
public sealed record UndoCommitment(CommitmentId Commitment, int Revision, AskId Ask)
    : CommitmentCommand(Commitment, Revision, Ask);
