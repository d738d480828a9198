using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AllianceBot.Cards.Tests;

/// <summary>Charts look the same on every card, and no number is in a picture only.</summary>
public sealed partial class ChartBlockTests
{
    [Fact]
    public void Every_chart_of_a_card_is_the_block_that_the_README_gives()
    {
        var block = Block();
        var found = 0;
        foreach (var sample in CardSamples.All.Where(static sample => !sample.Name.StartsWith("example", StringComparison.Ordinal)))
        {
            foreach (var holder in Holders(sample.Template))
            {
                found++;
                Assert.True(JsonNode.DeepEquals(block, holder), $"{sample.Name} draws in a way of its own: {holder.ToJsonString()}");
            }
        }

        Assert.NotEqual(0, found);
    }

    [Fact]
    public void The_block_says_each_number_beneath_the_picture_and_in_its_place()
    {
        var items = Block()["items"]!.AsArray();
        var charts = items.Where(static item => IsChart(item!)).ToList();

        Assert.Equal(4, charts.Count);
        Assert.All(charts, static chart => Assert.Contains("${numbers}", chart!["fallback"]!.ToJsonString(), StringComparison.Ordinal));
        Assert.Equal("${caption}", items[^1]!["text"]!.GetValue<string>());
        Assert.Null(items[^1]!["$when"]);
    }

    [Theory]
    [InlineData("line")]
    [InlineData("grouped")]
    [InlineData("columns")]
    [InlineData("bars")]
    public void Each_kind_of_chart_draws_itself_alone(string kind)
    {
        using var files = new CardFiles();
        files.WithBody(Block().ToJsonString(), Sample());
        Assert.Empty(files.Faults());

        var one = JsonNode.Parse(Sample())!["charts"]!.AsArray().First(chart => chart!["kind"]!.GetValue<string>() == kind)!;
        var model = CardModel.FromJson(System.Text.Json.JsonSerializer.SerializeToElement(new JsonObject { ["charts"] = new JsonArray(one.DeepClone()) }));
        var drawn = JsonNode.Parse(files.Expand(model))!["body"]![0]!["items"]!.AsArray();

        Assert.Single(drawn, static item => IsChart(item!));
        Assert.Equal("Jun: 52 · Jul: 61", drawn[^1]!["text"]!.GetValue<string>());
    }

    private static string Sample()
    {
        string[] kinds = ["line", "grouped", "columns", "bars"];
        const string points = """[ { "x": "Jun", "y": 52 }, { "x": "Jul", "y": 61 } ]""";
        return $$"""{ "charts": [ {{string.Join(", ", kinds.Select(kind => $$"""
            { "kind": "{{kind}}", "title": "Jobs", "across": "Month", "along": "people", "points": {{points}},
              "series": [ { "legend": "Reported", "points": {{points}} } ],
              "numbers": [ { "label": "Jun", "number": "52" }, { "label": "Jul", "number": "61" } ], "caption": "Jun: 52 · Jul: 61" }
            """))}} ] }""";
    }

    private static JsonNode Block()
    {
        var readme = File.ReadAllText(Path.Combine(CardFiles.Shipped, "README.md"));
        return Fence().Matches(readme).Select(static fence => JsonNode.Parse(fence.Groups[1].Value)!)
            .Single(static block => block.ToJsonString().Contains("Chart.", StringComparison.Ordinal));
    }

    /// <summary>The elements that hold a chart among their items.</summary>
    private static IEnumerable<JsonNode> Holders(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Holders),
        JsonObject it when it.Any(static part => part.Value is JsonArray items && items.Any(static item => IsChart(item))) => [it],
        JsonObject it => it.SelectMany(static part => Holders(part.Value)),
        _ => [],
    };

    private static bool IsChart(JsonNode? node) =>
        node is JsonObject it && it["type"] is JsonValue type && type.GetValue<string>().StartsWith("Chart.", StringComparison.Ordinal);

    [GeneratedRegex("```json\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
