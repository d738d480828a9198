using System.Text;
using AllianceBot.Cards;

namespace AllianceBot.Conversation;

/// <summary>
/// A document as Markdown with tables (GitHub's dialect), to keep and to paste. What people typed is escaped, so that it is
/// read as it was typed, also where it looks like a heading, a link or a table.
/// </summary>
internal sealed class Markdown : Paper
{
    public const string Type = "text/markdown; charset=utf-8";

    private readonly StringBuilder text = new();

    public Markdown(CardText title) => Heading(title, 1);

    public override Markdown Heading(CardText text, int level = 2) => Block($"{new string('#', Math.Clamp(level, 1, 6))} {Line(text)}");

    public override Markdown Paragraph(CardText text) => Block(Lines(text, ""));

    public override Markdown Quote(CardText text) => Block($"> {Lines(text, "> ")}");

    public override Markdown List(IEnumerable<CardText> items)
    {
        var some = items.Select(static item => $"- {Line(item)}").ToList();
        return some.Count == 0 ? this : Block(string.Join('\n', some));
    }

    public override Markdown Facts(IEnumerable<(CardText Name, CardText Value)> facts) =>
        Block(string.Join('\n', facts.Select(static fact => $"- **{Line(fact.Name)}**: {Line(fact.Value)}")));

    public override Markdown Table(CardText caption, IReadOnlyList<CardText> columns, IEnumerable<IReadOnlyList<CardText>> rows)
    {
        Paragraph(caption);
        var table = new StringBuilder(Row(columns)).Append("\n|").Append(string.Concat(columns.Select(static _ => " --- |")));
        foreach (var row in rows) table.Append('\n').Append(Row(row));
        return Block(table.ToString());
    }

    /// <summary>A picture has no place in a text: its caption says what the table after it says in numbers.</summary>
    public override Markdown Figures(IEnumerable<Triangle> figures) => List(figures.Select(static figure => figure.Caption));

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text.ToString());

    private Markdown Block(string block)
    {
        if (text.Length > 0) text.Append('\n');
        text.Append(block).Append('\n');
        return this;
    }

    private static string Row(IEnumerable<CardText> cells) => $"| {string.Join(" | ", cells.Select(Cell))} |";

    /// <summary>A bar of our own words would end the cell; one that was typed is escaped already.</summary>
    private static string Cell(CardText cell)
    {
        var line = Line(cell);
        var clean = new StringBuilder(line.Length);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '|' && (at == 0 || line[at - 1] != '\\')) clean.Append('\\');
            clean.Append(line[at]);
        }

        return clean.ToString();
    }

    private static string Line(CardText text) => string.Join(' ', Split(text));

    private static string Lines(CardText text, string indent) => string.Join($"  \n{indent}", Split(text));

    private static string[] Split(CardText text) =>
        text.ToMarkdown().Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
