using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The periods an indicator is reported for. Each is named by its last day: a Sunday, the last of a month or of a quarter.</summary>
internal static class Periods
{
    /// <summary>The last day of the period that this day lies in; null where nobody is asked.</summary>
    public static LocalDate? EndOf(ReportEvery every, LocalDate day) => every switch
    {
        ReportEvery.Week => day.DayOfWeek == IsoDayOfWeek.Sunday ? day : day.Next(IsoDayOfWeek.Sunday),
        ReportEvery.Month => EndOfMonths(day, 1),
        ReportEvery.Quarter => EndOfMonths(day, 3),
        ReportEvery.HalfYear => EndOfMonths(day, 6),
        ReportEvery.Year => EndOfMonths(day, 12),
        ReportEvery.Never => null,
        _ => throw new UnreachableException($"No period for {every}."),
    };

    private static LocalDate EndOfMonths(LocalDate day, int months)
    {
        var last = ((day.Month - 1) / months * months) + months;
        return new LocalDate(day.Year, last, 1).PlusMonths(1).PlusDays(-1);
    }
}
