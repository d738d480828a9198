using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What a reader can do with a concern, in the order in which a card offers it: a talk first.</summary>
public enum ConcernAct
{
    /// <summary>Say yes to a talk, or not now.</summary>
    AnswerTalk,
    Hear,
    OfferTalk,
    ShareWithTroubleshooters,
    ShareWithFacilitators,
    OpenCase,

    /// <summary>There is no process for it: start to agree on one.</summary>
    ProposeProcess,
    End,
    Withdraw,
}

/// <summary>A concern as this reader may see it now.</summary>
public sealed record ConcernCard
{
    public required ConcernId Id { get; init; }
    public required int Revision { get; init; }
    public required ConcernState State { get; init; }
    public string? Sentence { get; init; }
    public ConflictKind Kind { get; init; }
    public Named<PersonId>? By { get; init; }
    public Instant RaisedAt { get; init; }

    /// <summary>The reader raised it.</summary>
    public bool IsOwn { get; init; }
    public ValueList<Named<PersonId>> People { get; init; }

    /// <summary>The promise it came from, as far as this reader sees it.</summary>
    public Named<CommitmentId>? About { get; init; }

    /// <summary>A quiet word: the one neutral who reads it.</summary>
    public Named<PersonId>? QuietTo { get; init; }
    public Instant? HeardAt { get; init; }
    public bool TalkOffered { get; init; }
    public ValueList<TalkLine> Answers { get; init; }
    public ValueList<ConcernAid> SharedWith { get; init; }

    /// <summary>Partners that have not agreed to a process for this kind, as it stands now; for who raised it and for the facilitator.</summary>
    public ValueList<Named<PartnerId>> Missing { get; init; }

    /// <summary>A case was wanted and could not be opened.</summary>
    public bool CaseWanted { get; init; }

    /// <summary>The case that it became, where this reader may see it.</summary>
    public Named<CaseId>? Case { get; init; }

    /// <summary>Who reads it now, by name: the words for "seen by".</summary>
    public ValueList<Named<PersonId>> SeenBy { get; init; }
    public ValueList<ConcernLine> History { get; init; }
    public ValueList<ConcernAct> Acts { get; init; }
    public Instant? WordsGone { get; init; }
}

/// <summary>What somebody said to the offer of a talk.</summary>
public sealed record TalkLine(Named<PersonId> By, bool Yes, string? Said, Instant At);

/// <summary>One line of a concern's history as shown; nobody for the clock.</summary>
public sealed record ConcernLine(string What, Named<PersonId>? By, Instant At, string? Said);

/// <summary>A concern in a list.</summary>
public sealed record ConcernRow(
    ConcernId Id, int Revision, string? Sentence, ConflictKind Kind, ConcernState State, bool IsOwn, bool IsQuiet, bool WaitsForYou, Instant At);
