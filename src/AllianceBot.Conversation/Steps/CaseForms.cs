using AllianceBot.Domain;
using Can = AllianceBot.Domain.CaseAct;
using Field = AllianceBot.Conversation.FieldNames;

namespace AllianceBot.Conversation;

/// <summary>Forms about cases: one field per field of the verb, as far as the step needs it.</summary>
internal static class CaseForms
{
    /// <summary>Working days after which a settlement is looked at again, unless somebody says another day.</summary>
    private const int FollowUpDays = 20;

    public static Form New(Scene scene, Intent intent, Concern? from)
    {
        var fields = new List<FormField>
        {
            DecisionForms.Field(scene, intent, Field.Text, FieldKind.Lines, from?.Sentence.Text ?? "", required: true),
        };
        if (from is null) fields.Add(ConflictFields.Kind(scene, intent, ConflictKind.MissedCommitment));
        fields.Add(ConflictFields.Involved(
            scene, intent, from?.People.Select(static person => (Subject)person) ?? [], partners: true, required: true));
        fields.Add(ConflictFields.Person(scene, intent, Field.About, Members(scene), required: false) with { Seldom = true });
        var own = scene.Alliance.PartnersOf(scene.Me);
        if (own.Count > 1) fields.Add(Partners(scene, intent, own, required: true));
        return DecisionForms.Made(scene, intent, from is null ? null : (Subject)from.Id, from?.Revision ?? 0, fields);
    }

    public static Form Of(Scene scene, Intent intent, CaseCard card, Can act)
    {
        var fields = intent.Verb.Fields.Where(static name => name != Field.Promises)
            .Select(name => OfField(scene, intent, name, card, act)).OfType<FormField>().ToList();
        if (act == Can.AgreeSettlement) fields = [.. Settlement(scene, card)];
        if (act == Can.ProposeSettlement) fields.AddRange(PromiseRows.Fields(scene, intent, PromiseSides.OfCase(scene, card), open: 1));
        var form = DecisionForms.Made(scene, intent, card.Id, scene.Sent ? scene.Seen ?? card.Revision : card.Revision, fields);
        return act == Can.ProposeSettlement && form.Lead is null && !scene.Sent ? form with { Lead = new("form.settle.lead") } : form;
    }

    private static FormField? OfField(Scene scene, Intent intent, string name, CaseCard card, Can act) => name switch
    {
        Field.Text => Lines(scene, intent, name, act == Can.WriteReviewText ? card.Review?.Text ?? "" : "", act != Can.AskReview),
        Field.Facts or Field.Interests or Field.Wish => Lines(scene, intent, name, "", required: true),
        Field.Quoted => card.SeenBy.Count == 0 ? null : ConflictFields.Any(scene, intent, name, Readers(scene, card), required: false) with { Seldom = true },
        Field.Reason => Lines(scene, intent, name, "", act is Can.Refer or Can.AskSkip),
        Field.Note => Lines(scene, intent, name, "", act is Can.Note or Can.SayItDoesNot),
        Field.Rung => Rung(scene, intent, card, act),
        Field.Ground => ConflictFields.One(scene, intent, name, card.Grounds.Select(static (ground, at) => new Option($"{at + 1}", ground ?? "")).ToValueList()),
        Field.Person => Neutral(scene, intent, card),
        Field.Due => Date(scene, intent, act),
        Field.RungDays => DecisionForms.Field(scene, intent, name, FieldKind.Line, "5", required: true),
        Field.Chosen => ConflictFields.Any(scene, intent, name, (act == Can.RestPromises ? card.Going : card.Resting)
            .Select(static promise => new Option(promise.Id.Value, promise.Name ?? "")).ToValueList(), required: true),
        Field.Step => ConflictFields.One(scene, intent, name, card.Responses.Select(static step => new Option($"{step.Step}", step.Text ?? "")).ToValueList()),
        Field.Partner => Partners(scene, intent, card.Parties.Select(static party => party.Partner.Id).ToValueList(), required: act == Can.Respond),
        Field.Review => ProcessForms.Choice(scene, intent, name, nameof(ReviewKind.GoBack), Enum.GetNames<ReviewKind>(), "case.review"),
        Field.Entry => ConflictFields.One(scene, intent, name, card.Items.Where(static item => item.Wanted is null)
            .Select(static item => new Option($"{item.Number}", item.Text ?? "")).ToValueList()),
        Field.Level => ProcessForms.Choice(scene, intent, name, nameof(Level.Organisation), Enum.GetNames<Level>().Skip(1), "case.level"),
        _ => null,
    };

    private static FormField Lines(Scene scene, Intent intent, string name, string stands, bool required) =>
        DecisionForms.Field(scene, intent, name, FieldKind.Lines, stands, required);

    private static FormField Rung(Scene scene, Intent intent, CaseCard card, Can act)
    {
        var rungs = act == Can.AskSkip ? card.Higher : act == Can.AskReview ? card.Rungs.Where(rung => rung.Number < card.Rung).Select(static rung => rung.Number).ToValueList() : card.Lower;
        var options = rungs.Select(number => new Option($"{number}", card.Rungs[number - 1].Name ?? "")).ToValueList();
        return ConflictFields.One(scene, intent, Field.Rung, options, options.Count > 0 ? options[0].Value : "") with { Seldom = act == Can.AskReview, Required = act != Can.AskReview };
    }

    private static FormField Neutral(Scene scene, Intent intent, CaseCard card)
    {
        var options = card.WhoCould.Select(one => new Option(one.Person.Id.Value, one.Person.Name ?? "")
        {
            Says = one.Served is { } served
                ? new Said("case.neutral.served").With("who", (Subject)one.Person.Id).With("count", served)
                : null,
            Detail = one.Partner?.Name ?? "",
        }).ToValueList();
        return ConflictFields.One(scene, intent, Field.Person, options);
    }

    private static FormField Date(Scene scene, Intent intent, Can act)
    {
        var today = scene.Alliance.DateOf(scene.Now);
        var day = act == Can.ProposeSettlement ? Calendars.Of(scene.Alliance).AddWorkdays(today, FollowUpDays) : today.PlusDays(14);
        return DecisionForms.Field(scene, intent, Field.Due, FieldKind.Date, act == Can.AskReview ? "" : DecisionForms.Iso(day), act != Can.AskReview);
    }

    /// <summary>What one says yes to, once more before it binds.</summary>
    private static IEnumerable<FormField> Settlement(Scene scene, CaseCard card)
    {
        if (card.Settlement is not { } offer) yield break;
        yield return new(Field.Text, FieldKind.Fixed, offer.Text ?? "");
        foreach (var line in offer.Promises) yield return new(Field.Promises, FieldKind.Fixed, line.Terms.What ?? "");
    }

    private static FormField Partners(Scene scene, Intent intent, ValueList<PartnerId> partners, bool required) =>
        DecisionForms.Field(scene, intent, Field.Partner, FieldKind.Choice, "", required) with
        {
            Options = partners.Select(id => new Option(id.Value, scene.Alliance.Partners.Find(id)?.Name.Text ?? "")).ToValueList(),
        };

    private static ValueList<Option> Readers(Scene scene, CaseCard card) => card.SeenBy.Where(person => person.Id != scene.Me)
        .Select(person => ConflictFields.Option(scene, person.Id) with { Value = ((Subject)person.Id).ToString() }).ToValueList();

    private static IEnumerable<PersonId> Members(Scene scene) =>
        scene.Alliance.People.Where(person => !person.Left && scene.Alliance.PartnersOf(person.Id).Count > 0).Select(static person => person.Id);
}
