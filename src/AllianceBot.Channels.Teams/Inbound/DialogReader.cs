using System.Text.Json;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// Reads what the message action sends: first the message that was chosen, then what was filled in in the dialog. What is
/// another app's command stays unread, and so is answered as a name that nobody here knows.
/// </summary>
internal static class DialogReader
{
    /// <summary>The command's id in the manifest.</summary>
    public const string Command = "promise";

    private const string Fetch = "composeExtension/fetchTask";
    private const string Submit = "composeExtension/submitAction";
    private const string BadRequest = nameof(BadRequest);

    public static void Read(Incoming into, ReadOnlySpan<byte> value)
    {
        if (into.Name is not (Fetch or Submit)) return;
        try
        {
            ReadValue(into, value);
        }
        catch (JsonException)
        {
            (into.IsDialog, into.Chosen, into.Press) = (true, null, new("", [], IsAutomatic: false, BadRequest));
        }
    }

    private static void ReadValue(Incoming into, ReadOnlySpan<byte> value)
    {
        if (value.Length == 0 || value[0] != (byte)'{') throw new JsonException();
        var reader = new Utf8JsonReader(value);
        reader.Read();
        string? command = null;
        Range payload = default, data = default;
        while (IncomingReader.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("commandId"u8)) command = IncomingReader.Text(ref reader);
            else if (reader.ValueTextEquals("messagePayload"u8)) payload = IncomingReader.Skipped(ref reader);
            else if (reader.ValueTextEquals("data"u8)) data = IncomingReader.Skipped(ref reader);
            else IncomingReader.SkipValue(ref reader);
        }

        if (command != Command) return;
        into.IsDialog = true;
        if (into.Name == Fetch) into.Chosen = Message(value[payload]);
        else into.Press = PressReader.Submit(value[data]) ?? throw new JsonException();
    }

    private static ChosenMessage Message(ReadOnlySpan<byte> payload)
    {
        if (payload.Length == 0 || payload[0] != (byte)'{') throw new JsonException();
        var reader = new Utf8JsonReader(payload);
        reader.Read();
        string? link = null;
        Range body = default, from = default;
        while (IncomingReader.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("linkToMessage"u8)) link = IncomingReader.Text(ref reader);
            else if (reader.ValueTextEquals("body"u8)) body = IncomingReader.Skipped(ref reader);
            else if (reader.ValueTextEquals("from"u8)) from = IncomingReader.Skipped(ref reader);
            else IncomingReader.SkipValue(ref reader);
        }

        var (content, type) = Two(payload[body], "content"u8, "contentType"u8);
        var user = Part(payload[from], "user"u8);
        var (id, _) = Two(user, "id"u8, "displayName"u8);
        return new(content, type is not "text", id, link ?? "");
    }

    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> value, ReadOnlySpan<byte> name)
    {
        Range part = default;
        if (value.Length == 0 || value[0] != (byte)'{') return [];
        var reader = new Utf8JsonReader(value);
        reader.Read();
        while (IncomingReader.NextMember(ref reader))
        {
            if (reader.ValueTextEquals(name)) part = IncomingReader.Skipped(ref reader);
            else IncomingReader.SkipValue(ref reader);
        }

        return value[part];
    }

    private static (string First, string Second) Two(ReadOnlySpan<byte> value, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        string? one = null, two = null;
        if (value.Length == 0 || value[0] != (byte)'{') return ("", "");
        var reader = new Utf8JsonReader(value);
        reader.Read();
        while (IncomingReader.NextMember(ref reader))
        {
            if (reader.ValueTextEquals(first)) one = IncomingReader.Text(ref reader);
            else if (reader.ValueTextEquals(second)) two = IncomingReader.Text(ref reader);
            else IncomingReader.SkipValue(ref reader);
        }

        return (one ?? "", two ?? "");
    }
}
