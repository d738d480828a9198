using AllianceBot.Domain;
using NodaTime.Text;

namespace AllianceBot.Conversation;

/// <summary>"holiday 25 Dec Christmas", "import holidays" with a list or a calendar file: each is looked over before it counts for all.</summary>
internal static class HolidaySteps
{
    public static Step Next(Scene scene, Intent intent)
    {
        if (CalendarSteps.NotPermitted(scene, intent.Verb.Name)) return PromiseSteps.Refused(Refusal.NotYours);
        return intent.Verb.Name switch
        {
            Verbs.AddHoliday => Add(scene, Typed(scene, intent)),
            Verbs.DropHoliday => Drop(scene, intent),
            _ => Import(scene, intent),
        };
    }

    /// <summary>The day and the name out of "25 Dec Christmas".</summary>
    private static Intent Typed(Scene scene, Intent intent)
    {
        if (intent.Fields[FieldNames.Holiday] is not { Length: > 0 } typed) return intent;
        var bare = intent.Fields.Without(FieldNames.Holiday);
        if (HolidayText.One(typed, CalendarSteps.DatesOf(scene)) is not var (day, fault))
        {
            return intent with { Fields = bare.With(FieldNames.Name, typed), Faults = intent.Faults.Add(new(FieldNames.From, new("values.no-day"))) };
        }

        if (fault is not null) return intent with { Fields = bare, Faults = intent.Faults.Add(new(FieldNames.From, fault)) };
        var fields = bare.With(FieldNames.From, LocalDatePattern.Iso.Format(day.From));
        if (day.To != day.From) fields = fields.With(FieldNames.LastDay, LocalDatePattern.Iso.Format(day.To));
        return intent with { Fields = day.Name.Length > 0 ? fields.With(FieldNames.Name, day.Name) : fields };
    }

    private static Step Add(Scene scene, Intent intent)
    {
        var form = SetUpForms.Of(scene, intent);
        if (!scene.Sent || form.IsFaulty || CalendarSteps.Date(intent, FieldNames.From) is not { } from) return new Shows(new FormShowing(form));
        var until = CalendarSteps.Date(intent, FieldNames.LastDay) ?? from;
        var holiday = new Holiday(from, until, scene.SayIf(1, intent.Fields[FieldNames.Name]));
        return Does(scene, intent, form, new AddHolidays(PartnerOf(intent), [holiday], Merge: false, scene.Ask), PromiseSteps.Saved(Verbs.AddHoliday));
    }

    private static Step Drop(Scene scene, Intent intent)
    {
        var form = SetUpForms.Of(scene, intent);
        if (!scene.Sent || form.IsFaulty || CalendarSteps.Date(intent, FieldNames.From) is not { } day) return new Shows(new FormShowing(form));
        return Does(scene, intent, form, new RemoveHoliday(PartnerOf(intent), day, scene.Ask), PromiseSteps.Saved(Verbs.DropHoliday));
    }

    /// <summary>What was read stands in the form as lines that can be mended; sending those adds them.</summary>
    private static Step Import(Scene scene, Intent intent)
    {
        if (intent.Fields[FieldNames.File] is not { Length: > 0 } text) return new Shows(new FormShowing(SetUpForms.Of(scene, intent)));
        var read = HolidayText.Read(text, CalendarSteps.DatesOf(scene), CalendarSteps.Today(scene));
        if (read.Fault is { } fault)
        {
            // A whole file would not fit on the card that says what is wrong with it.
            var shown = CalendarFile.IsOne(text) || text.Length > Limits.Text ? intent.Fields.Without(FieldNames.File) : intent.Fields;
            return CalendarSteps.Faulty(scene, intent with { Fields = shown }, FieldNames.File, fault);
        }

        if (!scene.Sent || CalendarFile.IsOne(text))
        {
            var lines = string.Join('\n', read.Days.Select(HolidayText.Of));
            var filled = SetUpForms.Of(scene with { Sent = false }, intent with { Fields = intent.Fields.With(FieldNames.File, lines) });
            return new Shows(new FormShowing(filled with { Lead = new Said("holidays.read").With("count", read.Days.Count).With("left", read.Left) }));
        }

        var form = SetUpForms.Of(scene, intent);
        if (form.IsFaulty) return new Shows(new FormShowing(form));
        var holidays = read.Days.Select((day, at) => new Holiday(day.From, day.To, scene.SayIf(at + 1, day.Name))).ToValueList();
        var saved = PromiseSteps.Saved(Verbs.ImportHolidays).With("count", holidays.Count);
        return Does(scene, intent, form, new AddHolidays(PartnerOf(intent), holidays, Merge: true, scene.Ask), saved);
    }

    private static PartnerId PartnerOf(Intent intent) => new(intent.Fields[FieldNames.Partner] ?? "");

    private static Does Does(Scene scene, Intent intent, Form form, Command command, Said saved) =>
        new(command, PartnerOf(intent), saved) { View = Keys.Of(ListKind.Holidays), Form = form };
}
