namespace AllianceBot.Domain;

/// <summary>
/// Who is told when calendars change: who stands in, who has nobody to stand in any more, and all managers of a partner's
/// holidays, as deadlines with it move.
/// </summary>
public static class CalendarNotices
{
    /// <summary>The kind of the notice to one who is back: what is open now, and what was held meanwhile comes with it.</summary>
    public const string Back = "person.back";

    public static ValueList<Notice> For(Alliance before, CalendarEvent happened, Alliance after) => happened switch
    {
        HolidaysAdded e => ToManagers(after, e, "partner.holidays-added", e.Partner, e.Holidays.Count),
        HolidaysRemoved e => ToManagers(after, e, "partner.holidays-removed", e.Partner, e.From.Count),
        AbsenceAnnounced e => Announced(after, e),
        AbsenceEnded e => Ended(before, e),
        CoverChanged e => Changed(before, e, after),
        _ => [],
    };

    private static ValueList<Notice> ToManagers(Alliance after, CalendarEvent happened, string kind, PartnerId partner, int count) =>
        SetUpNotices.ToManagers(after, new Notice(partner, kind, new(AddresseeRole.AllManagers), happened.At)
        {
            Bundle = SetUpNotices.Bundle,
            Except = happened.By,
        }.With("partner", partner.Value).With("count", $"{count}"));

    private static ValueList<Notice> Announced(Alliance after, AbsenceAnnounced happened)
    {
        var notices = new List<Notice>();
        if (happened.Cover is { } cover) notices.Add(Asked(happened, happened.Person, cover, happened.From, happened.Until));
        // Who counted on this very person learns it while there is still time to find another.
        foreach (var (person, absence) in CalendarDecider.Covered(after, happened.Person))
        {
            if (absence.Overlaps(happened.From, happened.Until)) notices.AddRange(Missing(after, happened, person, happened.Person));
        }

        return notices.ToValueList();
    }

    /// <summary>By the clock the person is welcomed back; before its time the cover is told that nothing comes any more.</summary>
    private static ValueList<Notice> Ended(Alliance before, AbsenceEnded happened)
    {
        var absence = before.People[happened.Person].Absences.First(one => one.From == happened.From);
        if (happened.By == PersonId.Clock)
        {
            return [new Notice(happened.Person, Back, Addressee.Person(happened.Person), happened.At) { MayFallBack = false }];
        }

        return absence.Cover is { } cover ? [Over(happened, happened.Person, cover)] : [];
    }

    private static ValueList<Notice> Changed(Alliance before, CoverChanged happened, Alliance after)
    {
        var was = before.People[happened.Person].Absences.First(one => one.From == happened.From);
        var notices = new List<Notice>();
        if (was.Cover is { } old && old != happened.By && after.IsMember(old)) notices.Add(Over(happened, happened.Person, old));
        if (happened.Cover is { } cover) notices.Add(Asked(happened, happened.Person, cover, was.From, was.Until));
        else if (happened.By != happened.Person && was.Cover is { } gone) notices.AddRange(Missing(after, happened, happened.Person, gone));
        return notices.ToValueList();
    }

    private static Notice Asked(CalendarEvent happened, PersonId person, PersonId cover, NodaTime.LocalDate from, NodaTime.LocalDate until) =>
        new Notice(person, "cover.asked", Addressee.Person(cover), happened.At) { MustArrive = true, MayFallBack = false }
            .With("person", person.Value).With("from", from.ToIso()).With("until", until.ToIso());

    private static Notice Over(CalendarEvent happened, PersonId person, PersonId cover) =>
        new Notice(person, "cover.over", Addressee.Person(cover), happened.At) { MayFallBack = false }.With("person", person.Value);

    /// <summary>The person, who may be away already, and the own managers: without a cover check-ins are excused.</summary>
    private static IEnumerable<Notice> Missing(Alliance after, CalendarEvent happened, PersonId person, PersonId cover)
    {
        var notice = new Notice(person, "cover.missing", Addressee.Person(person), happened.At) { MayFallBack = false }
            .With("person", person.Value).With("cover", cover.Value);
        yield return notice;
        if (after.People.Find(person)?.Partner is { } partner && after.ManagersOf(partner).Any(manager => manager != person && manager != cover))
        {
            yield return notice with { To = Addressee.Managers(partner), Except = person };
        }
    }
}
