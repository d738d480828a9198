using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>One stream as it lies in a store.</summary>
/// <param name="Version">The number of events.</param>
/// <param name="Events">In order, version 1 first.</param>
/// <param name="Words">Sealed words that are still there.</param>
/// <param name="Keys">The keys of the shelves that are still there.</param>
public sealed record StoredStream(
    long Version, IReadOnlyList<EventRow> Events, IReadOnlyList<WordsRow> Words, IReadOnlyList<KeyRow> Keys);

/// <summary>An event as stored.</summary>
/// <param name="Name">The fixed name with its version.</param>
/// <param name="Json">UTF-8, without the text of words.</param>
/// <param name="Ask">The ask that caused it.</param>
/// <param name="Transport">The transport key the ask came with, brought to 22 characters; null for strikes.</param>
public sealed record EventRow(string Name, ReadOnlyMemory<byte> Json, string Ask, string? Transport);

/// <summary>A text, sealed with its shelf's key. Its id is used once in its alliance, also after the text is gone.</summary>
public sealed record WordsRow(string Id, string Shelf, ReadOnlyMemory<byte> Sealed);

/// <summary>The key of a shelf. With the row gone, everything on the shelf is gone.</summary>
public sealed record KeyRow(string Shelf, ReadOnlyMemory<byte> Key);

/// <summary>One thing to be made durable: an append to a stream, or a change beside the streams.</summary>
/// <param name="Alliance">Whose; works of one alliance stand or fall in order. Null for works of no alliance.</param>
public abstract record StoreWork(AllianceId? Alliance);

/// <summary>Events with all they bring along, in one transaction.</summary>
public sealed record Append(AllianceId Of, long ExpectedVersion) : StoreWork(Of)
{
    public IReadOnlyList<EventRow> Events { get; init; } = [];

    public IReadOnlyList<WordsRow> Words { get; init; } = [];

    /// <summary>New shelves' keys; a key for a shelf that has one makes the append fail. Erasures of the same append come first.</summary>
    public IReadOnlyList<KeyRow> Keys { get; init; } = [];

    /// <summary>Words that die, by id.</summary>
    public IReadOnlyList<string> EraseWords { get; init; } = [];

    /// <summary>Shelves that die, with all their words; the store leaves no byte of them in its files.</summary>
    public IReadOnlyList<string> EraseShelves { get; init; } = [];

    public IReadOnlyList<NewNotice> Notices { get; init; } = [];

    public IReadOnlyList<ShownRow> Shown { get; init; } = [];

    public IReadOnlyList<DirectoryChange> Directory { get; init; } = [];

    /// <summary>When this alliance next needs the clock; null takes it out of the due index.</summary>
    public Instant? NextDue { get; init; }
}

/// <summary>A notice to be kept in the outbox.</summary>
/// <param name="Key">
/// Subject, kind, occurrence and recipient: the same key again in this alliance while the first is on its way is the same
/// notice and is not stored twice. Once it is settled the occurrence in the key keeps it apart, as looking up every
/// notice ever sent would cost each append a random page.
/// </param>
/// <param name="NotBefore">Not to be sent earlier.</param>
/// <param name="Json">The notice, ids and facts only.</param>
public sealed record NewNotice(string Key, Instant NotBefore, ReadOnlyMemory<byte> Json)
{
    /// <summary>
    /// When it was written, for a notice that the turn shows by itself: it is not put into the outbox but kept aside, to be
    /// found by <see cref="IAllianceStore.InTurnAsync"/> should the process die. Over once another such notice was written
    /// at its not-before or later; a store then uses its place for others. Null: an ordinary notice.
    /// </summary>
    public Instant? InTurn { get; init; }
}

/// <summary>A notice that was kept aside.</summary>
public sealed record KeptNotice(AllianceId Alliance, NewNotice Notice);

/// <summary>Moves a row of the outbox, if it still is where the mover saw it.</summary>
/// <param name="Row">The row.</param>
/// <param name="From">Where it was seen; anything else is a conflict and nothing happens.</param>
/// <param name="To">Where it goes.</param>
/// <param name="NotBefore">For Held and Retry: when to look again. For Sending: the deadline after which it becomes Unknown.</param>
/// <param name="Attempts">How often a send was begun.</param>
public sealed record MoveNotice(AllianceId Of, long Row, OutboxState From, OutboxState To, Instant NotBefore, int Attempts)
    : StoreWork((AllianceId?)null)
{
    /// <summary>The card that was sent with it, when it was.</summary>
    public ShownRow? Shown { get; init; }

    /// <summary>Rows that replace it: a role resolved to several people.</summary>
    public IReadOnlyList<NewNotice> Instead { get; init; } = [];

    /// <summary>The node that sends.</summary>
    public string? Node { get; init; }
}

