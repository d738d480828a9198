using System.Globalization;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>How somebody wants to be asked: paused, fewer, so many a day, who stands in.</summary>
internal static class PromptSteps
{
    private const int UsualWeeks = 2;

    public static Step Next(Scene scene, Intent intent) => intent.Verb.Name switch
    {
        Verbs.Pause => Pause(scene, intent),
        Verbs.Resume => Do(scene, intent, new ResumePrompts(scene.Ask)),
        Verbs.Fewer => Do(scene, intent, new FewerPrompts(scene.Ask)),
        Verbs.NoStandIn => Do(scene, intent, new NameStandIn(null, scene.Ask)),
        Verbs.AtMost => AtMost(scene, intent),
        Verbs.StandIn => StandIn(scene, intent),
        _ => new Shows(new ListShowing(ListKind.Prompts)),
    };

    private static Step Pause(Scene scene, Intent intent)
    {
        if (intent.Faults.Count > 0 || intent.NamesNothing)
        {
            return new Shows(new ListShowing(ListKind.Prompts) { Lead = Fault(intent) ?? new("values.not-known") });
        }

        var until = PromiseForms.DateOf(intent.Fields[FieldNames.Due]) ?? scene.Alliance.DateOf(scene.Now).PlusWeeks(UsualWeeks);
        return Do(scene, intent, new PausePrompts(until, scene.Ask), said => said.With("date", until));
    }

    private static Step AtMost(Scene scene, Intent intent)
    {
        if (intent.Faults.Count == 0 && int.TryParse(intent.Fields[FieldNames.PerDay], NumberStyles.None, CultureInfo.InvariantCulture, out var most))
        {
            return Do(scene, intent, new LimitPrompts(most, scene.Ask), said => said.With("count", most));
        }

        var options = Enumerable.Range(1, 5).Select(static many => new Option(many.ToString(CultureInfo.InvariantCulture), "")
        {
            Says = new Said("option.perday").With("count", many),
        });
        return Form(scene, intent, FieldNames.PerDay, options.ToValueList());
    }

    private static Step StandIn(Scene scene, Intent intent)
    {
        if (intent.Faults.Count == 0 && intent.Fields[FieldNames.Person] is { Length: > 0 } person)
        {
            return Do(scene, intent, new NameStandIn(new PersonId(person), scene.Ask), said => said.With("who", (Subject)new PersonId(person)));
        }

        var partners = scene.Alliance.PartnersOf(scene.Me);
        var colleagues = scene.Alliance.People
            .Where(other => other.Id != scene.Me && partners.Any(partner => scene.Alliance.IsOf(other.Id, partner)))
            .Take(Limits.List).Select(static other => new Option(other.Id.Value, other.Name.Text ?? "")).ToValueList();
        return Form(scene, intent, FieldNames.Person, colleagues);
    }

    private static Shows Form(Scene scene, Intent intent, string name, ValueList<Option> options) => new(new FormShowing(
        new Form(intent.Verb.Name, scene.Sent ? scene.Ask.Value : scene.Draft, null, 0,
        [
            new(name, FieldKind.Choice, options.Count > 0 ? options[0].Value : "")
            {
                Required = true,
                Options = options,
                Fault = Fault(intent) ?? (scene.Sent ? new Said("field.missing") : null),
            },
        ])));

    private static Said? Fault(Intent intent) => intent.Faults is { Count: > 0 } faults ? faults[0].Why : null;

    private static Does Do(Scene scene, Intent intent, Command command, Func<Said, Said>? with = null)
    {
        var saved = PromiseSteps.Saved(intent.Verb.Name);
        return new(command, scene.Me, with?.Invoke(saved) ?? saved) { View = Keys.Of(ListKind.Prompts) };
    }
}
