using NodaTime;

namespace AllianceBot.Domain;

/// <summary>When one person may be asked, as that person sees it. Nobody else sees the hours.</summary>
public sealed record MyHoursCard
{
    public required string Zone { get; init; }
    public required Workdays Days { get; init; }
    public LocalTime From { get; init; }
    public LocalTime Until { get; init; }
    public QuietTime? Quiet { get; init; }

    /// <summary>Nothing of it is the person's own: it is as the partner or the alliance has it.</summary>
    public bool Usual { get; init; }

    /// <summary>The next day on which the partner is closed.</summary>
    public HolidayView? NextHoliday { get; init; }

    public ValueList<AwayView> Away { get; init; }

    /// <summary>For whom this person answers, now or soon.</summary>
    public ValueList<CoveringView> Covering { get; init; }
}

/// <summary>An absence as all members see it: from when to when, and who answers meanwhile.</summary>
public sealed record AwayView(LocalDate From, LocalDate Until, Named<PersonId>? Cover);

/// <summary>Somebody answers for somebody on these days.</summary>
public sealed record CoveringView(Named<PersonId> Person, LocalDate From, LocalDate Until);

/// <summary>A holiday as shown.</summary>
public sealed record HolidayView(LocalDate From, LocalDate To, string? Name);

/// <summary>A partner's holidays that are still to come.</summary>
public sealed record HolidaysCard
{
    public required Named<PartnerId> Partner { get; init; }

    /// <summary>At most <see cref="Limits.List"/>, the next first.</summary>
    public ValueList<HolidayView> Days { get; init; }

    /// <summary>So many more.</summary>
    public int Left { get; init; }

    /// <summary>This reader may change them.</summary>
    public bool MayChange { get; init; }
}

/// <summary>Calendars as their readers may see them.</summary>
public static class CalendarViews
{
    /// <summary>The own hours; null for who is not in.</summary>
    public static MyHoursCard? MyHours(Alliance alliance, PersonId reader, Instant now)
    {
        if (alliance.People.Find(reader) is not { Left: false } person) return null;
        var calendar = Calendars.Of(alliance, person);
        var today = calendar.DateOf(now);
        return new()
        {
            Zone = calendar.Zone.Id,
            Days = calendar.Days,
            From = calendar.AskFrom,
            Until = calendar.QuietFrom,
            Quiet = calendar.Quiet,
            Usual = person.Hours is null,
            NextHoliday = person.Partner is { } partner && Coming(alliance.Partners[partner], today).FirstOrDefault() is { } next ? View(next) : null,
            Away = AwayOf(alliance, person),
            Covering = CalendarDecider.Covered(alliance, reader)
                .Select(one => new CoveringView(Names.Of(alliance, one.Person), one.Absence.From, one.Absence.Until))
                .Take(Limits.List).ToValueList(),
        };
    }

    /// <summary>A partner's holidays; a place sees them too, as all members do.</summary>
    public static HolidaysCard? Holidays(Alliance alliance, Reader reader, PartnerId id, Instant now)
    {
        if (!May.See(alliance, reader, Act.SeeAlliance, id) || alliance.Partners.Find(id) is not { } partner) return null;
        var coming = Coming(partner, alliance.DateOf(now)).ToList();
        return new()
        {
            Partner = Names.Of(alliance, id),
            Days = coming.Take(Limits.List).Select(View).ToValueList(),
            Left = Math.Max(0, coming.Count - Limits.List),
            MayChange = reader is PersonReader { Person: var person } && CalendarDecider.Permits(alliance, person, id),
        };
    }

    /// <summary>The partners whose holidays this person may change.</summary>
    public static ValueList<PartnerId> MayChangeFor(Alliance alliance, PersonId person) =>
        alliance.Partners.Where(partner => CalendarDecider.Permits(alliance, person, partner.Id)).Select(static partner => partner.Id).ToValueList();

    /// <summary>Who could answer for this person.</summary>
    public static ValueList<PersonId> Covers(Alliance alliance, PersonId person) =>
        alliance.People.Where(other => other.Id != person && !other.Left && AbsenceRules.MayCover(alliance, person, other.Id))
            .Select(static other => other.Id).ToValueList();

    internal static ValueList<AwayView> AwayOf(Alliance alliance, Person person) =>
        person.Absences.Select(absence => new AwayView(absence.From, absence.Until, Names.Of(alliance, absence.Cover))).ToValueList();

    private static IEnumerable<Holiday> Coming(Partner partner, LocalDate today) => partner.Holidays.Days.Where(day => day.To >= today);

    private static HolidayView View(Holiday day) => new(day.From, day.To, day.Name?.Text);
}
