using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Taking own words out: the words are chosen from a list, and once more looked at before they die.</summary>
internal static class RedactSteps
{
    /// <summary>Letters of the words that are shown to choose by.</summary>
    private const int Shown = 60;

    public static Step Next(Scene scene, Intent intent)
    {
        var item = intent.Item is { Kind: SubjectKind.CheckIn } checkIn && PromiseSteps.CommitmentOf(scene.Alliance, checkIn) is { } promise
            ? (Subject)promise : intent.Item;
        if (item is not { } about || !Sees(scene, about)) return PromiseSteps.Refused(Refusal.NotYours);
        var own = Forgetting.OwnOf(scene.Alliance, scene.Me, about);
        if (own.Count == 0) return new Shows(new ItemShowing(about, Lead: new("answers.nothing-said")));
        var field = DecisionForms.Field(scene, intent, FieldNames.Said, FieldKind.Choice, own[0].Id, required: true);
        if (own.All(one => one.Id != field.Value)) field = field with { Value = scene.Sent ? "" : own[0].Id, Fault = scene.Sent ? new("values.not-known") : null };
        field = field with { Options = own.Take(Limits.List).Select(one => new Option(one.Id, Clean.Short(one.Text.Length > Shown ? one.Text[..Shown] : one.Text))).ToValueList() };
        var form = DecisionForms.Made(scene, intent, about, 0, [field]);
        return !scene.Sent || form.IsFaulty
            ? new Shows(new FormShowing(form))
            : new Does(new Redact(about, field.Value, scene.Ask), about, PromiseSteps.Saved(Verbs.Redact)) { Form = form };
    }

    private static bool Sees(Scene scene, Subject item) => item.Kind switch
    {
        SubjectKind.Commitment => May.Do(scene.Alliance, scene.Me, Act.SeePromise, item),
        SubjectKind.Decision => May.Do(scene.Alliance, scene.Me, Act.SeeDecision, item),
        SubjectKind.Round => May.Do(scene.Alliance, scene.Me, Act.SeeRound, item),
        SubjectKind.Indicator => May.Do(scene.Alliance, scene.Me, Act.SeeIndicatorInside, item),
        _ => false,
    };
}
