using System.Text;
using System.Text.Json.Nodes;
using AllianceBot.Cards;
using NodaTime;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>What the builder makes, on a card that holds nothing but the block of the README.</summary>
public sealed class ChartsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("charts-").FullName;
    private readonly CardLibrary library;
    private readonly Speech speech;

    public ChartsTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "words"));
        Directory.CreateDirectory(Path.Combine(folder, "test"));
        File.Copy(Path.Combine(Shipped.Cards, "words/en.json"), Path.Combine(folder, "words/en.json"));
        File.Copy(Path.Combine(Shipped.Cards, "rules.json"), Path.Combine(folder, "rules.json"));
        var readme = File.ReadAllText(Path.Combine(Shipped.Cards, "README.md"));
        var from = readme.IndexOf("```json", readme.IndexOf("## Charts", StringComparison.Ordinal), StringComparison.Ordinal) + "```json".Length;
        var block = readme[from..readme.IndexOf("```", from, StringComparison.Ordinal)];
        File.WriteAllText(Path.Combine(folder, "test/card.json"), $$"""
            { "type": "AdaptiveCard", "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "version": "1.5", "body": [ {{block}} ] }
            """);
        File.WriteAllText(Path.Combine(folder, "test/card.sample.json"), """
            { "charts": [ { "kind": "line", "title": "t", "across": "a", "along": "b", "caption": "c", "points": [ { "x": "d", "y": 1 } ],
              "series": [ { "legend": "e", "points": [ { "x": "2026-01-01", "y": 1 } ] } ], "numbers": [ { "label": "f", "number": "g" } ] } ] }
            """);
        library = CardLibrary.Load(folder);
        speech = new(library.Phrases, "en", null);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_line_has_its_days_and_says_every_number_and_its_guide_once()
    {
        var drawn = Drawn(Charts.Line(
            speech,
            Titles,
            new ChartSeries(CardText.Markup("Reported"), [On(6, 52), On(7, 61.5m)]),
            new ChartSeries(CardText.Markup("Target"), [On(6, 120), On(12, 120)]) { IsGuide = true }));

        var chart = drawn.Single(static item => Type(item) == "Chart.Line");
        Assert.Equal("""[{"x":"2026-06-30","y":52},{"x":"2026-07-30","y":61.5}]""", chart["data"]![0]!["values"]!.ToJsonString());
        Assert.Equal(2, chart["data"]!.AsArray().Count);
        Assert.Equal("30.6.: 52 · 30.7.: 61.5 · Target: 120", drawn[^1]["text"]!.GetValue<string>());
        Assert.Equal(3, chart["fallback"]!["facts"]!.AsArray().Count);
    }

    [Fact]
    public void Grouped_bars_name_each_series_in_the_text()
    {
        var drawn = Drawn(Charts.Grouped(
            speech,
            Titles,
            new ChartSeries(CardText.Markup("Kept"), [Of("9 Nov", 4), Of("16 Nov", 6)]),
            new ChartSeries(CardText.Markup("Renegotiated"), [Of("16 Nov", 2)])));

        Assert.Single(drawn, static item => Type(item) == "Chart.VerticalBar.Grouped");
        Assert.Equal("9 Nov: Kept 4 · 16 Nov: Kept 6, Renegotiated 2", drawn[^1]["text"]!.GetValue<string>());
    }

    [Fact]
    public void Single_bars_stand_or_lie()
    {
        var columns = Drawn(Charts.Columns(speech, Titles, [Of("Oct", 79), Of("Nov", 1_084)]));
        var bars = Drawn(Charts.Bars(speech, Titles, [Of("Harbor_Center", 8)]));

        Assert.Single(columns, static item => Type(item) == "Chart.VerticalBar");
        Assert.Equal("Oct: 79 · Nov: 1,084", columns[^1]["text"]!.GetValue<string>());
        Assert.Equal("Harbor_Center", bars.Single(static item => Type(item) == "Chart.HorizontalBar")["data"]![0]!["x"]!.GetValue<string>());
    }

    [Fact]
    public void The_newest_twelve_are_drawn_and_no_other_is_said()
    {
        var drawn = Drawn(Charts.Columns(speech, Titles, [.. Enumerable.Range(1, 15).Select(week => Of($"w{week}", week))]));

        var chart = drawn.Single(static item => Type(item) == "Chart.VerticalBar");
        Assert.Equal(Charts.Most, chart["data"]!.AsArray().Count);
        Assert.StartsWith("w4: 4", drawn[^1]["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static ChartTitles Titles => new(CardText.Markup("Jobs"), CardText.Markup("Month"), CardText.Markup("people"));

    private static ChartPoint On(int month, decimal value) =>
        new(CardText.Markup($"30.{month}."), value, Speech.Number(value)) { Day = new LocalDate(2026, month, 30) };

    private static ChartPoint Of(string label, decimal value) => new(CardText.Typed(label), value, Speech.Number(value));

    private static string Type(JsonNode item) => item["type"]!.GetValue<string>();

    private List<JsonNode> Drawn(CardModel chart)
    {
        var card = library.Expand("test/card", "en", new CardModel { ["charts"] = CardValue.List([chart]) });
        return [.. JsonNode.Parse(Encoding.UTF8.GetString(card.Span))!["body"]![0]!["items"]!.AsArray().Select(static item => item!)];
    }
}
