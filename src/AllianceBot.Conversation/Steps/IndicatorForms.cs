using AllianceBot.Domain;
using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Conversation;

/// <summary>Forms about indicators: one field per field of the verb, filled in with what stands and what was understood.</summary>
internal static class IndicatorForms
{
    /// <summary>The form of what is agreed; of an indicator that is there, with what stands.</summary>
    public static Form Terms(Scene scene, Intent intent, Indicator? known)
    {
        var terms = known?.Terms;
        var fields = new List<FormField>
        {
            Line(scene, intent, FieldNames.What, terms?.Name.Text, required: true),
            Line(scene, intent, FieldNames.Unit, terms?.Unit.Text, required: true) with { Most = 40 },
            Number(scene, intent, FieldNames.Baseline, terms?.Baseline?.Value, required: false),
            Of(scene, intent, FieldNames.Began, FieldKind.Date, terms?.Baseline is { } start ? Iso(start.On) : "", required: false),
            Number(scene, intent, FieldNames.Target, terms?.Target, required: true),
            Of(scene, intent, FieldNames.Due, FieldKind.Date, terms is null ? "" : Iso(terms.By), required: true),
            Every(scene, intent, terms?.Every ?? ReportEvery.Month),
        };
        if (known is null) fields.Add(Owner(scene, intent));
        fields.Add(Of(scene, intent, FieldNames.Standard, FieldKind.Lines, terms?.Standard?.Text ?? "", required: false) with { Seldom = true });
        if (scene.Alliance.Goals.Count > 0) fields.Add(Goal(scene, intent, terms?.Goal));
        fields.Add(new(FieldNames.Shared, FieldKind.Toggle, intent.Fields[FieldNames.Shared] ?? (!scene.Sent && terms?.Shared == true ? "true" : "false")));
        if (known is not null) fields.Add(Of(scene, intent, FieldNames.Reason, FieldKind.Lines, "", required: false) with { Seldom = true });
        return DecisionForms.Made(scene, intent, known is null ? null : (Subject)known.Id, Revision(scene, known), fields);
    }

    /// <summary>The terms that a filled form stands for.</summary>
    public static IndicatorTerms Read(Scene scene, Filled fields)
    {
        var began = PromiseForms.DateOf(fields[FieldNames.Began]) ?? scene.Alliance.DateOf(scene.Now);
        return new(
            scene.Say(1, fields[FieldNames.What] ?? ""), scene.Say(2, fields[FieldNames.Unit] ?? ""),
            Measures.Of(fields[FieldNames.Baseline]) is { } start ? new(start, began) : null,
            Measures.Of(fields[FieldNames.Target]) ?? 0, PromiseForms.DateOf(fields[FieldNames.Due]) ?? default,
            Enum.TryParse<ReportEvery>(fields[FieldNames.Every], ignoreCase: true, out var every) ? every : ReportEvery.Month)
        {
            Standard = scene.SayIf(3, fields[FieldNames.Standard]),
            Goal = fields[FieldNames.Goal] is { Length: > 0 } goal && goal != CommitmentForms.NoGoal ? new GoalId(goal) : null,
            Shared = fields[FieldNames.Shared] == "true",
        };
    }

    /// <summary>The form of one step.</summary>
    public static Form Step(Scene scene, Intent intent, Indicator indicator)
    {
        var fields = intent.Verb.Fields.Select(name => name switch
        {
            FieldNames.Value => Number(scene, intent, name, null, required: true),
            FieldNames.Target => Number(scene, intent, name, null, required: true),
            FieldNames.On => Of(scene, intent, name, FieldKind.Date, Iso(Day(scene, intent.Verb.Name, indicator)), required: true),
            FieldNames.Due => Of(scene, intent, name, FieldKind.Date, "", required: true),
            FieldNames.Person => Owner(scene, intent) with { Required = true },
            FieldNames.Text => Of(scene, intent, name, FieldKind.Lines, "", required: true),
            _ => Of(scene, intent, name, FieldKind.Lines, "", required: false),
        }).ToList();
        return DecisionForms.Made(scene, intent, indicator.Id, Revision(scene, indicator), fields);
    }

    /// <summary>A number is for the period that is asked for; a correction is of the newest.</summary>
    private static LocalDate Day(Scene scene, string verb, Indicator indicator) =>
        (verb == Verbs.CorrectReading ? indicator.Latest?.On : indicator.Asked?.On) ?? scene.Alliance.DateOf(scene.Now);

    private static int Revision(Scene scene, Indicator? known) => known is null ? 0 : scene.Sent ? scene.Seen ?? known.Revision : known.Revision;

    private static FormField Number(Scene scene, Intent intent, string name, decimal? stands, bool required) =>
        Line(scene, intent, name, stands is { } value ? Measures.Write(value) : "", required) with { Most = 20 };

    private static FormField Line(Scene scene, Intent intent, string name, string? stands, bool required) =>
        Of(scene, intent, name, FieldKind.Line, stands ?? "", required);

    private static FormField Of(Scene scene, Intent intent, string name, FieldKind kind, string stands, bool required) =>
        DecisionForms.Field(scene, intent, name, kind, stands, required);

    private static FormField Every(Scene scene, Intent intent, ReportEvery stands) =>
        Of(scene, intent, FieldNames.Every, FieldKind.Choice, Keys.Of(stands), required: true) with
        {
            Options = Enum.GetValues<ReportEvery>().Select(static every => new Option(Keys.Of(every), "") { Key = $"every.{Keys.Of(every)}" }).ToValueList(),
        };

    private static FormField Goal(Scene scene, Intent intent, GoalId? stands) =>
        Of(scene, intent, FieldNames.Goal, FieldKind.Choice, stands?.Value ?? CommitmentForms.NoGoal, required: false) with
        {
            Options =
            [
                new(CommitmentForms.NoGoal, "") { Key = "option.goal.none" },
                .. scene.Alliance.Goals.Select(static goal => new Option(goal.Id.Value, goal.Text.Text ?? "")),
            ],
        };

    private static FormField Owner(Scene scene, Intent intent) =>
        Of(scene, intent, FieldNames.Person, FieldKind.Choice, scene.Me.Value, required: false) with
        {
            Options = scene.Alliance.People.Where(person => !person.Left && !scene.Alliance.OnlyObserves(person.Id)).Take(Limits.List)
                .Select(person => new Option(person.Id.Value, person.Name.Text ?? "")
                {
                    Detail = person.Partner is { } partner ? scene.Alliance.Partners.Find(partner)?.Name.Text ?? "" : "",
                }).ToValueList(),
        };

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
