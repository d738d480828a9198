namespace AllianceBot.Cards;

/// <summary>Functions of one value: exists, empty, count, length.</summary>
internal sealed class MeasureExpression(Measure measure, Expression operand) : Expression
{
    public override IEnumerable<Expression> Children => [operand];

    public override CardValue Evaluate(ref Expansion expansion, bool shown)
    {
        var asks = measure is Measure.Exists or Measure.Empty;
        var value = operand.Evaluate(ref expansion, shown && !asks);
        var result = measure switch
        {
            Measure.Exists => !value.IsNothing && value.Kind != ValueKind.Fault,
            Measure.Empty => value.IsNothing || (Size(value) == 0),
            Measure.Count => Size(value) is { } size ? size : CardValue.Fault,
            _ => value.IsText ? value.TextLength : value.Kind == ValueKind.Missing ? 0 : CardValue.Fault,
        };
        return shown && result.Kind == ValueKind.Fault ? expansion.Broken(ToString()) : result;
    }

    public override string ToString() => $"{measure.ToString().ToUpperInvariant()}({operand})";

    private static int? Size(CardValue value) => value switch
    {
        { IsText: true } => value.TextLength,
        { Kind: ValueKind.List } => value.Items.Length,
        { Kind: ValueKind.Model } => ((CardModel)value.Reference!).Count,
        _ => null,
    };
}

internal enum Measure
{
    Exists,
    Empty,
    Count,
    Length,
}
