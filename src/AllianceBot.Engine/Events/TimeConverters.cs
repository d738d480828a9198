using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Engine;

/// <summary>An instant in ISO 8601, in UTC. The platform's writer is many times faster and holds all but parts of a tick.</summary>
internal sealed class InstantConverter : JsonConverter<Instant>
{
    private static readonly Instant Earliest = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9999, 1, 1, 0, 0);

    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetDateTime(out var time) && time.Kind == DateTimeKind.Utc && reader.ValueSpan.Length <= "2000-01-01T00:00:00.1234567Z".Length
            ? Instant.FromDateTimeUtc(time)
            : Texts.Parse(InstantPattern.ExtendedIso, reader.GetString());

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
    {
        if (value >= Earliest && value < Latest && value.ToUnixTimeTicks() is var ticks && Instant.FromUnixTimeTicks(ticks) == value)
        {
            writer.WriteStringValue(value.ToDateTimeUtc());
        }
        else
        {
            writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
        }
    }
}

/// <summary>A NodaTime value in its one lasting text form.</summary>
internal sealed class PatternConverter<T>(IPattern<T> pattern) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Texts.Parse(pattern, reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(pattern.Format(value));
}

file static class Texts
{
    public static T Parse<T>(IPattern<T> pattern, string? text) =>
        pattern.Parse(text ?? "") is { Success: true } parsed
            ? parsed.Value
            : throw new JsonException($"'{text}' is no {typeof(T).Name}.");
}
