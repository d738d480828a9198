namespace AllianceBot.Domain;

/// <summary>The alliance, its partners and its people as their readers may see them. Null for what a reader may not know of.</summary>
public static class AllianceViews
{
    public static AllianceCard? Card(Alliance alliance, Reader reader)
    {
        if (!May.See(alliance, reader, Act.SeeAlliance, alliance.Id)) return null;
        var belonging = Belonging(alliance);
        return new()
        {
            Id = alliance.Id,
            Name = alliance.Name?.Text,
            Purpose = alliance.Purpose?.Text,
            Goals = alliance.Goals.Select(static goal => new GoalLine(goal.Id, goal.Text.Text, goal.By)).ToValueList(),
            Exclusions = alliance.Exclusions.Select(static text => new ExclusionLine(text.Text.Id, text.Text.Text)).ToValueList(),
            Partners = alliance.Partners.Where(static partner => !partner.Left).Select(partner => LineOf(partner, belonging)).ToValueList(),
            OfNoPartner = Members(alliance).Where(static person => person.Partner is null).Take(Limits.List)
                .Select(person => LineOf(alliance, reader, person)).ToValueList(),
            PeopleCount = Members(alliance).Count(),
            Funding = Ties(alliance, null),
            Zone = alliance.Zone,
            Workdays = alliance.Workdays,
            AskFrom = alliance.Settings.AskFrom,
            QuietFrom = alliance.Settings.QuietFrom,
            HasHome = alliance.LivingHome is not null,
            Parked = LooksAfter(alliance, reader)
                ? alliance.Parked.Where(item => Confidential.Knows(alliance, reader, item.Subject)).Take(Limits.List).Select(static item => new ParkedLine(item.Subject, item.Problem, item.At)).ToValueList()
                : [],
            JoinRequests = reader is PersonReader
                ? alliance.Invitations.Count(invitation => invitation.State == InvitationState.Asked
                    && May.See(alliance, reader, Act.AnswerJoin, invitation.Id))
                : 0,
            Acts = Allowed(alliance, reader, alliance.Id, Act.SetUp, Act.LinkPlace, Act.Invite, Act.Leave),
        };
    }

    public static PartnerCard? Partner(Alliance alliance, Reader reader, PartnerId id)
    {
        if (!May.See(alliance, reader, Act.SeeAlliance, id) || alliance.Partners.Find(id) is not { } partner) return null;
        return new()
        {
            Id = id,
            Name = partner.Name.Text,
            Kind = partner.Kind,
            Left = partner.Left,
            People = OfPartner(alliance, id).Take(Limits.List).Select(person => LineOf(alliance, reader, person)).ToValueList(),
            Workdays = partner.Workdays ?? alliance.Workdays,
            AllianceWorkdays = partner.Workdays is null,
            Funding = Ties(alliance, id),
            Notes = partner.Notes.Select(static note => new ExclusionLine(note.Id, note.Text)).ToValueList(),
            Acts = Allowed(alliance, reader, id, Act.ManagePartner, Act.Invite, Act.Propose),
        };
    }

    /// <summary>A person; who left sees the own card still, and nothing else.</summary>
    public static PersonCard? Person(Alliance alliance, Reader reader, PersonId id)
    {
        if (alliance.People.Find(id) is not { } person) return null;
        var own = reader is PersonReader { Person: var self } && self == id;
        if (!own && !May.See(alliance, reader, Act.SeeAlliance, id)) return null;
        return new()
        {
            Person = LineOf(alliance, reader, person),
            Alliance = alliance.Name?.Text,
            Left = person.Left,
            Away = CalendarViews.AwayOf(alliance, person),
            Own = own,
            YouCover = reader is PersonReader { Person: var me } && person.Absences.Any(absence => absence.Cover == me),
            Acts = person.Left ? [] : Allowed(alliance, reader, id, Act.Leave, Act.ManagePeople),
        };
    }

