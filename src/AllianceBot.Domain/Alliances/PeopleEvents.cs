using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something happened to who is in, in which role, and how people are reached.</summary>
public abstract record PeopleEvent : AllianceEvent;

/// <summary>A place is kept for somebody.</summary>
[EventName("person.invited.v1")]
public sealed record PersonInvited(
    InvitationId Invitation, string? CodeHash, PartnerId? Partner, Role Role, Words Name, PersonId? Person = null) : PeopleEvent
{
    public override Shelf Shelf => Person is { } person ? Shelf.Of(person) : Shelf.Of(Invitation);
}

/// <summary>Somebody asked to come in.</summary>
[EventName("person.asked-to-join.v1")]
public sealed record PersonAskedToJoin(InvitationId Invitation, PersonId Person, PartnerId? Partner, Words Name) : PeopleEvent
{
    public override Shelf Shelf => Shelf.Of(Person);
}

/// <summary>Somebody who asked was not let in.</summary>
[EventName("person.join-declined.v1")]
public sealed record JoinDeclined(InvitationId Invitation) : PeopleEvent;

/// <summary>An invitation, or an asking, was taken back.</summary>
[EventName("invitation.withdrawn.v1")]
public sealed record InvitationWithdrawn(InvitationId Invitation) : PeopleEvent;

/// <summary>Came in, or came back, by an invitation or by founding the alliance. The role follows in an event of its own.</summary>
[EventName("person.joined.v1")]
public sealed record PersonJoined(PersonId Person, Words Name, PartnerId? Partner, InvitationId? Invitation) : PeopleEvent
{
    public override Shelf Shelf => Shelf.Of(Person);
}

/// <summary>A person has a role from now on.</summary>
[EventName("role.assigned.v1")]
public sealed record RoleAssigned(PersonId Person, Role Role, PartnerId? Partner) : PeopleEvent;

/// <summary>A person has a role no more.</summary>
[EventName("role.unassigned.v1")]
public sealed record RoleUnassigned(PersonId Person, Role Role, PartnerId? Partner) : PeopleEvent;

/// <summary>A person is called otherwise.</summary>
[EventName("person.renamed.v1")]
public sealed record PersonRenamed(PersonId Person, Words Name) : PeopleEvent
{
    public override Shelf Shelf => Shelf.Of(Person);
}

/// <summary>A person went; roles end with it.</summary>
[EventName("person.left.v1")]
public sealed record PersonLeft(PersonId Person) : PeopleEvent;

/// <summary>A code was handed out for a second handle.</summary>
[EventName("link.code-handed-out.v1")]
public sealed record LinkCodeHandedOut(PersonId Person, string CodeHash, Instant Until) : PeopleEvent;

/// <summary>The handle that gave this code is this person's from now on. The handle itself is the directory's, not the story's.</summary>
[EventName("link.handle-linked.v1")]
public sealed record HandleLinked(PersonId Person, string CodeHash) : PeopleEvent;

/// <summary>Nothing got through to this person. Said once, until something does again.</summary>
/// <param name="Reason">The channel-neutral reason, as "blocked" or "not-installed".</param>
[EventName("person.not-reached.v1")]
public sealed record PersonNotReached(PersonId Person, string Reason) : PeopleEvent;

/// <summary>Something got through again.</summary>
[EventName("person.reached-again.v1")]
public sealed record PersonReachedAgain(PersonId Person) : PeopleEvent;
