using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// What time does to a case, in working days of all its parties. It moves a case only as the partners ratified it, names who
/// was silent, and after an outage gives half of what ran out meanwhile again and does nothing else.
/// </summary>
internal static class CaseClock
{
    /// <summary>Working days to say that a new case was read.</summary>
    public const int AnswerDays = 3;

    /// <summary>Working days to answer a settlement, and to agree on what the others read at a review.</summary>
    public const int OfferDays = 5;

    /// <summary>Working days to say whether a settlement holds; then those who have not are reminded once.</summary>
    public const int FollowUpDays = 10;

    /// <summary>What nobody touches although it came up twice comes up again after so many working days at the latest.</summary>
    private const int Slowly = 20;

    /// <summary>What the clock waits for.</summary>
    internal enum Step
    {
        Answer,
        Rung,
        Statements,
        Settlement,
        FollowUp,
        ReviewText,
        Progress,
        GoOn,
        LookAgain,
    }

    internal readonly record struct Timer(Step Step, Instant At, CaseTime? Time = null);

    /// <summary>The days on which all parties work that are still in.</summary>
    public static Calendar CalendarOf(Alliance alliance, Case one) =>
        Calendars.Of(alliance, one.Parties.Where(static party => !party.Left).Select(static party => party.Partner).ToValueList().AsSpan());

    public static CaseTime Time(Alliance alliance, Case one, Instant from, int days) =>
        new(from, days, CalendarOf(alliance, one).Deadline(from, days));

    /// <summary>As it was said, or later if a calendar changed since.</summary>
    public static Instant Ends(Alliance alliance, Case one, CaseTime time) =>
        Instant.Max(time.By, CalendarOf(alliance, one).Deadline(time.From, time.Days));

    /// <summary>The last day of it.</summary>
    public static LocalDate LastDay(Alliance alliance, Case one, CaseTime time) => alliance.DateOf(Ends(alliance, one, time) - Duration.Epsilon);

    /// <summary>Working days left after today, for a clock that is stopped; null where none runs.</summary>
    public static int? Remaining(Alliance alliance, Case one, CaseTime? time, Instant now) => time is { } running
        ? CalendarOf(alliance, one).WorkdaysBetween(alliance.DateOf(now), LastDay(alliance, one, running))
        : null;

    /// <summary>The clock that goes on with what was left.</summary>
    public static CaseTime? GoesOn(Alliance alliance, Case one, int? remaining, Instant now) =>
        remaining is { } days ? Time(alliance, one, now, days) : null;

    /// <summary>What was left of the time for a common text when the settlement came on the table; null where none is asked for.</summary>
    public static CaseTime? ReviewGoesOn(Alliance alliance, Case one, Instant now) => one is { Review: { Decision: null } review, Offer: { } offer }
        ? GoesOn(alliance, one, Remaining(alliance, one, review.Time, offer.At), now)
        : null;

    public static Instant? NextDue(Alliance alliance, Case one)
    {
        Instant? next = null;
        foreach (var timer in TimersOf(alliance, one))
        {
            if (!(timer.At >= next)) next = timer.At;
        }

        return next;
    }

    public static Outcome Strike(Alliance alliance, Case one, Instant now)
    {
        var due = TimersOf(alliance, one).Where(timer => timer.At <= now).OrderBy(static timer => timer.At).ThenBy(static timer => timer.Step).ToList();
        if (due.Count == 0) return Outcome.Nothing;
        if (due.Exists(timer => timer.Time is not null && now - timer.At > Deadlines.Outage))
        {
            return new CaseTimesMoved(one.Id, due.Where(static timer => timer.Time is not null)
                .Select(timer => new MovedTime((CaseTimer)timer.Step, Half(alliance, one, timer.Time!, now))).ToValueList(), Calendar: false);
        }

        return new Outcome.Happened(Struck(alliance, one, due[0].Step, now));
    }

    /// <summary>What waits longer than was said, by the calendars of now; the parties are told.</summary>
    public static CaseTimesMoved? Moved(Alliance alliance, Case one)
    {
        var moved = TimersOf(alliance, one).Where(timer => timer.Time is { } time && timer.At > time.By)
            .Select(static timer => new MovedTime((CaseTimer)timer.Step, timer.Time! with { By = timer.At })).ToValueList();
        return moved.Count > 0 ? new(one.Id, moved, Calendar: true) : null;
    }

