using System.Text.Json;

namespace AllianceBot.Cards;

/// <summary>Reads a folder of cards, collecting every fault instead of stopping at the first.</summary>
internal static class CardFolder
{
    private const string SampleEnd = ".sample.json";
    private const string WordsFolder = "words";

    public static CardLibrary Read(string folder, List<CardFault> faults)
    {
        var phrases = PhraseReader.ReadAll(folder, WordsFolder, faults);
        var rules = CardRules.Read(folder, faults);
        var templates = phrases.Languages.ToDictionary(
            language => language,
            _ => new Dictionary<string, CardTemplate>(StringComparer.Ordinal),
            StringComparer.OrdinalIgnoreCase);
        templates.TryAdd(Phrases.Source, new Dictionary<string, CardTemplate>(StringComparer.Ordinal));
        foreach (var file in Templates(folder, faults)) ReadView(folder, file, phrases, rules, templates, faults);
        return new CardLibrary(phrases, templates);
    }

    public static IReadOnlyList<CardFault> InOrder(IEnumerable<CardFault> faults) =>
        [.. faults.Distinct().OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Path, StringComparer.Ordinal)];

    private static List<string> Templates(string folder, List<CardFault> faults)
    {
        var files = new List<string>();
        foreach (var area in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(area) == WordsFolder) continue;
            foreach (var file in Directory.EnumerateFiles(area, "*.json").Order(StringComparer.Ordinal))
            {
                var name = $"{Path.GetFileName(area)}/{Path.GetFileName(file)}";
                if (!name.EndsWith(SampleEnd, StringComparison.Ordinal)) files.Add(name);
                else if (!File.Exists(file[..^SampleEnd.Length] + ".json"))
                    faults.Add(new CardFault(name, 1, string.Empty, "There is no template for this sample."));
            }
        }
        return files;
    }

    private static void ReadView(
        string folder, string file, Phrases phrases, CardRules rules, Dictionary<string, Dictionary<string, CardTemplate>> templates, List<CardFault> faults)
    {
        var view = file[..^".json".Length];
        var sampleFile = view + SampleEnd;
        var before = faults.Count;
        var template = SourceReader.Read(file, File.ReadAllBytes(Path.Combine(folder, file)), faults);
        if (!File.Exists(Path.Combine(folder, sampleFile)))
        {
            faults.Add(new CardFault(file, 1, string.Empty, $"The sample {sampleFile} is missing."));
            return;
        }
        var sampleBytes = File.ReadAllBytes(Path.Combine(folder, sampleFile));
        var sample = SourceReader.Read(sampleFile, sampleBytes, faults);
        if (template is null || sample is null) return;
        CardLint.Check(new LintedView(file, template, sampleFile, sample, phrases, rules), faults);
        if (faults.Count > before) return;
        using var json = JsonDocument.Parse(sampleBytes);
        SampleCheck.Check(view, file, template, json.RootElement, rules, faults);
        foreach (var (language, views) in templates)
        {
            views[view] = CardTemplate.Compile(view, template, key =>
                phrases.TryFind(language, key, out var phrase) || phrases.TryFind(Phrases.Source, key, out phrase)
                    ? CardValue.Markup(phrase!.Fixed ?? string.Empty)
                    : CardValue.Markup(string.Empty));
        }
    }
}
