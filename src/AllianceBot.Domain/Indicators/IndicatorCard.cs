using NodaTime;

namespace AllianceBot.Domain;

/// <summary>An indicator as this reader may see it now.</summary>
public sealed record IndicatorCard
{
    public required IndicatorId Id { get; init; }
    public required int Number { get; init; }
    public required int Revision { get; init; }
    public string? Name { get; init; }
    public string? Unit { get; init; }
    public required decimal Target { get; init; }
    public required LocalDate By { get; init; }
    public Measured? Start { get; init; }
    public ReportEvery Every { get; init; }
    public string? Standard { get; init; }
    public string? Goal { get; init; }
    public bool IsLive { get; init; }

    /// <summary>The newest number that counts is at the target or past it.</summary>
    public bool IsReached { get; init; }
    public required Trend Trend { get; init; }

    /// <summary>The numbers that count, oldest first.</summary>
    public ValueList<Measured> Counted { get; init; }

    /// <summary>What members see beyond the numbers; null for who only observes.</summary>
    public IndicatorInside? Inside { get; init; }
    public ValueList<IndicatorAct> Acts { get; init; }
    public required SeenBy SeenBy { get; init; }
}

/// <summary>Who reports an indicator, and what was said about it.</summary>
public sealed record IndicatorInside
{
    public Named<PersonId>? Owner { get; init; }
    public Named<PartnerId>? OwnerPartner { get; init; }
    public bool OwnerAgreed { get; init; }

    /// <summary>The period whose number is asked for now; null while none is.</summary>
    public LocalDate? AskedOn { get; init; }

    /// <summary>When the next number is asked for, on the owner's clock; null where nobody is asked.</summary>
    public Instant? NextAsk { get; init; }

    /// <summary>The newest of each kind.</summary>
    public ValueList<BranchView> Branches { get; init; }

    /// <summary>Every number ever reported with who entered it, newest first.</summary>
    public ValueList<ReadingView> Readings { get; init; }
    public ValueList<IndicatorLine> History { get; init; }
}

/// <summary>One reported number as shown.</summary>
/// <param name="Corrects">The number that stood before; null for a first one.</param>
/// <param name="IsCorrected">Another one took its place.</param>
public sealed record ReadingView(decimal Value, LocalDate On, Named<PersonId>? By, Instant At, string? Note, decimal? Corrects, bool IsCorrected);

/// <summary>What would improve it or what is in the way, as shown.</summary>
public sealed record BranchView(BearingKind Kind, string? Text, decimal Number, LocalDate By, Instant At);

/// <summary>One line of the history as shown; nobody for the clock.</summary>
public sealed record IndicatorLine(string What, Named<PersonId>? By, Instant At, string? Said, Named<PersonId>? Person);

/// <summary>An indicator in a list.</summary>
public sealed record IndicatorRow(
    IndicatorId Id, int Number, int Revision, string? Name, string? Unit, Measured? Latest, decimal Target, LocalDate By, bool IsReached,
    bool WaitsForYou, TrendKind Trend);

/// <summary>
/// An indicator on the table of a talk: what it says, and whether somebody said what would improve it or what is in the way
/// since the talk began, with number and date. What nobody said is open, and stands so by name.
/// </summary>
public sealed record IndicatorOnTable(
    IndicatorId Id, int Number, string? Name, string? Unit, Measured? Start, Measured? Latest, decimal Target, LocalDate By, Trend Trend,
    ValueList<BranchView> Said)
{
    public bool IsOpen => Said.Count == 0;
}
