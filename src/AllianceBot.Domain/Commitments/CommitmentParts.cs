using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The states of a commitment. At risk, overdue, kept late and paused are derived, never stored as a state.</summary>
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
    public PartnerId PartnerOf(Side side) => side == Side.Doer ? DoerPartner : ReceiverPartner;

    public PersonId? PersonOf(Side side) => side == Side.Doer ? Doer : Receiver;
}

/// <summary>Terms that one side put on the table.</summary>
public sealed record TermsRevision(int Number, Side By, PersonId Person, Terms Terms, Words? Reason, Instant At);

/// <summary>A change of agreed terms that waits for the other side.</summary>
public sealed record PendingChange(Side By, PersonId Person, Terms Terms, Words? Reason, Instant At, Instant AnswerBy);

/// <summary>The doer says it is done.</summary>
public sealed record Report(PersonId By, Words? Note, Instant At, PersonId? FirstAcceptedBy = null);

/// <summary>The doer says it may not work out, and what would help.</summary>
public sealed record RiskFlag(PersonId By, Words? Reason, bool HelpWanted, Instant At);

/// <summary>Terms that both sides agreed, and whether the change came in time.</summary>
public sealed record Agreement(Terms Terms, Instant At, bool InTime);

/// <summary>One line of a promise's history: what happened, who, when, in whose words.</summary>
public sealed record HistoryEntry(string What, PersonId By, Instant At, Words? Said);

/// <summary>How it ended.</summary>
public sealed record Ending(CommitmentState As, PersonId By, Instant At, Words? Reason, bool Late = false)
{
    /// <summary>The doer's own words beside the receiver's, once given.</summary>
    public Words? SeenDifferently { get; init; }

    public CommitmentId? Successor { get; init; }
}
