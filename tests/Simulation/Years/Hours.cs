using AllianceBot.Domain;
using NodaTime;

namespace Simulation.Years;

/// <summary>
/// A second opinion of when somebody may be written to, told from the local clock and the calendar on the wall, and not by
/// the domain's own functions.
/// </summary>
internal static class Hours
{
    /// <summary>What stands against writing to this person now; null when nothing does.</summary>
    public static string? Against(Alliance alliance, PersonId id, Instant at)
    {
        var person = alliance.People[id];
        var own = person.Hours;
        var partner = person.Partner is { } of ? alliance.Partners[of] : null;
        var local = at.InZone(DateTimeZoneProviders.Tzdb[own?.Zone ?? alliance.Zone]).LocalDateTime;
        var (date, time) = (local.Date, local.TimeOfDay);
        var days = own?.Days ?? partner?.Workdays ?? alliance.Workdays;
        if ((days.Days >> ((int)date.DayOfWeek - 1)) % 2 == 0) return $"{local} is no working day";
        if (time < (own?.From ?? alliance.Settings.AskFrom)) return $"{local} is too early";
        if (time >= (own?.Until ?? alliance.Settings.QuietFrom)) return $"{local} is too late";
        if (own?.Quiet is { } quiet && IsWithin(quiet, time)) return $"{local} is a quiet time";
        if (partner?.Holidays.Days.Any(day => day.From <= date && date <= day.To) == true) return $"{local} is a holiday";
        return person.Absences.Any(absence => absence.From <= date && date <= absence.Until) ? $"{local}: away" : null;
    }

    /// <summary>A day on which this person works and is not away, whatever the hour.</summary>
    public static bool IsDay(Alliance alliance, PersonId id, Instant at)
    {
        var person = alliance.People[id];
        var partner = person.Partner is { } of ? alliance.Partners[of] : null;
        var date = at.InZone(DateTimeZoneProviders.Tzdb[person.Hours?.Zone ?? alliance.Zone]).Date;
        var days = person.Hours?.Days ?? partner?.Workdays ?? alliance.Workdays;
        return (days.Days >> ((int)date.DayOfWeek - 1)) % 2 == 1
            && partner?.Holidays.Days.Any(day => day.From <= date && date <= day.To) != true
            && !person.Absences.Any(absence => absence.From <= date && date <= absence.Until);
    }

    private static bool IsWithin(QuietTime quiet, LocalTime time) => quiet.From < quiet.Until
        ? quiet.From <= time && time < quiet.Until
        : time >= quiet.From || time < quiet.Until;
}
