using System.Text.Json;
using System.Text.Json.Serialization;
using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>
/// Words are their id only. What was written is collected, so that its text can be sealed; what is read gets its text from
/// those opened. Both lie beside the thread, as a converter is shared and gets no argument.
/// </summary>
internal sealed class WordsConverter : JsonConverter<Words>
{
    [ThreadStatic]
    private static List<Words>? written;

    [ThreadStatic]
    private static IReadOnlyDictionary<string, string>? opened;

    /// <summary>Collects the words written on this thread until called with null.</summary>
    public static void Collect(List<Words>? into) => written = into;

    /// <summary>Gives text to the words read on this thread until called with null.</summary>
    public static void Resolve(IReadOnlyDictionary<string, string>? from) => opened = from;

    public override Words Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var id = reader.GetString() ?? throw new JsonException("Words need an id.");
        return new(id, opened is { } texts && texts.TryGetValue(id, out var text) ? text : null);
    }

    public override void Write(Utf8JsonWriter writer, Words value, JsonSerializerOptions options)
    {
        written?.Add(value);
        writer.WriteStringValue(value.Id);
    }
}
