using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// What time does to a check-in: it opens, reminds who has not answered, comes back after it was put aside, ends, and goes on
/// to the next if nobody looks at an answer that says trouble. After an outage each of these takes one step.
/// </summary>
internal static class CheckInClock
{
    /// <summary>Reminders within a window.</summary>
    public const int MostNudges = 2;

    /// <summary>Steps that are taken while nobody looks: a reminder, then the next are asked.</summary>
    public const int MostCareSteps = 2;

    /// <summary>Working days within which somebody is to look at an answer that says trouble.</summary>
    public const int CareDays = 2;

    private static readonly Duration Breath = Duration.FromHours(2);
    private static readonly Duration ShortestExtension = Duration.FromHours(1);

    /// <summary>When it next needs the clock, from the check-in, its promise, the calendars and the settings alone.</summary>
    public static Instant? NextDue(Alliance alliance, CheckIn checkIn)
    {
        var promise = alliance.Commitments[checkIn.Commitment];
        return checkIn.State switch
        {
            CheckInState.Scheduled when promise.State.IsOwed() && promise.Terms.Doer is not null =>
                CheckInPlan.OpensAt(alliance, promise, checkIn),
            CheckInState.Open => NextNudge(alliance, checkIn) ?? checkIn.Until,
            CheckInState.Snoozed => checkIn.SnoozedUntil < checkIn.Until ? checkIn.SnoozedUntil : checkIn.Until,
            CheckInState.Answered or CheckInState.Late => CareAt(alliance, promise, checkIn),
            _ => null,
        };
    }

    /// <summary>The one step of a check-in whose instant has come.</summary>
    public static Outcome Strike(Alliance alliance, CheckIn checkIn, Instant at)
    {
        if (NextDue(alliance, checkIn) is not { } due || due > at) return Outcome.Nothing;
        var promise = alliance.Commitments[checkIn.Commitment];
        return checkIn.State switch
        {
            CheckInState.Scheduled => Scheduled(alliance, promise, checkIn, due, at),
            CheckInState.Open or CheckInState.Snoozed when checkIn.Until <= at => Ended(alliance, promise, checkIn, at),
            CheckInState.Open => new CheckInNudged(checkIn.Id, promise.Id, NudgeStep(alliance, checkIn, at)),
            CheckInState.Snoozed => new CheckInWoken(checkIn.Id, promise.Id),
            _ => new CheckInUnseen(checkIn.Id, promise.Id, checkIn.CareSteps + 1),
        };
    }

    /// <summary>When the nth reminder goes out, at an hour at which the person may be reached; null if that is too late.</summary>
    public static Instant? NudgeAt(Alliance alliance, CheckIn checkIn, int step)
    {
        if (checkIn.Until is not { } until) return null;
        // What is optional reminds those who wish for less only once.
        if (step == 1 && checkIn.Kind.IsOptional() && Prompting.Of(alliance, checkIn.Person).Fewer) return null;
        return Share(Calendars.Of(alliance, checkIn.Person), checkIn.At, until, step == 1 ? 0.5 : 0.8) is { } at && at < until ? at : null;
    }

    /// <summary>
    /// The instant at which such a share of the time is over in which the person may be reached: nights and free days do not
    /// count, or both reminders would often come together on the next morning.
    /// </summary>
    private static Instant? Share(Calendar calendar, Instant from, Instant until, double share)
    {
        var spans = new List<Interval>();
        for (var date = calendar.DateOf(from); calendar.StartOf(date) < until; date = date.PlusDays(1))
        {
            if (!calendar.IsWorkday(date)) continue;
            var (start, end) = (Instant.Max(from, calendar.OpeningOn(date)), Instant.Min(until, calendar.Resolve(date + calendar.QuietFrom)));
            if (start < end) spans.Add(new(start, end));
        }

        var left = spans.Aggregate(Duration.Zero, static (sum, span) => sum + span.Duration) * share;
        foreach (var span in spans)
        {
            if (left < span.Duration) return Quarter(span.Start + left) is var at && at < span.End ? at : span.Start + left;
            left -= span.Duration;
        }

        return null;
    }