    /// <summary>Everyone who is in, or everyone of one partner; by name.</summary>
    public static PeoplePage? People(Alliance alliance, Reader reader, PartnerId? partner = null, int page = 0)
    {
        Subject subject = partner is { } of ? of : alliance.Id;
        if (!May.See(alliance, reader, Act.SeeAlliance, subject)) return null;
        var all = (partner is { } id ? OfPartner(alliance, id) : Members(alliance)).ToList();
        var pages = Math.Max(1, (all.Count + Limits.List - 1) / Limits.List);
        var shown = Math.Clamp(page, 0, pages - 1);
        return new(
            all.Skip(shown * Limits.List).Take(Limits.List).Select(person => LineOf(alliance, reader, person)).ToValueList(), shown, pages);
    }

    /// <summary>A person as a line of a list: also for lists of other areas.</summary>
    internal static PersonLine LineOf(Alliance alliance, Reader reader, Person person) =>
        new(person.Id, person.Name.Text, person.Partner, alliance.NameOf(person.Partner), RolesOf(alliance, person.Id))
        {
            NotReached = reader is PersonReader { Person: var self }
                && (self == person.Id || LooksAfter(alliance, reader) || May.Do(alliance, self, Act.ManagePeople, person.Id))
                ? person.NotReached
                : null,
        };

    internal static string? NameOf(this Alliance alliance, PartnerId? partner) =>
        partner is { } id ? alliance.Partners.Find(id)?.Name.Text : null;

    /// <summary>The acts of these that this reader may do to the subject now; a place does nothing.</summary>
    internal static ValueList<Act> Allowed(Alliance alliance, Reader reader, Subject subject, params ReadOnlySpan<Act> acts)
    {
        if (reader is not PersonReader { Person: var person }) return [];
        var allowed = new List<Act>();
        foreach (var act in acts)
        {
            if (May.Do(alliance, person, act, subject)) allowed.Add(act);
        }

        return allowed.ToValueList();
    }

    private static bool LooksAfter(Alliance alliance, Reader reader) =>
        reader is PersonReader { Person: var person }
        && (alliance.HoldsAnywhere(person, Role.Facilitator) || alliance.Holds(person, Role.Administrator));

    /// <summary>By name, so that people are found; by id where names are gone or the same.</summary>
    private static IEnumerable<Person> Members(Alliance alliance) =>
        alliance.People.Where(static person => !person.Left)
            .OrderBy(static person => person.Name.Text, StringComparer.OrdinalIgnoreCase)
            .ThenBy(static person => person.Id.Value, StringComparer.Ordinal);

    private static IEnumerable<Person> OfPartner(Alliance alliance, PartnerId partner) =>
        Belonging(alliance).TryGetValue(partner, out var people) ? Members(alliance).Where(person => people.Contains(person.Id)) : [];

    /// <summary>Who is of which partner, by home or by role, in one pass: an alliance may have 100 partners and 2,000 people.</summary>
    private static Dictionary<PartnerId, HashSet<PersonId>> Belonging(Alliance alliance)
    {
        var belonging = new Dictionary<PartnerId, HashSet<PersonId>>();
        void Add(PartnerId partner, PersonId person)
        {
            if (!belonging.TryGetValue(partner, out var people)) belonging[partner] = people = [];
            people.Add(person);
        }

        foreach (var person in alliance.People)
        {
            if (!person.Left && person.Partner is { } home) Add(home, person.Id);
        }

        foreach (var role in alliance.Roles)
        {
            if (role is { Partner: { } partner, Role: not Role.Observer }) Add(partner, role.Person);
        }

        return belonging;
    }

    private static ValueList<RoleLine> RolesOf(Alliance alliance, PersonId person) =>
        alliance.Roles.Where(role => role.Person == person)
            .Select(role => new RoleLine(role.Role, role.Partner, alliance.NameOf(role.Partner))).ToValueList();

    private static PartnerLine LineOf(Partner partner, Dictionary<PartnerId, HashSet<PersonId>> belonging) =>
        new(partner.Id, partner.Name.Text, partner.Kind, belonging.TryGetValue(partner.Id, out var people) ? people.Count : 0);

    private static ValueList<FundingLine> Ties(Alliance alliance, PartnerId? of) =>
        alliance.FundingTies.Where(tie => of is null || tie.Funder == of || tie.Funded == of)
            .Select(tie => new FundingLine(tie.Funder, alliance.NameOf(tie.Funder), tie.Funded, alliance.NameOf(tie.Funded))).ToValueList();
}
