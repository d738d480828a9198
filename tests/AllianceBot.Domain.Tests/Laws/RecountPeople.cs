using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Who is in, in which office, who funds whom, and on which days everybody works: told from the events alone.</summary>
internal sealed class RecountPeople
{
    private const int DaysOfWeek = 7;

    /// <summary>Parties with fewer working days in common than this in a fortnight go by the alliance's own.</summary>
    private const int FewestOfFortnight = 5;

    private readonly Dictionary<PersonId, PartnerId?> homes = [];
    private readonly HashSet<PersonId> gone = [];
    private readonly List<(PersonId Person, Role Role, PartnerId? Partner)> roles = [];
    private readonly SortedDictionary<string, bool> partners = new(StringComparer.Ordinal);
    private readonly HashSet<(PartnerId Funder, PartnerId Funded)> ties = [];
    private readonly Dictionary<PersonId, OwnHours?> hours = [];
    private readonly Dictionary<PersonId, List<Away>> away = [];
    private readonly Dictionary<PartnerId, Workdays?> partnerDays = [];
    private readonly Dictionary<PartnerId, List<Holiday>> closed = [];
    private Workdays days = Workdays.MondayToFriday;

    private sealed class Away
    {
        public required LocalDate From { get; init; }

        public required LocalDate Until { get; init; }

        public PersonId? Cover { get; set; }

        public bool Begun { get; set; }
    }

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    public Settings Settings { get; private set; } = Settings.Default;

    /// <summary>Partners that are in, in the order of their ids.</summary>
    public IEnumerable<PartnerId> Partners => partners.Where(static one => one.Value).Select(static one => new PartnerId(one.Key));

    public void Take(AllianceEvent happened)
    {
        switch (happened)
        {
            case AllianceCreated e: Zone = DateTimeZoneProviders.Tzdb[e.Zone]; break;
            case ZoneSet e: Zone = DateTimeZoneProviders.Tzdb[e.Zone]; break;
            case SettingsChanged e: Settings = e.Settings; break;
            case WorkdaysSet e: days = e.Days; break;
            case PartnerWorkdaysSet e: partnerDays[e.Partner] = e.Days; break;
            case HolidaysAdded e: Closed(e.Partner).AddRange(e.Holidays); break;
            case HolidaysRemoved e: Closed(e.Partner).RemoveAll(day => e.From.Contains(day.From)); break;
            case PartnerAdded e: partners[e.Partner.Value] = true; break;
            case PartnerRemoved e:
                partners[e.Partner.Value] = false;
                ties.RemoveWhere(tie => tie.Funder == e.Partner || tie.Funded == e.Partner);
                break;
            case FundingDeclared e: ties.Add((e.Funder, e.Funded)); break;
            case FundingWithdrawn e: ties.Remove((e.Funder, e.Funded)); break;
            case PersonJoined e:
                homes[e.Person] = e.Partner;
                Forget(e.Person);
                gone.Remove(e.Person);
                break;
            case PersonLeft e:
                gone.Add(e.Person);
                roles.RemoveAll(held => held.Person == e.Person);
                Forget(e.Person);
                break;
            case RoleAssigned e: roles.Add((e.Person, e.Role, e.Partner)); break;
            case RoleUnassigned e: roles.Remove((e.Person, e.Role, e.Partner)); break;
            case PersonHoursSet e: hours[e.Person] = e.Hours; break;
            case AbsenceAnnounced e: AwayOf(e.Person).Add(new() { From = e.From, Until = e.Until, Cover = e.Cover }); break;
            case AbsenceBegan e: AwayOf(e.Person).Find(one => one.From == e.From)!.Begun = true; break;
            case CoverChanged e: AwayOf(e.Person).Find(one => one.From == e.From)!.Cover = e.Cover; break;
            case AbsenceEnded e: AwayOf(e.Person).RemoveAll(one => one.From == e.From); break;
        }
    }

    public LocalDate Date(Instant at) => at.InZone(Zone).Date;

    /// <summary>From the first moment of one day to the last of another.</summary>
    public Interval Days(LocalDate? from, LocalDate until) => new(from is { } first ? Morning(first) : null, Morning(until.PlusDays(1)));

    public bool IsIn(PersonId person) => homes.ContainsKey(person) && !gone.Contains(person);

    /// <summary>The organisation that somebody came in with, also who has left since.</summary>
    public PartnerId? Home(PersonId person) => homes.GetValueOrDefault(person);

    public bool Observes(PersonId person)
    {
        var held = roles.FindAll(one => one.Person == person);
        return held.Count > 0 && held.TrueForAll(static one => one.Role == Role.Observer);
    }

    public bool Holds(PersonId person, Role role) => IsIn(person) && roles.Exists(one => one.Person == person && one.Role == role);

    public bool Manages(PersonId person, PartnerId partner) => IsIn(person) && roles.Contains((person, Role.Manager, partner));