    /// <summary>The quarter of an hour that comes next, on every clock there is: the card says when, and nobody reads 14:24 gladly.</summary>
    private static Instant Quarter(Instant at)
    {
        const long Quarter = 15 * NodaConstants.TicksPerMinute;
        return Instant.FromUnixTimeTicks((at.ToUnixTimeTicks() + Quarter - 1) / Quarter * Quarter);
    }

    /// <summary>Nobody is reminded so soon after what they got last.</summary>
    public static Instant Earliest(CheckIn checkIn) => (checkIn.PromptedAt ?? checkIn.At) + Breath;

    /// <summary>The reminder that comes next; one that would follow too soon on what the person got last is left out.</summary>
    public static Instant? NextNudge(Alliance alliance, CheckIn checkIn)
    {
        for (var step = checkIn.Nudges + 1; step <= MostNudges; step++)
        {
            if (NudgeAt(alliance, checkIn, step) is { } at && at >= Earliest(checkIn)) return at;
        }

        return null;
    }

    /// <summary>The how manieth miss in a row of this person on this promise it would be.</summary>
    public static int InRow(Alliance alliance, Commitment promise, CheckIn checkIn)
    {
        var before = CheckInPlan.Of(alliance, promise)
            .Where(other => other.Id != checkIn.Id && other.Person == checkIn.Person && other.At < checkIn.At
                && other.State is not (CheckInState.Scheduled or CheckInState.Excused or CheckInState.Cancelled))
            .OrderByDescending(static other => other.At);
        return 1 + before.TakeWhile(static other => other.State == CheckInState.Missed).Count();
    }

    /// <summary>
    /// When somebody should have looked: as long as the promise is owed, its flag stands from this answer, and nobody has.
    /// </summary>
    public static Instant? CareAt(Alliance alliance, Commitment promise, CheckIn checkIn)
    {
        if (checkIn.CareSteps >= MostCareSteps || checkIn.SeenAt is not null || checkIn.AnsweredAt is not { } answered) return null;
        if (!promise.State.IsOwed() || promise.Risk?.CheckIn != checkIn.Id) return null;
        var calendar = Calendars.Of(alliance, promise.Terms.ReceiverPartner);
        return calendar.OpeningOn(calendar.AddWorkdays(calendar.DateOf(checkIn.CaredAt ?? answered), CareDays));
    }

    private static Outcome Scheduled(Alliance alliance, Commitment promise, CheckIn checkIn, Instant due, Instant at)
    {
        var person = promise.Terms.Doer!.Value;
        var today = Calendars.Of(alliance, person).DateOf(at);
        if (CheckInPlan.WindowEnd(alliance, person, due) <= at) return Excused(checkIn, ExcusedFor.Outage);
        if (SaidLately(alliance, promise, checkIn.Kind, at)) return new CheckInSatisfied(checkIn.Id, promise.Id);
        if (Absences.AwayAt(alliance, person, at) is not null)
        {
            return CoverOf(alliance, promise, person, at) is { } cover
                ? Outcome.Of(Asking(alliance, promise, checkIn, cover, at))
                : Excused(checkIn, ExcusedFor.Away);
        }

        if (checkIn.Kind.IsOptional() && Prompting.IsPaused(alliance, person, today)) return Excused(checkIn, ExcusedFor.Paused);
        if (checkIn.Kind.IsOptional() && Prompting.IsEnough(alliance, person, today))
        {
            var other = CheckInPlan.CalendarOf(alliance, promise).NextWorkday(today);
            return other < promise.Terms.Due
                ? new CheckInPutOff(checkIn.Id, promise.Id, other)
                : Excused(checkIn, ExcusedFor.OverLimit);
        }

        return Outcome.Of(Asking(alliance, promise, checkIn, person, at));
    }

