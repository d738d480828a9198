using System.Buffers;
using System.Text.Json;
using AllianceBot.Engine;
using Microsoft.AspNetCore.Http;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// The body that answers a pressed Action.Execute. The HTTP status is always 200: the outcome is inside, and another
/// status would stick on the card as "something went wrong".
/// </summary>
internal static class InvokeBody
{
    private const string JsonType = "application/json; charset=utf-8";

    public static Task WriteAsync(HttpResponse response, Answer answer, CancellationToken ct)
    {
        if (answer.Fault) return WriteErrorAsync(response, "BadRequest", answer.Text, ct);
        if (answer.Card.Length == 0) return WriteTextAsync(response, answer.Text, ct);
        response.ContentType = JsonType;
        var begin = """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":"""u8;
        response.ContentLength = begin.Length + answer.Card.Length + 1;
        response.BodyWriter.Write(begin);
        response.BodyWriter.Write(answer.Card.Span);
        response.BodyWriter.Write("}"u8);
        return response.BodyWriter.FlushAsync(ct).AsTask();
    }

    public static Task WriteErrorAsync(HttpResponse response, string code, string message, CancellationToken ct) =>
        WriteAsync(response, StatusCodes.Status400BadRequest, "application/vnd.microsoft.error", writer =>
        {
            writer.WriteStartObject("value");
            writer.WriteString("code", code);
            writer.WriteString("message", message);
            writer.WriteEndObject();
        }, ct);

    private static Task WriteTextAsync(HttpResponse response, string text, CancellationToken ct) =>
        WriteAsync(response, StatusCodes.Status200OK, "application/vnd.microsoft.activity.message", writer => writer.WriteString("value", text), ct);

    private static async Task WriteAsync(HttpResponse response, int status, string type, Action<Utf8JsonWriter> value, CancellationToken ct)
    {
        response.ContentType = JsonType;
        await using var writer = new Utf8JsonWriter(response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteNumber("statusCode", status);
        writer.WriteString("type", type);
        value(writer);
        writer.WriteEndObject();
        await writer.FlushAsync(ct);
        await response.BodyWriter.FlushAsync(ct);
    }
}
