using System.Diagnostics;
using NodaTime;
using Field = AllianceBot.Domain.CommitmentField;
using Kind = AllianceBot.Domain.CommitmentFormKind;

namespace AllianceBot.Domain;

/// <summary>
/// The forms, filled in with what stands and what was understood. Which fields a form has is said here once; who may send
/// it and when is <see cref="CommitmentGuards"/>'s.
/// </summary>
public static class CommitmentForms
{
    private const string Kept = "kept";
    private const string KeptLate = "keptlate";
    private const string Active = "active";

    public static CommitmentForm? Of(
        Alliance alliance, PersonId reader, Kind kind, CommitmentId? id, CommitmentDraft draft, Instant now)
    {
        var promise = id is { } known ? alliance.Commitments.Find(known) : null;
        if (kind is Kind.Request or Kind.Offer) return NewForms.Of(alliance, reader, kind, promise, draft, now);
        if (promise is null || !CanSend(alliance, promise, reader, kind, now)) return null;
        return new CommitmentForm
        {
            Kind = kind,
            Id = promise.Id,
            Number = promise.Number,
            Occurrence = promise.Occurrence,
            Series = SeriesViews.Of(alliance, promise),
            Revision = promise.Revision,
            Terms = Names.Of(alliance, promise.Terms),
            Fields = FieldsOf(alliance, promise, reader, kind, draft, now),
            SeenBy = SeenBy.TwoPartnersAndFacilitator,
            Clause = Fence.Clause(alliance, promise.Terms.Outside)
                ?? Fence.Touched(alliance, draft.What, draft.DoneWhen)?.Text.Text,
            NoticeDays = kind == Kind.GiveUp ? Closing.NoticeDays(alliance, promise, now) : null,
        };
    }

    public static FieldView Text(Field field, bool required, string? value, int most = Limits.Text) =>
        new(field, most == Limits.Name ? FieldInput.Line : FieldInput.Text, required, value, MaxLength: most);

    /// <summary>A due date from today on.</summary>
    public static FieldView Due(Alliance alliance, Instant now, bool required, LocalDate? value)
    {
        var today = alliance.DateOf(now);
        return new(
            Field.Due, FieldInput.Date, required, value is { } date ? TermsRules.Iso(date) : null,
            Earliest: today, Latest: today.PlusYears(TermsRules.YearsAhead));
    }

    /// <summary>The people who act for a partner; an empty first choice leaves it open.</summary>
    public static FieldView People(
        Alliance alliance, Field field, PartnerId partner, PersonId? value, bool open, PersonId? without = null)
    {
        var people = alliance.People
            .Where(person => alliance.IsOf(person.Id, partner) && person.Id != without)
            .Select(static person => new Choice(person.Id.Value, person.Name.Text)).ToList();
        if (open) people.Insert(0, new("", null));
        return new(field, FieldInput.Choice, !open, value?.Value ?? (open ? "" : null), people.Take(Limits.List).ToValueList());
    }

    /// <summary>Once a charter holds, "none" is chosen and not left out; the only goal there is stands there to begin with.</summary>
    public static FieldView Goal(Alliance alliance, GoalId? value, bool isNew = false)
    {
        var goals = alliance.Goals.Select(static goal => new Choice(goal.Id.Value, goal.Text.Text));
        return isNew && alliance.Charter.Current is not null && alliance.Goals.Count > 0
            ? new(Field.Goal, FieldInput.Choice, Required: true, value?.Value ?? (alliance.Goals is [var only] ? only.Id.Value : null), [.. goals, new(NoGoal, null)])
            : new(Field.Goal, FieldInput.Choice, Required: false, value?.Value ?? "", [new("", null), .. goals]);
    }

    /// <summary>What is chosen for no goal, by choice.</summary>
    public const string NoGoal = "none";

    /// <summary>Asked only where the words touch something that the partnership does not do.</summary>
    public static ValueList<FieldView> Outside(Alliance alliance, params ReadOnlySpan<string?> texts) =>
        Fence.Touched(alliance, texts) is null ? [] : [new(Field.Outside, FieldInput.YesNo, Required: false, "false")];

