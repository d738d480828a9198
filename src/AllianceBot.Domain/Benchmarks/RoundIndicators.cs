namespace AllianceBot.Domain;

/// <summary>An indicator as the last component asks about it: what would improve it, or what is in the way.</summary>
/// <param name="Key">What names it in the round.</param>
/// <param name="Name">As it is called; null where its words were removed.</param>
public sealed record RoundIndicator(string Key, string? Name);

/// <summary>The indicators that the last component of a round asks about.</summary>
public static class RoundIndicators
{
    /// <summary>Those that were caught in this round, in the order in which they were.</summary>
    public static ValueList<RoundIndicator> Of(Alliance alliance, Round round)
    {
        ArgumentNullException.ThrowIfNull(alliance);
        return round.Lines.Where(static line => line is { Kind: LineKind.Indicator, Struck: false })
            .Select(static line => new RoundIndicator($"line{line.Number}", line.Text.Text)).ToValueList();
    }
}
