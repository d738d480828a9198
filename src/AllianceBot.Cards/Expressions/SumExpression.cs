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
        if (shown) expansion.Broken(ToString());
        // The official package puts texts together here, and two things that are not there make an empty one.
        if (minus || !Adds(one) || !Adds(two)) return CardValue.Fault;
        if ((one.Kind == ValueKind.Number && two.IsNothing) || (two.Kind == ValueKind.Number && one.IsNothing)) return CardValue.Fault;
        return Expansion.TextOf(one) + Expansion.TextOf(two);
    }

    private static bool Adds(CardValue value) => value.Kind is ValueKind.Missing or ValueKind.Number || value.IsText;

    public override string ToString() => $"({left} {(minus ? '-' : '+')} {right})";
}
