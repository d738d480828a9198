namespace AllianceBot.Domain;

/// <summary>Something about how much somebody gives to the alliance.</summary>
public abstract record LoadEvent : AllianceEvent;

/// <summary>A person said how many hours a month are there for the alliance; null for no limit.</summary>
[EventName("person.budget-set.v1")]
public sealed record PersonBudgetSet(PersonId Person, int? Hours) : LoadEvent;

/// <summary>A partner's manager said how many hours a month are there for the alliance; null for no limit.</summary>
[EventName("partner.budget-set.v1")]
public sealed record PartnerBudgetSet(PartnerId Partner, int? Hours) : LoadEvent;
