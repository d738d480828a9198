using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What a reader can do in a case, each by one command, in the order in which a card offers it: what is asked first.</summary>
public enum CaseAct
{
    Acknowledge,
    AgreeSettlement,
    RefuseSettlement,
    RetractSettlement,
    ConfirmSkip,
    RefuseSkip,
    GiveStatement,
    Answer,
    AgreeMotion,
    RefuseMotion,
    RetractMotion,
    SayItHolds,
    SayItDoesNot,
    ApproveReviewText,
    ConsentLevel,
    RefuseLevel,
    ProposeSettlement,
    Summarise,
    NameNeutral,
    Note,
    GoDown,
    Extend,
    GoUp,
    AskReview,
    WriteReviewText,
    AskSkip,
    Pause,
    Resume,
    RestPromises,
    WakePromises,
    Respond,
    StepDown,
    RaiseLevel,
    KeepOpen,
    Reopen,
    Refer,
    Withdraw,
}

/// <summary>A case as this reader, who is in it, may see it now.</summary>
public sealed record CaseCard
{
    public required CaseId Id { get; init; }

    /// <summary>What people type: K7F2.</summary>
    public required string Name { get; init; }
    public required int Revision { get; init; }
    public required CaseState State { get; init; }
    public ConflictKind Kind { get; init; }
    public string? Matter { get; init; }
    public Named<PersonId>? Opener { get; init; }
    public Instant OpenedAt { get; init; }
    public ValueList<PartyView> Parties { get; init; }

    /// <summary>The reader's own party; null for the neutral and the person it is about.</summary>
    public Named<PartnerId>? YourParty { get; init; }
    public Named<PersonId>? Neutral { get; init; }

    /// <summary>The reader is the neutral.</summary>
    public bool YouAreNeutral { get; init; }
    public Named<PersonId>? Person { get; init; }

    /// <summary>The promise in dispute, as far as this reader sees it.</summary>
    public Named<CommitmentId>? About { get; init; }
    public Named<ProcessId>? Process { get; init; }
    public int Version { get; init; }

    /// <summary>All rungs of its version, from the lowest up.</summary>
    public ValueList<RungView> Rungs { get; init; }

    /// <summary>The rung it stands on, from 1; 0 while it is new.</summary>
    public int Rung { get; init; }

    /// <summary>Whose turn it is on this rung.</summary>
    public ValueList<Named<PersonId>> RungPeople { get; init; }

    /// <summary>The day until which something is to be done, and what; null while no clock runs.</summary>
    public CaseWaiting? Waiting { get; init; }

    /// <summary>The rung's time ran out, and the parties say how to go on.</summary>
    public bool TimeUp { get; init; }

    /// <summary>Nobody did anything for a while.</summary>
    public bool NoProgress { get; init; }

    /// <summary>The parties' common days are too few, so the alliance's count.</summary>
    public bool ByAllianceDays { get; init; }

    /// <summary>How often it was given more time on this rung, and how often it can be.</summary>
    public int Extensions { get; init; }
    public int MostExtensions { get; init; }

    /// <summary>Statements are asked for and not shown: whose are in. Nobody reads one before all are in.</summary>
    public StatementsView? Statements { get; init; }

    /// <summary>Who of those named has not answered, where everybody has to.</summary>
    public ValueList<Named<PersonId>> ToAnswer { get; init; }

    /// <summary>The current rung has a summary.</summary>
    public bool Summarised { get; init; }

    /// <summary>What was written, oldest first, as far as this reader may read it.</summary>
    public ValueList<CaseItemView> Items { get; init; }
    public MotionView? Motion { get; init; }
    public SkipView? Skip { get; init; }
    public SettlementView? Settlement { get; init; }
    public FollowUpView? FollowUp { get; init; }
    public ReviewView? Review { get; init; }
    public LocalDate? PausedUntil { get; init; }

    /// <summary>Promises between the parties that all let rest.</summary>
    public ValueList<Named<CommitmentId>> Resting { get; init; }

    /// <summary>Promises between the parties that could be let rest.</summary>
    public ValueList<Named<CommitmentId>> Going { get; init; }

    /// <summary>The process' table of responses, and which were agreed to.</summary>
    public ValueList<ResponseView> Responses { get; init; }

    /// <summary>On which grounds a rung may be skipped, by number from 1.</summary>
    public ValueList<string?> Grounds { get; init; }

    /// <summary>Who could be neutral, who served least first.</summary>
    public ValueList<NeutralChoice> WhoCould { get; init; }

    /// <summary>The lower rungs it can go down to, and the higher ones a ground could lead to.</summary>
    public ValueList<int> Lower { get; init; }
    public ValueList<int> Higher { get; init; }
    public CaseEndView? Ending { get; init; }
    public ValueList<CaseLine> History { get; init; }
    public ValueList<CaseAct> Acts { get; init; }

    /// <summary>Everybody who reads it now, by name.</summary>
    public ValueList<Named<PersonId>> SeenBy { get; init; }

    /// <summary>When the statements are destroyed, or were.</summary>
    public LocalDate? WordsGoOn { get; init; }
    public Instant? WordsGone { get; init; }
    public required string Zone { get; init; }
    public LocalDate Today { get; init; }
}

/// <summary>A party as shown.</summary>
public sealed record PartyView(Named<PartnerId> Partner, ValueList<Named<PersonId>> People, bool Acknowledged, bool Left, bool IsYours)
{
    /// <summary>What it wants to be known by whoever deals with it.</summary>
    public ValueList<string> Notes { get; init; }
}

