using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>A promise as a card: title, who for whom, how it stands, the terms, people's own words, the question, the buttons.</summary>
internal static class PromiseCards
{
    public const string Template = "promises/promise";

    public static CardModel Model(Speech speech, CommitmentCard promise)
    {
        var inside = promise.Inside;
        return new CardModel(20)
        {
            ["title"] = speech.Text("promise.title", ("number", CardText.Markup(promise.Label)), ("what", speech.Name(promise.Terms.What))),
            ["who"] = Who(speech, promise),
            ["status"] = Status(speech, promise),
            ["facts"] = Facts(speech, promise),
            ["changes"] = inside is null ? null : PromiseChanges.Of(speech, promise, inside),
            ["quotes"] = CardValue.List(inside is not null ? PromiseQuotes.Of(speech, inside) : PromiseQuotes.OfHelp(speech, promise)),
            ["lines"] = CardValue.List(Lines(speech, promise), static line => new CardModel { ["line"] = line }),
            ["question"] = Question(speech, promise),
            ["history"] = CardValue.List(
                inside is null ? [] : inside.History.Select(line => new CardModel { ["line"] = PromiseHistory.Line(speech, line) }).ToArray()),
            ["seenby"] = speech.Text(
                promise.Acts.Count > 0 ? $"seenby.input.{Keys.Of(promise.InputSeenBy)}" : $"seenby.promise.{Keys.Of(promise.PromiseSeenBy)}"),
            ["acts"] = Acts.Of(speech, promise),
        };
    }

    private static CardText Who(Speech speech, CommitmentCard promise)
    {
        var terms = promise.Terms;
        var agreed = promise.Inside is null or { State: not (CommitmentState.Requested or CommitmentState.Offered or CommitmentState.Countered) };
        var key = agreed ? "promise.who"
            : promise.Inside!.ProposedBy == Side.Receiver ? "promise.who.request" : "promise.who.offer";
        return speech.Text(
            key, ("doer", speech.Party(terms.Doer, terms.DoerPartner)), ("receiver", speech.Party(terms.Receiver, terms.ReceiverPartner)));
    }

    private static CardText Status(Speech speech, CommitmentCard promise)
    {
        if (promise.Inside is not { } inside) return speech.Text(promise.Done ? "promise.state.kept" : "promise.state.promised");
        var state = inside.Flags.Contains(CommitmentFlag.DeliveredUnconfirmed) ? "promise.state.deliveredUnconfirmed"
            : inside.State == CommitmentState.Kept && inside.Flags.Contains(CommitmentFlag.KeptLate) ? "promise.state.keptLate"
            : $"promise.state.{Keys.Of(inside.State)}";
        var status = speech.Text(state);
        foreach (var flag in inside.Flags)
        {
            var key = $"promise.flag.{Keys.Of(flag)}";
            if (speech.Has(key)) status = speech.Text("promise.status.and", ("status", status), ("flag", speech.Text(key)));
        }

        return status;
    }

    private static CardValue Facts(Speech speech, CommitmentCard promise)
    {
        var terms = promise.Terms;
        var facts = new List<CardModel>
        {
            Fact(speech, terms.Repeats is null ? "promise.due" : promise.Series is null ? "promise.due.first" : "promise.due.next", speech.Date(terms.Due)),
            Fact(speech, "promise.doneWhen", speech.Name(terms.DoneWhen)),
            Fact(speech, "promise.goal", terms.Goal is { } goal ? speech.Name(goal.Name) : speech.Text("promise.nogoal")),
        };
        if (SeriesLines.Fact(speech, promise) is { } repeats) facts.Insert(1, Fact(speech, "promise.repeats", repeats));
        if (terms.Evidence != EvidenceKind.None) facts.Add(Fact(speech, "promise.evidence", speech.Text($"evidence.{Keys.Of(terms.Evidence)}")));
        if (promise.Inside?.Estimate is { } hours) facts.Add(Fact(speech, "promise.estimate", speech.Text("hours", ("count", hours))));
        if (promise.Inside?.Report?.Proof is { } proof) facts.Add(Fact(speech, "promise.proof", CardText.Typed(proof)));
        if (promise.Inside is { AnswerBy: { } answerBy, Waits: not null })
            facts.Add(Fact(speech, "promise.answerBy", speech.Date(answerBy)));
        return CardValue.List(facts);
    }

