using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something happened to one indicator; its words lie on the indicator's own shelf.</summary>
public abstract record IndicatorEvent(IndicatorId Indicator) : AllianceEvent
{
    public override Shelf Shelf => Shelf.Of(Indicator);
}

[EventName("indicator.agreed.v1")]
public sealed record IndicatorAgreed(IndicatorId Indicator, int Number, IndicatorTerms Terms) : IndicatorEvent(Indicator);

[EventName("indicator.changed.v1")]
public sealed record IndicatorChanged(IndicatorId Indicator, IndicatorTerms Terms, Words? Reason) : IndicatorEvent(Indicator);

[EventName("indicator.retired.v1")]
public sealed record IndicatorRetired(IndicatorId Indicator, Words? Reason) : IndicatorEvent(Indicator);

/// <summary>Somebody is to report it from now on; nobody is asked for a number before the yes.</summary>
/// <param name="Indicator">Which.</param>
/// <param name="Owner">Who; null when there is nobody it could go to.</param>
/// <param name="Partner">For which partner.</param>
/// <param name="Agreed">The person named themselves.</param>
/// <param name="Left">The one before left.</param>
[EventName("indicator.owner-named.v1")]
public sealed record IndicatorOwnerNamed(IndicatorId Indicator, PersonId? Owner, PartnerId? Partner, bool Agreed, bool Left = false)
    : IndicatorEvent(Indicator);

[EventName("indicator.owner-agreed.v1")]
public sealed record IndicatorOwnerAgreed(IndicatorId Indicator) : IndicatorEvent(Indicator);

[EventName("indicator.owner-declined.v1")]
public sealed record IndicatorOwnerDeclined(IndicatorId Indicator, Words? Reason) : IndicatorEvent(Indicator);

/// <summary>A period ended: its number is asked for.</summary>
[EventName("indicator.asked.v1")]
public sealed record IndicatorAsked(IndicatorId Indicator, LocalDate On) : IndicatorEvent(Indicator);

/// <summary>The one reminder.</summary>
[EventName("indicator.nudged.v1")]
public sealed record IndicatorNudged(IndicatorId Indicator, LocalDate On) : IndicatorEvent(Indicator);

/// <summary>Nobody reported: it stands so on record, and the next period is asked for as usual.</summary>
[EventName("indicator.not-reported.v1")]
public sealed record IndicatorNotReported(IndicatorId Indicator, LocalDate On) : IndicatorEvent(Indicator);

/// <summary>A number was reported.</summary>
/// <param name="Corrects">The number of the reading that it takes the place of; null for a first one.</param>
[EventName("indicator.read.v1")]
public sealed record IndicatorRead(IndicatorId Indicator, int Number, decimal Value, LocalDate On, Words? Note, int? Corrects)
    : IndicatorEvent(Indicator);

/// <summary>The target is reached: the alliance's success, and nobody's in particular.</summary>
[EventName("indicator.reached.v1")]
public sealed record IndicatorReached(IndicatorId Indicator, decimal Value, LocalDate On) : IndicatorEvent(Indicator);

[EventName("indicator.branched.v1")]
public sealed record IndicatorBranched(IndicatorId Indicator, BearingKind Kind, Words Text, decimal Number, LocalDate Until)
    : IndicatorEvent(Indicator);
