using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams;

/// <summary>The body that answers the message action: a dialog with a card, or with a sentence.</summary>
internal static class DialogBody
{
    public static void Write(IBufferWriter<byte> into, Answer answer)
    {
        using var writer = new Utf8JsonWriter(into);
        writer.WriteStartObject();
        writer.WriteStartObject("task");
        if (answer.Card.Length == 0)
        {
            writer.WriteString("type", "message");
            writer.WriteString("value", answer.Text);
        }
        else
        {
            writer.WriteString("type", "continue");
            writer.WriteStartObject("value");
            writer.WriteString("title", answer.Summary);
            writer.WriteString("height", "large");
            writer.WriteString("width", "medium");
            writer.WriteStartObject("card");
            writer.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
            writer.WritePropertyName("content");
            Submits(JsonNode.Parse(answer.Card.Span)!).WriteTo(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A dialog sends Action.Submit alone, so each button gives way to the fallback that it carries for older clients.</summary>
    private static JsonNode Submits(JsonNode node)
    {
        switch (node)
        {
            case JsonObject { } button when (string?)button["type"] == "Action.Execute" && button["fallback"] is JsonObject fallback:
                return Submits(fallback.DeepClone());
            case JsonObject thing:
                foreach (var (name, value) in thing.ToList())
                {
                    if (value is JsonObject or JsonArray) thing[name] = Detached(value);
                }

                return thing;
            case JsonArray list:
                for (var at = 0; at < list.Count; at++)
                {
                    if (list[at] is JsonObject or JsonArray) list[at] = Detached(list[at]!);
                }

                return list;
            default:
                return node;
        }
    }

    private static JsonNode Detached(JsonNode node) => Submits(node.DeepClone());
}
