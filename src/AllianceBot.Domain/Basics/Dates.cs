using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Domain;

/// <summary>How dates are written in facts.</summary>
public static class Dates
{
    /// <summary>ISO, as "2026-12-04".</summary>
    public static string ToIso(this LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>ISO in UTC, as "2026-12-04T15:00:00Z".</summary>
    public static string ToIso(this Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}
