using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What came of a round: what was agreed and decided, and who does what by when.</summary>
internal static class RoundPaperActions
{
    /// <summary>The texts around the actions of this round, and of the one before.</summary>
    public const string Own = "roundpage.actions";
    public const string Earlier = "roundpage.earlier";

    public static void Agreed(Speech speech, Paper paper, RoundReport report)
    {
        var agreed = report.Components.SelectMany(static topic => topic.Lines)
            .Where(static line => line.Kind is LineKind.Agreement or LineKind.Goal)
            .Select(line => speech.Text("roundpage.intopic", ("topic", line.Component), ("line", RoundSections.Line(speech, line)))).ToList();
        if (agreed.Count > 0) paper.Heading(speech.Text("roundpage.agreed")).List(agreed);
        if (report.Decided.Count == 0) return;
        paper.Heading(speech.Text("roundpage.decided")).Table(
            speech.Text("roundpage.decided.caption"),
            [
                speech.Text("roundpage.column.decision"), speech.Text("roundpage.column.outcome"), speech.Text("roundpage.column.date"),
                speech.Text("roundpage.column.review"),
            ],
            report.Decided.Select(decided => (IReadOnlyList<CardText>)
            [
                speech.Text("decision.title", ("number", decided.Number), ("what", speech.Name(decided.Title))),
                decided.Statement is { } statement ? CardText.Typed(statement) : default, speech.Day(decided.At),
                decided.Review is { } review ? speech.Date(review) : default,
            ]));
    }

    /// <summary>Promises and what was parked: each with its person and its date, and how it stands now.</summary>
    public static void Actions(Speech speech, Paper paper, ValueList<ComponentStage> topics, string texts, int round = 0)
    {
        var actions = topics.SelectMany(static topic => topic.Lines).Where(static line => line.Kind is LineKind.Promise or LineKind.Parked).ToList();
        if (actions.Count == 0) return;
        paper.Heading(speech.Text(texts, ("number", round)), texts == Own ? 2 : 3).Table(
            speech.Text($"{texts}.caption"),
            [
                speech.Text("roundpage.column.action"), speech.Text("roundpage.column.who"), speech.Text("roundpage.column.by"),
                speech.Text("roundpage.column.stands"), speech.Text("roundpage.column.topic"),
            ],
            actions.Select(line => (IReadOnlyList<CardText>)
            [
                speech.Name(line.Text), speech.Name(line.Owner), line.Date is { } date ? speech.Date(date) : default, Stands(speech, line),
                speech.Text($"component.{line.Component}"),
            ]));
    }

    private static CardText Stands(Speech speech, LineView line) => line switch
    {
        { Kind: LineKind.Parked } => speech.Text("roundpage.parked"),
        { Promise: { } promise } => speech.Text(
            "roundpage.promise", ("promise", CardText.Markup(promise.Id.Name ?? "")), ("state", RoundSections.Standing(speech, promise))),
        _ => speech.Text("round.line.asked"),
    };
}
