using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>One word of a typed sentence, or a quoted stretch.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends, quotes and punctuation included.</param>
/// <param name="Key">Lower case, without punctuation around it: what is compared.</param>
/// <param name="Raw">As typed; of a quoted stretch what is between the quotes.</param>
/// <param name="Quoted">Quotes protect it from being read as anything but text.</param>
internal readonly record struct Token(int Start, int End, string Key, string Raw, bool Quoted)
{
    /// <summary>Punctuation after it ends a clause.</summary>
    public bool Stops => !Quoted && Raw.Length > 0 && Raw[^1] is ',' or ';' or '.' or '!' or '?' or ':';

    public bool HasColon => !Quoted && Raw.EndsWith(':');
}

/// <summary>Cuts typed text into words. Curly quotes and apostrophes are read like straight ones.</summary>
internal static class Tokens
{
    private static readonly char[] Around = ['.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '{', '}', '*', '_', '`'];

    private static readonly char[] AroundIds = ['.', ',', ';', '!', '?', '(', ')', '@'];

    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        // A quote that is never closed is looked for once, so that a text of quotes costs no more than any other.
        var neverClosed = "";
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var close = Closing(text[at]);
            if (close != default && !neverClosed.Contains(close, StringComparison.Ordinal))
            {
                if (Quote(text, at, close) is { } end)
                {
                    tokens.Add(new(at, end, "", Inner(text[(at + 1)..(end - 1)], close), Quoted: true));
                    at = end;
                    continue;
                }

                neverClosed += close;
            }

            var after = Word(text, at);
            tokens.Add(new(at, after, KeyOf(text[at..after]), text[at..after], Quoted: false));
            at = after;
        }

        return tokens;
    }

    /// <summary>The words as they are compared: lower case, one space between, no punctuation around each.</summary>
    public static string Key(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(KeyOf).Where(static key => key.Length > 0));

    private static int Word(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    /// <summary>Where a quoted stretch that begins here ends, its quotes included; null when none begins or it is never closed.</summary>
    private static int? Quote(string text, int at, char close)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] != close) continue;
            if (i + 1 < text.Length && text[i + 1] == close)
            {
                i++;
                continue;
            }

            // A quote that closes inside a word closes nothing, as in 5" of rain.
            if (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])) return i + 1;
        }

        return null;
    }

    private static char Closing(char open) => open switch
    {
        '"' => '"',
        '\u201C' or '\u201E' => '\u201D',
        '\u00AB' => '\u00BB',
        _ => default,
    };

    private static string Inner(string inside, char close) =>
        inside.Replace($"{close}{close}", $"{close}", StringComparison.Ordinal);

    private static string KeyOf(string word)
    {
        // An id says exactly what it says: of letters, marks and all.
        if (word.Contains(':', StringComparison.Ordinal) && word.Trim(AroundIds) is var id && Subject.Parse(id) is not null) return id;
        var key = word.Trim(Around);
        return (key.StartsWith('@') ? key[1..] : key).Replace('\u2019', '\'').Replace('\u2018', '\'').ToLowerInvariant();
    }
}
