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
                else if (!File.Exists(Path.Combine(folder, ViewOf(name) + ".json")))
                    faults.Add(new CardFault(name, 1, string.Empty, "There is no template for this sample."));
            }
        }
        return files;
    }

    /// <summary>The view that a sample fills: "area/view.sample.json", and further ones of it as "area/view.what.sample.json".</summary>
    internal static string ViewOf(string sample)
    {
        var name = sample[..^SampleEnd.Length];
        return name.IndexOf('.', name.LastIndexOf('/') + 1) is > 0 and var dot ? name[..dot] : name;
    }

    /// <summary>Another thing that the same template shows.</summary>
    private static void ReadFurther(
        string view, string name, string file, SourceNode template, SourceNode first, CardRules rules, List<CardFault> faults)
    {
        var before = faults.Count;
        var bytes = File.ReadAllBytes(file);
        if (SourceReader.Read(name, bytes, faults) is not { } sample) return;
        CardLint.CheckSample(name, sample, string.Empty, faults);
        if (sample["w"] is { } words ? first["w"]?.Means(words) != true : first["w"] is not null) faults.Add(new CardFault(name, 1, "w", $"The words have to be those of {view}{SampleEnd}."));
        if (faults.Count > before) return;
        using var json = JsonDocument.Parse(bytes);
        SampleCheck.Check(view, name, template, json.RootElement, rules, faults);
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
        foreach (var further in Directory.EnumerateFiles(Path.Combine(folder, Path.GetDirectoryName(view)!), $"{Path.GetFileName(view)}.*{SampleEnd}").Order(StringComparer.Ordinal))
        {
            ReadFurther(view, $"{Path.GetDirectoryName(view)}/{Path.GetFileName(further)}", further, template, sample, rules, faults);
        }

        foreach (var (language, views) in templates)
        {
            views[view] = CardTemplate.Compile(view, template, key =>
                phrases.TryFind(language, key, out var phrase) || phrases.TryFind(Phrases.Source, key, out phrase)
                    ? CardValue.Markup(phrase!.Fixed ?? string.Empty)
                    : CardValue.Markup(string.Empty));
        }
    }
}