    public static Case With(Case was, MovedTime moved) => moved.Timer switch
    {
        CaseTimer.Answer => was with { Answer = moved.Time },
        CaseTimer.Rung => CaseFold.Stayed(was, was.Stay! with { Time = moved.Time }),
        CaseTimer.Statements => was with { StatementTime = moved.Time },
        CaseTimer.Settlement => was with { Offer = was.Offer! with { Time = moved.Time } },
        CaseTimer.FollowUp => was with { FollowUp = was.FollowUp! with { Time = moved.Time } },
        CaseTimer.ReviewText => was with { Review = was.Review! with { Time = moved.Time } },
        _ => throw new UnreachableException($"No clock {moved.Timer}."),
    };

    public static IEnumerable<Timer> TimersOf(Alliance alliance, Case one)
    {
        var calendar = CalendarOf(alliance, one);
        switch (one.State)
        {
            case CaseState.Raised:
                yield return Ending(Step.Answer, one.Answer!);
                break;
            case CaseState.OnRung or CaseState.SettlementProposed:
                if (one.StatementTime is { } statements) yield return Ending(Step.Statements, statements);
                if (one.Offer is { } offer) yield return Ending(Step.Settlement, offer.Time);
                if (one.Stay!.Time is { } rung) yield return Ending(Step.Rung, rung);
                if (one.State == CaseState.OnRung && one.Review is { Decision: null } review) yield return Ending(Step.ReviewText, review.Time);
                if (one.State == CaseState.OnRung && one.Review?.Decision is null && ProgressDays(alliance, one) is var days and > 0)
                {
                    yield return new(Step.Progress, calendar.OpeningOn(calendar.AddWorkdays(calendar.DateOf(one.Stay.ProgressAt), days)));
                }

                break;
            case CaseState.Paused:
                yield return new(Step.GoOn, calendar.OpeningOn(OnOrAfter(calendar, one.PausedUntil!.Value)));
                break;
            case CaseState.Settled:
                // Agreed to so late that its day has come: then it is the working day after.
                var next = calendar.NextWorkday(calendar.DateOf(one.SettledAt!.Value));
                yield return new(Step.LookAgain, calendar.OpeningOn(LocalDate.Max(next, OnOrAfter(calendar, one.Settlement!.FollowUp))));
                break;
            case CaseState.FollowUp:
                yield return Ending(Step.FollowUp, one.FollowUp!.Time);
                break;
        }

        Timer Ending(Step step, CaseTime time) => new(step, Instant.Max(time.By, calendar.Deadline(time.From, time.Days)), time);
    }

    private static ValueList<AllianceEvent> Struck(Alliance alliance, Case one, Step step, Instant now) => step switch
    {
        Step.Answer => CaseLadder.Start(alliance, one, now),
        Step.Rung => CaseLadder.TimeUp(alliance, one, now),
        Step.Statements => [new CaseStatementsShown(one.Id, CaseLadder.WithoutStatement(alliance, one))],
        Step.Settlement => [CaseSettling.Off(alliance, one, null, Dropped.Lapsed, null, now)],
        Step.FollowUp when one.FollowUp!.Reminded => [new CaseClosed(one.Id, CaseEnd.Held, CaseSettling.Unconfirmed(alliance, one))],
        Step.FollowUp => [new CaseFollowUpReminded(one.Id, Time(alliance, one, now, FollowUpDays))],
        Step.ReviewText => CaseReviewing.Open(alliance, one, now),
        Step.Progress => [new CaseNoProgress(one.Id, one.Stay!.Reminded + 1)],
        Step.GoOn => [CaseLadder.Resumed(alliance, one, now)],
        Step.LookAgain => [new CaseFollowUpAsked(one.Id, FollowUpReason.DateCame, Time(alliance, one, now, FollowUpDays))],
        _ => throw new UnreachableException($"No step {step}."),
    };

    private static int ProgressDays(Alliance alliance, Case one)
    {
        var days = CaseLadder.TextOf(alliance, one).NoProgressDays;
        return days > 0 && one.Stay!.Reminded > 1 ? Math.Max(2 * days, Slowly) : days;
    }

    private static CaseTime Half(Alliance alliance, Case one, CaseTime time, Instant now) =>
        Time(alliance, one, now, Math.Max(1, (time.Days + 1) / 2));

    private static LocalDate OnOrAfter(Calendar calendar, LocalDate date) => calendar.IsWorkday(date) ? date : calendar.NextWorkday(date);
}
