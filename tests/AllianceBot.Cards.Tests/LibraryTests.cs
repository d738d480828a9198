namespace AllianceBot.Cards.Tests;

public sealed class LibraryTests : IDisposable
{
    private readonly CardFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void All_faults_of_all_files_are_listed_at_once_with_file_and_line()
    {
        files.Write("words/en.json", "{\n \"a\": \"{x\" }")
            .Write("words/de.json", """{ "b": "x" }""")
            .Write("rules.json", "{}")
            .Write("one/first.json", CardFiles.Card("{ \"type\": \"TextBlock\",\n\n \"text\": \"${x}\",\n \"size\": \"tiny\" }"))
            .Write("one/first.sample.json", "{}")
            .Write("two/second.json", "{ \"type\": ")
            .Write("two/second.sample.json", "{}")
            .Write("two/third.json", CardFiles.Card(""))
            .Write("two/fourth.sample.json", "{}");

        var all = Assert.Throws<CardFaultsException>(files.Load);

        Assert.Equal(
            [
                "one/first.json(2): body[0]: A TextBlock needs \"wrap\": true, or it is cut off on a phone.",
                "one/first.json(2): body[0]: TextBlock needs \"wrap\".",
                "one/first.json(4): body[0].text: The sample has no 'x'.",
                "one/first.json(5): body[0].size: 'tiny' is not one of default, small, medium, large, extraLarge.",
                "rules.json(1): dataKeys: A list of the keys that a button's data may have is missing.",
                "two/fourth.sample.json(1): There is no template for this sample.",
                "two/second.json(1): This is not valid JSON",
                "two/third.json(1): The sample two/third.sample.json is missing.",
                "words/de.json(1): b: en.json has no such key.",
                "words/en.json(2): a: A brace stands alone: a value is {name}, a brace itself is written twice.",
            ],
            all.Faults.Select(fault => fault.ToString()).Select(fault => fault.Split(": Expected")[0]).Order(StringComparer.Ordinal));
        Assert.StartsWith($"{all.Faults.Count} fault(s) in the cards:", all.Message, StringComparison.Ordinal);
        Assert.All(all.Faults, fault => Assert.Contains(fault.ToString(), all.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Views_are_named_by_area_and_file()
    {
        var library = CardLibrary.Load(CardSamples.Example);

        Assert.Equal(["example/everything"], library.Views);
        Assert.True(library.Has("example/everything"));
        Assert.False(library.Has("example/nothing"));
        Assert.Throws<ArgumentException>(() => library.Expand("example/nothing", "en", new CardModel()));
    }

    [Fact]
    public void A_view_may_have_further_samples_and_each_is_judged_like_the_first()
    {
        files.Write("test/card.json", CardFiles.Card("{ \"type\": \"TextBlock\", \"wrap\": true, \"text\": \"${x} ${$root.w.promise.accept}\" }"))
            .Write("test/card.sample.json", """{ "x": "one", "w": { "promise": { "accept": "Accept" } } }""")
            .Write("test/card.other.sample.json", """{ "x": "two", "w": { "promise": { "accept": "Accept" } } }""");
        Assert.DoesNotContain(files.Faults(), static fault => fault.StartsWith("test/", StringComparison.Ordinal));

        files.Write("test/card.other.sample.json", """{ "y": null, "w": { "promise": { "accept": "Take" } } }""").Write("test/nothing.other.sample.json", "{}");
        var faults = files.Faults();
        Assert.Contains("test/card.other.sample.json(1): y: Leave out what is not there: models have no null.", faults);
        Assert.Contains("test/card.other.sample.json(1): w: The words have to be those of test/card.sample.json.", faults);
        Assert.Contains("test/nothing.other.sample.json(1): There is no template for this sample.", faults);

        files.Write("test/card.other.sample.json", """{ "w": { "promise": { "accept": "Accept" } } }""");
        Assert.Contains(files.Faults(), static fault => fault.StartsWith("test/card.other.sample.json(1): 'x' is shown, but the sample does not have it there.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_without_words_says_so()
    {
        File.Delete(Path.Combine(files.Folder, "words/en.json"));

        Assert.Equal(["words/en.json(1): This file is missing."], files.Faults());
    }

    [Fact]
    public async Task One_library_serves_many_threads()
    {
        var library = CardLibrary.Load(CardSamples.Example);
        var expected = library.Expand("example/everything", "en", ExampleModel.Make(library.Phrases, "Ana")).ToArray();

        var cards = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(
            () => library.Expand("example/everything", "en", ExampleModel.Make(library.Phrases, "Ana")).ToArray(),
            TestContext.Current.CancellationToken)));

        Assert.All(cards, card => Assert.Equal(expected, card));
    }
}
