using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>To whom a notice goes, in private, that did not get through: a manager of the person's partner, then the facilitator.</summary>
internal static class FallBacks
{
    /// <summary>The notice to send instead, or null when there is nobody left or it must not go to others.</summary>
    public static OutboxEntry? Of(Alliance alliance, OutboxEntry entry, PersonId? person, Instant now)
    {
        if (!entry.Notice.MayFallBack || entry.Confirm is not null || entry.FellBack > 1) return null;
        if (entry.FellBack == 0 && PartnerOf(alliance, entry.Notice, person) is { } partner
            && alliance.ManagersOf(partner).RemoveAll(manager => manager == person).Count > 0)
        {
            return To(entry, Addressee.Managers(partner), 1, person, now);
        }

        return entry.Notice.To.Role == AddresseeRole.Facilitators && entry.FellBack == 0
            ? To(entry, new(AddresseeRole.Administrators), 2, person, now)
            : To(entry, new(AddresseeRole.Facilitators), 2, person, now);
    }

    private static PartnerId? PartnerOf(Alliance alliance, Notice notice, PersonId? person)
    {
        if (person is not { } known) return notice.To is { Role: AddresseeRole.Contacts, Id: { } id } ? new PartnerId(id) : null;
        if (TermsOf(alliance, notice.Subject) is not { } terms) return alliance.People.Find(known)?.Partner;
        // A promise is its two partners' matter: the side for which the person acts, wherever the person belongs, and no third partner.
        return alliance.IsOf(known, terms.DoerPartner) ? terms.DoerPartner
            : alliance.IsOf(known, terms.ReceiverPartner) ? terms.ReceiverPartner
            : null;
    }

    private static Terms? TermsOf(Alliance alliance, Subject subject) => subject.Kind switch
    {
        SubjectKind.Commitment => alliance.Commitments.Find(new(subject.Id))?.Terms,
        SubjectKind.CheckIn when alliance.CheckIns.Find(new(subject.Id)) is { } checkIn => alliance.Commitments.Find(checkIn.Commitment)?.Terms,
        _ => null,
    };

    private static OutboxEntry To(OutboxEntry entry, Addressee to, int level, PersonId? person, Instant now) => entry with
    {
        Notice = entry.Notice with { To = to, NotBefore = now, Bundle = null },
        FellBack = level,
        InsteadOf = entry.InsteadOf ?? person,
        Again = false,
    };
}
