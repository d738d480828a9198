using System.Diagnostics;
using AllianceBot.Domain;
using Act = AllianceBot.Domain.IndicatorAct;

namespace AllianceBot.Conversation;

/// <summary>What a verb about an indicator leads to: a form, a command, or why not.</summary>
internal static class IndicatorSteps
{
    /// <summary>Whether the verb is about indicators alone.</summary>
    public static bool Concerns(string verb) => verb is Verbs.ChangeIndicator or Verbs.Reading or Verbs.NoReading or Verbs.CorrectReading
        or Verbs.Improves or Verbs.InTheWay;

    /// <summary>Indicators that this can be said to now, the ones that wait for the speaker first.</summary>
    public static ValueList<IndicatorRow> Fitting(Scene scene, string verb) => ActOf(verb) is not { } act ? []
        : IndicatorViews.List(scene.Alliance, scene.Reader)
            .Where(row => IndicatorViews.Card(scene.Alliance, scene.Reader, row.Id)!.Acts.Contains(act)).ToValueList();

    /// <summary>A new one on the list.</summary>
    public static Step New(Scene scene, Intent intent)
    {
        if (!May.Do(scene.Alliance, scene.Me, Domain.Act.ListIndicators, scene.Alliance.Id)) return PromiseSteps.Refused(Refusal.NotYours);
        var form = IndicatorForms.Terms(scene, intent, null);
        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        var id = new IndicatorId(scene.Ask.Value);
        var owner = form.Values[FieldNames.Person] is { Length: > 0 } person ? new PersonId(person) : (PersonId?)null;
        return new Does(
            new AgreeIndicator(id, scene.Ask, IndicatorForms.Read(scene, form.Values), owner), id,
            PromiseSteps.Saved(Verbs.Indicator).With("indicator", (Subject)id))
        {
            Form = form,
        };
    }

    public static Step Next(Scene scene, Intent intent)
    {
        intent = intent with { Verb = Verbs.OfIndicator(intent.Verb) };
        var id = new IndicatorId(intent.Item!.Value.Id);
        if (IndicatorViews.Card(scene.Alliance, scene.Reader, id) is not { } card) return PromiseSteps.Refused(Refusal.NotYours);
        var indicator = scene.Alliance.Indicators[id];
        if (indicator.LastAsk == scene.Ask && indicator.LastBy == scene.Me) return new Shows(new ItemShowing(id, Lead: new("answers.already")));
        if (ActOf(intent.Verb.Name) is not { } act) return PromiseSteps.Refused(new("not-now"), id);
        if (!card.Acts.Contains(act)) return Impossible(scene, intent, indicator, act);
        if (!Wants(scene, intent, act)) return Do(scene, intent, indicator, act);
        var form = act == Act.Change ? IndicatorForms.Terms(scene, intent, indicator) : IndicatorForms.Step(scene, intent, indicator);
        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        return Do(scene, intent with { Fields = form.Values }, indicator, act) with { Form = form };
    }

    private static Act? ActOf(string verb) => verb switch
    {
        Verbs.Reading => Act.Read,
        Verbs.NoReading => Act.Skip,
        Verbs.CorrectReading => Act.Correct,
        Verbs.Accept => Act.AgreeToReport,
        Verbs.Decline => Act.DeclineToReport,
        Verbs.Improves => Act.SayImproves,
        Verbs.InTheWay => Act.SayInTheWay,
        Verbs.HandOver => Act.NameOwner,
        Verbs.ChangeIndicator => Act.Change,
        Verbs.Retire => Act.Retire,
        _ => null,
    };

    /// <summary>A number that could not be read, or none at all, is asked for on a form.</summary>
    private static bool Wants(Scene scene, Intent intent, Act act) => act switch
    {
        _ when scene.Sent => true,
        Act.Read or Act.Correct => intent.Fields[FieldNames.Value] is null || intent.Faults.Count > 0,
        Act.AgreeToReport or Act.Skip => false,
        Act.NameOwner => intent.Fields[FieldNames.Person] is null,
        _ => true,
    };

    private static Does Do(Scene scene, Intent intent, Indicator indicator, Act act) => new(
        CommandOf(scene, intent, indicator, act), indicator.Id, PromiseSteps.Saved(SavedAs(act)).With("indicator", (Subject)indicator.Id));

    private static string SavedAs(Act act) => act switch
    {
        Act.Read => Verbs.Reading,
        Act.Skip => Verbs.NoReading,
        Act.Correct => Verbs.CorrectReading,
        Act.AgreeToReport => "agree-to-report",
        Act.DeclineToReport => "decline-to-report",
        Act.SayImproves => Verbs.Improves,
        Act.SayInTheWay => Verbs.InTheWay,
        Act.NameOwner => "name-owner",
        Act.Change => Verbs.ChangeIndicator,
        Act.Retire => "retire-indicator",
        _ => throw new UnreachableException($"Nothing is said of {act}."),
    };

    private static IndicatorCommand CommandOf(Scene scene, Intent intent, Indicator indicator, Act act)
    {
        var (id, ask, fields, revision) = (indicator.Id, scene.Ask, intent.Fields, scene.Seen ?? indicator.Revision);
        var said = scene.SayIf(4, fields[FieldNames.Reason] ?? fields[FieldNames.Note]);
        var (value, on) = (Measures.Of(fields[FieldNames.Value]) ?? 0, PromiseForms.DateOf(fields[FieldNames.On]));
        var kind = act == Act.SayImproves ? BearingKind.Improves : BearingKind.InTheWay;
        return act switch
        {
            Act.Read => new EnterReading(id, revision, ask, value, on, said),
            Act.Skip => new SkipReading(id, revision, ask),
            Act.Correct => new CorrectReading(id, revision, ask, value, on, said),
            Act.AgreeToReport => new AnswerOwner(id, revision, ask, Yes: true, null),
            Act.DeclineToReport => new AnswerOwner(id, revision, ask, Yes: false, said),
            Act.SayImproves or Act.SayInTheWay => new SayBranch(
                id, revision, ask, kind, scene.Say(4, fields[FieldNames.Text] ?? ""), Measures.Of(fields[FieldNames.Target]) ?? 0,
                PromiseForms.DateOf(fields[FieldNames.Due]) ?? default),
            Act.NameOwner => new NameOwner(id, revision, ask, new PersonId(fields[FieldNames.Person] ?? "")),
            Act.Change => new ChangeIndicator(id, revision, ask, IndicatorForms.Read(scene, fields), said),
            Act.Retire => new RetireIndicator(id, revision, ask, said),
            _ => throw new UnreachableException($"No command for {act}."),
        };
    }

    /// <summary>The decider says why not; what was done before is no refusal.</summary>
    private static Shows Impossible(Scene scene, Intent intent, Indicator indicator, Act act)
    {
        var command = CommandOf(scene with { Seen = null }, intent, indicator, act);
        return AllianceDecider.Decide(scene.Alliance, command, new(scene.Me, scene.Now)) switch
        {
            Outcome.Refused { Refusal: var refusal } => PromiseSteps.Refused(refusal, refusal == Refusal.NotYours ? null : indicator.Id),
            Outcome.Happened { Events.Count: 0 } => new Shows(new ItemShowing(indicator.Id, Lead: new("answers.already"))),
            _ => PromiseSteps.Refused(new("not-now"), indicator.Id),
        };
    }
}
