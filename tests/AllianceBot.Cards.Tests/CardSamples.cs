using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AllianceBot.Cards.Tests;

/// <summary>The cards that ship, and the one card of these tests that uses everything, each with its sample.</summary>
internal static class CardSamples
{
    public static string Example { get; } = Path.Combine(CardFiles.Tests, "cards");

    public static IReadOnlyList<CardSample> All { get; } = [.. Read(Example), .. Read(CardFiles.Shipped)];

    private static IEnumerable<CardSample> Read(string folder)
    {
        if (!Directory.Exists(folder)) yield break;
        var phrases = PhraseReader.ReadAll(folder, "words", []);
        foreach (var file in Directory.EnumerateFiles(folder, "*.sample.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            var template = Path.Combine(folder, CardFolder.ViewOf(name) + ".json");
            var json = File.ReadAllBytes(template);
            var data = JsonNode.Parse(File.ReadAllText(file))!;
            yield return new CardSample(name.Replace(".sample.json", ".json", StringComparison.Ordinal), JsonNode.Parse(json)!, data, () =>
            {
                var source = SourceReader.Read(template, json, [])!;
                return CardTemplate.Compile(template, source, key => CardValue.Markup(phrases.Text("en", key).ToString()))
                    .ExpandSample(JsonSerializer.SerializeToElement(data), []);
            });
        }
    }
}

/// <summary>A template, its sample, and the card it makes.</summary>
internal sealed record CardSample(string Name, JsonNode Template, JsonNode Data, Func<byte[]> Expanded)
{
    public string Card => Encoding.UTF8.GetString(Expanded());
}
