using System.Diagnostics;

namespace AllianceBot.Domain;

/// <summary>The state of calendars, folded: holidays of partners, hours and absences of people.</summary>
internal static class CalendarFold
{
    public static Alliance Evolve(Alliance alliance, CalendarEvent happened) => (happened switch
    {
        HolidaysAdded e => Book(alliance, e.Partner, book => book.With(e.Holidays)),
        HolidaysRemoved e => Book(alliance, e.Partner, book => book.Without(e.From)),
        PersonHoursSet e => Change(alliance, e.Person, person => person with { Hours = e.Hours }),
        AbsenceAnnounced e => Change(alliance, e.Person, person => person with
        {
            Absences = person.Absences.Append(new(e.From, e.Until, e.Cover)).OrderBy(static one => one.From).ToValueList(),
        }),
        AbsenceBegan e => Each(alliance, e.Person, e.From, static absence => absence with { Begun = true }),
        AbsenceEnded e => Handed(
            Change(Each(alliance, e.Person, e.From, static _ => null), e.Person, person => person with { Back = e.At }), e.Person, null),
        CoverChanged { Cover: { } cover } e => Handed(Each(alliance, e.Person, e.From, absence => absence with { Cover = cover }), e.Person, cover),
        CoverChanged e => Each(alliance, e.Person, e.From, static absence => absence with { Cover = null }),
        _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
    }).Remembering(happened);

    private static Alliance Book(Alliance alliance, PartnerId id, Func<HolidayBook, HolidayBook> change)
    {
        var partner = alliance.Partners[id];
        return alliance with { Partners = alliance.Partners.With(id, partner with { Holidays = change(partner.Holidays) }) };
    }

    private static Alliance Change(Alliance alliance, PersonId id, Func<Person, Person> change) =>
        alliance with { People = alliance.People.With(id, change(alliance.People[id])) };

    /// <summary>
    /// What a cover has open for this person is the next cover's, or the person's own again. Its time and its reminders run on:
    /// nothing is asked anew at midnight.
    /// </summary>
    private static Alliance Handed(Alliance alliance, PersonId person, PersonId? cover)
    {
        foreach (var checkIn in alliance.CheckIns)
        {
            if (checkIn.For != person || !checkIn.IsWaiting()) continue;
            var handed = checkIn with { Person = cover ?? person, For = cover is null ? null : person, Revision = checkIn.Revision + 1 };
            alliance = alliance with { CheckIns = alliance.CheckIns.With(checkIn.Id, handed) };
        }

        return alliance;
    }

    private static Alliance Each(Alliance alliance, PersonId id, NodaTime.LocalDate from, Func<Absence, Absence?> change) =>
        Change(alliance, id, person => person with
        {
            Absences = person.Absences.Select(one => one.From == from ? change(one) : one).OfType<Absence>().ToValueList(),
        });
}
