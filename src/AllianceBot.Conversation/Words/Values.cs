using AllianceBot.Domain;
using NodaTime.Text;

namespace AllianceBot.Conversation;

/// <summary>Reads the values of fields, from a sentence or from a card.</summary>
internal sealed class Values(GrammarWords words, INames names, Dates dates, string text)
{
    /// <summary>Words of the longest name that is looked for.</summary>
    private const int LongestName = 8;

    /// <summary>The clause whose value begins here; null when no value of this field does.</summary>
    public Clause? Read(string name, IReadOnlyList<Token> tokens, int start, int at, string verb)
    {
        var clause = new Clause(name, start, at, at);
        return name switch
        {
            Sides.Offered => Named(tokens, at, who => SideFits(verb, name, who)) is { } side ? Filled(clause with { Field = Sides.Receiver }, Sides.Receiver, side) : null,
            Sides.Doer or Sides.Receiver => (Named(tokens, at, who => SideFits(verb, name, who)) ?? Guessed(tokens, at, verb, name)) is { } side ? Filled(clause, name, side) : null,
            _ => Typing.Of(name) switch
            {
                FieldType.Date => dates.At(tokens, at) is { } date
                    ? clause with { End = at + date.Words, Fills = OfDate(name, date), Fault = date.Fault }
                    : Dates.Unread(tokens, at) is > 0 and var length
                        ? clause with
                        {
                            End = at + length,
                            Fault = new Said("dates.not-read").Quoting("typed", Text(tokens, at, at + length)),
                            Unread = true,
                        }
                        : null,
                FieldType.PastDate => dates.LookingBack.At(tokens, at) is { } past
                    ? clause with { End = at + past.Words, Fills = OfDate(name, past), Fault = past.Fault } : null,
                FieldType.Person => Named(tokens, at, static who => who.Kind == SubjectKind.Person) is { } person
                    ? Filled(clause, name, person) : null,
                FieldType.Partner => Named(tokens, at, static who => who.Kind == SubjectKind.Partner) is { } partner
                    ? Filled(clause, name, partner) : null,
                FieldType.Goal => Goal(tokens, at) is var (goal, length) && length > 0
                    ? clause with { End = at + length, Fills = Conversation.Filled.Nothing.With(name, goal) } : null,
                FieldType.Role => OfTable(clause, tokens, words.Roles),
                FieldType.PartnerKind => OfTable(clause, tokens, words.Kinds),
                FieldType.Section => OfTable(clause, tokens, words.Sections),
                FieldType.Outcome => OfTable(clause, tokens, words.Outcomes),
                FieldType.Told => OfTable(clause, tokens, words.Told),
                FieldType.Number => tokens[at].Key is { Length: > 0 and <= 4 } digits && digits.All(char.IsAsciiDigit)
                    ? clause with { End = at + 1, Fills = Conversation.Filled.Nothing.With(name, digits) } : null,
                FieldType.Moment => new Moments(words, dates).At(tokens, at) is { } moment
                    ? clause with
                    {
                        End = at + moment.Words,
                        Fills = moment.Written is { } written ? Conversation.Filled.Nothing.With(name, written) : Conversation.Filled.Nothing,
                        Fault = moment.Fault,
                    } : null,
                FieldType.Who => Named(tokens, at, static who => who.Kind is SubjectKind.Person or SubjectKind.Partner) is { } someone
                    ? Filled(clause, name, someone) : null,
                FieldType.Measure => !tokens[at].Quoted && Measures.Read(tokens[at].Raw) is { } measure
                    ? clause with { End = at + 1, Fills = Conversation.Filled.Nothing.With(name, measure) } : null,
                FieldType.Every => OfTable(clause, tokens, words.Every),
                FieldType.Evidence => OfTable(clause, tokens, words.Evidence),
                FieldType.Amount => Amount(clause, tokens),
                FieldType.Promise => Grammar.IsNumber(tokens[at]) && names.Promise(tokens[at].Key).Found is { } promise
                    ? clause with { End = at + 1, Fills = Conversation.Filled.Nothing.With(name, promise.Value) } : null,
                FieldType.Text => clause with { End = tokens.Count, IsText = true },
                _ => null,
            },
        };
    }

    /// <summary>The text from one word to another, without the quotes if it is one quoted stretch.</summary>
    public string Text(IReadOnlyList<Token> tokens, int from, int end)
    {
        if (from >= end) return "";
        if (end - from == 1 && tokens[from].Quoted) return tokens[from].Raw.Trim();
        return text[tokens[from].Start..tokens[end - 1].End].Trim();
    }

    /// <summary>The people or partners that a whole text names.</summary>
    public IReadOnlyList<Known> Whole(string named, Func<Subject, bool> fits) =>
        [.. names.Find(Tokens.Key(named)).Where(known => fits(known.Who))];

    /// <summary>A whole text as the value of a field that is not free text; null when it is none.</summary>
    public string? OfField(string field, string given)
    {
        var tokens = Tokens.Of(given);
        return tokens.Count > 0 && Read(field, tokens, 0, 0, "") is { Fault: null, Several.Count: 0 } clause && clause.End == tokens.Count
            ? clause.Fills[field] : null;
    }

