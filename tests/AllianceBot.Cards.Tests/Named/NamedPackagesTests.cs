using System.Text.Json.Nodes;
using AdaptiveCards;
using AdaptiveCards.Templating;

namespace AllianceBot.Cards.Tests;

/// <summary>The .NET packages agree with the npm packages and with us: on what a template becomes, and that it is a card.</summary>
public sealed class NamedPackagesTests
{
    public static TheoryData<string> Names { get; } = [.. CardSamples.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_card_with_its_sample_expands_as_AdaptiveCards_Templating_does(string name)
    {
        var sample = CardSamples.All.Single(it => it.Name == name);
        var theirs = JsonNode.Parse(new AdaptiveCardTemplate(sample.Template.ToJsonString()).Expand(sample.Data.ToJsonString()))!;
        var ours = JsonNode.Parse(sample.Card)!;
        Assert.True(JsonNode.DeepEquals(theirs, ours), $"theirs: {theirs.ToJsonString()}\nours:   {ours.ToJsonString()}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_card_is_read_by_AdaptiveCards_without_a_warning(string name)
    {
        var sample = CardSamples.All.Single(it => it.Name == name);
        // The package knows cards up to 1.5: it sees the fallbacks of what is newer, as a client does that knows no more.
        var read = AdaptiveCard.FromJson(NewerElements.Reduce(JsonNode.Parse(sample.Card)!)!.ToJsonString());
        Assert.Equal([], read.Warnings.Select(warning => $"{warning.Code}: {warning.Message}"));
        Assert.NotEmpty(read.Card.Body);
    }

    [Fact]
    public void An_element_that_no_card_has_is_warned_of()
    {
        var read = AdaptiveCard.FromJson("""{ "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "Abacus", "beads": 3 } ] }""");
        Assert.NotEmpty(read.Warnings);
    }
}
