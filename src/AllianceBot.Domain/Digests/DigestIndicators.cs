using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What digests say about indicators: numbers that are asked for, and those that came in.</summary>
internal static class DigestIndicators
{
    /// <summary>Asked for and not there yet, by their number.</summary>
    public static ValueList<DigestIndicator> Due(Alliance alliance, PersonId reader) => alliance.Indicators
        .Where(indicator => indicator is { IsLive: true, Asked: not null } && Concerns(alliance, reader, indicator))
        .OrderBy(static indicator => indicator.Number)
        .Select(static indicator => new DigestIndicator(indicator.Id, indicator.Asked!.On)).ToValueList();

    /// <summary>The newest number of each indicator of which one was reported on these days, also in place of another.</summary>
    public static ValueList<DigestReading> Reported(Alliance alliance, PersonId reader, LocalDate from, LocalDate until) => alliance.Indicators
        .Where(indicator => indicator is { IsLive: true, Latest: { } latest } && alliance.DateOf(latest.At) is var day && from <= day && day <= until
            && May.Do(alliance, reader, Act.SeeIndicator, indicator.Id))
        .OrderBy(static indicator => indicator.Number)
        .Select(static indicator => new DigestReading(
            indicator.Id, indicator.Latest!.Value, indicator.Latest.On, IndicatorDecider.IsReached(indicator))).ToValueList();

    /// <summary>What waits for this person: a number, or a word whether the person reports one from now on; with the day until which it does.</summary>
    public static IEnumerable<(Subject Item, LocalDate By)> WaitingFor(Alliance alliance, PersonId person, Instant at) => alliance.Indicators
        .Where(indicator => indicator.IsLive && IndicatorViews.Waits(indicator, person))
        .Select(indicator => ((Subject)indicator.Id, indicator.Asked is null
            ? alliance.DateOf(at).PlusDays(DigestMaker.DaysAhead) : IndicatorClock.LastDay(alliance, indicator)));

    private static bool Concerns(Alliance alliance, PersonId reader, Indicator indicator) =>
        indicator.Owner == reader || alliance.HoldsAnywhere(reader, Role.Facilitator)
        || (indicator.OwnerPartner is { } partner && alliance.Manages(reader, partner));
}
