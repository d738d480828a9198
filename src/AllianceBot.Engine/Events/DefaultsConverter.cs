using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AllianceBot.Engine;

/// <summary>
/// A record that old rows hold with fewer fields: what is missing has the value of its defaults. The generated code would
/// give zero, as it takes init-only properties for constructor parameters. Slow, so for what is stored seldom.
/// </summary>
internal sealed class DefaultsConverter<T>(T defaults, JsonSerializerOptions plain) : JsonConverter<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var type = plain.GetTypeInfo(typeof(T));
        var whole = JsonSerializer.SerializeToNode(defaults, type)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(ref reader)!.AsObject()) whole[name] = value?.DeepClone();
        return (T)whole.Deserialize(type)!;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, plain.GetTypeInfo(typeof(T)));
}
