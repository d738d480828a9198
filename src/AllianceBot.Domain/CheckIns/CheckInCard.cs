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

    /// <summary>Put aside until a chosen time.</summary>
    Snooze,

    /// <summary>Say that the answer was looked at.</summary>
    Seen,

    /// <summary>Ask a colleague to answer as well.</summary>
    AskColleague,
}

/// <summary>A check-in, as an answer names it.</summary>
public readonly record struct CheckInHead(CheckInId Id, int Revision, CommitmentId Commitment);

/// <summary>What comes if it stays unanswered.</summary>
public enum LadderStep
{
    Reminder,

    /// <summary>The colleague of the person's choice is asked.</summary>
    Colleague,

    /// <summary>The person is asked to choose a colleague.</summary>
    ChooseColleague,
    OwnManager,
    Troubleshooters,
}

/// <summary>One step of the ladder, in the order in which they come.</summary>
/// <param name="Step">Which.</param>
/// <param name="At">When.</param>
/// <param name="Who">The colleague.</param>
public sealed record LadderLine(LadderStep Step, Instant At, Named<PersonId>? Who = null);

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

    /// <summary>The person or partner it waits for.</summary>
    public string? Blocker { get; init; }

    /// <summary>Who can be named as what it waits for, and who as a colleague; for the person asked only.</summary>
    public ValueList<Choice> Blockers { get; init; }

    public ValueList<Choice> Colleagues { get; init; }

    /// <summary>Who looked at it.</summary>
    public Named<PersonId>? LookedAt { get; init; }

    /// <summary>Who is away, and for whom this reader is asked.</summary>
    public Named<PersonId>? For { get; init; }

    /// <summary>Who can answer as well.</summary>
    public Named<PersonId>? Colleague { get; init; }

    /// <summary>It comes whatever one paused, and the card says why.</summary>
    public bool Required { get; init; }

    public ExcusedFor? Excused { get; init; }
    public Instant? SnoozedUntil { get; init; }

    /// <summary>Times until which it can be put aside, as they fit the window.</summary>
    public ValueList<Instant> SnoozeTimes { get; init; }

    /// <summary>What comes if it stays unanswered; for the person asked only.</summary>
    public ValueList<LadderLine> Ladder { get; init; }

    /// <summary>It is this reader who is asked.</summary>
    public bool Yours { get; init; }
    public ValueList<CheckInAct> Acts { get; init; }
    public Instant? UndoUntil { get; init; }
    public ValueList<CommitmentFlag> Flags { get; init; }
    public required SeenBy SeenBy { get; init; }
    public required string Zone { get; init; }

    /// <summary>The reader's own zone, for times of day.</summary>
    public required string YourZone { get; init; }
}

/// <summary>How somebody wants to be asked.</summary>
/// <param name="PausedUntil">Optional prompts come again from this day on; null while they come.</param>
/// <param name="Fewer">Half as often.</param>
/// <param name="PerDay">So many optional ones a day at most.</param>
/// <param name="StandIn">The colleague who is asked when this person has not answered.</param>
public sealed record PromptsView(LocalDate? PausedUntil, bool Fewer, int PerDay, Named<PersonId>? StandIn);

/// <summary>Several check-ins of one person on one card.</summary>
/// <param name="CheckIns">What is asked.</param>
/// <param name="Left">So many more are asked than stand here.</param>
public sealed record CheckInBundle(ValueList<CheckInCard> CheckIns, int Left)
{
    /// <summary>What was answered just now and can still be taken back.</summary>
    public ValueList<CheckInCard> Saved { get; init; }

    /// <summary>The ask of the last of these answers: what one undo takes back together.</summary>
    public AskId? Sent { get; init; }
}
