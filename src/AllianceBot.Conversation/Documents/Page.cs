using System.Globalization;
using System.Text;
using AllianceBot.Cards;

namespace AllianceBot.Conversation;

/// <summary>
/// A page to read in a browser and to print: headings, paragraphs, lists, tables with scopes. It has no scripts, asks for
/// nothing from anywhere, and every text goes through one escaping, so that a name can never become markup.
/// </summary>
internal sealed class Page(string language, CardText title) : Paper
{
    public const string Type = "text/html; charset=utf-8";

    private readonly StringBuilder body = new();
    private bool inSheet;

    public override Page Heading(CardText text, int level = 2) => Element($"h{Math.Clamp(level, 2, 6)}", text);

    public override Page Paragraph(CardText text) => Element("p", text);

    public override Page Quote(CardText text)
    {
        body.Append("<blockquote>");
        Element("p", text);
        body.Append("</blockquote>\n");
        return this;
    }

    public override Page List(IEnumerable<CardText> items)
    {
        var some = items.ToList();
        if (some.Count == 0) return this;
        body.Append("<ul>\n");
        foreach (var item in some) Element("li", item);
        body.Append("</ul>\n");
        return this;
    }

    public override Page Facts(IEnumerable<(CardText Name, CardText Value)> facts)
    {
        body.Append("<dl>\n");
        foreach (var (name, value) in facts)
        {
            Element("dt", name);
            Element("dd", value);
        }

        body.Append("</dl>\n");
        return this;
    }

    public override Page Table(CardText caption, IReadOnlyList<CardText> columns, IEnumerable<IReadOnlyList<CardText>> rows)
    {
        // Wide tables are moved sideways by themselves; with the keyboard too, so the frame takes the focus and has a name.
        body.Append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
        Escape(caption.ToString(), body);
        body.Append("\">\n<table>\n");
        Element("caption", caption);
        body.Append("<thead><tr>");
        foreach (var column in columns) Cell("th", " scope=\"col\"", column);
        body.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            body.Append("<tr>");
            for (var at = 0; at < row.Count; at++)
            {
                if (at == 0) Cell("th", " scope=\"row\"", row[at]);
                else Cell("td", "", row[at]);
            }

            body.Append("</tr>\n");
        }

        body.Append("</tbody>\n</table>\n</div>\n");
        return this;
    }

    public override Page Figures(IEnumerable<Triangle> figures)
    {
        body.Append("<div class=\"figures\">\n");
        foreach (var figure in figures) figure.Write(body);
        body.Append("</div>\n");
        return this;
    }

    /// <summary>What follows begins on a sheet of its own when it is printed.</summary>
    public Page Sheet()
    {
        if (inSheet) body.Append("</section>\n");
        inSheet = true;
        body.Append("<section class=\"sheet\">\n");
        return this;
    }

    /// <summary>Room to write by hand: a label, and so many lines.</summary>
    public Page Room(CardText label, int lines)
    {
        body.Append("<div class=\"room\">");
        Element("p", label);
        for (var line = 0; line < lines; line++) body.Append("<div class=\"line\" aria-hidden=\"true\"></div>\n");
        body.Append("</div>\n");
        return this;
    }

    public Document ToDocument() => new(Type, Encoding.UTF8.GetBytes(ToHtml()));

    public string ToHtml()
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"");
        Escape(language, html);
        html.Append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"robots\" content=\"noindex\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
        Escape(title.ToString(), html);
        html.Append("</title>\n<style>").Append(PageStyle.Text).Append("</style>\n</head>\n<body>\n<main>\n<h1>");
        Escape(title.ToString(), html);
        return html.Append("</h1>\n").Append(body).Append(inSheet ? "</section>\n" : "").Append("</main>\n</body>\n</html>\n").ToString();
    }

    private Page Element(string name, CardText text)
    {
        body.Append('<').Append(name).Append('>');
        Escape(text.ToString(), body);
        body.Append("</").Append(name).Append(">\n");
        return this;
    }

    private void Cell(string name, string attributes, CardText text)
    {
        body.Append('<').Append(name).Append(attributes).Append('>');
        Escape(text.ToString(), body);
        body.Append("</").Append(name).Append('>');
    }

    /// <summary>The text as it is, in content and in attributes; what only steers a display is left out.</summary>
    internal static void Escape(string text, StringBuilder html)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': html.Append("&amp;"); break;
                case '<': html.Append("&lt;"); break;
                case '>': html.Append("&gt;"); break;
                case '"': html.Append("&quot;"); break;
                case '\'': html.Append("&#39;"); break;
                case '\n' or '\t': html.Append((char)rune.Value); break;
                default:
                    if (!Steers(rune)) html.Append(rune.ToString());
                    break;
            }
        }
    }

    private static bool Steers(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
