using System.Text;

namespace AllianceBot.Cards;

/// <summary>
/// Turns a template into bytes that never change and the few places where a value goes. Runs once per template and language,
/// so fixed words become part of the bytes.
/// </summary>
internal sealed class TemplateCompiler(Func<string, CardValue>? words)
{
    private readonly List<TemplateNode> nodes = [];
    private System.Buffers.ArrayBufferWriter<byte> bytes = new();

    /// <summary>Throws <see cref="ExpressionFaultException"/> for what the lint would have refused.</summary>
    public static TemplateNode Compile(SourceNode root, Func<string, CardValue>? words, CardProperty holder)
    {
        var compiler = new TemplateCompiler(words);
        compiler.Value(root, holder);
        return compiler.Finish();
    }

    private void Value(SourceNode node, CardProperty property)
    {
        switch (node.Kind)
        {
            case SourceKind.Object:
                Object(node, CardSchema.TypeOf(node, property), property);
                break;
            case SourceKind.Array:
                Array(node, property);
                break;
            case SourceKind.Text:
                Text(node, property);
                break;
            default:
                Fixed(node.Text);
                break;
        }
    }

    private void Object(SourceNode node, CardType? type, CardProperty property)
    {
        var first = true;
        Fixed("{");
        foreach (var (name, value) in node.Properties)
        {
            if (name is "$data" or "$when") continue;
            Fixed(first ? "\"" : ",\"");
            FixedText(name);
            Fixed("\":");
            Value(value, CardSchema.PropertyOf(type, name, property));
            first = false;
        }
        Fixed("}");
    }

    private void Array(SourceNode node, CardProperty property)
    {
        if (!node.Items.Exists(NeedsTurns))
        {
            var first = true;
            Fixed("[");
            foreach (var item in node.Items)
            {
                if (!first) Fixed(",");
                Value(item, property);
                first = false;
            }
            Fixed("]");
            return;
        }
        CloseBytes();
        nodes.Add(new ArrayNode([.. node.Items.Select(item => Item(item, property))]));
    }

    private ArrayItem Item(SourceNode node, CardProperty property)
    {
        var inner = new TemplateCompiler(words);
        if (node.Kind == SourceKind.Text && node.HasExpression && inner.Whole(node) is { } whole and not ConstantExpression)
            return new ValueItem(new ValueNode(whole, property.Place, property.IsText));
        inner.Value(node, property);
        var body = inner.Finish();
        var data = node["$data"];
        var when = node["$when"];
        return data is null && when is null
            ? new PlainItem(body)
            : new ScopedItem(data is null ? null : Condition(data), when is null ? null : Condition(when), body);
    }

    private Expression Condition(SourceNode node)
    {
        var whole = node.HasExpression ? Whole(node) : null;
        return whole is null or ConstantExpression or ConcatExpression
            ? throw new ExpressionFaultException("$data and $when have to be one expression: \"${...}\".")
            : whole;
    }

    private Expression? Whole(SourceNode node) => Interpolation.Parse(node.Text, words) is [{ Expression: { } expression }] ? expression : null;

    private void Text(SourceNode node, CardProperty property)
    {
        if (!node.HasExpression)
        {
            Fixed("\"");
            FixedText(node.Text);
            Fixed("\"");
            return;
        }
        var parts = Interpolation.Parse(node.Text, words);
        // The official package makes a text of a lone constant, whatever its type.
        if (parts is [{ Expression: { } whole }] && whole is not ConstantExpression)
        {
            Whole(whole, property);
            return;
        }
        Fixed("\"");
        foreach (var (text, expression) in parts)
        {
            if (expression is null) FixedText(text);
            else Part(expression, property.Place);
        }
        Fixed("\"");
    }

    private void Whole(Expression expression, CardProperty property)
    {
        CloseBytes();
        nodes.Add(new ValueNode(expression, property.Place, property.IsText));
    }

    private void Part(Expression expression, TextPlace place)
    {
        if (expression is ConstantExpression { Value: { Kind: ValueKind.Own } word })
        {
            FixedText(word.Text);
            return;
        }
        CloseBytes();
        nodes.Add(new TextNode(expression, place));
    }

    private static bool NeedsTurns(SourceNode item) =>
        item["$data"] is not null || item["$when"] is not null || item.HasExpression;

    private void Fixed(string json) => Encoding.UTF8.GetBytes(json, bytes);

    private void FixedText(string text)
    {
        var output = new Utf8Output(bytes);
        TextRules.Write(ref output, text, TextPlace.Exact);
        output.Flush();
    }

    private void CloseBytes()
    {
        if (bytes.WrittenCount == 0) return;
        nodes.Add(new FixedNode(bytes.WrittenSpan.ToArray()));
        bytes = new();
    }

    private TemplateNode Finish()
    {
        CloseBytes();
        return nodes is [var only] ? only : new SequenceNode([.. nodes]);
    }
}