    internal static CardModel Fact(Speech speech, string key, CardText value) => new()
    {
        ["name"] = speech.Text(key),
        ["value"] = value,
    };

    private static List<CardText> Lines(Speech speech, CommitmentCard promise)
    {
        var lines = new List<CardText>();
        lines.AddRange(SeriesLines.Lines(speech, promise));
        if (promise.Outside is { } clause) lines.Add(speech.Text("promise.outside", ("clause", clause)));
        if (promise.Source is { Of.Kind: SubjectKind.Round } source)
        {
            lines.Add(speech.Say(new Said("promise.said.round").With("round", source.Of).Wording("topic", $"component.{source.Component}").With("number", source.Component)));
        }

        if (promise.Source is { Of.Kind: SubjectKind.Decision } from) lines.Add(speech.Say(new Said("promise.said.decision").With("decision", from.Of)));
        if (promise.Source?.Link is { } link && MessageLinks.Read(link.Text) is { Length: > 0 } address)
        {
            lines.Add(speech.Text("promise.said.message", ("message", CardText.Markup($"[{speech.Text("promise.said.link")}]({address})"))));
        }

        if (promise.WordsGone is { } gone) lines.Add(speech.Text("words.gone", ("date", speech.Day(gone))));
        if (promise.Inside is not { } inside) return lines;
        lines.AddRange(EffortLines.Of(speech, promise, inside));
        if (inside.Told is { } told) lines.Add(Told(speech, told));
        if (inside.Waits is { } waits && waits != inside.YourSide)
            lines.Add(speech.Text("promise.waits", ("who", SideName(speech, promise, waits))));
        if (inside.Report is { WaitsForSecond: { } second, FirstAcceptedBy: { } first })
            lines.Add(speech.Text($"promise.second.{Keys.Of(second)}", ("who", speech.Name(first.Name))));
        if (inside.PendingEnding is { } ending)
            lines.Add(speech.Text($"promise.ends.{Keys.Of(ending.As)}.{Keys.Of(ending.WaitsFor)}", ("who", speech.Name(ending.By.Name))));
        if (inside.Ending is { NoticeDays: { } days } && inside.State == CommitmentState.GivenUp)
            lines.Add(days >= 0 ? speech.Text("promise.notice", ("count", days)) : speech.Text("promise.notice.late", ("count", -days)));
        if (inside.Ending?.Successor is { } successor)
            lines.Add(speech.Text("promise.successor", ("what", speech.Name(successor.Name))));
        foreach (var flag in inside.Flags)
        {
            var key = $"promise.line.{Keys.Of(flag)}";
            if (speech.Has(key)) lines.Add(speech.Text(key));
        }

        foreach (var news in inside.News)
            if (!PromiseQuotes.Has(inside, news.Said))
                lines.Add(speech.Text("promise.news", ("line", PromiseHistory.Line(speech, news))));
        return lines;
    }

    /// <summary>Told by one, entered by another, and binding nobody yet: the card says all three.</summary>
    private static CardText Told(Speech speech, TellingView told)
    {
        var answer = speech.Text($"option.told.{told.Answer.ToString().ToLowerInvariant()}");
        return speech.Text(
            "promise.told",
            ("who", speech.Name(told.ToldBy.Name)),
            ("by", speech.Name(told.EnteredBy.Name)),
            ("answer", told.Due is { } due ? speech.Text("promise.told.date", ("answer", answer), ("date", speech.Date(due))) : answer));
    }

    private static CardText SideName(Speech speech, CommitmentCard promise, Side side) => side == Side.Doer
        ? speech.Party(promise.Terms.Doer, promise.Terms.DoerPartner)
        : speech.Party(promise.Terms.Receiver, promise.Terms.ReceiverPartner);

    /// <summary>One card, one question: the first act on offer says which.</summary>
    private static CardText? Question(Speech speech, CommitmentCard promise)
    {
        if (promise.Acts.Count == 0) return null;
        if (promise.Inside?.PendingEnding is not null) return Acts.Ending(promise) is null ? null : speech.Text("question.ending");
        var key = $"question.{Keys.Of(promise.Acts[0])}";
        return speech.Has(key) ? speech.Text(key) : null;
    }
}
