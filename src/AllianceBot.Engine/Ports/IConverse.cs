using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>Turns what came in by a channel into a command and its answer.</summary>
public interface IConverse
{
    /// <summary>
    /// Answers one ask. It returns only after what the ask changed is durable.
    /// </summary>
    /// <exception cref="BusyException">The queue is full or the store is away: nothing was done, the channel may come again (503).</exception>
    ValueTask<Answer> AnswerAsync(Ask ask, CancellationToken ct);

    /// <summary>
    /// The channel has posted an answer, or a part of it, as a message: what it shows is noted under that message's id.
    /// Not called for answers that went back in the turn itself, nor where the channel told no id.
    /// </summary>
    /// <param name="where">Where it stands: the asker's private conversation for <see cref="Answer.Privately"/>.</param>
    void Posted(Answer answer, Address where, string message)
    {
    }
}

/// <summary>Nothing was done and the same ask may come again.</summary>
public sealed class BusyException : Exception
{
    public BusyException()
    {
    }

    public BusyException(string message)
        : base(message)
    {
    }

    public BusyException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>What came in, without the platform's words. Who asks is authenticated; all else may be hostile.</summary>
/// <param name="From">Who: the authenticated handle.</param>
/// <param name="Where">Where it was said, and so where an answer goes.</param>
/// <param name="What">What was said, pressed or happened.</param>
/// <param name="Transport">Channel, conversation, type and id of the delivery, brought to 22 characters; empty when the platform gave no id.</param>
public sealed record Ask(Handle From, Address Where, AskContent What, string Transport)
{
    /// <summary>The name the platform shows; a hint only.</summary>
    public string ShownName { get; init; } = "";

    /// <summary>The reader's language as the client claims it ("en-US"); a hint only.</summary>
    public string Locale { get; init; } = "";

    /// <summary>The team of a channel, for places; empty elsewhere.</summary>
    public string Team { get; init; } = "";

    /// <summary>Answered in a window that the asker alone sees, whatever place it was opened over.</summary>
    public bool InWindow { get; init; }

    /// <summary>Others named in the message, in order, with the words they stand for.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];
}

/// <summary>An account on a platform: channel, the account's own tenant, the platform's lasting user id.</summary>
/// <param name="Channel">"msteams".</param>
/// <param name="Tenant">The account's own tenant where known, else the host's.</param>
/// <param name="User">The directory object id; for an account without one, its 29: id.</param>
/// <param name="HasObjectId">Whether the platform vouches for a lasting id; without one a person comes in by code only.</param>
public readonly record struct Handle(string Channel, string Tenant, string User, bool HasObjectId);

/// <summary>Somebody named in a message. The text of the ask says the same words, without the platform's marks around them.</summary>
public sealed record Mention(string Text, Handle Who, string ShownName);

/// <summary>What an ask holds.</summary>
public abstract record AskContent;

/// <summary>Typed words, without the mention of the bot.</summary>
public sealed record Typed(string Text) : AskContent;

/// <summary>A button pressed: the verb and all inputs and card data, flat, as text. All of it is hostile.</summary>
/// <param name="Verb">The button's verb; from a card's fallback button, which has none, its data's field "verb". Empty when there is none.</param>
/// <param name="Fields">Inputs and data by name; values as text, in the order they came.</param>
/// <param name="Message">The message that holds the card; a hint only.</param>
/// <param name="CanReturnCard">Action.Execute can be answered with a card; Action.Submit cannot, so the message is updated instead.</param>
/// <param name="Automatic">A client's own refresh: read only, never answered with a message (a loop otherwise).</param>
public sealed record Pressed(
    string Verb, IReadOnlyDictionary<string, string> Fields, string Message, bool CanReturnCard, bool Automatic) : AskContent;

/// <summary>A message that somebody chose to make a promise of. All of it is hostile, also who is said to have written it.</summary>
/// <param name="Text">What it says, without the platform's marks.</param>
/// <param name="Author">Who is said to have written it; null where that is not told.</param>
/// <param name="Link">Its address; empty where there is none.</param>
public sealed record Chosen(string Text, Handle? Author, string Link) : AskContent;

/// <summary>The bot was added to or removed from a place, or people came or went.</summary>
public sealed record Came(Coming Kind, IReadOnlyList<Handle> Who) : AskContent;

/// <summary>What happened to the bot's or a person's place.</summary>
public enum Coming
{
    BotAdded,
    BotRemoved,
    PeopleAdded,
    PeopleRemoved,
    PlaceRenamed,
    PlaceGone,
}

/// <summary>What the asker gets at once, in the turn itself.</summary>
/// <param name="Card">The card, in UTF-8; empty when there is none.</param>
/// <param name="Text">A short text; empty when there is none.</param>
/// <param name="Summary">The neutral summary that goes with a card posted as a message.</param>
/// <param name="Fault">The ask itself was malformed: the channel answers with its error form and this text.</param>
public sealed record Answer(ReadOnlyMemory<byte> Card, string Text, string Summary, bool Fault = false)
{
    /// <summary>Nothing in the turn: the outbox sends, or nothing is to be said.</summary>
    public static readonly Answer None = new(default, "", "");

