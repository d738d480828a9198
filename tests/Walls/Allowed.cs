namespace Walls;

/// <summary>The exceptions from the walls, each with its reason. Short on purpose: an entry that nobody needs any more is a fault too.</summary>
internal static class Allowed
{
    /// <summary>Files above 300 lines (none may pass 400).</summary>
    public static readonly IReadOnlyDictionary<string, string> LongFiles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
    };

    /// <summary>Where everything may be caught: the loops of the host, the strike of an item, the endpoint.</summary>
    public static readonly IReadOnlyDictionary<string, string> CatchAll = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["src/AllianceBot.Domain/Alliances/Strikes.cs"] = "The strike of an item: one that throws is parked with an event, the others go on.",
    };

    /// <summary>Where a banned symbol is named: the system clock, chance and ids come in at one place.</summary>
    public static readonly IReadOnlyDictionary<string, string> BannedSymbols = new Dictionary<string, string>(StringComparer.Ordinal);
}
