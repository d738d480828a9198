using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Finds the thing that a sentence is about: by its number, its id, or the longest title that fits.</summary>
internal sealed partial class Grammar
{
    private (Subject? Found, ValueList<CommitmentHint> Several, int From, int Length) Item(
        List<Token> tokens, ref int at, string? number, INames names, bool byTitle)
    {
        if (number is not null) return (Numbered(number, names) ?? Meant(names.Promise(number)), default, 0, 0);
        if (at >= tokens.Count) return default;
        if (!tokens[at].Quoted && Numbered(tokens[at].Key, names) is { } numbered)
        {
            at++;
            return (numbered, default, 0, 0);
        }

        if (Process(tokens, at) is { } process)
        {
            at += 2;
            return (Meant(names.Process(process)), default, 0, 0);
        }

        if (IsNumber(tokens[at]) && names.Promise(tokens[at].Key) is var meant
            && (meant.Found is not null || at + 1 == tokens.Count || !char.IsAsciiDigit(tokens[at].Key[0])))
        {
            at++;
            return (Meant(meant), default, 0, 0);
        }

        if (!tokens[at].Quoted && Subject.Parse(tokens[at].Raw) is { } exact)
        {
            at++;
            return (exact, default, 0, 0);
        }

        if (!byTitle) return default;
        if (tokens[at].Quoted) return Title(tokens, ref at, 1, names, 0);
        var skip = words.Articles.Contains(tokens[at].Key) ? 1 : 0;
        for (var length = Math.Min(12, tokens.Count - at - skip); length > 0; length--)
        {
            if (Title(tokens, ref at, length, names, skip) is { } title && (title.Found is not null || title.Several.Count > 1)) return title;
        }

        return default;
    }

    /// <summary>"P12, P14 and P15": the further numbers that follow at once.</summary>
    private ValueList<Subject> Also(List<Token> tokens, ref int at, INames names)
    {
        var also = ValueList<Subject>.Empty;
        while (also.Count < Answering.Most)
        {
            var next = at < tokens.Count && words.And.Contains(tokens[at].Key) ? at + 1 : at;
            if (next >= tokens.Count || !IsNumber(tokens[next]) || IndicatorNumber().IsMatch(tokens[next].Key) || char.IsAsciiDigit(tokens[next].Key[0])) break;
            also = also.Add(Meant(names.Promise(tokens[next].Key))!.Value);
            at = next + 1;
        }

        return also;
    }

    private static (Subject? Found, ValueList<CommitmentHint> Several, int From, int Length) Title(
        List<Token> tokens, ref int at, int length, INames names, int skip)
    {
        var stretch = tokens.Skip(at + skip).Take(length).ToList();
        var title = stretch is [{ Quoted: true } quoted] ? quoted.Raw : string.Join(' ', stretch.Select(static token => token.Key));
        var meant = title.Length > 0 ? names.Promise(title) : new FoundCommitment(null, default, default);
        var from = at;
        if (meant.Found is not null) at += length + skip;
        return (meant.Found is { } found ? found : (Subject?)null, meant.Several, from, length + skip);
    }

    /// <summary>A number that is nobody's stays a number that is nobody's: the answer is the same as for one not permitted.</summary>
    private static Subject? Meant(FoundCommitment meant) => meant.Found is { } found ? found : new Subject(SubjectKind.Commitment, "none");

    /// <summary>What is said with these is about no promise, whatever promise has such a name.</summary>
    private static bool IsOfConflicts(string verb) => CaseSteps.Concerns(verb) || ConcernSteps.Concerns(verb) || ProcessSteps.OfOne(verb);

    /// <summary>A decision or a case by its number; null for what is neither.</summary>
    private static Subject? Numbered(string key, INames names) => DecisionNumber().IsMatch(key) ? Meant(names.Decision(key))
        : IndicatorNumber().IsMatch(key) ? Meant(names.Indicator(key))
        : RoundNumber().IsMatch(key) ? Meant(names.Round(key))
        : CaseNumber().IsMatch(key) ? names.Case(key) is { } known ? known : new Subject(SubjectKind.Case, "none")
        : null;

    /// <summary>The number in "process 2", where it stands here.</summary>
    private string? Process(List<Token> tokens, int at) => at + 1 < tokens.Count && !tokens[at].Quoted && !tokens[at + 1].Quoted
        && words.Process.Contains(tokens[at].Key) && tokens[at + 1].Key is { Length: <= 3 } digits && digits.All(char.IsAsciiDigit)
            ? digits : null;

    private static Subject? Meant(ProcessId? found) => found is { } known ? known : new Subject(SubjectKind.Process, "none");

    private static Subject? Meant(IndicatorId? found) => found is { } known ? known : new Subject(SubjectKind.Indicator, "none");

    private static Subject? Meant(DecisionId? found) => found is { } known ? known : new Subject(SubjectKind.Decision, "none");

    private static Subject? Meant(RoundId? found) => found is { } known ? known : new Subject(SubjectKind.Round, "none");

    private static Several Which((Subject? Found, ValueList<CommitmentHint> Several, int From, int Length) item, List<Token> tokens, string text)
    {
        var (from, end) = (tokens[item.From].Start, tokens[item.From + item.Length - 1].End);
        return new(new("choices.which"), item.Several.Select(hint =>
            new Pick(hint.What ?? "", string.Concat(text.AsSpan(0, from), $"P{hint.Label}", text.AsSpan(end))) { Detail = $"P{hint.Label}" })
            .ToValueList());
    }
}
