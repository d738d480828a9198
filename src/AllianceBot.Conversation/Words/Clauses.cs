using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>A stretch of a sentence that fills a field.</summary>
/// <param name="Field">Which; a side of a promise fills two.</param>
/// <param name="Start">The first word that announces it.</param>
/// <param name="ValueAt">The first word of the value.</param>
/// <param name="End">The word after it.</param>
internal sealed record Clause(string Field, int Start, int ValueAt, int End)
{
    public Filled Fills { get; init; } = Filled.Nothing;

    public Said? Fault { get; init; }

    /// <summary>It looks like a date and is none that can be read: any other that can be is meant before it.</summary>
    public bool Unread { get; init; }

    /// <summary>Several are meant by the name.</summary>
    public IReadOnlyList<Known> Several { get; init; } = [];

    /// <summary>A free text, which goes on to the next clause.</summary>
    public bool IsText { get; init; }
}

/// <summary>
/// Finds the clauses of a sentence. Where a field is announced more than once the last one that can be read wins
/// (a text: the first); what quotes protect announces nothing.
/// </summary>
internal sealed class Clauses(GrammarWords words, Values values, IReadOnlyList<Token> tokens, string verb)
{
    /// <summary>Clauses of these fields from this word on, in their order, without overlaps.</summary>
    /// <param name="amending">The sentence is a change to an open form, so that its first word may announce any field.</param>
    public List<Clause> Find(int from, ValueList<string> fields, bool amending)
    {
        var found = new Dictionary<string, Clause>(StringComparer.Ordinal);
        var names = NamesOf(fields);
        if (!amending && Addressed(from) is { } addressed)
        {
            found[addressed.Field] = addressed;
            from = addressed.End;
        }

        for (var at = from; at < tokens.Count; at++)
        {
            if (tokens[at].Quoted) continue;
            var best = names.Select(name => Only(At(at, name, amending && at == from), fields))
                .OfType<Clause>().OrderByDescending(static clause => clause.ValueAt).FirstOrDefault();
            if (best is null) continue;
            if (!(best.IsText || best.Unread) || !found.ContainsKey(best.Field)) found[best.Field] = best;
            at = Math.Max(at, best.ValueAt - 1);
        }

        return Apart(found.Values.OrderBy(static clause => clause.Start));
    }

    /// <summary>"Cedar: a report": who is spoken to stands before what it is about.</summary>
    private Clause? Addressed(int at)
    {
        var side = verb switch
        {
            Verbs.Request => Sides.Doer,
            Verbs.Offer => Sides.Receiver,
            _ => "",
        };
        return side.Length > 0 && at < tokens.Count && !tokens[at].Quoted && values.Read(side, tokens, at, at, verb) is { } clause
            && clause.End < tokens.Count && tokens[clause.End - 1].HasColon ? clause : null;
    }

    /// <summary>What announces the two sides of a promise stands for partner and person together.</summary>
    private List<string> NamesOf(ValueList<string> fields)
    {
        List<string> names = [.. fields];
        if (names.Remove(FieldNames.DoerPartner) | names.Remove(FieldNames.Doer)) names.Add(Sides.Doer);
        if (names.Remove(FieldNames.ReceiverPartner) | names.Remove(FieldNames.Receiver)) names.Add(Sides.Receiver);
        if (verb == Verbs.Offer) names.Add(Sides.Offered);
        return names;
    }

    /// <summary>A side fills what the verb has: partner and person, or the person alone.</summary>
    private static Clause? Only(Clause? clause, ValueList<string> fields)
    {
        if (clause is null || clause.Fills.IsEmpty) return clause;
        var fills = clause.Fills.Names.Where(name => !fields.Contains(name)).Aggregate(clause.Fills, static (kept, name) => kept.Without(name));
        return fills.IsEmpty ? null : clause with { Fills = fills };
    }

