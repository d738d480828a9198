namespace AllianceBot.Domain;

/// <summary>Something about people: coming in, roles, leaving, handles.</summary>
public abstract record PeopleCommand(AskId Ask) : Command(Ask);

/// <summary>Keeps a place for somebody, who comes in with a code that is passed on.</summary>
/// <param name="Invitation">The form's draft id.</param>
/// <param name="CodeHash">The keyed hash of the code; the code itself is seen by the inviter alone.</param>
/// <param name="Partner">For which partner; null for an outside facilitator, mediator or observer.</param>
public sealed record Invite(InvitationId Invitation, string CodeHash, PartnerId? Partner, Role Role, Words Name, AskId Ask)
    : PeopleCommand(Ask);

/// <summary>Keeps a place for a person picked from a place's roster, who needs no code.</summary>
public sealed record InviteFromRoster(
    InvitationId Invitation, PersonId Person, PartnerId? Partner, Role Role, Words Name, AskId Ask) : PeopleCommand(Ask);

/// <summary>Takes back an open invitation, or an own asking to come in.</summary>
public sealed record WithdrawInvitation(InvitationId Invitation, AskId Ask) : PeopleCommand(Ask);

/// <summary>Comes in by a code. The context's person is the one who comes in: known from another alliance, or fresh.</summary>
public sealed record JoinByCode(string CodeHash, Words Name, AskId Ask) : PeopleCommand(Ask);

/// <summary>Comes in by having been picked from a roster.</summary>
public sealed record JoinAsInvited(InvitationId Invitation, Words Name, AskId Ask) : PeopleCommand(Ask);

/// <summary>Asks to come in without a code. The context's person is the one who asks.</summary>
public sealed record AskToJoin(InvitationId Invitation, PartnerId? Partner, Words Name, AskId Ask) : PeopleCommand(Ask);

/// <summary>Lets the asking person in, for this partner and in this role.</summary>
public sealed record ApproveJoin(InvitationId Invitation, PartnerId? Partner, Role Role, AskId Ask) : PeopleCommand(Ask);

/// <summary>Says no to somebody who asked to come in.</summary>
public sealed record DeclineJoin(InvitationId Invitation, AskId Ask) : PeopleCommand(Ask);

/// <summary>Gives a person a role, for a partner or for the alliance.</summary>
public sealed record AssignRole(PersonId Person, Role Role, PartnerId? Partner, AskId Ask) : PeopleCommand(Ask);

/// <summary>Takes a role away, or lays an own one down.</summary>
public sealed record UnassignRole(PersonId Person, Role Role, PartnerId? Partner, AskId Ask) : PeopleCommand(Ask);

/// <summary>Says how a person is called.</summary>
public sealed record RenamePerson(PersonId Person, Words Name, AskId Ask) : PeopleCommand(Ask);

/// <summary>The person goes, or is let go: roles end, open promises and check-ins go to a manager of the partner.</summary>
public sealed record RemovePerson(PersonId Person, AskId Ask) : PeopleCommand(Ask);

/// <summary>Hands out a code by which the asking person's second handle can be linked: 10 minutes, once.</summary>
/// <param name="CodeHash">The keyed hash of the code.</param>
public sealed record HandOutLinkCode(string CodeHash, AskId Ask) : PeopleCommand(Ask);

/// <summary>A handle that is nobody's yet gives the code back; the event says whose it is from now on.</summary>
public sealed record LinkHandle(string CodeHash, AskId Ask) : PeopleCommand(Ask);
