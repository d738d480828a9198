using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// The body that answers a pressed Action.Execute. The HTTP status is always 200: the outcome is inside, and another
/// status would stick on the card as "something went wrong".
/// </summary>
internal static class InvokeBody
{
    private static ReadOnlySpan<byte> CardBegins => """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":"""u8;

    /// <summary>How long it is, where that is known before it is written.</summary>
    public static long? LengthOf(Outcome outcome) => IsCard(outcome) ? CardBegins.Length + outcome.Answer.Card.Length + 1 : null;

    public static void Write(IBufferWriter<byte> into, Outcome outcome)
    {
        if (outcome.Code.Length > 0) WriteError(into, outcome.Code, outcome.Answer.Text);
        else if (!IsCard(outcome)) WriteText(into, outcome.Answer.Text);
        else
        {
            into.Write(CardBegins);
            into.Write(outcome.Answer.Card.Span);
            into.Write("}"u8);
        }
    }

    private static bool IsCard(Outcome outcome) => outcome is { Body: OutcomeBody.Press, Code.Length: 0, Answer.Card.Length: > 0 };

    private static void WriteError(IBufferWriter<byte> into, string code, string message) =>
        Write(into, StatusCodes.Status400BadRequest, "application/vnd.microsoft.error", writer =>
        {
            writer.WriteStartObject("value");
            writer.WriteString("code", code);
            writer.WriteString("message", message);
            writer.WriteEndObject();
        });

    private static void WriteText(IBufferWriter<byte> into, string text) =>
        Write(into, StatusCodes.Status200OK, "application/vnd.microsoft.activity.message", writer => writer.WriteString("value", text));

    private static void Write(IBufferWriter<byte> into, int status, string type, Action<Utf8JsonWriter> value)
    {
        using var writer = new Utf8JsonWriter(into);
        writer.WriteStartObject();
        writer.WriteNumber("statusCode", status);
        writer.WriteString("type", type);
        value(writer);
        writer.WriteEndObject();
    }
}
