using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something happened to the alliance as such.</summary>
public abstract record SetUpEvent : AllianceEvent;

/// <summary>An alliance began.</summary>
[EventName("alliance.created.v1")]
public sealed record AllianceCreated(AllianceId Alliance, Words Name, string Zone) : SetUpEvent;

/// <summary>The alliance has another name.</summary>
[EventName("alliance.renamed.v1")]
public sealed record AllianceRenamed(Words Name) : SetUpEvent;

/// <summary>The zone of due dates changed.</summary>
[EventName("alliance.zone-set.v1")]
public sealed record ZoneSet(string Zone) : SetUpEvent;

/// <summary>The alliance's working days changed.</summary>
[EventName("alliance.workdays-set.v1")]
public sealed record WorkdaysSet(Workdays Days) : SetUpEvent;

/// <summary>The alliance's counts and spans changed.</summary>
[EventName("alliance.settings-changed.v1")]
public sealed record SettingsChanged(Settings Settings) : SetUpEvent;

/// <summary>An organisation came in.</summary>
[EventName("partner.added.v1")]
public sealed record PartnerAdded(PartnerId Partner, Words Name, PartnerKind Kind) : SetUpEvent;

/// <summary>A partner's name or kind changed.</summary>
[EventName("partner.renamed.v1")]
public sealed record PartnerRenamed(PartnerId Partner, Words Name, PartnerKind Kind) : SetUpEvent;

/// <summary>A partner has working days of its own, or the alliance's again.</summary>
[EventName("partner.workdays-set.v1")]
public sealed record PartnerWorkdaysSet(PartnerId Partner, Workdays? Days) : SetUpEvent;

/// <summary>An organisation went; its people and roles went before, in events of their own.</summary>
[EventName("partner.removed.v1")]
public sealed record PartnerRemoved(PartnerId Partner) : SetUpEvent;

/// <summary>One partner funds another from now on.</summary>
[EventName("funding.declared.v1")]
public sealed record FundingDeclared(PartnerId Funder, PartnerId Funded) : SetUpEvent;

/// <summary>A funding tie is no more.</summary>
[EventName("funding.withdrawn.v1")]
public sealed record FundingWithdrawn(PartnerId Funder, PartnerId Funded) : SetUpEvent;

/// <summary>What the alliance is for was said.</summary>
[EventName("purpose.set.v1")]
public sealed record PurposeSet(Words Purpose) : SetUpEvent;

/// <summary>A goal was set, or said anew.</summary>
[EventName("goal.set.v1")]
public sealed record GoalSet(GoalId Goal, Words Text, LocalDate? ByDate) : SetUpEvent;

/// <summary>A goal was taken out.</summary>
[EventName("goal.removed.v1")]
public sealed record GoalRemoved(GoalId Goal) : SetUpEvent;

/// <summary>A partner wants something to be known by whoever asks it for something.</summary>
[EventName("partner.note-added.v1")]
public sealed record PartnerNoteAdded(PartnerId Partner, Words Text) : SetUpEvent;

/// <summary>A partner's note was taken out, by its words' id.</summary>
[EventName("partner.note-removed.v1")]
public sealed record PartnerNoteRemoved(PartnerId Partner, string Note) : SetUpEvent;

/// <summary>Something the partnership does not do was said.</summary>
[EventName("exclusion.added.v1")]
public sealed record ExclusionAdded(Words Text) : SetUpEvent;

/// <summary>An exclusion was taken out, by the id of its words.</summary>
[EventName("exclusion.removed.v1")]
public sealed record ExclusionRemoved(string Exclusion) : SetUpEvent;

/// <summary>A place belongs to the alliance, by keyed hash.</summary>
[EventName("place.linked.v1")]
public sealed record PlaceLinked(string Place) : SetUpEvent;

/// <summary>A place is free again.</summary>
[EventName("place.unlinked.v1")]
public sealed record PlaceUnlinked(string Place) : SetUpEvent;

/// <summary>The bot is no more in one of the places: removed from it, or the place was deleted.</summary>
[EventName("place.gone.v1")]
public sealed record PlaceGone(string Place) : SetUpEvent;

/// <summary>The bot is again in a place that was gone.</summary>
[EventName("place.back.v1")]
public sealed record PlaceBack(string Place) : SetUpEvent;

/// <summary>Posts for all go to this place; null for none.</summary>
[EventName("place.home-set.v1")]
public sealed record HomeSet(string? Place) : SetUpEvent;