    private static bool CanSend(Alliance alliance, Commitment promise, PersonId reader, Kind kind, Instant now) =>
        ActsOf(kind).Any(act => CommitmentGuards.Permits(alliance, promise, reader, act)
            && CommitmentGuards.Refuses(alliance, promise, reader, act, now) is null);

    private static ValueList<CommitmentAct> ActsOf(Kind kind) => kind switch
    {
        Kind.Accept => [CommitmentAct.Accept],
        Kind.Counter => [CommitmentAct.Counter],
        Kind.Decline => [CommitmentAct.Decline],
        Kind.Withdraw => [CommitmentAct.Withdraw],
        Kind.AtRisk => [CommitmentAct.AtRisk],
        Kind.ProposeChange => [CommitmentAct.ProposeChange],
        Kind.RefuseChange => [CommitmentAct.RefuseChange],
        Kind.Report => [CommitmentAct.Report],
        Kind.AcceptReport => [CommitmentAct.AcceptReport],
        Kind.ReturnReport => [CommitmentAct.ReturnReport],
        Kind.Release => [CommitmentAct.Release],
        Kind.GiveUp => [CommitmentAct.GiveUp],
        Kind.SayUnmet => [CommitmentAct.SayUnmet],
        Kind.Wait => [CommitmentAct.Wait],
        Kind.ProposeReplacement => [CommitmentAct.ProposeReplacement],
        Kind.DropReplacement => [CommitmentAct.RefuseReplacement, CommitmentAct.RetractReplacement],
        Kind.ProposeCorrection => [CommitmentAct.ProposeCorrection],
        Kind.DropCorrection => [CommitmentAct.RefuseCorrection, CommitmentAct.RetractCorrection],
        Kind.SeeDifferently => [CommitmentAct.SeeDifferently],
        Kind.Ask => [CommitmentAct.Ask],
        Kind.Note => [CommitmentAct.Note],
        Kind.HandOver => [CommitmentAct.HandOver],
        Kind.EnterTold => [CommitmentAct.EnterTold],
        Kind.EndSeries => [CommitmentAct.EndSeries],
        Kind.Estimate => [CommitmentAct.Estimate],
        Kind.DependOn => [CommitmentAct.DependOn],
        Kind.DependNoMore => [CommitmentAct.DependNoMore],
        _ => throw new UnreachableException($"No act for the form {kind}."),
    };

