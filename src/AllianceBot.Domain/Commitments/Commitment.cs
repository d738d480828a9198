using NodaTime;

namespace AllianceBot.Domain;

/// <summary>A commitment: an explicit promise by one partner to one partner that confirms it.</summary>
public sealed record Commitment
{
    public CommitmentId Id { get; init; }

    /// <summary>The number people type: P12.</summary>
    public int Number { get; init; }

    /// <summary>Counts transitions; every card and form carries it, and a wrong one is refused as stale.</summary>
    public int Revision { get; init; }

    public CommitmentState State { get; init; }

    /// <summary>What is agreed, or proposed while nothing is agreed.</summary>
    public Terms Terms { get; init; } = null!;

    /// <summary>Who asked first: a request comes from the receiver, an offer from the doer.</summary>
    public Side ProposedBy { get; init; }

    /// <summary>Whose answer is awaited while not yet agreed.</summary>
    public Side Turn { get; init; }

    public PersonId Proposer { get; init; }

    /// <summary>Every set of terms that was on the table, oldest first; the last one is on the table now.</summary>
    public ValueList<TermsRevision> Offers { get; init; }

    /// <summary>A change that waits for the other side; the old terms bind until then.</summary>
    public PendingChange? Change { get; init; }

    /// <summary>The state to go back to when a change is refused or a report retracted.</summary>
    public CommitmentState Behind { get; init; }

    /// <summary>The report that waits for the receiver, or the last one.</summary>
    public Report? Report { get; init; }

    /// <summary>The doer said that it may not work out; null while not.</summary>
    public RiskFlag? Risk { get; init; }

    /// <summary>Both partners let it rest; null while it runs. Its clocks stand still, and its date moves on as long.</summary>
    public Rest? Resting { get; init; }

    public ValueList<Agreement> Agreements { get; init; }

    public ValueList<HistoryEntry> History { get; init; }

    public Ending? Ending { get; init; }

    /// <summary>The ask of the last transition: the same again gets the same answer and no event.</summary>
    public AskId LastAsk { get; init; }

    /// <summary>Who made the last transition.</summary>
    public PersonId LastBy { get; init; }

    /// <summary>The time to answer what is on the table, while nothing is agreed.</summary>
    public AnswerTime? Answer { get; init; }

    public PendingReplacement? Replacement { get; init; }

    public PendingCorrection? Correction { get; init; }

    /// <summary>What the receiving side has said alone where it funds the doing one; null while it has not, or took another way since.</summary>
    public PendingEnding? PendingEnding { get; init; }

    /// <summary>From here the doer has some days in which it shows as returned, not overdue.</summary>
    public Instant? GraceFrom { get; init; }

    public OverdueSteps Overdue { get; init; } = new();

    public UndoPoint? Undo { get; init; }

    /// <summary>What was heard by phone or on paper and waits for a yes; what happens meanwhile overtakes it.</summary>
    public Telling? Told { get; init; }

    /// <summary>The promise that this one took the place of.</summary>
    public CommitmentId? Predecessor { get; init; }

    /// <summary>How many check-ins were planned or asked for: the next has the next number.</summary>
    public int CheckInCount { get; init; }

    public bool SeenByAll { get; init; } = true;

    /// <summary>Hours of work that it takes, as far as anybody said; of what repeats, of each occurrence.</summary>
    public int? Estimate { get; init; }

    /// <summary>Where it was first said; null where it was asked for by itself.</summary>
    public Source? Source { get; init; }

    /// <summary>The promises that this one builds on.</summary>
    public ValueList<CommitmentId> DependsOn { get; init; }

    /// <summary>When its words were destroyed, as the data agreement says; null while they are there.</summary>
    public Instant? WordsGone { get; init; }

    /// <summary>How far a repeated promise has come, once it is agreed; null for one that comes once.</summary>
    public Series? Series { get; init; }

    /// <summary>The repeated promise that this one is an occurrence of.</summary>
    public CommitmentId? Of { get; init; }

    /// <summary>Which occurrence it is, from 1; 0 for a promise of its own.</summary>
    public int Occurrence { get; init; }
}
