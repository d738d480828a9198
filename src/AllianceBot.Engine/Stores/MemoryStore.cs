using System.Runtime.CompilerServices;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>
/// The reference of what a store does, in memory: what is committed outlives every engine put on top of it, so a
/// simulation kills the engine and keeps the store. Faults of the world are ordered beforehand.
/// </summary>
public sealed class MemoryStore : IAllianceStore
{
    private readonly Lock gate = new();
    private readonly byte[] secret;
    private readonly HashSet<AllianceId> conflicting = [];
    private StoreException? nextFault;
    private volatile StoreContents contents = StoreContents.Empty;

    /// <param name="secret">32 bytes; without them a fixed secret, so that a simulation repeats itself.</param>
    public MemoryStore(ReadOnlyMemory<byte> secret = default) => this.secret = secret.IsEmpty ? new byte[32] : secret.ToArray();

    public ReadOnlyMemory<byte> Secret => secret;

    /// <summary>The next commit throws this, and nothing of its group happens.</summary>
    public void FailNext(StoreException fault)
    {
        lock (gate) nextFault = fault;
    }

    /// <summary>The next append of this alliance ends as a conflict, as if another node had been first.</summary>
    public void ConflictNext(AllianceId alliance)
    {
        lock (gate) conflicting.Add(alliance);
    }

    public ValueTask<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<StoreWork> group, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (nextFault is { } fault)
            {
                nextFault = null;
                throw fault;
            }

            var next = contents;
            var results = new CommitResult[group.Count];
            var fallen = new Dictionary<AllianceId, CommitResult>();
            for (var i = 0; i < results.Length; i++) (results[i], next) = Apply(group[i], next, fallen);
            contents = next;
            return ValueTask.FromResult<IReadOnlyList<CommitResult>>(results);
        }
    }

    public Task<StoredStream> LoadAsync(AllianceId alliance, CancellationToken ct) => Read(it => it.Load(alliance), ct);

    public Task<IReadOnlyList<DueAlliance>> DueAsync(Instant now, int atMost, CancellationToken ct) =>
        Read(it => it.Due(now, atMost), ct);

    public Task<Instant?> NextAsync(CancellationToken ct) => Read(it => it.Next(), ct);

    public Task<IReadOnlyList<OutboxRow>> OutboxAsync(OutboxQuery query, CancellationToken ct) =>
        Read(it => it.Outbox.Read(query), ct);

    public Task<IReadOnlyDictionary<OutboxState, long>> OutboxCountsAsync(CancellationToken ct) => Read(it => it.Outbox.Counts(), ct);

    public Task<IReadOnlyList<KeptNotice>> InTurnAsync(Instant after, CancellationToken ct) => Read(it => it.InTurn(after), ct);

    public Task<ReadOnlyMemory<byte>?> FindAsync(DirectoryKey key, CancellationToken ct) => Read(it => it.Find(key), ct);

    public async IAsyncEnumerable<DirectoryEntry> ListAsync(string kind, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var entry in await Read(it => it.List(kind), ct))
        {
            ct.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    public Task<IReadOnlyList<ShownRow>> ShownAsync(
        AllianceId alliance, string subject, string? reader, int atMost, CancellationToken ct) =>
        Read(it => it.Shown.Of(alliance, subject, reader, atMost), ct);

    public Task<ShownRow?> ShownAtAsync(string conversation, string message, CancellationToken ct) =>
        Read(it => it.Shown.At(conversation, message), ct);

    public Task<IReadOnlyList<RecentAsk>> RecentAsksAsync(AllianceId alliance, int atMost, CancellationToken ct) =>
        Read(it => it.RecentAsks(alliance, atMost), ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private (CommitResult Result, StoreContents Contents) Apply(
        StoreWork work, StoreContents before, Dictionary<AllianceId, CommitResult> fallen)
    {
        if (work.Alliance is not { } alliance) return before.Apply(work);
        if (fallen.TryGetValue(alliance, out var earlier)) return (earlier, before);
        var outcome = conflicting.Remove(alliance) ? (CommitResult.Conflict, before) : before.Apply(work);
        if (outcome.Item1 != CommitResult.Done) fallen.Add(alliance, outcome.Item1);
        return outcome;
    }

    private Task<T> Read<T>(Func<StoreContents, T> read, CancellationToken ct) =>
        ct.IsCancellationRequested ? Task.FromCanceled<T>(ct) : Task.FromResult(read(contents));
}
