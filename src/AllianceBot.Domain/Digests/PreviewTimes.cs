using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// When a person is shown what the next digests will say: as the hours of the person's last working day before the day of a
/// digest begin. Who is away that long, or has nothing promised, is not shown anything.
/// </summary>
internal static class PreviewTimes
{
    private const int DaysOfWeek = 7;

    /// <summary>A day on which a digest is made is looked for so many weeks ahead; who is away longer is looked at again on coming back.</summary>
    private const int WeeksAhead = 9;

    /// <summary>The moment, and the day of the digests that it is about.</summary>
    internal readonly record struct Showing(Instant At, LocalDate Day);

    public static Instant? NextDue(Alliance alliance, PreviewBook book) => Next(alliance, book, book.Through)?.At;

    /// <summary>The first one for a day after this.</summary>
    public static Showing? Next(Alliance alliance, PreviewBook book, LocalDate? after)
    {
        if (alliance.DigestDays.Days == 0 || !IsSpokenOf(book) || alliance.People.Find(book.Person) is not { Left: false } person) return null;
        var calendar = Calendars.Of(alliance, person);
        var first = calendar.DateOf(book.At);
        if (after is { } done && done >= first) first = done.PlusDays(1);
        for (var day = first; day < first.PlusDays(DaysOfWeek * WeeksAhead); day = day.PlusDays(1))
        {
            if (alliance.DigestDays.Includes(day) && Before(person, calendar, day) is { } at && at > book.At) return new(at, day);
        }

        return null;
    }

    /// <summary>Something is open, or ended since it was last shown.</summary>
    private static bool IsSpokenOf(PreviewBook book) => book.Open > 0 || book.EndedAt >= book.At;

    private static Instant? Before(Person person, Calendar calendar, LocalDate digest)
    {
        for (var day = digest.PlusDays(-1); day >= digest.PlusDays(-DaysOfWeek); day = day.PlusDays(-1))
        {
            if (calendar.IsWorkday(day) && !person.Absences.Any(absence => absence.Includes(day))) return calendar.OpeningOn(day);
        }

        return null;
    }
}
