using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What a reader can do to a check-in. Done, more time and can't do open the promise's form.</summary>
public enum CheckInAct
{
    OnTrack,
    AtRisk,
    Blocked,
    Done,
    MoreTime,
    CannotDo,
    Undo,
}

/// <summary>A check-in as this reader may see it now.</summary>
public sealed record CheckInCard
{
    public required CheckInId Id { get; init; }
    public required int Revision { get; init; }
    public required CommitmentId Commitment { get; init; }
    public required int Number { get; init; }

    /// <summary>Which occurrence of a repeated promise; 0 for a promise of its own.</summary>
    public int Occurrence { get; init; }

    /// <summary>The promise's number as people type it, without the letter.</summary>
    public string Label => Numbers.Label(Number, Occurrence);

    /// <summary>The promise's own revision: the forms of done, more time and can't do carry it.</summary>
    public required int CommitmentRevision { get; init; }
    public required CheckInState State { get; init; }
    public required CheckInKind Kind { get; init; }
    public string? What { get; init; }
    public required LocalDate Due { get; init; }
    public required Named<PersonId> Person { get; init; }
    public required Named<PartnerId> ReceiverPartner { get; init; }
    public Named<PersonId>? Receiver { get; init; }

    /// <summary>The last day to answer, in the alliance's zone.</summary>
    public LocalDate? Until { get; init; }
    public CheckInAnswer? Answer { get; init; }
    public string? Note { get; init; }
    public bool HelpWanted { get; init; }
    public bool Edited { get; init; }
    public Instant? AnsweredAt { get; init; }

    /// <summary>It is this reader who is asked.</summary>
    public bool Yours { get; init; }
    public ValueList<CheckInAct> Acts { get; init; }
    public Instant? UndoUntil { get; init; }
    public ValueList<CommitmentFlag> Flags { get; init; }
    public required SeenBy SeenBy { get; init; }
    public required string Zone { get; init; }
}

/// <summary>Several check-ins of one person on one card.</summary>
public sealed record CheckInBundle(ValueList<CheckInCard> CheckIns, int Left);