/// <summary>A rung as shown.</summary>
public sealed record RungView(int Number, string? Name, RungPeople People, string? Todo, int Days, bool HasNeutral, bool IsFinal);

/// <summary>What the clock waits for.</summary>
/// <param name="Until">The last day, in the alliance's zone.</param>
/// <param name="Naming">On the rung: the time is for naming somebody neutral.</param>
public sealed record CaseWaiting(CaseTimer For, LocalDate Until, bool Naming);

/// <summary>Whose statements are in, while none is shown.</summary>
public sealed record StatementsView(ValueList<Named<PartnerId>> In, ValueList<Named<PartnerId>> Missing, LocalDate? Until, bool YoursIsIn);

/// <summary>Something written, as shown.</summary>
/// <param name="Number">What consents name it by.</param>
/// <param name="Text">Of a statement the facts; null once removed.</param>
/// <param name="Wanted">The level somebody asked for, while consents are missing.</param>
/// <param name="ConsentMissing">Whose consent is missing for it.</param>
public sealed record CaseItemView(
    int Number, CaseItemKind Kind, int Rung, Named<PersonId> By, Named<PartnerId>? Of, string? Text, string? Interests, string? Wish,
    Level Level, Level? Wanted, ValueList<Named<PersonId>> ConsentMissing, Instant At);

/// <summary>What waits for every party's yes.</summary>
public sealed record MotionView(
    MotionAsked What, Named<PersonId> By, Named<PartnerId> Of, string? Why, ValueList<Named<PartnerId>> Agreed,
    ValueList<Named<PartnerId>> Waiting, Named<PersonId>? Person, ValueList<Named<CommitmentId>> Promises, Instant At);

/// <summary>A wish to skip, for the party that has it and the one who confirms.</summary>
public sealed record SkipView(int Rung, string? Ground, string? Why, Named<PersonId> By, Named<PartnerId> Of, Named<PersonId> Confirmer);

/// <summary>The settlement on the table, or the one that was agreed to.</summary>
public sealed record SettlementView(
    string? Text, ValueList<SettlementLine> Promises, LocalDate FollowUp, bool Agreed, Named<PersonId>? By,
    ValueList<Named<PartnerId>> AgreedBy, ValueList<Named<PartnerId>> Waiting, LocalDate? Until);

/// <summary>A promise of a settlement: its terms, and how it stands once it is agreed.</summary>
public sealed record SettlementLine(CommitmentId Id, TermsView Terms, string? Label, CommitmentState? State);

/// <summary>Whether the settlement holds.</summary>
public sealed record FollowUpView(
    FollowUpReason Why, ValueList<Named<PartnerId>> Holds, ValueList<Named<PartnerId>> Waiting, LocalDate? Until);

/// <summary>The review by the other partners.</summary>
/// <param name="Text">The text on the table, for the parties; in the decision only once all approved it.</param>
public sealed record ReviewView(
    ReviewAsked What, Named<PartnerId>? Leaving, string? Text, ValueList<Named<PartnerId>> Approved,
    ValueList<Named<PartnerId>> Waiting, LocalDate? Until, Named<DecisionId>? Decision);

/// <summary>A step of the table, and towards whom it was agreed to.</summary>
public sealed record ResponseView(int Step, Response Response, string? Text, ValueList<Named<PartnerId>> Towards);

/// <summary>Somebody who could be neutral.</summary>
/// <param name="Served">In how many cases the person was; null for none or few.</param>
public sealed record NeutralChoice(Named<PersonId> Person, Named<PartnerId>? Partner, int? Served);

/// <summary>How it ended.</summary>
/// <param name="HandOver">Promises of the leaving party that are to be handed over.</param>
public sealed record CaseEndView(
    CaseEnd As, Named<PersonId>? By, Instant At, ValueList<Named<PartnerId>> NotConfirmed, Named<PartnerId>? Leaving,
    LocalDate? LeavesOn, ValueList<Named<CommitmentId>> HandOver, LocalDate? ReopenUntil);

/// <summary>One line of the history as shown; nobody for the clock.</summary>
public sealed record CaseLine(
    string What, Named<PersonId>? By, Instant At, Named<PartnerId>? Of, int Rung, string? Said, LocalDate? Date,
    Named<PersonId>? Person, ValueList<Named<PartnerId>> Partners);

/// <summary>A case in a list of who is in it.</summary>
public sealed record CaseRow(
    CaseId Id, string Name, int Revision, string? Matter, ConflictKind Kind, CaseState State, int Rung, string? RungName,
    ValueList<Named<PartnerId>> Parties, LocalDate? Until, bool WaitsForYou)
{
    /// <summary>The reader is asked about a ground to skip alone, and so reads nothing of what it is about.</summary>
    public bool OnlyConfirms { get; init; }
}

/// <summary>How many cases are open, as all members may know it: never fewer than two of a kind on a rung.</summary>
/// <param name="Lines">Empty for none or few.</param>
public sealed record CaseCountView(ValueList<CaseCountLine> Lines);

/// <summary>At least two open cases of a kind on a rung.</summary>
/// <param name="Rung">From 1.</param>
public sealed record CaseCountLine(ConflictKind Kind, int Rung, int Count);

/// <summary>Something of a case that all who are quoted let others read. It names no case.</summary>
public sealed record SharedItem(string? Text, Named<PersonId>? By, Level Level, Instant At);
