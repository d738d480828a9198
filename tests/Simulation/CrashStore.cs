using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;

namespace Simulation;

/// <summary>
/// A store whose disk fails, where another node is faster, and on which the process can die: just before a commit, or just
/// after it and before anybody hears of it.
/// </summary>
internal sealed class CrashStore(IAllianceStore inner) : IAllianceStore
{
    private static readonly TaskCompletionSource<IReadOnlyList<CommitResult>> Never = new();

    /// <summary>The next commit throws, and nothing of it happens.</summary>
    public bool FailsNext { get; set; }

    /// <summary>The next group's appends of this alliance end as conflicts.</summary>
    public AllianceId? ConflictsNext { get; set; }

    /// <summary>Dies at the next commit; true after it, false before it.</summary>
    public bool? DiesAfterCommit { get; set; }

    /// <summary>The process is dead: whatever it still does leads nowhere.</summary>
    public bool IsDead { get; private set; }

    public ReadOnlyMemory<byte> Secret => inner.Secret;

    public async ValueTask<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<StoreWork> group, CancellationToken ct)
    {
        if (!IsDead && DiesAfterCommit is null) return await WriteAsync(group, ct);
        if (!IsDead && DiesAfterCommit == true) await inner.CommitAsync(group, ct);
        IsDead = true;
        return await Never.Task;
    }

    public Task<StoredStream> LoadAsync(AllianceId alliance, CancellationToken ct) => inner.LoadAsync(alliance, ct);

    public Task<IReadOnlyList<DueAlliance>> DueAsync(Instant now, int atMost, CancellationToken ct) => inner.DueAsync(now, atMost, ct);

    public Task<Instant?> NextAsync(CancellationToken ct) => inner.NextAsync(ct);

    public Task<IReadOnlyList<OutboxRow>> OutboxAsync(OutboxQuery query, CancellationToken ct) => inner.OutboxAsync(query, ct);

    public Task<IReadOnlyDictionary<OutboxState, long>> OutboxCountsAsync(CancellationToken ct) => inner.OutboxCountsAsync(ct);

    public Task<IReadOnlyList<KeptNotice>> InTurnAsync(Instant after, CancellationToken ct) => inner.InTurnAsync(after, ct);

    public Task<ReadOnlyMemory<byte>?> FindAsync(DirectoryKey key, CancellationToken ct) => inner.FindAsync(key, ct);

    public IAsyncEnumerable<DirectoryEntry> ListAsync(string kind, CancellationToken ct) => inner.ListAsync(kind, ct);

    public Task<IReadOnlyList<ShownRow>> ShownAsync(AllianceId alliance, string subject, string? reader, int atMost, CancellationToken ct) =>
        inner.ShownAsync(alliance, subject, reader, atMost, ct);

    public Task<ShownRow?> ShownAtAsync(string conversation, string message, CancellationToken ct) => inner.ShownAtAsync(conversation, message, ct);

    public Task<IReadOnlyList<RecentAsk>> RecentAsksAsync(AllianceId alliance, int atMost, CancellationToken ct) =>
        inner.RecentAsksAsync(alliance, atMost, ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<IReadOnlyList<CommitResult>> WriteAsync(IReadOnlyList<StoreWork> group, CancellationToken ct)
    {
        if (FailsNext)
        {
            FailsNext = false;
            throw new StoreException("The disk is away.");
        }

        if (ConflictsNext is not { } slower || group.All(work => work.Alliance != slower)) return await inner.CommitAsync(group, ct);
        ConflictsNext = null;
        var others = await inner.CommitAsync([.. group.Where(work => work.Alliance != slower)], ct);
        var next = 0;
        return [.. group.Select(work => work.Alliance == slower ? CommitResult.Conflict : others[next++])];
    }
}
