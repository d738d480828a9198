using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// When a person's digests are due. Weeks are those of the person's own clock, from Monday on; each is made or skipped once.
/// What falls on a closed day or into an absence waits for the next day of the same week.
/// </summary>
internal static class DigestTimes
{
    private const int DaysOfWeek = 7;

    /// <summary>When a week's digest is to be made, or that it is to be skipped then.</summary>
    internal readonly record struct Due(Instant At, WhySkipped? Skip = null);

    public static LocalDate MondayOf(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);

    /// <summary>A facilitator, and whoever manages a partner that is in.</summary>
    public static bool IsReader(Alliance alliance, PersonId person) =>
        alliance.HoldsAnywhere(person, Role.Facilitator) || ManagedBy(alliance, person).Count > 0;

    /// <summary>The partners in the order of their ids.</summary>
    public static ValueList<PartnerId> ManagedBy(Alliance alliance, PersonId person)
    {
        if (!alliance.IsMember(person)) return [];
        var managed = new List<PartnerId>();
        foreach (var held in alliance.Roles)
        {
            if (held.Person == person && held is { Role: Role.Manager, Partner: { } partner } && alliance.Partners.Find(partner) is { Left: false }
                && !managed.Contains(partner)) managed.Add(partner);
        }

        managed.Sort(static (one, other) => string.CompareOrdinal(one.Value, other.Value));
        return managed.ToValueList();
    }

    /// <summary>The Monday of the first week that is neither made nor skipped; null while none is owed.</summary>
    public static LocalDate? Owed(Alliance alliance, DigestBook book)
    {
        if (book.Since is not { } since || book.Wish.Off || alliance.People.Find(book.Reader) is not { Left: false } person) return null;
        var calendar = Calendars.Of(alliance, person);
        var first = MondayOf(calendar.DateOf(since));
        // Who came after this week's hour begins with the next.
        if (SlotOf(calendar, book.Wish, first) <= since) first = first.PlusDays(DaysOfWeek);
        return book.Done is { } done ? LocalDate.Max(first, done.PlusDays(DaysOfWeek)) : first;
    }

    public static Instant? NextDue(Alliance alliance, DigestBook book) =>
        Owed(alliance, book) is { } week ? In(alliance, book, week).At : null;

    /// <summary>The hour of a week as it was wished for.</summary>
    public static Instant SlotOf(Alliance alliance, DigestBook book, LocalDate week) =>
        SlotOf(Calendars.Of(alliance, book.Reader), book.Wish, week);

    public static Due In(Alliance alliance, DigestBook book, LocalDate week)
    {
        var person = alliance.People[book.Reader];
        var calendar = Calendars.Of(alliance, person);
        var slot = SlotOf(calendar, book.Wish, week);
        var wished = DateIn(book.Wish, week);
        // An absence that is over is known no more; that it was there is told from when it ended.
        var back = book.BackAt is { } ended && ended > slot ? ended : Instant.MinValue;
        var away = back > slot;
        for (var date = wished; date < week.PlusDays(DaysOfWeek); date = date.PlusDays(1))
        {
            var absence = AbsenceOn(person, date);
            away |= absence is not null;
            if (absence is { Cover: not null } && book.Wish.DuringLeave == DuringLeave.Cover) return new(Instant.Max(calendar.Resolve(date + book.Wish.At), back));
            if (absence is null && calendar.IsWorkday(date) && calendar.Resolve(date + book.Wish.At) is var at && at > back) return new(at);
        }

        return new(slot, away ? WhySkipped.Away : WhySkipped.Closed);
    }

    /// <summary>The reader may be shown it at this moment, as it is the hour the reader wished for.</summary>
    public static bool IsOnTime(Alliance alliance, DigestBook book, LocalDate week, Instant at) =>
        In(alliance, book, week) is { Skip: null } due && due.At <= at && at - due.At < Deadlines.Outage;

    /// <summary>The days on which digests are made, told from what the readers wish.</summary>
    public static int DaysOf(Alliance alliance)
    {
        var days = 0;
        foreach (var book in alliance.Digests)
        {
            if (book is { Since: not null, Wish.Off: false }) days |= 1 << (book.Wish.Day - 1);
        }

        return days;
    }

    public static LocalDate DateIn(DigestWish wish, LocalDate week) => week.PlusDays(wish.Day - 1);

    private static Instant SlotOf(Calendar calendar, DigestWish wish, LocalDate week) => calendar.Resolve(DateIn(wish, week) + wish.At);

    private static Absence? AbsenceOn(Person person, LocalDate date)
    {
        foreach (var absence in person.Absences)
        {
            if (absence.Includes(date)) return absence;
        }

        return null;
    }
}
