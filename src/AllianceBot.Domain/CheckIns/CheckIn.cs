using NodaTime;

namespace AllianceBot.Domain;

/// <summary>One occurrence of asking a doer where a promise stands.</summary>
public sealed record CheckIn
{
    public CheckInId Id { get; init; }

    public CommitmentId Commitment { get; init; }

    public int Revision { get; init; }

    public CheckInState State { get; init; }

    /// <summary>While the work runs, before the date, on it, after it, or by command.</summary>
    public CheckInKind Kind { get; init; }

    /// <summary>The person asked.</summary>
    public PersonId Person { get; init; }

    /// <summary>Who is away, when it is their cover who is asked; may answer too.</summary>
    public PersonId? For { get; init; }

    /// <summary>The day it is planned for, where that was said; otherwise it is counted from the date of the promise.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>It does not open before then, whatever its plan says.</summary>
    public Instant? HeldUntil { get; init; }

    /// <summary>How often it was put off because its person had been asked enough that day.</summary>
    public int PutOffs { get; init; }

    /// <summary>When its person was last written to about it.</summary>
    public Instant? PromptedAt { get; init; }

    /// <summary>How many reminders went out.</summary>
    public int Nudges { get; init; }

    /// <summary>When it comes back, while it is put aside.</summary>
    public Instant? SnoozedUntil { get; init; }

    /// <summary>How often it was put aside.</summary>
    public int Snoozes { get; init; }

    /// <summary>The how manieth miss in a row of this person on this promise; 0 while not missed.</summary>
    public int InRow { get; init; }

    /// <summary>Who is asked instead, after a miss or by the person's choice: may answer as well.</summary>
    public PersonId? Colleague { get; init; }

    /// <summary>Its plan is counted from here: the agreement of the terms, or the asking by command.</summary>
    public Instant From { get; init; }

    /// <summary>When it was planned for, while scheduled; when it opened, after.</summary>
    public Instant At { get; init; }

    /// <summary>The ask that made it, when it was asked for by command: recognised for ever.</summary>
    public AskId? MadeBy { get; init; }

    /// <summary>The last minute to answer, once open.</summary>
    public Instant? Until { get; init; }

    /// <summary>When it first was over: answered, missed or excused. Another answer, or a late one, does not move it.</summary>
    public Instant? OverAt { get; init; }

    /// <summary>What was answered, and who looked at it; kept apart, as it is this alone that an undo brings back.</summary>
    public CheckInSaid Said { get; init; } = CheckInSaid.Nothing;

    public CheckInAnswer? Answer => Said.Answer;

    public Words? Note => Said.Note;

    public Instant? AnsweredAt => Said.At;

    /// <inheritdoc cref="CheckInSaid.In"/>
    public long AnsweredIn => Said.In;

    public bool HelpWanted => Said.HelpWanted;

    /// <inheritdoc cref="CheckInSaid.Blocker"/>
    public Subject? Blocker => Said.Blocker;

    /// <inheritdoc cref="CheckInSaid.SeenBy"/>
    public PersonId? SeenBy => Said.SeenBy;

    public Instant? SeenAt => Said.SeenAt;

    /// <inheritdoc cref="CheckInSaid.CareSteps"/>
    public int CareSteps => Said.CareSteps;

    public Instant? CaredAt => Said.CaredAt;

    /// <inheritdoc cref="CheckInSaid.Edited"/>
    public bool Edited => Said.Edited;

    public ExcusedFor? Excused { get; init; }

    /// <summary>What the same person can take back until then, while nothing came after it.</summary>
    public CheckInUndo? Undo { get; init; }

    public AskId LastAsk { get; init; }

    /// <summary>Who made the last transition.</summary>
    public PersonId LastBy { get; init; }
}

/// <summary>What a check-in was answered with, and what came of it.</summary>
public sealed record CheckInSaid
{
    public static readonly CheckInSaid Nothing = new();

    public CheckInAnswer? Answer { get; init; }

    public Words? Note { get; init; }

    public Instant? At { get; init; }

    /// <summary>The version of the story that the last answer made: what an older one had to tell is overtaken.</summary>
    public long In { get; init; }

    public bool HelpWanted { get; init; }

    /// <summary>The person or partner that it waits for, as the answer says: asked first, and so shown the answer.</summary>
    public Subject? Blocker { get; init; }

    /// <summary>It was answered more than once.</summary>
    public bool Edited { get; init; }

    /// <summary>Who looked at an answer that says trouble, and when.</summary>
    public PersonId? SeenBy { get; init; }

    public Instant? SeenAt { get; init; }

    /// <summary>How many steps were taken because nobody had looked, and when the last one was.</summary>
    public int CareSteps { get; init; }

    public Instant? CaredAt { get; init; }
}

/// <summary>How a check-in and its promise's risk stood before the last answer.</summary>
/// <param name="By">Who may take it back.</param>
/// <param name="Until">Until when.</param>
/// <param name="State">Where the check-in stood.</param>
/// <param name="Said">What had been answered before.</param>
public sealed record CheckInUndo(PersonId By, Instant Until, CheckInState State, CheckInSaid Said)
{
    public Instant? OverAt { get; init; }

    public Instant? SnoozedUntil { get; init; }

    public RiskFlag? Risk { get; init; }

    public int CommitmentRevision { get; init; }
}

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

    /// <summary>Put aside by its person until a chosen time.</summary>
    Snoozed,
}

/// <summary>When in the life of a promise it is asked.</summary>
public enum CheckInKind
{
    Before,
    OnDate,

    /// <summary>The doer or the receiver asked for it by command.</summary>
    ByCommand,

    /// <summary>While the work runs, as often as fits its length.</summary>
    During,

    /// <summary>After the date, until it is reported or decided.</summary>
    Overdue,
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
