namespace AllianceBot.Cards;

/// <summary>A template's string taken apart: words and expressions in turn.</summary>
internal static class Interpolation
{
    /// <summary>The parts of a string that has at least one <c>${</c>. A part is a text, or an expression where it is not null.</summary>
    public static List<(string Text, Expression? Expression)> Parse(string text, Func<string, CardValue>? words)
    {
        if (text.AsSpan().ContainsAny('`', '\\'))
            throw new ExpressionFaultException("A backtick or a backslash cannot stand in a text with ${...}.");
        var parts = new List<(string, Expression?)>();
        var at = 0;
        while (true)
        {
            var start = text.IndexOf("${", at, StringComparison.Ordinal);
            if (start < 0) break;
            if (start > at) parts.Add((text[at..start], null));
            var end = End(text, start + 2);
            parts.Add((string.Empty, ExpressionParser.Parse(text[(start + 2)..end].Trim(), words)));
            at = end + 1;
        }
        if (at < text.Length) parts.Add((text[at..], null));
        return parts;
    }

    /// <summary>The closing brace, which is not one inside quotes.</summary>
    private static int End(string text, int from)
    {
        var quote = '\0';
        for (var i = from; i < text.Length; i++)
        {
            var sign = text[i];
            if (quote != '\0')
            {
                if (sign == quote) quote = '\0';
            }
            else if (sign is '\'' or '"') quote = sign;
            else if (sign is '{' or '\n' or '\r') break;
            else if (sign == '}') return i;
        }
        throw new ExpressionFaultException($"The expression that begins with '{text[(from - 2)..Math.Min(text.Length, from + 18)]}' does not end.");
    }
}