    /// <summary>Acts for it: came in with it or holds an office of it, and does more than look on.</summary>
    public bool IsOf(PersonId person, PartnerId partner) => IsIn(person) && !Observes(person)
        && (homes[person] == partner || roles.Exists(one => one.Person == person && one.Partner == partner && one.Role != Role.Observer));

    /// <summary>The same, or once came in with it.</summary>
    public bool WasOf(PersonId person, PartnerId partner) => homes.GetValueOrDefault(person) == partner || IsOf(person, partner);

    public IEnumerable<PersonId> With(Role role) => homes.Keys.Where(person => Holds(person, role));

    /// <summary>Who gets what names nobody.</summary>
    public bool IsContact(PersonId person, PartnerId partner) => IsNamed(person, partner, Role.Contact);

    /// <summary>Who speaks for it in decisions.</summary>
    public bool Represents(PersonId person, PartnerId partner) => IsNamed(person, partner, Role.Representative);

    public IEnumerable<PartnerId> Managed(PersonId person) => Partners.Where(partner => Manages(person, partner));

    public bool Funds(PartnerId funder, PartnerId funded) => ties.Contains((funder, funded));

    /// <summary>Somebody of a partner that funds this one.</summary>
    public bool IsFunderOf(PersonId person, PartnerId partner) => ties.Any(tie => tie.Funded == partner && IsOf(person, tie.Funder));

    public bool IsFundedBy(PersonId person, PartnerId partner) => ties.Any(tie => tie.Funder == partner && IsOf(person, tie.Funded));

    /// <summary>Stands in for somebody who is away now.</summary>
    public bool Covers(PersonId cover, PersonId person) => IsIn(cover) && IsIn(person) && AwayOf(person).Exists(one => one.Begun && one.Cover == cover);

    /// <summary>Who stands in at this moment, while in and there.</summary>
    public PersonId? CoverAt(PersonId person, Instant at) =>
        AwayAt(person, at)?.Cover is { } cover && IsIn(cover) && AwayAt(cover, at) is null ? cover : null;

    /// <summary>The working day of an organisation that lies so many after this day.</summary>
    public LocalDate Working(PartnerId partner, LocalDate date, int count) => Working(DaysOf(partner), [.. Closed(partner)], date, count);

    /// <summary>The day itself if both work then, else the next on which they do.</summary>
    public LocalDate WorkingFrom(PartnerId one, PartnerId other, LocalDate date) => Working([one, other], date.PlusDays(-1), 1);

    /// <summary>On days on which all of them work; where they have too few of those, on the alliance's own.</summary>
    public LocalDate Working(IReadOnlyList<PartnerId> parties, LocalDate date, int count)
    {
        if (parties.Count == 0) return Working(days, [], date, count);
        var common = new Workdays(parties.Aggregate((1 << DaysOfWeek) - 1, (all, partner) => all & DaysOf(partner).Days));
        return 2 * common.Count < FewestOfFortnight && parties.Count > 1
            ? Working(days, [], date, count)
            : Working(common, [.. parties.SelectMany(Closed)], date, count);
    }

    /// <summary>By a person's own days and clock, counted from a moment.</summary>
    public LocalDate Working(PersonId person, Instant from, int count)
    {
        var home = Home(person);
        var week = hours.GetValueOrDefault(person)?.Days ?? (home is { } of ? DaysOf(of) : days);
        return Working(week, home is { } partner ? Closed(partner) : [], from.InZone(ZoneOf(person)).Date, count);
    }

    private static LocalDate Working(Workdays week, List<Holiday> holidays, LocalDate date, int count)
    {
        while (count > 0)
        {
            date = date.PlusDays(1);
            if ((week.Days >> ((int)date.DayOfWeek - 1) & 1) == 1 && !holidays.Exists(day => day.From <= date && date <= day.To)) count--;
        }

        return date;
    }

    private Instant Morning(LocalDate date) => Zone.AtStartOfDay(date).ToInstant();

    private bool IsNamed(PersonId person, PartnerId partner, Role role) =>
        roles.Exists(one => one.Role == role && one.Partner == partner && IsIn(one.Person))
            ? IsIn(person) && roles.Contains((person, role, partner))
            : Manages(person, partner);

    private Workdays DaysOf(PartnerId partner) => partnerDays.GetValueOrDefault(partner) ?? days;

    private DateTimeZone ZoneOf(PersonId person) =>
        hours.GetValueOrDefault(person)?.Zone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } own ? own : Zone;

    private Away? AwayAt(PersonId person, Instant at)
    {
        var date = at.InZone(ZoneOf(person)).Date;
        return AwayOf(person).Find(one => one.From <= date && date <= one.Until);
    }

    private List<Away> AwayOf(PersonId person)
    {
        if (!away.TryGetValue(person, out var list)) away[person] = list = [];
        return list;
    }

    private void Forget(PersonId person)
    {
        hours.Remove(person);
        away.Remove(person);
    }

    private List<Holiday> Closed(PartnerId partner)
    {
        if (!closed.TryGetValue(partner, out var list)) closed[partner] = list = [];
        return list;
    }
}
