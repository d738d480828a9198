using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// When a doer is asked: some working days before the date (or halfway, if the time is shorter) and on it, from the
/// alliance's asking hour on, on working days of the doer. A date that is none is asked about on the working day before it,
/// while something can still be done. What <see cref="CheckInCadence"/> plans beside these has its day.
/// </summary>
internal static class CheckInPlan
{
    /// <summary>
    /// When a check-in of this kind opens, or null where it would come before the agreement or double the one on the
    /// date.
    /// </summary>
    public static Instant? OpensAt(Alliance alliance, Commitment promise, CheckInKind kind, Instant from) =>
        OpensAt(alliance, promise, CalendarOf(alliance, promise), kind, from);

    /// <summary>
    /// The same by the partner's days, whoever does it: how many there are, and so how they are numbered, must not change with
    /// a person's own hours.
    /// </summary>
    public static Instant? OfPartner(Alliance alliance, Commitment promise, CheckInKind kind, Instant from) =>
        OpensAt(alliance, promise, Calendars.Of(alliance, promise.Terms.DoerPartner), kind, from);

    private static Instant? OpensAt(Alliance alliance, Commitment promise, Calendar calendar, CheckInKind kind, Instant from)
    {
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
    public static Instant WindowEnd(Alliance alliance, PersonId person, Instant opened)
    {
        var calendar = Calendars.Of(alliance, person);
        return calendar.EndOf(calendar.NextWorkday(calendar.DateOf(opened)));
    }

    /// <summary>The plan of a scheduled check-in from the calendars of now.</summary>
    public static Instant OpensAt(Alliance alliance, Commitment promise, CheckIn checkIn)
    {
        var planned = PlannedAt(alliance, promise, checkIn);
        return checkIn.HeldUntil is { } until && until > planned ? until : planned;
    }

    private static Instant PlannedAt(Alliance alliance, Commitment promise, CheckIn checkIn)
    {
        if (checkIn.Day is { } day)
        {
            var calendar = CalendarOf(alliance, promise);
            return calendar.OpeningOn(calendar.IsWorkday(day) ? day : calendar.NextWorkday(day));
        }

        return OpensAt(alliance, promise, checkIn.Kind, checkIn.From) ?? checkIn.At;
    }

    /// <summary>The days and hours of who does it.</summary>
    public static Calendar CalendarOf(Alliance alliance, Commitment promise) => promise.Terms.Doer is { } doer
        ? Calendars.Of(alliance, doer)
        : Calendars.Of(alliance, promise.Terms.DoerPartner);

    public static CheckInId IdOf(CommitmentId promise, int number) => new($"{promise.Value}-{number}");

    /// <summary>All check-ins of a promise, the first first.</summary>
    public static IEnumerable<CheckIn> Of(Alliance alliance, Commitment promise)
    {
        for (var number = 1; number <= promise.CheckInCount; number++)
        {
            yield return alliance.CheckIns[IdOf(promise.Id, number)];
        }
    }

    /// <summary>Where it stands at an instant: what was answered is closed when its window is over.</summary>
    public static CheckInState StateAt(CheckIn checkIn, Instant now) =>
        checkIn.State is CheckInState.Answered or CheckInState.Acknowledged && now >= checkIn.Until ? CheckInState.Closed : checkIn.State;

    /// <summary>It waits for its person, now or again in a while.</summary>
    public static bool IsWaiting(this CheckIn checkIn) => checkIn.State is CheckInState.Open or CheckInState.Snoozed;

    /// <summary>The check-in of a promise that this person is to answer; null while there is none.</summary>
    public static CheckIn? WaitingFor(Alliance alliance, Commitment promise, PersonId person)
    {
        CheckIn? missed = null;
        for (var number = 1; number <= promise.CheckInCount; number++)
        {
            var checkIn = alliance.CheckIns[IdOf(promise.Id, number)];
            if (checkIn.IsWaiting() && checkIn.Person == person) return checkIn;
            if (checkIn.Colleague == person && IsMissedStill(alliance, promise, checkIn)) missed = checkIn;
        }

        return missed;
    }

    /// <summary>
    /// Whether the person can still answer: in its window, or late while no other was opened for this promise.
    /// </summary>
    public static bool IsAnswerable(Alliance alliance, Commitment promise, CheckIn checkIn, Instant now)
    {
        if (!promise.State.IsOwed()) return false;
        return checkIn.State switch
        {
            CheckInState.Open or CheckInState.Snoozed => true,
            CheckInState.Answered or CheckInState.Acknowledged => now < checkIn.Until,
            CheckInState.Missed => IsMissedStill(alliance, promise, checkIn),
            _ => false,
        };
    }

    /// <summary>
    /// It was missed, and an answer to it would still help: the promise is owed, and nothing was asked or said after it. One that
    /// was planned for later and never opened asked nobody.
    /// </summary>
    public static bool IsMissedStill(Alliance alliance, Commitment promise, CheckIn checkIn) =>
        checkIn.State == CheckInState.Missed && promise.State.IsOwed()
        && !Of(alliance, promise).Any(other => other.At > checkIn.At && other.State is not (CheckInState.Scheduled or CheckInState.Cancelled)
            && (other.Until is not null || other.AnsweredAt is not null));
}
