namespace AllianceBot.Domain;

/// <summary>What a process for conflicts says: for which kinds it holds, its rungs from the lowest up, and what it ends with.</summary>
/// <param name="Name">What the partners call it; no two processes have the same.</param>
/// <param name="Kinds">The kinds of conflict it holds for. No kind has two processes in force.</param>
/// <param name="Rungs">From the lowest up. A case starts on the first.</param>
/// <param name="Final">What applies when the last rung ends and nothing was agreed.</param>
/// <param name="Grounds">On which grounds a rung may be skipped; none means never.</param>
/// <param name="Responses">What partners may answer with, from light to grave. People apply it, never the bot.</param>
/// <param name="StatementsKeptDays">So many days after closing a case's statements are destroyed.</param>
/// <param name="FollowUpDays">So many working days after a settlement all are asked whether it holds.</param>
/// <param name="NoProgressDays">So many working days without a step, and the parties are asked.</param>
public sealed record ProcessText(
    Words Name,
    ValueList<ConflictKind> Kinds,
    ValueList<Rung> Rungs,
    FinalOutcome Final,
    ValueList<Words> Grounds,
    ValueList<ResponseStep> Responses,
    int StatementsKeptDays,
    int FollowUpDays,
    int NoProgressDays);

/// <summary>One rung of the ladder: who meets, what for, how long, and what follows when the time is up.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="People">Who of the parties takes part.</param>
/// <param name="Todo">What they do.</param>
/// <param name="Days">How many working days of all parties they have.</param>
public sealed record Rung(Words Name, RungPeople People, Words Todo, int Days)
{
    /// <summary>Going up from here needs a summary that all parties can read.</summary>
    public bool SummaryNeeded { get; init; }

    /// <summary>Each party writes its view here before it reads the others'.</summary>
    public bool StatementsNeeded { get; init; }

    /// <summary>Somebody neutral, named by all parties, takes part.</summary>
    public bool HasNeutral { get; init; }

    /// <summary>So many working days to name the neutral, before the rung's own days begin; 0 where there is none.</summary>
    public int NameNeutralDays { get; init; }

    /// <summary>The last rung of a process that ends so: the other partners look at it and decide; the parties are heard.</summary>
    public bool IsFinal { get; init; }

    public WhenTimeIsUp TimeUp { get; init; }

    /// <summary>Everybody who is named on this rung has to answer, not one of each party.</summary>
    public bool EveryoneAnswers { get; init; }
}

/// <summary>One response of the table, from light to grave, and what it means among these partners.</summary>
public sealed record ResponseStep(Response Response, Words Text);

/// <summary>Responses to a promise that is not kept, from light to grave.</summary>
public enum Response
{
    Reminder,
    Talk,
    WrittenPlan,
    LimitedParticipation,
    Exit,
}

/// <summary>What a conflict is about.</summary>
public enum ConflictKind
{
    MissedCommitment,
    SharedPersonnel,
    Culture,
    Resources,
    PowerOrWorkload,
    DuplicatedServices,
    Other,
}

/// <summary>Who of the parties takes part on a rung. Who was on an earlier rung stays a reader of the case.</summary>
public enum RungPeople
{
    /// <summary>Those whom it concerns.</summary>
    Concerned,

    /// <summary>Their managers.</summary>
    Managers,

    /// <summary>The executives of the parties; where none is named, the managers.</summary>
    Executives,

    /// <summary>The people of the rung before, with somebody neutral.</summary>
    Neutral,

    /// <summary>All partners of the alliance: only where it ends, for the exit review.</summary>
    AllPartners,
}

/// <summary>What follows when a rung's time is up.</summary>
public enum WhenTimeIsUp
{
    GoUp,

    /// <summary>The parties say how to go on.</summary>
    AskParties,
}

/// <summary>What applies when the last rung ends and nothing was agreed.</summary>
public enum FinalOutcome
{
    /// <summary>Somebody outside the alliance mediates.</summary>
    OutsideMediation,

    /// <summary>The partner concerned leaves in good order: with notice, and with its promises handed over.</summary>
    OrderlyExit,

    /// <summary>It is closed; each partner keeps its own view on record.</summary>
    ClosedOpen,
}
