using System.Collections.Immutable;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Waiting items by the instant at which each next needs the clock. Kept as items change, never recomputed over all.</summary>
public sealed class DueIndex : IEquatable<DueIndex>
{
    public static readonly DueIndex Empty = new(
        ImmutableSortedSet.Create<DueItem>(Comparer<DueItem>.Create(static (a, b) =>
            a.At != b.At ? a.At.CompareTo(b.At) : Subject.Compare(a.Subject, b.Subject))),
        ImmutableSortedDictionary.Create<Subject, Instant>(Comparer<Subject>.Create(Subject.Compare)));

    private readonly ImmutableSortedSet<DueItem> order;
    private readonly ImmutableSortedDictionary<Subject, Instant> bySubject;

    private DueIndex(ImmutableSortedSet<DueItem> order, ImmutableSortedDictionary<Subject, Instant> bySubject) =>
        (this.order, this.bySubject) = (order, bySubject);

    /// <summary>The earliest instant, or null while nothing waits.</summary>
    public Instant? First => order.IsEmpty ? null : order.Min.At;

    public int Count => order.Count;

    /// <summary>When this subject next needs the clock, or null if it does not wait.</summary>
    public Instant? Of(Subject subject) => bySubject.TryGetValue(subject, out var at) ? at : null;

    /// <summary>The same index with the subject waiting for this instant, or not waiting at all.</summary>
    public DueIndex With(Subject subject, Instant? at)
    {
        var before = Of(subject);
        if (before == at) return this;
        var fewer = before is { } old ? order.Remove(new(old, subject)) : order;
        return at is { } next
            ? new(fewer.Add(new(next, subject)), bySubject.SetItem(subject, next))
            : new(fewer, bySubject.Remove(subject));
    }

    /// <summary>What is due at this instant, earliest first, at most so many.</summary>
    public IEnumerable<Subject> DueAt(Instant now, int atMost) =>
        order.TakeWhile(item => item.At <= now).Take(atMost).Select(static item => item.Subject);

    public bool Equals(DueIndex? other) => other is not null && order.SequenceEqual(other.order);

    public override bool Equals(object? obj) => Equals(obj as DueIndex);

    public override int GetHashCode() => order.Count;

    private readonly record struct DueItem(Instant At, Subject Subject);
}
