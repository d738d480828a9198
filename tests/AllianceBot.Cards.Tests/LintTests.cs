namespace AllianceBot.Cards.Tests;

/// <summary>Each fault in a template or sample has a message that says where it is and what to do.</summary>
public sealed class LintTests : IDisposable
{
    private const string Ok = """{ "type": "TextBlock", "wrap": true, "text": "x" }""";
    private readonly CardFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void A_good_card_has_no_fault() => Assert.Empty(files.WithBody(Ok).Faults());

    [Theory]
    [InlineData("""{ "type": "Carousel", "pages": [] }""", "body[0]: 'Carousel' cannot be used here: cards here do not know it.")]
    [InlineData("""{ "type": "Action.Submit", "title": "x" }""", "body[0]: 'Action.Submit' cannot be used here.")]
    [InlineData("""{ "type": "${x}", "text": "x" }""", "body[0]: '' cannot be used here: cards here do not know it.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "x", "backgroundImage": "a" }""", "body[0].backgroundImage: TextBlock has no \"backgroundImage\" that cards here may use.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "x", "color": "#ff0000" }""", "body[0].color: '#ff0000' is not one of default, dark, light, accent, good, warning, attention.")]
    [InlineData("""{ "type": "TextBlock", "text": "x", "wrap": false }""", "body[0]: A TextBlock needs \"wrap\": true, or it is cut off on a phone.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true }""", "body[0]: TextBlock needs \"text\".")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": 5 }""", "body[0].text: A text is wanted here: renderers show nothing for anything else.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": null }""", "body[0].text: Leave out what is not there.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "x", "isSubtle": "yes" }""", "body[0].isSubtle: true or false is wanted here.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "x", "maxLines": "2" }""", "body[0].maxLines: A number is wanted here.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "x", "targetWidth": "phone" }""", "body[0].targetWidth: A width is veryNarrow, narrow, standard or wide, with atLeast: or atMost: before it if wanted.")]
    [InlineData("""{ "type": "Container", "items": {} }""", "body[0].items: A list is wanted here: [ ... ]. To repeat something, write one item with \"$data\".")]
    [InlineData("""{ "type": "Container", "items": [ [] ] }""", "body[0].items[0]: An object is wanted here.")]
    [InlineData("""{ "type": "Image", "url": "https://example.org/a.png" }""", "body[0]: Image needs \"altText\".")]
    [InlineData("""{ "type": "Image", "url": "http://example.org/a.png", "altText": "x" }""", "body[0].url: Only https addresses (or data:image for pictures) may stand here.")]
    [InlineData("""{ "type": "Image", "url": "https://${x}/a.png", "altText": "x" }""", "body[0].url: One expression and nothing around it may stand here: \"${...}\".")]
    [InlineData("""{ "type": "Input.Text", "id": "a" }""", "body[0]: Input.Text needs \"label\".")]
    [InlineData("""{ "type": "Input.Text", "label": "a" }""", "body[0]: An input needs an \"id\".")]
    [InlineData("""{ "type": "Input.Text", "id": "a", "label": "a", "isRequired": true }""", "body[0]: An input with \"isRequired\" needs an \"errorMessage\".")]
    [InlineData("""{ "type": "Input.Text", "id": "a", "label": "a", "regex": "^a$" }""", "body[0]: An input with \"regex\" needs an \"errorMessage\".")]
    [InlineData("""{ "type": "Input.Number", "id": "a", "label": "a", "max": 5 }""", "body[0]: An input with \"max\" needs an \"errorMessage\".")]
    [InlineData("""{ "type": "Input.Text", "id": "a", "label": "a", "isRequired": true, "errorMessage": "Not ${x}" }""", "body[0].errorMessage: Renderers read this as markdown, so only fixed words may stand here: \"${$root.w.key}\".")]
    [InlineData("""{ "type": "Badge", "text": "x" }""", "body[0]: Badge is newer than 1.5 and needs a \"fallback\".")]
    [InlineData("""{ "type": "Chart.Line", "data": [], "fallback": { "type": "Action.Submit", "title": "x" } }""", "body[0].fallback: 'Action.Submit' cannot be used here.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "${json(x)}" }""", "body[0].text: There is no function json with 1 argument(s) here ('json(x)').")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "${string(x)}" }""", "body[0].text: There is no function string with 1 argument(s) here ('string(x)').")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "${x" }""", "body[0].text: The expression that begins with '${x' does not end.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "${}" }""", "body[0].text: '' ends too early.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "${x x}" }""", "body[0].text: 'x' cannot stand there in 'x x'.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "${x ? 'a' : x ? 'b' : 'c'}" }""", "body[0].text: Choices one after the other are read differently by others: use if() or brackets in")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "${x[x]}" }""", "body[0].text: Between [ and ] only a whole number may stand ('x[x]').")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "${x * 2}" }""", "body[0].text: '*' is not part of the expressions that templates here may use (in 'x * 2').")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "${$host.x}" }""", "body[0].text: '$host' is not there: $root, $data and $index are.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "`${x}`" }""", "body[0].text: A backtick or a backslash cannot stand in a text with ${...}.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "${missing}" }""", "body[0].text: The sample has no 'missing'.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "${rows[0].nme}" }""", "body[0].text: The sample has no 'rows[0].nme'.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "$data": "${rows}", "text": "${x}" }""", "body[0].text: The sample has no 'x'.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "x", "$when": "${exists(nte)}" }""", "body[0].$when: The sample has no 'nte'.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "x", "$when": "yes" }""", "body[0].$when: One expression has to stand here: \"${...}\".")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "x", "$when": "${true}" }""", "body[0].$when: One expression has to stand here: \"${...}\".")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "x", "$data": [ { } ] }""", "body[0].$data: One expression has to stand here: \"${...}\".")]
    [InlineData("""{ "type": "Badge", "text": "x", "fallback": { "$when": "${x}", "type": "TextBlock", "wrap": true, "text": "x" } }""", "body[0].fallback.$when: $when can stand on an item of an array only.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "x", "isVisible": "${or(x, x)}" }""", "body[0].isVisible: or() is for conditions: where nothing holds, the Designer leaves the property out. Write if(or(...), true, false).")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "x", "${x}": "y" }""", "body[0]: A property's name cannot be an expression.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "x", "text": "y" }""", "text: This name stands twice in one object.")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "${number}" }""", "body[0].text: A text is wanted here: renderers show nothing for anything else. (With the sample filled in.)")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "x", "color": "${x}" }""", "body[0].color: 'X' is not one of default, dark, light, accent, good, warning, attention. (With the sample filled in.)")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "text": "${rows}" }""", "test/card: 'rows' has no value that can stand there. (With the sample filled in.)")]
    [InlineData("""{ "type": "TextBlock", "wrap": true, "$data": "${rows}", "text": "${other}" }""", "'other' is shown, but the sample does not have it there. (With the sample filled in.)")]
    [InlineData("""{ "type": "Input.Text", "id": "a", "label": "x", "$data": "${rows}" }""", "id: Two inputs are called 'a'. (With the sample filled in.)")]
    [InlineData("""{ "type": "Input.Text", "id": "item", "label": "x" }""", "id: The input 'item' would overwrite the data of the button. (With the sample filled in.)")]
    public void A_fault_in_the_body_is_named(string element, string expected)
    {
        files.WithBody(element, """{ "x": "X", "number": 5, "rows": [ { "name": "a", "other": "o" }, { "name": "b" } ] }""");

        Assert.Contains(files.Faults(), fault => fault.StartsWith("test/card.json(", StringComparison.Ordinal) && fault.Contains("): " + expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(""" "actions": [ { "type": "Action.Execute", "title": "x", "verb": "go", "data": { "verb": "go" } } ],""", "Action.Execute needs an Action.Submit as \"fallback\".")]
    [InlineData(""" "actions": [ { "type": "Action.Execute", "title": "x", "verb": "go", "fallback": { "type": "Action.Submit", "title": "x" } } ],""", "The data of an Action.Execute has to hold its \"verb\" too")]
    [InlineData(""" "actions": [ { "type": "Action.Execute", "title": "x", "verb": "go", "data": { "verb": "stop" }, "fallback": { "type": "Action.Submit", "title": "x", "data": { "verb": "stop" } } } ],""", "The data of an Action.Execute has to hold its \"verb\" too")]
    [InlineData(""" "actions": [ { "type": "Action.Execute", "title": "x", "verb": "go", "data": { "verb": "go", "item": "1" }, "fallback": { "type": "Action.Submit", "title": "x", "data": { "verb": "go", "item": "2" } } } ],""", "The fallback has to have the same \"title\", \"data\" and \"associatedInputs\".")]
    [InlineData(""" "actions": [ { "type": "Action.Submit", "title": "x", "data": { "admin": true } } ],""", "The data key 'admin' is not in rules.json.")]
    [InlineData(""" "actions": [ { "type": "Action.Submit" } ],""", "actions[0]: Action.Submit needs \"title\".")]
    [InlineData(""" "actions": [ { "type": "Action.OpenUrl", "title": "x", "url": "javascript:alert(1)" } ],""", "actions[0].url: Only https addresses")]
    [InlineData(""" "backgroundImage": "x",""", "backgroundImage: AdaptiveCard has no \"backgroundImage\" that cards here may use.")]
    [InlineData(""" "speak": "x",""", "speak: AdaptiveCard has no \"speak\" that cards here may use.")]
    [InlineData(""" "lang": "en", "rtl": 1,""", "rtl: true or false is wanted here.")]
    public void A_fault_around_the_body_is_named(string more, string expected)
    {
        files.WithBody(Ok, "{}", more);

        Assert.Contains(files.Faults(), fault => fault.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_version_other_than_1_5_is_a_fault()
    {
        files.WithBody(Ok).Write("test/card.json", CardFiles.Card(Ok).Replace("\"1.5\"", "\"1.6\"", StringComparison.Ordinal));

        Assert.Equal(["test/card.json(1): version: '1.6' is not one of 1.5."], files.Faults());
    }

    [Fact]
    public void A_seventh_primary_action_is_a_fault_and_a_secondary_one_is_not()
    {
        var actions = string.Join(", ", Enumerable.Repeat("""{ "type": "Action.Submit", "title": "x" }""", 6));

        Assert.Empty(files.WithBody(Ok, "{}", $$""" "actions": [ {{actions}}, { "type": "Action.Submit", "title": "x", "mode": "secondary" } ],""").Faults());
        Assert.Contains(
            files.WithBody(Ok, "{}", $$""" "actions": [ {{actions}}, { "type": "Action.Submit", "title": "x" } ],""").Faults(),
            fault => fault.Contains("actions: More than 6 primary actions: give the rest \"mode\": \"secondary\".", StringComparison.Ordinal));
    }

    [Fact]
    public void A_card_that_is_too_large_with_its_sample_is_a_fault()
    {
        files.WithBody("""{ "type": "TextBlock", "wrap": true, "text": "${x}" }""", $$"""{ "x": "{{new string('a', 14_400)}}" }""");

        Assert.Contains(files.Faults(), fault => fault.Contains("more than 28672.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "x": null }""", "test/card.sample.json(1): x: Leave out what is not there: models have no null.")]
    [InlineData("""{ "a b": "x" }""", "test/card.sample.json(1): a b: A name in a model is letters, digits and _, beginning with a letter.")]
    [InlineData("""{ "$root": "x" }""", "test/card.sample.json(1): $root: A name in a model is letters, digits and _, beginning with a letter.")]
    [InlineData("{ \"name\": \"x\",\n \"Name\": \"y\" }", "test/card.sample.json(2): Name: Two names differ in small and capital letters only, which the Designer does not tell apart.")]
    [InlineData("[]", "test/card.sample.json(1): A sample is one object: the model.")]
    [InlineData("{", "test/card.sample.json(1): This is not valid JSON: ")]
    [InlineData("""{ "x": "\ud800" }""", "test/card.sample.json(1): A string holds half a surrogate pair (\\uD800 to \\uDFFF).")]
    [InlineData("""{ "w": { "promise": { "accept": "Accept" } } }""", "test/card.sample.json(1): w.promise.accept: The template does not use these words.")]
    public void A_fault_in_a_sample_is_named(string sample, string expected)
    {
        files.WithBody(Ok, sample);

        Assert.Contains(files.Faults(), fault => fault.StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("${$root.w.promise.acept}", "test/card.json(2): $root.w.promise.acept: words/en.json has no 'promise.acept'.")]
    [InlineData("${$root.w.promise.asks}", "test/card.json(2): $root.w.promise.asks: These words want values filled in, so the presenter has to give them as a value of their own.")]
    [InlineData("${$root.w.promise.from}", "test/card.sample.json(1): w.promise.from: The sample has to say \"From\" here, as words/en.json does.")]
    [InlineData("${w.promise.accept}", "test/card.json(2): body[0].text: Words are written with their whole way: $root.w.key.")]
    public void A_fault_in_words_is_named(string text, string expected)
    {
        files.WithBody($$"""{ "type": "TextBlock", "wrap": true, "text": "{{text}}" }""", """{ "w": { "promise": { "accept": "Accept", "from": "To" } } }""");

        Assert.Contains(expected, files.Faults());
    }
}
