using System.Net;
using System.Text;

namespace AllianceBot.Channels.Teams;

/// <summary>Takes the marks out of a message's HTML: what people read stays, a line for each paragraph.</summary>
internal static class MessageMarks
{
    /// <summary>Characters of a message that are read at all.</summary>
    private const int Most = 100_000;

    private static readonly string[] Breaks = ["br", "p", "/p", "div", "/div", "li", "tr", "h1", "h2", "h3", "blockquote"];

    public static string Plain(string html)
    {
        var text = new StringBuilder(Math.Min(html.Length, Most));
        for (var at = 0; at < html.Length && text.Length < Most; at++)
        {
            if (html[at] is '\r' or '\n' or '\t')
            {
                text.Append(' ');
                continue;
            }

            // "a < b" is written as an entity, so every sharp bracket that is closed begins a mark.
            if (html[at] == '<' && html.IndexOf('>', at) is var end and > 0)
            {
                if (Breaks.Contains(Name(html.AsSpan(at + 1, end - at - 1)), StringComparer.OrdinalIgnoreCase)) text.Append('\n');
                at = end;
                continue;
            }

            text.Append(html[at]);
        }

        var lines = WebUtility.HtmlDecode(text.ToString()).Replace('\u00A0', ' ').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines);
    }

    private static string Name(ReadOnlySpan<char> mark)
    {
        var end = mark.IndexOfAny(" /\n\t");
        if (end == 0) end = mark[1..].IndexOfAny(" /\n\t") is var next and >= 0 ? next + 1 : mark.Length;
        return (end < 0 ? mark : mark[..end]).ToString();
    }
}
