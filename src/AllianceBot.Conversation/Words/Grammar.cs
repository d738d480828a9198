using System.Text.RegularExpressions;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>Where a sentence is said: all that reading it may know.</summary>
/// <param name="Names">The names the speaker may use.</param>
/// <param name="Today">The date in the alliance's zone.</param>
/// <param name="Locale">The language and place that the client claims.</param>
/// <param name="Draft">The verb of the form that is open for this speaker here; null for none.</param>
internal sealed record Saying(INames Names, LocalDate Today, string Locale, Verb? Draft = null);

/// <summary>Reads typed words. Pure, lenient, and never at a loss: what it cannot read comes back as not understood.</summary>
internal sealed partial class Grammar(GrammarWords words)
{
    public static readonly Grammar English = new(GrammarWords.English);

    public Reading Read(string text, Saying saying)
    {
        var tokens = Tokens.Of(text);
        var values = new Values(words, saying.Names, new Dates(words.Dates, saying.Today, saying.Locale), text);
        var start = Filler(tokens);
        if (start >= tokens.Count) return new NotUnderstood("");

        if (Process(tokens, start) is { } process && start + 2 == tokens.Count)
        {
            return new Understood(new(Verbs.Find(Verbs.Show)!, Meant(saying.Names.Process(process)), Filled.Nothing));
        }

        // "P12 at risk" says the same as "at risk P12".
        string? number = null;
        if (IsNumber(tokens[start]) && start + 1 < tokens.Count && VerbAt(tokens, start + 1) is not null) number = tokens[start++].Key;
        if (number is null && ForAnother(tokens, start, saying, text) is { } another) return another;
        if (VerbAt(tokens, start) is not var (verb, length))
        {
            return Amend(tokens, start, values, saying, text) is { } amends ? amends : new NotUnderstood(First(tokens, start));
        }

        if (IsAmendment(tokens, start, length, saying) && Amend(tokens, start, values, saying, text) is { } change) return change;
        return Sentence(verb, tokens, start + length, number, values, saying, text);
    }

    /// <summary>Whether the word is a promise's or a decision's number as people type it.</summary>
    public static bool IsNumber(Token token) => !token.Quoted && (PromiseNumber().IsMatch(token.Key) || DecisionNumber().IsMatch(token.Key) || RoundNumber().IsMatch(token.Key)
        || CaseNumber().IsMatch(token.Key) || IndicatorNumber().IsMatch(token.Key));

    private int Filler(List<Token> tokens)
    {
        var at = 0;
        while (at < tokens.Count && PhraseAt(tokens, at, words.Filler.Contains) is > 0 and var length) at += length;
        // "hello" is a word of its own too, when nothing that is meant follows.
        return at < tokens.Count && (IsNumber(tokens[at]) || VerbAt(tokens, at) is not null || VerbAt(tokens, 0) is null) ? at : 0;
    }

    private (Verb Verb, int Length)? VerbAt(List<Token> tokens, int at)
    {
        var length = PhraseAt(tokens, at, words.VerbPhrases.ContainsKey);
        return length == 0 ? null : (Verbs.Find(words.VerbPhrases[Key(tokens, at, length)])!, length);
    }

    private static int PhraseAt(List<Token> tokens, int at, Func<string, bool> isPhrase)
    {
        for (var length = Math.Min(GrammarWords.Longest, tokens.Count - at); length > 0; length--)
        {
            if (isPhrase(Key(tokens, at, length))) return length;
        }

        return 0;
    }

    private static string Key(List<Token> tokens, int at, int length)
    {
        var key = length == 1 ? tokens[at].Key : string.Join(' ', tokens.Skip(at).Take(length).Select(static token => token.Key));
        return key.StartsWith('/') ? key[1..] : key;
    }

    private static string First(List<Token> tokens, int at) =>
        string.Join(' ', tokens.Skip(at).Take(3).Select(static token => token.Quoted ? "" : token.Key)).Trim();

    /// <summary>With a form open, "note: ..." and "done when ..." change the form even though "note" and "done" are commands.</summary>
    private bool IsAmendment(List<Token> tokens, int at, int command, Saying saying) => saying.Draft is not null
        && (tokens[at].HasColon || PhraseAt(tokens, at, key => words.Clauses.Values.Any(phrases => phrases.Contains(key))) > command);

