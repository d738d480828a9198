using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Finds the promise that is meant when none was named: the only one that this can be done to, or a question.</summary>
internal static class Missing
{
    private const int Asked = 12;

    /// <summary>The intent with its promise, or what is asked instead.</summary>
    public static (Intent? Found, Showing? Question) Find(Scene scene, Intent intent)
    {
        var verb = intent.Verb.Name;
        if (intent.Item is not null || intent.Verb.Needs != VerbNeeds.Item || verb == Verbs.Show) return (intent, null);
        // What was answered together is taken back together.
        if (verb == Verbs.Undo && Answering.UndoAll(scene, null, atLeast: 2) is not null)
        {
            return (new Intent(Verbs.Find(Verbs.UndoAnswers)!, null, Filled.Nothing), null);
        }

        if (IndicatorSteps.Concerns(verb)) return OfIndicators(scene, intent);
        var fits = Candidates(scene).Where(card => Fits(scene, card, verb)).Take(Asked + 1).ToList();
        var decisions = Decisions(scene, intent);
        var conflicts = ConflictSteps.Fitting(scene, intent);
        if (conflicts.Count > 0) return OfConflicts(scene, intent, fits, decisions, conflicts);
        if (decisions.Count > 0) return OfDecisions(scene, intent, fits, decisions);
        if (fits is [var only] && (!intent.NamesNothing || !IsRisky(intent))) return (intent with { Item = (Subject)only.Id }, null);
        if (fits.Count == 0 && verb == Verbs.Undo) return (null, new TextShowing(new("answers.nothing-to-undo")));
        if (fits.Count == 0) return (null, new TextShowing(new Said("answers.nothing-fits").Quoting("command", GrammarWords.English.FirstPhrase[verb])));
        return (null, new ChoiceShowing(new("choices.which"), fits.Take(Asked).Select(card => Pick(scene, intent, card)).ToValueList()));
    }

    /// <summary>Decisions that this can be said to, the ones that wait for the speaker first.</summary>
    private static ValueList<DecisionRow> Decisions(Scene scene, Intent intent) => DecisionSteps.CanConcern(intent.Verb.Name)
        ? DecisionViews.List(scene.Alliance, scene.Reader, scene.Now).Where(row => DecisionSteps.Fits(scene, row.Id, intent.Verb.Name))
            .Take(Asked).ToValueList()
        : [];

    private static (Intent? Found, Showing? Question) OfDecisions(
        Scene scene, Intent intent, List<CommitmentCard> fits, ValueList<DecisionRow> decisions) =>
        fits.Count == 0 && decisions is [var only]
            ? (intent with { Item = (Subject)only.Id }, null)
            : (null, new ChoiceShowing(
                new("choices.which"), [.. Picks(scene, intent, decisions), .. fits.Take(Asked).Select(card => Pick(scene, intent, card))]));

    /// <summary>A process, a concern or a case of the speaker's own; among several, whatever their kind, it is asked which.</summary>
    private static (Intent? Found, Showing? Question) OfConflicts(
        Scene scene, Intent intent, List<CommitmentCard> fits, ValueList<DecisionRow> decisions, ValueList<(Subject Item, Pick Pick)> conflicts) =>
        fits.Count == 0 && decisions.Count == 0 && conflicts is [var only]
            ? (intent with { Item = only.Item }, null)
            : (null, new ChoiceShowing(new("choices.which"),
            [
                .. conflicts.Select(static one => one.Pick), .. Picks(scene, intent, decisions),
                .. fits.Take(Asked).Select(card => Pick(scene, intent, card)),
            ]));

    private static IEnumerable<Pick> Picks(Scene scene, Intent intent, ValueList<DecisionRow> decisions)
    {
        var saying = new Saying(scene.Names, scene.Alliance.DateOf(scene.Now), "");
        return decisions.Select(row => new Pick(
            row.Title ?? "", Twins.English.Sentence(intent with { Item = (Subject)row.Id, Faults = default, NamesNothing = false }, saying) ?? "")
        {
            Detail = $"D{row.Number}",
        });
    }

    private static (Intent? Found, Showing? Question) OfIndicators(Scene scene, Intent intent)
    {
        var fits = IndicatorSteps.Fitting(scene, intent.Verb.Name);
        if (fits.Where(static row => row.WaitsForYou).ToList() is [var waiting]) return (intent with { Item = (Subject)waiting.Id }, null);
        if (fits is [var only]) return (intent with { Item = (Subject)only.Id }, null);
        if (fits.Count == 0) return (null, new TextShowing(new Said("answers.no-indicator").Quoting("command", GrammarWords.English.FirstPhrase[intent.Verb.Name])));
        var saying = new Saying(scene.Names, scene.Alliance.DateOf(scene.Now), "");
        return (null, new ChoiceShowing(new("choices.which-indicator"), fits.Take(Asked).Select(row => new Pick(
            row.Name ?? "", Twins.English.Sentence(intent with { Item = (Subject)row.Id, Faults = default, NamesNothing = false }, saying) ?? "")
        {
            Detail = $"I{row.Number}",
        }).ToValueList()));
    }

    /// <summary>Words that were typed may have been the name of another promise: what binds or agrees is then asked about.</summary>
    private static bool IsRisky(Intent intent) => intent.Verb.Does is VerbDoes.ActsOrFills;

    private static bool Fits(Scene scene, CommitmentCard card, string verb) => verb switch
    {
        Verbs.WhoSees => true,
        Verbs.Remark => May.Do(scene.Alliance, scene.Me, Act.Status, card.Id) && card.Terms.Doer is not null,
        Verbs.Redact => Forgetting.OwnOf(scene.Alliance, scene.Me, card.Id).Count > 0,
        Verbs.OnTrack or Verbs.AtRisk or Verbs.Blocked when card.Inside?.OpenCheckIn is not null => true,
        Verbs.OnTrack or Verbs.Blocked when card.Acts.Contains(CommitmentAct.CheckIn) && card.Terms.Doer?.Id == scene.Me => true,
        Verbs.Snooze or Verbs.Seen or Verbs.Colleague => CheckInSteps.Find(scene, card.Id, verb) is not null,
        Verbs.Undo when Answering.Undo(scene, card.Id) is not null => true,
        _ => Routes.Of(verb).Any(route => card.Acts.Contains(route.Act)),
    };

    private static IEnumerable<CommitmentCard> Candidates(Scene scene) =>
        CommitmentViews.List(scene.Alliance, scene.Me, CommitmentList.Waiting, scene.Now).Lines
            .Concat(CommitmentViews.List(scene.Alliance, scene.Me, CommitmentList.Mine, scene.Now).Lines)
            .Select(static line => line.Id).Distinct()
            .Select(id => CommitmentViews.Card(scene.Alliance, scene.Reader, id, scene.Now)).OfType<CommitmentCard>();

    private static Pick Pick(Scene scene, Intent intent, CommitmentCard card)
    {
        var saying = new Saying(scene.Names, scene.Alliance.DateOf(scene.Now), "");
        var meant = intent with { Item = (Subject)card.Id, Faults = default, NamesNothing = false };
        return new(card.Terms.What ?? "", Twins.English.Sentence(meant, saying) ?? "") { Detail = $"P{card.Label}" };
    }
}
