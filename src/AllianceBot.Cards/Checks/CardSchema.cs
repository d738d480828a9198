using System.Collections.Frozen;

namespace AllianceBot.Cards;

/// <summary>The part of Adaptive Cards 1.5 and the newer Teams elements that cards here are made of.</summary>
internal static partial class CardSchema
{
    private static readonly FrozenDictionary<string, CardType> Types = Read();

    /// <summary>What a template file holds.</summary>
    public static CardProperty Root { get; } = new("{AdaptiveCard}", mustBe: true);

    public static CardType? Find(string? name) => name is not null && Types.TryGetValue(name, out var type) ? type : null;

    /// <summary>The type of an object: said by itself, or, for parts that carry none, by the property that holds it.</summary>
    public static CardType? TypeOf(SourceNode node, CardProperty holder)
    {
        if (holder.Kind == PropertyKind.Data) return null;
        var fixedType = holder.Kind is PropertyKind.Object or PropertyKind.List ? Find(holder.TypeName) : null;
        return fixedType ?? Find(node.Literal("type"));
    }

    /// <summary>The rule for a property; everything below data is data.</summary>
    public static CardProperty PropertyOf(CardType? type, string name, CardProperty holder)
    {
        if (holder.Kind == PropertyKind.Data) return holder;
        return type is not null && type.Properties.TryGetValue(name, out var property) ? property : CardProperty.Unknown;
    }

    private static FrozenDictionary<string, CardType> Read()
    {
        var types = new Dictionary<string, CardType>(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(':', 3, StringSplitOptions.TrimEntries);
            var name = parts[0].TrimStart('+');
            var like = parts[1].Length > 0 ? types[parts[1]] : null;
            var properties = like is null ? [] : new Dictionary<string, CardProperty>(like.Properties, StringComparer.Ordinal);
            foreach (var word in parts[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var equals = word.IndexOf('=', StringComparison.Ordinal);
                properties[word[..equals].TrimEnd('!')] = new CardProperty(word[(equals + 1)..], mustBe: word[equals - 1] == '!');
            }
            types[name] = new CardType(name, parts[0][0] == '+', like is null ? [name] : [.. like.Families, name], properties);
        }
        return types.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
