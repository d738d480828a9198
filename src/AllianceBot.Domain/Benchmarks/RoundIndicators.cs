using NodaTime;

namespace AllianceBot.Domain;

/// <summary>An indicator as the last component asks about it: what would improve it, or what is in the way.</summary>
/// <param name="Key">What names it in the round.</param>
/// <param name="Name">As it is called; null where its words were removed.</param>
public sealed record RoundIndicator(string Key, string? Name)
{
    /// <summary>The agreed number with its readings, where it is on the alliance's list; null for what was caught in the room alone.</summary>
    public IndicatorOnTable? Listed { get; init; }
}

/// <summary>The indicators that the last component of a round asks about.</summary>
public static class RoundIndicators
{
    /// <summary>
    /// Those that were caught in this round, in the order in which they were, then those on the alliance's list. Once the
    /// component is recorded, of the list only what was on the table then.
    /// </summary>
    public static ValueList<RoundIndicator> Of(Alliance alliance, Round round)
    {
        ArgumentNullException.ThrowIfNull(alliance);
        var caught = round.Lines.Where(static line => line is { Kind: LineKind.Indicator, Struck: false })
            .Select(static line => new RoundIndicator($"line{line.Number}", line.Text.Text));
        return round.StartedAt is { } since ? [.. caught, .. Listed(alliance, round, since)] : [.. caught];
    }

    /// <summary>Somebody said since the round began what would improve it, or what is in the way.</summary>
    public static bool IsAnswered(RoundIndicator indicator, Component component) =>
        component.Branches.Any(branch => branch.Indicator == indicator.Key) || indicator.Listed is { IsOpen: false };

    private static IEnumerable<RoundIndicator> Listed(Alliance alliance, Round round, Instant since)
    {
        var component = round.Of(ComponentKinds.Progress);
        return IndicatorViews.Talk(alliance, since)
            .Select(static listed => new RoundIndicator(((Subject)listed.Id).ToString(), listed.Name) { Listed = listed })
            .Where(indicator => component.Record is not { } record || record.OpenIndicators.Contains(indicator.Key) || SaidBy(indicator, component, record.At));
    }

    private static bool SaidBy(RoundIndicator indicator, Component component, Instant recorded) =>
        component.Branches.Any(branch => branch.Indicator == indicator.Key) || indicator.Listed!.Said.Any(said => said.At <= recorded);
}
