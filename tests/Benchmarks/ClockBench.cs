using System.Diagnostics;
using System.Globalization;
using System.Text;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Stores.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Benchmarks;

/// <summary>
/// What a pass of the clock costs when 100 alliances are due, among 1,000 and among 100,000: each is found, loaded,
/// struck and made durable. Both stores take their passes in turns, so that what else the machine does hits both.
/// </summary>
internal static class ClockBench
{
    private const int Due = 100;
    private const int Passes = 10;
    private const int Warming = 3;
    private const int Few = 1_000;
    private const int Many = 100_000;

    private static readonly EventRow Row = new("checkin.answered.v1", Encoding.UTF8.GetBytes(new string('x', 250)), "an-ask-of-22-characters", null);

    public static async Task<IReadOnlyList<Result>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("alliancebot-bench-");
        try
        {
            using var few = await Side.BuildAsync(Path.Combine(folder.FullName, "few.db"), Few);
            using var many = await Side.BuildAsync(Path.Combine(folder.FullName, "many.db"), Many);
            for (var pass = 0; pass < Passes; pass++)
            {
                await few.PassAsync();
                await many.PassAsync();
            }

            await Console.Error.WriteLineAsync($"few {few}, many {many}");
            // The last answer may have come on a committer's own thread, which must not wait for itself.
            await Task.Yield();
            return [new("clock.scale", many.Median / few.Median, "x"), new("clock.pass.ms", many.Median, "ms")];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Side : IDisposable
    {
        private readonly List<double> times = [];
        private readonly CancellationTokenSource stop = new();
        private readonly SqliteStore store;
        private readonly SetClock clock;
        private readonly AllianceEngine engine;
        private readonly Thread committing;

        private Side(SqliteStore store, Instant start)
        {
            (this.store, clock) = (store, new(start));
            engine = Town.Engine(store, clock);
            committing = new Thread(() => engine.Committer.Run(stop.Token)) { IsBackground = true };
            committing.Start();
        }

        // The first passes belong to the compiler.
        public double Median => times[Warming..].Order().ElementAt((times.Count - Warming) / 2);

        public static async Task<Side> BuildAsync(string path, int alliances)
        {
            var store = SqliteStore.Open(new(path), NullLogger<SqliteStore>.Instance);
            var due = await TellAsync(store);
            await FillAsync(store, alliances - (Due * Passes), due + Duration.FromDays(300));
            return new(store, due);
        }

        /// <summary>One pass: until nothing is due any more. Each pass has its own hundred.</summary>
        public async Task PassAsync()
        {
            clock.Now += Duration.FromMinutes(1);
            var (watch, struck) = (Stopwatch.StartNew(), 0);
            while (await engine.EngineClock.StrikeAsync(EngineLimits.Strikes, CancellationToken.None) is var some and > 0) struck += some;
            times.Add(watch.Elapsed.TotalMilliseconds);
            if (struck != Due) throw new InvalidOperationException($"A pass struck {struck} alliances.");
        }

        public void Dispose()
        {
            stop.Cancel();
            committing.Join();
            engine.Dispose();
            store.DisposeAsync().AsTask().Wait();
            stop.Dispose();
        }

        public override string ToString() => string.Join(' ', times.Select(static time => time.ToString("0.0", CultureInfo.InvariantCulture))) + " ms";

        /// <summary>Real alliances, whose check-ins all end at the same instant; each hundred is made due a minute later.</summary>
        /// <returns>The instant after which they are due.</returns>
        private static async Task<Instant> TellAsync(SqliteStore store)
        {
            var now = SystemClock.Instance.GetCurrentInstant();
            var told = new List<Alliance>();
            using (var stop = new CancellationTokenSource())
            using (var engine = Town.Engine(store))
            {
                var committing = new Thread(() => engine.Committer.Run(stop.Token)) { IsBackground = true };
                committing.Start();
                while (told.Count < Due * Passes)
                {
                    var past = Town.Tell(engine.NewId, now, out _);
                    await engine.ImportAsync(past.Events.ToValueList(), []);
                    told.Add(past.Alliance);
                }

                await stop.CancelAsync();
                committing.Join();
            }

            var due = told.Max(static alliance => alliance.NextDue!.Value);
            var works = told.Select(StoreWork (alliance, index) =>
                new Append(alliance.Id, alliance.Version) { NextDue = due + Duration.FromMinutes((index / Due) + 1) });
            await store.CommitAsync([.. works], CancellationToken.None);
            return due;
        }

        /// <summary>Alliances that wait for much later. Nobody reads them, so their events are only as long as real ones.</summary>
        private static async Task FillAsync(SqliteStore store, int alliances, Instant due)
        {
            foreach (var some in Enumerable.Range(0, alliances).Chunk(1_000))
            {
                var works = some.Select(StoreWork (number) => new Append(new($"quiet-{number:0000000}-abcdefgh"), 0)
                {
                    Events = [Row, Row, Row, Row, Row],
                    NextDue = due + Duration.FromSeconds(number),
                });
                await store.CommitAsync([.. works], CancellationToken.None);
            }
        }
    }

    private sealed class SetClock(Instant now) : IClock
    {
        public Instant Now { get; set; } = now;

        public Instant GetCurrentInstant() => Now;
    }
}
