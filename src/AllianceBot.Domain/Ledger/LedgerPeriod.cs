using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The days that figures are about: from the first on, or from the beginning, up to and with the last, in the alliance's zone.</summary>
public readonly record struct LedgerPeriod(LocalDate? From, LocalDate Until)
{
    private const int MonthsOfQuarter = 3;

    /// <summary>From the beginning until today.</summary>
    public static LedgerPeriod All(LocalDate today) => new(null, today);

    /// <summary>From the first day of this quarter of the year until today.</summary>
    public static LedgerPeriod Quarter(LocalDate today)
    {
        var first = today.Month - ((today.Month - 1) % MonthsOfQuarter);
        return new(new LocalDate(today.Year, first, 1), today);
    }

    /// <summary>So many days, today among them.</summary>
    public static LedgerPeriod LastDays(LocalDate today, int days) => new(today.PlusDays(1 - days), today);

    /// <summary>From that day until today; today alone where that day is not over yet.</summary>
    public static LedgerPeriod Since(LocalDate from, LocalDate today) => new(LocalDate.Min(from, today), today);

    public bool Includes(LocalDate date) => date <= Until && !(date < From);

    /// <summary>The same as instants: what is asked thousands of times is not turned into dates each time.</summary>
    internal Interval In(DateTimeZone zone) =>
        new(From is { } from ? zone.AtStartOfDay(from).ToInstant() : null, zone.AtStartOfDay(Until.PlusDays(1)).ToInstant());
}
