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
    /// <summary>What nearly all values of nearly all cards are: nothing is chosen in it.</summary>
    private readonly PathExpression? path = expression as PathExpression;

    public override void Write(ref Expansion expansion)
    {
        if (path is not null)
        {
            expansion.WriteValue(path.Evaluate(ref expansion, shown: true), place, asText, path);
            return;
        }

        var chosen = expression.Resolve(ref expansion);
        if (chosen is ConcatExpression or JoinExpression) WriteText(ref expansion, chosen);
        else expansion.WriteValue(chosen.Evaluate(ref expansion, shown: true), place, asText, chosen);
    }

    /// <summary>In an array nothing leaves no trace, and a list puts its items in.</summary>
    public void WriteItem(ref Expansion expansion, ref bool first)
    {
        var chosen = expression.Resolve(ref expansion);
        if (chosen is ConcatExpression or JoinExpression)
        {
            ArrayItem.Comma(ref expansion, ref first);
            WriteText(ref expansion, chosen);
            return;
        }
        var value = chosen.Evaluate(ref expansion, shown: true);
        if (value.IsNothing) return;
        foreach (var item in value.Kind == ValueKind.List ? value.Items : [value])
        {
            ArrayItem.Comma(ref expansion, ref first);
            expansion.WriteValue(item, place, asText, chosen);
        }
    }

    /// <summary>Texts put together are written piece by piece, so that each keeps its nature.</summary>
    private void WriteText(ref Expansion expansion, Expression text)
    {
        expansion.Output.Byte((byte)'"');
        text.WriteText(ref expansion, place);
        expansion.Output.Byte((byte)'"');
    }
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

    public static void Comma(ref Expansion expansion, ref bool first)
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

internal sealed class ValueItem(ValueNode node) : ArrayItem
{
    public override void Write(ref Expansion expansion, ref bool first) => node.WriteItem(ref expansion, ref first);
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
