using System.Buffers;
using System.Text.Json;

namespace AllianceBot.Cards;

/// <summary>A template parsed once; expanding it is thread-safe.</summary>
internal sealed class CardTemplate(string view, TemplateNode node)
{
    /// <summary>Parses a template; <paramref name="holder"/> says what kind of thing it is, a card unless given.</summary>
    public static CardTemplate Compile(string view, SourceNode source, Func<string, CardValue>? words = null, CardProperty? holder = null) =>
        new(view, TemplateCompiler.Compile(source, words, holder ?? CardSchema.Root));

    /// <summary>Writes the card. Where <paramref name="missing"/> is given, a missing value is noted there and shows as its expression, as the official package does it.</summary>
    public void Expand(CardValue model, IBufferWriter<byte> to, ICollection<string>? missing = null)
    {
        var expansion = new Expansion(view, model, missing, to);
        node.Write(ref expansion);
        expansion.Output.Flush();
    }

    /// <summary>The card for a sample, whose texts are taken as our own words so that nothing is escaped: what the Designer shows.</summary>
    public byte[] ExpandSample(JsonElement sample, ICollection<string> missing)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Expand(JsonModels.Read(sample, ValueKind.Own), buffer, missing);
        return buffer.WrittenSpan.ToArray();
    }
}
