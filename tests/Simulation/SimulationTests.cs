using System.Globalization;
using AllianceBot.Engine;
using AllianceBot.Stores.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Simulation;

public sealed class SimulationTests
{
    private const int Steps = 4000;

    public static TheoryData<int> Seeds => Environment.GetEnvironmentVariable("SIMULATION_SEED") is { Length: > 0 } seed
        ? [int.Parse(seed, CultureInfo.InvariantCulture)]
        : [1, 2, 3, 4, 5, 6, 7, 8, Today];

    private static int Today => int.Parse(DateTime.UtcNow.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task C2_Whatever_fails_nothing_is_lost_done_twice_or_shown_to_the_wrong_person(int seed)
    {
        TestContext.Current.SendDiagnosticMessage("seed {0}", seed);
        await CheckAsync(seed);
    }

    [Fact]
    public async Task C2_On_the_default_store_too_nothing_is_lost_done_twice_or_shown_to_the_wrong_person()
    {
        var folder = Directory.CreateTempSubdirectory("simulation-");
        SqliteStore? open = null;
        try
        {
            await CheckAsync(11, 800, async last =>
            {
                if (last is not null) await last.DisposeAsync();
                return open = SqliteStore.Open(new(Path.Combine(folder.FullName, "bot.db")), NullLogger<SqliteStore>.Instance);
            });
        }
        finally
        {
            if (open is not null) await open.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Seeds_without_end_when_asked_for()
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("SIMULATION_SECONDS"), out var seconds)) return;
        var end = DateTime.UtcNow.AddSeconds(seconds);
        for (var seed = Today * 100; DateTime.UtcNow < end; seed++) await CheckAsync(seed % int.MaxValue);
    }

    [Fact]
    public async Task A_seed_runs_the_same_way_each_time()
    {
        var (one, other) = (World.Make(7), World.Make(7));
        await one.RunAsync(400);
        await other.RunAsync(400);
        Assert.Equal(one.Outside.Arrivals, other.Outside.Arrivals);
        Assert.Equal(one.Clock.GetCurrentInstant(), other.Clock.GetCurrentInstant());
    }

    [Fact]
    public async Task The_world_is_lively_enough_to_find_anything()
    {
        var world = World.Make(3);
        await world.RunAsync(Steps);
        if (Environment.GetEnvironmentVariable("SIMULATION_STATS") is not null)
        {
            foreach (var (what, count) in world.Asked.CountBy(static sent => $"{sent.Command.GetType().Name} {sent.Last}").OrderByDescending(static pair => pair.Value)) Console.WriteLine($"{count} {what}");
        }

        Assert.InRange(world.Crashes, 4, int.MaxValue);
        Assert.InRange(world.Asked.Count(static sent => sent.WasDone), 100, int.MaxValue);
        Assert.InRange(world.Outside.Arrivals.Count, 100, int.MaxValue);
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alliance in Cast.Ids)
        {
            foreach (var row in (await world.Store.LoadAsync(alliance, CancellationToken.None)).Events) kinds.Add(row.Name);
        }

        Assert.True(kinds.Count > 30, $"Only {string.Join(' ', kinds.Order(StringComparer.Ordinal))}");
    }

    private static async Task CheckAsync(int seed, int steps = Steps, Func<IAllianceStore?, Task<IAllianceStore>>? make = null)
    {
        var replay = $"SIMULATION_SEED={seed} bash tests/run --no-install --only Simulation";
        var world = make is null ? World.Make(seed) : await World.MakeAsync(seed, make);
        IReadOnlyList<string> broken;
        try
        {
            await world.RunAsync(steps);
            broken = await new Laws(world).BrokenAsync();
        }
        catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"Seed {seed}: {fault}\nReplay: {replay}");
            return;
        }

        Assert.True(broken.Count == 0, $"Seed {seed} broke {broken.Count} laws:\n{string.Join('\n', broken.Take(20))}\nReplay: {replay}");
    }
}
