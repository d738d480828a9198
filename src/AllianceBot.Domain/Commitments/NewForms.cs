using NodaTime;
using Field = AllianceBot.Domain.CommitmentField;
using Kind = AllianceBot.Domain.CommitmentFormKind;

namespace AllianceBot.Domain;

/// <summary>The forms of a new request or offer, blank, from what was understood, or from one that lapsed.</summary>
internal static class NewForms
{
    public static CommitmentForm? Of(
        Alliance alliance, PersonId reader, Kind kind, Commitment? lapsed, CommitmentDraft draft, Instant now)
    {
        var mine = alliance.PartnersOf(reader);
        if (mine.Count == 0) return null;
        if (lapsed is not null && !CanResend(alliance, lapsed, reader, kind, now)) return null;
        var side = kind == Kind.Request ? Side.Receiver : Side.Doer;
        var own = lapsed?.Terms.PartnerOf(side) ?? (draft.Own is { } said && mine.Contains(said) ? said : mine[0]);
        var other = draft.Other ?? lapsed?.Terms.PartnerOf(side.Opposite());
        return new CommitmentForm
        {
            Kind = kind,
            Terms = lapsed is null ? null : Names.Of(alliance, lapsed.Terms),
            Fields =
            [
                CommitmentForms.Text(Field.What, required: true, draft.What ?? lapsed?.Terms.What.Text, Limits.Name),
                CommitmentForms.Text(Field.DoneWhen, required: true, draft.DoneWhen ?? lapsed?.Terms.DoneWhen.Text),
                CommitmentForms.Due(alliance, now, required: true, draft.Due ?? DueOf(alliance, lapsed, now) ?? SeriesForms.FirstDate(alliance, draft, now)),
                Partner(alliance, PartnerField(side.Opposite()), other, own, alliance.Partners.Select(static one => one.Id)),
                Other(alliance, side.Opposite(), own, other, draft.Person ?? lapsed?.Terms.PersonOf(side.Opposite())),
                Partner(alliance, PartnerField(side), own, null, mine) with { Fixed = mine.Count == 1 },
                CommitmentForms.People(alliance, PersonField(side), own, lapsed?.Terms.PersonOf(side) ?? reader, open: false),
                CommitmentForms.Goal(alliance, draft.Goal ?? lapsed?.Terms.Goal, isNew: true),
                .. CommitmentForms.Outside(alliance, draft.What ?? lapsed?.Terms.What.Text, draft.DoneWhen ?? lapsed?.Terms.DoneWhen.Text),
                .. SeriesForms.Fields(alliance, draft, lapsed?.Terms, now, once: true),
                EffortForms.Hours(Field.Estimate, draft.Estimate ?? lapsed?.Estimate, required: false),
                EffortForms.Evidence(draft.Evidence ?? lapsed?.Terms.Evidence ?? EvidenceKind.None),
                EffortForms.DependsOn(alliance, reader, null, draft.On, required: false),
                new(Field.SeenByAll, FieldInput.YesNo, Required: false, SeenByAll(alliance, lapsed) ? "true" : "false"),
                CommitmentForms.Text(Field.Reason, required: false, draft.Said),
            ],
            SeenBy = SeenByAll(alliance, lapsed) ? SeenBy.AllMembers : SeenBy.TwoPartnersAndFacilitator,
            Other = other is { } chosen ? Names.Of(alliance, chosen) : null,
            OtherNotes = other is { } noted ? Names.NotesOf(alliance, noted) : [],
            Load = side == Side.Doer && (draft.Due ?? lapsed?.Terms.Due) is { } due
                ? EffortForms.OwnLoad(alliance, reader, own, due, draft, now) : [],
            Clause = Fence.Touched(alliance, draft.What ?? lapsed?.Terms.What.Text, draft.DoneWhen ?? lapsed?.Terms.DoneWhen.Text)?.Text.Text,
            Exclusions = alliance.Exclusions.Select(static exclusion => exclusion.Text.Text).OfType<string>().ToValueList(),
        };
    }

    private static bool CanResend(Alliance alliance, Commitment lapsed, PersonId reader, Kind kind, Instant now) =>
        lapsed.ProposedBy == (kind == Kind.Request ? Side.Receiver : Side.Doer)
        && CommitmentGuards.Permits(alliance, lapsed, reader, CommitmentAct.Resend)
        && CommitmentGuards.Refuses(alliance, lapsed, reader, CommitmentAct.Resend, now) is null;

    private static bool SeenByAll(Alliance alliance, Commitment? lapsed) =>
        lapsed?.SeenByAll ?? alliance.Settings.PromisesSeenByAll;

    private static LocalDate? DueOf(Alliance alliance, Commitment? lapsed, Instant now) =>
        lapsed is not null && !alliance.IsPast(lapsed.Terms.Due, now) ? lapsed.Terms.Due : null;

    private static Field PartnerField(Side side) => side == Side.Doer ? Field.DoerPartner : Field.ReceiverPartner;

    private static Field PersonField(Side side) => side == Side.Doer ? Field.Doer : Field.Receiver;

    private static FieldView Partner(
        Alliance alliance, Field field, PartnerId? value, PartnerId? without, IEnumerable<PartnerId> partners) => new(
            field, FieldInput.Choice, Required: true, value?.Value,
            partners.Where(id => id != without && alliance.Partners[id] is { Left: false }).Take(Limits.List)
                .Select(id => new Choice(id.Value, alliance.Partners[id].Name.Text)).ToValueList());

    /// <summary>
    /// Who of the other partner; of all others while it is not chosen yet. Left open, their contact gets it.
    /// </summary>
    private static FieldView Other(Alliance alliance, Side side, PartnerId own, PartnerId? other, PersonId? value)
    {
        if (other is { } chosen && alliance.Partners.Has(chosen))
        {
            return CommitmentForms.People(alliance, PersonField(side), chosen, value, open: true);
        }

        var people = alliance.People
            .Where(person => person.Partner != own && alliance.PartnersOf(person.Id).Any(partner => partner != own))
            .Take(Limits.List - 1).Select(static person => new Choice(person.Id.Value, person.Name.Text));
        return new(PersonField(side), FieldInput.Choice, Required: false, value?.Value ?? "", [new("", null), .. people]);
    }
}
