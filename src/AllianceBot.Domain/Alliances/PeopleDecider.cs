using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The rules of people: coming in, roles, leaving, and linking a second handle. Being reached is in <see cref="Reaching"/>.</summary>
public static class PeopleDecider
{
    /// <summary>Unknown, used and withdrawn codes look the same.</summary>
    public static readonly Refusal UnknownCode = new("join.unknown-code");
    public static readonly Refusal AlreadyIn = new("person.already-in");
    public static readonly Refusal AlreadyAsked = new("join.already-asked");

    /// <summary>Somebody answered, used or withdrew it before.</summary>
    public static readonly Refusal NotOpen = new("invitation.not-open");
    public static readonly Refusal CodeTaken = new("invitation.code-taken");
    public static readonly Refusal RoleNeedsPartner = new("role.needs-partner");

    /// <summary>Facts: person, role.</summary>
    public static readonly Refusal RoleNotHeld = new("role.not-held");

    /// <summary>Facts: partner, which always keeps a manager.</summary>
    public static readonly Refusal LastManager = new("partner.last-manager");
    public static readonly Refusal LastAdministrator = new("alliance.last-administrator");

    /// <summary>Unknown, used and expired codes look the same.</summary>
    public static readonly Refusal UnknownLinkCode = new("link.unknown-code");
    public static readonly Refusal SamePerson = new("link.same-person");
    public static readonly Refusal OtherPerson = new("link.other-person");
    public static readonly Refusal TooManyPeople = new Refusal("limit.people").With("limit", $"{Limits.People}");
    public static readonly Refusal TooManyInvitations = new Refusal("limit.invitations").With("limit", $"{Limits.OpenInvitations}");
    public static readonly Refusal TooManyRoles = new Refusal("limit.roles").With("limit", $"{Limits.RoleAssignments}");
    public static readonly Refusal TooManyLinkCodes = new Refusal("limit.link-codes").With("limit", $"{Limits.LinkCodes}");

    /// <summary>How long a link code is good.</summary>
    public static readonly Duration LinkCodeLife = Duration.FromMinutes(10);

