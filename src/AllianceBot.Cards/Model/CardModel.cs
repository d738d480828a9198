using System.Text.Json;

namespace AllianceBot.Cards;

/// <summary>
/// What a template is filled with: names and values, made by code. <c>new CardModel { ["title"] = promise.Title, ["count"] = 3 }</c>.
/// Not for use by several threads while it is being filled.
/// </summary>
public sealed class CardModel
{
    private string[] names;
    private CardValue[] values;

    /// <summary>A model with room for this many names; it grows if there are more.</summary>
    public CardModel(int capacity = 4)
    {
        names = new string[capacity];
        values = new CardValue[capacity];
    }

    /// <summary>How many names have a value.</summary>
    public int Count { get; private set; }

    /// <summary>Gives a name its value. Giving <see cref="CardValue.None"/> leaves the name out; giving a name twice keeps the last.</summary>
    public CardValue this[string name]
    {
        get => Get(name);
        set => Set(name, value);
    }

    /// <summary>The model that this JSON object stands for; its strings are a person's text.</summary>
    public static CardModel FromJson(JsonElement json) =>
        CardValue.FromJson(json).Reference as CardModel ?? throw new ArgumentException("A model is made from a JSON object.", nameof(json));

    /// <summary>As the indexer, for chaining.</summary>
    public CardModel Set(string name, CardValue value)
    {
        if (value.Kind == ValueKind.Missing) return this;
        var at = Array.IndexOf(names, name, 0, Count);
        if (at >= 0)
        {
            values[at] = value;
            return this;
        }
        if (Count == names.Length)
        {
            Array.Resize(ref names, Math.Max(8, Count * 2));
            Array.Resize(ref values, names.Length);
        }
        names[Count] = name;
        values[Count++] = value;
        return this;
    }

    internal ReadOnlySpan<string> Names => names.AsSpan(0, Count);

    internal ReadOnlySpan<CardValue> Values => values.AsSpan(0, Count);

    /// <summary>Names in code and in templates are interned, so the first look compares references only.</summary>
    internal CardValue Get(string name)
    {
        var all = names;
        for (var i = 0; i < Count; i++)
            if (ReferenceEquals(all[i], name))
                return values[i];
        for (var i = 0; i < Count; i++)
            if (string.Equals(all[i], name, StringComparison.Ordinal))
                return values[i];
        return default;
    }
}
