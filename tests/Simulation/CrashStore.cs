using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;

namespace Simulation;

/// <summary>A store on which the process can die: just before a commit, or just after it and before anybody hears of it.</summary>
internal sealed class CrashStore(MemoryStore inner) : IAllianceStore
{
    private static readonly TaskCompletionSource<IReadOnlyList<CommitResult>> Never = new();

    /// <summary>Dies at the next commit; true after it, false before it.</summary>
    public bool? DiesAfterCommit { get; set; }

    /// <summary>The process is dead: whatever it still does leads nowhere.</summary>
    public bool IsDead { get; private set; }

    public ReadOnlyMemory<byte> Secret => inner.Secret;

    public async ValueTask<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<StoreWork> group, CancellationToken ct)
    {
        if (!IsDead && DiesAfterCommit is null) return await inner.CommitAsync(group, ct);
        if (!IsDead && DiesAfterCommit == true) await inner.CommitAsync(group, ct);
        IsDead = true;
        return await Never.Task;
    }

    public Task<StoredStream> LoadAsync(AllianceId alliance, CancellationToken ct) => inner.LoadAsync(alliance, ct);

    public Task<IReadOnlyList<DueAlliance>> DueAsync(Instant now, int atMost, CancellationToken ct) => inner.DueAsync(now, atMost, ct);

    public Task<Instant?> NextAsync(CancellationToken ct) => inner.NextAsync(ct);

    public Task<IReadOnlyList<OutboxRow>> OutboxAsync(OutboxQuery query, CancellationToken ct) => inner.OutboxAsync(query, ct);

    public Task<ReadOnlyMemory<byte>?> FindAsync(DirectoryKey key, CancellationToken ct) => inner.FindAsync(key, ct);

    public IAsyncEnumerable<DirectoryEntry> ListAsync(string kind, CancellationToken ct) => inner.ListAsync(kind, ct);

    public Task<IReadOnlyList<ShownRow>> ShownAsync(AllianceId alliance, string subject, string? reader, int atMost, CancellationToken ct) =>
        inner.ShownAsync(alliance, subject, reader, atMost, ct);

    public Task<ShownRow?> ShownAtAsync(string conversation, string message, CancellationToken ct) => inner.ShownAtAsync(conversation, message, ct);

    public Task<IReadOnlyList<RecentAsk>> RecentAsksAsync(AllianceId alliance, int atMost, CancellationToken ct) =>
        inner.RecentAsksAsync(alliance, atMost, ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
