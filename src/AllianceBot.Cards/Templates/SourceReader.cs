using System.Text;
using System.Text.Json;

namespace AllianceBot.Cards;

/// <summary>Reads JSON into <see cref="SourceNode"/>s. A name given twice is a fault, as readers disagree on which one counts.</summary>
internal static class SourceReader
{
    public static SourceNode? Read(string file, ReadOnlySpan<byte> utf8, ICollection<CardFault> faults)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        var walk = new Walk(file, utf8, faults);
        try
        {
            return walk.Run();
        }
        catch (JsonException bad)
        {
            faults.Add(new CardFault(file, (int)(bad.LineNumber ?? 0) + 1, string.Empty, "This is not valid JSON: " + bad.Message));
        }
        catch (InvalidOperationException)
        {
            faults.Add(new CardFault(file, 1, string.Empty, "A string holds half a surrogate pair (\\uD800 to \\uDFFF)."));
        }
        return null;
    }

    private ref struct Walk(string file, ReadOnlySpan<byte> utf8, ICollection<CardFault> faults)
    {
        private readonly ReadOnlySpan<byte> utf8 = utf8;
        private Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = CardLimits.Depth });
        private int line = 1;
        private int counted;

        public SourceNode Run()
        {
            reader.Read();
            var node = Value();
            reader.Read();
            return node;
        }

        private SourceNode Value()
        {
            var at = Line();
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    return Object(at);
                case JsonTokenType.StartArray:
                    var array = new SourceNode(SourceKind.Array, at);
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) array.Items.Add(Value());
                    return array;
                case JsonTokenType.String:
                    return new SourceNode(SourceKind.Text, at, reader.GetString()!);
                case JsonTokenType.Number:
                    return new SourceNode(SourceKind.Number, at, Encoding.UTF8.GetString(reader.ValueSpan));
                case JsonTokenType.Null:
                    return new SourceNode(SourceKind.Null, at, "null");
                default:
                    return new SourceNode(SourceKind.Flag, at, reader.TokenType == JsonTokenType.True ? "true" : "false");
            }
        }

        private SourceNode Object(int at)
        {
            var node = new SourceNode(SourceKind.Object, at);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = string.Intern(reader.GetString()!);
                if (node[name] is not null) faults.Add(new CardFault(file, Line(), name, "This name stands twice in one object."));
                reader.Read();
                node.Properties.Add(new(name, Value()));
            }
            return node;
        }

        private int Line()
        {
            var upTo = (int)reader.TokenStartIndex;
            line += utf8[counted..upTo].Count((byte)'\n');
            counted = upTo;
            return line;
        }
    }
}
