using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What the partners are together and what they are not: the draft, every adopted version, and what stands beside it.</summary>
public sealed record Charter
{
    public static readonly Charter None = new();

    /// <summary>The text that is being worked on; null before anybody wrote in it.</summary>
    public CharterText? Draft { get; init; }

    /// <summary>Every adopted version, the first first.</summary>
    public ValueList<CharterVersion> Versions { get; init; }

    /// <summary>A partner's own terms beside the common ones.</summary>
    public ValueList<OwnTerms> OwnTerms { get; init; }

    /// <summary>Which partner confirmed which goal as its own, in which wording.</summary>
    public ValueList<GoalConfirmation> Confirmed { get; init; }

    /// <summary>The version in force; null while none was adopted.</summary>
    public CharterVersion? Current => Versions.Count > 0 ? Versions[^1] : null;
}

/// <summary>An adopted version.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Decision">The decision that adopted it.</param>
/// <param name="Text">What it says.</param>
/// <param name="At">When.</param>
/// <param name="Adopted">The partners that adopted it, then or later.</param>
public sealed record CharterVersion(int Number, DecisionId Decision, CharterText Text, Instant At, ValueList<PartnerId> Adopted);

/// <summary>What a charter says.</summary>
public sealed record CharterText
{
    /// <summary>Sections that are one text each, for the alliance or for one partner.</summary>
    public ValueList<CharterPart> Parts { get; init; }

    public ValueList<Goal> Goals { get; init; }

    public ValueList<Words> Does { get; init; }

    /// <summary>What the partnership does not do: the fence.</summary>
    public ValueList<Words> DoesNot { get; init; }

    public ValueList<FundingTie> Funding { get; init; }

    /// <summary>How much staff time each partner gives to the partnership itself.</summary>
    public ValueList<TimeBudget> Budgets { get; init; }

    public Retention Retention { get; init; } = Retention.Forever;
}

/// <summary>One section that is a text.</summary>
public sealed record CharterPart(CharterSection Section, PartnerId? Partner, Words? Text);

/// <summary>Hours a month that a partner gives.</summary>
public sealed record TimeBudget(PartnerId Partner, int Hours);

/// <summary>How long words are kept after the thing they belong to ended, in days; null for as long as the alliance keeps its record.</summary>
public sealed record Retention(int? Promises, int? Decisions, int? People)
{
    /// <summary>Words of rounds that are over and were compared with the next, and of indicators off the list.</summary>
    public int? Talks { get; init; }

    public static readonly Retention Forever = new(null, null, null);

    /// <summary>A record can be corrected for a while; its words live at least as long.</summary>
    public const int ShortestDays = 30;
    public const int LongestDays = 3_650;
}

/// <summary>What a partner keeps beside the charter in its own words.</summary>
public sealed record OwnTerms(PartnerId Partner, Words Terms, PersonId By, Instant At);

/// <summary>A partner said that a goal is its own too.</summary>
/// <param name="Goal">Which.</param>
/// <param name="Partner">Whose word it is.</param>
/// <param name="Text">The wording that it confirmed.</param>
/// <param name="By">Who said it for the partner.</param>
/// <param name="At">When.</param>
public sealed record GoalConfirmation(GoalId Goal, PartnerId Partner, Words Text, PersonId By, Instant At);

/// <summary>The sections of a charter, in the order in which they are read.</summary>
public enum CharterSection
{
    Purpose,
    Goals,
    Does,
    DoesNot,
    Ways,
    Keeps,
    Gives,
    Gets,
    Hours,
    Risks,
    Funding,
    Requirements,
    Worry,
    Answer,
    RecordUse,
    Host,
    Operator,
    KeepPromises,
    KeepDecisions,
    KeepTalks,
    KeepPeople,
    Leaving,
}

/// <summary>What sections are.</summary>
public static class CharterSections
{
    extension(CharterSection section)
    {
        /// <summary>Each partner has its own.</summary>
        public bool IsOfPartner => section is CharterSection.Keeps or CharterSection.Gives or CharterSection.Gets
            or CharterSection.Requirements or CharterSection.Worry or CharterSection.Answer;

        /// <summary>One text of the alliance.</summary>
        public bool IsText => section is CharterSection.Purpose or CharterSection.Ways or CharterSection.Risks or CharterSection.RecordUse
            or CharterSection.Host or CharterSection.Operator or CharterSection.Leaving;
    }
}
