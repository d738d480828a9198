using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>
/// Where streams, sealed words, notices and the directory lie. Rows are bytes: a store knows no event, no person and no
/// key's use. Every write of one <see cref="Append"/> becomes durable together or not at all.
/// Only the committer calls <see cref="CommitAsync"/>, one call at a time; reads may come from any thread.
/// World faults (disk full, I/O, a damaged file) surface as <see cref="StoreException"/>, reads included.
/// Instants are kept to the tick, which is what clocks tell: 100 nanoseconds.
/// A store has read all bytes it was given when the call is over; the caller may use their memory again.
/// </summary>
public interface IAllianceStore : IAsyncDisposable
{
    /// <summary>32 random bytes made with the store: the key of the directory's hashes. The same for as long as the store lives.</summary>
    ReadOnlyMemory<byte> Secret { get; }

    /// <summary>Everything of one stream, in order; an unknown alliance is an empty stream of version 0.</summary>
    Task<StoredStream> LoadAsync(AllianceId alliance, CancellationToken ct);

    /// <summary>
    /// Makes a group of works durable, in order, with one fsync for all. A work that fails or conflicts takes along only
    /// the later ones of its own alliance, which end as it did: they were decided on what did not come to be. When the
    /// group as a whole cannot be made durable, <see cref="StoreException"/> is thrown and none of it happened.
    /// Cancelling is looked at once, before anything begins.
    /// </summary>
    /// <returns>One result per work, in the same order.</returns>
    ValueTask<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<StoreWork> group, CancellationToken ct);

    /// <summary>Alliances whose next due instant is not after <paramref name="now"/>, earliest first.</summary>
    Task<IReadOnlyList<DueAlliance>> DueAsync(Instant now, int atMost, CancellationToken ct);

    /// <summary>The earliest instant any alliance waits for, and any outbox row; null while nothing waits.</summary>
    Task<Instant?> NextAsync(CancellationToken ct);

    /// <summary>
    /// Rows of the outbox whose not-before is reached: earliest not-before first, then in the order they were written.
    /// Reading claims nothing: a claim is a <see cref="StoreWork"/> that moves the row to Sending and fails as a conflict
    /// when another has moved it.
    /// </summary>
    Task<IReadOnlyList<OutboxRow>> OutboxAsync(OutboxQuery query, CancellationToken ct);

    /// <summary>How many rows of the outbox there are in each state. It may read all of them, so it is asked seldom.</summary>
    Task<IReadOnlyDictionary<OutboxState, long>> OutboxCountsAsync(CancellationToken ct);

    /// <summary>The notices kept aside whose not-before is after <paramref name="after"/>; those that are over may be gone. See <see cref="NewNotice.InTurn"/>.</summary>
    Task<IReadOnlyList<KeptNotice>> InTurnAsync(Instant after, CancellationToken ct);

    /// <summary>The value kept under a directory key, or null.</summary>
    Task<ReadOnlyMemory<byte>?> FindAsync(DirectoryKey key, CancellationToken ct);

    /// <summary>All entries of one kind by id, for the directory's start and for the operator's counts.</summary>
    IAsyncEnumerable<DirectoryEntry> ListAsync(string kind, CancellationToken ct);

    /// <summary>
    /// The cards shown of a subject, newest first; or with a reader the ones shown to that reader. A message is there once,
    /// with what it showed last; what was shown without a message id is there once per subject, reader and conversation.
    /// </summary>
    Task<IReadOnlyList<ShownRow>> ShownAsync(AllianceId alliance, string subject, string? reader, int atMost, CancellationToken ct);

    /// <summary>The card that a message shows, by where it is and its message id; null for messages that are not ours.</summary>
    Task<ShownRow?> ShownAtAsync(string conversation, string message, CancellationToken ct);

    /// <summary>
    /// The most recent asks of an alliance, newest first, each once with the version it led to: to recognise after a
    /// restart what comes twice.
    /// </summary>
    Task<IReadOnlyList<RecentAsk>> RecentAsksAsync(AllianceId alliance, int atMost, CancellationToken ct);
}

/// <summary>A fault of the world under a store; nothing of the call happened.</summary>
public sealed class StoreException : Exception
{
    public StoreException()
    {
    }

    public StoreException(string message)
        : base(message)
    {
    }

    public StoreException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>The disk has no room: asks are answered with 503 until it has.</summary>
    public bool IsFull { get; init; }
}
