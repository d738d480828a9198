using System.Text.Json.Nodes;
using EndToEnd.Harness;

namespace EndToEnd;

/// <summary>Every card of the project in the real client: its picture, what a phone does to it, axe, and the keyboard.</summary>
public sealed class GalleryTests(Gallery gallery) : IClassFixture<Gallery>
{
    public static TheoryData<string> Views => [.. Gallery.Views];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_card_is_drawn_reads_well_on_a_phone_and_needs_no_mouse(string view)
    {
        var card = await gallery.ShowAsync(view);
        await Pictures.TakeAsync(card, view.Replace('/', '-').Replace('.', '-'));
        var met = await Accessibility.WalkAsync(card);
        string[] faults =
        [
            .. (await Pictures.SticksOutAsync(card)).Select(text => $"sticks out of a phone: {text}"),
            .. await Accessibility.FaultsAsync(card),
            .. ToReach(Gallery.Expand(view)).Where(name => !met.Any(it => it.EndsWith($" {name}", StringComparison.Ordinal)))
                .Select(name => $"Tab does not come to {name}, only to {string.Join(", ", met)}"),
        ];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public void What_is_to_be_reached_is_found_in_a_card()
    {
        var card = JsonNode.Parse("""
            { "type": "AdaptiveCard", "body": [ { "type": "Input.Text", "label": "A note" }, { "type": "Input.Text", "label": "Hidden", "isVisible": false },
              { "type": "Input.ChoiceSet", "label": "How is it going?", "style": "expanded", "choices": [ { "title": "On track" }, { "title": "Blocked" } ] },
              { "type": "Container", "items": [ { "type": "ActionSet", "actions": [ { "type": "Action.Execute", "title": "Inside" } ] } ] } ],
              "actions": [ { "type": "Action.Execute", "title": "Send" }, { "type": "Action.Execute", "title": "Behind", "mode": "secondary" },
              { "type": "Action.ShowCard", "title": "More", "card": { "actions": [ { "type": "Action.Execute", "title": "Later" } ] } } ] }
            """)!;
        Assert.Equal(["A note", "On track", "Inside", "Send", "More"], ToReach(card));
    }

    // What is hidden, folded in or behind the menu is not there for the mouse either.
    private static IEnumerable<string> ToReach(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(ToReach),
        JsonObject it when (string?)it["mode"] == "secondary" || (bool?)it["isVisible"] == false => [],
        JsonObject it when (string?)it["type"] == "Input.ChoiceSet" && (string?)it["style"] == "expanded" => Name(it["choices"]?[0]?["title"]),
        JsonObject it when (string?)it["type"] == "Input.Toggle" => Name(it["title"]),
        JsonObject it when ((string?)it["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true => Name(it["label"]),
        JsonObject it when ((string?)it["type"])?.StartsWith("Action.", StringComparison.Ordinal) == true => Name(it["title"]),
        JsonObject it => it.Where(part => part.Key is not "selectAction" and not "fallback" and not "refresh").SelectMany(part => ToReach(part.Value)),
        _ => [],
    };

    private static IEnumerable<string> Name(JsonNode? name) => (string?)name is { Length: > 0 } text ? [text] : [];
}
