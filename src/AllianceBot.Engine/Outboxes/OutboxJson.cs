using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>
/// Writes an outbox row as the serializer would, byte for byte, without its converters: every turn has one. Rows are read with
/// the serializer, and a test holds both to the same bytes.
/// </summary>
internal static class OutboxJson
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly InstantConverter Instants = new();
    private static readonly JsonEncodedText[] Kinds = NamesOf<SubjectKind>();
    private static readonly JsonEncodedText[] Roles = NamesOf<AddresseeRole>();

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    public static byte[] Write(OutboxEntry entry)
    {
        buffer ??= new(512);
        buffer.ResetWrittenCount();
        var json = writer ??= new(buffer, Options);
        json.Reset(buffer);
        json.WriteStartObject();
        json.WritePropertyName("notice"u8);
        Write(json, entry.Notice);
        json.WriteNumber("version"u8, entry.Version);
        json.WriteNumber("append"u8, entry.Append);
        if (entry.Confirm is { } confirm)
        {
            json.WriteStartObject("confirm"u8);
            json.WriteString("where"u8, confirm.Where);
            json.WriteString("message"u8, confirm.Message);
            json.WriteString("view"u8, confirm.View);
            json.WriteBoolean("inTurn"u8, confirm.InTurn);
            json.WriteEndObject();
        }

        json.WriteBoolean("again"u8, entry.Again);
        json.WriteNumber("fellBack"u8, entry.FellBack);
        if (entry.InsteadOf is { } missed) json.WriteString("insteadOf"u8, missed.Value);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Notice notice)
    {
        json.WriteStartObject();
        json.WriteStartObject("subject"u8);
        json.WriteString("kind"u8, Kinds[(int)notice.Subject.Kind]);
        json.WriteString("id"u8, notice.Subject.Id);
        json.WriteEndObject();
        json.WriteString("kind"u8, notice.Kind);
        json.WriteStartObject("to"u8);
        json.WriteString("role"u8, Roles[(int)notice.To.Role]);
        if (notice.To.Id is { } id) json.WriteString("id"u8, id);
        json.WriteEndObject();
        json.WritePropertyName("notBefore"u8);
        Instants.Write(json, notice.NotBefore, JsonSerializerOptions.Default);
        json.WriteBoolean("mustArrive"u8, notice.MustArrive);
        json.WriteBoolean("mayFallBack"u8, notice.MayFallBack);
        if (notice.Bundle is { } bundle) json.WriteString("bundle"u8, bundle);
        json.WriteBoolean("anyHour"u8, notice.AnyHour);
        json.WriteNumber("undoable"u8, notice.Undoable);
        if (notice.Except is { } except) json.WriteString("except"u8, except.Value);
        json.WriteStartArray("facts"u8);
        foreach (var fact in notice.Facts)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, fact.Name);
            json.WriteString("value"u8, fact.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>By their numbers, which run from 0 without a gap.</summary>
    private static JsonEncodedText[] NamesOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(static name => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(name)))];
}
