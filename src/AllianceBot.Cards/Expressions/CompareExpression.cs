namespace AllianceBot.Cards;

/// <summary>Comparisons. A fault or, for an order, nothing on either side makes them false.</summary>
internal sealed class CompareExpression(Comparison comparison, Expression left, Expression right) : Expression
{
    public override IEnumerable<Expression> Children => [left, right];

    public override CardValue Evaluate(ref Expansion expansion, bool shown)
    {
        var one = left.Evaluate(ref expansion, shown: false);
        var two = right.Evaluate(ref expansion, shown: false);
        if (one.Kind == ValueKind.Fault || two.Kind == ValueKind.Fault) return false;
        if (comparison == Comparison.Equal) return Same(one, two);
        if (comparison == Comparison.NotEqual) return !Same(one, two);
        if (one.IsNothing || two.IsNothing) return false;
        if (one.Kind == ValueKind.Number && two.Kind == ValueKind.Number) return Ordered(one.Number.CompareTo(two.Number));
        if (one.IsText && two.IsText) return Ordered(string.CompareOrdinal(one.Text, two.Text));
        return shown ? expansion.Broken(ToString()) : CardValue.Fault;
    }

    public override string ToString() => $"({left} {Sign} {right})";

    private string Sign => comparison switch
    {
        Comparison.Equal => "==",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };

    private bool Ordered(int sign) => comparison switch
    {
        Comparison.Less => sign < 0,
        Comparison.LessOrEqual => sign <= 0,
        Comparison.Greater => sign > 0,
        _ => sign >= 0,
    };

    private static bool Same(CardValue one, CardValue two)
    {
        if (one.IsNothing || two.IsNothing) return one.IsNothing && two.IsNothing;
        if (one.IsText && two.IsText) return string.Equals(one.Text, two.Text, StringComparison.Ordinal);
        if (one.Kind != two.Kind) return false;
        return one.Kind switch
        {
            ValueKind.Flag => one.Number == two.Number,
            // Closer than the official package's Number.EPSILON counts as equal.
            ValueKind.Number => one.Number == two.Number || Math.Abs(one.Number - two.Number) < Math.BitIncrement(1.0) - 1.0,
            ValueKind.List => SameItems(one.Items, two.Items),
            ValueKind.Model => SameModel((CardModel)one.Reference!, (CardModel)two.Reference!),
            _ => false,
        };
    }

    private static bool SameItems(ReadOnlySpan<CardValue> one, ReadOnlySpan<CardValue> two)
    {
        if (one.Length != two.Length) return false;
        for (var i = 0; i < one.Length; i++)
            if (!Same(one[i], two[i]))
                return false;
        return true;
    }

    private static bool SameModel(CardModel one, CardModel two)
    {
        if (one.Count != two.Count) return false;
        for (var i = 0; i < one.Count; i++)
        {
            var twin = two.Get(one.Names[i]);
            if (twin.Kind == ValueKind.Missing || !Same(one.Values[i], twin)) return false;
        }
        return true;
    }
}

internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
