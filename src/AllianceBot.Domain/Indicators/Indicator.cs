using NodaTime;

namespace AllianceBot.Domain;

/// <summary>An agreed number by which the alliance sees whether it gets on, and everything that was reported of it.</summary>
public sealed record Indicator
{
    public IndicatorId Id { get; init; }

    /// <summary>The number people type: I5.</summary>
    public int Number { get; init; }

    /// <summary>Counts transitions; cards carry it.</summary>
    public int Revision { get; init; }

    public IndicatorTerms Terms { get; init; } = null!;

    /// <summary>Who is to report it; null while nobody is.</summary>
    public PersonId? Owner { get; init; }

    /// <summary>The named person said yes. Before that nobody is asked for a number: a name typed by another binds nobody.</summary>
    public bool OwnerAgreed { get; init; }

    /// <summary>The partner that the owner reports for: where it goes when the owner leaves.</summary>
    public PartnerId? OwnerPartner { get; init; }

    public PersonId AgreedBy { get; init; }

    public Instant AgreedAt { get; init; }

    /// <summary>Every number ever reported, oldest first; a correction is one more, which names what it corrects.</summary>
    public ValueList<Reading> Readings { get; init; }

    /// <summary>The number that is asked for now; null while none is.</summary>
    public AskedReading? Asked { get; init; }

    /// <summary>The last period that was asked for.</summary>
    public LocalDate? LastAsked { get; init; }

    /// <summary>Periods in a row for which nobody reported.</summary>
    public int Unanswered { get; init; }

    /// <summary>The target was reached and that was celebrated, once for each target.</summary>
    public LocalDate? Reached { get; init; }

    /// <summary>What was said, time and again, about what would improve it or what is in the way.</summary>
    public ValueList<Bearing> Branches { get; init; }

    public ValueList<IndicatorEntry> History { get; init; }

    /// <summary>No longer looked at, and why in its history.</summary>
    public Instant? RetiredAt { get; init; }

    /// <summary>When its words were destroyed, as the data agreement says.</summary>
    public Instant? WordsGone { get; init; }

    public AskId LastAsk { get; init; }

    public PersonId LastBy { get; init; }

    public bool IsLive => RetiredAt is null;

    /// <summary>The numbers that count, by their day: what was corrected counts as it was corrected.</summary>
    public IEnumerable<Reading> Counted => Readings
        .Where(one => !Readings.Any(other => other.Corrects == one.Number))
        .OrderBy(static one => one.On);

    /// <summary>The newest number that counts; null before the first.</summary>
    public Reading? Latest => Counted.LastOrDefault();

    /// <summary>Where it began: as agreed, else the first number that was reported.</summary>
    public Measured? Start => Terms.Baseline ?? (Counted.FirstOrDefault() is { } first ? new(first.Value, first.On) : null);
}

/// <summary>What was agreed about an indicator.</summary>
/// <param name="Name">What is counted or measured, in one line.</param>
/// <param name="Unit">What the number counts: people, days, dollars.</param>
/// <param name="Baseline">Where it stood when it began; null where the first reading says it.</param>
/// <param name="Target">The number to reach.</param>
/// <param name="By">When.</param>
/// <param name="Every">How often it is reported.</param>
public sealed record IndicatorTerms(Words Name, Words Unit, Measured? Baseline, decimal Target, LocalDate By, ReportEvery Every)
{
    /// <summary>What those who are served may count on, in words; null for none.</summary>
    public Words? Standard { get; init; }

    /// <summary>The goal it measures; null for none.</summary>
    public GoalId? Goal { get; init; }

    /// <summary>Those who only observe see it too.</summary>
    public bool Shared { get; init; }
}

/// <summary>A number on a day.</summary>
public sealed record Measured(decimal Value, LocalDate On);

/// <summary>How often an indicator is reported.</summary>
public enum ReportEvery
{
    Month,
    Week,
    Quarter,
    HalfYear,
    Year,

    /// <summary>Nobody is asked; whoever has a number enters it.</summary>
    Never,
}

/// <summary>One reported number.</summary>
/// <param name="Number">From 1, in the order in which they were entered.</param>
/// <param name="Value">The number.</param>
/// <param name="On">The day it is for.</param>
/// <param name="Note">What was said with it.</param>
/// <param name="Corrects">The number of the reading that it takes the place of; null for a first one.</param>
/// <param name="By">Who entered it.</param>
/// <param name="At">When.</param>
/// <param name="Ask">The ask.</param>
public sealed record Reading(int Number, decimal Value, LocalDate On, Words? Note, int? Corrects, PersonId By, Instant At, AskId Ask);

/// <summary>A number that is asked for.</summary>
/// <param name="On">The end of the period that it is for.</param>
/// <param name="At">Since when.</param>
/// <param name="Nudged">The one reminder went out.</param>
public sealed record AskedReading(LocalDate On, Instant At, bool Nudged);

/// <summary>Which way the talk about an indicator went.</summary>
public enum BearingKind
{
    /// <summary>It gets on: what would improve it further.</summary>
    Improves,

    /// <summary>It does not: what makes it hard.</summary>
    InTheWay,
}

/// <summary>What would improve an indicator, or what is in its way, with the number it should then show, and by when.</summary>
public sealed record Bearing(BearingKind Kind, Words Text, decimal Number, LocalDate By, PersonId SaidBy, Instant At, AskId Ask);

/// <summary>One line of an indicator's history; readings and branches have lists of their own.</summary>
public sealed record IndicatorEntry(string What, PersonId By, Instant At, Words? Said, PersonId? Person = null);
