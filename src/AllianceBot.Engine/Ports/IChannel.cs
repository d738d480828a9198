using NodaTime;

namespace AllianceBot.Engine;

/// <summary>A way out to people: one platform. Stateless towards the engine; it keeps only tokens, connections and rate windows.</summary>
public interface IChannel
{
    /// <summary>The channel's name as in handles and addresses: "msteams".</summary>
    string Name { get; }

    /// <summary>Posts a new message. Never repeats by itself what may have arrived.</summary>
    Task<Sending> SendAsync(Address to, Message message, CancellationToken ct);

    /// <summary>Replaces a message of ours. Safe to repeat.</summary>
    Task<Sending> UpdateAsync(Address to, string messageId, Message message, CancellationToken ct);

    /// <summary>Finds or opens the private conversation with a person known only by an address in a place; safe to repeat.</summary>
    /// <returns>The private address, or why there is none.</returns>
    Task<Reached> ReachAsync(Address person, CancellationToken ct);

    /// <summary>Who is in a place, page by page; safe to repeat. The bot itself is not among them.</summary>
    /// <param name="place">A team channel or a group chat.</param>
    /// <param name="page">Empty for the first page; else <see cref="PlaceMembers.Next"/> of the one before.</param>
    Task<PlaceMembers> MembersAsync(Address place, string page, CancellationToken ct);
}

/// <summary>A page of the people in a place.</summary>
/// <param name="Sending">How asking went; without <see cref="SendFate.Done"/> there is nobody in it.</param>
/// <param name="Next">Names the next page; empty when this was the last.</param>
public sealed record PlaceMembers(Sending Sending, IReadOnlyList<PlaceMember> Members, string Next)
{
    /// <summary>Nobody can be named.</summary>
    public static PlaceMembers None(Sending sending) => new(sending, [], "");
}

/// <summary>Somebody in a place.</summary>
/// <param name="Who">The account.</param>
/// <param name="Where">Where it is known from: the place, with the platform's id of the person there.</param>
/// <param name="ShownName">The name the platform shows; a hint only.</param>
public sealed record PlaceMember(Handle Who, Address Where, string ShownName);

/// <summary>
/// Where a person or a place can be written to on a channel. No identity: it changes, and is renewed by every message
/// that comes in. Kept sealed in the directory.
/// </summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="ServiceUrl">The connector's base, vetted by the channel before each use.</param>
/// <param name="Conversation">The conversation's id; empty while only the person is known.</param>
/// <param name="User">The platform's id of the person there ("29:..."); empty for a place.</param>
/// <param name="Bot">The bot's own id there.</param>
/// <param name="HostTenant">The tenant that hosts the conversation.</param>
/// <param name="Kind">Personal, group or channel.</param>
public sealed record Address(
    string Channel, string ServiceUrl, string Conversation, string User, string Bot, string HostTenant, PlaceKind Kind)
{
    /// <summary>The thread inside a place that threads; empty elsewhere, and for what starts a thread of its own. Never part of the place.</summary>
    public string Thread { get; init; } = "";

    /// <summary>The team that a channel belongs to; empty elsewhere. What happens to the bot in a team happens in all its channels.</summary>
    public string Team { get; init; } = "";

    /// <summary>The key under which shown cards and rate windows know the conversation: the place, whatever the thread.</summary>
    public string Key => $"{Channel}|{Conversation}";
}

/// <summary>The kinds of conversations.</summary>
public enum PlaceKind
{
    Personal,
    Group,
    Channel,
}

/// <summary>What is posted: one card or one short text, never both.</summary>
/// <param name="Card">An expanded Adaptive Card in UTF-8; empty for text.</param>
/// <param name="Text">Plain text; empty for a card.</param>
/// <param name="Summary">What a notification's preview and a screen reader say; neutral, never content.</param>
public sealed record Message(ReadOnlyMemory<byte> Card, string Text, string Summary);

/// <summary>How a send or an update ended.</summary>
/// <param name="Fate">Done or why not.</param>
/// <param name="MessageId">The message's id when done; empty when the channel split the message and told none.</param>
/// <param name="Reason">"blocked", "not-installed", "left", "gone", "too-big", "bad-request", "unauthorised" ... for the record.</param>
/// <param name="RetryAfter">What the channel asked for when throttled.</param>
public sealed record Sending(SendFate Fate, string MessageId = "", string Reason = "", Duration? RetryAfter = null);

/// <summary>How a send ended, in the terms the outbox decides by (rules 8).</summary>
public enum SendFate
{
    Done,

    /// <summary>429 or 412: nothing was posted, try later.</summary>
    Throttled,

    /// <summary>Provably not posted (no connection): try later.</summary>
    Unsent,

    /// <summary>A 5xx or a time-out after writing: it may have arrived.</summary>
    Unknown,

    /// <summary>The reader cannot be reached there until something changes.</summary>
    Unreachable,

    /// <summary>The message to be replaced is gone: post anew if it is still wanted.</summary>
    MessageGone,

    /// <summary>Our fault: the message itself was refused. Reported, never repeated.</summary>
    Rejected,
}

/// <summary>A private address, or why there is none.</summary>
public sealed record Reached(Address? Address, Sending Sending);

/// <summary>
/// What a channel learns once and must know again after a restart: an account's own tenant, a tenant's other base.
/// Kept sealed in the directory under a keyed hash. A channel without it asks the platform again.
/// </summary>
public interface IChannelMemory
{
    /// <summary>What was kept, or null.</summary>
    ValueTask<string?> RecallAsync(string channel, string kind, string of, CancellationToken ct);

    /// <summary>Keeps it. Written soon, never on the way of a turn's answer; lost at worst, and then learnt again.</summary>
    void Keep(string channel, string kind, string of, string value);
}
