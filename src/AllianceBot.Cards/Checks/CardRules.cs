namespace AllianceBot.Cards;

/// <summary>What <c>rules.json</c> in the cards folder says: the keys that the data of a button may have.</summary>
internal sealed record CardRules(IReadOnlySet<string> DataKeys)
{
    public const string File = "rules.json";

    public static CardRules Read(string folder, List<CardFault> faults)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path)) return new CardRules(keys);
        var list = SourceReader.Read(File, System.IO.File.ReadAllBytes(path), faults)?["dataKeys"];
        if (list is not { Kind: SourceKind.Array }) faults.Add(new CardFault(File, 1, "dataKeys", "A list of the keys that a button's data may have is missing."));
        else keys.UnionWith(list.Items.Select(item => item.Text));
        return new CardRules(keys);
    }
}
