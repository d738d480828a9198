namespace AllianceBot.Domain;

/// <summary>The state of people, roles and invitations, folded.</summary>
internal static class PeopleFold
{
    public static Alliance Evolve(Alliance alliance, PeopleEvent happened) => Applied(alliance, happened).Remembering(happened);

    /// <summary>
    /// Who stopped acting for which partner by this event, on the state it made; no partner means for all of them, and
    /// null that nobody did.
    /// </summary>
    public static (PersonId Person, PartnerId? Partner)? LeftPartner(Alliance after, AllianceEvent happened) => happened switch
    {
        PersonLeft left => (left.Person, null),
        RoleUnassigned { Partner: { } partner } role when !after.IsOf(role.Person, partner) => (role.Person, partner),
        _ => null,
    };

    private static Alliance Applied(Alliance alliance, PeopleEvent happened) => happened switch
    {
        PersonInvited invited => With(alliance, Opened(invited)),
        PersonAskedToJoin asked => With(alliance, Asked(asked)),
        JoinDeclined declined => Settled(alliance, declined.Invitation, InvitationState.Declined, null),
        InvitationWithdrawn withdrawn => Settled(alliance, withdrawn.Invitation, InvitationState.Withdrawn, null),
        PersonJoined joined => Joined(alliance, joined),
        RoleAssigned role => alliance with { Roles = alliance.Roles.Add(new(role.Person, role.Role, role.Partner)) },
        RoleUnassigned role => alliance with { Roles = alliance.Roles.Remove(new(role.Person, role.Role, role.Partner)) },
        PersonRenamed renamed => With(alliance, alliance.People[renamed.Person] with { Name = renamed.Name }),
        PersonLeft left => Left(alliance, left.Person, left.At),
        LinkCodeHandedOut code => alliance with { LinkCodes = Fresh(alliance, code).Add(new(code.Person, code.CodeHash, code.Until)) },
        HandleLinked linked => Linked(alliance, linked),
        PersonNotReached person => With(alliance, alliance.People[person.Person] with { NotReached = person.Reason, NotReachedSince = person.At }),
        PersonReachedAgain person => With(alliance, alliance.People[person.Person] with { NotReached = null, NotReachedSince = null }),
        _ => throw new System.Diagnostics.UnreachableException($"No fold for {happened.GetType().Name}."),
    };

    private static Invitation Opened(PersonInvited invited) => new(
        invited.Invitation, invited.CodeHash, invited.Partner, invited.Role, invited.Name, invited.By,
        InvitationState.Open, invited.Person);

    private static Invitation Asked(PersonAskedToJoin asked) => new(
        asked.Invitation, null, asked.Partner, Role.Staff, asked.Name, asked.Person, InvitationState.Asked, asked.Person);

    private static Alliance Joined(Alliance alliance, PersonJoined joined)
    {
        var settled = joined.Invitation is { } invitation
            ? Settled(alliance, invitation, InvitationState.Used, joined.Person)
            : alliance;
        return With(settled, new Person(joined.Person, joined.Name, joined.Partner) { JoinedAt = joined.At });
    }

    private static Alliance Left(Alliance alliance, PersonId person, NodaTime.Instant at) =>
        With(alliance, alliance.People[person] with { Left = true, LeftAt = at, NotReached = null, NotReachedSince = null, Hours = null, Absences = [] }) with
        {
            Roles = alliance.Roles.RemoveAll(held => held.Person == person),
            LinkCodes = alliance.LinkCodes.RemoveAll(code => code.Person == person),
        };

    /// <summary>When the same ask comes again, the handle is the person's: it is recognised for the two of them.</summary>
    private static Alliance Linked(Alliance alliance, HandleLinked linked) =>
        (alliance with { LinkCodes = alliance.LinkCodes.RemoveAll(code => code.CodeHash == linked.CodeHash) })
        .Remembering(linked with { By = linked.Person });

    /// <summary>One code per person, and none that is over.</summary>
    private static ValueList<LinkCode> Fresh(Alliance alliance, LinkCodeHandedOut code) =>
        alliance.LinkCodes.RemoveAll(old => old.Person == code.Person || old.Until <= code.At);

    private static Alliance With(Alliance alliance, Person person) =>
        alliance with { People = alliance.People.With(person.Id, person) };

    private static Alliance With(Alliance alliance, Invitation invitation) =>
        alliance with { Invitations = alliance.Invitations.With(invitation.Id, invitation) };

    private static Alliance Settled(Alliance alliance, InvitationId id, InvitationState state, PersonId? person) =>
        With(alliance, alliance.Invitations[id] with { State = state, Person = person ?? alliance.Invitations[id].Person });
}
