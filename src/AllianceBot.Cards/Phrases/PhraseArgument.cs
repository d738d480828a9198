namespace AllianceBot.Cards;

/// <summary>A value for a <c>{name}</c> in a phrase: written as <c>("name", value)</c>. A string is a person's text.</summary>
public readonly record struct PhraseArgument(string Name, CardText Text, long? Count = null)
{
    public static implicit operator PhraseArgument((string Name, string Typed) pair) => new(pair.Name, CardText.Typed(pair.Typed));

    public static implicit operator PhraseArgument((string Name, CardText Text) pair) => new(pair.Name, pair.Text);

    public static implicit operator PhraseArgument((string Name, int Count) pair) => Of(pair.Name, pair.Count);

    public static implicit operator PhraseArgument((string Name, long Count) pair) => Of(pair.Name, pair.Count);

    private static PhraseArgument Of(string name, long count) =>
        new(name, CardText.Markup(count.ToString(System.Globalization.CultureInfo.InvariantCulture)), count);
}
