using System.Globalization;
using System.Text;
using AllianceBot.Cards;

namespace AllianceBot.Conversation;

/// <summary>How far a topic is in a round: its shade in the figure.</summary>
internal enum TopicShade
{
    /// <summary>No record yet.</summary>
    None,

    /// <summary>Recorded, and something stays open by name.</summary>
    Open,

    /// <summary>Recorded, and nothing stays open.</summary>
    Whole,
}

/// <summary>
/// The figure of the framework: six topics in an interlinked triangle, one after the other around it. It is drawn with
/// attributes and the page's own classes alone, as pages allow no styles in them. Shades differ in their outline too, so
/// that nothing is told by colour alone.
/// </summary>
/// <param name="Caption">What stands beneath it, and is read in its place.</param>
/// <param name="Topics">The six names.</param>
/// <param name="Shades">One for each; empty for none.</param>
internal sealed record Triangle(CardText Caption, IReadOnlyList<CardText> Topics, IReadOnlyList<TopicShade> Shades)
{
    private const int Radius = 80;
    private const int LineHeight = 20;
    private const int WidestLine = 13;

    /// <summary>Three corners with the three topics between them, clockwise from the top.</summary>
    private static readonly (int X, int Y)[] Places = [(340, 90), (470, 280), (600, 470), (340, 470), (80, 470), (210, 280)];

    public void Write(StringBuilder html)
    {
        html.Append("<figure class=\"triangle\">\n<svg role=\"img\" viewBox=\"-6 0 692 556\" aria-label=\"");
        Page.Escape(Caption.ToString(), html);
        html.Append("\">\n<path class=\"link\" d=\"M340 90 L600 470 L80 470 Z M470 280 L340 470 L210 280 Z\"/>\n");
        for (var at = 0; at < Topics.Count; at++) Topic(html, at);
        html.Append("</svg>\n<figcaption>");
        Page.Escape(Caption.ToString(), html);
        html.Append("</figcaption>\n</figure>\n");
    }

    private void Topic(StringBuilder html, int at)
    {
        var (x, y) = Places[at];
        var shade = Shades.Count > at ? $" shade{(int)Shades[at]}" : "";
        html.Append(CultureInfo.InvariantCulture, $"<g class=\"topic{shade}\"><circle cx=\"{x}\" cy=\"{y}\" r=\"{Radius}\"/>");
        var lines = Broken(Topics[at].ToString());
        var top = y - ((lines.Count - 1) * LineHeight / 2) + 5;
        foreach (var line in lines)
        {
            html.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{top}\">");
            Page.Escape(line, html);
            html.Append("</text>");
            top += LineHeight;
        }

        html.Append("</g>\n");
    }

    /// <summary>A name in lines that fit into its circle, broken between words.</summary>
    private static List<string> Broken(string name)
    {
        var lines = new List<string>();
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < WidestLine) lines[^1] += $" {word}";
            else lines.Add(word);
        }

        return lines;
    }
}
