namespace AllianceBot.Cards;

/// <summary>Judges a template and its sample before anything is expanded: structure, expressions, words, names.</summary>
internal static class CardLint
{
    public static void Check(LintedView view, List<CardFault> faults)
    {
        CheckSample(view.SampleFile, view.Sample, string.Empty, faults);
        var structure = new StructureCheck(view.File, view.Rules, expanded: false, faults);
        structure.Root(view.Template);
        new ExpressionCheck(view, faults).Root();
    }

    internal static void CheckSample(string file, SourceNode node, string path, List<CardFault> faults)
    {
        if (path.Length == 0 && node.Kind != SourceKind.Object)
            faults.Add(new CardFault(file, node.Line, path, "A sample is one object: the model."));
        if (node.Kind == SourceKind.Null)
            faults.Add(new CardFault(file, node.Line, path, "Leave out what is not there: models have no null."));
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in node.Properties)
        {
            if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || !name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '_'))
                faults.Add(new CardFault(file, value.Line, Join(path, name), "A name in a model is letters, digits and _, beginning with a letter."));
            if (!names.Add(name))
                faults.Add(new CardFault(file, value.Line, Join(path, name), "Two names differ in small and capital letters only, which the Designer does not tell apart."));
            CheckSample(file, value, Join(path, name), faults);
        }
        for (var i = 0; i < node.Items.Count; i++) CheckSample(file, node.Items[i], $"{path}[{i}]", faults);
    }

    internal static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
