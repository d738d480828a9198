using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace AllianceBot.Cards.Tests;

/// <summary>Whatever people type shows as they typed it and becomes neither template, markdown, structure nor JSON.</summary>
public sealed partial class HostileTextTests : IDisposable
{
    private const string Everywhere =
        """
        { "type": "TextBlock", "wrap": true, "text": "${what}" },
        { "type": "TextBlock", "wrap": true, "text": "**Says:** ${what}!" },
        { "type": "FactSet", "facts": [ { "title": "${what}", "value": "${if(exists(what), concat(what, ''), '')}" } ] },
        { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "${what}" } ] },
        { "type": "Input.Text", "id": "a", "label": "${what}", "placeholder": "${what}", "value": "${what}" },
        { "type": "Input.ChoiceSet", "id": "b", "label": "x", "choices": [ { "title": "${what}", "value": "${what}" } ] },
        { "type": "ActionSet", "actions": [ { "type": "Action.Submit", "title": "${what}", "data": { "item": "${what}" } } ] }
        """;

    private static readonly string[] Nasty =
    [
        "${$root.secret}", "${if(true, 'x', 'y')}", "`${what}`", "\\${what}", "{{DATE(2026-11-20T00:00:00Z, SHORT)}}", "{{TIME(2026-11-20T00:00:00Z)}}",
        "\", \"type\": \"Action.OpenUrl\", \"x\": \"", "\\\", {}", "\\u0022", "\\", "\\\\", "a\\", "</script>", "\0\u0001\u001f\u007f\u009f end",
        "**bold** _it_ ~~no~~ `code` [link](https://evil.example) ![pic](https://evil.example/a.png) <https://evil.example>", "# heading", "## heading", "> quote", "- item", "+ item", "* item",
        "1. one", "12) twelve", "2026. was a year", "3.5 hours", "1.", "===", "---", "***", "a\n===\nb", "a\n---\nb", "| a | b |\n|---|---|\n| 1 | 2 |", "    code", "\tcode", "a\n    b", "```\nx\n```",
        "<at>Ana</at>", "<b>x</b> <img src=x onerror=alert(1)>", "&lt;b&gt; &amp; &#65; &copy;", "Q&A, R&D; x < y && y > z", "<!-- hidden -->", "a\r\nb\rc\u2028d\u2029e\u0085f", "\n\n\n a \n\n\n b \n\n",
        "\u202Etxet desrever\u202C \u2066x\u2069", "\uFEFFmark", "Zoë 😀 👩‍👩‍👧 נטלי", "[x]: https://evil.example\n[x]", "[^1] [ ] [x] ~sub~ ^sup^ ==mark== ::: :smile:", "http://evil.example www.evil.example a@b.example",
        "a  \nb", "a\\\nb", "*a*b*c*d_e_f", "snake_case_name and 2*3*4", "!important", "", " ", "\n", "_", "*", "1", "100", "C# is #1", "\"quoted\" 'single'",
    ];

    private readonly CardFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Text_of_any_kind_gives_valid_json_in_which_only_the_texts_differ()
    {
        var library = files.WithBody(Everywhere, """{ "what": "calm" }""").Load();
        var shape = Shape(Card(library, "calm"));

        foreach (var text in Nasty.Append("lone \ud800 and \udc00 halves").Append("\ud83d"))
            Assert.Equal(shape, Shape(Card(library, text)));
    }

    [Fact]
    public void Four_thousand_signs_that_all_need_escaping_fit_on_a_card()
    {
        var library = files.WithBody("""{ "type": "TextBlock", "wrap": true, "text": "${what}" }""", """{ "what": "calm" }""").Load();

        Assert.Equal(8000, Card(library, new string('*', 4000))["body"]![0]!["text"]!.GetValue<string>().Length);
        Assert.Equal(8000, Card(library, new string('\\', 4000))["body"]![0]!["text"]!.GetValue<string>().Length);
    }

