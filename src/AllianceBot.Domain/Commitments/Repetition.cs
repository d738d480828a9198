using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What a repeated promise counts in.</summary>
public enum RepeatUnit
{
    /// <summary>The same day of the week.</summary>
    Weeks,

    /// <summary>The same day of the month; in a month that is too short its last day.</summary>
    MonthDay,

    /// <summary>The same weekday of the month as the first date: the second Tuesday, say; a fifth counts as the last.</summary>
    MonthWeekday,
}

/// <summary>How a promise comes again, counted from its first date.</summary>
/// <param name="Unit">Weeks or months.</param>
/// <param name="Every">Every so many of them, 1 to 12.</param>
/// <param name="Until">The last day on which it may come.</param>
public sealed record Repetition(RepeatUnit Unit, int Every, LocalDate Until)
{
    /// <summary>The greatest step.</summary>
    public const int MostEvery = 12;

    /// <summary>How often it comes at most: about five years of every week.</summary>
    public const int MostTimes = 260;

    /// <summary>The nth date from the first on, the first being 1; null once the last day is past.</summary>
    public LocalDate? At(LocalDate first, int index)
    {
        if (index is < 1 or > MostTimes) return null;
        var date = Step(first, index - 1);
        return date <= Until ? date : null;
    }

    /// <summary>How many dates there are from the first on.</summary>
    public int TimesFrom(LocalDate first)
    {
        var times = 0;
        while (At(first, times + 1) is not null) times++;
        return times;
    }

    /// <summary>The last day for so many times.</summary>
    public static LocalDate UntilAfter(RepeatUnit unit, int every, LocalDate first, int times) =>
        new Repetition(unit, every, LocalDate.MaxIsoValue).Step(first, Math.Clamp(times, 1, MostTimes) - 1);

    private LocalDate Step(LocalDate first, int steps) => Unit switch
    {
        RepeatUnit.Weeks => first.PlusWeeks(steps * Every),
        RepeatUnit.MonthDay => first.PlusMonths(steps * Every),
        _ => SameWeekday(first, first.With(DateAdjusters.StartOfMonth).PlusMonths(steps * Every)),
    };

    private static LocalDate SameWeekday(LocalDate like, LocalDate month)
    {
        var week = (like.Day - 1) / 7;
        var first = month.DayOfWeek == like.DayOfWeek ? month : month.Next(like.DayOfWeek);
        return week < 4 ? first.PlusWeeks(week) : month.With(DateAdjusters.EndOfMonth).PlusDays(1).Previous(like.DayOfWeek);
    }
}

/// <summary>How far a repeated promise has come. Its own date in <see cref="Commitment.Terms"/> is the next to come.</summary>
/// <param name="Next">The number of the next occurrence.</param>
/// <param name="First">The date from which dates are counted, and</param>
/// <param name="Base">the number of the occurrence that falls on it: both move when other terms take over.</param>
/// <param name="LastDue">When the latest occurrence is due; the next comes into being when that day is over.</param>
/// <param name="Later">Terms that are agreed from their date on.</param>
public sealed record Series(int Next, LocalDate First, int Base, LocalDate LastDue, Terms? Later = null);
