using System.Diagnostics.Metrics;
using AllianceBot.Health;
using Xunit;

namespace AllianceBot.Tests.Health;

/// <summary>The figures in Prometheus text.</summary>
public sealed class MetricsTests
{
    [Fact]
    public void Counters_gauges_and_histograms_are_written_with_help_type_and_escaped_labels()
    {
        using var metrics = new Metrics();
        using var meter = new Meter("AllianceBot.Test");
        var counter = meter.CreateCounter<long>("alliancebot.test.things", null, "Things.");
        counter.Add(2, new KeyValuePair<string, object?>("how", "a \"b\"\n\\"));
        counter.Add(3, new KeyValuePair<string, object?>("how", "a \"b\"\n\\"));
        meter.CreateHistogram<double>("alliancebot.test.time", "s", "Time.").Record(1.5);
        meter.CreateObservableGauge("alliancebot.test.level", static () => 7.25, null, "Level.");
        var text = metrics.Write();
        Assert.Contains("# HELP alliancebot_test_things_total Things.\n# TYPE alliancebot_test_things_total counter\n", text, StringComparison.Ordinal);
        Assert.Contains("alliancebot_test_things_total{how=\"a \\\"b\\\"\\n\\\\\"} 5\n", text, StringComparison.Ordinal);
        Assert.Contains("alliancebot_test_time_seconds_sum 1.5\n", text, StringComparison.Ordinal);
        Assert.Contains("alliancebot_test_time_seconds_count 1\n", text, StringComparison.Ordinal);
        Assert.Contains("alliancebot_test_level 7.25\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Meters_of_others_are_not_shown()
    {
        using var metrics = new Metrics();
        using var meter = new Meter("Somebody.Else");
        meter.CreateCounter<long>("else.things").Add(1);
        Assert.DoesNotContain("else_things", metrics.Write(), StringComparison.Ordinal);
    }
}
