using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// How the occurrences of a repeated promise come into being: the first with the yes, each later one when the date of the
/// one before is over. So one is there at a time, a year of them costs no more than a week, and leaving takes one period:
/// what is there stands.
/// </summary>
internal static class SeriesPlan
{
    /// <summary>An occurrence as it would come now.</summary>
    /// <param name="Number">The how many-eth it is.</param>
    /// <param name="Terms">What it takes: the series' own, without the repeating.</param>
    /// <param name="Passed">How many dates before it went by while the bot was away.</param>
    internal readonly record struct Coming(int Number, Terms Terms, int Passed);

    /// <summary>
    /// A date is left to come, or the series can end: not while a change waits, which may give it more dates.
    /// </summary>
    public static bool Turns(Commitment promise) => IsRunning(promise)
        && (promise.Change is null || DateOf(InForce(promise, promise.Series!.Next), promise.Series.Next) is not null);

    public static bool IsRunning(Commitment promise) =>
        promise.Series is not null && promise.State is CommitmentState.Active or CommitmentState.ChangeProposed;

    /// <summary>An occurrence's id: the series' own, a low line and the number, so that the clock needs no chance for it.</summary>
    public static CommitmentId IdOf(CommitmentId series, int number) => new($"{series.Value}_{number}");

    /// <summary>The occurrences that came, latest first.</summary>
    public static IEnumerable<Commitment> Of(Alliance alliance, Commitment series)
    {
        for (var number = (series.Series?.Next ?? 1) - 1; number > 0; number--)
        {
            if (alliance.Commitments.Find(IdOf(series.Id, number)) is { } one) yield return one;
        }
    }

    /// <summary>The occurrence that is there now: the latest, while it has not ended.</summary>
    public static Commitment? Now(Alliance alliance, Commitment series) =>
        Of(alliance, series).FirstOrDefault(static one => !one.State.IsEnded());

    /// <summary>Where a series stands with its first yes.</summary>
    public static Series Started(Terms terms) => new(1, terms.Due, 1, default);

    /// <summary>An occurrence before its terms are folded in: it goes by the series' number and is seen by whom the series is.</summary>
    public static Commitment Begun(Commitment series, Commitment was, CommitmentCameUp came) => was with
    {
        Number = series.Number,
        Occurrence = came.Occurrence,
        Of = series.Id,
        SeenByAll = came.SeenByAll,
        Estimate = series.Estimate,
        ProposedBy = series.ProposedBy,
        Proposer = series.Proposer,
    };

    /// <summary>The next occurrence whose date is not past; null when no date is left.</summary>
    public static Coming? Next(Alliance alliance, Commitment series, LocalDate today)
    {
        var from = series.Series!.Next;
        for (var number = from; number <= from + Repetition.MostTimes; number++)
        {
            series = InForce(series, number);
            if (DateOf(series, number) is not { } raw) return null;
            var due = Workday(alliance, series.Terms, raw);
            if (due >= today) return new(number, series.Terms with { Due = due, Repeats = null }, number - from);
        }

        return null;
    }

    /// <summary>The series after an occurrence came: its date is the next one's, under the terms of that time.</summary>
    public static Commitment Advanced(Alliance alliance, Commitment series, CommitmentCameUp came)
    {
        for (var number = series.Series!.Next; number <= came.Occurrence + 1; number++) series = InForce(series, number);
        return Dated(alliance, series with { Series = series.Series! with { Next = came.Occurrence + 1, LastDue = came.Terms.Due } });
    }

    /// <summary>Other terms are agreed from their date on: at once if that is the next date, else when it comes.</summary>
    public static Commitment Changed(Alliance alliance, Commitment series, Terms terms)
    {
        var changed = series with { Series = series.Series! with { Later = terms } };
        return Dated(alliance, InForce(changed, changed.Series.Next));
    }

    /// <summary>When the next one comes into being, or the series ends: when the latest one's day is over.</summary>
    public static Instant TurnsAt(Alliance alliance, Commitment series) =>
        Calendars.Of(alliance).EndOf(series.Series!.LastDue);

    /// <summary>A date on which one of the two does not work moves to the next on which both do.</summary>
    public static LocalDate Workday(Alliance alliance, Terms terms, LocalDate date)
    {
        var calendar = Calendars.Of(alliance, terms.DoerPartner, terms.ReceiverPartner);
        return calendar.IsWorkday(date) ? date : calendar.NextWorkday(date);
    }

    /// <summary>The series with the date that comes next. One that the latest was moved onto or beyond is none of its own.</summary>
    private static Commitment Dated(Alliance alliance, Commitment series)
    {
        for (var number = series.Series!.Next; number <= series.Series.Next + Repetition.MostTimes; number++)
        {
            var next = InForce(series, number);
            if (DateOf(next, number) is not { } raw) return series;
            if (raw <= next.Series!.LastDue) continue;
            return next with { Terms = next.Terms with { Due = Workday(alliance, next.Terms, raw) }, Series = next.Series with { Next = number } };
        }

        return series;
    }

    /// <summary>The date of an occurrence before it is moved to a working day; null when none is left.</summary>
    private static LocalDate? DateOf(Commitment series, int number) =>
        series.Terms.Repeats!.At(series.Series!.First, number - series.Series.Base + 1);

    /// <summary>The series with its later terms in force, if their date comes before this occurrence's would.</summary>
    private static Commitment InForce(Commitment series, int number)
    {
        if (series.Series!.Later is not { } later) return series;
        if (DateOf(series, number) is { } date && date < later.Due) return series;
        return series with
        {
            Terms = later,
            Series = series.Series with { First = later.Due, Base = number, Later = null },
        };
    }
}
