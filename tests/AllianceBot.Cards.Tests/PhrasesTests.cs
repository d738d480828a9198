namespace AllianceBot.Cards.Tests;

public sealed class PhrasesTests : IDisposable
{
    private readonly CardFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Values_are_filled_in_by_name_and_braces_are_written_twice()
    {
        var phrases = files.Write("words/en.json", """{ "a": "{who}, {{you}} and {who} by {when}" }""").Load().Phrases;

        Assert.Equal("Ana, {you} and Ana by Friday", phrases.Text("en", "a", ("when", "Friday"), ("who", "Ana"), ("more", "x")).ToString());
        Assert.Equal(["when", "who"], phrases.Parameters("a"));
        Assert.True(phrases.Has("a"));
        Assert.False(phrases.Has("b"));
    }

    [Theory]
    [InlineData(0, "None open")]
    [InlineData(1, "1 promise open")]
    [InlineData(2, "2 promises open")]
    [InlineData(21, "21 promises open")]
    public void The_count_chooses_the_form(int count, string expected)
    {
        var phrases = files.Write("words/en.json", """{ "a": { "zero": "None open", "one": "{count} promise open", "other": "{count} promises open" } }""").Load().Phrases;

        Assert.Equal(expected, phrases.Text("en", "a", ("count", count)).ToString());
    }

    [Theory]
    [InlineData("pl", 1, "one")]
    [InlineData("pl", 3, "few")]
    [InlineData("pl", 12, "many")]
    [InlineData("pl", 22, "few")]
    [InlineData("pl", 21, "many")]
    [InlineData("ru", 21, "one")]
    [InlineData("ru", 11, "many")]
    [InlineData("uk", 104, "few")]
    [InlineData("fr", 0, "one")]
    [InlineData("fr", 2, "other")]
    [InlineData("de", 0, "other")]
    [InlineData("en-GB", 1, "one")]
    [InlineData("en", -1, "one")]
    public void Languages_have_their_own_forms(string language, long count, string expected) =>
        Assert.Equal(expected, Plurals.Category(language, count));

    [Fact]
    public void A_phrase_inside_a_phrase_keeps_what_is_ours_and_what_is_theirs()
    {
        var phrases = files.Write("words/en.json", """{ "in": "_{who}_", "out": "{inner} *and* {who}" }""").Load().Phrases;
        var text = phrases.Text("en", "out", ("inner", phrases.Text("en", "in", ("who", "a_b"))), ("who", "c*d"));

        Assert.Equal(@"_a\_b_ *and* c\*d", text.ToMarkdown());
        Assert.Equal("_a_b_ *and* c*d", text.ToString());
    }

    [Fact]
    public void An_unknown_key_or_a_value_left_out_is_a_mistake_of_ours()
    {
        var phrases = files.Write("words/en.json", """{ "a": "{who}", "n": { "one": "{count}", "other": "{count}" } }""").Load().Phrases;

        Assert.Contains("'b'", Assert.Throws<KeyNotFoundException>(() => phrases.Text("en", "b")).Message, StringComparison.Ordinal);
        Assert.Contains("'who'", Assert.Throws<ArgumentException>(() => phrases.Text("en", "a")).Message, StringComparison.Ordinal);
        Assert.Contains("whole number", Assert.Throws<ArgumentException>(() => phrases.Text("en", "n", ("count", "many"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_is_not_there_is_English()
    {
        var phrases = files.Write("words/en.json", """{ "a": "Yes" }""").Write("words/de.json", """{ "a": "Ja" }""").Load().Phrases;

        Assert.Equal(["de", "en"], phrases.Languages);
        Assert.Equal("Yes", phrases.Text("en-US", "a").ToString());
        Assert.Equal("Ja", phrases.Text("de", "a").ToString());
        Assert.Equal("Ja", phrases.Text("de-AT", "a").ToString());
        Assert.Equal("Yes", phrases.Text("fr", "a").ToString());
    }

    [Theory]
    [InlineData("""{ "a": "{x y}" }""", "words/en.json(1): a: A brace stands alone")]
    [InlineData("""{ "a": "x}" }""", "words/en.json(1): a: A brace stands alone")]
    [InlineData("""{ "a": 5 }""", "words/en.json(1): a: Words are a text, or an object with one text per plural form.")]
    [InlineData("""{ "a": { "other": "{count}" } }""", "words/en.json(1): a: The plural form one is missing.")]
    [InlineData("""{ "a": { "one": "x", "other": "y" } }""", "words/en.json(1): a: The form 'other' does not say {count}, which chooses the form.")]
    [InlineData("""{ "a": { "one": "x", "few": "x", "other": "{count}" } }""", "words/en.json(1): a: 'few' is not a plural form of en: one, other, and zero.")]
    [InlineData("""{ "a": { "one": 1, "other": "{count}" } }""", "words/en.json(1): a: 'one' has to be a text.")]
    [InlineData("[]", "words/en.json(1): Words are one object: \"key\": \"text\".")]
    public void A_fault_in_the_words_is_named(string words, string expected)
    {
        files.Write("words/en.json", words);

        Assert.Contains(files.Faults(), fault => fault.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_language_has_the_same_keys_and_values()
    {
        files.Write("words/en.json", """{ "a": "{who}", "b": "x", "c": "y" }""")
            .Write("words/de.json", """{ "a": "{wer}", "b": "x", "d": "z" }""")
            .Write("words/zz.json", """{ "a": "{who}", "b": "x", "c": "y" }""");

        Assert.Equal(
            [
                "words/de.json(1): a: The values differ from en.json: {who} are wanted.",
                "words/de.json(1): c: The words are missing; en.json has them.",
                "words/de.json(1): d: en.json has no such key.",
                "words/zz.json(1): The plural rule of 'zz' is not known yet (Plurals.cs).",
            ],
            files.Faults());
    }
}
