using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>
/// For meetings without laptops: a sheet of questions for each topic, the figure, and a sheet to write each record on. What
/// is written on them is entered afterwards with the name of who said it.
/// </summary>
internal static class PrintPack
{
    private const int WordLines = 5;
    private const int RecordLines = 2;
    private const int Rows = 4;

    public static Page Write(Speech speech, Alliance alliance, RoundReport? report)
    {
        var page = new Page(speech.Language, speech.Text("printpack.title", ("alliance", speech.Name(alliance.Name?.Text))));
        page.Paragraph(speech.Text("benchmarks.what")).Paragraph(speech.Text("printpack.how")).Paragraph(speech.Text("benchmarks.credit"));
        if (alliance.Purpose?.Text is { Length: > 0 } purpose) page.Paragraph(speech.Text("alliance.purpose", ("purpose", CardText.Typed(purpose))));
        page.Sheet().Heading(speech.Text("printpack.figure")).Figures([new(speech.Text("printpack.figure.caption"), RoundPaper.Topics(speech), [])]);
        for (var topic = 1; topic <= ComponentKinds.Count; topic++) Questions(speech, page, topic);
        var partners = report is { Round.Roster.Count: > 0 }
            ? report.Round.Roster
            : alliance.Partners.Where(static partner => !partner.Left).Select(partner => new Named<PartnerId>(partner.Id, partner.Name.Text)).ToValueList();
        for (var topic = 1; topic <= ComponentKinds.Count; topic++) Record(speech, page, topic, partners);
        return page;
    }

    private static void Questions(Speech speech, Page page, int topic)
    {
        page.Sheet().Heading(speech.Text($"component.{topic}")).Paragraph(speech.Text($"component.{topic}.about"))
            .Heading(speech.Text($"component.{topic}.question"), 3)
            .Paragraph(speech.Text("printpack.seenby"));
        page.Room(speech.Text("printpack.name"), 1).Room(speech.Text("printpack.words"), WordLines)
            .Room(speech.Text("printpack.promise"), RecordLines);
    }

    private static void Record(Speech speech, Page page, int topic, ValueList<Named<PartnerId>> partners)
    {
        var name = speech.Text($"component.{topic}");
        page.Sheet().Heading(speech.Text("printpack.record", ("topic", name)))
            .Table(
                speech.Text("printpack.heard", ("topic", name)),
                [
                    speech.Text("roundpage.column.partner"), speech.Text("printpack.who"), speech.Text("roundpage.heard.spoke"),
                    speech.Text("roundpage.heard.passed"), speech.Text("roundpage.heard.notheard"),
                ],
                partners.Select(partner => (IReadOnlyList<CardText>)[speech.Name(partner.Name), default, default, default, default]));
        page.Room(speech.Text("printpack.summary"), RecordLines).Room(speech.Text(Yields(topic)), RecordLines);
        page.Table(
            speech.Text("printpack.promises", ("topic", name)),
            [speech.Text("roundpage.column.action"), speech.Text("roundpage.column.who"), speech.Text("printpack.forwhom"), speech.Text("roundpage.column.by")],
            Enumerable.Range(1, Rows).Select(number => (IReadOnlyList<CardText>)[speech.Text("printpack.row", ("number", number)), default, default, default]));
        page.Room(speech.Text("printpack.open"), RecordLines);
    }

    /// <summary>What this topic should yield beside agreements: the first a goal, the last what helps each number.</summary>
    private static string Yields(int topic) => topic switch
    {
        ComponentKinds.Purpose => "printpack.agreed.goal",
        ComponentKinds.Progress => "printpack.agreed.numbers",
        _ => "printpack.agreed",
    };
}
