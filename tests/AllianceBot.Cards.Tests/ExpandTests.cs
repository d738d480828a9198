using System.Text;
using System.Text.Json.Nodes;

namespace AllianceBot.Cards.Tests;

public sealed class ExpandTests
{
    private const string Row = """{ "type": "TextBlock", "wrap": true, "text": "${name}", "$data": "${rows}", "$when": "${open}" }""";

    [Fact]
    public void A_list_repeats_its_element_and_a_condition_leaves_it_out()
    {
        using var files = new CardFiles();
        files.WithBody(Row, """{ "rows": [{ "name": "Ana", "open": true }] }""");
        string[] people = ["Ana", "Tom", "Mei"];

        var card = files.Expand(new CardModel { ["rows"] = CardValue.List(people, name => new CardModel { ["name"] = name, ["open"] = name != "Tom" }) });

        Assert.Equal(["Ana", "Mei"], Texts(card));
    }

    [Fact]
    public void Words_of_the_reader_s_language_are_in_the_card()
    {
        using var files = new CardFiles();
        files.Write("words/de.json", """{ "promise.accept": "Annehmen", "promise.from": "Von", "promise.asks": "{who} bittet um {what}" }""")
            .WithBody(
                """{ "type": "TextBlock", "wrap": true, "text": "${$root.w.promise.from}: ${name}" }""",
                """{ "name": "Ana", "w": { "promise": { "from": "From" } } }""");
        var model = new CardModel { ["name"] = "Mei" };

        Assert.Equal(["From: Mei"], Texts(files.Expand(model, "en-US")));
        Assert.Equal(["Von: Mei"], Texts(files.Expand(model, "de")));
    }

    [Fact]
    public void A_value_that_the_model_lacks_is_a_mistake_and_not_shown()
    {
        using var files = new CardFiles();
        files.WithBody("""{ "type": "TextBlock", "wrap": true, "text": "${name}" }""", """{ "name": "Ana" }""");

        var wrong = Assert.Throws<CardModelException>(() => files.Expand(new CardModel()));

        Assert.Equal("test/card: the template shows 'name', but the model does not have it.", wrong.Message);
    }

    internal static IEnumerable<string> Texts(string card) =>
        JsonNode.Parse(Encoding.UTF8.GetBytes(card))!["body"]!.AsArray().Select(element => element!["text"]!.GetValue<string>());
}
