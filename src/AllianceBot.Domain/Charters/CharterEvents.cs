namespace AllianceBot.Domain;

/// <summary>Something happened to the charter or beside it.</summary>
public abstract record CharterEvent : AllianceEvent;

/// <summary>Somebody wrote in the draft.</summary>
[EventName("charter.drafted.v1")]
public sealed record CharterDrafted(CharterEdit Edit) : CharterEvent;

/// <summary>Every partner agreed: the text that was put to them holds from now on.</summary>
[EventName("charter.adopted.v1")]
public sealed record CharterAdopted(DecisionId Decision, int Number) : CharterEvent;

/// <summary>A partner adopted the version in force later.</summary>
[EventName("charter.joined.v1")]
public sealed record CharterJoined(PartnerId Partner, int Number) : CharterEvent;

/// <summary>A partner's own terms; null when it took them back.</summary>
[EventName("charter.own-terms-set.v1")]
public sealed record OwnTermsSet(PartnerId Partner, Words? Terms) : CharterEvent;

/// <summary>A partner said that a goal is its own too, in this wording.</summary>
[EventName("goal.confirmed.v1")]
public sealed record GoalConfirmed(GoalId Goal, PartnerId Partner, Words Text) : CharterEvent;

/// <summary>A person has read who sees what.</summary>
[EventName("person.read-who-sees.v1")]
public sealed record WhoSeesRead(PersonId Person) : CharterEvent;
