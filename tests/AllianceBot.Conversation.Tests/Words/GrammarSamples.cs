namespace AllianceBot.Conversation.Tests;

/// <summary>Pieces of sentences for properties.</summary>
internal static class GrammarSamples
{
    public static readonly string[] Dates =
        ["today", "Friday", "next Friday", "in 2 weeks", "4 Dec", "29 Feb", "the 31st", "end of month", "end of next week", "12/13", "1.1.", "tomorrow"];

    /// <summary>Words that mean something to the grammar, and some that do not.</summary>
    public static readonly string[] Pieces =
    [
        .. GrammarWords.English.VerbPhrases.Keys,
        .. GrammarWords.English.Clauses.Values.SelectMany(static phrases => phrases),
        .. Dates,
        "P12", "#7", "P99", "12", "Ana", "@Mei Chen", "Lakeside", "the", "\"", "\u201C", "\u201D", "\u00AB", "'", ":", ",", "-", "\n", "\uD83D", "\uDE00",
        "person:ana", "partner:cedar", "commitment:none", "person:", "\0", "\u202E", "${name}", "**x**", "<at>Bot</at>", "99999999999", "31/31/31", "goal 1",
    ];
}
