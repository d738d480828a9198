using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Which promises are listed.</summary>
public enum CommitmentList
{
    /// <summary>What this person promised and what is promised to this person, not ended.</summary>
    Mine,

    /// <summary>What waits for this person's answer.</summary>
    Waiting,
}

/// <summary>What a promise in a list waits for from its reader.</summary>
public enum WaitsFor
{
    /// <summary>Nothing of the reader.</summary>
    Nothing,
    Answer,
    ChangeAnswer,
    ReplacementAnswer,
    CorrectionAnswer,
    Confirmation,

    /// <summary>The receiving side has said that it ends, and the reader is the third pair of eyes.</summary>
    Ending,
    CheckIn,

    /// <summary>The reader promised it and its date passed.</summary>
    Report,

    /// <summary>It was promised to the reader, its date passed, and the reader is to say what of it.</summary>
    OverdueAnswer,
}

/// <summary>One promise in a list. The other is the one on the other side.</summary>
public sealed record CommitmentLine(
    CommitmentId Id,
    int Number,
    int Revision,
    string? What,
    LocalDate Due,
    Side YourSide,
    Named<PartnerId> OtherPartner,
    Named<PersonId>? Other,
    CommitmentState State,
    ValueList<CommitmentFlag> Flags,
    WaitsFor Waits,
    LocalDate? AnswerBy,
    CheckInId? CheckIn)
{
    /// <summary>Which occurrence of a repeated promise; 0 for a promise of its own.</summary>
    public int Occurrence { get; init; }

    /// <summary>The number as people type it, without the letter: "12", or "12.3" for an occurrence.</summary>
    public string Label => Numbers.Label(Number, Occurrence);
}

/// <summary>A list of promises for one person, the most pressing first.</summary>
/// <param name="List">Which.</param>
/// <param name="Lines">At most <see cref="Limits.List"/>.</param>
/// <param name="Left">How many more there are.</param>
public sealed record CommitmentLinesView(CommitmentList List, ValueList<CommitmentLine> Lines, int Left);

/// <summary>What a typed name or number of a promise means to one person.</summary>
/// <param name="Found">Exactly one fits.</param>
/// <param name="Several">More than one fits: ask which.</param>
/// <param name="Near">None fits, and these are near; only of what this person may see.</param>
public sealed record FoundCommitment(CommitmentId? Found, ValueList<CommitmentHint> Several, ValueList<CommitmentHint> Near);

/// <summary>A promise that might be meant.</summary>
public sealed record CommitmentHint(CommitmentId Id, int Number, string? What)
{
    /// <summary>Which occurrence of a repeated promise; 0 for a promise of its own.</summary>
    public int Occurrence { get; init; }

    /// <summary>The number as people type it, without the letter.</summary>
    public string Label => Numbers.Label(Number, Occurrence);
}
