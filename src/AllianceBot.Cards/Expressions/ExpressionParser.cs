using System.Globalization;

namespace AllianceBot.Cards;

/// <summary>
/// Parses the part of Adaptive Expressions that cards here use. What the official package does differently from reader to reader
/// (string(), formatNumber, dates) or in a way nobody expects (coalesce, chained ?:) is refused.
/// </summary>
internal sealed class ExpressionParser
{
    // From the loosest to the tightest, in the order of the official grammar: there == binds tighter than <.
    private static readonly string[][] Levels = [["||"], ["&&"], ["<", "<=", ">", ">="], ["==", "!="], ["+", "-"]];

    private readonly string source;
    private readonly Func<string, CardValue>? words;
    private readonly ExpressionLexer lexer;

    private ExpressionParser(string source, Func<string, CardValue>? words)
    {
        this.source = source;
        this.words = words;
        lexer = new ExpressionLexer(source);
    }

    /// <summary>Parses; <paramref name="words"/> gives the fixed words for <c>$root.w.key</c>, or null to look them up in the model.</summary>
    public static Expression Parse(string source, Func<string, CardValue>? words)
    {
        if (source.Contains('\\', StringComparison.Ordinal)) throw new ExpressionFaultException($"No backslash may stand in an expression ('{source}').");
        var parser = new ExpressionParser(source, words);
        var expression = parser.Choice();
        return parser.lexer.Kind == TokenKind.End ? expression : throw parser.Unexpected();
    }

    private Expression Choice()
    {
        var condition = Level(0);
        if (!lexer.Take("?")) return condition;
        var whenTrue = Level(0);
        lexer.Expect(":");
        var otherwise = Level(0);
        return lexer.Kind == TokenKind.Sign && lexer.Text == "?"
            ? throw new ExpressionFaultException($"Choices one after the other are read differently by others: use if() or brackets in '{source}'.")
            : new IfExpression(condition, whenTrue, otherwise);
    }

    private Expression Level(int level)
    {
        if (level == Levels.Length) return Unary();
        var left = Level(level + 1);
        while (lexer.Kind == TokenKind.Sign && Levels[level].Contains(lexer.Text))
        {
            var sign = lexer.TakeText();
            left = Binary(sign, left, Level(level + 1));
        }
        return left;
    }

    private static Expression Binary(string sign, Expression left, Expression right) => sign switch
    {
        "||" => new AnyExpression([left, right]),
        "&&" => new AllExpression([left, right]),
        "<" => new CompareExpression(Comparison.Less, left, right),
        "<=" => new CompareExpression(Comparison.LessOrEqual, left, right),
        ">" => new CompareExpression(Comparison.Greater, left, right),
        ">=" => new CompareExpression(Comparison.GreaterOrEqual, left, right),
        "==" => new CompareExpression(Comparison.Equal, left, right),
        "!=" => new CompareExpression(Comparison.NotEqual, left, right),
        _ => new SumExpression(left, sign == "-", right),
    };

    private Expression Unary()
    {
        if (lexer.Take("!")) return new NotExpression(Unary());
        if (lexer.Take("-")) return new SumExpression(new ConstantExpression(0, "0"), minus: true, Unary());
        return Primary();
    }

    private Expression Primary()
    {
        switch (lexer.Kind)
        {
            case TokenKind.Text:
                var text = lexer.TakeText();
                return new ConstantExpression(CardValue.Markup(text), $"'{text}'");
            case TokenKind.Number:
                var digits = lexer.TakeText();
                return new ConstantExpression(double.Parse(digits, CultureInfo.InvariantCulture), digits);
            case TokenKind.Name:
                return Named(lexer.TakeText());
        }
        if (!lexer.Take("(")) throw Unexpected();
        var inner = Choice();
        lexer.Expect(")");
        return inner;
    }

    private Expression Named(string name)
    {
        if (name is "true" or "false") return new ConstantExpression(name == "true", name);
        if (name is "null") return new ConstantExpression(CardValue.Null, name);
        return lexer.Take("(") ? ExpressionFunctions.Make(name, Arguments(), source) : Path(name);
    }

    private List<Expression> Arguments()
    {
        var arguments = new List<Expression>();
        if (lexer.Take(")")) return arguments;
        do arguments.Add(Choice());
        while (lexer.Take(","));
        lexer.Expect(")");
        return arguments;
    }

    private Expression Path(string first)
    {
        var origin = first switch
        {
            "$root" => PathOrigin.Root,
            "$index" => PathOrigin.Index,
            _ when first[0] == '$' && first != "$data" => throw new ExpressionFaultException($"'{first}' is not there: $root, $data and $index are."),
            _ => PathOrigin.Data,
        };
        var path = new System.Text.StringBuilder(first);
        var steps = new List<PathStep>();
        if (first[0] != '$') steps.Add(new PathStep(string.Intern(first), 0));
        while (true)
        {
            if (lexer.Take("."))
            {
                if (lexer.Kind != TokenKind.Name || lexer.Text[0] == '$') throw Unexpected();
                steps.Add(new PathStep(string.Intern(lexer.TakeText()), 0));
                path.Append('.').Append(steps[^1].Name);
            }
            else if (lexer.Take("["))
            {
                if (lexer.Kind != TokenKind.Number || !int.TryParse(lexer.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                    throw new ExpressionFaultException($"Between [ and ] only a whole number may stand ('{source}').");
                lexer.TakeText();
                lexer.Expect("]");
                steps.Add(new PathStep(null, index));
                path.Append('[').Append(index).Append(']');
            }
            else break;
        }
        return Finish(origin, steps, path.ToString());
    }

    private Expression Finish(PathOrigin origin, List<PathStep> steps, string path)
    {
        if (origin == PathOrigin.Index && steps.Count > 0) throw Unexpected();
        if (words is null || origin != PathOrigin.Root || steps is not [{ Name: "w" }, _, ..]) return new PathExpression(origin, steps, path);
        return new ConstantExpression(words(path["$root.w.".Length..]), path);
    }

    private ExpressionFaultException Unexpected() => new(lexer.Kind == TokenKind.End
        ? $"'{source}' ends too early."
        : $"'{lexer.Text}' cannot stand there in '{source}'.");
}
