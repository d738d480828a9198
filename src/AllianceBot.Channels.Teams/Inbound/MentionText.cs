using System.Net;
using System.Text;

namespace AllianceBot.Channels.Teams;

/// <summary>Brings a message's text to what was meant: the bot's own mentions out, others' as plain names, no HTML.</summary>
internal static class MentionText
{
    /// <summary>Whether the bot itself is named.</summary>
    public static bool NamesBot(Incoming incoming)
    {
        foreach (var mention in incoming.Mentions ?? [])
        {
            if (IsBot(mention, incoming)) return true;
        }

        return false;
    }

    public static string Clean(Incoming incoming)
    {
        var text = incoming.Text ?? "";
        foreach (var mention in incoming.Mentions ?? [])
        {
            // A space in its place, so that the words around a mention in mid-sentence do not grow together.
            if (Literal(mention) is { Length: > 0 } literal)
            {
                text = text.Replace(literal, IsBot(mention, incoming) ? " " : Inner(literal), StringComparison.OrdinalIgnoreCase);
            }
        }

        // Decoded last: what somebody typed as &lt;at&gt; must not become a mention.
        return Collapse(text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text);
    }

    /// <summary>The words a mention of somebody else stands for, as they are left in the text.</summary>
    public static string Words(MentionOf mention) => Collapse(WebUtility.HtmlDecode(Inner(Literal(mention))));

    public static bool IsBot(MentionOf mention, Incoming incoming) =>
        string.Equals(mention.Who.Id, incoming.Recipient.Id, StringComparison.OrdinalIgnoreCase);

    private static string Literal(MentionOf mention) => mention.Text ?? $"<at>{WebUtility.HtmlEncode(mention.Who.Name)}</at>";

    private static string Inner(string literal)
    {
        var start = literal.StartsWith("<at", StringComparison.OrdinalIgnoreCase) ? literal.IndexOf('>', StringComparison.Ordinal) + 1 : 0;
        var end = literal.EndsWith("</at>", StringComparison.OrdinalIgnoreCase) ? literal.Length - "</at>".Length : literal.Length;
        return start <= end ? literal[start..end] : literal;
    }

    /// <summary>One space for a run of spaces, tabs and no-break spaces; line ends stay.</summary>
    private static string Collapse(string text)
    {
        if (!text.AsSpan().ContainsAny('\u00a0', '\t') && !text.Contains("  ", StringComparison.Ordinal)) return text.Trim();
        var collapsed = new StringBuilder(text.Length);
        var spaced = false;
        foreach (var letter in text)
        {
            var isSpace = letter is ' ' or '\t' or '\u00a0';
            if (!isSpace) collapsed.Append(letter);
            else if (!spaced) collapsed.Append(' ');
            spaced = isSpace;
        }

        return collapsed.ToString().Trim();
    }
}
