namespace AllianceBot.Cards;

/// <summary>Rules about several properties of one element together.</summary>
internal static class TypeRules
{
    private static readonly string[] Checked = ["isRequired", "regex", "min", "max"];

    public static IEnumerable<string> Check(SourceNode node, CardType type, CardRules rules)
    {
        if (type.IsNew && node["fallback"] is null && !type.Is("layout")) yield return $"{type.Name} is newer than 1.5 and needs a \"fallback\".";
        if (type.Name == "TextBlock" && node["wrap"] is not { Kind: SourceKind.Flag, Text: "true" }) yield return "A TextBlock needs \"wrap\": true, or it is cut off on a phone.";
        if (type.Is("Input")) foreach (var message in Input(node)) yield return message;
        if (type.Name == "Action.Execute") foreach (var message in Execute(node)) yield return message;
        if (type.Is("action") && node["data"] is { Kind: SourceKind.Object } data)
            foreach (var (key, _) in data.Properties)
                if (!rules.DataKeys.Contains(key))
                    yield return $"The data key '{key}' is not in {CardRules.File}.";
    }

    private static IEnumerable<string> Input(SourceNode node)
    {
        if (node["id"] is null) yield return "An input needs an \"id\".";
        if (node["errorMessage"] is null && Checked.FirstOrDefault(name => node[name] is { } rule && rule.Text != "false") is { } found)
            yield return $"An input with \"{found}\" needs an \"errorMessage\".";
    }

    private static IEnumerable<string> Execute(SourceNode node)
    {
        // Action.Submit has no verb: old clients can only say it in the data.
        if (node["data"] is not { Kind: SourceKind.Object } data || data["verb"] is not { } verb || node["verb"] is not { } own || !verb.Means(own))
            yield return "The data of an Action.Execute has to hold its \"verb\" too, for clients that know only Action.Submit.";
        if (node["fallback"] is not { Kind: SourceKind.Object } fallback || fallback.Literal("type") != "Action.Submit")
            yield return "Action.Execute needs an Action.Submit as \"fallback\".";
        else if (!Same(node, fallback, "data") || !Same(node, fallback, "title") || !Same(node, fallback, "associatedInputs"))
            yield return "The fallback has to have the same \"title\", \"data\" and \"associatedInputs\".";
    }

    private static bool Same(SourceNode one, SourceNode two, string name) =>
        (one[name], two[name]) switch
        {
            (null, null) => true,
            ({ } left, { } right) => left.Means(right),
            _ => false,
        };
}
