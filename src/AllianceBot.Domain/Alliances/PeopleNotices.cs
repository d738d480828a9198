namespace AllianceBot.Domain;

/// <summary>Who is told when people come, go, change roles or cannot be reached.</summary>
public static class PeopleNotices
{
    /// <summary>The kind of the notice that somebody came in.</summary>
    public const string Came = "person.joined";

    public static ValueList<Notice> For(Alliance before, PeopleEvent happened, Alliance after) => happened switch
    {
        PersonInvited invited => Invited(before, invited, after),
        PersonAskedToJoin asked => Asked(asked, after),
        JoinDeclined declined => Declined(before, declined, after),
        InvitationWithdrawn withdrawn => Withdrawn(before, withdrawn, after),
        PersonJoined joined => Joined(before, joined, after),
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

    /// <summary>Done by somebody in the alliance's name, or for a partner that is not their own to manage.</summary>
    private static bool IsAdministrators(Alliance before, PersonId by, PartnerId? partner) =>
        partner is not { } of || !before.Manages(by, of);

    /// <summary>What an administrator does is told to all managers, several acts on one card.</summary>
    private static ValueList<Notice> ToManagers(Alliance after, AllianceEvent happened, Subject subject, string kind) =>
        SetUpNotices.ToManagers(after, Of(happened, subject, kind, new(AddresseeRole.AllManagers)) with { Bundle = SetUpNotices.Bundle });

    private static ValueList<Notice> Declined(Alliance before, JoinDeclined declined, Alliance after)
    {
        var invitation = after.Invitations[declined.Invitation];
        var told = IsAdministrators(before, declined.By, invitation.Partner)
            ? ToManagers(after, declined, after.Id, "join.turned-away") : [];
        return invitation.Person is { } person
            ? [Of(declined, declined.Invitation, "join.declined", Addressee.Person(person)) with { MayFallBack = false }, .. told]
            : told;
    }

    /// <summary>Who asked may take it back; that is nobody else's act.</summary>
    private static ValueList<Notice> Withdrawn(Alliance before, InvitationWithdrawn withdrawn, Alliance after)
    {
        var invitation = after.Invitations[withdrawn.Invitation];
        return withdrawn.By != invitation.By && withdrawn.By == invitation.Person ? []
            : IsAdministrators(before, withdrawn.By, invitation.Partner)
            ? ToManagers(after, withdrawn, after.Id, "invitation.withdrawn").Select(notice => notice.With("role", invitation.Role.ToString())).ToValueList()
            : [];
    }

    /// <summary>A manager's own invitations are the partner's matter; an administrator's are told to all managers.</summary>
    private static ValueList<Notice> Invited(Alliance before, PersonInvited invited, Alliance after)
    {
        var notices = new List<Notice>();
        if (invited.Person is { } person)
        {
            notices.Add(Of(invited, invited.Invitation, "person.invited", Addressee.Person(person)) with { MayFallBack = false });
        }

        // Whom it is for is seen by those who may answer for it; that it was made, by every manager.
        if (IsAdministrators(before, invited.By, invited.Partner))
        {
            notices.AddRange(ToManagers(after, invited, after.Id, "invitation.made").Select(notice => notice.With("role", invited.Role.ToString())));
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

    private static ValueList<Notice> Joined(Alliance before, PersonJoined joined, Alliance after)
    {
        if (joined.Invitation is not { } id) return [];
        var notices = new List<Notice>();
        if (joined.By != joined.Person)
        {
            notices.Add(Of(joined, id, "join.approved", Addressee.Person(joined.Person)) with { MustArrive = true });
        }

        if (joined.By != joined.Person && IsAdministrators(before, joined.By, joined.Partner))
        {
            notices.AddRange(ToManagers(after, joined, joined.Person, Came));
            return notices.ToValueList();
        }

        var managers = joined.Partner is { } partner ? after.ManagersOf(partner).RemoveAll(person => person == joined.By) : [];
        if (managers.Count > 0)
        {
            notices.Add(Of(joined, joined.Person, Came, Addressee.Managers(joined.Partner!.Value)));
        }

        var inviter = after.Invitations[id].By;
        if (inviter != joined.Person && inviter != joined.By && after.IsMember(inviter) && !managers.Contains(inviter))
        {
            notices.Add(Of(joined, joined.Person, Came, Addressee.Person(inviter)));
        }

        return notices.ToValueList();
    }

    /// <summary>The first role of somebody who comes in is part of coming in, and so is the end of all when somebody goes.</summary>
    private static ValueList<Notice> RoleChanged(
        Alliance before, AllianceEvent happened, PersonId person, Role role, PartnerId? partner, string kind, Alliance after)
    {
        Notice About(Addressee to) =>
            Of(happened, person, kind, to).With("person", person.Value).With("role", role.ToString()).With("partner", partner?.Value);
        if (before.People.Find(person)?.JoinedAt == happened.At && before.Roles.All(held => held.Person != person)) return [];
        var notices = new List<Notice>();
        if (person != happened.By) notices.Add(About(Addressee.Person(person)));
        if (!role.IsOfPartner || (person != happened.By && IsAdministrators(before, happened.By, partner)))
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

        // With a partner that goes its managers go last, so that its going is told and not that of each of its people.
        var of = before.People[left.Person].Partner;
        if (left.By != left.Person && IsAdministrators(before, left.By, of) && (of is not { } from || before.ManagersOf(from).Count == 0))
        {
            notices.AddRange(ToManagers(after, left, left.Person, "person.let-go"));
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
