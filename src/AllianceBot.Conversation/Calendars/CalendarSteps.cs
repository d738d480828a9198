using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>What a verb about hours, absences and holidays leads to. What is the person's own acts at once, as it is taken back as easily.</summary>
internal static class CalendarSteps
{
    public static bool Takes(string verb) => verb is Verbs.MyHours or Verbs.SetHours or Verbs.UsualHours or Verbs.MyZone
        or Verbs.Away or Verbs.Back or Verbs.MyCover or Verbs.CannotCover
        or Verbs.Holidays or Verbs.AddHoliday or Verbs.DropHoliday or Verbs.ImportHolidays;

    public static Step Next(Scene scene, Intent intent) => intent.Verb.Name switch
    {
        Verbs.Holidays => Holidays(scene, intent),
        Verbs.UsualHours => Does(scene, new SetMyHours(null, scene.Ask), PromiseSteps.Saved(Verbs.UsualHours), HoursView),
        Verbs.Back => Does(scene, new EndAbsence(scene.Ask), PromiseSteps.Saved(Verbs.Back)),
        Verbs.Away => AbsenceSteps.Away(scene, intent),
        Verbs.MyCover => AbsenceSteps.Cover(scene, intent),
        Verbs.CannotCover => AbsenceSteps.CannotCover(scene, intent),
        Verbs.AddHoliday or Verbs.DropHoliday or Verbs.ImportHolidays => HolidaySteps.Next(scene, intent),
        _ => HourSteps.Next(scene, intent),
    };

    public static string HoursView => Keys.Of(ListKind.MyHours);

    /// <summary>Everybody in is asked about calendars; a partner's holidays are changed by those who may.</summary>
    public static bool NotPermitted(Scene scene, string verb) => verb is Verbs.AddHoliday or Verbs.DropHoliday or Verbs.ImportHolidays
        ? CalendarViews.MayChangeFor(scene.Alliance, scene.Me).Count == 0
        : !scene.Alliance.IsMember(scene.Me);

    /// <summary>The asker's own date: "tomorrow" is the asker's, wherever the alliance is.</summary>
    public static LocalDate Today(Scene scene) => Calendars.Of(scene.Alliance, scene.Me).DateOf(scene.Now);

    public static Dates DatesOf(Scene scene) => new(GrammarWords.English.Dates, Today(scene), "");

    public static Does Does(Scene scene, Command command, Said saved, string view = "", Form? form = null) =>
        new(command, scene.Me, saved) { View = view, Form = form };

    public static LocalDate? Date(Intent intent, string field) => PromiseForms.DateOf(intent.Fields[field]);

    /// <summary>The form with a word at one of its fields.</summary>
    public static Shows Faulty(Scene scene, Intent intent, string field, Said why) =>
        new(new FormShowing(SetUpForms.Of(scene, intent with { Faults = intent.Faults.Add(new(field, why)) })));

    /// <summary>The holidays of the partner that was named, of the own one, or else the question whose.</summary>
    private static Shows Holidays(Scene scene, Intent intent)
    {
        var own = scene.Alliance.PartnersOf(scene.Me);
        PartnerId? partner = intent.Fields[FieldNames.Partner] is { Length: > 0 } id ? new PartnerId(id) : own.Count > 0 ? own[0] : null;
        if (partner is { } of) return new Shows(new ListShowing(ListKind.Holidays, of));
        return new Shows(new ChoiceShowing(new("choices.whose-holidays"), scene.Alliance.Partners.Where(static one => !one.Left).Take(Limits.List)
            .Select(one => new Pick(one.Name.Text ?? "", Sentence(scene, one.Id))).ToValueList()));
    }

    private static string Sentence(Scene scene, PartnerId partner)
    {
        var intent = new Intent(Verbs.Find(Verbs.Holidays)!, null, Filled.Nothing.With(FieldNames.Partner, partner.Value));
        return Twins.English.Sentence(intent, new Saying(scene.Names, Today(scene), "")) ?? "";
    }
}
