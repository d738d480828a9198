using System.Globalization;
using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Give and take between a partner and each other one, for its own people: as a card, and as a table of its record.</summary>
internal static class PairsSheets
{
    public static Sheet Of(Speech speech, PairsCard pairs)
    {
        var sheet = new Sheet(speech, speech.Text("pairs.title", ("partner", speech.Name(pairs.Partner))))
            .Line(LedgerSheets.Period(speech, pairs.Period)).Line(speech.Text("pairs.seenby"));
        if (pairs.Pairs.Count == 0) sheet.Line(speech.Text("pairs.none"));
        foreach (var pair in pairs.Pairs) sheet.Group(speech.Name(pair.Other), Lines(speech, pairs, pair));
        return sheet;
    }

    public static void Table(Speech speech, Page page, PairsCard pairs) => page
        .Heading(speech.Text("pairs.title", ("partner", speech.Name(pairs.Partner))))
        .Table(
            speech.Text("pairs.seenby"),
            [speech.Text("pairs.column.other"), speech.Text("pairs.column.gave"), speech.Text("pairs.column.got"), speech.Text("pairs.column.weight")],
            pairs.Pairs.Select(pair => (IReadOnlyList<CardText>)
            [
                speech.Name(pair.Other), Given(speech, pair.Gave), Given(speech, pair.Got), Weight(speech, pairs, pair),
            ]));

    private static IEnumerable<CardText> Lines(Speech speech, PairsCard pairs, PartnerPair pair)
    {
        yield return speech.Text("pairs.gave", ("partner", speech.Name(pairs.Partner)), ("given", Given(speech, pair.Gave)));
        yield return speech.Text("pairs.gave", ("partner", speech.Name(pair.Other)), ("given", Given(speech, pair.Got)));
        if (pair.IsOneWay) yield return speech.Text("pairs.oneway");
        yield return Weight(speech, pairs, pair);
    }

    private static CardText Given(Speech speech, GivenTo given) => speech.Text(
        given switch
        {
            { Promised: 0, Delivered: 0, Open: 0 } => "pairs.given.nothing",
            { Unknown: > 0, Hours: 0 } => "pairs.given.unestimated",
            { Unknown: > 0 } => "pairs.given.unknown",
            { Hours: 0 } => "pairs.given.count",
            _ => "pairs.given",
        },
        ("promised", given.Promised), ("delivered", given.Delivered), ("open", given.Open), ("hours", given.Hours), ("unknown", given.Unknown));

    /// <summary>Measured by the time that each declared; where that is not possible, it says so.</summary>
    private static CardText Weight(Speech speech, PairsCard pairs, PartnerPair pair) => pair.IsWeighted
        ? speech.Text(
            "pairs.weighted",
            ("own", speech.Name(pairs.Partner)), ("gave", Months(pair.Gave)), ("ownhours", pair.Gave.Declared!.Value),
            ("other", speech.Name(pair.Other)), ("got", Months(pair.Got)), ("otherhours", pair.Got.Declared!.Value))
        : speech.Text("pairs.unweighted");

    private static CardText Months(GivenTo given) =>
        CardText.Markup((given.TenthsOfMonth!.Value / 10m).ToString("0.0", CultureInfo.InvariantCulture));
}
