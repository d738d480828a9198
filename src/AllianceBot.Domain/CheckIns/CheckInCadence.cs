using NodaTime;

namespace AllianceBot.Domain;

/// <summary>How often a doer is asked while the work runs.</summary>
public enum Cadence
{
    /// <summary>
    /// As fits the length, from the agreement to the date: up to two weeks never, up to half a year every two weeks, beyond
    /// that every four weeks.
    /// </summary>
    ByLength,

    Never,
    Weekly,
    EveryTwoWeeks,
    EveryFourWeeks,
}

/// <summary>
/// Plans one check-in ahead of the others of a promise: while the work runs as often as fits its length, and after the date
/// every few working days until it is reported or decided. Always just the next one, so that nothing has to be taken back.
/// </summary>
internal static class CheckInCadence
{
    private const int ShortDays = 14;
    private const int LongDays = 182;

    /// <summary>Days that one keeps away from the next, so that nobody is asked twice about the same.</summary>
    private const int Apart = 4;

    private const int PatientMisses = 3;
    private const int Slower = 4;

    /// <summary>What has to be planned now; null while something is, or nothing is to come.</summary>
    public static CheckInPlanned? Missing(Alliance alliance, Commitment promise, Instant now)
    {
        // Of a repeated promise each occurrence has its own.
        if (promise.Series is not null || promise.Resting is not null || !promise.State.IsOwed() || promise.Terms.Doer is null || promise.Agreements.Count == 0) return null;
        foreach (var known in CheckInPlan.Of(alliance, promise))
        {
            if (known is { State: CheckInState.Scheduled, Kind: CheckInKind.During or CheckInKind.Overdue }) return null;
        }

        var kind = promise.Overdue.ToldAt is null ? CheckInKind.During : CheckInKind.Overdue;
        var day = kind == CheckInKind.During ? WhileRunning(alliance, promise, now) : AfterDate(alliance, promise, now);
        return day is { } next ? new(CheckInPlan.IdOf(promise.Id, promise.CheckInCount + 1), promise.Id, kind, next) : null;
    }

    /// <summary>Weeks between two while the work runs; null for never.</summary>
    public static int? Weeks(Alliance alliance, Commitment promise)
    {
        var length = Period.DaysBetween(alliance.DateOf(promise.Agreements[^1].At), promise.Terms.Due);
        int? weeks = (alliance.Settings.Cadence, length) switch
        {
            (Cadence.Never, _) or (Cadence.ByLength, <= ShortDays) => null,
            (Cadence.Weekly, _) => 1,
            (Cadence.EveryTwoWeeks, _) or (Cadence.ByLength, <= LongDays) => 2,
            _ => 4,
        };
        return promise.Terms.Doer is { } doer && Prompting.Of(alliance, doer).Fewer ? 2 * weeks : weeks;
    }

    /// <summary>Counted from the agreement, and done before the one that comes before the date.</summary>
    private static LocalDate? WhileRunning(Alliance alliance, Commitment promise, Instant now)
    {
        if (Weeks(alliance, promise) is not { } weeks) return null;
        var calendar = CheckInPlan.CalendarOf(alliance, promise);
        var lead = calendar.AddWorkdays(promise.Terms.Due, -alliance.Settings.CheckInLeadDays);
        // The doer's own today: where the day begins sooner than the alliance's, its hour to ask may be over already.
        var (agreed, today) = (alliance.DateOf(promise.Agreements[^1].At), calendar.DateOf(now));
        var periods = Math.Max(0, Period.DaysBetween(agreed, today)) / (7 * weeks) + 1;
        var day = agreed.PlusWeeks(periods * weeks);
        return day.PlusDays(Apart) <= lead ? day : null;
    }

    private static LocalDate? AfterDate(Alliance alliance, Commitment promise, Instant now)
    {
        var calendar = CheckInPlan.CalendarOf(alliance, promise);
        var today = calendar.DateOf(now);
        var before = CheckInPlan.Of(alliance, promise)
            .Where(known => known.Kind == CheckInKind.Overdue && known.From >= promise.Overdue.ToldAt).ToList();
        // Who never answers is not asked ever so often: the others were told by then.
        var slower = before.Count(static known => known.State == CheckInState.Missed) >= PatientMisses ? Slower : 1;
        return before.Count > 0
            ? calendar.AddWorkdays(today, alliance.Settings.OverdueEveryDays * slower)
            : LocalDate.Max(
                calendar.NextWorkday(today),
                calendar.AddWorkdays(alliance.DateOf(promise.Overdue.ToldAt!.Value), alliance.Settings.OverdueGraceDays));
    }
}
