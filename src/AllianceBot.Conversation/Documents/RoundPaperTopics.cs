using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>The six topics of a round, each with all that was recorded; and beside them the rounds before.</summary>
internal static class RoundPaperTopics
{
    public static void Write(Speech speech, Paper paper, RoundReport report)
    {
        var begun = report.Components.Where(static topic => topic.State != ComponentState.Ahead).ToList();
        if (begun.Count == 0) return;
        paper.Heading(speech.Text("roundpage.topics"));
        foreach (var topic in begun)
        {
            paper.Heading(speech.Text($"component.{topic.Number}"), 3).Paragraph(speech.Text($"component.{topic.Number}.question"));
            Topic(speech, paper, topic);
        }
    }

    /// <summary>Topic by topic what each round recorded, and how the actions of the last one stand.</summary>
    public static void Before(Speech speech, Paper paper, RoundReport report)
    {
        if (report.Earlier is not { } earlier) return;
        paper.Heading(speech.Text("roundpage.before"));
        foreach (var topic in report.Components)
        {
            paper.Table(
                speech.Text($"component.{topic.Number}"),
                [speech.Text("roundpage.column.round"), speech.Text("roundpage.column.date"), speech.Text("roundpage.column.recorded")],
                report.Past.Select(past => Row(
                    speech, past.Number, speech.Day(past.CompletedAt), past.Summaries.Count >= topic.Number ? past.Summaries[topic.Number - 1] : null))
                    .Append(Row(speech, report.Round.Number, topic.Record is { } record ? speech.Day(record.At) : default, topic.Record?.Summary)));
        }

        foreach (var then in report.Before)
        {
            var lines = then.Lines.Where(static line => line.Kind is LineKind.Agreement or LineKind.Goal or LineKind.Indicator)
                .Select(line => RoundSections.Line(speech, line)).Concat(RoundSections.Open(speech, then.Open)).ToList();
            if (lines.Count == 0) continue;
            paper.Heading(speech.Text("roundpage.then", ("number", earlier.Number), ("topic", speech.Text($"component.{then.Number}"))), 3).List(lines);
        }

        RoundPaperActions.Actions(speech, paper, report.Before, RoundPaperActions.Earlier, earlier.Number);
    }

    private static IReadOnlyList<CardText> Row(Speech speech, int number, CardText date, string? summary) =>
        [speech.Text("roundpage.round", ("number", number)), date, summary is null ? speech.Text("roundpage.norecord") : CardText.Typed(summary)];

    private static void Topic(Speech speech, Paper paper, ComponentStage topic)
    {
        if (topic.Record is { } record) paper.List(RoundSections.Record(speech, record));
        else paper.Paragraph(speech.Text("roundpage.norecord"));
        Section("round.section.caught", topic.Lines.Select(line => RoundSections.Line(speech, line)));
        Section("round.section.goals", topic.Goals.SelectMany(goal => RoundSections.Goal(speech, goal)));
        if (topic.Baseline is { } sums) Section("round.section.sums", RoundSections.Sums(speech, sums));
        else if (topic.Number == ComponentKinds.Trust) Section("round.section.sums", [speech.Text("round.sums.few")]);
        Section("round.section.indicators", topic.Indicators.SelectMany(indicator => RoundSections.Indicator(speech, indicator)));
        if (topic.Spread.Count > 0) paper.Paragraph(RoundLines.Spread(speech, topic.Spread));
        if (topic.Words.Count > 0) paper.Heading(speech.Text("roundpage.words"), 4);
        foreach (var word in topic.Words)
        {
            paper.Quote(speech.Text("roundpage.word", ("said", speech.Name(word.Text)), ("by", RoundLines.By(speech, word))));
        }

        Section("round.section.talks", topic.Talks.Select(talk => speech.Text("round.talk.line", ("said", speech.Name(talk.Text)), ("date", speech.Day(talk.At)))));
        Section("roundpage.again", topic.Reopenings.Select(again => speech.Text(
            "round.reopened-before", ("topic", speech.Text($"component.{again.Component}")), ("date", speech.Day(again.At)))));

        void Section(string key, IEnumerable<CardText> lines)
        {
            var some = lines.ToList();
            if (some.Count > 0) paper.Heading(speech.Text(key), 4).List(some);
        }
    }
}