    /// <summary>What was shown, to be noted once the channel tells the message id of a posted answer.</summary>
    public ShownRow? Shown { get; init; }

    /// <summary>
    /// The message that the card replaces where it cannot go back in the turn; known to be ours, as a pressed button's
    /// message is only a hint. Empty: a new message.
    /// </summary>
    public string Replaces { get; init; } = "";

    /// <summary>What the asker gets in the private conversation, because the place may not see it. Best effort.</summary>
    public Answer? Privately { get; init; }
}

/// <summary>Makes the card that shows a view of a subject to a reader, from the current state.</summary>
public interface IPresent
{
    /// <summary>The message for a notice, or null when this reader is not to see it any more.</summary>
    /// <param name="alliance">The state at the moment of sending.</param>
    /// <param name="notice">Why something is to be shown.</param>
    /// <param name="reader">To whom.</param>
    /// <param name="context">What the reader saw before, and when this is.</param>
    Presented? Present(Alliance alliance, Notice notice, Reader reader, PresentContext context);

    /// <summary>The card of a subject as it stands now, to replace one shown before; null when it is not to be seen any more.</summary>
    Presented? Refresh(Alliance alliance, Subject subject, string view, Reader reader, PresentContext context);

    /// <summary>What tells the asker that it was saved: the same card as the turn's answer, from the current state.</summary>
    /// <param name="alliance">The state at the moment of sending.</param>
    /// <param name="confirmation">What was saved, and how it is shown.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="reader">Who looks there: the asker in private, or the place.</param>
    /// <param name="context">The moment.</param>
    Presented? Confirm(
        Alliance alliance, Confirmation confirmation, PersonId by, Reader reader, PresentContext context);

    /// <summary>One card for several notices of one reader in one alliance.</summary>
    Presented? Bundle(Alliance alliance, IReadOnlyList<Notice> notices, Reader reader, PresentContext context);
}

/// <summary>What a presenter may know of the moment.</summary>
/// <param name="Now">The clock.</param>
/// <param name="Seen">The revision this reader last saw of the subject; -1 for never.</param>
/// <param name="Instance">A fresh id for the card instance, minted by the engine.</param>
/// <param name="ToName">Whom the card is for, when somebody else may be looking (try mode); null otherwise.</param>
public sealed record PresentContext(NodaTime.Instant Now, int Seen, string Instance, string? ToName = null)
{
    public string Language { get; init; } = "en";

    /// <summary>Words of the item died: what cannot be shown anew is emptied, and not left as it was.</summary>
    public bool WordsDied { get; init; }
}

/// <summary>A message with what it shows.</summary>
public sealed record Presented(Message Message, Subject Subject, string View, int Revision)
{
    /// <summary>Those of a bundle that it tells, when some were answered meanwhile and are left out; null when it tells all.</summary>
    public IReadOnlyList<Notice>? Tells { get; init; }
}