    /// <summary>It opens, or is held until the next hour at which this person may be written to.</summary>
    private static CheckInEvent Asking(Alliance alliance, Commitment promise, CheckIn checkIn, PersonId person, Instant at) =>
        Calendars.Of(alliance, person).NextAllowed(at) is var allowed && allowed > at
            ? new CheckInHeld(checkIn.Id, promise.Id, allowed)
            : Opened(alliance, promise, checkIn.Id, checkIn.Kind, person, at);

    public static CheckInOpened Opened(
        Alliance alliance, Commitment promise, CheckInId id, CheckInKind kind, PersonId person, Instant at) =>
        new(id, promise.Id, kind, person, CheckInPlan.WindowEnd(alliance, person, at));

    /// <summary>What somebody who goes away was asked: their cover is asked instead; without one nothing is expected.</summary>
    public static AllianceEvent WhileAway(Alliance alliance, Commitment promise, CheckIn checkIn, PersonId person, Instant at) =>
        CoverOf(alliance, promise, person, at) is { } cover
            ? Opened(alliance, promise, checkIn.Id, checkIn.Kind, cover, at)
            : Excused(checkIn, ExcusedFor.Away);

    /// <summary>Who is asked instead, unless that is who receives it.</summary>
    private static PersonId? CoverOf(Alliance alliance, Commitment promise, PersonId person, Instant at) =>
        Absences.CoverAt(alliance, person, at) is { } cover && cover != promise.Terms.Receiver ? cover : null;

    /// <summary>
    /// Whether the doer said lately how it stands, so that asking again would only bother. On the date itself only what was
    /// said that day counts; who asks by command gets an answer.
    /// </summary>
    private static bool SaidLately(Alliance alliance, Commitment promise, CheckInKind kind, Instant at)
    {
        var days = alliance.Settings.CheckedInDays;
        if (kind == CheckInKind.ByCommand || days == 0) return false;
        var calendar = CheckInPlan.CalendarOf(alliance, promise);
        var since = calendar.StartOf(kind == CheckInKind.OnDate ? calendar.DateOf(at) : calendar.AddWorkdays(calendar.DateOf(at), -days));
        return CheckInPlan.Of(alliance, promise).Any(other => other.AnsweredAt >= since)
            || promise.History.Any(entry => entry.At >= since && entry.By == promise.Terms.Doer
                && entry.What is "commitment.at-risk" or "commitment.risk-cleared" or "commitment.change-proposed");
    }

    private static Outcome Ended(Alliance alliance, Commitment promise, CheckIn checkIn, Instant at)
    {
        var until = checkIn.Until!.Value;
        if (alliance.People.Find(checkIn.Person)?.NotReached is not null) return Excused(checkIn, ExcusedFor.NotReached);
        if (Absences.AwayAt(alliance, checkIn.Person, until) is not null) return Excused(checkIn, ExcusedFor.Away);
        if (at - until > Deadlines.Outage)
        {
            return new CheckInExtended(
                checkIn.Id, promise.Id, at + Duration.Max((until - checkIn.At) / 2, ShortestExtension));
        }

        return new CheckInMissed(
            checkIn.Id, promise.Id, InRow(alliance, promise, checkIn), checkIn.Colleague ?? Prompting.StandIn(alliance, promise, checkIn.Person));
    }

    private static int NudgeStep(Alliance alliance, CheckIn checkIn, Instant at)
    {
        for (var step = MostNudges; step > checkIn.Nudges + 1; step--)
        {
            if (NudgeAt(alliance, checkIn, step) <= at) return step;
        }

        return checkIn.Nudges + 1;
    }

    private static CheckInExcused Excused(CheckIn checkIn, ExcusedFor why) => new(checkIn.Id, checkIn.Commitment, why);
}
