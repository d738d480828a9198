namespace AllianceBot.Cards;

/// <summary>A piece of the Adaptive Expressions language, parsed once. The semantics are those of the npm package adaptive-expressions.</summary>
internal abstract class Expression
{
    /// <summary>
    /// The value. <paramref name="shown"/> tells that the value itself ends up on the card: then a missing one is a mistake
    /// (or, as in the official package, stands there as its own expression), where inside a condition it is just nothing.
    /// </summary>
    public abstract CardValue Evaluate(ref Expansion expansion, bool shown);

    /// <summary>Writes the value as part of a text.</summary>
    public virtual void WriteText(ref Expansion expansion, TextPlace place) => expansion.WriteText(Evaluate(ref expansion, shown: true), place, this);

    /// <summary>The expression that counts at this moment: a choice's chosen branch, else itself.</summary>
    public virtual Expression Resolve(ref Expansion expansion) => this;

    /// <summary>The parts, for the lint.</summary>
    public virtual IEnumerable<Expression> Children => [];

    public abstract override string ToString();

    /// <summary>True counts as true, nothing and faults as false, and everything else, 0 and empty text too, as true.</summary>
    protected static bool Holds(CardValue value) => value.Kind switch
    {
        ValueKind.Flag => value.Number != 0,
        ValueKind.Missing or ValueKind.Null or ValueKind.Fault => false,
        _ => true,
    };
}

internal sealed class ConstantExpression(CardValue value, string source) : Expression
{
    public CardValue Value => value;

    public override CardValue Evaluate(ref Expansion expansion, bool shown) => value;

    public override string ToString() => source;
}

internal sealed class IfExpression(Expression condition, Expression whenTrue, Expression otherwise) : Expression
{
    public override IEnumerable<Expression> Children => [condition, whenTrue, otherwise];

    public Expression WhenTrue => whenTrue;

    public Expression Otherwise => otherwise;

    public override CardValue Evaluate(ref Expansion expansion, bool shown) => Resolve(ref expansion).Evaluate(ref expansion, shown);

    public override void WriteText(ref Expansion expansion, TextPlace place) => Resolve(ref expansion).WriteText(ref expansion, place);

    public override Expression Resolve(ref Expansion expansion) =>
        (Holds(condition.Evaluate(ref expansion, shown: false)) ? whenTrue : otherwise).Resolve(ref expansion);

    public override string ToString() => $"if({condition}, {whenTrue}, {otherwise})";
}

internal sealed class NotExpression(Expression operand) : Expression
{
    public override IEnumerable<Expression> Children => [operand];

    public override CardValue Evaluate(ref Expansion expansion, bool shown) => !Holds(operand.Evaluate(ref expansion, shown: false));

    public override string ToString() => $"!({operand})";
}

internal sealed class AllExpression(Expression[] operands) : Expression
{
    public override IEnumerable<Expression> Children => operands;

    public override CardValue Evaluate(ref Expansion expansion, bool shown)
    {
        foreach (var operand in operands)
            if (!Holds(operand.Evaluate(ref expansion, shown: false)))
                return false;
        return true;
    }

    public override string ToString() => $"and({string.Join(", ", operands)})";
}

internal sealed class AnyExpression(Expression[] operands) : Expression
{
    public override IEnumerable<Expression> Children => operands;

    public override CardValue Evaluate(ref Expansion expansion, bool shown)
    {
        var last = CardValue.None;
        foreach (var operand in operands)
        {
            last = operand.Evaluate(ref expansion, shown: false);
            if (Holds(last)) return true;
        }
        // The official package answers with the last operand itself when none holds, which can be nothing at all.
        if (shown && last.Kind != ValueKind.Flag) expansion.Broken(ToString());
        return last.Kind == ValueKind.Fault ? CardValue.None : last;
    }

    public override string ToString() => $"or({string.Join(", ", operands)})";
}
