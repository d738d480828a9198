using System.Text.RegularExpressions;
using AllianceBot.Cards;
using AllianceBot.Domain;
using AllianceBot.Domain.Tests;
using Xunit;

namespace AllianceBot.Conversation.Tests;

/// <summary>Every sentence the conversation can say has its words, and what help shows can be typed.</summary>
public sealed partial class WordsTests
{
    private static readonly Phrases Phrases = CardLibrary.Load(Shipped.Cards).Phrases;

    [Fact]
    public void Every_refusal_has_words() =>
        Missing(RefusalCodes.All.Concat(["not-now", "unknown-button", "engine.busy"]).Select(static code => $"refusal.{code}"));

    [Fact]
    public void Every_verb_has_words_for_what_it_does_its_form_and_its_answer() => Missing(Verbs.List.SelectMany(static verb => (string[])
    [
        $"command.{verb.Name}",
        .. verb.Does is VerbDoes.Fills or VerbDoes.ActsOrFills && verb.Name != Verbs.Resend
            ? (string[])[$"form.{verb.Name}.title", $"form.{verb.Name}.send"] : [],
        .. verb.Does != VerbDoes.Reads && verb.Name is not (Verbs.Send or Verbs.Answers) ? (string[])[$"saved.{verb.Name}"] : [],
    ]));

    [Fact]
    public void Every_field_of_a_form_has_a_label() => Missing(Verbs.List
        .Where(static verb => verb.Does is VerbDoes.Fills or VerbDoes.ActsOrFills)
        .SelectMany(static verb => verb.Fields).Distinct().Select(static field => $"field.{field}"));

    [Fact]
    public void Every_key_that_the_code_names_has_words()
    {
        var folder = Path.Combine(Shipped.Cards, "..", "src", "AllianceBot.Conversation");
        var code = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var keys = code.SelectMany(static file => Key().Matches(File.ReadAllText(file))).Select(static match => match.Groups[1].Value).ToList();
        Assert.InRange(keys.Count, 30, 1000);
        Missing(keys);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_help_shows_can_be_typed_as_it_stands(string verb, string example)
    {
        var read = Assert.IsType<Understood>(Grammar.English.Read(example, Spoken.As(Riverbend.Ana)));
        Assert.Equal(verb, read.Intent.Verb.Name);
        Assert.Empty(read.Intent.Faults);
    }

    public static TheoryData<string, string> Examples() => [.. GrammarWords.English.Examples.Select(static example => (example.Key, example.Value))];

    private static void Missing(IEnumerable<string> keys)
    {
        var missing = keys.Where(static key => !Phrases.Has(key)).Distinct().ToList();
        Assert.True(missing.Count == 0, $"No words for: {string.Join(", ", missing)}");
    }

    [GeneratedRegex("""
        "((?:answers|choices|dates|values|welcome|codes|form|saved|try)\.[a-z][a-z-]*(?:\.[a-z-]+)*|join\.needs-code|field\.missing)"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Key();
}
