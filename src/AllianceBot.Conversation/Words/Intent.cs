using System.Collections.Immutable;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What somebody wants, the same whether it was pressed or typed.</summary>
/// <param name="Verb">What.</param>
/// <param name="Item">About which thing; null when none was named. An item that nobody knows keeps an id that is nobody's.</param>
/// <param name="Fields">What was given with it, in the written form of each field: dates ISO, people and partners by id.</param>
internal sealed record Intent(Verb Verb, Subject? Item, Filled Fields)
{
    /// <summary>Further things of the same kind that were named: "on track P12, P14".</summary>
    public ValueList<Subject> Also { get; init; }

    /// <summary>What was given for fields but could not be read, by field.</summary>
    public ValueList<FieldFault> Faults { get; init; }

    /// <summary>Words were typed that could also have meant the thing: it must not be guessed.</summary>
    public bool NamesNothing { get; init; }
}

/// <summary>A field that could not be read, and why in our words.</summary>
internal sealed record FieldFault(string Field, Said Why);

/// <summary>Field values by name; equal when they hold the same.</summary>
internal sealed class Filled : IEquatable<Filled>
{
    public static readonly Filled Nothing = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, string> values;

    private Filled(ImmutableSortedDictionary<string, string> values) => this.values = values;

    /// <summary>The value, or null when nothing was given.</summary>
    public string? this[string field] => values.TryGetValue(field, out var value) ? value : null;

    public IEnumerable<string> Names => values.Keys;

    public bool IsEmpty => values.IsEmpty;

    public Filled With(string field, string value) => new(values.SetItem(field, value));

    public Filled Without(string field) => new(values.Remove(field));

    /// <summary>These, where the other says nothing else.</summary>
    public Filled Under(Filled other) => new(values.SetItems(other.values));

    public bool Equals(Filled? other) => other is not null && values.SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as Filled);

    public override int GetHashCode() => values.Count;

    /// <summary>The names only: what people typed must not reach a log.</summary>
    public override string ToString() => string.Join(' ', values.Keys);
}
