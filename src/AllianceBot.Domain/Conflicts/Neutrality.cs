namespace AllianceBot.Domain;

/// <summary>
/// Who can be neutral: of no party, owing and being owed nothing in dispute, and of no partner that funds a party or is
/// funded by one, as neither may read the other's cases.
/// </summary>
public static class Neutrality
{
    /// <summary>Whether this person can be neutral in this case now.</summary>
    public static bool Fits(Alliance alliance, Case one, PersonId person)
    {
        var parties = one.Parties.Select(static party => party.Partner).ToValueList();
        if (one.Person == person || one.Opener == person || !IsOutside(alliance, parties, person)) return false;
        if (one.People.Any(held => held.Person == person && !held.Gone)) return false;
        if (one.About is not { } about || alliance.Commitments.Find(about) is not { } promise) return true;
        return promise.Terms.Doer != person && promise.Terms.Receiver != person && !Promises.IsOfASide(alliance, person, promise);
    }

    /// <summary>Whether a quiet word of this author about these people can go to this person.</summary>
    public static bool FitsQuiet(Alliance alliance, PersonId author, ValueList<PersonId> about, PersonId person)
    {
        if (person == author || about.Contains(person)) return false;
        if (!alliance.HoldsAnywhere(person, Role.Facilitator) && !alliance.HoldsAnywhere(person, Role.Mediator)) return false;
        var sides = about.Add(author).SelectMany(one => (IEnumerable<PartnerId>)alliance.PartnersOf(one)).Distinct().ToValueList();
        return IsOutside(alliance, sides, person);
    }

    /// <summary>Facilitators and mediators to whom this person can say a quiet word.</summary>
    public static ValueList<PersonId> ForQuiet(Alliance alliance, PersonId author, ValueList<PersonId> about) => alliance.People
        .Where(person => FitsQuiet(alliance, author, about, person.Id)).Select(static person => person.Id).ToValueList();

    /// <summary>
    /// Who could be neutral in a case: mediators and facilitators, and trouble-shooters; where there is none of these, the
    /// managers of partners that are not in it. Who served least comes first.
    /// </summary>
    public static ValueList<PersonId> WhoCould(Alliance alliance, Case one)
    {
        var named = Fitting(alliance, one, Role.Mediator, Role.Facilitator, Role.Troubleshooter);
        if (named.Count == 0) named = Fitting(alliance, one, Role.Manager);
        return named.OrderBy(person => Served(alliance, person) ?? 0).ThenBy(static person => person.Value, StringComparer.Ordinal).ToValueList();
    }

    /// <summary>Those of them whose office it is: they may confirm a ground without the other parties.</summary>
    public static ValueList<PersonId> Confirmers(Alliance alliance, Case one) =>
        one.Neutral is { } neutral ? [neutral] : Fitting(alliance, one, Role.Mediator, Role.Facilitator);

    /// <summary>
    /// In how many cases somebody was neutral, as everybody may know it: null for none or few, as one would tell that there
    /// is a case.
    /// </summary>
    public static int? Served(Alliance alliance, PersonId person)
    {
        var count = alliance.Cases.Count(one => one.Neutrals.Any(neutral => neutral.Person == person));
        return count > 1 ? count : null;
    }

    private static ValueList<PersonId> Fitting(Alliance alliance, Case one, params ReadOnlySpan<Role> roles)
    {
        var people = new List<PersonId>();
        foreach (var role in roles)
        {
            foreach (var person in alliance.With(role))
            {
                if (!people.Contains(person) && Fits(alliance, one, person)) people.Add(person);
            }
        }

        return people.ToValueList();
    }

    private static bool IsOutside(Alliance alliance, ValueList<PartnerId> parties, PersonId person)
    {
        if (!alliance.IsMember(person) || alliance.OnlyObserves(person)) return false;
        foreach (var party in parties)
        {
            if (alliance.IsOf(person, party) || alliance.People[person].Partner == party) return false;
            foreach (var tie in alliance.FundingTies)
            {
                if (tie.Funded == party && alliance.IsOf(person, tie.Funder)) return false;
                if (tie.Funder == party && alliance.IsOf(person, tie.Funded)) return false;
            }
        }

        return true;
    }
}
