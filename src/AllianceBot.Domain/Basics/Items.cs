using System.Collections;
using System.Collections.Immutable;

namespace AllianceBot.Domain;

/// <summary>Immutable items by id, enumerated in the ordinal order of their ids, so that order never differs between processes.</summary>
public sealed class Items<TId, T> : IReadOnlyCollection<T>, IEquatable<Items<TId, T>>
    where TId : struct, IId
    where T : class
{
    public static readonly Items<TId, T> Empty = new(ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, T> byId;

    private Items(ImmutableSortedDictionary<string, T> byId) => this.byId = byId;

    public int Count => byId.Count;

    /// <summary>The item, which must be there: for ids that come from the state itself.</summary>
    public T this[TId id] => byId[id.Value];

    /// <summary>The item, or null for an id that came from outside and is not known.</summary>
    public T? Find(TId id) => id.Value is not null && byId.TryGetValue(id.Value, out var item) ? item : null;

    public bool Has(TId id) => Find(id) is not null;

    public Items<TId, T> With(TId id, T item) => new(byId.SetItem(id.Value, item));

    public Items<TId, T> Without(TId id) => new(byId.Remove(id.Value));

    public IEnumerator<T> GetEnumerator() => byId.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(Items<TId, T>? other) =>
        other is not null && (ReferenceEquals(byId, other.byId) || byId.SequenceEqual(other.byId));

    public override bool Equals(object? obj) => Equals(obj as Items<TId, T>);

    public override int GetHashCode() => Count;
}