    /// <summary>Every refusal of this area by code; the words know them all.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        UnknownCode.Code, AlreadyIn.Code, AlreadyAsked.Code, NotOpen.Code, CodeTaken.Code, RoleNeedsPartner.Code, RoleNotHeld.Code,
        LastManager.Code, LastAdministrator.Code, UnknownLinkCode.Code, SamePerson.Code, OtherPerson.Code, TooManyPeople.Code,
        TooManyInvitations.Code, TooManyRoles.Code, TooManyLinkCodes.Code,
    ];

    public static Outcome Decide(Alliance alliance, PeopleCommand command, CommandContext context)
    {
        if (alliance.Version == 0 || context.By == PersonId.Clock || !Ids.IsValid(context.By)) return Refusal.NotYours;
        if (alliance.HasDone(command.Ask, context.By)) return Outcome.Nothing;
        return command switch
        {
            Invite invite => Invite(alliance, context.By, Named(invite)),
            InviteFromRoster invite => alliance.IsMember(invite.Person) && MayInvite(alliance, context.By, invite.Partner, invite.Role)
                ? AlreadyIn
                : Invite(alliance, context.By, Named(invite)),
            WithdrawInvitation withdraw => Withdraw(alliance, withdraw, context.By),
            JoinByCode join => ByCode(alliance, join, context.By),
            JoinAsInvited join => AsInvited(alliance, join, context.By),
            AskToJoin ask => AskIn(alliance, ask, context.By),
            ApproveJoin approve => Approve(alliance, approve, context.By),
            DeclineJoin decline => Decline(alliance, decline, context.By),
            AssignRole assign => Assign(alliance, assign, context.By),
            UnassignRole unassign => Unassign(alliance, unassign, context.By),
            RenamePerson rename => Rename(alliance, rename, context.By),
            RemovePerson remove => Remove(alliance, remove.Person, context.By),
            HandOutLinkCode code => HandOut(alliance, code, context),
            LinkHandle link => Link(alliance, link, context),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>Whether a partner that has managers would have none any more without these people.</summary>
    internal static bool LosesItsManagers(Alliance alliance, PartnerId partner, IReadOnlyCollection<PersonId> leaving) =>
        alliance.ManagersOf(partner) is { Count: > 0 } managers && managers.All(leaving.Contains);

    private static PersonInvited Named(Invite invite) =>
        new(invite.Invitation, invite.CodeHash ?? "", invite.Partner, invite.Role, invite.Name);

    private static PersonInvited Named(InviteFromRoster invite) =>
        new(invite.Invitation, null, invite.Partner, invite.Role, invite.Name, invite.Person);

    private static bool MayInvite(Alliance alliance, PersonId by, PartnerId? partner, Role role) =>
        partner is { } forPartner
            ? May.Do(alliance, by, Act.Invite, forPartner) && (role.IsOfPartner || May.Do(alliance, by, Act.SetUp, alliance.Id))
            : May.Do(alliance, by, Act.Invite, alliance.Id);

    private static Outcome Invite(Alliance alliance, PersonId by, PersonInvited invited)
    {
        if (!MayInvite(alliance, by, invited.Partner, invited.Role)) return Refusal.NotYours;
        if (alliance.Invitations.Find(invited.Invitation) is { } known) return known.By == by ? Outcome.Nothing : Refusal.NotYours;
        if (!Ids.IsValid(invited.Invitation) || !Enum.IsDefined(invited.Role)) return SetUpDecider.BadId;
        if (invited.Person is { } person && (person == PersonId.Clock || !Ids.IsValid(person))) return SetUpDecider.BadId;
        if (invited.CodeHash is { } code && code is not { Length: > 0 and <= Limits.Code }) return SetUpDecider.BadId;
        if (invited.Role.IsOfPartner && invited.Partner is null) return RoleNeedsPartner;
        if (alliance.Invitations.Count(IsWaiting) >= Limits.OpenInvitations) return TooManyInvitations;
        if (invited.CodeHash is not null && alliance.Invitations.Any(other => other.CodeHash == invited.CodeHash)) return CodeTaken;
        return TextRules.Name(invited.Name, "name") is { } bad ? bad : invited;
    }

    private static bool IsWaiting(Invitation invitation) => invitation.State is InvitationState.Open or InvitationState.Asked;

    private static Outcome Withdraw(Alliance alliance, WithdrawInvitation withdraw, PersonId by)
    {
        if (alliance.Invitations.Find(withdraw.Invitation) is not { } invitation) return Refusal.NotYours;
        var own = invitation.State == InvitationState.Asked && invitation.Person == by;
        if (!own && !May.Do(alliance, by, Act.Invite, invitation.Id)) return Refusal.NotYours;
        return IsWaiting(invitation) ? new InvitationWithdrawn(invitation.Id) : NotOpen;
    }

    private static Outcome ByCode(Alliance alliance, JoinByCode join, PersonId by)
    {
        var invitation = string.IsNullOrEmpty(join.CodeHash)
            ? null
            : alliance.Invitations.FirstOrDefault(open => open.State == InvitationState.Open && open.CodeHash == join.CodeHash);
        return invitation is null ? UnknownCode : ComeIn(alliance, by, join.Name, invitation.Partner, invitation.Role, invitation.Id);
    }

    private static Outcome AsInvited(Alliance alliance, JoinAsInvited join, PersonId by)
    {
        var invitation = alliance.Invitations.Find(join.Invitation);
        return invitation is { State: InvitationState.Open, CodeHash: null } && invitation.Person == by
            ? ComeIn(alliance, by, join.Name, invitation.Partner, invitation.Role, invitation.Id)
            : Refusal.NotYours;
    }

    private static Outcome ComeIn(Alliance alliance, PersonId person, Words name, PartnerId? partner, Role role, InvitationId invitation)
    {
        if (alliance.IsMember(person)) return AlreadyIn;
        if (alliance.People.Count(static known => !known.Left) >= Limits.People) return TooManyPeople;
        if (alliance.Roles.Count >= Limits.RoleAssignments) return TooManyRoles;
        return TextRules.Name(name, "name") is { } bad
            ? bad
            : Outcome.Of(
                new PersonJoined(person, name, partner, invitation),
                new RoleAssigned(person, role, role.IsOfPartner ? partner : null));
    }

    private static Outcome AskIn(Alliance alliance, AskToJoin ask, PersonId by)
    {
        if (alliance.Invitations.Find(ask.Invitation) is { } known) return known.Person == by ? Outcome.Nothing : Refusal.NotYours;
        if (alliance.IsMember(by)) return AlreadyIn;
        if (ask.Partner is { } partner && alliance.Partners.Find(partner) is not { Left: false }) return Refusal.NotYours;
        if (!Ids.IsValid(ask.Invitation)) return SetUpDecider.BadId;
        if (alliance.Invitations.Any(other => other.State == InvitationState.Asked && other.Person == by)) return AlreadyAsked;
        if (alliance.Invitations.Count(IsWaiting) >= Limits.OpenInvitations) return TooManyInvitations;
        return TextRules.Name(ask.Name, "name") is { } bad
            ? bad
            : new PersonAskedToJoin(ask.Invitation, by, ask.Partner, ask.Name);
    }

    private static Outcome Approve(Alliance alliance, ApproveJoin approve, PersonId by)
    {
        if (!May.Do(alliance, by, Act.AnswerJoin, approve.Invitation)
            || !MayInvite(alliance, by, approve.Partner, approve.Role)) return Refusal.NotYours;
        var invitation = alliance.Invitations[approve.Invitation];
        if (invitation is not { State: InvitationState.Asked, Person: { } person }) return NotOpen;
        if (!Enum.IsDefined(approve.Role)) return SetUpDecider.BadId;
        if (approve.Role.IsOfPartner && approve.Partner is null) return RoleNeedsPartner;
        return ComeIn(alliance, person, invitation.Name, approve.Partner, approve.Role, invitation.Id);
    }

    private static Outcome Decline(Alliance alliance, DeclineJoin decline, PersonId by)
    {
        if (!May.Do(alliance, by, Act.AnswerJoin, decline.Invitation)) return Refusal.NotYours;
        return alliance.Invitations[decline.Invitation].State == InvitationState.Asked ? new JoinDeclined(decline.Invitation) : NotOpen;
    }

    private static Outcome Assign(Alliance alliance, AssignRole assign, PersonId by)
    {
        if (!May.Give(alliance, by, assign.Role, assign.Partner) || !alliance.IsMember(assign.Person)) return Refusal.NotYours;
        if (!Enum.IsDefined(assign.Role)) return SetUpDecider.BadId;
        var partner = assign.Role.IsOfPartner ? assign.Partner : null;
        if (alliance.Holds(assign.Person, assign.Role, partner)) return Outcome.Nothing;
        return alliance.Roles.Count < Limits.RoleAssignments ? new RoleAssigned(assign.Person, assign.Role, partner) : TooManyRoles;
    }

    /// <summary>Who gives a role may take it, and everybody may lay down an own one; but somebody must go on.</summary>
    private static Outcome Unassign(Alliance alliance, UnassignRole unassign, PersonId by)
    {
        var partner = unassign.Role.IsOfPartner ? unassign.Partner : null;
        var own = unassign.Person == by && alliance.IsMember(by);
        if (!own && (!May.Give(alliance, by, unassign.Role, partner) || !alliance.IsMember(unassign.Person))) return Refusal.NotYours;
        if (!alliance.Holds(unassign.Person, unassign.Role, partner))
        {
            return RoleNotHeld.With("person", unassign.Person.Value).With("role", unassign.Role.ToString());
        }

        if (unassign.Role == Role.Manager && LosesItsManagers(alliance, partner!.Value, [unassign.Person]))
        {
            return LastManager.With("partner", partner.Value.Value);
        }

        if (unassign.Role == Role.Administrator && alliance.With(Role.Administrator).Count == 1) return LastAdministrator;
        return new RoleUnassigned(unassign.Person, unassign.Role, partner);
    }

    private static Outcome Rename(Alliance alliance, RenamePerson rename, PersonId by)
    {
        var own = rename.Person == by && alliance.IsMember(by);
        if (!own && !May.Do(alliance, by, Act.ManagePeople, rename.Person)) return Refusal.NotYours;
        if (TextRules.Name(rename.Name, "name") is { } bad) return bad;
        return alliance.People[rename.Person].Name == rename.Name ? Outcome.Nothing : new PersonRenamed(rename.Person, rename.Name);
    }

    private static Outcome Remove(Alliance alliance, PersonId person, PersonId by)
    {
        if (!May.Do(alliance, by, Act.Leave, person) && !May.Do(alliance, by, Act.ManagePeople, person)) return Refusal.NotYours;
        return CannotLeave(alliance, person) is { } stays ? stays : new PersonLeft(person);
    }

    /// <summary>Why this person cannot leave yet: somebody must go on; null where nothing stands in the way.</summary>
    internal static Refusal? CannotLeave(Alliance alliance, PersonId person)
    {
        foreach (var partner in alliance.Partners)
        {
            if (!partner.Left && LosesItsManagers(alliance, partner.Id, [person])) return LastManager.With("partner", partner.Id.Value);
        }

        return alliance.With(Role.Administrator) is [var only] && only == person ? LastAdministrator : null;
    }

    private static Outcome HandOut(Alliance alliance, HandOutLinkCode code, CommandContext context)
    {
        if (!alliance.IsMember(context.By)) return Refusal.NotYours;
        if (code.CodeHash is not { Length: > 0 and <= Limits.Code }) return SetUpDecider.BadId;
        var waiting = alliance.LinkCodes.Where(other => other.Until > context.At && other.Person != context.By).ToList();
        if (waiting.Count >= Limits.LinkCodes) return TooManyLinkCodes;
        if (waiting.Any(other => other.CodeHash == code.CodeHash)) return CodeTaken;
        return new LinkCodeHandedOut(context.By, code.CodeHash, context.At + LinkCodeLife);
    }

    private static Outcome Link(Alliance alliance, LinkHandle link, CommandContext context)
    {
        var code = alliance.LinkCodes.FirstOrDefault(open => open.CodeHash == link.CodeHash && open.Until > context.At);
        if (code is null) return UnknownLinkCode;
        if (code.Person == context.By) return SamePerson;
        return alliance.People.Has(context.By) ? OtherPerson : new HandleLinked(code.Person, code.CodeHash);
    }
}
