namespace AllianceBot.Domain;

/// <summary>Invitations and askings to come in, for those who may answer them and for the person they are about.</summary>
public static class InvitationViews
{
    public static InvitationCard? Card(Alliance alliance, Reader reader, InvitationId id)
    {
        if (reader is not PersonReader { Person: var person } || alliance.Invitations.Find(id) is not { } invitation) return null;
        var looksAfter = May.Do(alliance, person, Act.Invite, id);
        if (!looksAfter && invitation.Person != person && !(invitation.By == person && alliance.IsMember(person))) return null;
        var asked = invitation.State == InvitationState.Asked;
        return new()
        {
            Id = id,
            Name = invitation.Name.Text,
            Alliance = alliance.Name?.Text,
            PartnerId = invitation.Partner,
            Partner = alliance.NameOf(invitation.Partner),
            Role = invitation.Role,
            State = invitation.State,
            InvitedBy = invitation.By == invitation.Person ? null : alliance.People.Find(invitation.By)?.Name.Text,
            Yours = invitation.Person == person,
            NeedsNoCode = invitation is { CodeHash: null, State: InvitationState.Open },
            Partners = asked && looksAfter ? MayLetInFor(alliance, person) : [],
            Acts = invitation.State switch
            {
                InvitationState.Asked => AllianceViews.Allowed(alliance, reader, id, Act.AnswerJoin),
                InvitationState.Open => AllianceViews.Allowed(alliance, reader, id, Act.Invite),
                _ => [],
            },
        };
    }

    /// <summary>What waits at the door and whom a place is kept for, as far as this person may answer; askings first.</summary>
    public static ValueList<InvitationCard> Waiting(Alliance alliance, PersonId reader) =>
        alliance.Invitations
            .Where(invitation => invitation.State is InvitationState.Asked or InvitationState.Open
                && May.Do(alliance, reader, Act.Invite, invitation.Id))
            .OrderByDescending(static invitation => invitation.State == InvitationState.Asked)
            .Take(Limits.List)
            .Select(invitation => Card(alliance, new PersonReader(reader), invitation.Id)!)
            .ToValueList();

    /// <summary>The partners that this person may invite for.</summary>
    public static ValueList<Choice> MayLetInFor(Alliance alliance, PersonId person) =>
        alliance.Partners.Where(partner => May.Do(alliance, person, Act.Invite, partner.Id)).Take(Limits.List)
            .Select(static partner => new Choice(partner.Id.Value, partner.Name.Text)).ToValueList();

    /// <summary>The roles that this person may give for this partner, or for the alliance when none is named.</summary>
    public static ValueList<Role> MayGive(Alliance alliance, PersonId person, PartnerId? partner) =>
        Enum.GetValues<Role>().Where(role => May.Give(alliance, person, role, role.IsOfPartner ? partner : null)).ToValueList();
}
