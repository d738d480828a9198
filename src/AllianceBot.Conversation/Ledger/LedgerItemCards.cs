using System.Globalization;
using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What is behind one figure: a row for each item that the reader may see, and how many more there are.</summary>
internal static class LedgerItemCards
{
    public static CardModel Model(Speech speech, LedgerItems items, LedgerWish wish, string? page)
    {
        var name = speech.Text($"ledger.figure.{Keys.Of(items.Figure)}");
        var shown = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(0, number - 1) : 0;
        var rows = items.Items.Skip(shown * Limits.List).Take(Limits.List).ToList();
        var left = items.Items.Count - (shown * Limits.List) - rows.Count;
        return new CardModel(12)
        {
            ["title"] = speech.Text("ledger.row", ("number", items.Items.Count + items.Hidden), ("figure", name)),
            ["lines"] = CardValue.List(Lines(speech, items), static line => new CardModel { ["line"] = line }),
            ["rows"] = CardValue.List(rows, item => Row(speech, item)),
            ["more"] = left > 0
                ? speech.Text("ledger.more", ("count", left), ("sentence", CardText.Typed($"{wish.Sentence(Verbs.Ledger)} page {shown + 2}")))
                : default(CardValue),
        };
    }

    private static List<CardText> Lines(Speech speech, LedgerItems items)
    {
        var lines = new List<CardText>
        {
            LedgerSheets.Title(speech, items.Card), speech.Text($"ledger.means.{Keys.Of(items.Figure)}"),
        };
        if (!items.Figure.IsNow) lines.Add(LedgerSheets.Period(speech, items.Card.Period));
        if (items.Hidden > 0) lines.Add(speech.Text("ledger.hidden", ("count", items.Hidden)));
        return lines;
    }

    private static CardModel Row(Speech speech, LedgerItem item)
    {
        var promise = item.Promise;
        Subject about = item.CheckIn is { } checkIn ? checkIn : promise.Id;
        return new CardModel(12)
        {
            ["title"] = speech.Text("promise.title", ("number", CardText.Markup(promise.Label)), ("what", speech.Name(promise.Terms.What))),
            ["detail"] = item.Asked is { } asked
                ? speech.Text("ledger.asked", ("date", speech.Date(asked)))
                : speech.Text("ledger.between", ("doer", speech.Name(promise.Terms.DoerPartner)), ("receiver", speech.Name(promise.Terms.ReceiverPartner)), ("date", speech.Date(promise.Terms.Due))),
            ["status"] = RecordPage.State(speech, promise),
            ["act"] = speech.Text("act.show"),
            ["tip"] = speech.Text("act.show.tip", ("number", CardText.Markup(promise.Label))),
            ["verb"] = CardValue.Token(Verbs.Show),
            ["item"] = CardValue.Token(about.ToString()),
            ["revision"] = CardValue.Token($"{promise.Revision}"),
        };
    }
}
