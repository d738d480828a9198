using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something with an id and a name that may have been removed.</summary>
public sealed record Named<TId>(TId Id, string? Name)
    where TId : struct, IId;

/// <summary>
/// Terms as a card shows them. A null text was removed; a null person is still open, a null goal is none by choice.
/// </summary>
public sealed record TermsView(
    string? What,
    string? DoneWhen,
    LocalDate Due,
    Named<PartnerId> DoerPartner,
    Named<PersonId>? Doer,
    Named<PartnerId> ReceiverPartner,
    Named<PersonId>? Receiver,
    Named<GoalId>? Goal)
{
    /// <summary>How it comes again; null for once.</summary>
    public Repetition? Repeats { get; init; }

    /// <summary>What has to come with the report.</summary>
    public EvidenceKind Evidence { get; init; }
}

/// <summary>The parts of terms that two sets of terms can differ in.</summary>
public enum TermsPart
{
    What,
    DoneWhen,
    Due,
    Doer,
    Receiver,
    Goal,
    Repeats,
    Evidence,
}

/// <summary>What a reader can do to a promise, each by one command, in the order in which a card offers them.</summary>
public enum CommitmentAct
{
    ConfirmTold,
    RejectTold,
    Accept,
    Counter,
    Decline,
    AcceptReport,
    ReturnReport,
    AcceptChange,
    RefuseChange,
    AgreeReplacement,
    RefuseReplacement,
    AgreeCorrection,
    RefuseCorrection,
    Report,
    Extend,
    Wait,
    SayUnmet,
    ProposeChange,
    AtRisk,
    ClearRisk,
    RetractReport,
    RetractChange,
    RetractReplacement,
    RetractCorrection,
    GiveUp,
    Release,
    SeeDifferently,
    ProposeCorrection,
    ProposeReplacement,
    CheckIn,
    Ask,
    Note,
    HandOver,
    EndSeries,
    Estimate,
    DependOn,
    DependNoMore,
    Withdraw,
    Resend,
    EnterTold,
    Undo,
}

/// <summary>What is computed about a promise at an instant, never stored as a state.</summary>
public enum CommitmentFlag
{
    AtRisk,
    HelpWanted,
    Overdue,

    /// <summary>Returned not long ago: not shown as overdue.</summary>
    Returned,

    /// <summary>Reported, and nobody answered all reminders.</summary>
    DeliveredUnconfirmed,
    KeptLate,
    SeenDifferently,

    /// <summary>Countered so often that talking is suggested.</summary>
    TalkSuggested,
    Corrected,

    /// <summary>Both partners let it rest: it is neither overdue nor asked about.</summary>
    Resting,
}

/// <summary>A promise as this reader may see it now.</summary>
public sealed record CommitmentCard
{
    public required CommitmentId Id { get; init; }
    public required int Number { get; init; }

    /// <summary>Which occurrence of a repeated promise; 0 for a promise of its own.</summary>
    public int Occurrence { get; init; }

    /// <summary>The number as people type it, without the letter: "12", or "12.3" for an occurrence.</summary>
    public string Label => Numbers.Label(Number, Occurrence);
    public required int Revision { get; init; }

    /// <summary>Agreed terms, or those on the table.</summary>
    public required TermsView Terms { get; init; }

    /// <summary>Both sides stepped over this exclusion knowingly, or the one that proposed did.</summary>
    public string? Outside { get; init; }

    /// <summary>When its words were destroyed, as the data agreement says.</summary>
    public Instant? WordsGone { get; init; }

    /// <summary>Where it was first said, as far as this reader may know of that.</summary>
    public Source? Source { get; init; }

    /// <summary>The receiver accepted the report: what all who see the promise may know.</summary>
    public required bool Done { get; init; }

    /// <summary>Everything else, or null for a reader who may not see how it stands.</summary>
    public CommitmentInside? Inside { get; init; }

    /// <summary>The doer asked for help that this reader, who does not see the inside, may be able to give.</summary>
    public RiskView? HelpAsked { get; init; }

