using System.Text.Json;
using System.Text.Json.Serialization;

namespace AllianceBot.Engine;

/// <summary>Enums by name, in camel case: a number would change its meaning when somebody sorts the list.</summary>
internal sealed class EnumConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(EnumConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class EnumConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private readonly T[] values = Enum.GetValues<T>();
        private readonly JsonEncodedText[] names =
            [.. Enum.GetNames<T>().Select(static name => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(name)))];

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            for (var i = 0; i < names.Length; i++)
            {
                if (reader.ValueTextEquals(names[i].EncodedUtf8Bytes)) return values[i];
            }

            throw new JsonException($"{typeof(T).Name} has no value '{reader.GetString()}'.");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            var at = Array.IndexOf(values, value);
            if (at < 0) throw new JsonException($"{typeof(T).Name} has no value {value}.");
            writer.WriteStringValue(names[at]);
        }
    }
}
