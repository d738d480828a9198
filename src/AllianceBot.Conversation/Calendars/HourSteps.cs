using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>"my hours 9-17 Mon-Thu quiet 12-13", "my zone Europe/Berlin": what is not said stays as it is.</summary>
internal static class HourSteps
{
    private static readonly string[] Settable = [FieldNames.Hours, FieldNames.Days, FieldNames.Zone, FieldNames.Quiet];

    public static Step Next(Scene scene, Intent intent)
    {
        var said = Settable.Any(field => intent.Fields[field] is { Length: > 0 });
        if (!scene.Sent && !said && intent.Faults.Count == 0)
        {
            return intent.Verb.Name switch
            {
                Verbs.MyHours => new Shows(new ListShowing(ListKind.MyHours, scene.Me)),
                Verbs.MyZone => new Shows(new FormShowing(SetUpForms.Of(scene, intent))),
                _ => new Shows(new FormShowing(SetUpForms.Of(scene, Filled(scene, intent)))),
            };
        }

        var fields = Apart(intent.Fields);
        if (fields[FieldNames.Zone] is { Length: > 0 } typed && ZoneNames.Find(typed) is null) return NoZone(scene, intent, typed);
        return Read(scene, intent.Verb.Name, fields) switch
        {
            ({ } bad, _) => CalendarSteps.Faulty(scene, Filled(scene, intent with { Fields = fields, Verb = FormVerb(intent) }), bad, new Said(FaultOf(bad))),
            (_, { } own) => CalendarSteps.Does(
                scene, new SetMyHours(own.IsUsual() ? null : own, scene.Ask), PromiseSteps.Saved(intent.Verb.Name), CalendarSteps.HoursView,
                scene.Sent ? SetUpForms.Of(scene, intent) : null),
            _ => PromiseSteps.Refused(Refusal.NotYours),
        };
    }

    /// <summary>A zone that is none: what was meant can be picked.</summary>
    private static Shows NoZone(Scene scene, Intent intent, string typed)
    {
        var nearest = ZoneNames.Nearest(typed);
        if (scene.Sent || nearest.Count == 0) return CalendarSteps.Faulty(scene, intent, FieldNames.Zone, ZoneFault(typed));
        var question = new Said("choices.which-zone").Quoting("typed", Clean.Short(typed));
        return new Shows(new ChoiceShowing(question, nearest.Select(static zone =>
            new Pick(zone, $"{GrammarWords.English.FirstPhrase[Verbs.MyZone]} {zone}")).ToValueList()));
    }

    /// <summary>What to say to a zone that is none, with the nearest that are.</summary>
    public static Said ZoneFault(string typed) => ZoneNames.Nearest(typed) is { Count: > 0 } nearest
        ? new Said("values.zone-near").Quoting("zones", string.Join(", ", nearest))
        : new Said("values.zone-none");

    /// <summary>"9-17 Mon-Thu" is typed as one, and is hours and days.</summary>
    private static Filled Apart(Filled fields)
    {
        if (fields[FieldNames.Hours] is not { Length: > 0 } typed) return fields;
        var (range, rest) = HourText.Leading(typed);
        if (range is null && SetUpSteps.Days(typed) is not null) return fields.Without(FieldNames.Hours).With(FieldNames.Days, typed);
        if (range is null || rest.Length == 0 || fields[FieldNames.Days] is { Length: > 0 } || SetUpSteps.Days(rest) is null) return fields;
        return fields.With(FieldNames.Hours, HourText.Of(range.From, range.Until)).With(FieldNames.Days, rest);
    }

    private static (string? Bad, OwnHours? Own) Read(Scene scene, string verb, Filled fields)
    {
        var own = scene.Alliance.People.Find(scene.Me)?.Hours ?? new OwnHours(null, null, null, null, null);
        // A form shows everything, so that what is empty in it is as usual; what is typed changes what it names.
        var all = scene.Sent && verb == Verbs.SetHours;
        if (fields[FieldNames.Zone] is { Length: > 0 } zone) own = own with { Zone = ZoneNames.Find(zone) };
        else if (all) own = own with { Zone = null };
        if (fields[FieldNames.Days] is { Length: > 0 } typedDays)
        {
            if (SetUpSteps.Days(typedDays) is not { } days) return (FieldNames.Days, null);
            own = own with { Days = days };
        }
        else if (all)
        {
            own = own with { Days = null };
        }

        if (fields[FieldNames.Hours] is { Length: > 0 } typedHours)
        {
            if (HourText.Range(typedHours, ofDay: true) is not { } hours) return (FieldNames.Hours, null);
            own = own with { From = hours.From, Until = hours.Until };
        }
        else if (all)
        {
            own = own with { From = null, Until = null };
        }

        if (fields[FieldNames.Quiet] is { Length: > 0 } typedQuiet)
        {
            if (HourText.Range(typedQuiet, ofDay: false) is not { } quiet) return (FieldNames.Quiet, null);
            own = own with { Quiet = quiet };
        }
        else if (all)
        {
            own = own with { Quiet = null };
        }

        return (null, own);
    }

    private static bool IsUsual(this OwnHours own) => own == new OwnHours(null, null, null, null, null);

    private static string FaultOf(string field) => field == FieldNames.Days ? "values.no-days" : "values.no-hours";

    private static Verb FormVerb(Intent intent) => intent.Verb.Name == Verbs.MyZone ? intent.Verb : Verbs.Find(Verbs.SetHours)!;

    /// <summary>The form as it stands now, under what was said.</summary>
    private static Intent Filled(Scene scene, Intent intent)
    {
        if (intent.Verb.Name == Verbs.MyZone) return intent;
        var own = scene.Alliance.People.Find(scene.Me)?.Hours;
        var calendar = Calendars.Of(scene.Alliance, scene.Me);
        var now = Conversation.Filled.Nothing
            .With(FieldNames.Zone, own?.Zone ?? "")
            .With(FieldNames.Days, own?.Days is { } days ? HourText.Of(days) : "")
            .With(FieldNames.Hours, own is { From: null, Until: null } or null ? "" : HourText.Of(calendar.AskFrom, calendar.QuietFrom))
            .With(FieldNames.Quiet, own?.Quiet is { } quiet ? HourText.Of(quiet.From, quiet.Until) : "");
        return intent with { Fields = now.Under(intent.Fields) };
    }
}
