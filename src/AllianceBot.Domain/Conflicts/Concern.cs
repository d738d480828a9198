using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// Something that bothers somebody, in one sentence. It has no clock and binds nobody: it offers a talk, can be told to
/// those who help, and can become a case. A quiet word is one that a single neutral reads.
/// </summary>
public sealed record Concern
{
    public ConcernId Id { get; init; }

    public int Revision { get; init; }

    public ConcernState State { get; init; }

    public Words Sentence { get; init; } = null!;

    public ConflictKind Kind { get; init; }

    /// <summary>Who raised it.</summary>
    public PersonId By { get; init; }

    /// <summary>The others whom it concerns.</summary>
    public ValueList<PersonId> People { get; init; }

    /// <summary>The promise that it came from.</summary>
    public CommitmentId? About { get; init; }

    /// <summary>Of a quiet word: the one neutral who reads it.</summary>
    public PersonId? QuietTo { get; init; }

    /// <summary>The neutral said that it was read.</summary>
    public Instant? HeardAt { get; init; }

    /// <summary>When the others were asked for a talk, and so read it.</summary>
    public Instant? TalkOfferedAt { get; init; }

    /// <summary>What each of them said to that; the last word counts.</summary>
    public ValueList<TalkAnswer> Answers { get; init; }

    /// <summary>Whom else it was told.</summary>
    public ValueList<ConcernAid> SharedWith { get; init; }

    /// <summary>A case was wanted, and these partners had agreed to no process for it then.</summary>
    public ValueList<PartnerId> Lacking { get; init; }

    /// <summary>The case that it became.</summary>
    public CaseId? Case { get; init; }

    public Instant RaisedAt { get; init; }

    public Instant? EndedAt { get; init; }

    public ValueList<ConcernEntry> History { get; init; }

    public AskId LastAsk { get; init; }

    public PersonId LastBy { get; init; }

    /// <summary>When its words were destroyed; null while they are there.</summary>
    public Instant? WordsGone { get; init; }

    public bool IsOpen => State == ConcernState.Open;

    public bool IsQuiet => QuietTo is not null;
}

/// <summary>Where a concern stands.</summary>
public enum ConcernState
{
    Open,

    /// <summary>It was talked over.</summary>
    TalkedOver,
    BecameCase,
    Withdrawn,
}

/// <summary>Who else a concern can be told.</summary>
public enum ConcernAid
{
    Facilitators,
    Troubleshooters,
}

/// <summary>What somebody said to the offer of a talk.</summary>
public sealed record TalkAnswer(PersonId By, bool Yes, Words? Said, Instant At);

/// <summary>One line of a concern's history.</summary>
public sealed record ConcernEntry(string What, PersonId By, Instant At, Words? Said);
