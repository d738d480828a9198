namespace AllianceBot.Cards;

/// <summary>A stretch of a compiled template.</summary>
internal abstract class TemplateNode
{
    public abstract void Write(ref Expansion expansion);
}

/// <summary>Bytes that are the same in every expansion.</summary>
internal sealed class FixedNode(byte[] utf8) : TemplateNode
{
    public byte[] Utf8 => utf8;

    public override void Write(ref Expansion expansion) => expansion.Output.Raw(utf8);
}

/// <summary>A string that is one expression: the value keeps its type.</summary>
internal sealed class ValueNode(Expression expression, TextPlace place, bool asText) : TemplateNode
{
    /// <summary>Texts put together are written piece by piece, so that each keeps its nature.</summary>
    public bool IsText { get; } = IsPutTogether(expression);

    public Expression Expression => expression;

    public TextPlace Place => place;

    public override void Write(ref Expansion expansion)
    {
        if (!IsText)
        {
            expansion.WriteValue(expression.Evaluate(ref expansion, shown: true), place, asText, expression);
            return;
        }
        expansion.Output.Byte((byte)'"');
        expression.WriteText(ref expansion, place);
        expansion.Output.Byte((byte)'"');
    }

    private static bool IsPutTogether(Expression expression) => expression switch
    {
        ConcatExpression or JoinExpression => true,
        IfExpression choice => IsPutTogether(choice.WhenTrue) && IsPutTogether(choice.Otherwise),
        _ => false,
    };
}

/// <summary>A part of a string that is put together: the quotes stand in the fixed bytes around it.</summary>
internal sealed class TextNode(Expression expression, TextPlace place) : TemplateNode
{
    public override void Write(ref Expansion expansion) => expression.WriteText(ref expansion, place);
}

internal sealed class SequenceNode(TemplateNode[] nodes) : TemplateNode
{
    public override void Write(ref Expansion expansion)
    {
        foreach (var node in nodes) node.Write(ref expansion);
    }
}

/// <summary>An array in which an item may be repeated or left out, so that commas are only known at the end.</summary>
internal sealed class ArrayNode(ArrayItem[] items) : TemplateNode
{
    public override void Write(ref Expansion expansion)
    {
        var first = true;
        expansion.Output.Byte((byte)'[');
        foreach (var item in items) item.Write(ref expansion, ref first);
        expansion.Output.Byte((byte)']');
    }
}

internal abstract class ArrayItem
{
    public abstract void Write(ref Expansion expansion, ref bool first);

    protected static void Comma(ref Expansion expansion, ref bool first)
    {
        if (!first) expansion.Output.Byte((byte)',');
        first = false;
    }
}

internal sealed class PlainItem(TemplateNode node) : ArrayItem
{
    public override void Write(ref Expansion expansion, ref bool first)
    {
        Comma(ref expansion, ref first);
        node.Write(ref expansion);
    }
}

/// <summary>A string in an array: nothing leaves no trace, a list puts its items in.</summary>
internal sealed class ValueItem(ValueNode node) : ArrayItem
{
    public override void Write(ref Expansion expansion, ref bool first)
    {
        var value = node.IsText ? CardValue.None : node.Expression.Evaluate(ref expansion, shown: true);
        if (value.Kind == ValueKind.Null) return;
        if (value.Kind != ValueKind.List)
        {
            Comma(ref expansion, ref first);
            node.Write(ref expansion);
            return;
        }
        foreach (var item in value.Items)
        {
            Comma(ref expansion, ref first);
            expansion.WriteValue(item, node.Place, asText: false, node.Expression);
        }
    }
}

/// <summary>An object with <c>$data</c> or <c>$when</c>: once, several times, or not at all.</summary>
internal sealed class ScopedItem(Expression? data, Expression? when, TemplateNode body) : ArrayItem
{
    public override void Write(ref Expansion expansion, ref bool first)
    {
        if (data is null)
        {
            WriteOnce(ref expansion, ref first);
            return;
        }
        var outerData = expansion.Data;
        var outerIndex = expansion.Index;
        var value = data.Evaluate(ref expansion, shown: true);
        if (value.Kind == ValueKind.List)
        {
            var index = 0;
            foreach (var item in value.Items)
            {
                expansion.Index = index++;
                expansion.Data = item;
                WriteOnce(ref expansion, ref first);
            }
        }
        else
        {
            expansion.Data = value;
            WriteOnce(ref expansion, ref first);
        }
        expansion.Data = outerData;
        expansion.Index = outerIndex;
    }

    private void WriteOnce(ref Expansion expansion, ref bool first)
    {
        // Only true itself counts, as in the official package.
        if (when is not null && when.Evaluate(ref expansion, shown: false) is not { Kind: ValueKind.Flag, Number: 1 }) return;
        Comma(ref expansion, ref first);
        body.Write(ref expansion);
    }
}
