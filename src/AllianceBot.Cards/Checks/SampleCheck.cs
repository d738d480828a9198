using System.Text.Json;

namespace AllianceBot.Cards;

/// <summary>Judges a card as it is with its sample filled in.</summary>
internal static class SampleCheck
{
    public static void Check(string view, string file, SourceNode template, JsonElement sample, CardRules rules, List<CardFault> faults)
    {
        void Fault(string path, string message) => faults.Add(new CardFault(file, 1, path, message + " (With the sample filled in.)"));
        byte[] card;
        var missing = new List<string>();
        try
        {
            card = CardTemplate.Compile(view, template).ExpandSample(sample, missing);
        }
        catch (Exception wrong) when (wrong is CardModelException or ExpressionFaultException)
        {
            Fault(string.Empty, wrong.Message);
            return;
        }
        foreach (var name in missing) Fault(string.Empty, $"'{name}' is shown, but the sample does not have it there.");
        var weight = CardLimits.Weight(card);
        if (weight > CardLimits.SoftBytes) Fault(string.Empty, $"The card counts {weight} bytes, more than {CardLimits.SoftBytes}.");
        var found = new List<CardFault>();
        if (SourceReader.Read(file, card, found) is { } expanded)
        {
            new StructureCheck(file, rules, expanded: true, found).Root(expanded);
            CheckIds(expanded, rules, new(StringComparer.Ordinal), Fault);
        }
        foreach (var fault in found) Fault(fault.Path, fault.Message);
    }

    private static void CheckIds(SourceNode node, CardRules rules, HashSet<string> ids, Action<string, string> fault)
    {
        if (node.Literal("type") is { } type && type.StartsWith("Input.", StringComparison.Ordinal) && node["id"] is { } id)
        {
            if (!ids.Add(id.Text)) fault("id", $"Two inputs are called '{id.Text}'.");
            if (rules.DataKeys.Contains(id.Text)) fault("id", $"The input '{id.Text}' would overwrite the data of the button.");
        }
        foreach (var (name, value) in node.Properties)
            if (name != "fallback")
                CheckIds(value, rules, ids, fault);
        foreach (var item in node.Items) CheckIds(item, rules, ids, fault);
    }
}
