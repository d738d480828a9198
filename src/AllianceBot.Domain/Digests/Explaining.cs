using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// What the doing side said last about how a promise stands. A note in a check-in has fewer readers than the promise, so
/// what is the latest depends on who reads.
/// </summary>
internal static class Explaining
{
    /// <summary>The sentence somebody put beside a promise for the digests.</summary>
    public const string Remark = "commitment.remarked";

    /// <summary>The latest words of the doing side that this reader may see, and when they were said.</summary>
    public static (Words Said, PersonId By, Instant At)? Latest(Alliance alliance, Commitment promise, PersonId reader)
    {
        (Words Said, PersonId By, Instant At)? latest = null;
        foreach (var entry in promise.History)
        {
            if (Explains(entry) && entry.Said is { } said) latest = (said, entry.By, entry.At);
        }

        foreach (var checkIn in CheckInPlan.Of(alliance, promise))
        {
            if (checkIn is not { Note: { } note, AnsweredAt: { } at } || at <= latest?.At) continue;
            if (May.Do(alliance, reader, Act.SeeCheckIn, checkIn.Id)) latest = (note, checkIn.LastBy, at);
        }

        return latest;
    }

    /// <summary>The last sentence for the digests since that day; null when there is none.</summary>
    public static Words? RemarkSince(Alliance alliance, Commitment promise, LocalDate since)
    {
        for (var at = promise.History.Count - 1; at >= 0; at--)
        {
            var entry = promise.History[at];
            if (alliance.DateOf(entry.At) < since) return null;
            if (entry.What == Remark) return entry.Said;
        }

        return null;
    }

    /// <summary>The words of this id, as this reader may see them now; null when they are not for this reader.</summary>
    public static (Words Said, PersonId By)? Find(Alliance alliance, Commitment promise, string id, PersonId reader)
    {
        foreach (var entry in promise.History)
        {
            if (entry.Said?.Id == id) return (entry.Said, entry.By);
        }

        foreach (var checkIn in CheckInPlan.Of(alliance, promise))
        {
            if (checkIn.Note?.Id == id && May.Do(alliance, reader, Act.SeeCheckIn, checkIn.Id)) return (checkIn.Note, checkIn.Person);
        }

        return null;
    }

    private static bool Explains(HistoryEntry entry) => entry.Side == Side.Doer && entry.What is Remark or "commitment.at-risk"
        or "commitment.risk-cleared" or "commitment.change-proposed" or "commitment.noted" or "commitment.report-retracted";
}
