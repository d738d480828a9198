using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Finds the command that was nearly typed, among those that this person may use here.</summary>
internal static class Nearest
{
    private const int Most = 3;

    /// <summary>What to ask back.</summary>
    /// <param name="text">The whole sentence.</param>
    /// <param name="typed">Its first words.</param>
    /// <param name="permitted">Whether this person may use the verb here.</param>
    /// <param name="saying">Where it is said.</param>
    public static Showing Ask(string text, string typed, Func<string, bool> permitted, Saying saying)
    {
        var all = Of(typed, permitted);
        var near = all.FindAll(found => Reads(Whole(text, found), saying));
        // The thing itself helps more than a sentence that means nothing.
        if (near.Count == 0 && Mentioned.In(text, saying.Names) is { } item) return new ItemShowing(item, Lead: new("answers.about"));
        if (near.Count == 0) near = all;
        if (near.Count > 0)
        {
            return new ChoiceShowing(new("answers.did-you-mean"), near.Select(found => Whole(text, found)).Distinct(StringComparer.Ordinal)
                .Take(Most).Select(static sentence => new Pick(Clean.Short(sentence), sentence)).ToValueList());
        }

        return new ChoiceShowing(
            new Said("answers.not-understood").Quoting("typed", Clean.Short(text)),
            new[] { Verbs.Help, Verbs.Mine, Verbs.Waiting }.Where(permitted)
                .Select(static verb => GrammarWords.English.FirstPhrase[verb]).Select(static phrase => new Pick(phrase, phrase)).ToValueList());
    }

    private static bool Reads(string sentence, Saying saying) =>
        Grammar.English.Read(sentence, saying) is Several or Understood { Intent.NamesNothing: false };

    private static List<(string Phrase, int Words)> Of(string typed, Func<string, bool> permitted)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. from entry in GrammarWords.English.VerbPhrases
            where permitted(entry.Value) && entry.Key.Length > 2
            let length = entry.Key.Count(static letter => letter == ' ') + 1
            where length <= words.Length
            let said = string.Join(' ', words.Take(length))
            let distance = Distance(said, entry.Key)
            where distance <= Math.Max(1, entry.Key.Length / 4) && distance < said.Length
            orderby distance, entry.Key.Length descending, entry.Key
            select (entry.Key, length),
        ];
    }

    /// <summary>The sentence with its first words put right.</summary>
    private static string Whole(string text, (string Phrase, int Words) found)
    {
        var tokens = Tokens.Of(text);
        return found.Words >= tokens.Count ? found.Phrase : $"{found.Phrase} {text[tokens[found.Words].Start..]}";
    }

    /// <summary>How many letters have to be put in, taken out, changed or swapped with the next.</summary>
    public static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 8) return 9;
        var rows = new int[one.Length + 1][];
        for (var at = 0; at <= one.Length; at++)
        {
            rows[at] = new int[other.Length + 1];
            rows[at][0] = at;
        }

        for (var at = 0; at <= other.Length; at++) rows[0][at] = at;
        for (var a = 1; a <= one.Length; a++)
        {
            for (var b = 1; b <= other.Length; b++)
            {
                var same = one[a - 1] == other[b - 1] ? 0 : 1;
                rows[a][b] = Math.Min(Math.Min(rows[a - 1][b] + 1, rows[a][b - 1] + 1), rows[a - 1][b - 1] + same);
                if (a > 1 && b > 1 && one[a - 1] == other[b - 2] && one[a - 2] == other[b - 1])
                {
                    rows[a][b] = Math.Min(rows[a][b], rows[a - 2][b - 2] + 1);
                }
            }
        }

        return rows[one.Length][other.Length];
    }
}
