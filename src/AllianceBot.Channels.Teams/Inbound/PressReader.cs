using System.Text;
using System.Text.Json;

namespace AllianceBot.Channels.Teams;

/// <summary>Reads what a button carries, flat: numbers and truths as they are written, nested values as their JSON.</summary>
internal static class PressReader
{
    private const string BadRequest = nameof(BadRequest);
    private const string NotSupported = nameof(NotSupported);

    /// <summary>The fallback button: a message whose value is the data with the inputs. Null when the value is no object.</summary>
    public static Press? Submit(ReadOnlySpan<byte> value)
    {
        if (!IsObject(value)) return null;
        var reader = new Utf8JsonReader(value);
        reader.Read();
        var fields = Fields(ref reader, value);
        fields.Remove("verb", out var verb);
        return new(verb ?? "", fields, IsAutomatic: false);
    }

    /// <summary>Action.Execute. Its faults are answered in the body of the response, so they are values here.</summary>
    public static Press Execute(ReadOnlySpan<byte> value)
    {
        try
        {
            return IsObject(value) ? ReadExecute(value) : Broken(BadRequest);
        }
        catch (JsonException)
        {
            return Broken(BadRequest);
        }
    }

    private static Press ReadExecute(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value);
        reader.Read();
        var press = Broken(BadRequest);
        string? trigger = null;
        while (IncomingReader.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("action"u8)) press = ReadAction(ref reader, value);
            else if (reader.ValueTextEquals("trigger"u8)) trigger = IncomingReader.Text(ref reader);
            else IncomingReader.SkipValue(ref reader);
        }

        // Older clients leave the trigger out: a person pressed.
        return trigger == "automatic" ? press with { IsAutomatic = true } : press;
    }

    private static Press ReadAction(ref Utf8JsonReader reader, ReadOnlySpan<byte> value)
    {
        if (!Enters(ref reader)) return Broken(BadRequest);
        string? type = null, verb = null;
        Dictionary<string, string>? fields = [];
        while (IncomingReader.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("type"u8)) type = IncomingReader.Text(ref reader);
            else if (reader.ValueTextEquals("verb"u8)) verb = IncomingReader.Text(ref reader);
            else if (reader.ValueTextEquals("data"u8)) fields = ReadData(ref reader, value);
            else IncomingReader.SkipValue(ref reader);
        }

        if (type != "Action.Execute") return Broken(NotSupported);
        return fields is null ? Broken(BadRequest) : new(verb ?? "", fields, IsAutomatic: false);
    }

    /// <summary>What was filled in; null when it is neither an object nor nothing.</summary>
    private static Dictionary<string, string>? ReadData(ref Utf8JsonReader reader, ReadOnlySpan<byte> value) =>
        Enters(ref reader) ? Fields(ref reader, value) : reader.TokenType == JsonTokenType.Null ? [] : null;

    /// <summary>Steps into the value if it is an object, and over it if not.</summary>
    private static bool Enters(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject) return true;
        reader.Skip();
        return false;
    }

    private static Dictionary<string, string> Fields(ref Utf8JsonReader reader, ReadOnlySpan<byte> value)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (IncomingReader.NextMember(ref reader))
        {
            // "msteams" is how the client is told to behave, no part of what was filled in.
            if (reader.ValueTextEquals("msteams"u8) || fields.Count >= ChannelLimits.ListItems)
            {
                IncomingReader.SkipValue(ref reader);
                continue;
            }

            var name = reader.GetString()!;
            if (FieldText(ref reader, value) is { } text) fields[name] = text;
        }

        return fields;
    }

    private static string? FieldText(ref Utf8JsonReader reader, ReadOnlySpan<byte> data)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) return reader.GetString();
        if (reader.TokenType == JsonTokenType.Null) return null;
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return Encoding.UTF8.GetString(data[start..(int)reader.BytesConsumed]);
    }

    private static bool IsObject(ReadOnlySpan<byte> value) => value.Length > 0 && value[0] == (byte)'{';

    private static Press Broken(string code) => new("", [], IsAutomatic: false, code);
}
