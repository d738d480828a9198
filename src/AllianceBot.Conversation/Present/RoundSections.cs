using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The headed lists of a round's card: what came before, facts, what was caught, the record, what stays open.</summary>
internal static class RoundSections
{
    public static List<CardModel> Of(Speech speech, RoundCard round)
    {
        var sections = new List<CardModel>();
        void Add(string key, IEnumerable<CardText> texts)
        {
            var lines = texts.Take(Limits.List).ToList();
            if (lines.Count > 0) sections.Add(new CardModel { ["title"] = speech.Text(key), ["lines"] = CardValue.List(lines, static line => new CardModel { ["line"] = line }) });
        }

        if (round.Stage is not { } stage)
        {
            Add("round.section.topics", round.Components.Select(line => Topic(speech, line)));
            return sections;
        }

        var isTalk = stage.State is not (ComponentState.Recorded or ComponentState.Confirmed);
        if (isTalk) Add("round.section.before", stage.Before.Select(line => Line(speech, line)));
        if (isTalk && stage.Baseline is { } sums) Add("round.section.sums", Sums(speech, sums));
        if (isTalk && stage is { Number: ComponentKinds.Trust, Baseline: null }) Add("round.section.sums", [speech.Text("round.sums.few")]);
        if (isTalk) Add("round.section.talks", stage.Talks.Select(talk => speech.Text("round.talk.line", ("said", speech.Name(talk.Text)), ("date", speech.Day(talk.At)))));
        Add("round.section.indicators", stage.Indicators.SelectMany(indicator => Indicator(speech, indicator)));
        if (stage.Record is { } record) Add("round.section.record", Record(speech, record));
        Add("round.section.caught", stage.Lines.Select(line => Line(speech, line)));
        Add("round.section.goals", stage.Goals.SelectMany(goal => Goal(speech, goal)));
        Add("round.section.open", Open(speech, stage.Open));
        return sections;
    }

    /// <summary>"3 · Agreed: We meet weekly." with who and by when, and the promise that it became.</summary>
    public static CardText Line(Speech speech, LineView line)
    {
        var text = speech.Text($"round.line.{Keys.Of(line.Kind)}", ("number", line.Number), ("said", speech.Name(line.Text)));
        if (line.Owner is { } owner) text = speech.Text("round.line.owner", ("line", text), ("who", speech.Name(owner.Name)));
        if (line.Date is { } date) text = speech.Text("round.line.date", ("line", text), ("date", speech.Date(date)));
        return line.Promise is { } promise
            ? speech.Text("round.line.asks", ("line", text), ("promise", CardText.Markup(promise.Id.Name ?? "")), ("state", Standing(speech, promise)))
            : text;
    }

    /// <summary>What stays open, a line for what is the same of several partners.</summary>
    public static IEnumerable<CardText> Open(Speech speech, ValueList<OpenPoint> open) => open.GroupBy(static one => (one.Kind, one.Text, one.At))
        .Select(same => speech.Text(
            $"round.open.{Keys.Of(same.Key.Kind)}", ("partner", Partners(speech, same)), ("said", speech.Name(same.Key.Text ?? "")), ("date", speech.Day(same.Key.At))));

    private static CardText Partners(Speech speech, IEnumerable<OpenPoint> same) => same.Any(static one => one.Partner is null)
        ? speech.Text("words.nobody")
        : RoundLines.And(speech, same.Select(one => speech.Name(one.Partner!.Name)));

    public static CardText Topic(Speech speech, ComponentLine line)
    {
        var text = speech.Text("round.topic.line", ("topic", speech.Text($"component.{line.Number}")), ("state", speech.Text($"round.component.{Keys.Of(line.State)}")));
        return line.Summary is { } summary ? speech.Text("round.topic.summary", ("line", text), ("summary", speech.Name(summary))) : text;
    }

    public static CardText Standing(Speech speech, LinePromise promise) => promise switch
    {
        { IsDone: true } => speech.Text("promise.state.kept"),
        { IsOverdue: true } => speech.Text("promise.flag.overdue"),
        { State: { } state } => speech.Text($"promise.state.{Keys.Of(state)}"),
        _ => speech.Text("round.line.asked"),
    };

