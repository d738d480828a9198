using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Where a process stands.</summary>
public enum ProcessState
{
    Draft,

    /// <summary>Its first version is put to the partners.</summary>
    Ratifying,
    InForce,

    /// <summary>One version holds, and another is put to the partners.</summary>
    InForceChanging,
    Dropped,
}

/// <summary>What a reader can do with a process.</summary>
public enum ProcessAct
{
    Ratify,
    Propose,
    ChangeRung,
    AddRung,
    Change,
    ShowDraft,
    ShowInForce,
    Drop,
}

/// <summary>A process as shown to members: its draft, or one of its versions.</summary>
public sealed record ProcessCard
{
    public required ProcessId Id { get; init; }

    /// <summary>What people type: process 2.</summary>
    public required int Number { get; init; }
    public required int Revision { get; init; }
    public required ProcessState State { get; init; }
    public bool IsDraft { get; init; }

    /// <summary>Null for a draft.</summary>
    public int? Version { get; init; }
    public Instant? Since { get; init; }
    public Instant? SupersededAt { get; init; }
    public int Versions { get; init; }

    /// <summary>Something else is being worked on.</summary>
    public bool HasDraft { get; init; }
    public string? Name { get; init; }
    public ValueList<ConflictKind> Kinds { get; init; }
    public ValueList<ProcessRung> Rungs { get; init; }
    public FinalOutcome Final { get; init; }
    public ValueList<string?> Grounds { get; init; }
    public ValueList<ProcessResponse> Responses { get; init; }
    public int StatementsKeptDays { get; init; }
    public int FollowUpDays { get; init; }
    public int NoProgressDays { get; init; }

    /// <summary>What differs from the version before, or for a draft from the one in force; empty for the first.</summary>
    public ValueList<ProcessChange> Changes { get; init; }
    public ValueList<Named<PartnerId>> Ratified { get; init; }

    /// <summary>Partners that have not ratified the version in force: no case with them can go this way.</summary>
    public ValueList<Named<PartnerId>> Outside { get; init; }

    /// <summary>The decision under way about it.</summary>
    public Named<DecisionId>? UnderWay { get; init; }

    /// <summary>Why the draft cannot be put to the partners as it is.</summary>
    public Refusal? StandsInTheWay { get; init; }
    public ValueList<ProcessAct> Acts { get; init; }
    public required string Zone { get; init; }
}

/// <summary>A rung as shown.</summary>
public sealed record ProcessRung(int Number, string? Name, RungPeople People, string? Todo, int Days)
{
    public bool SummaryNeeded { get; init; }
    public bool StatementsNeeded { get; init; }
    public bool HasNeutral { get; init; }
    public int NameNeutralDays { get; init; }
    public bool IsFinal { get; init; }
    public WhenTimeIsUp TimeUp { get; init; }
    public bool EveryoneAnswers { get; init; }

    internal static ProcessRung Of(Rung rung, int number) => new(number, rung.Name.Text, rung.People, rung.Todo.Text, rung.Days)
    {
        SummaryNeeded = rung.SummaryNeeded,
        StatementsNeeded = rung.StatementsNeeded,
        HasNeutral = rung.HasNeutral,
        NameNeutralDays = rung.NameNeutralDays,
        IsFinal = rung.IsFinal,
        TimeUp = rung.TimeUp,
        EveryoneAnswers = rung.EveryoneAnswers,
    };
}

/// <summary>A response of the table as shown.</summary>
public sealed record ProcessResponse(Response Response, string? Text);

/// <summary>A process in a list.</summary>
public sealed record ProcessRow(
    ProcessId Id, int Number, string? Name, ProcessState State, ValueList<ConflictKind> Kinds, int Rungs,
    ValueList<Named<PartnerId>> Outside, Named<DecisionId>? UnderWay);
