using NodaTime;

namespace AllianceBot.Domain;

/// <summary>A decision as this reader may see it now.</summary>
public sealed record DecisionCard
{
    public required DecisionId Id { get; init; }
    public required int Number { get; init; }
    public required int Revision { get; init; }
    public required DecisionState State { get; init; }
    public string? Title { get; init; }
    public string? Text { get; init; }

    /// <summary>The text before the last amendment; null for a first version.</summary>
    public string? TextBefore { get; init; }
    public int Version { get; init; }
    public DecisionMethod Method { get; init; }
    public MatterKind Matter { get; init; }
    public int Heard { get; init; }
    public int Asked { get; init; }
    public int Quorum { get; init; }
    public LocalDate Closes { get; init; }
    public bool Extended { get; init; }
    public string? Fallback { get; init; }
    public Named<PartnerId>? MoneyOf { get; init; }
    public Named<PersonId>? Proposer { get; init; }

    /// <summary>The partner that is to come in or to go.</summary>
    public string? Partner { get; init; }
    public ValueList<RuleChange> Rules { get; init; }

    /// <summary>The review of a case: what is asked, and all that the others read of it.</summary>
    public ReviewQuestion? CaseReview { get; init; }
    /// <summary>What observers and funders would read beside the text.</summary>
    public SnapshotView? Snapshot { get; init; }

    /// <summary>What the charter would change, section by section.</summary>
    public ValueList<CharterChange> Charter { get; init; }

    /// <summary>What the process would change, part by part; for a first version all of it.</summary>
    public ValueList<ProcessChange> Process { get; init; }

    /// <summary>The process that it is about, by its number.</summary>
    public Named<ProcessId>? About { get; init; }
    public WhyNotDecided? WhyNot { get; init; }
    public string? Statement { get; init; }
    public Named<PersonId>? StatedBy { get; init; }
    public LocalDate? Review { get; init; }

    /// <summary>Promises that were asked for with the outcome, as far as this reader may know of them.</summary>
    public ValueList<OutcomePromiseView> Promises { get; init; }
    public Named<DecisionId>? Successor { get; init; }
    public Named<DecisionId>? Amends { get; init; }
    public string? NotCarriedOut { get; init; }
    public ValueList<PartnerId> LeftPartners { get; init; }

    /// <summary>When its words were destroyed, as the data agreement says.</summary>
    public Instant? WordsGone { get; init; }

    /// <summary>What members see beyond how many were heard; null in a place and for who only observes.</summary>
    public DecisionInside? Inside { get; init; }
    public ValueList<DecisionAct> Acts { get; init; }
    public required SeenBy SeenBy { get; init; }
    public required string Zone { get; init; }
}

/// <summary>What the other partners are asked about a case. It does not tell which.</summary>
/// <param name="Text">What every party approved; null where they agreed on no text, or it was removed.</param>
/// <param name="BackTo">To go back: to which rung.</param>
public sealed record ReviewQuestion(
    ReviewKind Kind, ValueList<Named<PartnerId>> Parties, Named<PartnerId>? Leaving, LocalDate? LeavesOn, int BackTo, bool WithText, string? Text);

/// <summary>A promise that an outcome asked for: what it says, and how it stands.</summary>
public sealed record OutcomePromiseView(TermsView Terms, LinePromise Standing);

/// <summary>The voices that this reader may see, and what was said beside them.</summary>
public sealed record DecisionInside
{
    /// <summary>Voices on this version that this reader may see, in the order of the partners.</summary>
    public ValueList<VoiceView> Voices { get; init; }

    /// <summary>How many more there are that this reader may not see yet.</summary>
    public int Hidden { get; init; }

    /// <summary>The reader's own partner is asked and has not spoken, so that some of them are shown once it has.</summary>
    public bool HasVoice { get; init; }

    /// <summary>Earlier words on this version of partners that spoke anew.</summary>
    public ValueList<VoiceView> Earlier { get; init; }

    /// <summary>Partners not heard: for the facilitator while it is open, for all once it is closed.</summary>
    public ValueList<Named<PartnerId>> NotHeard { get; init; }

    /// <summary>The partners this reader speaks for.</summary>
    public ValueList<Named<PartnerId>> SpeaksFor { get; init; }
    public ValueList<Named<PartnerId>> Left { get; init; }
    public string? EndReason { get; init; }
    public ValueList<DecisionLine> History { get; init; }
}

/// <summary>One voice as shown.</summary>
public sealed record VoiceView(
    Named<PartnerId> Partner, Named<PersonId> By, Position Position, string? Reason, string? Acceptable, Instant At);

/// <summary>One line of the history as shown; nobody for the clock.</summary>
public sealed record DecisionLine(string What, Named<PersonId>? By, Instant At, string? Said, LocalDate? Date, Named<PartnerId>? Partner);

/// <summary>A decision in a list.</summary>
public sealed record DecisionRow(
    DecisionId Id, int Number, int Revision, string? Title, DecisionState State, LocalDate Closes, int Heard, int Asked, bool WaitsForYou);
