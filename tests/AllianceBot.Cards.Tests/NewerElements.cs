using System.Text.Json.Nodes;

namespace AllianceBot.Cards.Tests;

/// <summary>What a client sees that knows Adaptive Cards 1.5 and nothing newer: fallbacks in place of newer elements.</summary>
internal static class NewerElements
{
    public static JsonNode? Reduce(JsonNode node)
    {
        if (node is JsonObject element && element["type"]?.GetValue<string>() is { } name && CardSchema.Find(name) is { IsNew: true })
            return element["fallback"] is JsonObject fallback ? Reduce(fallback) : null;
        return node switch
        {
            JsonObject some => new JsonObject(some
                .Where(property => property.Key != "layouts" && property.Value is not null)
                .Select(property => KeyValuePair.Create(property.Key, Reduce(property.Value!)))),
            JsonArray list => new JsonArray([.. list.Select(item => Reduce(item!)).Where(item => item is not null)]),
            _ => node.DeepClone(),
        };
    }
}