    public static List<CardText> Record(Speech speech, ComponentRecordView record)
    {
        var lines = new List<CardText>();
        if (record.Summary is { Length: > 0 } summary) lines.Add(speech.Name(summary));
        lines.Add(record.Present.Count > 0
            ? speech.Text("round.record.room", ("date", speech.Day(record.At)), ("partners", RoundLines.Names(speech, record.Present)))
            : speech.Text("round.record.at", ("date", speech.Day(record.At))));
        if (record.Passed.Count > 0) lines.Add(speech.Text("round.record.passed", ("partners", RoundLines.Names(speech, record.Passed))));
        if (record.NotHeard.Count > 0) lines.Add(speech.Text("round.record.notheard", ("partners", RoundLines.Names(speech, record.NotHeard))));
        if (record.Confirmed.Count > 0) lines.Add(speech.Text("round.record.confirmed", ("partners", RoundLines.Names(speech, record.Confirmed))));
        if (record.Unanswered.Count > 0)
        {
            lines.Add(speech.Text("round.record.waits", ("partners", RoundLines.Names(speech, record.Unanswered)), ("date", speech.Day(record.AnswerBy))));
        }

        lines.AddRange(record.Answers.Where(static answer => answer.Text is not null).Select(answer => speech.Text(
            $"round.answer.{Keys.Of(answer.Stance)}", ("partner", speech.Name(answer.Partner.Name)), ("said", speech.Name(answer.Text)))));
        lines.AddRange(record.Earlier.Where(static earlier => !string.IsNullOrEmpty(earlier)).Select(earlier => speech.Text("round.record.earlier", ("said", speech.Name(earlier)))));
        return lines;
    }

    public static List<CardText> Sums(Speech speech, Baseline sums) =>
    [
        sums.Since is { } since ? speech.Text("round.sums.since", ("date", speech.Day(since)), ("count", sums.Partners)) : speech.Text("round.sums.all", ("count", sums.Partners)),
        speech.Text("round.sums.kept", ("intime", sums.KeptOnTime), ("late", sums.KeptLate)),
        speech.Text("round.sums.moved", ("intime", sums.RenegotiatedInTime), ("late", sums.RenegotiatedLate)),
        speech.Text("round.sums.ended", ("released", sums.Released), ("givenup", sums.GivenUp), ("unmet", sums.Unmet + sums.SeenDifferently)),
        speech.Text("round.sums.open", ("open", sums.Open), ("overdue", sums.Overdue), ("unconfirmed", sums.Unconfirmed)),
    ];

    public static IEnumerable<CardText> Indicator(Speech speech, IndicatorTalk indicator)
    {
        if (indicator.Listed is { } listed)
        {
            yield return Listed(speech, listed);
            if (listed.Latest is not null) yield return IndicatorCards.Trend(speech, listed.Trend, listed.Unit);
            if (indicator.IsOpen) yield return speech.Text("round.indicator.unsaid");
        }
        else
        {
            yield return indicator.IsOpen ? speech.Text("round.indicator.open", ("name", speech.Name(indicator.Name))) : speech.Name(indicator.Name);
        }

        foreach (var said in indicator.Listed?.Said ?? [])
        {
            yield return speech.Text(
                "round.indicator.said", ("what", speech.Text(said.Kind == BearingKind.Improves ? "round.indicator.improves" : "round.indicator.way", ("said", speech.Name(said.Text)))),
                ("amount", IndicatorCards.Amount(speech, said.Number, indicator.Listed!.Unit)), ("date", speech.Date(said.By)));
        }

        foreach (var said in indicator.Improves) yield return speech.Text("round.indicator.improves", ("said", speech.Name(said)));
        foreach (var said in indicator.InTheWay) yield return speech.Text("round.indicator.way", ("said", speech.Name(said)));
    }

    /// <summary>"I2 · People in work: 84 people (Fri 30 Oct 2026), target 120 people by ...".</summary>
    private static CardText Listed(Speech speech, IndicatorOnTable listed)
    {
        var target = speech.Text("indicator.target", ("amount", IndicatorCards.Amount(speech, listed.Target, listed.Unit)), ("date", speech.Date(listed.By)));
        var name = speech.Text("indicator.title", ("number", listed.Number), ("what", speech.Name(listed.Name)));
        return listed.Latest is { } latest
            ? speech.Text(
                "round.indicator.listed", ("name", name), ("amount", IndicatorCards.Amount(speech, latest.Value, listed.Unit)), ("date", speech.Date(latest.On)),
                ("target", target))
            : speech.Text("round.indicator.unread", ("name", name), ("target", target));
    }

    public static IEnumerable<CardText> Goal(Speech speech, GoalView goal)
    {
        if (goal.Own.Count > 0) yield return speech.Text("charter.goal.own", ("goal", speech.Name(goal.Text)), ("partners", RoundLines.Names(speech, goal.Own)));
        foreach (var earlier in goal.Earlier)
        {
            yield return speech.Text("charter.goal.earlier", ("partner", speech.Name(earlier.Partner.Name)), ("wording", speech.Name(earlier.Text)), ("date", speech.Day(earlier.At)));
        }

        if (goal.Open.Count > 0) yield return speech.Text("charter.goal.open", ("goal", speech.Name(goal.Text)), ("partners", RoundLines.Names(speech, goal.Open)));
    }
}
