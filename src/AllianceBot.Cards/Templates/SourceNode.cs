using System.Text;

namespace AllianceBot.Cards;

/// <summary>JSON as it stands in a file: with the line of each value, so that a fault can be found.</summary>
internal sealed class SourceNode(SourceKind kind, int line, string text = "")
{
    public SourceKind Kind => kind;

    public int Line => line;

    /// <summary>The text of a string, or the raw digits or word of any other scalar.</summary>
    public string Text => text;

    public List<KeyValuePair<string, SourceNode>> Properties { get; } = [];

    public List<SourceNode> Items { get; } = [];

    public SourceNode? this[string name]
    {
        get
        {
            foreach (var (key, value) in Properties)
                if (string.Equals(key, name, StringComparison.Ordinal))
                    return value;
            return null;
        }
    }

    /// <summary>The text of a string property without a template in it; null otherwise.</summary>
    public string? Literal(string name) => this[name] is { Kind: SourceKind.Text } value && !value.HasExpression ? value.Text : null;

    public bool HasExpression => kind == SourceKind.Text && text.Contains("${", StringComparison.Ordinal);

    /// <summary>Equal in meaning: the order of properties does not matter.</summary>
    public bool Means(SourceNode other) => kind == other.Kind && kind switch
    {
        SourceKind.Object => Properties.Count == other.Properties.Count
            && Properties.TrueForAll(property => other[property.Key] is { } twin && property.Value.Means(twin)),
        SourceKind.Array => Items.Count == other.Items.Count && Items.Zip(other.Items).All(pair => pair.First.Means(pair.Second)),
        _ => text == other.Text,
    };

    public static string ToJson(string text)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        var output = new Utf8Output(buffer);
        output.Byte((byte)'"');
        TextRules.Write(ref output, text, TextPlace.Exact);
        output.Byte((byte)'"');
        output.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

internal enum SourceKind
{
    Object,
    Array,
    Text,
    Number,
    Flag,
    Null,
}
