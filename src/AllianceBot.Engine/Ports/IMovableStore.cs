using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>
/// A store that gives and takes everything it holds, so that it can be moved to a store of another kind. Nobody else uses
/// either of the two meanwhile.
/// </summary>
public interface IMovableStore : IAllianceStore
{
    /// <summary>
    /// Everything but the secret: the streams by id, each with its events in order and its words and keys as they were
    /// written; then the outbox by row, what turns keep aside by its not-before, the directory by kind and id, the cards
    /// shown as they were written.
    /// </summary>
    IEnumerable<MovedRow> Everything(CancellationToken ct);

    /// <summary>Takes the secret and all rows of another store, in that order, durable together or not at all.</summary>
    /// <exception cref="StoreException">There is something in this store already.</exception>
    void Take(ReadOnlyMemory<byte> fromSecret, IEnumerable<MovedRow> rows, CancellationToken ct);
}

/// <summary>One row on its way to another store.</summary>
public abstract record MovedRow;

/// <summary>Where a stream stands; its rows follow.</summary>
public sealed record MovedStream(AllianceId Alliance, long Version, Instant? Due) : MovedRow;

/// <summary>An event.</summary>
public sealed record MovedEvent(AllianceId Alliance, long Version, EventRow Event) : MovedRow;

/// <summary>Sealed words, or the mark that an id was used by words that are gone.</summary>
public sealed record MovedWords(AllianceId Alliance, WordsRow Words, bool Gone) : MovedRow;

/// <summary>The key of a living shelf.</summary>
public sealed record MovedKey(AllianceId Alliance, KeyRow Key) : MovedRow;

/// <summary>A notice, settled or not.</summary>
public sealed record MovedNotice(OutboxRow Notice) : MovedRow;

/// <summary>A notice that a turn shows by itself.</summary>
public sealed record MovedAside(KeptNotice Kept) : MovedRow;

/// <summary>An entry of the directory.</summary>
public sealed record MovedEntry(DirectoryEntry Entry) : MovedRow;

/// <summary>A card that somebody has before them.</summary>
public sealed record MovedCard(ShownRow Card) : MovedRow;
