using AllianceBot.Cards;

namespace AllianceBot.Conversation;

/// <summary>What a document is written on: the same headings, paragraphs, lists and tables come out as a page or as Markdown.</summary>
internal abstract class Paper
{
    /// <summary>A heading; the title is the only one of level 1.</summary>
    public abstract Paper Heading(CardText text, int level = 2);

    public abstract Paper Paragraph(CardText text);

    /// <summary>Somebody's own words.</summary>
    public abstract Paper Quote(CardText text);

    public abstract Paper List(IEnumerable<CardText> items);

    /// <summary>Names with their values.</summary>
    public abstract Paper Facts(IEnumerable<(CardText Name, CardText Value)> facts);

    /// <summary>A table. The first cell of each row is its heading.</summary>
    public abstract Paper Table(CardText caption, IReadOnlyList<CardText> columns, IEnumerable<IReadOnlyList<CardText>> rows);

    /// <summary>The six topics as a figure, one beside the other. What it shows stands in a table too.</summary>
    public abstract Paper Figures(IEnumerable<Triangle> figures);
}
