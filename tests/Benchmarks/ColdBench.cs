using System.Diagnostics;
using AllianceBot.Domain;
using AllianceBot.Stores.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Benchmarks;

/// <summary>An alliance of 10,000 events read and folded by a process that has not seen it before.</summary>
internal static class ColdBench
{
    private const int Events = 10_000;
    private const int Rounds = 9;

    public static async Task<IReadOnlyList<Result>> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("alliancebot-bench-");
        try
        {
            var database = Path.Combine(folder.FullName, "alliancebot.db");
            var asked = await Town.BuildAsync(database, alliances: 1, answers: Events - 100);
            return await HostSide.LinesAsync(Children.ServerCore, ["cold", database, asked[0].Alliance]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static async Task RunAsync(string database, string alliance)
    {
        await using var store = SqliteStore.Open(new(database), NullLogger<SqliteStore>.Instance);
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            using var engine = Town.Engine(store);
            var watch = Stopwatch.StartNew();
            var found = await engine.FindAsync(new AllianceId(alliance), CancellationToken.None);
            times.Add(watch.Elapsed.TotalMilliseconds);
            if (round == 0) Console.WriteLine($"{found!.Version} events, with the compiler at work {times[0]:0} ms");
        }

        times.Sort();
        Console.WriteLine(new Result("load.10k.ms", times[Rounds / 2], "ms"));
    }
}
