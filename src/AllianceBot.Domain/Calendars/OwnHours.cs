using NodaTime;

namespace AllianceBot.Domain;

/// <summary>When one person may be asked; what is null is as the person's partner or the alliance has it.</summary>
/// <param name="Zone">Where the person's clock is, as a TZDB id.</param>
/// <param name="Days">The person's working days.</param>
/// <param name="From">Asked from this local time on.</param>
/// <param name="Until">Not written to from this local time on.</param>
/// <param name="Quiet">Not written to meanwhile either.</param>
public sealed record OwnHours(string? Zone, Workdays? Days, LocalTime? From, LocalTime? Until, QuietTime? Quiet);

/// <summary>A time of every day in which a person is left alone. It may go over midnight.</summary>
/// <param name="From">From this local time on.</param>
/// <param name="Until">Up to and without this one.</param>
public sealed record QuietTime(LocalTime From, LocalTime Until)
{
    public bool Includes(LocalTime time) =>
        From < Until ? time >= From && time < Until : time >= From || time < Until;
}
