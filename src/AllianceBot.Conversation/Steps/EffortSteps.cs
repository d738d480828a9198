using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Budgets, the ceiling of load, and partners' notes, from what was filled in.</summary>
internal static class EffortSteps
{
    /// <summary>The partners for which the asker may do it.</summary>
    public static ValueList<PartnerId> Partners(Scene scene, string verb)
    {
        var act = verb == Verbs.SetBudget ? Act.SetBudget : Act.ManagePartner;
        return scene.Alliance.Partners.Where(partner => May.Do(scene.Alliance, scene.Me, act, partner.Id))
            .Select(static partner => partner.Id).ToValueList();
    }

    /// <summary>The command; null where what was given fits nothing.</summary>
    public static (Command Command, Subject About)? Made(Scene scene, string verb, Filled fields, Domain.Words text)
    {
        var (alliance, ask) = (scene.Alliance, scene.Ask);
        PartnerId? partner = fields[FieldNames.Partner] is { Length: > 0 } id ? new PartnerId(id) : null;
        switch (verb)
        {
            case Verbs.SetBudget:
                var hours = PromiseForms.Amount(fields[FieldNames.Budget]);
                return partner is { } of ? (new SetPartnerBudget(of, hours, ask), of) : (new SetOwnBudget(hours, ask), scene.Me);
            case Verbs.SetCeiling:
                var percent = PromiseForms.Amount(fields[FieldNames.Percent]) ?? 0;
                return CharterSteps.Changed(scene, alliance.Settings with { LoadCeiling = percent });
            case Verbs.AddPartnerNote when partner is { } own:
                return (new AddPartnerNote(own, text, ask), own);
            case Verbs.DropPartnerNote when partner is { } own && Note(alliance, own, text.Text) is { } note:
                return (new RemovePartnerNote(own, note, ask), own);
            default:
                return null;
        }
    }

    /// <summary>The note of this text, or of this number in the list.</summary>
    private static string? Note(Alliance alliance, PartnerId partner, string? text)
    {
        var key = Tokens.Key(text ?? "");
        var notes = alliance.Partners.Find(partner)?.Notes ?? [];
        if (notes.Where(note => Tokens.Key(note.Text ?? "") == key).ToList() is [var only]) return only.Id;
        return int.TryParse(key, out var number) && number >= 1 && number <= notes.Count ? notes[number - 1].Id : null;
    }
}
