using System.Collections.Immutable;
using System.Diagnostics;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>All that a memory store holds, unchangeable: a work gives the next contents or is dropped with all it did.</summary>
internal sealed record StoreContents
{
    public static readonly StoreContents Empty = new();

    private static readonly Comparer<(Instant At, string Alliance)> ByInstant = Comparer<(Instant At, string Alliance)>.Create(
        (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : string.CompareOrdinal(a.Alliance, b.Alliance));

    private ImmutableDictionary<AllianceId, StreamContents> Streams { get; init; } =
        ImmutableDictionary<AllianceId, StreamContents>.Empty;

    private ImmutableSortedSet<(Instant At, string Alliance)> Dues { get; init; } =
        ImmutableSortedSet<(Instant, string)>.Empty.WithComparer(ByInstant);

    private ImmutableDictionary<string, ImmutableSortedDictionary<string, byte[]>> Directory { get; init; } =
        ImmutableDictionary<string, ImmutableSortedDictionary<string, byte[]>>.Empty.WithComparers(StringComparer.Ordinal);

    private ImmutableList<KeptNotice> Aside { get; init; } = [];

    public OutboxContents Outbox { get; private init; } = new();

    public ShownContents Shown { get; private init; } = new();

    public (CommitResult Result, StoreContents Contents) Apply(StoreWork work)
    {
        var (result, after) = work switch
        {
            Append append => Append(append),
            MoveNotice move => Move(move),
            AddNotices add => Add(add),
            Tidy tidy => (CommitResult.Done, this with { Outbox = Outbox.Without(tidy), Shown = Shown.Without(tidy) }),
            Note note => Note(note),
            _ => throw new UnreachableException($"No store knows {work.GetType().Name}."),
        };
        return (result, result == CommitResult.Done ? after : this);
    }

    public StoredStream Load(AllianceId alliance)
    {
        var stream = Stream(alliance);
        return new StoredStream(stream.Events.Count, stream.Events, stream.Words, stream.Keys);
    }

    public IReadOnlyList<DueAlliance> Due(Instant now, int atMost) =>
        [.. Dues.TakeWhile(due => due.At <= now).Take(atMost).Select(due => new DueAlliance(new AllianceId(due.Alliance), due.At))];

    public Instant? Next()
    {
        Instant? due = Dues.IsEmpty ? null : Dues.Min.At;
        return due is { } first && Outbox.Next is { } other ? Instant.Min(first, other) : due ?? Outbox.Next;
    }

    public IReadOnlyList<KeptNotice> InTurn(Instant after) => [.. Aside.Where(kept => kept.Notice.NotBefore > after)];

    public ReadOnlyMemory<byte>? Find(DirectoryKey key)
    {
        // Not a conditional: its null would become an empty array, and so a value.
        if (Directory.GetValueOrDefault(key.Kind) is { } entries && entries.TryGetValue(key.Id, out var value)) return value;
        return null;
    }

    public IReadOnlyList<DirectoryEntry> List(string kind) => Directory.TryGetValue(kind, out var entries)
        ? [.. entries.Select(entry => new DirectoryEntry(new DirectoryKey(kind, entry.Key), entry.Value))]
        : [];

    public IReadOnlyList<RecentAsk> RecentAsks(AllianceId alliance, int atMost)
    {
        var events = Stream(alliance).Events;
        return [.. events.Select((row, i) => new RecentAsk(row.Ask, row.Transport, i + 1)).Reverse()
            .DistinctBy(ask => ask.Ask).Take(atMost)];
    }

    private (CommitResult, StoreContents) Append(Append append)
    {
        var stream = Stream(append.Of);
        if (stream.Events.Count != append.ExpectedVersion) return (CommitResult.Conflict, this);
        if (stream.With(append) is not { } next) return (CommitResult.Failed, this);
        if (Change(append.Directory) is not { } after) return (CommitResult.Conflict, this);
        var dues = stream.NextDue is { } old ? Dues.Remove((old, append.Of.Value)) : Dues;
        return (CommitResult.Done, after with
        {
            Streams = Streams.SetItem(append.Of, next),
            Dues = append.NextDue is { } due ? dues.Add((due, append.Of.Value)) : dues,
            Outbox = Outbox.Add(append.Of, append.Notices),
            Aside = Keep(append.Of, append.Notices),
            Shown = Shown.Add(append.Shown),
        });
    }

    private ImmutableList<KeptNotice> Keep(AllianceId alliance, IReadOnlyList<NewNotice> notices)
    {
        var aside = Aside;
        foreach (var notice in notices)
        {
            if (notice.InTurn is not { } at) continue;
            aside = aside.RemoveAll(kept => kept.Notice.NotBefore <= at).Add(new(alliance, notice with { Json = notice.Json.ToArray() }));
        }

        return aside;
    }

    private (CommitResult, StoreContents) Move(MoveNotice move) => Outbox.Move(move) is { } outbox
        ? (CommitResult.Done, this with { Outbox = outbox, Shown = move.Shown is { } shown ? Shown.Add([shown]) : Shown })
        : (CommitResult.Conflict, this);

    private (CommitResult, StoreContents) Add(AddNotices add) => Change(add.Directory) is { } after
        ? (CommitResult.Done, after with { Outbox = Outbox.Add(add.Of, add.Notices) })
        : (CommitResult.Conflict, this);

    private (CommitResult, StoreContents) Note(Note note) => Change(note.Directory) is { } after
        ? (CommitResult.Done, after with { Shown = Shown.Add(note.Shown) })
        : (CommitResult.Conflict, this);

    private StoreContents? Change(IReadOnlyList<DirectoryChange> changes)
    {
        var directory = Directory;
        foreach (var (key, value, onlyIfNew) in changes)
        {
            var entries = directory.GetValueOrDefault(key.Kind) ?? ImmutableSortedDictionary<string, byte[]>.Empty.WithComparers(StringComparer.Ordinal);
            if (onlyIfNew && entries.ContainsKey(key.Id)) return null;
            directory = directory.SetItem(key.Kind, value is { } bytes ? entries.SetItem(key.Id, bytes.ToArray()) : entries.Remove(key.Id));
        }

        return this with { Directory = directory };
    }

    private StreamContents Stream(AllianceId alliance) => Streams.GetValueOrDefault(alliance) ?? StreamContents.Empty;
}
