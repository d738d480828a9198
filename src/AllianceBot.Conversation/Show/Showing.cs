using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What is to be shown as an answer. Each is already cut to what its reader may know; the presenter makes the card or the text.</summary>
public abstract record Showing;

/// <summary>A thing as it stands now, with what was done or is wanted said above it.</summary>
/// <param name="Subject">The promise, check-in, person, partner, invitation or alliance.</param>
/// <param name="View">Which view of it; empty for the usual one of its kind.</param>
/// <param name="Lead">The words above the card; null for none.</param>
public sealed record ItemShowing(Subject Subject, string View = "", Said? Lead = null) : Showing;

/// <summary>A form, filled in as far as was understood. Nothing binds before it is sent.</summary>
public sealed record FormShowing(Form Form) : Showing;

/// <summary>A list that the presenter reads from the state for its reader.</summary>
/// <param name="List">Which list.</param>
/// <param name="Of">The thing it is about, for <see cref="ListKind.WhoSees"/> and <see cref="ListKind.People"/> of one partner; else null.</param>
/// <param name="Page">0 is the first page.</param>
public sealed record ListShowing(ListKind List, Subject? Of = null, int Page = 0) : Showing
{
    public Said? Lead { get; init; }

    /// <summary>For <see cref="ListKind.CheckIns"/>: what was chosen in rows and needs its form, the verb by the check-in's id.</summary>
    public ValueList<Fact> Chosen { get; init; }

    /// <summary>For <see cref="ListKind.Charter"/>: which version; 0 for the draft, null for the one in force.</summary>
    public int? Version { get; init; }
}

/// <summary>What the asker may do here, grouped; commands that are not for this person or this place are not in it.</summary>
public sealed record HelpShowing(ValueList<HelpGroup> Groups) : Showing
{
    public Said? Lead { get; init; }
}

/// <summary>Several things are possible, or nothing was understood: the asker picks one.</summary>
/// <param name="Question">The words above the buttons.</param>
/// <param name="Picks">At most <see cref="Domain.Limits.List"/>; past six they are shown as one choice with one button.</param>
public sealed record ChoiceShowing(Said Question, ValueList<Pick> Picks) : Showing;

/// <summary>A short answer without a card.</summary>
public sealed record TextShowing(Said Said) : Showing;

/// <summary>A rule said no: its words, what to do instead, and how the thing stands now where the reader may see it.</summary>
/// <param name="Refusal">Why not; its code is the key "refusal.(code)" of the words.</param>
/// <param name="Now">The thing whose current card is shown beneath; null for none.</param>
/// <param name="Form">The form as it was filled in, to be corrected and sent again; null for none.</param>
public sealed record RefusedShowing(Refusal Refusal, Subject? Now = null, Form? Form = null) : Showing;

/// <summary>The lists there are.</summary>
public enum ListKind
{
    /// <summary>Promises that the reader does, and what is next on each.</summary>
    Mine,

    /// <summary>What waits for the reader's answer, and what the reader waits for.</summary>
    Waiting,

    /// <summary>Everyone in the alliance, or in one partner, with roles.</summary>
    People,

    /// <summary>The alliance: purpose, goals, exclusions, partners.</summary>
    Alliance,

    /// <summary>Who sees a thing.</summary>
    WhoSees,

    /// <summary>Who can be reached and who cannot, for those who look after the alliance.</summary>
    Reach,

    /// <summary>All open check-ins of the reader on one card, with one answer each.</summary>
    CheckIns,

    /// <summary>How the reader wants to be asked.</summary>
    Prompts,

    /// <summary>The charter, a version of it or its draft.</summary>
    Charter,
    CharterDraft,

    /// <summary>Decisions, what waits for the reader's voice first.</summary>
    Decisions,

    /// <summary>Processes for conflicts, those in force first.</summary>
    Processes,

    /// <summary>The reader's own concerns and cases; for everybody how many are open, or none or few.</summary>
    Cases,

    /// <summary>The reader's own load; of managers their partners' too.</summary>
    Load,

    /// <summary>The reader's digests, the newest first.</summary>
    Digests,

    /// <summary>How the reader wants the digest.</summary>
    DigestSettings,

    /// <summary>Joint stories.</summary>
    Stories,

    /// <summary>Thanks that the reader may read.</summary>
    Thanks,

    /// <summary>Invitations that are open and people who ask to come in, for those who may answer.</summary>
    Invitations,

    /// <summary>When the reader may be asked, absences, and for whom the reader answers.</summary>
    MyHours,

    /// <summary>A partner's holidays.</summary>
    Holidays,

    /// <summary>Results that the alliance approved for its observers and funders.</summary>
    Results,

    /// <summary>What the benchmarks are, while there is no round.</summary>
    Benchmarks,

    /// <summary>A round is offered to whoever may run one.</summary>
    RoundOffer,

    /// <summary>One topic alone; the page is its number.</summary>
    BenchmarkTalk,

    /// <summary>The alliance's indicators, what waits for the reader first.</summary>
    Indicators,
}

/// <summary>A group of commands in help.</summary>
/// <param name="Key">The heading's key.</param>
/// <param name="Lines">The commands.</param>
public sealed record HelpGroup(string Key, ValueList<HelpLine> Lines);

/// <summary>One command in help.</summary>
/// <param name="Key">What it does, by key.</param>
/// <param name="Example">What to type, word for word.</param>
/// <param name="Verb">The verb of its button; empty when it has none that makes sense here.</param>
public sealed record HelpLine(string Key, string Example, string Verb = "");

/// <summary>One thing to pick. Pressing it says <see cref="Sentence"/>, which could have been typed as well.</summary>
/// <param name="Label">A name as its owner wrote it; empty when <see cref="Key"/> says it.</param>
/// <param name="Sentence">The whole typed sentence that it stands for: <see cref="Verbs.Say"/> with the field "words".</param>
public sealed record Pick(string Label, string Sentence)
{
    /// <summary>Our own words for the label, by key; empty when it is a name.</summary>
    public string Key { get; init; } = "";

    /// <summary>What tells two of the same name apart: the partner's name.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The alliance it is said in; null for the one at hand.</summary>
    public AllianceId? Alliance { get; init; }
}
