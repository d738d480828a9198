using AllianceBot.Cards;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>
/// The report of a round: where it stands, who was heard, what was agreed and promised, each topic, and the rounds before.
/// It is made of what all members may read; how far a promise is stands in it only for who may see that.
/// </summary>
internal static class RoundPaper
{
    public static CardText Title(Speech speech, Alliance alliance, RoundReport report) => speech.Text(
        "roundpage.title", ("number", report.Round.Number), ("alliance", speech.Name(alliance.Name?.Text)));

    public static Paper Write(Speech speech, Paper paper, RoundReport report, Instant now)
    {
        paper.Paragraph(speech.Text("roundpage.asof", ("moment", speech.Moment(now)), ("zone", CardText.Typed(report.Round.Zone))));
        Front(speech, paper, report);
        Shape(speech, paper, report);
        Heard(speech, paper, report);
        RoundPaperActions.Agreed(speech, paper, report);
        RoundPaperActions.Actions(speech, paper, report.Components, RoundPaperActions.Own);
        Open(speech, paper, report);
        RoundPaperTopics.Write(speech, paper, report);
        RoundPaperTopics.Before(speech, paper, report);
        return paper.Paragraph(speech.Text("benchmarks.credit"));
    }

    private static void Front(Speech speech, Paper paper, RoundReport report)
    {
        var round = report.Round;
        var facts = new List<(CardText, CardText)> { (speech.Text("roundpage.state"), speech.Text($"round.state.{Keys.Of(round.State)}")) };
        void Add(string key, CardText value) => facts.Add((speech.Text(key), value));
        if (report.Meetings.Count > 0)
        {
            Add("roundpage.meetings", RoundLines.And(speech, report.Meetings.Select(held => speech.Day(held.From)).Distinct()));
        }
        else if (round.Meetings.Count > 0)
        {
            Add("roundpage.planned", RoundLines.And(speech, round.Meetings.Select(speech.Date)));
        }

        if (report.Ran.Count > 0) Add("roundpage.ran", RoundLines.And(speech, report.Ran.Select(person => speech.Name(person.Name))));
        if (round.Roster.Count > 0) Add("roundpage.partners", RoundLines.Names(speech, round.Roster));
        if (round.Left.Count > 0) Add("roundpage.left", RoundLines.Names(speech, round.Left));
        if (round.Later.Count > 0) Add("roundpage.later", RoundLines.Names(speech, round.Later));
        if (round.CompletedAt is { } done) Add("roundpage.completed", speech.Day(done));
        if (round.Review is { } review) Add("roundpage.review", speech.Date(review));
        if (round.EndReason is { } said) Add("roundpage.said", CardText.Typed(said));
        paper.Facts(facts);
    }

    /// <summary>The figure, of this round and of the one before, with what it shows in numbers.</summary>
    private static void Shape(Speech speech, Paper paper, RoundReport report)
    {
        if (report.Components.Count == 0) return;
        paper.Heading(speech.Text("roundpage.shape"));
        var figures = new List<Triangle> { Figure(speech, report.Round, report.Components) };
        if (report.Earlier is { } earlier) figures.Add(Figure(speech, earlier, report.Before));
        paper.Figures(figures);
        paper.Table(
            speech.Text("roundpage.shape.caption", ("number", report.Round.Number)),
            [
                speech.Text("roundpage.column.topic"), speech.Text("roundpage.column.state"), speech.Text("roundpage.column.heard"),
                speech.Text("roundpage.column.caught"), speech.Text("roundpage.column.promises"), speech.Text("roundpage.column.open"),
            ],
            report.Components.Select(topic => (IReadOnlyList<CardText>)
            [
                speech.Text($"component.{topic.Number}"), speech.Text($"round.component.{Keys.Of(topic.State)}"),
                speech.Text("roundpage.of", ("count", topic.Record is { } record ? record.Spoke.Count + record.Passed.Count : topic.Heard), ("all", topic.Asked)),
                Number(speech, topic.Lines.Count), Promises(speech, topic), Number(speech, topic.Open.Count),
            ]));
    }

    private static Triangle Figure(Speech speech, RoundCard round, ValueList<ComponentStage> topics)
    {
        var shades = topics.Select(static topic => topic.Record is null ? TopicShade.None : topic.Open.Count > 0 ? TopicShade.Open : TopicShade.Whole).ToList();
        int Count(TopicShade shade) => shades.Count(one => one == shade);
        return new(
            speech.Text(
                "roundpage.figure", ("number", round.Number), ("whole", Count(TopicShade.Whole)), ("open", Count(TopicShade.Open)), ("none", Count(TopicShade.None))),
            Topics(speech), shades);
    }

    public static IReadOnlyList<CardText> Topics(Speech speech) =>
        [.. Enumerable.Range(1, ComponentKinds.Count).Select(number => speech.Text($"component.{number}"))];

    private static CardText Promises(Speech speech, ComponentStage topic)
    {
        var promises = topic.Lines.Where(static line => line.Kind == LineKind.Promise).ToList();
        return promises.Count == 0
            ? Number(speech, 0)
            : speech.Text("roundpage.promises.done", ("count", promises.Count), ("done", promises.Count(static line => line.Promise is { IsDone: true })));
    }

    /// <summary>Each partner in the order of the roster, with how it was heard in each topic.</summary>
    private static void Heard(Speech speech, Paper paper, RoundReport report)
    {
        var recorded = report.Components.Where(static topic => topic.Record is not null).ToList();
        if (recorded.Count == 0) return;
        var partners = recorded.SelectMany(static topic => topic.Record!.Spoke.Concat(topic.Record.Passed).Concat(topic.Record.NotHeard))
            .Concat(report.Round.Roster).DistinctBy(static partner => partner.Id).ToList();
        paper.Heading(speech.Text("roundpage.heard")).Paragraph(speech.Text("roundpage.heard.how"));
        paper.Table(
            speech.Text("roundpage.heard.caption"),
            [speech.Text("roundpage.column.partner"), .. recorded.Select(topic => speech.Text($"component.{topic.Number}"))],
            partners.Select(partner => (IReadOnlyList<CardText>)
                [speech.Name(partner.Name), .. recorded.Select(topic => As(speech, topic.Record!, partner))]));
    }

    private static CardText As(Speech speech, ComponentRecordView record, Named<PartnerId> partner)
    {
        bool In(ValueList<Named<PartnerId>> some) => some.Any(one => one.Id == partner.Id);
        var how = In(record.Spoke) ? "spoke" : In(record.Passed) ? "passed" : In(record.NotHeard) ? "notheard" : "notasked";
        var text = speech.Text($"roundpage.heard.{how}");
        var later = record.Answers.LastOrDefault(answer => answer.Partner.Id == partner.Id && answer.Stance != Stance.Confirm && answer.At >= record.At)?.Stance
            ?? (In(record.Confirmed) ? Stance.Confirm : null);
        return later is { } stance ? speech.Text($"roundpage.heard.then.{Keys.Of(stance)}", ("heard", text)) : text;
    }

    private static void Open(Speech speech, Paper paper, RoundReport report)
    {
        var open = report.Components.SelectMany(topic => RoundSections.Open(speech, topic.Open)
            .Select(line => speech.Text("roundpage.intopic", ("topic", topic.Number), ("line", line)))).ToList();
        if (open.Count > 0) paper.Heading(speech.Text("round.section.open")).List(open);
    }

    private static CardText Number(Speech speech, int number) => speech.Text("record.number", ("number", number));
}
