using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>What is said of how an indicator moved is no more than the numbers hold.</summary>
public sealed class TrendTests
{
    [Fact]
    public void Nothing_reported_is_no_trend() => Assert.Equal(TrendKind.None, Of([]).Kind);

    [Fact]
    public void A_handful_is_no_trend_and_says_how_many()
    {
        var trend = Of([52, 61, 64]);
        Assert.Equal((TrendKind.TooFew, 3, 52m, 64m), (trend.Kind, trend.Count, trend.First!.Value, trend.Last!.Value));
        Assert.Equal((0m, 0m), (trend.Least, trend.Most));
    }

    [Fact]
    public void A_steady_rise_goes_toward_the_target_with_a_range_not_one_number()
    {
        var trend = Of([52, 61, 64, 72, 79, 84]);
        Assert.Equal(TrendKind.Toward, trend.Kind);
        Assert.True(trend is { Least: > 0, Most: > 0 } && trend.Least < trend.Most, $"{trend.Least} to {trend.Most}");
        Assert.InRange(6.4m, trend.Least, trend.Most);
    }

    [Fact]
    public void Up_and_down_is_no_direction() => Assert.Equal(TrendKind.Unclear, Of([52, 80, 50, 81, 49, 82, 51]).Kind);

    [Fact]
    public void The_same_again_and_again_is_level() => Assert.Equal(TrendKind.Level, Of([52, 52, 52, 52]).Kind);

    [Fact]
    public void A_fall_goes_away_from_a_target_above_and_toward_one_below()
    {
        Assert.Equal(TrendKind.Away, Of([90, 80, 70, 60, 50]).Kind);
        Assert.Equal(TrendKind.Toward, Of([90, 80, 70, 60, 50], JobsCounted.Terms with { Target = 10 }).Kind);
    }

    [Fact]
    public void One_wild_number_does_not_make_a_trend_of_noise_exact()
    {
        var trend = Of([52, 61, 64, 720, 79, 84, 90, 95, 99, 104]);
        Assert.True(trend.Kind == TrendKind.Unclear || trend.Most - trend.Least > 5, $"{trend.Least} to {trend.Most}");
    }

    [Fact]
    public void Very_large_and_very_small_steps_are_rounded_and_never_throw()
    {
        Assert.Equal(TrendKind.Toward, Of([1_000_000_000, 999_999_999, 999_999_998, 999_999_997], JobsCounted.Terms with { Target = -1_000_000_000 }).Kind is TrendKind.Toward or TrendKind.Level
            ? TrendKind.Toward : TrendKind.Unclear);
        Assert.True(Of([0.000001m, 0.000002m, 0.000003m, 0.000004m]).Most >= 0);
        Assert.True(Of([-1_000_000_000, 1_000_000_000, -1_000_000_000, 1_000_000_000]).Most > 0);
    }

    private static Trend Of(decimal[] values, IndicatorTerms? terms = null) =>
        Trend.Of(JobsCounted.Agreed((terms ?? JobsCounted.Terms) with { Baseline = new(70, new(2026, 1, 1)) })
            .ReadSpread(values).Indicator());
}

internal static class Spread
{
    /// <summary>One number for the end of each month, the last for October 2026.</summary>
    public static Spec ReadSpread(this Spec spec, decimal[] values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            spec.Read(values[at], new NodaTime.LocalDate(2026, 11, 1).PlusMonths(at - values.Length + 1).PlusDays(-1));
        }

        return spec;
    }
}
