using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Finds the thing that a sentence speaks of where its words are no command: by a number, or by a title of two words at least.</summary>
internal static class Mentioned
{
    private const int LongestTitle = 12;
    private const int ShortestTitle = 2;

    /// <summary>Null for none; what the speaker may not see is in no sentence.</summary>
    public static Subject? In(string text, INames names)
    {
        var tokens = Tokens.Of(text);
        foreach (var token in tokens)
        {
            if (Grammar.IsNumber(token) && !char.IsAsciiDigit(token.Key[0]) && ByNumber(token.Key, names) is { } numbered) return numbered;
            if (token.Quoted && names.Promise(token.Raw).Found is { } quoted) return quoted;
        }

        for (var length = Math.Min(LongestTitle, tokens.Count); length >= ShortestTitle; length--)
        {
            for (var at = 0; at + length <= tokens.Count; at++)
            {
                var title = string.Join(' ', tokens.Skip(at).Take(length).Select(static token => token.Key));
                if (names.Promise(title).Found is { } titled) return titled;
            }
        }

        return null;
    }

    private static Subject? ByNumber(string key, INames names) => names.Promise(key).Found is { } promise ? promise
        : names.Decision(key) is { } decision ? decision
        : names.Round(key) is { } round ? round
        : names.Indicator(key) is { } indicator ? indicator
        : names.Case(key) is { } conflict ? conflict
        : null;
}
