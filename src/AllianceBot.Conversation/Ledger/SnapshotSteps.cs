using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Results for observers and funders: what was approved, and putting more to the partners.</summary>
internal static class SnapshotSteps
{
    public static bool Takes(string verb) => verb is Verbs.Results or Verbs.ProposeSnapshot;

    public static bool MayPropose(Scene scene) => May.Do(scene.Alliance, scene.Me, Act.ProposeDecision, scene.Alliance.Id);

    public static Step Next(Scene scene, Intent intent)
    {
        if (intent.Verb.Name == Verbs.Results) return new Shows(new ListShowing(ListKind.Results));
        if (!MayPropose(scene)) return PromiseSteps.Refused(Refusal.NotYours);
        var form = Form(scene, intent);
        return !scene.Sent || form.IsFaulty ? new Shows(new FormShowing(form)) : Send(scene, form);
    }

    private static Does Send(Scene scene, Form form)
    {
        var does = DecisionSteps.Send(scene, form, Proposal(scene, form.Values));
        return does with { Saved = PromiseSteps.Saved(Verbs.ProposeSnapshot).With("item", does.About) };
    }

    private static Form Form(Scene scene, Intent intent)
    {
        var quarter = LedgerPeriod.Quarter(scene.Alliance.DateOf(scene.Now)).From!.Value;
        return DecisionForms.Made(scene, intent, null, 0,
        [
            DecisionForms.Field(scene, intent, FieldNames.What, FieldKind.Line, "", required: true),
            DecisionForms.Field(scene, intent, FieldNames.Text, FieldKind.Lines, "", required: true),
            DecisionForms.Field(scene, intent, FieldNames.Since, FieldKind.Date, DecisionForms.Iso(quarter), required: true),
            DecisionForms.Field(scene, intent, FieldNames.Partner, FieldKind.Choice, "", required: false) with
            {
                Options =
                [
                    new("", "") { Key = "option.snapshot.alliance" },
                    .. scene.Alliance.Partners.Where(static partner => !partner.Left).Take(Limits.List)
                        .Select(static partner => new Option(partner.Id.Value, partner.Name.Text ?? "")),
                ],
            },
            DecisionForms.Field(scene, intent, FieldNames.Due, FieldKind.Date, DecisionForms.Iso(DecisionForms.Later(scene)), required: true),
        ]);
    }

    /// <summary>The results themselves are taken from the record by the rules, never from a form.</summary>
    private static Proposal Proposal(Scene scene, Filled fields)
    {
        var today = scene.Alliance.DateOf(scene.Now);
        var since = PromiseForms.DateOf(fields[FieldNames.Since]) ?? today;
        return new(
            scene.Say(1, fields[FieldNames.What] ?? ""), scene.Say(2, fields[FieldNames.Text] ?? ""), DecisionMethod.AllAgree, 0,
            PromiseForms.DateOf(fields[FieldNames.Due]) ?? default,
            new(MatterKind.Snapshot)
            {
                Partner = fields[FieldNames.Partner] is { Length: > 0 } of ? new PartnerId(of) : null,
                Snapshot = new(since, today, []),
            });
    }
}
