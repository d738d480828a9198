using System.Text;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Stores.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Benchmarks;

/// <summary>Durable appends of 64 producers to 1,000 alliances, against inserts into one table through the same committer.</summary>
internal static class StoreBench
{
    private const int Producers = 64;
    private const int Alliances = 1_000;

    // What an answered check-in weighs as JSON.
    private static readonly byte[] Body = Encoding.UTF8.GetBytes($$"""{"checkIn":"{{new string('c', 22)}}","by":"{{new string('p', 22)}}","answer":"onTrack","at":"2026-11-20T12:00:00Z","note":"{{new string('w', 24)}}","text":"{{new string('x', 60)}}"}""");

    public static async Task<IReadOnlyList<Result>> RunAsync()
    {
        // The store is opened first: it decides which library the process uses, and the floor then has the same.
        var ours = await OursAsync();
        var floor = await FloorAsync();
        return [new("store.ratio", ours / floor, "x"), new("store.per.s", ours, "appends/s"), new("store.floor.per.s", floor, "inserts/s")];
    }

    private static async Task<double> OursAsync()
    {
        var folder = Directory.CreateTempSubdirectory("alliancebot-bench-");
        await using (var store = SqliteStore.Open(new(Path.Combine(folder.FullName, "bench.db")), NullLogger<SqliteStore>.Instance))
        await using (var committer = new GroupCommitter<StoreWork>(async group =>
        {
            var results = await store.CommitAsync(group, CancellationToken.None);
            if (results.Any(result => result != CommitResult.Done)) throw new InvalidOperationException("An append was refused.");
        }))
        {
            // Each producer has its alliances for itself, so that versions never conflict, as a mailbox sees to it.
            var versions = new long[Alliances];
            var rate = await ProduceAsync((producer, turn) =>
            {
                var alliance = (producer + (turn * Producers)) % (Alliances / Producers * Producers);
                var version = versions[alliance]++;
                var ask = $"{producer:00}{turn:0000000000}abcdefghij";
                return committer.CommitAsync(new Append(new AllianceId($"alliance-{alliance}"), version)
                {
                    Events = [new EventRow("checkin.answered.v1", Body, ask, ask)],
                    NextDue = Instant.FromUnixTimeSeconds(1_800_000_000 + alliance),
                });
            });
            await committer.DisposeAsync();
            return Removed(folder, rate);
        }
    }

    private static async Task<double> FloorAsync()
    {
        var folder = Directory.CreateTempSubdirectory("alliancebot-bench-");
        using var table = new FloorTable(Path.Combine(folder.FullName, "floor.db"));
        await using var committer = new GroupCommitter<ReadOnlyMemory<byte>>(group =>
        {
            table.Write(group);
            return ValueTask.CompletedTask;
        });
        return Removed(folder, await ProduceAsync((_, _) => committer.CommitAsync(Body)));
    }

    private static async Task<double> ProduceAsync(Func<int, int, Task> append)
    {
        var done = 0L;
        using var stop = new CancellationTokenSource();
        var producers = Enumerable.Range(0, Producers).Select(producer => Task.Run(async () =>
        {
            for (var turn = 0; !stop.IsCancellationRequested; turn++)
            {
                await append(producer, turn);
                Interlocked.Increment(ref done);
            }
        })).ToList();
        var rate = await Windows.RateAsync(() => Interlocked.Read(ref done), Console.Error.WriteLine);
        await stop.CancelAsync();
        await Task.WhenAll(producers);
        return rate;
    }

    // Deleting an open file is fine here; what matters is that nothing of a run is left.
    private static double Removed(DirectoryInfo folder, double rate)
    {
        folder.Delete(recursive: true);
        return rate;
    }
}