    private static Amends? Amend(List<Token> tokens, int at, Values values, Saying saying, string text)
    {
        if (saying.Draft is not { } draft || at >= tokens.Count) return null;
        var clauses = new Clauses(GrammarWords.English, values, tokens, draft.Name).Find(at, draft.Fields, amending: true);
        if (clauses.Count == 0 || clauses[0].Start != at) return null;
        var (fields, faults) = Fill(clauses, tokens, values, text);
        return new(fields, faults);
    }

    private Reading Sentence(
        Verb verb, List<Token> tokens, int at, string? number, Values values, Saying saying, string text)
    {
        if (verb.Name == Verbs.Say) return new NotUnderstood(First(tokens, at));

        // "yes P12" may not send whatever form happens to be open.
        if (verb.Needs == VerbNeeds.Draft && at < tokens.Count && !words.Filler.Contains(Key(tokens, at, tokens.Count - at))) return new NotUnderstood("");
        var item = verb.Needs == VerbNeeds.Item || verb.Name == Verbs.Show ? Item(tokens, ref at, number, saying.Names, !IsOfConflicts(verb.Name)) : default;
        if (item.Several.Count > 1) return Which(item, tokens, text);
        if (item.Found is { Kind: SubjectKind.Indicator }) verb = Verbs.OfIndicator(verb);
        var also = item.Found is not null && words.SeveralItems.Contains(verb.Name) ? Also(tokens, ref at, saying.Names) : default;

        var clauses = new Clauses(words, values, tokens, verb.Name).Find(at, verb.Fields, amending: false);
        if (clauses.FirstOrDefault(static clause => clause.Several.Count > 1) is { } doubtful) return Who(doubtful, tokens, text);
        var (fields, faults) = Fill(clauses, tokens, values, text);
        var rest = Rest(clauses, tokens, at, values);
        // What changes a date may name it alone; of all other words it stays part of the text.
        if (rest.Length > 0 && fields[FieldNames.Due] is null && verb.Name is (Verbs.MoreTime or Verbs.Counter or Verbs.Change)
            && new Dates(words.Dates, saying.Today, saying.Locale).Alone(rest) is { } date)
        {
            (fields, faults) = Dated(fields, faults, date);
            rest = "";
        }

        var intent = new Intent(verb, item.Found, fields) { Faults = faults, Also = also };
        return rest.Length == 0 ? new Understood(intent) : WithRest(intent, rest, values, text);
    }

    /// <summary>What no clause claims goes to the verb's own field.</summary>
    private static Reading WithRest(Intent intent, string rest, Values values, string text)
    {
        var into = intent.Verb.Rest;
        if (into.Length == 0) return new Understood(intent with { NamesNothing = true });
        if (Typing.Of(into) is FieldType.Text)
        {
            var whole = intent.Fields[into] is { } said ? $"{rest} {said}" : rest;
            return new Understood(intent with
            {
                Fields = intent.Fields.With(into, whole),
                NamesNothing = intent.Verb.Needs == VerbNeeds.Item && intent.Item is null,
            });
        }

        return intent.Fields[into] is null ? Naming(intent, into, rest, values, text) : new Understood(intent with { NamesNothing = true });
    }

    private static Reading Naming(Intent intent, string into, string rest, Values values, string text)
    {
        var kind = Typing.Of(into) switch
        {
            FieldType.Person => SubjectKind.Person,
            FieldType.Partner => SubjectKind.Partner,
            _ => (SubjectKind?)null,
        };
        if (kind is null)
        {
            // "pause 2 weeks" means in two weeks.
            var given = values.OfField(into, rest) ?? (Typing.Of(into) is FieldType.Measure ? WithUnit(rest) : null)
                ?? (Typing.Of(into) is FieldType.Date ? values.OfField(into, $"{GrammarWords.English.Dates.In.Order(StringComparer.Ordinal).First()} {rest}") : null);
            return given is { } value
                ? new Understood(intent with { Fields = intent.Fields.With(into, value) })
                : new Understood(intent with { Faults = intent.Faults.Add(new(into, new("values.not-known"))), NamesNothing = true });
        }

        var found = values.Whole(rest, who => who.Kind == kind);
        return found.Count switch
        {
            1 => new Understood(intent with { Fields = intent.Fields.With(into, found[0].Who.Id) }),
            0 => new Understood(intent with { Faults = intent.Faults.Add(new(into, new("values.not-known"))), NamesNothing = true }),
            _ => new Several(
                new Said("choices.who").Quoting("typed", rest),
                found.Select(known => new Pick(known.Name, Swap(text, rest, known)) { Detail = known.Detail }).ToValueList()),
        };
    }

