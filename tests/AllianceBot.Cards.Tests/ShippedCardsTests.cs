using System.Text.Json.Nodes;

namespace AllianceBot.Cards.Tests;

public sealed class ShippedCardsTests
{
    [Fact]
    public void The_cards_that_ship_have_no_fault() => None(Faults(CardFiles.Shipped));

    [Fact]
    public void The_example_that_uses_everything_has_no_fault() => None(Faults(CardSamples.Example));

    [Fact]
    public async Task Every_card_parses_and_renders_without_warning_in_the_official_renderer()
    {
        var cards = CardSamples.All.Select(sample => (sample.Name, Card: NewerElements.Reduce(JsonNode.Parse(sample.Expanded())!)!)).ToList();
        var answers = await OfficialPackages.AskAsync(new JsonObject { ["render"] = new JsonArray([.. cards.Select(card => card.Card)]) });

        var warnings = cards.SelectMany((card, i) => answers["render"]![i]!["warnings"]!.AsArray().Select(warning => $"{card.Name}: {warning}"));
        None(warnings);
    }

    private static void None(IEnumerable<string> found) => Assert.Equal(string.Empty, string.Join('\n', found));

    private static IEnumerable<string> Faults(string folder) =>
        Directory.Exists(folder) ? CardLibrary.Check(folder).Select(fault => fault.ToString()) : [];
}
