using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something about when people may be asked: own hours and absences, a partner's holidays.</summary>
public abstract record CalendarCommand(AskId Ask) : Command(Ask);

/// <summary>The asking person's own zone, days and hours; null for those of the partner.</summary>
public sealed record SetMyHours(OwnHours? Hours, AskId Ask) : CalendarCommand(Ask);

/// <summary>The asking person is away on these days.</summary>
/// <param name="From">The first day, in the person's own zone.</param>
/// <param name="Until">The last day; one without is refused, as nobody could plan with it.</param>
/// <param name="Cover">Who answers meanwhile; null for nobody.</param>
public sealed record AnnounceAbsence(LocalDate From, LocalDate? Until, PersonId? Cover, AskId Ask) : CalendarCommand(Ask);

/// <summary>The asking person is back, or does not go: the absence that goes on ends, else the next one is taken back.</summary>
public sealed record EndAbsence(AskId Ask) : CalendarCommand(Ask);

/// <summary>Somebody else answers for the asking person, or nobody: in the absence that goes on, else in the next.</summary>
public sealed record ChangeCover(PersonId? Cover, AskId Ask) : CalendarCommand(Ask);

/// <summary>The asking person cannot answer for that one.</summary>
public sealed record LayDownCover(PersonId Person, AskId Ask) : CalendarCommand(Ask);

/// <summary>A partner does not work on these days.</summary>
/// <param name="Merge">They come from a file: what is known, over or past is left out, and only if nothing is left is it refused.</param>
public sealed record AddHolidays(PartnerId Partner, ValueList<Holiday> Holidays, bool Merge, AskId Ask) : CalendarCommand(Ask);

/// <summary>The holiday of this day is none any more.</summary>
public sealed record RemoveHoliday(PartnerId Partner, LocalDate Day, AskId Ask) : CalendarCommand(Ask);