    /// <summary>"42 young people": a number and words without another one.</summary>
    private static string? WithUnit(string rest)
    {
        var words = rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words is [var number, ..] && words.Skip(1).All(static word => !word.Any(char.IsDigit)) ? Measures.Read(number) : null;
    }

    private static (Filled Fields, ValueList<FieldFault> Faults) Dated(Filled fields, ValueList<FieldFault> faults, DateRead read) =>
        read.Date is { } date
            ? (fields.With(FieldNames.Due, NodaTime.Text.LocalDatePattern.Iso.Format(date)), faults)
            : (fields, faults.Add(new(FieldNames.Due, read.Fault!)));

    private static (Filled Fields, ValueList<FieldFault> Faults) Fill(List<Clause> clauses, List<Token> tokens, Values values, string text)
    {
        var (fields, faults) = (Filled.Nothing, ValueList<FieldFault>.Empty);
        foreach (var clause in clauses)
        {
            fields = fields.Under(clause.Fills);
            if (clause.IsText && values.Text(tokens, clause.ValueAt, clause.End) is { Length: > 0 } said) fields = fields.With(clause.Field, said);
            if (clause.Fault is { } fault) faults = faults.Add(new(clause.Field, fault));
        }

        return (fields, faults);
    }

    /// <summary>The words that no clause took, in their order. Of "we could need help" nothing is left over.</summary>
    private string Rest(List<Clause> clauses, List<Token> tokens, int at, Values values)
    {
        var parts = new List<string>();
        foreach (var clause in clauses)
        {
            var start = clause.Start;
            while (words.Flags.ContainsKey(clause.Field) && start > at && !tokens[start - 1].Quoted && words.BeforeFlags.Contains(tokens[start - 1].Key)) start--;
            parts.Add(Part(start));
            at = Math.Max(at, clause.End);
        }

        if (parts.Count == 0 || !words.Polite.Contains(Key(tokens, at, tokens.Count - at))) parts.Add(Part(tokens.Count));
        return string.Join(' ', parts.Where(static part => part.Length > 0));

        // What quotes protect is kept to the last mark.
        string Part(int end) => end == at + 1 && tokens[at].Quoted
            ? values.Text(tokens, at, end)
            : Bare(values.Text(tokens, at, end));
    }

    /// <summary>Without the marks that lead up to it; a minus before a digit is its sign and no mark.</summary>
    private static string Bare(string part)
    {
        var end = part.TrimEnd(' ', ':', ',', '-', '\u2013', '\u2014');
        var bare = end.TrimStart(' ', ':', ',', '-', '\u2013', '\u2014');
        var at = end.Length - bare.Length;
        return at > 0 && end[at - 1] == '-' && bare.Length > 0 && char.IsAsciiDigit(bare[0]) && (at == 1 || end[at - 2] != '-') ? $"-{bare}" : bare;
    }

    private static Several Who(Clause clause, List<Token> tokens, string text)
    {
        var (from, end) = (tokens[clause.ValueAt].Start, tokens[clause.End - 1].End);
        return new(
            new Said("choices.who").Quoting("typed", text[from..end]),
            clause.Several.Select(known => new Pick(known.Name, string.Concat(text.AsSpan(0, from), known.Who.ToString(), text.AsSpan(end)))
            {
                Detail = known.Detail,
            }).ToValueList());
    }

    private static string Swap(string text, string part, Known known)
    {
        var at = text.LastIndexOf(part, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), known.Who.ToString(), text.AsSpan(at + part.Length));
    }

    [GeneratedRegex("^(?:[p#][0-9]{1,9}(?:\\.[0-9]{1,4})?|[0-9]{1,9})$")]
    private static partial Regex PromiseNumber();

    /// <summary>"k7f2": with a digit, so that no word is meant.</summary>
    [GeneratedRegex("^k[2-9][a-z0-9]{2,4}$")]
    private static partial Regex CaseNumber();

    [GeneratedRegex("^r[0-9]{1,9}$")]
    private static partial Regex RoundNumber();

    [GeneratedRegex("^i[0-9]{1,9}$")]
    private static partial Regex IndicatorNumber();

    [GeneratedRegex("^d[0-9]{1,9}$")]
    private static partial Regex DecisionNumber();
}
