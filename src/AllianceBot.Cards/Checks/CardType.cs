namespace AllianceBot.Cards;

/// <summary>A type of card element, action or part, with all its properties.</summary>
internal sealed record CardType(string Name, bool IsNew, IReadOnlyList<string> Families, IReadOnlyDictionary<string, CardProperty> Properties)
{
    /// <summary>Whether this type is the named one or of the named family ("element", "action", "inline", "layout").</summary>
    public bool Is(string nameOrFamily) => Name == nameOrFamily || nameOrFamily switch
    {
        "element" => Families.Contains("Element") && Name is not ("Element" or "Input" or "Chart" or "Column"),
        "action" => Families.Contains("Action") && Name != "Action",
        "inline" => Name == "TextRun",
        "layout" => Name.StartsWith("Layout.", StringComparison.Ordinal),
        _ => Families.Contains(nameOrFamily),
    };
}
