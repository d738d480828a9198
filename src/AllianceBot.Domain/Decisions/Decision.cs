using NodaTime;

namespace AllianceBot.Domain;

/// <summary>A proposal that the partners decide on together, and what became of it.</summary>
public sealed record Decision
{
    public DecisionId Id { get; init; }

    /// <summary>The number people type: D4.</summary>
    public int Number { get; init; }

    /// <summary>Counts transitions; cards carry it.</summary>
    public int Revision { get; init; }

    public DecisionState State { get; init; }

    /// <summary>What is proposed now: after an amendment the amended text.</summary>
    public Proposal Proposal { get; init; } = null!;

    /// <summary>The version of the text, from 1. A voice is a voice on one version.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The revision with which this version came: a voice from an older card speaks of another text.</summary>
    public int VersionRevision { get; init; }

    /// <summary>When this version was put to the partners.</summary>
    public Instant Since { get; init; }

    /// <summary>Texts that were amended away, oldest first.</summary>
    public ValueList<Words> Before { get; init; }

    public PersonId Proposer { get; init; }

    /// <summary>The partners whose voice counts, frozen when it was proposed.</summary>
    public ValueList<PartnerId> Roster { get; init; }

    /// <summary>Partners of the roster that left the alliance before it was closed.</summary>
    public ValueList<PartnerId> Left { get; init; }

    /// <summary>Every voice ever given, oldest first; the last one of a partner on this version counts.</summary>
    public ValueList<Voice> Voices { get; init; }

    /// <summary>The time was extended once, and cannot be again.</summary>
    public bool Extended { get; init; }

    /// <summary>Those who had not spoken were reminded.</summary>
    public bool Reminded { get; init; }

    /// <summary>When it was decided or not.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>Partners that had not spoken when it closed, kept by name.</summary>
    public ValueList<PartnerId> NotHeard { get; init; }

    public WhyNotDecided? WhyNot { get; init; }

    /// <summary>The proposer was asked to write the outcome.</summary>
    public bool OutcomeAsked { get; init; }

    /// <summary>What holds now, in words of its own beside the tally.</summary>
    public Words? Statement { get; init; }

    public PersonId? StatedBy { get; init; }

    /// <summary>Promises that were asked for with the outcome; each goes its own way from there.</summary>
    public ValueList<CommitmentId> Promises { get; init; }

    /// <summary>When it comes up again, once.</summary>
    public LocalDate? Review { get; init; }

    /// <summary>Why it was withdrawn, reaffirmed or retired.</summary>
    public Words? EndReason { get; init; }

    /// <summary>The decision that took its place.</summary>
    public DecisionId? Successor { get; init; }

    /// <summary>What was decided could not be carried out at once: the code of the rule that stood in the way.</summary>
    public string? NotCarriedOut { get; init; }

    /// <summary>The charter as it is put to the partners with this version; null for other matters.</summary>
    public CharterText? Charter { get; init; }

    /// <summary>The process as it is put to the partners with this version; null for other matters.</summary>
    public ProcessText? Process { get; init; }

    public ValueList<DecisionEntry> History { get; init; }

    /// <summary>The ask of the last transition, and who made it.</summary>
    public AskId LastAsk { get; init; }

    public PersonId LastBy { get; init; }

    /// <summary>When its words were destroyed, as the data agreement says; null while they are there.</summary>
    public Instant? WordsGone { get; init; }

    public bool IsOpen => State is DecisionState.Open or DecisionState.Integrating;
}

/// <summary>Where a decision stands.</summary>
public enum DecisionState
{
    Open,

    /// <summary>Somebody objects: it is talked over, and amended or let stand aside.</summary>
    Integrating,
    Decided,
    NotDecided,
    InForce,
    ReviewDue,
    Retired,
    Replaced,
    Withdrawn,
}

/// <summary>How it is decided; fixed when it is proposed.</summary>
public enum DecisionMethod
{
    /// <summary>Nobody objects, enough partners were heard, and at least one agrees.</summary>
    Consensus,

