using System.Globalization;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>Forms about decisions: one field per field of the verb, filled in with what stands and what was understood.</summary>
internal static class DecisionForms
{
    /// <summary>Working days that a proposal is open when nobody says a day.</summary>
    private const int OpenDays = 5;

    /// <summary>A new proposal; where it takes the place of another, with that one's text.</summary>
    public static Form Proposal(Scene scene, Intent intent, Decision? amends)
    {
        var partners = scene.Alliance.Partners.Count(static partner => !partner.Left);
        var old = amends?.Proposal;
        var fields = new List<FormField>
        {
            Field(scene, intent, FieldNames.What, FieldKind.Line, old?.Title.Text ?? "", required: true),
            Field(scene, intent, FieldNames.Text, FieldKind.Lines, old?.Text.Text ?? "", required: false),
            Field(scene, intent, FieldNames.Due, FieldKind.Date, Iso(Later(scene)), required: true),
            Flag(scene, intent, FieldNames.AllAgree, old?.Method == DecisionMethod.AllAgree),
            Quorum(scene, intent, partners),
            Field(scene, intent, FieldNames.Fallback, FieldKind.Lines, old?.Fallback?.Text ?? "", required: false),
        };
        if (scene.Alliance.FundingTies.Count > 0) fields.Add(Money(scene, intent));
        return Made(scene, intent, amends is null ? null : (Subject)amends.Id, amends?.Revision ?? 0, fields);
    }

    /// <summary>The proposal that a filled form stands for.</summary>
    public static Proposal Read(Scene scene, Filled fields, Decision? amends)
    {
        var title = fields[FieldNames.What] ?? "";
        var text = fields[FieldNames.Text] is { Length: > 0 } said ? said : title;
        return new(
            scene.Say(1, title), scene.Say(2, text),
            fields[FieldNames.AllAgree] == "true" ? DecisionMethod.AllAgree : DecisionMethod.Consensus,
            int.TryParse(fields[FieldNames.Quorum], NumberStyles.None, CultureInfo.InvariantCulture, out var quorum) ? quorum : 0,
            PromiseForms.DateOf(fields[FieldNames.Due]) ?? default, amends?.Proposal.Matter is { Kind: MatterKind.Charter or MatterKind.Snapshot or MatterKind.Process } again ? again : Matter.Text)
        {
            Fallback = scene.SayIf(3, fields[FieldNames.Fallback]),
            MoneyOf = fields[FieldNames.MoneyOf] is { Length: > 0 } partner ? new PartnerId(partner) : null,
            Amends = amends?.Id,
        };
    }

    /// <summary>The form of a step of a decision.</summary>
    public static Form Of(Scene scene, Intent intent, DecisionCard card)
    {
        var fields = intent.Verb.Fields.Where(name => name != FieldNames.Partner || card.Inside?.SpeaksFor.Count > 1)
            .Where(name => name != FieldNames.Note || intent.Verb.Name != Verbs.AgreeFor)
            .Where(name => name is not (FieldNames.Person or FieldNames.Promises))
            .Select(name => OfStep(scene, intent, name, card)).ToList();
        // What the others decide about a case asks nobody for anything: its promises are made in the case.
        if (intent.Verb.Name == Verbs.Outcome && card.CaseReview is null) fields.AddRange(PromiseRows.Fields(scene, intent, PromiseSides.OfAll(scene), open: 0));
        var form = Made(scene, intent, card.Id, scene.Sent ? scene.Seen ?? card.Revision : card.Revision, fields);
        return intent.Verb.Name == Verbs.Outcome && form.Lead is null && !scene.Sent ? form with { Lead = new("form.outcome.lead") } : form;
    }

    /// <summary>The day that leaves the partners enough working days.</summary>
    public static LocalDate Later(Scene scene) =>
        Calendars.Of(scene.Alliance).AddWorkdays(scene.Alliance.DateOf(scene.Now), OpenDays);

    public static FormField Field(Scene scene, Intent intent, string name, FieldKind kind, string stands, bool required)
    {
        var value = intent.Fields[name] ?? (scene.Sent ? "" : stands);
        var fault = intent.Faults.FirstOrDefault(fault => fault.Field == name)?.Why;
        if (fault is null && scene.Sent && required && string.IsNullOrWhiteSpace(value)) fault = new("field.missing");
        return new(name, kind, value) { Required = required, Fault = fault };
    }

    public static Form Made(Scene scene, Intent intent, Subject? item, int revision, List<FormField> fields)
    {
        var form = new Form(intent.Verb.Name, scene.Sent ? scene.Ask.Value : scene.Draft, item, revision, fields.ToValueList());
        return form.IsFaulty ? form with { Lead = new("form.look-again") } : form;
    }

    public static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    private static FormField OfStep(Scene scene, Intent intent, string name, DecisionCard card)
    {
        var verb = intent.Verb.Name;
        return name switch
        {
            FieldNames.Partner => Field(scene, intent, name, FieldKind.Choice, "", required: true) with
            {
                Options = card.Inside!.SpeaksFor.Select(static partner => new Option(partner.Id.Value, partner.Name ?? "")).ToValueList(),
            },
            FieldNames.Text => Field(scene, intent, name, FieldKind.Lines, verb == Verbs.Amend ? card.Text ?? "" : "", required: true),
            FieldNames.Due => Field(scene, intent, name, FieldKind.Date, Day(scene, verb, card), verb is Verbs.Outcome or Verbs.MoreTime),
            FieldNames.Reason => Field(scene, intent, name, FieldKind.Lines, "", verb is Verbs.Objects or Verbs.Retire or Verbs.Reservations),
            FieldNames.Acceptable => Field(scene, intent, name, FieldKind.Lines, "", required: true),
            _ => Field(scene, intent, name, FieldKind.Lines, "", required: true),
        };
    }

    /// <summary>A closing day some days on; an outcome is looked at again after half a year.</summary>
    private static string Day(Scene scene, string verb, DecisionCard card) => verb switch
    {
        Verbs.Outcome => Iso(scene.Alliance.DateOf(scene.Now).PlusMonths(6)),
        Verbs.MoreTime => Iso(Calendars.Of(scene.Alliance).AddWorkdays(card.Closes, OpenDays)),
        Verbs.Amend => Iso(LocalDate.Max(card.Closes, Later(scene))),
        _ => "",
    };

    private static FormField Flag(Scene scene, Intent intent, string name, bool stands) =>
        new(name, FieldKind.Toggle, intent.Fields[name] ?? (!scene.Sent && stands ? "true" : "false"));

    private static FormField Quorum(Scene scene, Intent intent, int partners) =>
        Field(scene, intent, FieldNames.Quorum, FieldKind.Choice, $"{(partners / 2) + 1}", required: true) with
        {
            Options = Enumerable.Range(1, partners).Take(Limits.List)
                .Select(static count => new Option($"{count}", $"{count}")).ToValueList(),
        };

    private static FormField Money(Scene scene, Intent intent) =>
        Field(scene, intent, FieldNames.MoneyOf, FieldKind.Choice, "", required: false) with
        {
            Options =
            [
                new("", "") { Key = "option.moneyOf.none" },
                .. scene.Alliance.FundingTies.Select(static tie => tie.Funder).Distinct()
                    .Select(funder => new Option(funder.Value, scene.Alliance.Partners.Find(funder)?.Name.Text ?? "")),
            ],
        };
}