    private Clause? At(int at, string name, bool first)
    {
        if (words.Flags.TryGetValue(name, out var flag)) return Flag(at, name, flag);
        if (!words.Clauses.TryGetValue(name, out var phrases)) return null;
        foreach (var phrase in phrases.OrderByDescending(static phrase => phrase.Length))
        {
            var colon = phrase.EndsWith(':');
            var length = Matches(at, colon ? phrase[..^1] : phrase);
            if (length == 0 || (colon && !first && !tokens[at + length - 1].HasColon)) continue;
            if (at + length >= tokens.Count) continue;
            if (values.Read(name, tokens, at, words.Kept.Contains(phrase) ? at : at + length, verb) is { } clause && (clause.IsText || Ends(clause.End))) return clause;
        }

        return null;
    }

    private Clause? Flag(int at, string name, System.Collections.Frozen.FrozenDictionary<string, string> phrases)
    {
        if (!phrases.Keys.Any(phrase => phrase.StartsWith(tokens[at].Key, StringComparison.Ordinal))) return null;
        for (var length = Math.Min(GrammarWords.Longest, tokens.Count - at); length > 0; length--)
        {
            if (!phrases.TryGetValue(Key(at, length), out var value)) continue;
            return Ends(at + length) ? new(name, at, at + length, at + length) { Fills = Filled.Nothing.With(name, value) } : null;
        }

        return null;
    }

    /// <summary>A value has to end where its clause can end: at a stop, a quote, another announcement, a last "please", or the end.</summary>
    private bool Ends(int at) => at >= tokens.Count || tokens[at].Quoted || tokens[at - 1].Stops
        || words.Articles.Contains(tokens[at].Key) || Announces(at) || words.Polite.Contains(Key(at, tokens.Count - at));

    private bool Announces(int at) =>
        words.Clauses.Values.SelectMany(static phrases => phrases).Any(phrase => phrase.EndsWith(':')
            ? Matches(at, phrase[..^1]) is > 0 and var length && tokens[at + length - 1].HasColon
            : Matches(at, phrase) > 0)
        || words.Flags.Values.SelectMany(static flag => flag.Keys).Any(phrase => Matches(at, phrase) > 0);

    /// <summary>How many words from here are this phrase; 0 when they are not.</summary>
    private int Matches(int at, string phrase)
    {
        // Almost every phrase differs in its first word: that is seen before anything is put together.
        if (at >= tokens.Count || !phrase.StartsWith(tokens[at].Key, StringComparison.Ordinal)) return 0;
        var length = 1;
        foreach (var letter in phrase)
        {
            if (letter == ' ') length++;
        }

        if (at + length > tokens.Count) return 0;
        return Key(at, length) == phrase ? length : 0;
    }

    private string Key(int at, int length)
    {
        if (length == 1) return tokens[at].Key;
        for (var i = at; i < at + length; i++)
        {
            if (tokens[i].Quoted) return "";
        }

        return string.Join(' ', tokens.Skip(at).Take(length).Select(static token => token.Key));
    }

    /// <summary>A text goes on to the next clause; of two that overlap otherwise the later one stays.</summary>
    private static List<Clause> Apart(IEnumerable<Clause> inOrder)
    {
        var apart = new List<Clause>();
        foreach (var clause in inOrder)
        {
            if (apart.Count > 0 && apart[^1].End > clause.Start)
            {
                apart[^1] = apart[^1].IsText ? apart[^1] with { End = clause.Start } : apart[^1];
                if (!apart[^1].IsText) continue;
            }

            apart.Add(clause);
        }

        return apart;
    }
}

/// <summary>The two sides of a promise as a sentence announces them: a partner, or a person and so a partner.</summary>
internal static class Sides
{
    public const string Doer = "doerSide";
    public const string Receiver = "receiverSide";

    /// <summary>"for Cedar" names the receiver of what is offered; of anything else it is part of what is said.</summary>
    public const string Offered = "offeredSide";
}
