using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace AllianceBot.Domain;

/// <summary>An immutable list that equals another with the same items in the same order.</summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly ImmutableArray<T> items;

    internal ValueList(ImmutableArray<T> items) => this.items = items;

    public static ValueList<T> Empty => default;

    public int Count => items.IsDefault ? 0 : items.Length;

    public T this[int index] => Items[index];

    private ImmutableArray<T> Items => items.IsDefault ? [] : items;

    public ValueList<T> Add(T item) => new(Items.Add(item));

    public ValueList<T> Remove(T item) => new(Items.Remove(item));

    public ValueList<T> RemoveAll(Predicate<T> match) => new(Items.RemoveAll(match));

    /// <summary>As the query would tell, without making a sequence of it: cards ask this all the time.</summary>
    public bool Contains(T item) => Items.Contains(item);

    /// <inheritdoc cref="Contains"/>
    public bool Any(Func<T, bool> which)
    {
        foreach (var item in Items)
        {
            if (which(item)) return true;
        }

        return false;
    }

    public ReadOnlySpan<T> AsSpan() => Items.AsSpan();

    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();

    public bool Equals(ValueList<T> other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }

    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);
}

/// <summary>Makes value lists.</summary>
public static class ValueList
{
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new([.. items]);
}