    private static ValueList<FieldView> FieldsOf(
        Alliance alliance, Commitment promise, PersonId reader, Kind kind, CommitmentDraft draft, Instant now) => kind switch
        {
            // What is agreed to stands beside the yes.
            Kind.Accept => [
                Text(Field.DoneWhen, required: false, promise.Terms.DoneWhen.Text) with { Fixed = true },
                Due(alliance, now, required: false, promise.Terms.Due) with { Fixed = true },
                People(
                alliance, Field.Person, promise.Terms.PartnerOf(promise.Turn),
                draft.Person ?? promise.Terms.PersonOf(promise.Turn) ?? reader, open: false,
                promise.Terms.PersonOf(promise.Turn.Opposite())),
                .. promise.Terms.Outside is null ? [] : Outside(alliance, promise.Terms.What.Text, promise.Terms.DoneWhen.Text)],
            Kind.Counter or Kind.ProposeReplacement => TermsFields(alliance, promise, promise.Terms, reader, draft, now),
            Kind.ProposeChange => TermsFields(alliance, promise, promise.Change?.Terms ?? promise.Terms, reader, draft, now),
            Kind.AtRisk =>
            [
                Text(Field.Reason, required: false, draft.Said),
                new(Field.HelpWanted, FieldInput.YesNo, Required: false, "true"),
            ],
            Kind.Decline or Kind.Release or Kind.GiveUp or Kind.EndSeries => [Text(Field.Reason, required: true, draft.Said)],
            Kind.Withdraw or Kind.RefuseChange or Kind.SayUnmet or Kind.DropReplacement or Kind.DropCorrection =>
                [Text(Field.Reason, required: false, draft.Said)],
            Kind.ReturnReport =>
                [Text(Field.Reason, required: true, draft.Said), Due(alliance, now, required: false, draft.Due)],
            Kind.ProposeCorrection => [To(promise), Text(Field.Reason, required: true, draft.Said)],
            Kind.Estimate => [EffortForms.Hours(Field.Estimate, draft.Estimate ?? promise.Estimate, required: false)],
            Kind.DependOn => [EffortForms.DependsOn(alliance, reader, promise, draft.On, required: true)],
            Kind.DependNoMore => [EffortForms.DependedOn(alliance, reader, promise, draft.On)],
            Kind.Report =>
            [
                Text(Field.Note, required: false, draft.Said), .. EffortForms.Proof(promise.Terms.Evidence, draft.Proof),
                EffortForms.Hours(Field.Spent, draft.Spent, required: false),
            ],
            Kind.AcceptReport or Kind.Wait => [Text(Field.Note, required: false, draft.Said)],
            Kind.SeeDifferently or Kind.Ask or Kind.Note => [Text(Field.Note, required: true, draft.Said)],
            Kind.HandOver => [HandTo(alliance, promise, reader, draft)],
            Kind.EnterTold => TellingForms.Fields(alliance, promise, draft, now),
            _ => throw new UnreachableException($"No fields for the form {kind}."),
        };

    private static ValueList<FieldView> TermsFields(
        Alliance alliance, Commitment promise, Terms from, PersonId reader, CommitmentDraft draft, Instant now)
    {
        var own = CommitmentGuards.SideOf(alliance, promise, reader);
        var (doer, receiver) = own == Side.Doer
            ? (from.Doer, draft.Person ?? from.Receiver)
            : (draft.Person ?? from.Doer, from.Receiver);
        var open = promise.State.IsOpenOffer();
        return
        [
            Text(Field.What, required: true, draft.What ?? from.What.Text, Limits.Name),
            Text(Field.DoneWhen, required: true, draft.DoneWhen ?? from.DoneWhen.Text),
            // A date that is over is no proposal.
            Due(alliance, now, required: true, draft.Due ?? (alliance.IsPast(from.Due, now) ? null : from.Due)),
            People(alliance, Field.Doer, from.DoerPartner, doer, open && doer is null),
            People(alliance, Field.Receiver, from.ReceiverPartner, receiver, open && receiver is null),
            Goal(alliance, draft.Goal ?? from.Goal),
            .. open || promise.Series is not null ? SeriesForms.Fields(alliance, draft, from, now, once: open) : [],
            EffortForms.Evidence(draft.Evidence ?? from.Evidence),
            .. Outside(alliance, draft.What ?? from.What.Text, draft.DoneWhen ?? from.DoneWhen.Text),
            Text(Field.Reason, required: false, draft.Said),
        ];
    }

    /// <summary>What was called unmet may have been kept, on time or late: that is for the two sides to say, so nothing is chosen yet.</summary>
    private static FieldView To(Commitment promise) => promise.State == CommitmentState.Unmet
        ? new(Field.To, FieldInput.Choice, Required: true, null, [new(Kept, null), new(KeptLate, null), new(Active, null)])
        : new(Field.To, FieldInput.Choice, Required: true, Active, [new(Active, null)]);

    /// <summary>
    /// Of the side that the reader manages: one who manages both hands over the doing side's part here.
    /// </summary>
    private static FieldView HandTo(Alliance alliance, Commitment promise, PersonId reader, CommitmentDraft draft)
    {
        var side = alliance.Manages(reader, promise.Terms.DoerPartner) ? Side.Doer : Side.Receiver;
        return People(
            alliance, Field.Person, promise.Terms.PartnerOf(side), draft.Person, open: false, promise.Terms.PersonOf(side));
    }
}
