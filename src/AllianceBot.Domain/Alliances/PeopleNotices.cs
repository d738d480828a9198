namespace AllianceBot.Domain;

/// <summary>Who is told when people come, go, change roles or cannot be reached.</summary>
public static class PeopleNotices
{
    public static ValueList<Notice> For(Alliance before, PeopleEvent happened, Alliance after) => happened switch
    {
        PersonInvited invited => Invited(invited, after),
        PersonAskedToJoin asked => Asked(asked, after),
        JoinDeclined declined when after.Invitations[declined.Invitation].Person is { } person =>
            [Of(happened, declined.Invitation, "join.declined", Addressee.Person(person)) with { MayFallBack = false }],
        PersonJoined joined => Joined(joined, after),
        RoleAssigned role => RoleChanged(before, role, role.Person, role.Role, role.Partner, "role.assigned", after),
        RoleUnassigned role => RoleChanged(before, role, role.Person, role.Role, role.Partner, "role.unassigned", after),
        PersonRenamed renamed when renamed.Person != happened.By =>
            [Of(happened, renamed.Person, "person.renamed", Addressee.Person(renamed.Person))],
        PersonLeft left => Left(before, left, after),
        HandleLinked linked =>
            [Of(happened, linked.Person, "link.linked", Addressee.Person(linked.Person)) with { MustArrive = true, MayFallBack = false, Except = null, AnyHour = true }],
        PersonNotReached person => NotReached(person, after),
        _ => [],
    };

    private static Notice Of(AllianceEvent happened, Subject subject, string kind, Addressee to) =>
        new(subject, kind, to, happened.At) { Except = happened.By == PersonId.Clock ? null : happened.By };

    /// <summary>What an administrator does is told to all managers; a manager's own invitations are the partner's matter.</summary>
    private static ValueList<Notice> Invited(PersonInvited invited, Alliance after)
    {
        var notices = new List<Notice>();
        if (invited.Person is { } person)
        {
            notices.Add(Of(invited, invited.Invitation, "person.invited", Addressee.Person(person)) with { MayFallBack = false });
        }

        if (invited.Partner is not { } partner || !after.Manages(invited.By, partner))
        {
            notices.AddRange(SetUpNotices.ToManagers(after, Of(invited, invited.Invitation, "invitation.made", new(AddresseeRole.AllManagers))));
        }

        return notices.ToValueList();
    }

    private static ValueList<Notice> Asked(PersonAskedToJoin asked, Alliance after)
    {
        var to = asked.Partner is { } partner && after.ManagersOf(partner).Count > 0
            ? Addressee.Managers(partner)
            : new Addressee(AddresseeRole.Administrators);
        return [Of(asked, asked.Invitation, "join.asked", to) with { MustArrive = true }];
    }

    private static ValueList<Notice> Joined(PersonJoined joined, Alliance after)
    {
        if (joined.Invitation is not { } id) return [];
        var notices = new List<Notice>();
        if (joined.By != joined.Person)
        {
            notices.Add(Of(joined, id, "join.approved", Addressee.Person(joined.Person)) with { MustArrive = true });
        }

        var managers = joined.Partner is { } partner ? after.ManagersOf(partner).RemoveAll(person => person == joined.By) : [];
        if (managers.Count > 0)
        {
            notices.Add(Of(joined, joined.Person, "person.joined", Addressee.Managers(joined.Partner!.Value)));
        }

        var inviter = after.Invitations[id].By;
        if (inviter != joined.Person && inviter != joined.By && after.IsMember(inviter) && !managers.Contains(inviter))
        {
            notices.Add(Of(joined, joined.Person, "person.joined", Addressee.Person(inviter)));
        }

        return notices.ToValueList();
    }

    /// <summary>The first role of somebody who comes in is part of coming in, and so is the end of all when somebody goes.</summary>
    private static ValueList<Notice> RoleChanged(
        Alliance before, AllianceEvent happened, PersonId person, Role role, PartnerId? partner, string kind, Alliance after)
    {
        Notice About(Addressee to) =>
            Of(happened, person, kind, to).With("person", person.Value).With("role", role.ToString()).With("partner", partner?.Value);
        if (before.Roles.All(held => held.Person != person)) return [];
        var notices = new List<Notice>();
        if (person != happened.By) notices.Add(About(Addressee.Person(person)));
        if (!role.IsOfPartner)
        {
            notices.AddRange(SetUpNotices.ToManagers(after, About(new(AddresseeRole.AllManagers)) with { Bundle = SetUpNotices.Bundle }));
        }

        return notices.ToValueList();
    }

    private static ValueList<Notice> Left(Alliance before, PersonLeft left, Alliance after)
    {
        var notices = new List<Notice>();
        if (left.By != left.Person)
        {
            notices.Add(Of(left, left.Person, "person.removed", Addressee.Person(left.Person)) with { MayFallBack = false });
        }

        if (before.People[left.Person].Partner is { } partner
            && after.ManagersOf(partner).Any(manager => manager != left.By))
        {
            notices.Add(Of(left, left.Person, "person.left", Addressee.Managers(partner)) with { MustArrive = true });
        }

        var hadAllianceRole = before.Roles.Any(held => held.Person == left.Person && !held.Role.IsOfPartner);
        if (hadAllianceRole && after.With(Role.Administrator).Any(person => person != left.By))
        {
            notices.Add(Of(left, left.Person, "person.left", new(AddresseeRole.Administrators)));
        }

        return notices.ToValueList();
    }

    /// <summary>Once, to who can mend it: the facilitators and the administrators, not the person itself.</summary>
    private static ValueList<Notice> NotReached(PersonNotReached person, Alliance after)
    {
        Notice To(AddresseeRole role) =>
            new Notice(person.Person, "person.not-reached", new(role), person.At) { Except = person.Person }.With("reason", person.Reason);
        var notices = new List<Notice>();
        foreach (var (role, asked) in new[] { (Role.Facilitator, AddresseeRole.Facilitators), (Role.Administrator, AddresseeRole.Administrators) })
        {
            if (after.With(role).Any(holder => holder != person.Person)) notices.Add(To(asked));
        }

        return notices.ToValueList();
    }
}
