using System.Collections.Frozen;

namespace AllianceBot.Cards;

/// <summary>Every sentence of ours by key and language, read from <c>words/&lt;language&gt;.json</c> and checked when loaded.</summary>
public sealed class Phrases
{
    /// <summary>The language that has every key, and stands in for languages that are not there.</summary>
    public const string Source = "en";

    private readonly FrozenDictionary<string, FrozenDictionary<string, Phrase>> languages;

    internal Phrases(Dictionary<string, Dictionary<string, Phrase>> languages) =>
        this.languages = languages.ToFrozenDictionary(
            language => language.Key,
            language => language.Value.ToFrozenDictionary(StringComparer.Ordinal),
            StringComparer.OrdinalIgnoreCase);

    /// <summary>The languages that are there, in order.</summary>
    public IReadOnlyList<string> Languages => [.. languages.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Every key, in order.</summary>
    public IReadOnlyList<string> Keys => languages.TryGetValue(Source, out var source) ? [.. source.Keys.Order(StringComparer.Ordinal)] : [];

    /// <summary>The language to use for a wish such as "en-US": itself, its first part, or English.</summary>
    public string Resolve(string? language)
    {
        if (language is null) return Source;
        if (languages.ContainsKey(language)) return language;
        var dash = language.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && languages.ContainsKey(language[..dash]) ? language[..dash] : Source;
    }

    /// <summary>Whether the key has words.</summary>
    public bool Has(string key) => languages.TryGetValue(Source, out var source) && source.ContainsKey(key);

    /// <summary>The names that the key's words want filled in, in order; empty for fixed words.</summary>
    public IReadOnlyList<string> Parameters(string key) => Find(Source, key).Parameters;

    /// <summary>
    /// The words of a key, filled in. A string given is a person's text; a number named <c>count</c> also chooses the plural form.
    /// Unknown keys and parameters left out are mistakes of ours and throw; parameters that the words do not want are ignored.
    /// </summary>
    public CardText Text(string language, string key, params ReadOnlySpan<PhraseArgument> arguments) =>
        Find(Resolve(language), key).Fill(arguments);

    internal bool TryFind(string language, string key, out Phrase? phrase)
    {
        phrase = null;
        return languages.TryGetValue(language, out var words) && words.TryGetValue(key, out phrase);
    }

    private Phrase Find(string language, string key) =>
        TryFind(language, key, out var phrase) || TryFind(Source, key, out phrase)
            ? phrase!
            : throw new KeyNotFoundException($"There are no words for '{key}' in words/{Source}.json.");
}
