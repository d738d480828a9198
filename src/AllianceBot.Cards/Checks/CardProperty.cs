namespace AllianceBot.Cards;

/// <summary>What may stand in a property of a card.</summary>
internal sealed class CardProperty
{
    /// <summary>A property that is not in the table: the lint refuses it, and nothing but our own words fits.</summary>
    public static readonly CardProperty Unknown = new("own", mustBe: false);

    public CardProperty(string rule, bool mustBe)
    {
        MustBe = mustBe;
        if (rule is ['[', .. var item, ']']) (Kind, TypeName) = (PropertyKind.List, item);
        else if (rule is ['{', .. var type, '}']) (Kind, TypeName) = (PropertyKind.Object, type);
        else if (rule is "element" or "action" or "inline" or "layout") (Kind, TypeName) = (PropertyKind.Object, rule);
        else if (Enum.TryParse<PropertyKind>(rule, ignoreCase: true, out var kind)) Kind = kind;
        else (Kind, Choices) = (PropertyKind.Choice, rule.Split('|'));
    }

    public bool MustBe { get; }

    public PropertyKind Kind { get; }

    /// <summary>The type of an object or of a list's items: a type's name, or a family's in small letters.</summary>
    public string TypeName { get; } = string.Empty;

    public IReadOnlyList<string> Choices { get; } = [];

    /// <summary>Whether renderers take nothing but a string here.</summary>
    public bool IsText => Kind is PropertyKind.Markdown or PropertyKind.Line or PropertyKind.Words or PropertyKind.Input or PropertyKind.Own;

    public TextPlace Place => Kind switch
    {
        PropertyKind.Markdown => TextPlace.Markdown,
        PropertyKind.Line => TextPlace.Line,
        PropertyKind.Input => TextPlace.Input,
        PropertyKind.Data => TextPlace.Exact,
        PropertyKind.Address => TextPlace.Address,
        _ => TextPlace.Own,
    };
}

internal enum PropertyKind
{
    Own,
    Words,
    Line,
    Markdown,
    Input,
    Data,
    Address,
    Flag,
    Number,
    Width,
    Fallback,
    Choice,
    Object,
    List,
}
