using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>An indicator as a card: where it stands, a chart with its numbers, what may be said of the trend, what helps and what hinders.</summary>
internal static class IndicatorCards
{
    public const string Template = "indicators/indicator";

    private const int Open = 3;

    public static CardModel Model(Speech speech, IndicatorCard indicator) => new(24)
    {
        ["title"] = speech.Text("indicator.title", ("number", indicator.Number), ("what", speech.Name(indicator.Name))),
        ["who"] = Who(speech, indicator),
        ["status"] = Status(speech, indicator),
        ["asks"] = Asks(indicator),
        ["question"] = Question(speech, indicator),
        ["valuelabel"] = speech.Text("indicator.valuelabel", ("unit", speech.Name(indicator.Unit))),
        ["notelabel"] = speech.Text("indicator.notelabel"),
        ["facts"] = CardValue.List(Facts(speech, indicator)),
        ["charts"] = indicator.Counted.Count > 1 ? CardValue.List([Chart(speech, indicator)]) : CardValue.List([]),
        ["lines"] = CardValue.List(Lines(speech, indicator), static line => new CardModel { ["line"] = line }),
        ["quotes"] = indicator.Inside is { } inside ? CardValue.List(inside.Branches, branch => Quote(speech, indicator, branch)) : CardValue.List([]),
        ["history"] = CardValue.List([.. History(speech, indicator)], static line => new CardModel { ["line"] = line }),
        ["seenby"] = speech.Text(indicator.Acts.Count > 0 ? "seenby.input.allMembers" : "seenby.promise.allMembers"),
        ["item"] = CardValue.Token(((Subject)indicator.Id).ToString()),
        ["revision"] = CardValue.Token($"{indicator.Revision}"),
        ["acts"] = Buttons(speech, indicator),
    };

    /// <summary>The verb that does it.</summary>
    public static string Verb(IndicatorAct act) => act switch
    {
        IndicatorAct.Read => Verbs.Reading,
        IndicatorAct.Skip => Verbs.NoReading,
        IndicatorAct.AgreeToReport => Verbs.Accept,
        IndicatorAct.DeclineToReport => Verbs.Decline,
        IndicatorAct.Correct => Verbs.CorrectReading,
        IndicatorAct.SayImproves => Verbs.Improves,
        IndicatorAct.SayInTheWay => Verbs.InTheWay,
        IndicatorAct.NameOwner => Verbs.HandOver,
        IndicatorAct.Change => Verbs.ChangeIndicator,
        IndicatorAct.Retire => Verbs.Retire,
        _ => throw new System.Diagnostics.UnreachableException($"No verb for {act}."),
    };

    /// <summary>A number with its unit: "84 people".</summary>
    public static CardText Amount(Speech speech, decimal value, string? unit) =>
        speech.Text("indicator.amount", ("value", Speech.Number(value)), ("unit", speech.Name(unit)));

    public static CardText Status(Speech speech, IndicatorCard indicator)
    {
        var target = speech.Text("indicator.target", ("amount", Amount(speech, indicator.Target, indicator.Unit)), ("date", speech.Date(indicator.By)));
        if (!indicator.IsLive) return speech.Text("indicator.status.retired");
        if (indicator.Trend.Last is not { } last) return speech.Text("indicator.status.none", ("target", target));
        var amount = Amount(speech, last.Value, indicator.Unit);
        return speech.Text(
            indicator.IsReached ? "indicator.status.reached" : "indicator.status.now", ("amount", amount), ("date", speech.Date(last.On)), ("target", target));
    }

    /// <summary>What may be said of how it moved, and from how many numbers.</summary>
    public static CardText Trend(Speech speech, Trend trend, string? unit)
    {
        var key = $"indicator.trend.{Keys.Of(trend.Kind)}";
        if (trend.Kind is TrendKind.None) return speech.Text(key);
        if (trend.Kind is TrendKind.TooFew) return speech.Text(key, ("count", trend.Count));
        var range = trend.Least == trend.Most
            ? Amount(speech, Math.Abs(trend.Least), unit)
            : speech.Text("indicator.range", ("least", Speech.Number(Math.Min(Math.Abs(trend.Least), Math.Abs(trend.Most)))),
                ("most", Amount(speech, Math.Max(Math.Abs(trend.Least), Math.Abs(trend.Most)), unit)));
        return trend.Kind is TrendKind.Unclear or TrendKind.Level
            ? speech.Text(key, ("count", trend.Count))
            : speech.Text(key, ("count", trend.Count), ("step", speech.Text(trend.Least > 0 ? "indicator.step.up" : "indicator.step.down", ("range", range))));
    }

    private static bool Asks(IndicatorCard indicator) => indicator.Inside?.AskedOn is not null && indicator.Acts.Contains(IndicatorAct.Read);

    private static CardText Who(Speech speech, IndicatorCard indicator)
    {
        var every = speech.Text($"every.{Keys.Of(indicator.Every)}");
        if (indicator.Inside is not { } inside) return speech.Text("indicator.who.every", ("every", every));
        if (inside.Owner is not { } owner) return speech.Text("indicator.who.nobody", ("every", every));
        var who = inside.OwnerPartner is { } partner ? speech.Party(owner, partner) : speech.Name(owner.Name);
        return speech.Text(inside.OwnerAgreed ? "indicator.who" : "indicator.who.asked", ("who", who), ("every", every));
    }

