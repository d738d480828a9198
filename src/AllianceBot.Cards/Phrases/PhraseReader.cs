using System.Text;

namespace AllianceBot.Cards;

/// <summary>Reads <c>words/&lt;language&gt;.json</c>: <c>"key": "Words with a {name}"</c>, or one text per plural form of <c>{count}</c>.</summary>
internal static class PhraseReader
{
    public static Phrases ReadAll(string folder, string wordsFolder, List<CardFault> faults)
    {
        var languages = new Dictionary<string, Dictionary<string, Phrase>>(StringComparer.OrdinalIgnoreCase);
        var path = Path.Combine(folder, wordsFolder);
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.json") : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var language = Path.GetFileNameWithoutExtension(file);
            languages[language] = ReadLanguage($"{wordsFolder}/{Path.GetFileName(file)}", language, File.ReadAllBytes(file), faults);
        }
        if (!languages.TryGetValue(Phrases.Source, out var source))
        {
            faults.Add(new CardFault($"{wordsFolder}/{Phrases.Source}.json", 1, string.Empty, "This file is missing."));
            return new Phrases(new() { [Phrases.Source] = new(StringComparer.Ordinal) });
        }
        foreach (var (language, words) in languages)
            if (words != source)
                Compare($"{wordsFolder}/{language}.json", words, source, faults);
        return new Phrases(languages);
    }

    /// <summary>The parts of a text: words, and the names in braces. Two braces together stand for one.</summary>
    public static PhrasePart[] Parse(string text)
    {
        var parts = new List<PhrasePart>();
        var words = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (sign is not ('{' or '}'))
            {
                words.Append(sign);
                continue;
            }
            if (i + 1 < text.Length && text[i + 1] == sign)
            {
                words.Append(sign);
                i++;
                continue;
            }
            var end = sign == '{' ? text.IndexOf('}', i) : -1;
            var name = end < 0 ? string.Empty : text[(i + 1)..end];
            if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || !name.All(char.IsAsciiLetterOrDigit))
                throw new FormatException("A brace stands alone: a value is {name}, a brace itself is written twice.");
            if (words.Length > 0) parts.Add(new PhrasePart(words.ToString(), IsParameter: false));
            words.Clear();
            parts.Add(new PhrasePart(name, IsParameter: true));
            i = end;
        }
        if (words.Length > 0) parts.Add(new PhrasePart(words.ToString(), IsParameter: false));
        return [.. parts];
    }

    private static Dictionary<string, Phrase> ReadLanguage(string file, string language, byte[] utf8, List<CardFault> faults)
    {
        var phrases = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        if (SourceReader.Read(file, utf8, faults) is not { } root) return phrases;
        if (root.Kind != SourceKind.Object) faults.Add(new CardFault(file, root.Line, string.Empty, "Words are one object: \"key\": \"text\"."));
        if (Plurals.Forms(language) is null)
            faults.Add(new CardFault(file, 1, string.Empty, $"The plural rule of '{language}' is not known yet (Plurals.cs)."));
        foreach (var (key, value) in root.Properties)
        {
            try
            {
                phrases[key] = new Phrase(language, key, Forms(language, value));
            }
            catch (FormatException wrong)
            {
                faults.Add(new CardFault(file, value.Line, key, wrong.Message));
            }
        }
        return phrases;
    }

    private static Dictionary<string, PhrasePart[]> Forms(string language, SourceNode value)
    {
        if (value.Kind == SourceKind.Text) return new(StringComparer.Ordinal) { [string.Empty] = Parse(value.Text) };
        if (value.Kind != SourceKind.Object) throw new FormatException("Words are a text, or an object with one text per plural form.");
        var wanted = Plurals.Forms(language) ?? ["other"];
        var forms = new Dictionary<string, PhrasePart[]>(StringComparer.Ordinal);
        foreach (var (form, text) in value.Properties)
        {
            if (form != "zero" && !wanted.Contains(form)) throw new FormatException($"'{form}' is not a plural form of {language}: {string.Join(", ", wanted)}, and zero.");
            if (text.Kind != SourceKind.Text) throw new FormatException($"'{form}' has to be a text.");
            forms[form] = Parse(text.Text);
        }
        var missing = wanted.Where(form => !forms.ContainsKey(form)).ToList();
        if (missing.Count > 0) throw new FormatException($"The plural form {string.Join(", ", missing)} is missing.");
        if (!forms["other"].Contains(new PhrasePart(Phrase.CountName, IsParameter: true)))
            throw new FormatException("The form 'other' does not say {count}, which chooses the form.");
        return forms;
    }

    private static void Compare(string file, Dictionary<string, Phrase> words, Dictionary<string, Phrase> source, List<CardFault> faults)
    {
        foreach (var (key, original) in source)
        {
            if (!words.TryGetValue(key, out var phrase))
                faults.Add(new CardFault(file, 1, key, $"The words are missing; {Phrases.Source}.json has them."));
            else if (!phrase.Parameters.SequenceEqual(original.Parameters) || phrase.HasPlurals != original.HasPlurals)
                faults.Add(new CardFault(file, 1, key, $"The values differ from {Phrases.Source}.json: {{{string.Join("} {", original.Parameters)}}} are wanted."));
        }
        foreach (var key in words.Keys.Where(key => !source.ContainsKey(key)))
            faults.Add(new CardFault(file, 1, key, $"{Phrases.Source}.json has no such key."));
    }
}
