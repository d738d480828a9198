using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams;

/// <summary>What is posted. No member is ever null, and never is there text beside a card: the platform splits such a message and tells no id.</summary>
internal static class OutgoingBody
{
    // Teams reads UTF-8; escaping every letter beyond ASCII would only eat the size limit.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Message(Message message)
    {
        var buffer = new ArrayBufferWriter<byte>(message.Card.Length + 512);
        using var writer = new Utf8JsonWriter(buffer, Plain);
        writer.WriteStartObject();
        writer.WriteString("type", "message");
        if (message.Card.Length > 0)
        {
            writer.WriteString("summary", message.Summary.Length > 0 ? message.Summary : "AllianceBot");
            writer.WriteStartArray("attachments");
            writer.WriteStartObject();
            writer.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
            writer.WritePropertyName("content");
            writer.WriteRawValue(message.Card.Span, skipInputValidation: true);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString("text", message.Text);
            writer.WriteString("textFormat", "plain");
            writer.WriteString("summary", message.Summary.Length > 0 ? message.Summary : message.Text);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> Conversation(string user, string tenant)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, Plain);
        writer.WriteStartObject();
        writer.WriteBoolean("isGroup", value: false);
        writer.WriteStartArray("members");
        writer.WriteStartObject();
        writer.WriteString("id", user);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (tenant.Length > 0) writer.WriteString("tenantId", tenant);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The platform counts UTF-16.</summary>
    public static bool IsTooBig(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetCharCount(body.Span) > ChannelLimits.MessageCharacters;
}
