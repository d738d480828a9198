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

    public ValueList<Agreement> Agreements { get; init; }

    public ValueList<HistoryEntry> History { get; init; }

    public Ending? Ending { get; init; }

    /// <summary>The ask of the last transition: the same again gets the same answer and no event.</summary>
    public AskId LastAsk { get; init; }

    public Instant? AnswerBy { get; init; }

    public bool SeenByAll { get; init; } = true;
}
