using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Since when a promise rests.</summary>
/// <param name="Since">From here its date stands still.</param>
/// <param name="Moves">Its date moves on by as much as it rests; not where a new one was agreed meanwhile.</param>
public sealed record Rest(Instant Since, bool Moves = true);

/// <summary>
/// Promises that both partners let rest: nothing is asked or late meanwhile, and afterwards as many days are left as before.
/// </summary>
internal static class Resting
{
    /// <summary>The date it has if it goes on now; its own while it does not rest.</summary>
    public static LocalDate DueAfter(Alliance alliance, Commitment promise, Instant now)
    {
        if (promise.Resting is not { Moves: true } rest) return promise.Terms.Due;
        var days = Period.DaysBetween(alliance.DateOf(rest.Since), alliance.DateOf(now));
        if (days == 0) return promise.Terms.Due;
        var (calendar, due) = (Calendars.Of(alliance, promise.Terms.DoerPartner), promise.Terms.Due.PlusDays(days));
        return calendar.IsWorkday(due) ? due : calendar.NextWorkday(due);
    }

    /// <summary>Whether its date is past. What rests has as many days left as when it began to.</summary>
    public static bool IsPast(Alliance alliance, Commitment promise, Instant now) => alliance.IsPast(DueAfter(alliance, promise, now), now);

    /// <summary>It goes on with this date, as if it had not been asked about yet.</summary>
    public static Commitment Woken(Commitment was, LocalDate due) => was with
    {
        Resting = null,
        Terms = was.Terms with { Due = due },
        Change = was.Change,
        GraceFrom = null,
        Overdue = new(),
    };

    /// <summary>What is reported while it rests is measured by the date it would have had.</summary>
    public static Commitment Ended(Alliance alliance, Commitment was, Instant now) =>
        was.Resting is null ? was : Woken(was, DueAfter(alliance, was, now));
}
