using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// When a doer is asked: some working days before the date (or halfway, if the time is shorter) and on it, from the
/// alliance's asking hour on, on working days of the doer. A date that is none is asked about on the working day before it,
/// while something can still be done.
/// </summary>
internal static class CheckInPlan
{
    /// <summary>
    /// When a check-in of this kind opens, or null where it would come before the agreement or double the one on the
    /// date.
    /// </summary>
    public static Instant? OpensAt(Alliance alliance, Commitment promise, CheckInKind kind, Instant from)
    {
        var calendar = Calendars.Of(alliance, promise.Terms.DoerPartner);
        if (kind == CheckInKind.ByCommand) return calendar.NextAllowed(from);
        var due = promise.Terms.Due;
        var last = calendar.IsWorkday(due) ? due : calendar.AddWorkdays(due, -1);
        if (kind == CheckInKind.OnDate) return calendar.OpeningOn(last) is var onDate && onDate > from ? onDate : null;
        var lead = calendar.OpeningOn(calendar.AddWorkdays(due, -alliance.Settings.CheckInLeadDays));
        if (lead > from) return lead;
        var halfway = calendar.DateOf(from + ((calendar.EndOf(due) - from) / 2));
        var day = calendar.IsWorkday(halfway) ? halfway : calendar.NextWorkday(halfway);
        if (calendar.OpeningOn(day) <= from) day = calendar.NextWorkday(day);
        return day < last ? calendar.OpeningOn(day) : null;
    }

    /// <summary>
    /// The last instant to answer: the end of the doer's next working day. Not the due date's own end: nobody works at
    /// midnight, and an answer on the morning after still tells the receiver in time what to expect.
    /// </summary>
    public static Instant WindowEnd(Alliance alliance, Commitment promise, Instant opened)
    {
        var calendar = Calendars.Of(alliance, promise.Terms.DoerPartner);
        return calendar.EndOf(calendar.NextWorkday(calendar.DateOf(opened)));
    }

    /// <summary>The plan of a scheduled check-in from the calendars of now.</summary>
    public static Instant OpensAt(Alliance alliance, Commitment promise, CheckIn checkIn) =>
        OpensAt(alliance, promise, checkIn.Kind, checkIn.From) ?? checkIn.At;

    public static CheckInId IdOf(CommitmentId promise, int number) => new($"{promise.Value}-{number}");

    /// <summary>All check-ins of a promise, the first first.</summary>
    public static IEnumerable<CheckIn> Of(Alliance alliance, Commitment promise)
    {
        for (var number = 1; number <= promise.CheckInCount; number++)
        {
            yield return alliance.CheckIns[IdOf(promise.Id, number)];
        }
    }

    /// <summary>
    /// Whether the person can still answer: in its window, or late while no other was opened for this promise.
    /// </summary>
    public static bool IsAnswerable(Alliance alliance, Commitment promise, CheckIn checkIn, Instant now)
    {
        if (!promise.State.IsOwed()) return false;
        return checkIn.State switch
        {
            CheckInState.Open => true,
            CheckInState.Answered => now < checkIn.Until,
            CheckInState.Missed => !Of(alliance, promise).Any(other => other.At > checkIn.At
                && other.State is not (CheckInState.Scheduled or CheckInState.Cancelled)),
            _ => false,
        };
    }
}
