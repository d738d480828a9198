using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Erasing a person: chosen, looked over once more, and then for ever. Nobody learns of people that they may not erase.</summary>
internal static class EraseSteps
{
    public static Step Next(Scene scene, Intent intent)
    {
        var can = Erasing.Erasable(scene.Alliance, scene.Me);
        var typed = intent.Fields[FieldNames.Erased] ?? "";
        var meant = Meant(scene, can, typed);
        if (meant is null && typed.Length > 0)
        {
            // Who looks after the alliance learns what to do first; for everybody else it is as if nobody were there.
            var isIn = scene.Names.Find(Tokens.Key(typed)) is [{ Who.Kind: SubjectKind.Person } known] && known.Who.Id != scene.Me.Value;
            return PromiseSteps.Refused(isIn && scene.Alliance.Holds(scene.Me, Role.Administrator) ? Erasing.StillIn : Refusal.NotYours);
        }

        var person = meant ?? scene.Me;
        var field = new FormField(FieldNames.Erased, FieldKind.Choice, person.Value)
        {
            Required = true,
            Options = can.Take(Limits.List).Select(one => new Option(one.Id.Value, one.Name ?? "")).ToValueList(),
        };
        var form = DecisionForms.Made(scene, intent, null, 0, [field]) with
        {
            Warnings = [new(person == scene.Me ? "erase.warning.self" : "erase.warning.other")],
        };
        return !scene.Sent
            ? new Shows(new FormShowing(form))
            : new Does(new ErasePerson(person, scene.Ask), scene.Alliance.Id, PromiseSteps.Saved(Verbs.Erase))
            {
                Form = form,
                Directory = new() { Erased = person },
            };
    }

    /// <summary>By id from the form, else by name; several of a name are chosen from the form.</summary>
    private static PersonId? Meant(Scene scene, ValueList<Named<PersonId>> can, string typed)
    {
        if (can.FirstOrDefault(one => one.Id.Value == typed) is { } chosen) return chosen.Id;
        var key = Tokens.Key(typed);
        if (GrammarWords.English.Flags[FieldNames.Whose].TryGetValue(key, out var whose) && whose == "me") return scene.Me;
        var fits = can.Where(one => one.Name is { } name && (Tokens.Key(name) == key || Tokens.Key(name).Split(' ')[0] == key)).ToList();
        return fits is [var only] ? only.Id : null;
    }
}
