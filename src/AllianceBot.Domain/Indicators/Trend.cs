using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// How an indicator moved, looking back, with how sure that is: the steps between any two readings, as much as a month, and
/// of these the middle eight of ten. A handful of readings makes no trend, and it says how many there are.
/// </summary>
/// <param name="Kind">What can be said.</param>
/// <param name="Count">Readings that count.</param>
/// <param name="First">The oldest of them; null when there is none.</param>
/// <param name="Last">The newest of them.</param>
/// <param name="Least">The lower end of the monthly step; 0 where there is no trend.</param>
/// <param name="Most">The upper end.</param>
public sealed record Trend(TrendKind Kind, int Count, Measured? First, Measured? Last, decimal Least, decimal Most)
{
    /// <summary>Fewer readings than this, and whatever they show can be chance.</summary>
    public const int Fewest = 4;

    /// <summary>Readings that are looked back on.</summary>
    private const int Newest = 24;

    private const decimal DaysAMonth = 30.4375m;

    public static Trend Of(Indicator indicator)
    {
        var read = indicator.Counted.TakeLast(Newest).Select(static one => new Measured(one.Value, one.On)).ToList();
        if (read.Count == 0) return new(TrendKind.None, 0, null, null, 0, 0);
        if (read.Count < Fewest) return new(TrendKind.TooFew, read.Count, read[0], read[^1], 0, 0);
        var steps = new List<decimal>();
        for (var from = 0; from < read.Count; from++)
        {
            for (var to = from + 1; to < read.Count; to++)
            {
                if (Period.DaysBetween(read[from].On, read[to].On) is > 0 and var days) steps.Add((read[to].Value - read[from].Value) / days * DaysAMonth);
            }
        }

        steps.Sort();
        var edge = steps.Count / 10;
        var (least, most) = (Rounded(steps[edge]), Rounded(steps[^(edge + 1)]));
        return new(KindOf(indicator, least, most), read.Count, read[0], read[^1], least, most);
    }

    /// <summary>It points somewhere only where both ends of the step point there.</summary>
    private static TrendKind KindOf(Indicator indicator, decimal least, decimal most)
    {
        if (least == 0 && most == 0) return TrendKind.Level;
        var up = least > 0;
        if (!up && most >= 0) return TrendKind.Unclear;
        return indicator.Start is not { } start || start.Value == indicator.Terms.Target ? up ? TrendKind.Up : TrendKind.Down
            : up == indicator.Terms.Target > start.Value ? TrendKind.Toward : TrendKind.Away;
    }

    /// <summary>Two figures that mean something: a step is never more exact than that.</summary>
    private static decimal Rounded(decimal step)
    {
        if (step == 0) return 0;
        var scale = 1m;
        var size = Math.Abs(step);
        while (size >= 100 && scale < 1_000_000_000m) (size, scale) = (size / 10, scale * 10);
        while (size < 10 && scale > 0.0001m) (size, scale) = (size * 10, scale / 10);
        return Math.Round(step / scale, MidpointRounding.AwayFromZero) * scale;
    }
}

/// <summary>What can be said of how an indicator moved.</summary>
public enum TrendKind
{
    /// <summary>Nothing was reported yet.</summary>
    None,

    /// <summary>Too few readings to see a trend.</summary>
    TooFew,

    /// <summary>Up and down: no clear direction.</summary>
    Unclear,
    Level,
    Toward,
    Away,

    /// <summary>It moves, and the target is where it began.</summary>
    Up,
    Down,
}
