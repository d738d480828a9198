using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Figures, give and take, and records to take out. What the asker may not see is as unknown as what is not there.</summary>
internal static class LedgerSteps
{
    public static bool Takes(string verb) => verb is Verbs.Ledger or Verbs.Pairs or Verbs.Export;

    public static Step Next(Scene scene, Intent intent)
    {
        // A partner that was typed and is not known must not become one's own.
        if (intent.Faults.Any(static fault => fault.Field == FieldNames.Partner)) return PromiseSteps.Refused(Refusal.NotYours);
        if (intent.Faults is [var fault, ..]) return new Shows(new TextShowing(fault.Why));
        var wish = LedgerWish.Of(scene, intent.Fields);
        return intent.Verb.Name switch
        {
            Verbs.Export => Export(scene, intent.Fields),
            Verbs.Pairs => new Shows(new PairsShowing(wish)),
            _ => new Shows(new LedgerShowing(wish, intent.Fields[FieldNames.Page])),
        };
    }

    /// <summary>A manager's own partner; the alliance for who looks after it, if that is said or there is no partner.</summary>
    private static Step Export(Scene scene, Filled fields)
    {
        Subject? about = fields switch
        {
            _ when fields[FieldNames.Partner] is { } named => new PartnerId(named),
            _ when fields[FieldNames.Whose] == "all" => scene.Alliance.Id,
            _ => LedgerViews.OwnOf(scene.Alliance, scene.Me).Where(partner => May.Do(scene.Alliance, scene.Me, Act.Export, partner.Id))
                .Select(static partner => (Subject?)partner.Id).FirstOrDefault() ?? scene.Alliance.Id,
        };
        if (about is not { } record || !May.Do(scene.Alliance, scene.Me, Act.Export, record)) return PromiseSteps.Refused(Refusal.NotYours);
        var said = record.Kind == SubjectKind.Partner ? new Said("document.record.partner").With("partner", record) : new Said("document.record.alliance");
        return new Opens(said,
        [
            new("document.open.page", new(DocumentKind.Record, record)),
            new("document.open.csv", new(DocumentKind.Record, record) { Format = DocumentFormat.Csv }),
            new("document.open.json", new(DocumentKind.Record, record) { Format = DocumentFormat.Json }),
        ]);
    }
}
