using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What someone asks for. Imperative; refused or turned into events by a decider.</summary>
/// <param name="Ask">The same id again gets the same answer, and nothing more happens.</param>
public abstract record Command(AskId Ask);

/// <summary>Who asks and when: all that a decider knows of the world outside the alliance.</summary>
/// <param name="By">From the authenticated handle, never from a card; <see cref="PersonId.Clock"/> for strikes and delivery facts.</param>
/// <param name="At">max(now, the last event's instant): an alliance's time never runs backwards.</param>
public sealed record CommandContext(PersonId By, Instant At);

/// <summary>The clock reached <see cref="Alliance.NextDue"/>: everything due takes its one step.</summary>
public sealed record ClockStruck(AskId Ask) : Command(Ask);

/// <summary>What the channel answered about a notice: it was sent, could not be, or nobody can say.</summary>
/// <param name="Subject">What the notice was about.</param>
/// <param name="Kind">The notice's kind.</param>
/// <param name="Reader">Whom it was for; empty for the home place, and when <see cref="Reaching.Nobody"/> is the reason.</param>
/// <param name="Fate">How the delivery ended.</param>
/// <param name="Reason">The channel-neutral reason, as "blocked", "not-installed", "left"; empty when sent.</param>
public sealed record NoticeSettled(Subject Subject, string Kind, PersonId Reader, Delivery Fate, string Reason, AskId Ask) : Command(Ask);

/// <summary>What a platform told beside any notice about somebody's private conversation with the bot.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Problem">Why nothing gets there, channel-neutral, as "not-installed"; empty when it is there again.</param>
public sealed record ReachChanged(PersonId Person, string Problem, AskId Ask) : Command(Ask);

/// <summary>What a platform told about a place: the bot is there again, or no more.</summary>
/// <param name="Place">The keyed hash of the place.</param>
public sealed record PlaceChanged(string Place, bool IsThere, AskId Ask) : Command(Ask);

/// <summary>How a delivery ended.</summary>
public enum Delivery
{
    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>The reader cannot be reached there.</summary>
    Unreachable,

    /// <summary>The channel did not say; it may have arrived.</summary>
    Unknown,
}
