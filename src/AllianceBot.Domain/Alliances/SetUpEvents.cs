using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something happened to the alliance as such.</summary>
public abstract record SetUpEvent : AllianceEvent;

[EventName("alliance.created.v1")]
public sealed record AllianceCreated(AllianceId Alliance, Words Name, string Zone) : SetUpEvent;

[EventName("alliance.renamed.v1")]
public sealed record AllianceRenamed(Words Name) : SetUpEvent;

[EventName("alliance.zone-set.v1")]
public sealed record ZoneSet(string Zone) : SetUpEvent;

[EventName("alliance.workdays-set.v1")]
public sealed record WorkdaysSet(Workdays Days) : SetUpEvent;

[EventName("alliance.settings-changed.v1")]
public sealed record SettingsChanged(Settings Settings) : SetUpEvent;

[EventName("partner.added.v1")]
public sealed record PartnerAdded(PartnerId Partner, Words Name, PartnerKind Kind) : SetUpEvent;

[EventName("partner.renamed.v1")]
public sealed record PartnerRenamed(PartnerId Partner, Words Name, PartnerKind Kind) : SetUpEvent;

[EventName("partner.workdays-set.v1")]
public sealed record PartnerWorkdaysSet(PartnerId Partner, Workdays? Days) : SetUpEvent;

[EventName("partner.removed.v1")]
public sealed record PartnerRemoved(PartnerId Partner) : SetUpEvent;

[EventName("funding.declared.v1")]
public sealed record FundingDeclared(PartnerId Funder, PartnerId Funded) : SetUpEvent;

[EventName("funding.withdrawn.v1")]
public sealed record FundingWithdrawn(PartnerId Funder, PartnerId Funded) : SetUpEvent;

[EventName("purpose.set.v1")]
public sealed record PurposeSet(Words Purpose) : SetUpEvent;

[EventName("goal.set.v1")]
public sealed record GoalSet(GoalId Goal, Words Text, LocalDate? ByDate) : SetUpEvent;

[EventName("goal.removed.v1")]
public sealed record GoalRemoved(GoalId Goal) : SetUpEvent;

[EventName("exclusion.added.v1")]
public sealed record ExclusionAdded(Words Text) : SetUpEvent;

[EventName("exclusion.removed.v1")]
public sealed record ExclusionRemoved(string Exclusion) : SetUpEvent;

[EventName("place.linked.v1")]
public sealed record PlaceLinked(string Place) : SetUpEvent;

[EventName("place.unlinked.v1")]
public sealed record PlaceUnlinked(string Place) : SetUpEvent;

[EventName("place.home-set.v1")]
public sealed record HomeSet(string? Place) : SetUpEvent;
