using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// One digest as it was made: ids and numbers, never words, so that it can be opened again as it was and shows no more than
/// its reader may see then.
/// </summary>
/// <param name="Week">The Monday of its week on the reader's own clock: with the reader it names the digest.</param>
/// <param name="From">The first day it is about, in the alliance's zone.</param>
/// <param name="Until">The last day it is about.</param>
public sealed record DigestIssue(LocalDate Week, LocalDate From, LocalDate Until)
{
    /// <summary>When it was made: how things stood then.</summary>
    public Instant At { get; init; }

    /// <summary>Who read it instead, as its reader was away.</summary>
    public PersonId? Cover { get; init; }

    /// <summary>There was nothing to say.</summary>
    public bool Quiet { get; init; }

    /// <summary>A joint story that was shown since the last one.</summary>
    public StoryId? Story { get; init; }

    /// <summary>What was delivered and accepted by who receives it, of all that this reader may see, the newest first.</summary>
    public ValueList<CommitmentId> Results { get; init; }

    public int ResultCount { get; init; }

    /// <summary>The most pressing of what needs this reader: promises, check-ins, decisions.</summary>
    public ValueList<Subject> Needs { get; init; }

    public int NeedCount { get; init; }

    /// <summary>Decisions that wait for a voice of this reader.</summary>
    public ValueList<DecisionId> Decisions { get; init; }

    /// <summary>Numbers that are asked for and not there yet: the reader's, those of the organisations that the reader manages, and all for a facilitator.</summary>
    public ValueList<DigestIndicator> Indicators { get; init; }

    /// <summary>Indicators of which a number was reported within the digest's days.</summary>
    public ValueList<DigestReading> Progress { get; init; }

    public ValueList<ThanksId> Thanks { get; init; }

    /// <summary>Open cases as counts by step: the reader's own, and those of all where they are too many to point at one.</summary>
    public ValueList<DigestCases> Cases { get; init; }

    /// <summary>One for each partner this reader manages.</summary>
    public ValueList<DigestPart> Parts { get; init; }

    /// <summary>What a facilitator reads beside it.</summary>
    public DigestOverview? Overview { get; init; }
}

/// <summary>What a digest says about one partner.</summary>
public sealed record DigestPart(PartnerId Partner)
{
    public ValueList<DigestGroup> Groups { get; init; }

    /// <summary>The ledger's figures over the digest's days; what is nothing is left out.</summary>
    public ValueList<DigestFigure> Figures { get; init; }

    /// <summary>Kept and renegotiated in the last weeks, the oldest first.</summary>
    public ValueList<DigestWeek> Weeks { get; init; }

    public DigestLoad? Load { get; init; }

    /// <summary>The promises of one kind; none when there are none.</summary>
    public DigestGroup Of(DigestGroupKind kind)
    {
        foreach (var group in Groups)
        {
            if (group.Kind == kind) return group;
        }

        return new(kind, 0, []);
    }
}

/// <summary>Promises that a digest speaks of in the same way.</summary>
/// <param name="Kind">In which.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Lines">The most pressing of them.</param>
public sealed record DigestGroup(DigestGroupKind Kind, int Count, ValueList<DigestLine> Lines);

/// <summary>The ways in which a digest speaks of a promise, in the order in which it does.</summary>
public enum DigestGroupKind
{
    /// <summary>Ours, and accepted by who receives it, within the digest's days.</summary>
    Delivered,

    /// <summary>Ours, due within seven days; neither late nor at risk.</summary>
    DueNext,

    /// <summary>Ours, and who does it said that it may not work out.</summary>
    AtRisk,

    /// <summary>Ours, and its day is over.</summary>
    Overdue,

    /// <summary>Ours, and who does it did not answer two check-ins or more in a row.</summary>
    Unanswered,

    /// <summary>Somebody waits for our answer.</summary>
    WaitsForUs,

    /// <summary>Promised to us by others, and not delivered yet.</summary>
    PromisedToUs,
}

/// <summary>One promise in a digest.</summary>
/// <param name="Promise">Which.</param>
/// <param name="Due">Its date as it was.</param>
/// <param name="Explained">The id of the words that stand beside it: the latest explanation of the doing side.</param>
public sealed record DigestLine(CommitmentId Promise, LocalDate Due, string? Explained = null);

/// <summary>One figure of the ledger.</summary>
public sealed record DigestFigure(LedgerFigure Figure, int Count);

/// <summary>One week of a partner's record.</summary>
/// <param name="Week">Its Monday.</param>
public sealed record DigestWeek(LocalDate Week, int Kept, int Renegotiated);

/// <summary>A number that is asked for.</summary>
/// <param name="Indicator">Of which indicator.</param>
/// <param name="On">The end of the period that it is for.</param>
public sealed record DigestIndicator(IndicatorId Indicator, LocalDate On);

/// <summary>The newest number of an indicator.</summary>
/// <param name="Reached">It is at the target or past it.</param>
public sealed record DigestReading(IndicatorId Indicator, decimal Value, LocalDate On, bool Reached);

/// <summary>Open cases on one step.</summary>
/// <param name="Step">Which, from 1.</param>
/// <param name="Count">How many.</param>
/// <param name="Own">The reader is in them.</param>
public sealed record DigestCases(int Step, int Count, bool Own);

/// <summary>What is promised for this month against what was set for it.</summary>
public sealed record DigestLoad(int Hours, int Count, int Unknown, int? Budget);

/// <summary>What a facilitator's digest says about the alliance as a whole.</summary>
public sealed record DigestOverview
{
    /// <summary>Partners with something open of which nobody said anything for a while.</summary>
    public ValueList<DigestSilence> Silent { get; init; }

    /// <summary>What was reminded of as often as it can be, and stays unanswered.</summary>
    public ValueList<CommitmentId> Unanswered { get; init; }

    public int UnansweredCount { get; init; }

    /// <summary>The greatest share of the open work of one person and of one partner in percent; null while too little is open.</summary>
    public int? TopPerson { get; init; }

    public int? TopPartner { get; init; }

    /// <summary>The agreed ceiling; null while none is agreed.</summary>
    public int? Ceiling { get; init; }

    /// <summary>Open cases of which this facilitator is the neutral and whose step ends within a week.</summary>
    public int CasesEnding { get; init; }

    /// <summary>People whom nothing reaches.</summary>
    public int NotReached { get; init; }
}

/// <summary>A partner that was not heard from.</summary>
/// <param name="Since">The last day somebody of it said something; null for never.</param>
public sealed record DigestSilence(PartnerId Partner, LocalDate? Since);