    [Fact]
    public void Data_of_a_button_comes_back_exactly_as_it_was_given()
    {
        var library = files.WithBody(Everywhere, """{ "what": "calm" }""").Load();

        foreach (var text in Nasty) Assert.Equal(text, Card(library, text)["body"]![6]!["actions"]![0]!["data"]!["item"]!.GetValue<string>());
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        var library = files.WithBody(Everywhere, """{ "what": "calm" }""").Load();

        Assert.Equal("a\uFFFDb", Card(library, "a\ud800b")["body"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void Plain_places_keep_markdown_signs_and_lose_line_breaks_and_what_nobody_sees()
    {
        var library = files.WithBody(Everywhere, """{ "what": "calm" }""").Load();
        var body = Card(library, "*a*_b_\r\n[c](d)\t\u202Ee\u0007")["body"]!;

        Assert.Equal("*a*_b_ [c](d) e", body[6]!["actions"]![0]!["title"]!.GetValue<string>());
        Assert.Equal("*a*_b_ [c](d) e", body[5]!["choices"]![0]!["title"]!.GetValue<string>());
        Assert.Equal("*a*_b_\n[c](d) e", body[4]!["value"]!.GetValue<string>());
        Assert.Equal("\\*a\\*\\_b\\_\n\n\\[c\\]\\(d\\) e", body[0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public void Our_own_words_keep_their_markdown_and_a_person_s_text_inside_them_does_not()
    {
        files.Write("words/en.json", """{ "asks": "**{who}** asks for _{what}_" }""").WithBody("""{ "type": "TextBlock", "wrap": true, "text": "${line}" }""", """{ "line": "x" }""");
        var library = files.Load();
        var line = library.Phrases.Text("en", "asks", ("who", "A*a"), ("what", "[b](c)"));

        Assert.Equal(@"**A\*a** asks for _\[b\]\(c\)_", Card(library, new CardModel { ["line"] = line })["body"]![0]!["text"]!.GetValue<string>());
        Assert.Equal("**A*a** asks for _[b](c)_", line.ToString());
    }

    [Fact]
    public void A_person_s_text_is_refused_where_it_would_be_structure()
    {
        files.WithBody("""{ "type": "TextBlock", "wrap": true, "text": "x", "color": "${colour}" }""", """{ "colour": "good" }""");
        var library = files.Load();

        var wrong = Assert.Throws<CardModelException>(() => library.Expand("test/card", "en", new CardModel { ["colour"] = "good" }));

        Assert.Contains("person's text", wrong.Message, StringComparison.Ordinal);
        Assert.Equal("good", Card(library, new CardModel { ["colour"] = CardValue.Token("good") })["body"]![0]!["color"]!.GetValue<string>());
    }

    [Fact]
    public void Only_a_checked_https_link_is_taken_as_an_address()
    {
        files.WithBody(
            """{ "type": "ActionSet", "actions": [ { "type": "Action.OpenUrl", "title": "x", "url": "${link}" } ] }""",
            """{ "link": "https://example.org/" }""");
        var library = files.Load();

        Assert.Throws<CardModelException>(() => library.Expand("test/card", "en", new CardModel { ["link"] = "https://evil.example" }));
        Assert.Throws<ArgumentException>(() => CardValue.Link(new Uri("javascript:alert(1)")));
        Assert.Throws<ArgumentException>(() => CardValue.Link(new Uri("/here", UriKind.Relative)));
        Assert.Equal("https://example.org/%22", Card(library, new CardModel { ["link"] = CardValue.Link(new Uri("https://example.org/\"")) })["body"]![0]!["actions"]![0]!["url"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_markdown_renderer_shows_exactly_what_was_typed()
    {
        var signs = Gen.Elements("*", "_", "#", "-", "+", "1", ".", ")", "(", "[", "]", "!", "<", ">", "&", "amp;", "at", "~", "`", "|", "=", "\\", " ", "  ", "\n", "\t", "a", "Ana", "{", "}", ":", "\"", "é", "😀", "http://x.y", "/");
        var random = Gen.Sample(signs.ListOf().Select(parts => string.Concat(parts)), 2000, new Rnd(20261121, 1), 25);
        var texts = Nasty.Concat(random).ToList();
        var answers = await OfficialPackages.AskAsync(new JsonObject { ["markdown"] = new JsonArray([.. texts.Select(text => JsonValue.Create(CardText.Plain(text)))]) });

        for (var i = 0; i < texts.Count; i++)
        {
            var shown = answers["markdown"]![i]!;
            Assert.True(shown["tags"]!.AsArray().All(tag => tag!.GetValue<string>() == "p"), $"{Json(texts[i])} became {shown.ToJsonString()} by {Json(CardText.Plain(texts[i]))}");
            Assert.Equal(Seen(texts[i]), Seen(shown["text"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task The_official_renderer_shows_what_was_typed_in_texts_choices_and_buttons()
    {
        string[] places =
        [
            """{ "type": "TextBlock", "wrap": true, "text": "${what}" }""",
            """{ "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "${what}" } ] }""",
            """{ "type": "ColumnSet", "columns": [ { "type": "Column", "items": [ { "type": "FactSet", "facts": [ { "title": "", "value": "${what}" } ] } ] } ] }""",
            """{ "type": "Input.ChoiceSet", "id": "b", "label": "", "style": "expanded", "choices": [ { "title": "${what}", "value": "1" } ] }""",
            """{ "type": "ActionSet", "actions": [ { "type": "Action.Submit", "title": "${what}" } ] }""",
        ];
        var cases = new List<(string Text, JsonNode Card)>();
        foreach (var place in places)
        {
            var library = files.WithBody(place, """{ "what": "calm" }""").Load();
            cases.AddRange(Nasty.Where(text => Seen(text).Length > 0).Select(text => (text, Card(library, text))));
        }
        var answers = await OfficialPackages.AskAsync(new JsonObject { ["render"] = new JsonArray([.. cases.Select(it => it.Card)]) });

        for (var i = 0; i < cases.Count; i++)
            Assert.Equal($"{i}: {Seen(cases[i].Text)}", $"{i}: {Seen(answers["render"]![i]!["text"]!.GetValue<string>())}");
    }

    private static string Json(string text) => JsonSerializer.Serialize(text);

    /// <summary>What the eye sees: no controls, runs of blanks as one.</summary>
    private static string Seen(string text) => Blanks().Replace(Unseen().Replace(text, ""), " ").Trim();

    private static JsonNode Card(CardLibrary library, string what) => Card(library, new CardModel { ["what"] = what });

    private static JsonNode Card(CardLibrary library, CardModel model) => JsonNode.Parse(library.Expand("test/card", "en", model).Span)!;

    /// <summary>The card with every text replaced, so that only its structure is left.</summary>
    private static string Shape(JsonNode card)
    {
        var shape = new StringBuilder();
        void Walk(JsonNode? node)
        {
            switch (node)
            {
                case JsonObject some:
                    foreach (var (name, value) in some)
                    {
                        shape.Append(name).Append(name is "type" or "id" ? value!.ToJsonString() : "").Append('{');
                        Walk(value);
                        shape.Append('}');
                    }
                    break;
                case JsonArray list:
                    foreach (var item in list) Walk(item);
                    break;
                default:
                    shape.Append(node!.GetValueKind()).Append(';');
                    break;
            }
        }
        Walk(card);
        return shape.ToString();
    }

    [GeneratedRegex(@"[\s\u0085\u2028\u2029]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex("[\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u0084\\u0086-\\u009F\\u200B\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();
}
