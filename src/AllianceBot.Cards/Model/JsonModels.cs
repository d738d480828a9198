using System.Text.Json;

namespace AllianceBot.Cards;

/// <summary>Models from JSON: samples and tests. Presenters build theirs in code.</summary>
internal static class JsonModels
{
    public static CardValue Read(JsonElement json, ValueKind strings) => json.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(json, strings),
        JsonValueKind.Array => CardValue.Values([.. json.EnumerateArray().Select(item => Read(item, strings))]),
        JsonValueKind.String => ReadString(json.GetString()!, strings),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => CardValue.Null,
    };

    private static CardModel ReadObject(JsonElement json, ValueKind strings)
    {
        var model = new CardModel();
        foreach (var property in json.EnumerateObject()) model.Set(string.Intern(property.Name), Read(property.Value, strings));
        return model;
    }

    private static CardValue ReadString(string text, ValueKind strings) =>
        text.StartsWith("https://", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out _)
            ? new CardValue(ValueKind.Link, text)
            : new CardValue(strings, text);
}
