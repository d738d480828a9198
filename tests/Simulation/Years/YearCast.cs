using AllianceBot.Domain;

namespace Simulation.Years;

/// <summary>Ten alliances, each in a zone of its own: half hours, quarter hours, both halves of the earth, clocks changed by half an hour, and none.</summary>
internal static class YearCast
{
    public static readonly IReadOnlyList<string> Zones =
    [
        "America/Chicago", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Auckland", "America/St_Johns", "Asia/Kathmandu",
        "Africa/Casablanca", "America/Santiago", "Pacific/Kiritimati",
    ];

    public static IReadOnlyList<AllianceId> Ids { get; } = [.. Zones.Select(static (_, n) => new AllianceId($"yr{n}"))];
}
