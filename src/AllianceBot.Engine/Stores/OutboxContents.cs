using System.Collections.Immutable;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>The notices of a memory store: all of them by row, and those on their way by the instant they wait for.</summary>
internal sealed record OutboxContents
{
    private static readonly Comparer<(Instant At, long Row)> ByInstant = Comparer<(Instant At, long Row)>.Create(
        (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Row.CompareTo(b.Row));

    private static readonly ImmutableSortedSet<(Instant At, long Row)> None =
        ImmutableSortedSet<(Instant At, long Row)>.Empty.WithComparer(ByInstant);

    private ImmutableDictionary<long, OutboxRow> Rows { get; init; } = ImmutableDictionary<long, OutboxRow>.Empty;

    private long Last { get; init; }

    private ImmutableHashSet<(AllianceId, string Key)> OnTheWay { get; init; } = [];

    private ImmutableSortedSet<(Instant At, long Row)> Waiting { get; init; } = None;

    private ImmutableSortedSet<(Instant At, long Row)> Sending { get; init; } = None;

    private ImmutableSortedSet<(Instant At, long Row)> Settled { get; init; } = None;

    public Instant? Next => (Waiting.IsEmpty, Sending.IsEmpty) switch
    {
        (true, true) => null,
        (false, true) => Waiting.Min.At,
        (true, false) => Sending.Min.At,
        _ => Instant.Min(Waiting.Min.At, Sending.Min.At),
    };

    public IReadOnlyList<OutboxRow> Read(OutboxQuery query) =>
        [.. Place(query.State).TakeWhile(it => it.At <= query.Now).Select(it => Rows[it.Row])
            .Where(row => query.Alliance is not { } alliance || row.Alliance == alliance)
            .Where(row => query.State == OutboxState.Pending || row.State == query.State)
            .Take(query.AtMost)];

    public OutboxContents Add(AllianceId alliance, IReadOnlyList<NewNotice> notices) => notices.Aggregate(this, (after, notice) =>
        notice.InTurn is not null || after.OnTheWay.Contains((alliance, notice.Key)) ? after : after.Put(new OutboxRow(
            after.Last + 1, alliance, notice.Key, OutboxState.Pending, notice.NotBefore, 0, null, notice.Json.ToArray())));

    /// <summary>The row moved and its replacements added; null when the row is not where the mover saw it.</summary>
    public OutboxContents? Move(MoveNotice move)
    {
        if (!Rows.TryGetValue(move.Row, out var row) || row.State != move.From || row.Alliance != move.Of) return null;
        if (!row.State.IsOnTheWay && move.To.IsOnTheWay && OnTheWay.Contains((row.Alliance, row.Key))) return null;
        var moved = row with { State = move.To, NotBefore = move.NotBefore, Attempts = move.Attempts, Node = move.Node };
        return Take(row).Put(moved).Add(row.Alliance, move.Instead);
    }

    private OutboxContents Take(OutboxRow row) => Reindexed(row, set => set.Remove((row.NotBefore, row.Row))) with
    {
        OnTheWay = OnTheWay.Remove((row.Alliance, row.Key)),
    };

    public IReadOnlyDictionary<OutboxState, long> Counts() =>
        Rows.Values.GroupBy(static row => row.State).ToDictionary(static rows => rows.Key, static rows => (long)rows.Count());

    public OutboxContents Without(Tidy tidy)
    {
        var over = Settled.TakeWhile(it => it.At < tidy.Settled).Where(it => Rows[it.Row].State.IsOver).Take(tidy.AtMost).ToList();
        return this with { Settled = Settled.Except(over), Rows = Rows.RemoveRange(over.Select(static it => it.Row)) };
    }

    private OutboxContents Put(OutboxRow row) => Reindexed(row, set => set.Add((row.NotBefore, row.Row))) with
    {
        Last = Math.Max(Last, row.Row),
        Rows = Rows.SetItem(row.Row, row),
        OnTheWay = row.State.IsOnTheWay ? OnTheWay.Add((row.Alliance, row.Key)) : OnTheWay,
    };

    private OutboxContents Reindexed(
        OutboxRow row, Func<ImmutableSortedSet<(Instant At, long Row)>, ImmutableSortedSet<(Instant At, long Row)>> change) => row.State switch
        {
            { IsWaiting: true } => this with { Waiting = change(Waiting) },
            OutboxState.Sending => this with { Sending = change(Sending) },
            _ => this with { Settled = change(Settled) },
        };

    private ImmutableSortedSet<(Instant At, long Row)> Place(OutboxState state) => state switch
    {
        { IsWaiting: true } => Waiting,
        OutboxState.Sending => Sending,
        _ => Settled,
    };
}
