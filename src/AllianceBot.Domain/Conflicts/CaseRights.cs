namespace AllianceBot.Domain;

/// <summary>The rows of <see cref="Domain.May"/> about cases: who reads, who speaks for a party, who is neutral.</summary>
internal static class CaseRights
{
    public static bool May(Alliance alliance, PersonId person, Act act, Case one) => act switch
    {
        Act.SeeCase => Reads(alliance, one, person) || Confirms(one, person),
        Act.WriteInCase => Reads(alliance, one, person),
        Act.SpeakInCase => PartyOf(alliance, one, person) is not null,
        Act.BeNeutralInCase => one.Neutral == person,
        Act.ConfirmInCase => Confirms(one, person),
        _ => false,
    };

    /// <summary>
    /// Whose people read everything in it: of its parties who was named or joined on a rung, the person it is about, and the
    /// neutral. An administrator, a facilitator or a manager of nothing but that office is none of these.
    /// </summary>
    public static bool Reads(Alliance alliance, Case one, PersonId person)
    {
        if (!alliance.IsMember(person)) return false;
        if (one.Neutral == person) return true;
        foreach (var held in one.People)
        {
            if (held.Person == person && !held.Gone && (held.Partner is not { } of || alliance.IsOf(person, of))) return true;
        }

        return false;
    }

    public static ValueList<PersonId> Readers(Alliance alliance, Case one) => one.People.Select(static held => held.Person)
        .Concat(one.Neutral is { } neutral ? [neutral] : []).Distinct().Where(person => Reads(alliance, one, person))
        .OrderBy(static person => person.Value, StringComparer.Ordinal).ToValueList();

    /// <summary>Who is asked whether a ground to skip is one reads that wish alone.</summary>
    public static bool Confirms(Case one, PersonId person) => one is { IsOpen: true, Skip: { } skip } && skip.Confirmer == person;

    /// <summary>The party that this person reads the case for, whether or not it is this person's turn.</summary>
    public static PartnerId? SideOf(Alliance alliance, Case one, PersonId person)
    {
        foreach (var held in one.People)
        {
            if (held.Person == person && !held.Gone && held.Partner is { } of && alliance.IsOf(person, of)) return of;
        }

        return null;
    }

    /// <summary>The party that this person speaks for on this rung; null for who does not.</summary>
    public static PartnerId? PartyOf(Alliance alliance, Case one, PersonId person) =>
        SideOf(alliance, one, person) is { } side && one.Parties.Any(party => party.Partner == side && !party.Left)
            && Speakers(alliance, one, side).Contains(person) ? side : null;

    /// <summary>
    /// Those of a party whose turn it is: the people of the rung; before the first one those whom it concerns; and where none
    /// of these is left, whoever of that party is in it.
    /// </summary>
    public static ValueList<PersonId> Speakers(Alliance alliance, Case one, PartnerId party)
    {
        var there = one.People.Where(held => held.Partner == party && !held.Gone && held.Role != CaseRole.Personnel
            && alliance.IsOf(held.Person, party)).Select(static held => held.Person).Distinct().ToValueList();
        var turn = one.Stay is { } stay
            ? there.RemoveAll(person => !stay.People.Contains(person))
            : there.RemoveAll(person => !one.People.Any(held => held.Person == person && held.Role is CaseRole.Concerned or CaseRole.StandIn));
        return turn.Count > 0 ? turn : there;
    }

    /// <summary>The parties that are still in and have somebody who can speak: nobody waits for the others.</summary>
    public static ValueList<PartnerId> Active(Alliance alliance, Case one) => one.Parties
        .Where(party => !party.Left && Speakers(alliance, one, party.Partner).Count > 0)
        .Select(static party => party.Partner).ToValueList();

    /// <summary>Whether every party has said yes.</summary>
    public static bool AllOf(Alliance alliance, Case one, IEnumerable<PartnerId> yes)
    {
        var said = yes.ToHashSet();
        return Active(alliance, one).All(said.Contains);
    }

    /// <summary>Whose turn it is now, with the neutral and the person it is about: who is asked and told of each step.</summary>
    public static ValueList<PersonId> Turn(Alliance alliance, Case one) => Active(alliance, one)
        .SelectMany(party => (IEnumerable<PersonId>)Speakers(alliance, one, party))
        .Concat(one.Neutral is { } neutral ? [neutral] : []).Concat(one.Person is { } person ? [person] : [])
        .Distinct().Where(person => Reads(alliance, one, person))
        .OrderBy(static person => person.Value, StringComparer.Ordinal).ToValueList();
}
