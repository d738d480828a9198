using System.Globalization;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What repeated promises ask for beside the rules of every promise.</summary>
internal static class SeriesRules
{
    /// <summary>Facts: now, the occurrence that is there.</summary>
    public static readonly Refusal IsSeries = new("series.which-one");
    public static readonly Refusal RepeatingFixed = new("series.repeating-fixed");

    /// <summary>Facts: due, of the occurrence that is there.</summary>
    public static readonly Refusal DateTaken = new("series.date-taken");
    public static readonly Refusal BadStep = new("series.bad-step");

    /// <summary>Facts: until.</summary>
    public static readonly Refusal OnlyOnce = new("series.only-once");

    /// <summary>Facts: most.</summary>
    public static readonly Refusal TooOften = new("series.too-often");

    public static ValueList<Refusal> All => [IsSeries, RepeatingFixed, DateTaken, BadStep, OnlyOnce, TooOften];

    /// <summary>Why this repetition cannot be agreed, or null.</summary>
    public static Refusal? Check(Alliance alliance, Terms terms, Instant now)
    {
        if (terms.Repeats is not { } repeats) return null;
        if (repeats.Every is < 1 or > Repetition.MostEvery || !Enum.IsDefined(repeats.Unit)) return BadStep;
        var latest = alliance.DateOf(now).PlusYears(TermsRules.YearsAhead);
        if (repeats.Until > latest)
        {
            return TermsRules.DueFar.With("due", TermsRules.Iso(repeats.Until)).With("latest", TermsRules.Iso(latest));
        }

        if (repeats.Until < terms.Due) return OnlyOnce.With("until", TermsRules.Iso(repeats.Until));
        // One more than the most would still be before its last day.
        return repeats.TimesFrom(terms.Due) == Repetition.MostTimes
            && repeats.Until > Repetition.UntilAfter(repeats.Unit, repeats.Every, terms.Due, Repetition.MostTimes)
            ? TooOften.With("most", Repetition.MostTimes.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>What is asked for to come again must come twice at least; of what is agreed the last one may be left.</summary>
    public static Refusal? Twice(Terms terms) => terms.Repeats is { } repeats && repeats.At(terms.Due, 2) is null
        ? OnlyOnce.With("until", TermsRules.Iso(repeats.Until))
        : null;

    /// <summary>What is done to one occurrence cannot be done to all of them at once, or null.</summary>
    public static Refusal? Refuses(Alliance alliance, Commitment promise, CommitmentAct act)
    {
        if (promise.Series is null) return null;
        var ofOne = act is CommitmentAct.Report or CommitmentAct.AtRisk or CommitmentAct.ClearRisk or CommitmentAct.GiveUp
            or CommitmentAct.Release or CommitmentAct.SayUnmet or CommitmentAct.Wait or CommitmentAct.Extend
            or CommitmentAct.ProposeReplacement or CommitmentAct.CheckIn or CommitmentAct.DependOn or CommitmentAct.DependNoMore;
        if (!ofOne) return null;
        return SeriesPlan.Now(alliance, promise) is { } now ? IsSeries.With("now", now.Id.Value) : CommitmentGuards.NotOwed;
    }

    /// <summary>The first occurrence, which comes with the yes.</summary>
    public static CommitmentCameUp First(Alliance alliance, Commitment series, Terms agreed) => new(
        SeriesPlan.IdOf(series.Id, 1), series.Id, 1,
        agreed with { Due = SeriesPlan.Workday(alliance, agreed, agreed.Due), Repeats = null }, series.SeenByAll, Passed: 0);

    /// <summary>The latest occurrence's day is over: the next one comes, or the series is at its end.</summary>
    public static CommitmentEvent Turned(Alliance alliance, Commitment series, Instant now) =>
        SeriesPlan.Next(alliance, series, alliance.DateOf(now)) is { } next
            ? new CommitmentCameUp(
                SeriesPlan.IdOf(series.Id, next.Number), series.Id, next.Number, next.Terms, series.SeenByAll, next.Passed)
            : new CommitmentSeriesEnded(series.Id);
}
