using NodaTime;

namespace AllianceBot.Domain;

/// <summary>A digest as its reader may see it now: the figures as they were, what may not be seen any more left out.</summary>
public sealed record DigestCard
{
    public required DigestId Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Named<PersonId> Reader { get; init; }

    /// <summary>The one who reads it here stands in for its reader.</summary>
    public bool Covering { get; init; }

    /// <summary>There is no newer one.</summary>
    public bool Latest { get; init; }

    public string? Alliance { get; init; }
    public string? Purpose { get; init; }
    public Instant At { get; init; }
    public LocalDate From { get; init; }
    public LocalDate Until { get; init; }
    public bool Quiet { get; init; }
    public StoryView? Story { get; init; }
    public ValueList<DigestResult> Results { get; init; }
    public int ResultCount { get; init; }
    public ValueList<DigestNeed> Needs { get; init; }

    /// <summary>How many things needed the reader when it was made.</summary>
    public int NeedCount { get; init; }
    public ValueList<DigestPartView> Parts { get; init; }
    public ValueList<ThanksView> Thanks { get; init; }
    public DigestOverviewView? Overview { get; init; }

    /// <summary>Decisions that waited for a voice of the reader.</summary>
    public ValueList<DigestDecisionView> Decisions { get; init; }

    /// <summary>Numbers that were asked for.</summary>
    public ValueList<DigestIndicatorView> Indicators { get; init; }

    /// <summary>Numbers that came in.</summary>
    public ValueList<DigestReadingView> Progress { get; init; }

    /// <summary>Open cases by step; for its reader alone.</summary>
    public ValueList<DigestCases> Cases { get; init; }

    /// <summary>The reader's own zone.</summary>
    public required string Zone { get; init; }

    /// <summary>How many of the things that needed the reader still do, of those that are shown.</summary>
    public int Open => Needs.Count(static need => !need.Done);
}

/// <summary>Something that was delivered, and accepted by who receives it.</summary>
public sealed record DigestResult(CommitmentId Id, string Label, string? What, Named<PartnerId> Doer, Named<PartnerId> Receiver);

/// <summary>Something that needs the reader, with what the reader can do about it at once.</summary>
public sealed record DigestNeed(Subject Item, int Revision, string? What, LocalDate By)
{
    /// <summary>The number as people type it: "P12", "D4".</summary>
    public required string Number { get; init; }

    /// <summary>What a promise waits for.</summary>
    public WaitsFor Waits { get; init; }

    /// <summary>The organisation on the other side of a promise.</summary>
    public string? Other { get; init; }

    /// <summary>What a decision waits for.</summary>
    public DecisionWants Wants { get; init; }

    /// <summary>The end of the period for which a number is asked for.</summary>
    public LocalDate? Asked { get; init; }

    /// <summary>It does not wait any more.</summary>
    public bool Done { get; init; }

    public ValueList<CommitmentAct> Acts { get; init; }
    public ValueList<CheckInAct> Answers { get; init; }
    public ValueList<DecisionAct> Voices { get; init; }
    public ValueList<IndicatorAct> Numbers { get; init; }
}

/// <summary>A decision that waited for the reader.</summary>
/// <param name="Wants">What it waits for now.</param>
public sealed record DigestDecisionView(DecisionId Id, int Number, string? Title, LocalDate Closes, DecisionWants Wants);

/// <summary>What a decision waits for from one person.</summary>
public enum DecisionWants
{
    Nothing,
    Voice,
    Outcome,
    Review,
}

/// <summary>A number that was asked for.</summary>
/// <param name="On">The end of the period that it is for.</param>
/// <param name="Done">It is not asked for any more.</param>
public sealed record DigestIndicatorView(IndicatorId Id, int Number, string? Name, LocalDate On, Named<PersonId>? Owner, bool Done);

/// <summary>A number that came in, as it was then.</summary>
public sealed record DigestReadingView(IndicatorId Id, int Number, string? Name, string? Unit, decimal Value, LocalDate On, decimal Target, bool Reached);

/// <summary>What a digest says about one partner.</summary>
public sealed record DigestPartView(Named<PartnerId> Partner)
{
    public ValueList<DigestGroupView> Groups { get; init; }

    /// <summary>The ledger's figures; none for who may not see them.</summary>
    public ValueList<DigestFigure> Figures { get; init; }
    public ValueList<DigestWeek> Weeks { get; init; }

    /// <summary>For managers alone.</summary>
    public DigestLoad? Load { get; init; }
}

/// <summary>Promises of one kind.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Count">How many there were.</param>
/// <param name="Lines">Those that are shown.</param>
public sealed record DigestGroupView(DigestGroupKind Kind, int Count, ValueList<DigestLineView> Lines);

/// <summary>One promise as a digest speaks of it: the fact, and beside it what the doing side says.</summary>
public sealed record DigestLineView(CommitmentId Id, int Revision, string Label, string? What, LocalDate Due)
{
    public Named<PersonId>? Doer { get; init; }
    public required Named<PartnerId> DoerPartner { get; init; }
    public required Named<PartnerId> ReceiverPartner { get; init; }

    /// <summary>Its date was over when this was said.</summary>
    public bool Past { get; init; }

    /// <summary>The words beside it; null when there are none, without text when they were removed.</summary>
    public Words? Said { get; init; }
    public Named<PersonId>? SaidBy { get; init; }
}

/// <summary>What a facilitator reads about the alliance as a whole.</summary>
public sealed record DigestOverviewView(DigestOverview Figures)
{
    public ValueList<Named<PartnerId>> Silent { get; init; }
    public ValueList<DigestLineView> Unanswered { get; init; }
}

/// <summary>What the next digests will say about one person's promises.</summary>
public sealed record PreviewCard(Subject Subject, ValueList<PreviewPromise> Promises, string Zone);

/// <summary>One promise, and how the digests speak of it.</summary>
public sealed record PreviewPromise(CommitmentId Id, int Revision, string Label, string? What)
{
    public ValueList<PreviewSaying> Sayings { get; init; }

    /// <summary>This person may add a sentence.</summary>
    public bool MayAdd { get; init; }
}

/// <summary>One way in which it is said, and who will read it so from when on.</summary>
/// <param name="Kind">As which kind of line.</param>
/// <param name="Line">The line itself.</param>
/// <param name="Readers">Who reads it so.</param>
public sealed record PreviewSaying(DigestGroupKind Kind, DigestLineView Line, ValueList<PreviewReader> Readers);

/// <summary>Somebody who will read it, and when.</summary>
public sealed record PreviewReader(Named<PersonId> Person, Instant At);

/// <summary>One digest in a list of them.</summary>
/// <param name="Open">How many of the things that needed the reader still do, of the newest one; 0 for older ones.</param>
public sealed record DigestRow(DigestId Id, LocalDate From, LocalDate Until, Instant At, int Results, int Open);

/// <summary>How somebody wants the digest, and when the next one comes.</summary>
public sealed record DigestSettingsView(DigestWish Wish, Instant? Next, ValueList<int> Workdays, string Zone);
