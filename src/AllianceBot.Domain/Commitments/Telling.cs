using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What somebody can have said by phone or on paper about a promise.</summary>
public enum ToldAnswer
{
    Accept,
    Decline,
    Counter,
    OnTrack,
    AtRisk,
    Blocked,
    Done,
    MoreTime,
    CannotDo,
}

/// <summary>
/// An answer that was heard by phone or on paper: told by one, entered by another. It binds nobody and counts for nothing
/// until somebody of that side says that it is right.
/// </summary>
/// <param name="ToldBy">Who said it.</param>
/// <param name="EnteredBy">Who typed it.</param>
/// <param name="Answer">What was said.</param>
/// <param name="Note">In whose own words as heard: a reason or a note.</param>
/// <param name="Due">The date that was said with it, for other terms or more time.</param>
/// <param name="HelpWanted">Help was wished for.</param>
/// <param name="At">When it was entered.</param>
public sealed record Telling(
    PersonId ToldBy, PersonId EnteredBy, ToldAnswer Answer, Words? Note, LocalDate? Due, bool HelpWanted, Instant At)
{
    /// <summary>The check-in that it answers; null where it answers the promise itself.</summary>
    public CheckInId? CheckIn { get; init; }
}

/// <summary>What was told and waits for a yes, as a reader may see it.</summary>
public sealed record TellingView(
    Named<PersonId> ToldBy, Named<PersonId> EnteredBy, ToldAnswer Answer, string? Note, LocalDate? Due, Instant At);