    /// <summary>The series it is or belongs to; null for a promise that comes once.</summary>
    public SeriesView? Series { get; init; }

    public ValueList<CommitmentAct> Acts { get; init; }

    /// <summary>Who sees the promise itself.</summary>
    public required SeenBy PromiseSeenBy { get; init; }

    /// <summary>Who sees what is typed here.</summary>
    public required SeenBy InputSeenBy { get; init; }

    /// <summary>The zone in which the due date ends, as a TZDB id.</summary>
    public required string Zone { get; init; }

    public LocalDate Today { get; init; }
}

/// <summary>A repeated promise, as shown on itself and on each of its occurrences.</summary>
/// <param name="Id">The series.</param>
/// <param name="Repeats">How it comes again.</param>
/// <param name="Now">The occurrence that is there now; null when none is.</param>
/// <param name="NowNumber">Its number.</param>
/// <param name="NowDue">When it is due.</param>
/// <param name="Next">The date after that; null when none is left.</param>
/// <param name="Later">Terms that are agreed from their date on.</param>
public sealed record SeriesView(
    CommitmentId Id, Repetition Repeats, CommitmentId? Now, int NowNumber, LocalDate? NowDue, LocalDate? Next, TermsView? Later)
{
    /// <summary>The two have too few working days in common, so its dates go by the alliance's.</summary>
    public bool ByAllianceDays { get; init; }
}

/// <summary>How a promise stands, for people of its two partners and the facilitator.</summary>
public sealed record CommitmentInside
{
    public required CommitmentState State { get; init; }

    /// <summary>The reader's own side; null for the facilitator, and for one who is on both.</summary>
    public Side? YourSide { get; init; }

    /// <summary>Who asked first: a request comes from the receiver, an offer from the doer.</summary>
    public required Side ProposedBy { get; init; }

    public Named<PersonId>? Proposer { get; init; }

    /// <summary>Whose answer is awaited, whatever it is about; null while nobody's.</summary>
    public Side? Waits { get; init; }

    /// <summary>The last day to answer, in the alliance's zone.</summary>
    public LocalDate? AnswerBy { get; init; }

    public ValueList<CommitmentFlag> Flags { get; init; }

    /// <summary>How many sets of terms were on the table.</summary>
    public int Offers { get; init; }

    /// <summary>The terms before those on the table, and in what they differ; null after the first.</summary>
    public TermsView? Before { get; init; }

    public ValueList<TermsPart> Differs { get; init; }

    /// <summary>What was said with the terms on the table.</summary>
    public string? Reason { get; init; }

    public ChangeView? Change { get; init; }
    public ReplacementView? Replacement { get; init; }
    public CorrectionView? Correction { get; init; }
    public PendingEndingView? PendingEnding { get; init; }
    public ReportView? Report { get; init; }
    public RiskView? Risk { get; init; }

    /// <summary>Hours of work, as far as anybody said.</summary>
    public int? Estimate { get; init; }

    /// <summary>While it waits for a yes: what this reader may know of load.</summary>
    public ValueList<LoadLine> Load { get; init; }

    /// <summary>What it builds on, as far as this reader sees it.</summary>
    public ValueList<DependenceView> DependsOn { get; init; }

    /// <summary>What builds on it, as far as this reader sees it.</summary>
    public ValueList<DependenceView> BuildingOn { get; init; }

    /// <summary>What the partner on the other side wants to be known, while it waits for a yes.</summary>
    public ValueList<string> OtherNotes { get; init; }

    /// <summary>Heard by phone or on paper, and not yet confirmed; null where this reader may not read it.</summary>
    public TellingView? Told { get; init; }
    public EndingView? Ending { get; init; }
    public ValueList<HistoryView> History { get; init; }

    /// <summary>The part of the history that came after the revision asked about.</summary>
    public ValueList<HistoryView> News { get; init; }

    /// <summary>Until then this reader can take back what they did last.</summary>
    public Instant? UndoUntil { get; init; }

    /// <summary>The check-in that is open for this promise and that this reader may answer.</summary>
    public CheckInId? OpenCheckIn { get; init; }
}
