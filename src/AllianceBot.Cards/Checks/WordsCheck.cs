namespace AllianceBot.Cards;

/// <summary>The fixed words of a template: each is in the words file, and the sample shows the same so that the Designer does.</summary>
internal static class WordsCheck
{
    public static void Check(LintedView view, IReadOnlyDictionary<string, int> keys, List<CardFault> faults)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, line) in keys.OrderBy(pair => pair.Value))
        {
            wanted.Add(key);
            if (!view.Phrases.TryFind(Phrases.Source, key, out var phrase))
                faults.Add(new CardFault(view.File, line, "$root.w." + key, $"words/{Phrases.Source}.json has no '{key}'."));
            else if (phrase!.Fixed is not { } words)
                faults.Add(new CardFault(view.File, line, "$root.w." + key, "These words want values filled in, so the presenter has to give them as a value of their own."));
            else if (Find(view.Sample, key) is not { Kind: SourceKind.Text } shown || shown.Text != words)
                faults.Add(new CardFault(view.SampleFile, 1, "w." + key, $"The sample has to say {SourceNode.ToJson(words)} here, as words/{Phrases.Source}.json does."));
        }
        if (view.Sample["w"] is { } all) CheckUnused(view.SampleFile, all, string.Empty, wanted, faults);
    }

    private static SourceNode? Find(SourceNode sample, string key)
    {
        var node = sample["w"];
        foreach (var part in key.Split('.')) node = node?[part];
        return node;
    }

    private static void CheckUnused(string file, SourceNode node, string key, HashSet<string> wanted, List<CardFault> faults)
    {
        foreach (var (name, value) in node.Properties) CheckUnused(file, value, CardLint.Join(key, name), wanted, faults);
        if (node.Kind != SourceKind.Object && !wanted.Contains(key))
            faults.Add(new CardFault(file, node.Line, "w." + key, "The template does not use these words."));
    }
}
