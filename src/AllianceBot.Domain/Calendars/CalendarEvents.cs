using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something happened to a calendar: whether and when people may be asked.</summary>
public abstract record CalendarEvent : AllianceEvent;

/// <summary>A partner does not work on these days either; they share no day with one another or with earlier ones.</summary>
[EventName("partner.holidays-added.v1")]
public sealed record HolidaysAdded(PartnerId Partner, ValueList<Holiday> Holidays) : CalendarEvent;

/// <summary>The holidays that begin on these days are none any more.</summary>
[EventName("partner.holidays-removed.v1")]
public sealed record HolidaysRemoved(PartnerId Partner, ValueList<LocalDate> From) : CalendarEvent;

/// <summary>A person has a zone, days or hours of its own, or those of its partner again.</summary>
[EventName("person.hours-set.v1")]
public sealed record PersonHoursSet(PersonId Person, OwnHours? Hours) : CalendarEvent;

/// <summary>A person said to be away from the first to the last of these days, and who answers meanwhile.</summary>
[EventName("person.absence-announced.v1")]
public sealed record AbsenceAnnounced(PersonId Person, LocalDate From, LocalDate Until, PersonId? Cover) : CalendarEvent;

/// <summary>The first day of an absence has come.</summary>
[EventName("person.absence-began.v1")]
public sealed record AbsenceBegan(PersonId Person, LocalDate From) : CalendarEvent;

/// <summary>The person is back, or does not go: by the clock, or by own word before its time.</summary>
[EventName("person.absence-ended.v1")]
public sealed record AbsenceEnded(PersonId Person, LocalDate From) : CalendarEvent;

/// <summary>Somebody else answers during an absence, or nobody.</summary>
[EventName("person.cover-changed.v1")]
public sealed record CoverChanged(PersonId Person, LocalDate From, PersonId? Cover) : CalendarEvent;
