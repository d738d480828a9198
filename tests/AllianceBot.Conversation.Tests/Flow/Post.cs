using System.Text;
using System.Text.Json;

namespace AllianceBot.Conversation.Tests;

/// <summary>One message as somebody sees it.</summary>
internal sealed record Post(string Where, string Message, string Plain, ReadOnlyMemory<byte> Card)
{
    /// <summary>All texts of it, in order.</summary>
    public string Text => Card.IsEmpty ? Plain : string.Join('\n', Texts(JsonDocument.Parse(Card).RootElement));

    public string Json => Encoding.UTF8.GetString(Card.Span);

    /// <summary>The data of its button with this verb; the test fails when there is none.</summary>
    public Dictionary<string, string> Button(string verb)
    {
        var data = Buttons(verb);
        return data.Count > 0 ? new(data[0]) : throw new InvalidOperationException($"No button {verb} on: {Text}");
    }

    public List<Dictionary<string, string>> Buttons(string verb) => Card.IsEmpty ? [] : [.. Datas(JsonDocument.Parse(Card).RootElement)
        .Where(data => data.GetValueOrDefault(FieldNames.Verb) == verb)];

    /// <summary>What its input of that id holds.</summary>
    public string Chosen(string input) => Inputs(JsonDocument.Parse(Card).RootElement)
        .Single(one => one.GetProperty("id").GetString() == input).TryGetProperty("value", out var value) ? value.GetString()! : "";

    private static IEnumerable<JsonElement> Inputs(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.ToString().StartsWith("Input.", StringComparison.Ordinal) => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static property => Inputs(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Inputs),
        _ => [],
    };

    public bool Has(string verb) => !Card.IsEmpty && Datas(JsonDocument.Parse(Card).RootElement).Any(data => data.GetValueOrDefault(FieldNames.Verb) == verb);

    /// <summary>The addresses that its buttons open, in order.</summary>
    public List<Uri> Links => Card.IsEmpty ? [] : [.. Addresses(JsonDocument.Parse(Card).RootElement)];

    private static IEnumerable<Uri> Addresses(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static property =>
            property.Name == "url" ? [new Uri(property.Value.GetString()!)] : Addresses(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Addresses),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static property =>
            property.Name is "text" or "title" or "value" or "label" && property.Value.ValueKind == JsonValueKind.String
                ? [property.Value.GetString()!] : Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    private static IEnumerable<Dictionary<string, string>> Datas(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static property =>
            property.Name == "data" && property.Value.ValueKind == JsonValueKind.Object
                ? [property.Value.EnumerateObject().ToDictionary(static one => one.Name, static one => one.Value.ToString())]
                : Datas(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Datas),
        _ => [],
    };
}

/// <summary>Real time that stands still until a test moves it.</summary>
internal sealed class PageTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Pass(TimeSpan span) => now += span;
}
