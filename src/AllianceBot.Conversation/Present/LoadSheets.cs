using System.Globalization;
using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The reader's own load as a sheet; of managers their partners' too, and for the facilitator how the work is spread.</summary>
internal static class LoadSheets
{
    public static Sheet Of(Speech speech, LoadCard load)
    {
        var sheet = new Sheet(speech, speech.Text("load.title")).Line(speech.Text("load.seenby"));
        sheet.Section("load.yours", Months(speech, load.Own.Months, load.Own.Budget));
        sheet.Section("load.counted", load.Promises.Select(promise => speech.Text(
            "promise.title", ("number", CardText.Markup(promise.Label)), ("what", speech.Name(promise.What)))));
        foreach (var partner in load.Partners)
        {
            sheet.Group(speech.Name(partner.Partner.Name),
            [
                .. Months(speech, partner.Months, partner.Budget),
                .. partner.People.SelectMany(person => Months(speech, person.Months, person.Budget)
                    .Select(month => speech.Text("load.of", ("who", speech.Name(person.Person.Name)), ("load", month)))),
            ]);
        }

        if (load.Concentration is { } spread) sheet.Section("load.spread", Spread(speech, spread));
        return sheet.Act(Verbs.SetBudget);
    }

    private static IEnumerable<CardText> Months(Speech speech, ValueList<LoadMonth> months, int? budget) => months.Select(month =>
    {
        var guessed = month.Effort is { Count: > 0, Hours: 0 } && month.Effort.Unknown == month.Effort.Count;
        var said = EffortNotes.Month(new Said(guessed ? "load.month.unknown" : budget is null ? "load.month" : "load.month.budget"), month.Month)
            .With("count", month.Effort.Count).With("hours", month.Effort.Hours).With("budget", budget ?? 0);
        var text = speech.Say(said);
        return month.Effort.Unknown == 0 || guessed ? text : speech.Text("load.unknown", ("line", text), ("count", month.Effort.Unknown));
    });

    private static IEnumerable<CardText> Spread(Speech speech, Concentration spread)
    {
        yield return speech.Text("load.spread.top", ("partner", spread.TopPartner), ("person", spread.TopPerson), ("count", spread.Promises));
        yield return speech.Text(
            "load.spread.index", ("index", CardText.Markup((spread.Herfindahl / 10_000m).ToString("0.00", CultureInfo.InvariantCulture))));
        yield return spread.Ceiling is { } ceiling ? speech.Text("load.spread.ceiling", ("ceiling", ceiling)) : speech.Text("load.spread.none");
    }
}
