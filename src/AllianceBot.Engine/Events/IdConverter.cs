using System.Text.Json;
using System.Text.Json.Serialization;
using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>An id is its text.</summary>
internal sealed class IdConverter<TId>(Func<string, TId> make) : JsonConverter<TId>
    where TId : struct, IId
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? make(text) : default;

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
