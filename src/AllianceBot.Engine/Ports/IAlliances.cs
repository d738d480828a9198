using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>The engine's face to the conversation: read a state, ask for a change.</summary>
public interface IAlliances
{
    /// <summary>The durable state of an alliance; null when there is none of that id.</summary>
    ValueTask<Alliance?> FindAsync(AllianceId alliance, CancellationToken ct);

    /// <summary>
    /// Sends a command through the alliance's mailbox: decided on the newest state, appended with its notices, and
    /// answered once durable. The same ask or the same transport again gets the same answer without an event.
    /// </summary>
    /// <exception cref="BusyException">256 wait already, or the store is away; nothing was done.</exception>
    ValueTask<Decided> AskAsync(AllianceId alliance, Command command, PersonId by, AskEnvelope envelope, CancellationToken ct);

    /// <summary>The revision of a subject that this person was last shown; null when none was, or it is not known any more.</summary>
    ValueTask<int?> SeenAsync(AllianceId alliance, Subject subject, PersonId person, CancellationToken ct);

    /// <summary>
    /// Keeps that a card is before somebody: called by the channel once it knows the message id of a posted answer.
    /// Never on the way of a turn's answer; a lost one costs one refresh.
    /// </summary>
    void Showed(ShownRow shown);

    /// <summary>Who is in a place, as its platform says now; see <see cref="IChannel.MembersAsync"/>.</summary>
    Task<PlaceMembers> MembersAsync(Address place, string page, CancellationToken ct);

    /// <summary>The clock that the bot lives by; in try mode it can be walked.</summary>
    IClock Clock { get; }

    /// <summary>A fresh id of 22 characters, for drafts and card instances.</summary>
    string NewId();
}

/// <summary>What a command brings along into its append.</summary>
/// <param name="Transport">The transport key; empty when there is none.</param>
public sealed record AskEnvelope(string Transport)
{
    /// <summary>Directory changes that stand or fall with the events: a handle linked, a place taken, a code used.</summary>
    public IReadOnlyList<DirectoryChange> Directory { get; init; } = [];

    /// <summary>
    /// The confirmation to the asker, written as a notice in the same append: an update of the tapped card, or one message
    /// for typed words. Null for asks that confirm themselves.
    /// </summary>
    public Confirmation? Confirm { get; init; }

    /// <summary>Typed words, normalised: the same again within 90 s on an unchanged item is the same ask. Null for buttons.</summary>
    public string? Typed { get; init; }

    /// <summary>Where it was asked.</summary>
    public string Conversation { get; init; } = "";
}

/// <summary>How the asker is told what was saved, durable with the change itself.</summary>
/// <param name="Where">Where the asker asked.</param>
/// <param name="Message">The tapped card's message, to be updated; empty for typed words, which get a new message at once.</param>
/// <param name="Subject">What the card shows.</param>
/// <param name="View">Which view of the subject the card shows.</param>
public sealed record Confirmation(Address Where, string Message, Subject Subject, string View)
{
    /// <summary>The turn's own answer shows the same card: the outbox sends only if the process dies before that answer.</summary>
    public bool InTurn { get; init; }

    /// <summary>The words above the card: a key and its facts ("saved.checkin").</summary>
    public string Key { get; init; } = "";

    public IReadOnlyList<Fact> Facts { get; init; } = [];
}

/// <summary>The outcome of a command with the state it was decided on or made.</summary>
/// <param name="Alliance">The state after it.</param>
/// <param name="Outcome">Events, refusal or nothing.</param>
public sealed record Decided(Alliance Alliance, Outcome Outcome)
{
    /// <summary>Its refusal, or null when it was done (now or before).</summary>
    public Refusal? Refusal => (Outcome as Outcome.Refused)?.Refusal;
}

/// <summary>Who is behind a handle, where people can be reached, which place belongs to which alliance. All keys are keyed hashes.</summary>
public interface IDirectory
{
    /// <summary>The person behind a handle, or null.</summary>
    ValueTask<PersonId?> PersonAsync(Handle handle, CancellationToken ct);

    /// <summary>The alliances a person is in, in the order of their ids.</summary>
    ValueTask<IReadOnlyList<AllianceId>> AlliancesAsync(PersonId person, CancellationToken ct);

    /// <summary>The alliance a place belongs to, or null.</summary>
    ValueTask<AllianceId?> PlaceAsync(Address place, CancellationToken ct);

    /// <summary>Where a place can be written to, by its keyed hash; null while nobody knows.</summary>
    ValueTask<Address?> PlaceAddressAsync(string place, CancellationToken ct);

    /// <summary>The places of a team that belong to alliances, each by keyed hash with its alliance. Reads all places: for what is rare.</summary>
    Task<IReadOnlyList<(string Place, AllianceId Alliance)>> PlacesOfTeamAsync(string channel, string team, CancellationToken ct);

    /// <summary>The alliance and subject that a one-time code opens, or null: unknown, used and expired look the same.</summary>
    ValueTask<CodeEntry?> CodeAsync(string codeHash, CancellationToken ct);

    /// <summary>The private address of a person, or null while nobody knows one.</summary>
    ValueTask<Address?> AddressAsync(PersonId person, CancellationToken ct);

    /// <summary>
    /// Keeps what an inbound ask tells of addresses: service URL, conversation, platform id. Written only when it
    /// changed, and never on the way of the turn's answer.
    /// </summary>
    void Saw(Ask ask, PersonId? person);

    /// <summary>Nobody knows any more where to write to this person: what is for them waits until they are heard again.</summary>
    void Forget(PersonId person);

    /// <summary>The alliance last used by this person in this conversation within 8 hours, or null.</summary>
    AllianceId? LastUsed(PersonId person, string conversation, Instant now);

    /// <summary>Remembers it. A lost memory costs one question, so it is not durable.</summary>
    void Used(PersonId person, string conversation, AllianceId alliance, Instant now);

    /// <summary>The keyed hash of a code, a place or a handle: the same text always gives the same 22 characters.</summary>
    string Hash(string kind, string text);

    /// <summary>A directory change that links a handle to a person, unless somebody has it already.</summary>
    DirectoryChange Link(Handle handle, PersonId person);

    /// <summary>Changes that enter, or take out, a person's membership.</summary>
    DirectoryChange Member(PersonId person, AllianceId alliance, bool isIn);

    /// <summary>
    /// Changes that let go of a person who is erased from this alliance: the membership; and where it was the last one, the
    /// handles by which the person was found and the address. Reads all handles: for what is rare.
    /// </summary>
    Task<IReadOnlyList<DirectoryChange>> EraseAsync(PersonId person, AllianceId alliance, CancellationToken ct);

    /// <summary>A change that gives a place to an alliance, or frees it.</summary>
    DirectoryChange Place(Address place, AllianceId? alliance);

    /// <summary>A change that keeps a code for an invitation or a link, or removes it once used.</summary>
    DirectoryChange Code(string codeHash, CodeEntry? entry);
}

/// <summary>What a one-time code opens.</summary>
public sealed record CodeEntry(AllianceId Alliance, Subject Subject);
