using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Simulation.Years;

public sealed class YearTests
{
    private const int Days = 730;

    private static readonly double YearsEach = YearCast.Zones.Count * Days / 365.0;

    /// <summary>Ten alliances over two years for each seed: two hundred alliance-years in all.</summary>
    private static IReadOnlyList<int> Seeds => Environment.GetEnvironmentVariable("SIMULATION_YEARS_SEED") is { Length: > 0 } seed
        ? [int.Parse(seed, CultureInfo.InvariantCulture)]
        : [.. Enumerable.Range(1, 10)];

    [Fact]
    public async Task B1_B2_B5_Over_two_years_everybody_is_asked_at_the_right_hour_once_and_nothing_is_forgotten()
    {
        var (failed, watch) = (new ConcurrentQueue<string>(), Stopwatch.StartNew());
        await Parallel.ForEachAsync(Seeds, async (seed, _) =>
        {
            if (await BrokenAsync(seed) is { } broken) failed.Enqueue(broken);
        });
        Say($"{Seeds.Count * YearsEach:F0} alliance-years, {Seeds.Count * YearsEach / watch.Elapsed.TotalMinutes:F0} a minute");
        Assert.True(failed.IsEmpty, string.Join("\n\n", failed));
    }

    [Fact]
    public async Task Fresh_years_when_asked_for()
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("SIMULATION_YEARS_SECONDS"), out var seconds)) return;
        var end = DateTime.UtcNow.AddSeconds(seconds);
        var first = int.Parse(DateTime.UtcNow.ToString("MMddHHmm", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        for (var seed = first; DateTime.UtcNow < end; seed++) Assert.Null(await BrokenAsync(seed));
    }

    /// <summary>What the years of this seed broke, with how to see it again; null when all is well.</summary>
    private static async Task<string?> BrokenAsync(int seed)
    {
        var year = new Year(seed);
        var replay = $"Replay: SIMULATION_YEARS_SEED={seed} bash tests/run --no-install --only Simulation";
        try
        {
            await year.RunAsync(Days);
        }
        catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
        {
            return $"Seed {seed}, {year.Now}: {fault}\n{replay}";
        }

        Say($"seed {seed}: {year.Laws.Events} events, {year.Laws.Messages} messages, {year.Laws.Figures} ended promises and {year.Laws.Digests} digests counted twice, {year.Machine.Crashes} crashes, {year.Outages} outages, {year.Laws.Decided} decisions, {year.Laws.Destroyed} times words destroyed, {year.Laws.Cases.Count} cases, {year.Laws.Moves} steps on their ladders, {year.Laws.Statements} times statements destroyed");
        if (year.Laws.Broken is { Count: > 0 } broken) return $"Seed {seed} broke {broken.Count} laws:\n{string.Join('\n', broken.Take(20))}\n{replay}";
        if (year.Laws.Unsaid.ToList() is { Count: > 0 } unsaid) return $"Seed {seed}: no digest says anything in {string.Join(", ", unsaid)}.\n{replay}";
        // A world in which nothing happens finds nothing.
        return year.Laws.Messages > 1000 && year.Laws.Figures > 20 && year.Laws.Digests > 1000 && year.Machine.Crashes > 10 && year.Outages > 3
            && year.Laws.Decided > 50 && year.Laws.Destroyed > 50 && year.Laws.Cases.Count > 20
            && year.Laws.Moves > 40 && year.Laws.Statements > 10 ? null : $"Seed {seed} is too quiet.\n{replay}";
    }

    private static void Say(FormattableString line) => Console.WriteLine($"years: {line.ToString(CultureInfo.InvariantCulture)}");
}
