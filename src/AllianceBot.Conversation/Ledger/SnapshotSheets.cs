using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Approved snapshots as a sheet, and what one would tell, on the card of its decision.</summary>
internal static class SnapshotSheets
{
    /// <summary>Results of one snapshot on a card that has others beside it.</summary>
    private const int PerSnapshot = 12;

    public static Sheet Of(Speech speech, ValueList<SnapshotCard> snapshots)
    {
        var sheet = new Sheet(speech, speech.Text("results.title")).Line(speech.Text("results.line"));
        if (snapshots.Count == 0) return sheet.Line(speech.Text("results.none"));
        foreach (var one in snapshots.Take(PerSnapshot))
        {
            var shown = one.Results.Take(PerSnapshot).Select(line => Line(speech, line)).ToList();
            var left = one.Results.Count - shown.Count;
            sheet.Group(speech.Name(one.Title),
            [
                one.Of is { } of
                    ? speech.Text("results.about", ("partner", speech.Name(of)), ("from", speech.Date(one.From)), ("until", speech.Date(one.Until)))
                    : speech.Text("ledger.period", ("from", speech.Date(one.From)), ("until", speech.Date(one.Until))),
                speech.Name(one.Text), .. one.Numbers.Select(number => Line(speech, number)), .. shown,
                .. left > 0 ? [speech.Text("results.more", ("count", left))] : (IEnumerable<CardText>)[],
            ]);
        }

        return sheet;
    }

    /// <summary>For who decides: every result that would be told.</summary>
    public static IEnumerable<CardText> Lines(Speech speech, SnapshotView snapshot) =>
    [
        speech.Text("results.would", ("from", speech.Date(snapshot.From)), ("until", speech.Date(snapshot.Until)), ("count", snapshot.Results.Count)),
        .. snapshot.Results.Select(line => Line(speech, line)), .. snapshot.Numbers.Select(number => Line(speech, number)),
    ];

    private static CardText Line(Speech speech, SnapshotNumberLine number) => speech.Text(
        "results.number", ("what", speech.Name(number.What)), ("amount", IndicatorCards.Amount(speech, number.Value, number.Unit)), ("date", speech.Date(number.On)),
        ("target", IndicatorCards.Amount(speech, number.Target, number.Unit)), ("by", speech.Date(number.By)));

    private static CardText Line(Speech speech, SnapshotLine line) =>
        speech.Text("results.result", ("what", speech.Name(line.What)), ("date", speech.Date(line.On)));
}