/// <summary>Notices that no append brings along.</summary>
public sealed record AddNotices(AllianceId Of, IReadOnlyList<NewNotice> Notices) : StoreWork((AllianceId?)null)
{
    /// <summary>Directory changes that stand or fall with them: what is to be told once takes a key.</summary>
    public IReadOnlyList<DirectoryChange> Directory { get; init; } = [];
}

/// <summary>
/// Removes what is over: notices settled before an instant, and cards shown before another that are neither among the newest
/// <see cref="EngineLimits.RefreshedCards"/> of their subject nor the newest of their reader there. What may have arrived or
/// not (Unknown) stays as its record. A row's number is never given again: deliveries are told by it.
/// </summary>
/// <param name="Settled">Notices settled before then.</param>
/// <param name="Shown">Cards shown before then.</param>
/// <param name="AtMost">So many rows are looked at at most; the next time it goes on from there.</param>
public sealed record Tidy(Instant Settled, Instant Shown, int AtMost) : StoreWork((AllianceId?)null);

/// <summary>Changes of the directory or of shown cards beside any stream.</summary>
public sealed record Note(IReadOnlyList<DirectoryChange> Directory, IReadOnlyList<ShownRow> Shown) : StoreWork((AllianceId?)null);

/// <summary>How one work of a group ended.</summary>
public enum CommitResult
{
    /// <summary>Durable.</summary>
    Done,

    /// <summary>Another was first: version, row state or directory key were not as expected. Nothing of it happened.</summary>
    Conflict,

    /// <summary>It cannot be written, however often it is tried. Nothing of it happened.</summary>
    Failed,
}

/// <summary>An alliance whose time has come.</summary>
public sealed record DueAlliance(AllianceId Alliance, Instant At);

/// <summary>A notice in the outbox.</summary>
public sealed record OutboxRow(
    long Row, AllianceId Alliance, string Key, OutboxState State, Instant NotBefore, int Attempts, string? Node, ReadOnlyMemory<byte> Json);

/// <summary>Which rows to read.</summary>
/// <param name="Now">Rows whose not-before is not after this.</param>
/// <param name="AtMost">So many at most.</param>
/// <param name="State">Only these: Pending also gives Held and Retry; Sending gives those past their deadline.</param>
public sealed record OutboxQuery(Instant Now, int AtMost, OutboxState State = OutboxState.Pending)
{
    /// <summary>Only rows of this alliance; null for all.</summary>
    public AllianceId? Alliance { get; init; }
}

/// <summary>Where a notice stands on its way.</summary>
public enum OutboxState
{
    Pending,
    Held,
    Sending,
    Sent,
    Retry,
    Unknown,
    Unreachable,
    Obsolete,
}

/// <summary>What states mean to whoever looks for rows.</summary>
public static class OutboxStates
{
    extension(OutboxState state)
    {
        /// <summary>It waits for its not-before and may then be claimed.</summary>
        public bool IsWaiting => state is OutboxState.Pending or OutboxState.Held or OutboxState.Retry;

        /// <summary>Settled, and nobody will ask for it again.</summary>
        public bool IsOver => state is OutboxState.Sent or OutboxState.Unreachable or OutboxState.Obsolete;

        /// <summary>Not settled yet: it waits or is being sent.</summary>
        public bool IsOnTheWay => state.IsWaiting || state == OutboxState.Sending;
    }
}

/// <summary>A key of the directory: a kind ("handle", "person", "address", "place", "code", "alliance", "setting") and an id or keyed hash.</summary>
public readonly record struct DirectoryKey(string Kind, string Id);

/// <summary>Puts or removes a directory entry.</summary>
/// <param name="Key">Which.</param>
/// <param name="Value">The new value; null removes it.</param>
/// <param name="OnlyIfNew">Conflict when the key is taken: a handle, a place, a code belongs to one only.</param>
public sealed record DirectoryChange(DirectoryKey Key, ReadOnlyMemory<byte>? Value, bool OnlyIfNew = false);

/// <summary>An entry of the directory.</summary>
public sealed record DirectoryEntry(DirectoryKey Key, ReadOnlyMemory<byte> Value);

/// <summary>A card that somebody has before them.</summary>
/// <param name="Alliance">Whose.</param>
/// <param name="Subject">What it shows.</param>
/// <param name="Reader">The person's id, or the place's key.</param>
/// <param name="Conversation">Where it is, as a key of the channel's conversations.</param>
/// <param name="Message">The message's id there; empty when the channel gave none.</param>
/// <param name="Revision">The revision of the subject that it shows.</param>
/// <param name="View">Which view of the subject.</param>
public sealed record ShownRow(
    AllianceId Alliance, string Subject, string Reader, string Conversation, string Message, int Revision, string View, Instant At);

/// <summary>An ask that was answered with events.</summary>
public sealed record RecentAsk(string Ask, string? Transport, long Version);
