using NodaTime;

namespace AllianceBot.Domain;

/// <summary>One occurrence of asking a doer where a promise stands.</summary>
public sealed record CheckIn
{
    public CheckInId Id { get; init; }

    public CommitmentId Commitment { get; init; }

    public int Revision { get; init; }

    public CheckInState State { get; init; }

    /// <summary>Before the date or on it.</summary>
    public CheckInKind Kind { get; init; }

    /// <summary>The person asked.</summary>
    public PersonId Person { get; init; }

    /// <summary>Its plan is counted from here: the agreement of the terms, or the asking by command.</summary>
    public Instant From { get; init; }

    /// <summary>When it was planned for, while scheduled; when it opened, after.</summary>
    public Instant At { get; init; }

    /// <summary>The ask that made it, when it was asked for by command: recognised for ever.</summary>
    public AskId? MadeBy { get; init; }

    /// <summary>The last minute to answer, once open.</summary>
    public Instant? Until { get; init; }

    public CheckInAnswer? Answer { get; init; }

    public Words? Note { get; init; }

    public Instant? AnsweredAt { get; init; }

    public bool HelpWanted { get; init; }

    /// <summary>It was answered more than once.</summary>
    public bool Edited { get; init; }

    public ExcusedFor? Excused { get; init; }

    /// <summary>What the same person can take back until then, while nothing came after it.</summary>
    public CheckInUndo? Undo { get; init; }

    public AskId LastAsk { get; init; }

    /// <summary>Who made the last transition.</summary>
    public PersonId LastBy { get; init; }
}

/// <summary>How a check-in and its promise's risk stood before the last answer.</summary>
public sealed record CheckInUndo(PersonId By, Instant Until, CheckIn Before, RiskFlag? Risk, int CommitmentRevision);

/// <summary>Where a check-in stands.</summary>
public enum CheckInState
{
    Scheduled,
    Open,
    Answered,
    Acknowledged,
    Closed,
    Late,
    Missed,
    Excused,
    Cancelled,
}

/// <summary>When in the life of a promise it is asked.</summary>
public enum CheckInKind
{
    Before,
    OnDate,

    /// <summary>The doer or the receiver asked for it by command.</summary>
    ByCommand,
}

/// <summary>The six answers. Done, more time and can't do open a form: none of them binds at one tap.</summary>
public enum CheckInAnswer
{
    OnTrack,
    AtRisk,
    Blocked,
    Done,
    MoreTime,
    CannotDo,
}
