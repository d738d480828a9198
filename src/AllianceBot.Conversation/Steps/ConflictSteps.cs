using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Where verbs about processes, concerns and cases go, and what is meant when none is named.</summary>
internal static class ConflictSteps
{
    private const int Asked = 12;

    public static bool Takes(Intent intent) => intent.Verb.Name is not (Verbs.Show or Verbs.WhoSees)
        && (IsOne(intent.Item) || intent.Verb.Name is Verbs.Cases or Verbs.OpenCase or Verbs.CaseFrom
            || ConcernSteps.Raises(intent.Verb.Name) || ProcessSteps.Takes(intent.Verb.Name));

    public static Step Next(Scene scene, Intent intent) => intent.Verb.Name switch
    {
        _ when ConcernSteps.Raises(intent.Verb.Name) => ConcernSteps.New(scene, intent),
        Verbs.Cases => May.Do(scene.Alliance, scene.Me, Act.CountCases, scene.Alliance.Id)
            ? new Shows(new ListShowing(ListKind.Cases)) : PromiseSteps.Refused(Refusal.NotYours),
        Verbs.OpenCase => CaseSteps.New(scene, intent),
        Verbs.CaseFrom when intent.Item is not { Kind: SubjectKind.Concern } => PromiseSteps.Refused(Refusal.NotYours),
        _ => intent.Item?.Kind switch
        {
            SubjectKind.Concern => ConcernSteps.Next(scene, intent),
            SubjectKind.Case => CaseSteps.Next(scene, intent),
            _ => ProcessSteps.Next(scene, intent),
        },
    };

    public static bool Sees(Scene scene, Subject item) => item.Kind switch
    {
        SubjectKind.Process => ProcessViews.Card(scene.Alliance, scene.Reader, new(item.Id)) is not null,
        SubjectKind.Concern => ConcernViews.Card(scene.Alliance, scene.Reader, new(item.Id)) is not null,
        _ => CaseViews.Card(scene.Alliance, scene.Reader, new(item.Id), scene.Now) is not null,
    };

    /// <summary>Whether this person may use the verb at all: for help. Null for verbs of others.</summary>
    public static bool? IsFor(Scene scene, string verb)
    {
        if (ProcessSteps.Takes(verb)) return !ProcessSteps.NotPermitted(scene, verb);
        if (verb == Verbs.Cases) return May.Do(scene.Alliance, scene.Me, Act.CountCases, scene.Alliance.Id);
        if (ConcernSteps.Raises(verb) || ConcernSteps.Concerns(verb)) return May.Do(scene.Alliance, scene.Me, Act.RaiseConcern, scene.Alliance.Id);

        // Who is in a case knows it; help says the same to everybody who could be in one.
        return verb is Verbs.OpenCase or Verbs.CaseFrom || CaseSteps.Concerns(verb)
            ? May.Do(scene.Alliance, scene.Me, Act.OpenCase, scene.Alliance.Id) : null;
    }

    /// <summary>Processes, concerns and cases that this can be said to now, each with the sentence that says it.</summary>
    public static ValueList<(Subject Item, Pick Pick)> Fitting(Scene scene, Intent intent)
    {
        var verb = intent.Verb.Name;
        var fits = new List<(Subject, string, string)>();
        foreach (var row in ProcessSteps.Fitting(scene, verb)) fits.Add((row.Id, row.Name ?? "", $"{row.Number}"));
        foreach (var row in ConcernViews.List(scene.Alliance, scene.Me))
        {
            if (ConcernSteps.Fits(scene, row.Id, verb)) fits.Add((row.Id, row.Sentence ?? "", ""));
        }

        foreach (var row in CaseViews.List(scene.Alliance, scene.Me, scene.Now))
        {
            if (CaseSteps.Fits(scene, row.Id, verb)) fits.Add((row.Id, row.Matter ?? "", row.Name));
        }

        var saying = new Saying(scene.Names, scene.Alliance.DateOf(scene.Now), "");
        return fits.Take(Asked).Select(one => (one.Item1, new Pick(
            Clean.Short(one.Item2), Twins.English.Sentence(intent with { Item = one.Item1, Faults = default, NamesNothing = false }, saying) ?? "")
        {
            Detail = one.Item3,
        })).ToValueList();
    }

    private static bool IsOne(Subject? item) => item?.Kind is SubjectKind.Process or SubjectKind.Concern or SubjectKind.Case;
}
