namespace AllianceBot.Cards;

/// <summary>The functions that templates may call.</summary>
internal static class ExpressionFunctions
{
    public static Expression Make(string name, List<Expression> arguments, string source) => (name, arguments) switch
    {
        ("if", [var condition, var whenTrue, var otherwise]) => new IfExpression(condition, whenTrue, otherwise),
        ("not", [var operand]) => new NotExpression(operand),
        ("and", [_, ..]) => new AllExpression([.. arguments]),
        ("or", [_, ..]) => new AnyExpression([.. arguments]),
        ("exists", [var operand]) => new MeasureExpression(Measure.Exists, operand),
        ("empty", [var operand]) => new MeasureExpression(Measure.Empty, operand),
        ("count", [var operand]) => new MeasureExpression(Measure.Count, operand),
        ("length", [var operand]) => new MeasureExpression(Measure.Length, operand),
        ("equals", [var left, var right]) => new CompareExpression(Comparison.Equal, left, right),
        ("less", [var left, var right]) => new CompareExpression(Comparison.Less, left, right),
        ("lessOrEquals", [var left, var right]) => new CompareExpression(Comparison.LessOrEqual, left, right),
        ("greater", [var left, var right]) => new CompareExpression(Comparison.Greater, left, right),
        ("greaterOrEquals", [var left, var right]) => new CompareExpression(Comparison.GreaterOrEqual, left, right),
        ("add", [var left, var right]) => new SumExpression(left, minus: false, right),
        ("sub", [var left, var right]) => new SumExpression(left, minus: true, right),
        ("concat", [_, _, ..]) => new ConcatExpression([.. arguments]),
        ("join", [var list, var separator]) => new JoinExpression(list, separator, null),
        ("join", [var list, var separator, var last]) => new JoinExpression(list, separator, last),
        _ => throw new ExpressionFaultException(
            $"There is no function {name} with {arguments.Count} argument(s) here ('{source}'). There are: if, not, and, or, exists, empty, count, length, "
            + "equals, less, lessOrEquals, greater, greaterOrEquals, add, sub, concat (two or more), join."),
    };
}
