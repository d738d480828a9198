using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something about one person's weekly digest.</summary>
public abstract record DigestEvent(PersonId Reader) : AllianceEvent;

/// <summary>A person said when and how they want it.</summary>
[EventName("digest.settings-set.v1")]
public sealed record DigestSettingsSet(PersonId Reader, DigestWish Wish) : DigestEvent(Reader);

/// <summary>The digest of a week, with its figures as they were.</summary>
[EventName("digest.made.v1")]
public sealed record DigestMade(PersonId Reader, DigestIssue Issue) : DigestEvent(Reader);

/// <summary>There is none for a week, or for several in a row.</summary>
/// <param name="Reader">Whose.</param>
/// <param name="Week">The Monday of the first of these weeks, on the reader's own clock.</param>
/// <param name="Weeks">How many.</param>
/// <param name="Why">Why not.</param>
[EventName("digest.skipped.v1")]
public sealed record DigestSkipped(PersonId Reader, LocalDate Week, int Weeks, WhySkipped Why) : DigestEvent(Reader);

/// <summary>A person was shown what the digests up to that day say about their promises; nothing when they say nothing.</summary>
/// <param name="Reader">Whose promises.</param>
/// <param name="Through">The last day of digests that it was about.</param>
/// <param name="Promises">How many promises are spoken of.</param>
[EventName("digest.previewed.v1")]
public sealed record DigestPreviewed(PersonId Reader, LocalDate Through, int Promises) : DigestEvent(Reader);

/// <summary>Why a week has no digest.</summary>
public enum WhySkipped
{
    /// <summary>There was nothing to say, and the reader wants none then.</summary>
    NothingToSay,

    /// <summary>The reader was away and nobody stood in.</summary>
    Away,

    /// <summary>The reader's organisation was closed all week.</summary>
    Closed,

    /// <summary>The bot was not there; the digest after it goes back to where the last one ended.</summary>
    Outage,
}
