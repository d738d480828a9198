using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// Cases in digests are counts by step and nothing else: those that the reader is in, and of all others only what every
/// member may know, which is never fewer than two.
/// </summary>
internal static class DigestCaseCounts
{
    /// <summary>A step that ends within so many days is about to run out of time.</summary>
    private const int Soon = 7;

    public static ValueList<DigestCases> Of(Alliance alliance, PersonId reader)
    {
        if (alliance.Cases.Count == 0) return [];
        var own = alliance.Cases.Where(one => one.IsOpen && CaseRights.Reads(alliance, one, reader)).GroupBy(static one => Math.Max(1, one.Rung))
            .OrderBy(static step => step.Key).Select(static step => new DigestCases(step.Key, step.Count(), Own: true));
        var all = (CaseViews.Count(alliance, new PersonReader(reader))?.Lines ?? []).GroupBy(static line => line.Rung)
            .OrderBy(static step => step.Key).Select(static step => new DigestCases(step.Key, step.Sum(static line => line.Count), Own: false));
        return [.. own, .. all];
    }

    /// <summary>Of which this person is the neutral.</summary>
    public static int Ending(Alliance alliance, PersonId neutral, Instant at) => alliance.Cases.Count(one => one.IsOpen && one.Neutral == neutral
        && CaseInsides.Waiting(alliance, one)?.Until is { } until && until < alliance.DateOf(at).PlusDays(Soon));
}
