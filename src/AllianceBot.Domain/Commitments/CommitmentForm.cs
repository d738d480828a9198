using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The forms, each ending in one command.</summary>
public enum CommitmentFormKind
{
    Request,
    Offer,
    Accept,
    Counter,
    Decline,
    Withdraw,
    AtRisk,
    ProposeChange,
    RefuseChange,
    Report,
    AcceptReport,
    ReturnReport,
    Release,
    GiveUp,
    SayUnmet,
    Wait,
    ProposeReplacement,
    DropReplacement,
    ProposeCorrection,
    DropCorrection,
    SeeDifferently,
    Ask,
    Note,
    HandOver,
    EnterTold,
    EndSeries,
    Estimate,
    DependOn,
    DependNoMore,
}

/// <summary>The fields of forms; the same field carries the same name in card data and in the words.</summary>
public enum CommitmentField
{
    What,
    DoneWhen,
    Due,
    DoerPartner,
    Doer,
    ReceiverPartner,
    Receiver,
    Goal,
    SeenByAll,
    Reason,
    Note,
    HelpWanted,
    Person,
    To,
    ToldBy,
    Told,

    /// <summary>What is promised lies in an excluded area, and is wanted so.</summary>
    Outside,
    Repeats,
    Until,
    Estimate,
    Evidence,
    DependsOn,
    Proof,
    Spent,
}

/// <summary>How a field is filled in.</summary>
public enum FieldInput
{
    Line,
    Text,
    Date,
    Choice,
    YesNo,
}

/// <summary>One of several to choose from; the text is null for codes, whose words the card has.</summary>
public sealed record Choice(string Value, string? Text);

/// <summary>A field with what is in it now. Dates are ISO, yes and no "true" and "false", an empty choice "".</summary>
/// <param name="Field">Which.</param>
/// <param name="Input">How it is filled in.</param>
/// <param name="Required">It cannot be sent empty.</param>
/// <param name="Value">What is in it, or null.</param>
/// <param name="Choices">For a choice: all there are, at most <see cref="Limits.List"/>.</param>
/// <param name="MaxLength">For a text.</param>
/// <param name="Earliest">For a date.</param>
/// <param name="Latest">For a date, both included.</param>
public sealed record FieldView(
    CommitmentField Field,
    FieldInput Input,
    bool Required,
    string? Value = null,
    ValueList<Choice> Choices = default,
    int MaxLength = 0,
    LocalDate? Earliest = null,
    LocalDate? Latest = null)
{
    /// <summary>Shown, and not to be changed here.</summary>
    public bool Fixed { get; init; }
}

/// <summary>A form as this person may fill it in now.</summary>
public sealed record CommitmentForm
{
    public required CommitmentFormKind Kind { get; init; }

    /// <summary>The promise it is about; null for a new one.</summary>
    public CommitmentId? Id { get; init; }
    public int Number { get; init; }

    /// <summary>Which occurrence of a repeated promise; 0 for a promise of its own.</summary>
    public int Occurrence { get; init; }

    /// <summary>The series it is or belongs to.</summary>
    public SeriesView? Series { get; init; }
    public int Revision { get; init; }

    /// <summary>The terms it starts from; null for a new one.</summary>
    public TermsView? Terms { get; init; }
    public ValueList<FieldView> Fields { get; init; }
    public required SeenBy SeenBy { get; init; }

    /// <summary>Giving up: days of notice as of now, negative after the due date.</summary>
    public int? NoticeDays { get; init; }

    /// <summary>What the partnership does not do, to be shown while something is asked for or offered.</summary>
    public ValueList<string> Exclusions { get; init; }

    /// <summary>The other partner, once it is chosen, and what it wants to be known.</summary>
    public Named<PartnerId>? Other { get; init; }
    public ValueList<string> OtherNotes { get; init; }

    /// <summary>What this reader may know of load, once enough is chosen to say it.</summary>
    public ValueList<LoadLine> Load { get; init; }

    /// <summary>The exclusion that what is asked for touches, to be shown before it is sent.</summary>
    public string? Clause { get; init; }
}

/// <summary>What was understood of a typed request, offer, counter or change; what is null was not said.</summary>
public sealed record CommitmentDraft
{
    public string? What { get; init; }
    public string? DoneWhen { get; init; }
    public LocalDate? Due { get; init; }

    /// <summary>The partner on the other side.</summary>
    public PartnerId? Other { get; init; }

    /// <summary>The person on the other side, or to hand over to.</summary>
    public PersonId? Person { get; init; }

    /// <summary>For which of the reader's own partners; needed only by one who acts for two.</summary>
    public PartnerId? Own { get; init; }
    public GoalId? Goal { get; init; }

    /// <summary>A reason or a note.</summary>
    public string? Said { get; init; }

    /// <summary>How it comes again, as a choice of the field; null when nothing was said, "" for once.</summary>
    public string? Repeats { get; init; }
    public LocalDate? Until { get; init; }

    /// <summary>Hours of work, and hours that were spent.</summary>
    public int? Estimate { get; init; }
    public int? Spent { get; init; }
    public EvidenceKind? Evidence { get; init; }
    public CommitmentId? On { get; init; }
    public string? Proof { get; init; }
}
