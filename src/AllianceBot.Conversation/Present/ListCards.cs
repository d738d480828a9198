using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Lists of promises: a row for each with how it stands and one button that opens it.</summary>
internal static class ListCards
{
    public const string Template = "lists/list";

    public static CardModel Model(Speech speech, CommitmentLinesView list)
    {
        var kind = Keys.Of(list.List);
        return new CardModel(12)
        {
            ["title"] = speech.Text($"list.{kind}", ("count", list.Lines.Count + list.Left)),
            ["lines"] = list.Lines.Count == 0 ? One(speech.Text($"list.{kind}.none")) : CardValue.List([]),
            ["rows"] = CardValue.List(list.Lines, line => Row(speech, line)),
            ["more"] = list.Left > 0 ? speech.Text("list.more", ("count", list.Left)) : default(CardValue),
        };
    }

    /// <summary>What waits: decisions first, as others wait for them too.</summary>
    public static CardModel Model(Speech speech, CommitmentLinesView list, ValueList<DecisionRow> decisions, ValueList<IndicatorRow> indicators)
    {
        var model = Model(speech, list);
        model["title"] = speech.Text($"list.{Keys.Of(list.List)}", ("count", list.Lines.Count + list.Left + decisions.Count + indicators.Count));
        model["lines"] = CardValue.List([]);
        model["rows"] = CardValue.List(
            [.. decisions.Select(row => Row(speech, row)), .. indicators.Select(row => Row(speech, row)), .. list.Lines.Select(line => Row(speech, line))]);
        return model;
    }

    public static CardModel Model(Speech speech, ValueList<DecisionRow> decisions) => new(12)
    {
        ["title"] = speech.Text("list.decisions", ("count", decisions.Count)),
        ["lines"] = decisions.Count == 0 ? One(speech.Text("list.decisions.none")) : CardValue.List([]),
        ["rows"] = CardValue.List(decisions, row => Row(speech, row)),
        ["more"] = default(CardValue),
    };

    public static CardModel Model(Speech speech, ValueList<IndicatorRow> indicators) => new(12)
    {
        ["title"] = speech.Text("list.indicators", ("count", indicators.Count)),
        ["lines"] = indicators.Count == 0 ? One(speech.Text("list.indicators.none")) : CardValue.List([]),
        ["rows"] = CardValue.List(indicators, row => Row(speech, row)),
        ["more"] = default(CardValue),
    };

    private static CardModel Row(Speech speech, IndicatorRow row) => new(12)
    {
        ["title"] = speech.Text("indicator.title", ("number", row.Number), ("what", speech.Name(row.Name))),
        ["detail"] = row.Latest is { } latest
            ? speech.Text(
                "list.indicator", ("amount", IndicatorCards.Amount(speech, latest.Value, row.Unit)), ("target", Speech.Number(row.Target)),
                ("date", speech.Date(row.By)))
            : speech.Text("list.indicator.none", ("target", IndicatorCards.Amount(speech, row.Target, row.Unit)), ("date", speech.Date(row.By))),
        ["status"] = speech.Text(row.WaitsForYou ? "waits.indicator" : row.IsReached ? "list.indicator.reached" : $"list.trend.{Keys.Of(row.Trend)}"),
        ["act"] = speech.Text("act.show"),
        ["tip"] = speech.Text("act.show.indicator.tip", ("number", row.Number)),
        ["verb"] = CardValue.Token(Verbs.Show),
        ["item"] = CardValue.Token(((Subject)row.Id).ToString()),
        ["revision"] = CardValue.Token($"{row.Revision}"),
    };

    private static CardModel Row(Speech speech, DecisionRow row) => new(12)
    {
        ["title"] = speech.Text("decision.title", ("number", row.Number), ("what", speech.Name(row.Title))),
        ["detail"] = row.State is DecisionState.Open or DecisionState.Integrating
            ? speech.Text("list.closes", ("date", speech.Date(row.Closes)), ("heard", row.Heard), ("asked", row.Asked))
            : speech.Text("list.decision"),
        ["status"] = speech.Text(row.WaitsForYou && row.State <= DecisionState.Integrating ? "waits.voice" : $"decision.state.{Keys.Of(row.State)}"),
        ["act"] = speech.Text("act.show"),
        ["tip"] = speech.Text("act.show.decision.tip", ("number", row.Number)),
        ["verb"] = CardValue.Token(Verbs.Show),
        ["item"] = CardValue.Token(((Subject)row.Id).ToString()),
        ["revision"] = CardValue.Token($"{row.Revision}"),
    };

    internal static CardValue One(CardText line) => CardValue.List([new CardModel { ["line"] = line }]);

    private static CardModel Row(Speech speech, CommitmentLine line)
    {
        Subject item = line.Id;
        var title = speech.Text("promise.title", ("number", CardText.Markup(line.Label)), ("what", speech.Name(line.What)));
        return new CardModel(12)
        {
            ["title"] = title,
            ["detail"] = speech.Text(
                line.YourSide == Side.Doer ? "list.to" : "list.from",
                ("date", speech.Date(line.Due)), ("other", speech.Party(line.Other, line.OtherPartner))),
            ["status"] = Status(speech, line),
            ["act"] = speech.Text("act.show"),
            ["tip"] = speech.Text("act.show.tip", ("number", CardText.Markup(line.Label))),
            ["verb"] = CardValue.Token(Verbs.Show),
            ["item"] = CardValue.Token(item.ToString()),
            ["revision"] = CardValue.Token($"{line.Revision}"),
        };
    }

    private static CardText Status(Speech speech, CommitmentLine line)
    {
        var status = line.Waits == WaitsFor.Nothing
            ? speech.Text(line.Flags.Contains(CommitmentFlag.DeliveredUnconfirmed)
                ? "promise.state.deliveredUnconfirmed" : $"promise.state.{Keys.Of(line.State)}")
            : line.AnswerBy is { } by ? speech.Text($"waits.{Keys.Of(line.Waits)}.by", ("date", speech.Date(by)))
            : speech.Text($"waits.{Keys.Of(line.Waits)}");
        foreach (var flag in line.Flags)
        {
            var key = $"promise.flag.{Keys.Of(flag)}";
            if (speech.Has(key)) status = speech.Text("promise.status.and", ("status", status), ("flag", speech.Text(key)));
        }

        return status;
    }
}