    /// <summary>The longest name that begins here.</summary>
    private (IReadOnlyList<Known> Found, int Length)? Named(IReadOnlyList<Token> tokens, int at, Func<Subject, bool> fits)
    {
        if (tokens[at].Quoted) return Fitting(Tokens.Key(tokens[at].Raw), 1);
        var skips = words.Articles.Contains(tokens[at].Key) ? 1 : 0;
        for (var skip = 0; skip <= skips; skip++)
        {
            for (var length = Math.Min(LongestName, tokens.Count - at - skip); length > 0; length--)
            {
                Token[] stretch = [.. tokens.Skip(at + skip).Take(length)];
                if (stretch.Any(static token => token.Quoted) || stretch[..^1].Any(static token => token.Stops && !token.Raw.EndsWith('.'))) continue;
                if (Fitting(string.Join(' ', stretch.Select(static token => token.Key)), length + skip) is { } found) return found;
            }
        }

        return null;

        (IReadOnlyList<Known>, int)? Fitting(string key, int length)
        {
            IReadOnlyList<Known> found = [.. names.Find(key).Where(known => fits(known.Who))];
            return found.Count > 0 ? (found, length) : null;
        }
    }

    /// <summary>"lakside": only where a form is looked over before anything happens.</summary>
    private (IReadOnlyList<Known> Found, int Length)? Guessed(IReadOnlyList<Token> tokens, int at, string verb, string side) =>
        verb is Verbs.Request or Verbs.Offer && !tokens[at].Quoted && names.Almost(tokens[at].Key) is { } known && SideFits(verb, side, known.Who)
            ? ([known], 1) : null;

    /// <summary>Who asks for something receives it, and who offers does it: the other side is never one's own.</summary>
    private bool SideFits(string verb, string side, Subject who) => (verb, side) switch
    {
        (Verbs.Request, Sides.Receiver) or (Verbs.Offer, Sides.Doer) => names.IsOwn(who),
        (_, Sides.Offered) => !names.IsOwn(who),
        _ => true,
    };

    private Clause Filled(Clause clause, string name, (IReadOnlyList<Known> Found, int Length) named)
    {
        var at = clause with { End = clause.ValueAt + named.Length };
        return named.Found.Count > 1 ? at with { Several = named.Found } : at with { Fills = Fill(name, named.Found[0].Who) };
    }

    /// <summary>What naming somebody fills in.</summary>
    public Filled Fill(string name, Subject who)
    {
        var (partner, person) = name switch
        {
            Sides.Doer => (FieldNames.DoerPartner, FieldNames.Doer),
            Sides.Receiver => (FieldNames.ReceiverPartner, FieldNames.Receiver),
            _ => ("", ""),
        };
        if (partner.Length == 0) return Conversation.Filled.Nothing.With(name, Typing.Of(name) is FieldType.Who ? who.ToString() : who.Id);
        var filled = names.PartnerOf(who) is { } of ? Conversation.Filled.Nothing.With(partner, of.Value) : Conversation.Filled.Nothing;
        return who.Kind == SubjectKind.Person ? filled.With(person, who.Id) : filled;
    }

    private (string Goal, int Length) Goal(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].Quoted) return names.Goal(Tokens.Key(tokens[at].Raw)) is { } quoted ? (quoted.Value, 1) : ("", 0);
        for (var length = Math.Min(30, tokens.Count - at); length > 0; length--)
        {
            var key = string.Join(' ', tokens.Skip(at).Take(length).Select(static token => token.Key));
            if (words.NoGoal.Contains(key)) return ("", length);
            if (names.Goal(key) is { } goal) return (goal.Value, length);
        }

        return ("", 0);
    }

    /// <summary>"4", "4 hours", "12 h a month", "40%", "none".</summary>
    private Clause? Amount(Clause clause, IReadOnlyList<Token> tokens)
    {
        var at = clause.ValueAt;
        if (tokens[at].Quoted) return null;
        if (words.NoAmount.Contains(tokens[at].Key)) return clause with { End = at + 1, Fills = Conversation.Filled.Nothing.With(clause.Field, "0") };
        var key = tokens[at].Key;
        var digits = key.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 4 || (digits < key.Length && !words.Units.Contains(key[digits..]))) return null;
        var end = at + 1;
        if (digits == key.Length && end < tokens.Count && !tokens[at].Stops && words.Units.Contains(tokens[end].Key)) end++;
        if (end + 1 < tokens.Count && words.PerMonth.Contains($"{tokens[end].Key} {tokens[end + 1].Key}")) end += 2;
        return clause with { End = end, Fills = Conversation.Filled.Nothing.With(clause.Field, Number(key[..digits])) };
    }

    /// <summary>Without zeros in front, so that the same number is the same.</summary>
    private static string Number(string digits) => digits.TrimStart('0') is { Length: > 0 } some ? some : "0";

    private static Filled OfDate(string name, DateRead read) => read.Date is { } date
        ? Conversation.Filled.Nothing.With(name, LocalDatePattern.Iso.Format(date)) : Conversation.Filled.Nothing;

    private Clause? OfTable(Clause clause, IReadOnlyList<Token> tokens, System.Collections.Frozen.FrozenDictionary<string, string> table)
    {
        var at = clause.ValueAt;
        if (tokens[at].Quoted) return null;
        var skip = words.Articles.Contains(tokens[at].Key) ? 1 : 0;
        for (var length = Math.Min(GrammarWords.Longest, tokens.Count - at - skip); length > 0; length--)
        {
            var key = string.Join(' ', tokens.Skip(at + skip).Take(length).Select(static token => token.Key));
            if (!table.TryGetValue(key, out var value)) continue;
            return clause with { End = at + skip + length, Fills = Conversation.Filled.Nothing.With(clause.Field, value) };
        }

        return null;
    }
}
