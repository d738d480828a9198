using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something that was written in a case. It starts where only the people of the case read it.</summary>
/// <param name="Number">From 1; what consents name it by.</param>
/// <param name="Rung">The rung it was written on.</param>
/// <param name="Of">For which party; null for the neutral and the person it is about.</param>
/// <param name="Text">The text; of a statement the facts.</param>
/// <param name="Quoted">Who is quoted in it.</param>
public sealed record CaseItem(
    int Number, CaseItemKind Kind, int Rung, PersonId By, PartnerId? Of, Words Text, ValueList<PersonId> Quoted, Instant At)
{
    /// <summary>Of a statement: what matters to them.</summary>
    public Words? Interests { get; init; }

    /// <summary>Of a statement: what they would like to come out.</summary>
    public Words? Wish { get; init; }

    public Level Level { get; init; }

    /// <summary>The level that somebody asked for, while consents are missing.</summary>
    public Level? Wanted { get; init; }

    /// <summary>Who consented to that.</summary>
    public ValueList<PersonId> Consents { get; init; }

    public AskId Ask { get; init; }
}

/// <summary>What can be written in a case.</summary>
public enum CaseItemKind
{
    Statement,
    Summary,
    Answer,
    Note,
}

/// <summary>Who may read something, from the narrowest up. It is only ever raised, and nothing before it with it.</summary>
public enum Level
{
    /// <summary>The people of the case.</summary>
    Parties,

    /// <summary>All people of the parties' organisations.</summary>
    Organisation,
    Facilitator,

    /// <summary>All members.</summary>
    Alliance,

    /// <summary>Observers too.</summary>
    Public,
}

/// <summary>What all parties agree on: a text, promises, and when they look at it again.</summary>
public sealed record Settlement(Words Text, ValueList<SettlementPromise> Promises, LocalDate FollowUp);

/// <summary>A promise of a settlement; both people are named.</summary>
public sealed record SettlementPromise(CommitmentId Id, Terms Terms);

/// <summary>A settlement on the table.</summary>
/// <param name="Agreed">Who said yes, and for which party.</param>
public sealed record SettlementOffer(
    Settlement What, PersonId By, PartnerId? Of, CaseTime Time, ValueList<PartyYes> Agreed, Instant At);

/// <summary>A party's yes, by one of its people.</summary>
public sealed record PartyYes(PartnerId Partner, PersonId By);

/// <summary>All are asked whether the settlement holds.</summary>
/// <param name="Holds">Parties that said yes.</param>
/// <param name="Reminded">Those who had not answered were reminded.</param>
public sealed record FollowUp(FollowUpReason Why, CaseTime Time, ValueList<PartnerId> Holds, bool Reminded = false);

/// <summary>Why it is looked at.</summary>
public enum FollowUpReason
{
    DateCame,

    /// <summary>A promise of the settlement ended unmet or was given up.</summary>
    PromiseEnded,
}

/// <summary>
/// A review by the other partners. What they read is the text that every party approved; where there is none when the time
/// for it is up, only what is asked, of whom and since when.
/// </summary>
public sealed record CaseReview(ReviewAsked What, PersonId By, PartnerId? Of, CaseTime Time)
{
    /// <summary>The text on the table for the others.</summary>
    public Words? Text { get; init; }

    public ValueList<PartnerId> Approved { get; init; }

    /// <summary>The decision of the others, once it is open.</summary>
    public DecisionId? Decision { get; init; }
}

/// <summary>What the other partners are asked.</summary>
/// <param name="Leaving">To leave: which party.</param>
/// <param name="LeavesOn">And when: the notice.</param>
/// <param name="BackTo">To go back: to which rung.</param>
public sealed record ReviewAsked(ReviewKind Kind, PartnerId? Leaving, LocalDate? LeavesOn, int BackTo);

/// <summary>What a review can end with.</summary>
public enum ReviewKind
{
    /// <summary>One party leaves in good order.</summary>
    Exit,

    /// <summary>The parties try again on an earlier rung.</summary>
    GoBack,

    /// <summary>It is closed, and everybody stays.</summary>
    Close,
}

/// <summary>How a case ended.</summary>
/// <param name="NotConfirmed">Parties that did not say whether the settlement holds.</param>
public sealed record CaseEnding(CaseEnd As, PersonId By, Instant At, ValueList<PartnerId> NotConfirmed)
{
    /// <summary>The party that leaves, and when.</summary>
    public PartnerId? Leaving { get; init; }

    public LocalDate? LeavesOn { get; init; }
}

/// <summary>The ways in which a case ends.</summary>
public enum CaseEnd
{
    /// <summary>Settled, and the settlement holds.</summary>
    Held,

    /// <summary>It is closed, and each party keeps its own view.</summary>
    Open,

    /// <summary>The other partners decided to close it.</summary>
    Reviewed,

    /// <summary>Fewer than two parties are left in the alliance.</summary>
    PartiesLeft,
    Withdrawn,
    Referred,
    Exit,
}

/// <summary>One line of a case's history.</summary>
/// <param name="Of">For which party.</param>
/// <param name="Rung">The rung it led to, or was on.</param>
public sealed record CaseEntry(string What, PersonId By, Instant At, PartnerId? Of, int Rung, Words? Said)
{
    public LocalDate? Date { get; init; }

    public PersonId? Person { get; init; }

    /// <summary>Parties that are meant: who did not answer.</summary>
    public ValueList<PartnerId> Partners { get; init; }

    /// <summary>Known to this party and to the one who confirms alone.</summary>
    public PartnerId? Only { get; init; }
}
