namespace AllianceBot.Cards;

/// <summary>The signs of an expression, one after the other.</summary>
internal sealed class ExpressionLexer
{
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "?", ":", "(", ")", "[", "]", ",", ".", "+", "-"];
    private readonly string source;
    private int at;

    public ExpressionLexer(string source)
    {
        this.source = source;
        Next();
    }

    public TokenKind Kind { get; private set; }

    public string Text { get; private set; } = string.Empty;

    /// <summary>Goes on if this sign stands here.</summary>
    public bool Take(string sign)
    {
        if (Kind != TokenKind.Sign || Text != sign) return false;
        Next();
        return true;
    }

    public void Expect(string sign)
    {
        if (!Take(sign)) throw new ExpressionFaultException($"'{sign}' is missing before '{Text}' in '{source}'.");
    }

    public string TakeText()
    {
        var text = Text;
        Next();
        return text;
    }

    private void Next()
    {
        while (at < source.Length && source[at] == ' ') at++;
        if (at == source.Length)
        {
            (Kind, Text) = (TokenKind.End, string.Empty);
            return;
        }
        var sign = source[at];
        if (char.IsAsciiLetter(sign) || sign is '_' or '$') Take(TokenKind.Name, char.IsAsciiLetterOrDigit, '_');
        else if (char.IsAsciiDigit(sign)) TakeNumber();
        else if (sign is '\'' or '"') TakeString(sign);
        else TakeOperator();
    }

    private void Take(TokenKind kind, Func<char, bool> belongs, char also)
    {
        var start = at++;
        while (at < source.Length && (belongs(source[at]) || source[at] == also)) at++;
        (Kind, Text) = (kind, source[start..at]);
    }

    private void TakeNumber()
    {
        Take(TokenKind.Number, char.IsAsciiDigit, '0');
        if (at + 1 >= source.Length || source[at] != '.' || !char.IsAsciiDigit(source[at + 1])) return;
        var whole = Text;
        Take(TokenKind.Number, char.IsAsciiDigit, '0');
        Text = whole + Text;
    }

    private void TakeString(char quote)
    {
        var end = source.IndexOf(quote, at + 1);
        if (end < 0) throw new ExpressionFaultException($"A text in '{source}' does not end.");
        (Kind, Text) = (TokenKind.Text, source[(at + 1)..end]);
        at = end + 1;
    }

    private void TakeOperator()
    {
        foreach (var sign in Operators)
        {
            if (string.CompareOrdinal(source, at, sign, 0, sign.Length) != 0) continue;
            (Kind, Text) = (TokenKind.Sign, sign);
            at += sign.Length;
            return;
        }
        throw new ExpressionFaultException($"'{source[at]}' is not part of the expressions that templates here may use (in '{source}').");
    }
}

internal enum TokenKind
{
    End,
    Name,
    Number,
    Text,
    Sign,
}