    /// <summary>Every partner agrees. Standing aside and silence are not yes.</summary>
    AllAgree,
}

/// <summary>What a partner says to a proposal.</summary>
public enum Position
{
    Agree,
    AgreeWithReservations,
    StandAside,
    Objection,
}

/// <summary>What is proposed, and the rules by which it is decided.</summary>
/// <param name="Title">One line.</param>
/// <param name="Text">The proposal itself.</param>
/// <param name="Method">Fixed before it opens.</param>
/// <param name="Quorum">How many partners have to be heard; all-agree needs every one whatever stands here.</param>
/// <param name="Closes">The last day to speak, in the alliance's zone.</param>
/// <param name="Matter">What it does when it is decided.</param>
public sealed record Proposal(Words Title, Words Text, DecisionMethod Method, int Quorum, LocalDate Closes, Matter Matter)
{
    /// <summary>What holds when nothing is decided; null for "nothing changes".</summary>
    public Words? Fallback { get; init; }

    /// <summary>The partner whose own money it is about: it stands aside.</summary>
    public PartnerId? MoneyOf { get; init; }

    /// <summary>The decision that this one takes the place of once it is decided.</summary>
    public DecisionId? Amends { get; init; }
}

/// <summary>What a decision does beside standing on record.</summary>
/// <param name="Kind">Which of the fields beneath are meant.</param>
public sealed record Matter(MatterKind Kind)
{
    public static readonly Matter Text = new(MatterKind.Text);

    public static readonly Matter Charter = new(MatterKind.Charter);

    /// <summary>The alliance's rules as they were when it was proposed, and as they are to be.</summary>
    public Settings? RulesBefore { get; init; }

    public Settings? Rules { get; init; }

    /// <summary>The partner that is to go.</summary>
    public PartnerId? Partner { get; init; }

    /// <summary>What the other partners are asked about a case.</summary>
    public ReviewMatter? Review { get; init; }

    /// <summary>The partner that is to come in.</summary>
    public Words? PartnerName { get; init; }

    public PartnerKind PartnerKind { get; init; }

    /// <summary>The process whose draft is to hold.</summary>
    public ProcessId? Process { get; init; }

    /// <summary>What a snapshot would tell beside the text; about one partner where that is named.</summary>
    public SnapshotContent? Snapshot { get; init; }
}

/// <summary>What the other partners are asked about a case, and all they read of it.</summary>
/// <param name="Case">Which; never shown.</param>
/// <param name="What">What they are asked.</param>
/// <param name="Parties">Between whom.</param>
public sealed record ReviewMatter(CaseId Case, ReviewAsked What, ValueList<PartnerId> Parties)
{
    /// <summary>The text that every party approved; null where they agreed on none in time.</summary>
    public Words? Text { get; init; }
}

/// <summary>The kinds of matters.</summary>
public enum MatterKind
{
    /// <summary>It stands on record and does nothing by itself.</summary>
    Text,
    Charter,
    Rules,
    PartnerIn,
    PartnerOut,

    /// <summary>A process for conflicts, in exactly the text that is put to the partners.</summary>
    Process,

    /// <summary>The review of a case by the partners that are not in it; it comes from the case alone.</summary>
    CaseReview,

    /// <summary>Results that observers and funders may read, in exactly the words that are put to the partners.</summary>
    Snapshot,
}

/// <summary>Why a decision did not come about.</summary>
public enum WhyNotDecided
{
    Objection,
    NoQuorum,
    NotAllAgreed,
    NobodyAgreed,
}

/// <summary>One word of one partner, by one of its representatives.</summary>
public sealed record Voice(
    PartnerId Partner, PersonId By, Position Position, Words? Reason, Words? Acceptable, int Version, Instant At, AskId Ask);

/// <summary>One line of a decision's history. Voices are not in it: they have rules of their own for who sees them.</summary>
public sealed record DecisionEntry(string What, PersonId By, Instant At, Words? Said, LocalDate? Date = null, PartnerId? Partner = null);
