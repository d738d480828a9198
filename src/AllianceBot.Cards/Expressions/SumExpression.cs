namespace AllianceBot.Cards;

/// <summary>Adding and subtracting numbers.</summary>
internal sealed class SumExpression(Expression left, bool minus, Expression right) : Expression
{
    public override IEnumerable<Expression> Children => [left, right];

    public override CardValue Evaluate(ref Expansion expansion, bool shown)
    {
        var one = left.Evaluate(ref expansion, shown);
        var two = right.Evaluate(ref expansion, shown);
        if (one.Kind == ValueKind.Number && two.Kind == ValueKind.Number) return minus ? one.Number - two.Number : one.Number + two.Number;
        return shown ? expansion.Broken(ToString()) : CardValue.Fault;
    }

    public override string ToString() => $"({left} {(minus ? '-' : '+')} {right})";
}
