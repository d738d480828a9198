using System.Text;

namespace AllianceBot.Cards;

/// <summary>Texts one after the other, each keeping its nature: what a person typed stays that.</summary>
internal sealed class ConcatExpression(Expression[] parts) : Expression
{
    public IReadOnlyList<Expression> Parts => parts;

    public override IEnumerable<Expression> Children => parts;

    public override CardValue Evaluate(ref Expansion expansion, bool shown)
    {
        StringBuilder? text = null;
        foreach (var part in parts)
        {
            var value = part.Evaluate(ref expansion, shown);
            if (value.IsNothing) continue;
            text ??= new StringBuilder();
            if (Expansion.TextOf(value) is not { } some) return shown ? expansion.Broken(part.ToString()) : CardValue.Fault;
            text.Append(some);
        }
        return text?.ToString();
    }

    public override void WriteText(ref Expansion expansion, TextPlace place)
    {
        foreach (var part in parts) part.WriteText(ref expansion, place);
    }

    public override string ToString() => $"concat({string.Join(", ", parts)})";
}

/// <summary>The items of a list as one text, with a separator, and another one before the last item of three or more.</summary>
internal sealed class JoinExpression(Expression list, Expression separator, Expression? last) : Expression
{
    public override IEnumerable<Expression> Children => last is null ? [list, separator] : [list, separator, last];

    public override CardValue Evaluate(ref Expansion expansion, bool shown)
    {
        var items = list.Evaluate(ref expansion, shown);
        if (items.Kind != ValueKind.List) return shown ? expansion.Broken(ToString()) : CardValue.Fault;
        var text = new StringBuilder();
        for (var i = 0; i < items.Items.Length; i++)
        {
            if (i > 0) text.Append(Expansion.TextOf(Between(i, items.Items.Length).Evaluate(ref expansion, shown)));
            text.Append(Expansion.TextOf(items.Items[i]));
        }
        return text.ToString();
    }

    public override void WriteText(ref Expansion expansion, TextPlace place)
    {
        var items = list.Evaluate(ref expansion, shown: true);
        if (items.Kind != ValueKind.List)
        {
            expansion.WriteText(expansion.Broken(ToString()), place, this);
            return;
        }
        for (var i = 0; i < items.Items.Length; i++)
        {
            if (i > 0) Between(i, items.Items.Length).WriteText(ref expansion, place);
            expansion.WriteText(items.Items[i], place, this);
        }
    }

    public override string ToString() => last is null ? $"join({list}, {separator})" : $"join({list}, {separator}, {last})";

    /// <summary>The official package takes the third argument also between just two items.</summary>
    private Expression Between(int at, int count) => last is not null && (count < 3 || at == count - 1) ? last : separator;
}
