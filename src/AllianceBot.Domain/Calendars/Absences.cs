using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Days on which a person is away, in the person's own zone, and who answers meanwhile.</summary>
/// <param name="From">The first day; it is also what names the absence, as no two of a person share a day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Cover">Who is asked instead; null where check-ins are excused.</param>
/// <param name="Begun">Its first day has come: the cover may act.</param>
public sealed record Absence(LocalDate From, LocalDate Until, PersonId? Cover, bool Begun = false)
{
    public bool Includes(LocalDate date) => From <= date && date <= Until;

    public bool Overlaps(LocalDate from, LocalDate until) => From <= until && from <= Until;
}

/// <summary>Who is away when, and who stands in.</summary>
public static class Absences
{
    /// <summary>The absence that this instant lies in, or null.</summary>
    public static Absence? AwayAt(Alliance alliance, PersonId person, Instant at)
    {
        if (alliance.People.Find(person) is not { Absences.Count: > 0 } found) return null;
        var date = at.InZone(Calendars.ZoneOf(alliance, found)).Date;
        foreach (var absence in found.Absences)
        {
            if (absence.Includes(date)) return absence;
        }

        return null;
    }

    /// <summary>Who is asked instead of this person at this instant: the named cover, while in and not away too.</summary>
    public static PersonId? CoverAt(Alliance alliance, PersonId person, Instant at) =>
        AwayAt(alliance, person, at)?.Cover is { } cover && alliance.IsMember(cover) && AwayAt(alliance, cover, at) is null
            ? cover
            : null;

    /// <summary>Whether the first stands in for the second now, as the story has it: their absence has begun and not ended.</summary>
    public static bool Covers(Alliance alliance, PersonId cover, PersonId person)
    {
        if (alliance.People.Find(person) is not { Left: false, Absences.Count: > 0 } away || !alliance.IsMember(cover)) return false;
        foreach (var absence in away.Absences)
        {
            if (absence.Begun && absence.Cover == cover) return true;
        }

        return false;
    }

    /// <summary>This instant if the person may be written to then, else the next one: in hours, on a working day, not away.</summary>
    public static Instant NextReachable(Alliance alliance, PersonId person, Instant at)
    {
        var calendar = Calendars.Of(alliance, person);
        var allowed = calendar.NextAllowed(at);
        while (AwayAt(alliance, person, allowed) is { } absence) allowed = calendar.NextAllowed(calendar.EndOf(absence.Until));
        return allowed;
    }

    /// <summary>An absence begins, or is over; one that was slept through whole is just over.</summary>
    internal static Outcome Strike(Alliance alliance, Person person, Instant at)
    {
        var calendar = Calendars.Of(alliance, person);
        foreach (var absence in person.Absences)
        {
            if (calendar.EndOf(absence.Until) <= at) return new AbsenceEnded(person.Id, absence.From);
            if (!absence.Begun && calendar.StartOf(absence.From) <= at) return new AbsenceBegan(person.Id, absence.From);
        }

        return Outcome.Nothing;
    }

    /// <summary>When this person's absences next need the clock: as one begins, and as it is over.</summary>
    internal static Instant? NextDue(Alliance alliance, Person person)
    {
        if (person.Absences.Count == 0) return null;
        var calendar = Calendars.Of(alliance, person);
        Instant? next = null;
        foreach (var absence in person.Absences)
        {
            var at = absence.Begun ? calendar.EndOf(absence.Until) : calendar.StartOf(absence.From);
            next = next is { } earlier ? Instant.Min(earlier, at) : at;
        }

        return next;
    }
}