    private static CardText Question(Speech speech, IndicatorCard indicator) => indicator.Inside?.AskedOn is { } on
        ? speech.Text("indicator.question", ("date", speech.Date(on)))
        : speech.Text("indicator.question.any");

    private static List<CardModel> Facts(Speech speech, IndicatorCard indicator)
    {
        var facts = new List<CardModel>();
        void Add(string key, CardText value) => facts.Add(PromiseCards.Fact(speech, key, value));
        if (indicator.Start is { } start)
        {
            Add("indicator.began", speech.Text(
                "indicator.amount.on", ("amount", Amount(speech, start.Value, indicator.Unit)), ("date", speech.Date(start.On))));
        }

        if (indicator.Standard is { } standard) Add("indicator.standard", CardText.Typed(standard));
        if (indicator.Goal is { } goal) Add("indicator.goal", CardText.Typed(goal));
        return facts;
    }

    private static CardModel Chart(Speech speech, IndicatorCard indicator)
    {
        var points = indicator.Counted.Select(one => new ChartPoint(Short(speech, one), one.Value, Speech.Number(one.Value)) { Day = one.On }).ToList();
        var first = points.Skip(points.Count - Charts.Most).First().Day!.Value;
        var target = new ChartPoint(speech.Text("indicator.chart.target"), indicator.Target, Amount(speech, indicator.Target, indicator.Unit));
        var until = NodaTime.LocalDate.Max(indicator.By, points[^1].Day!.Value);
        return Charts.Line(
            speech,
            new(speech.Text("indicator.chart.title"), speech.Text("indicator.chart.across"), speech.Name(indicator.Unit)),
            new ChartSeries(speech.Text("indicator.chart.reported"), points),
            new ChartSeries(speech.Text("indicator.chart.target"), [target with { Day = first }, target with { Day = until }]) { IsGuide = true });
    }

    /// <summary>"30 Nov": the year is in the list of numbers.</summary>
    private static CardText Short(Speech speech, Measured one) =>
        speech.Text("date.short", ("day", one.On.Day), ("month", speech.Text($"date.month.{one.On.Month}")));

    private static List<CardText> Lines(Speech speech, IndicatorCard indicator)
    {
        var lines = new List<CardText> { Trend(speech, indicator.Trend, indicator.Unit) };
        if (indicator.IsReached) lines.Insert(0, speech.Text("indicator.together"));
        if (indicator.Acts.Contains(IndicatorAct.AgreeToReport)) lines.Add(speech.Text("indicator.will-you"));
        if (indicator.Inside?.NextAsk is { } next) lines.Add(speech.Text("indicator.next", ("date", speech.Day(next))));
        return lines;
    }

    private static CardModel Quote(Speech speech, IndicatorCard indicator, BranchView branch) => new()
    {
        ["about"] = speech.Text($"indicator.branch.{Keys.Of(branch.Kind)}"),
        ["said"] = speech.Name(branch.Text),
        ["by"] = speech.Text(
            "indicator.branch.by", ("amount", Amount(speech, branch.Number, indicator.Unit)), ("date", speech.Date(branch.By)), ("on", speech.Day(branch.At))),
    };

    /// <summary>Every number that was entered, newest first, then what else happened.</summary>
    private static IEnumerable<CardText> History(Speech speech, IndicatorCard indicator)
    {
        if (indicator.Inside is not { } inside) yield break;
        foreach (var reading in inside.Readings.Take(Charts.Most * 2))
        {
            var key = reading.IsCorrected ? "indicator.read.corrected" : reading.Corrects is null ? "indicator.read" : "indicator.read.corrects";
            var line = speech.Text(
                key, ("date", speech.Date(reading.On)), ("amount", Amount(speech, reading.Value, indicator.Unit)), ("who", speech.Name(reading.By)),
                ("before", Speech.Number(reading.Corrects ?? 0)));
            yield return reading.Note is { } note ? speech.Text("indicator.read.note", ("line", line), ("note", CardText.Typed(note))) : line;
        }

        foreach (var entry in inside.History.Reverse().Take(Charts.Most))
        {
            var line = speech.Text(
                $"history.{entry.What}", ("who", speech.Name(entry.By)), ("date", speech.Day(entry.At)), ("person", speech.Name(entry.Person)));
            yield return entry.Said is { } said ? speech.Text("indicator.read.note", ("line", line), ("note", CardText.Typed(said))) : line;
        }
    }

    private static CardValue Buttons(Speech speech, IndicatorCard indicator)
    {
        var asks = Asks(indicator);
        var likely = indicator.Acts.OrderByDescending(act => act switch
        {
            IndicatorAct.Read or IndicatorAct.Skip => asks,
            IndicatorAct.AgreeToReport or IndicatorAct.DeclineToReport => true,
            _ => false,
        });
        var buttons = new List<CardModel>();
        foreach (var act in likely)
        {
            var seldom = act is IndicatorAct.Change or IndicatorAct.Retire or IndicatorAct.NameOwner or IndicatorAct.Correct;
            buttons.Add(new CardModel
            {
                ["title"] = speech.Text(act == IndicatorAct.Read && asks ? "act.read.send" : $"act.{Keys.Of(act)}"),
                ["verb"] = CardValue.Token(Verb(act)),
                ["mode"] = CardValue.Token(buttons.Count < Open && !seldom ? "primary" : "secondary"),
            });
        }

        return CardValue.List(buttons);
    }
}
