using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Hours in a month: of how many promises, and how many of them nobody estimated.</summary>
public readonly record struct Effort(int Hours, int Count, int Unknown)
{
    public static Effort operator +(Effort one, Effort other) =>
        new(one.Hours + other.Hours, one.Count + other.Count, one.Unknown + other.Unknown);
}

/// <summary>
/// How much is promised for a month. A promise counts in the month in which it is due, one that is late in the present one,
/// and one that was reported in the month of its report: with the hours that were spent where they were said, else with the
/// estimate. Of what repeats, the dates to come count too.
/// </summary>
internal static class LoadPlan
{
    public static Effort OfPerson(Alliance alliance, PersonId person, YearMonth month, Instant now) =>
        Sum(alliance, promise => promise.Terms.Doer == person, month, now);

    public static Effort OfPartner(Alliance alliance, PartnerId partner, YearMonth month, Instant now) =>
        Sum(alliance, promise => promise.Terms.DoerPartner == partner, month, now);

    /// <summary>The month in which a promise on the table would count.</summary>
    public static YearMonth MonthOf(Alliance alliance, LocalDate due, Instant now) =>
        LocalDate.Max(due, alliance.DateOf(now)).ToYearMonth();

    /// <summary>What these terms would add in the month of their date: of what repeats, every date in it.</summary>
    public static int? Adds(Terms terms, int? estimate, YearMonth month) =>
        estimate is { } hours ? hours * Math.Max(1, terms.Repeats is { } repeats ? Times(repeats, terms.Due, month, default) : 1) : null;

    /// <summary>What counts in this month of one promise; null when it does not count in it.</summary>
    public static Effort? Of(Alliance alliance, Commitment promise, YearMonth month, Instant now)
    {
        if (promise.Series is { } series)
        {
            if (!SeriesPlan.IsRunning(promise)) return null;
            var times = Times(promise.Terms.Repeats!, series.First, month, series.LastDue, series.Later?.Due);
            // From their date on other terms hold, as they are agreed already.
            if (series.Later is { } later) times += Times(later.Repeats!, later.Due, month, series.LastDue);
            return times == 0 ? null : Counted(promise.Estimate * times, times);
        }

        if (promise.Agreements.Count == 0) return null;
        if (promise.State.IsOwed())
        {
            return MonthOf(alliance, promise.Terms.Due, now) == month ? Counted(promise.Estimate, 1) : null;
        }

        var at = promise.Report?.At ?? promise.Ending?.At;
        if (at is not { } when || alliance.DateOf(when).ToYearMonth() != month) return null;
        if (promise.Report?.Hours is { } spent) return Counted(spent, 1);
        return promise.State is CommitmentState.Reported or CommitmentState.Kept ? Counted(promise.Estimate, 1) : null;
    }

    /// <summary>An open promise's weight among all open ones is looked at only here: agreed, not ended, itself and no series.</summary>
    public static bool IsOpenWork(Commitment promise) =>
        promise.Series is null && promise.Agreements.Count > 0 && (promise.State.IsOwed() || promise.State == CommitmentState.Reported);

    private static Effort Sum(Alliance alliance, Func<Commitment, bool> which, YearMonth month, Instant now)
    {
        var sum = default(Effort);
        foreach (var promise in alliance.Commitments)
        {
            if (which(promise) && Of(alliance, promise, month, now) is { } effort) sum += effort;
        }

        return sum;
    }

    private static Effort Counted(int? hours, int count) => new(hours ?? 0, count, hours is null ? count : 0);

    private static int Times(Repetition repeats, LocalDate first, YearMonth month, LocalDate after, LocalDate? before = null)
    {
        var (times, last) = (0, month.OnDayOfMonth(1).With(DateAdjusters.EndOfMonth));
        for (var index = 1; repeats.At(first, index) is { } date && date <= last && !(date >= before); index++)
        {
            if (date.ToYearMonth() == month && date > after) times++;
        }

        return times;
    }
}
