using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>"away 3 days cover Ana", "away from Monday to 12 May", "my cover is Tom".</summary>
internal static class AbsenceSteps
{
    public static Step Away(Scene scene, Intent intent)
    {
        var bare = intent.Fields.IsEmpty && intent.Faults.Count == 0;
        var (from, until) = (CalendarSteps.Date(intent, FieldNames.From), CalendarSteps.Date(intent, FieldNames.LastDay));
        if (intent.Fields[FieldNames.Length] is { Length: > 0 } typed)
        {
            var calendar = Calendars.Of(scene.Alliance, scene.Me);
            var spans = new DaySpans(GrammarWords.English.Dates, CalendarSteps.DatesOf(scene), calendar, CalendarSteps.Today(scene));
            if (spans.Read(typed, from, until) is not { } span)
            {
                var why = new Said("values.no-length").Quoting("typed", Clean.Short(typed));
                return CalendarSteps.Faulty(scene, intent with { Fields = intent.Fields.Without(FieldNames.Length) }, FieldNames.LastDay, why);
            }

            (from, until) = (span.From, span.Until);
        }

        from ??= CalendarSteps.Today(scene);
        var whole = intent with { Fields = Given(intent.Fields, from, until) };
        if (intent.Faults.Count > 0 || (bare && !scene.Sent)) return new Shows(new FormShowing(SetUpForms.Of(scene, whole)));
        if (until is null) return CalendarSteps.Faulty(scene, whole, FieldNames.LastDay, new("values.no-end"));
        PersonId? cover = intent.Fields[FieldNames.Cover] is { Length: > 0 } id ? new PersonId(id) : null;
        var saved = new Said(cover is null ? "saved.away" : "saved.away.cover").With("from", from.Value).With("until", until.Value);
        if (cover is { } person) saved = saved.With("cover", (Subject)person);
        return CalendarSteps.Does(
            scene, new AnnounceAbsence(from.Value, until, cover, scene.Ask), saved, form: SetUpForms.Of(scene with { Sent = true }, whole));
    }

    public static Step Cover(Scene scene, Intent intent)
    {
        if (!scene.Sent && (intent.Fields[FieldNames.Cover] is null || intent.Faults.Count > 0))
        {
            return new Shows(new FormShowing(SetUpForms.Of(scene, intent)));
        }

        PersonId? cover = intent.Fields[FieldNames.Cover] is { Length: > 0 } id ? new PersonId(id) : null;
        var saved = cover is { } person ? new Said("saved.my-cover").With("cover", (Subject)person) : new Said("saved.my-cover.none");
        return CalendarSteps.Does(scene, new ChangeCover(cover, scene.Ask), saved);
    }

    public static Step CannotCover(Scene scene, Intent intent)
    {
        var id = intent.Item is { Kind: SubjectKind.Person } item ? item.Id : intent.Fields[FieldNames.Person];
        if (string.IsNullOrEmpty(id)) return new Shows(new FormShowing(SetUpForms.Of(scene, intent)));
        var person = new PersonId(id);
        return new Does(new LayDownCover(person, scene.Ask), person, PromiseSteps.Saved(Verbs.CannotCover).With("person", (Subject)person));
    }

    private static Filled Given(Filled fields, NodaTime.LocalDate? from, NodaTime.LocalDate? until)
    {
        var given = fields.Without(FieldNames.Length);
        if (from is { } first) given = given.With(FieldNames.From, NodaTime.Text.LocalDatePattern.Iso.Format(first));
        return until is { } last ? given.With(FieldNames.LastDay, NodaTime.Text.LocalDatePattern.Iso.Format(last)) : given;
    }
}
