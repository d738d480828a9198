using System.Runtime.InteropServices;

namespace AllianceBot.Domain;

/// <summary>Who is who: looks up people by role and partner. Always in the order of ids, so that no order differs between processes.</summary>
public static class Roster
{
    public static bool IsMember(this Alliance alliance, PersonId person) =>
        alliance.People.Find(person) is { Left: false };

    /// <summary>Whether the person has this role for this partner, or for the alliance as a whole when none is named.</summary>
    public static bool Holds(this Alliance alliance, PersonId person, Role role, PartnerId? partner = null)
    {
        if (!alliance.IsMember(person)) return false;
        foreach (var held in alliance.Roles)
        {
            if (held.Person == person && held.Role == role && held.Partner == partner) return true;
        }

        return false;
    }

    /// <summary>Whether the person has this role, for whichever partner.</summary>
    public static bool HoldsAnywhere(this Alliance alliance, PersonId person, Role role)
    {
        if (!alliance.IsMember(person)) return false;
        foreach (var held in alliance.Roles)
        {
            if (held.Person == person && held.Role == role) return true;
        }

        return false;
    }

    public static bool Manages(this Alliance alliance, PersonId person, PartnerId partner) =>
        alliance.Holds(person, Role.Manager, partner);

    /// <summary>
    /// Whether the person acts for this partner: belongs to it or has a role for it, and does not only observe.
    /// One person may be of two partners.
    /// </summary>
    public static bool IsOf(this Alliance alliance, PersonId person, PartnerId partner)
    {
        if (alliance.People.Find(person) is not { Left: false } found) return false;
        var (observes, acts, belongs) = (false, false, found.Partner == partner);
        foreach (var held in alliance.Roles)
        {
            if (held.Person != person) continue;
            if (held.Role == Role.Observer)
            {
                observes = true;
                continue;
            }

            acts = true;
            belongs |= held.Partner == partner;
        }

        return belongs && (acts || !observes);
    }

    /// <summary>An observer without any other role sees approved results only.</summary>
    public static bool OnlyObserves(this Alliance alliance, PersonId person)
    {
        var observes = false;
        foreach (var held in alliance.Roles)
        {
            if (held.Person != person) continue;
            if (held.Role != Role.Observer) return false;
            observes = true;
        }

        return observes;
    }

    /// <summary>The people with this role for this partner, in the order of their ids.</summary>
    public static ValueList<PersonId> With(this Alliance alliance, Role role, PartnerId partner) =>
        alliance.InOrder(role, partner, anywhere: false);

    /// <summary>The people with this role, for whichever partner or for none.</summary>
    public static ValueList<PersonId> With(this Alliance alliance, Role role) =>
        alliance.InOrder(role, default, anywhere: true);

    public static ValueList<PersonId> ManagersOf(this Alliance alliance, PartnerId partner) =>
        alliance.With(Role.Manager, partner);

    /// <summary>Who gets what names nobody: the contacts, else the managers.</summary>
    public static ValueList<PersonId> ContactsOf(this Alliance alliance, PartnerId partner) =>
        alliance.With(Role.Contact, partner) is { Count: > 0 } contacts ? contacts : alliance.ManagersOf(partner);

    /// <summary>Who speaks for a partner in decisions: the representatives, else the managers.</summary>
    public static ValueList<PersonId> RepresentativesOf(this Alliance alliance, PartnerId partner) =>
        alliance.With(Role.Representative, partner) is { Count: > 0 } named ? named : alliance.ManagersOf(partner);

    /// <summary>Whether the person gets what names nobody at this partner.</summary>
    public static bool IsContactOf(this Alliance alliance, PersonId person, PartnerId partner) =>
        alliance.ContactsOf(partner).Contains(person);

    /// <summary>The partners this person acts for, in the order of their ids.</summary>
    public static ValueList<PartnerId> PartnersOf(this Alliance alliance, PersonId person) =>
        alliance.Partners.Where(partner => !partner.Left && alliance.IsOf(person, partner.Id))
            .Select(static partner => partner.Id).ToValueList();

    /// <summary>Whether one partner is declared to fund the other.</summary>
    public static bool Funds(this Alliance alliance, PartnerId funder, PartnerId funded) =>
        alliance.FundingTies.Contains(new FundingTie(funder, funded));

    /// <summary>Every card asks for this several times, and nearly always for one or two people: so no sequence is made of it.</summary>
    private static ValueList<PersonId> InOrder(this Alliance alliance, Role role, PartnerId partner, bool anywhere)
    {
        List<PersonId>? found = null;
        foreach (var held in alliance.Roles)
        {
            if (held.Role != role || (!anywhere && held.Partner != partner) || !alliance.IsMember(held.Person)) continue;
            found ??= [];
            if (!found.Contains(held.Person)) found.Add(held.Person);
        }

        if (found is null) return [];
        if (found.Count > 1) found.Sort(static (one, other) => string.CompareOrdinal(one.Value, other.Value));
        return ValueList.Create(CollectionsMarshal.AsSpan(found));
    }
}
