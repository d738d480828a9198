using System.Diagnostics;
using System.Globalization;
using AllianceBot.Domain;
using AllianceBot.Engine;
using static AllianceBot.Stores.Tests.Rows;

namespace AllianceBot.Stores.Tests;

/// <summary>Durable appends per second by 64 producers against one-table inserts through the same committer. Not a test: it tells.</summary>
internal static class Measure
{
    private const int Producers = 64;
    private const int Alliances = 1_000;

    private static readonly string Payload = new('x', 200);

    public static async Task RunAsync(int seconds, string kind)
    {
        if (kind == "load")
        {
            await LoadLongAsync();
            return;
        }

        for (var round = 0; round < 3; round++)
        {
            using var folder = new Folder();
            double floor, ours;
            await using (var one = new OneTable(folder.Path + "/one.db")) floor = await LoadAsync(one, seconds, "");
            await using (var store = folder.Open()) ours = await LoadAsync(store, seconds, kind);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"floor {floor:0} store {ours:0} ratio {ours / floor:0.00}"));
        }
    }

    /// <summary>A stream of 10,000 events among others, read by a store that was just opened.</summary>
    private static async Task LoadLongAsync()
    {
        using var folder = new Folder();
        await using (var store = folder.Open())
        {
            for (var i = 0; i < 1_000; i++)
            {
                var group = Enumerable.Range(0, 10).Select(n => Append(
                    new AllianceId($"a{n}"), 10 * i, [.. Enumerable.Range(0, 10).Select(it => Event(Payload, $"ask{i}-{it}"))]));
                await store.CommitAsync([.. group], CancellationToken.None);
            }
        }

        for (var round = 0; round < 10; round++)
        {
            var watch = Stopwatch.StartNew();
            await using var store = folder.Open();
            var opened = watch.Elapsed.TotalMilliseconds;
            var stream = await store.LoadAsync(new AllianceId($"a{round}"), CancellationToken.None);
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"open {opened:0.0} ms, load of {stream.Version} {watch.Elapsed.TotalMilliseconds - opened:0.0} ms"));
        }
    }

    private static async Task<double> LoadAsync(IAllianceStore store, int seconds, string kind)
    {
        using var committer = new CommitterThread(store);
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var all = await ProduceAllAsync(store, committer, watch, seconds, kind);
        var elapsed = watch.Elapsed.TotalSeconds;
        var each = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / all;
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  {all / elapsed:0}/s, {each:0.0} us of processor each"));
        return all / elapsed;
    }

    private static async Task<long> ProduceAllAsync(IAllianceStore store, CommitterThread committer, Stopwatch watch, int seconds, string kind)
    {
        using var stop = new CancellationTokenSource();
        var delivering = kind == "delivered" ? DeliverAsync(store, committer, stop.Token) : Task.CompletedTask;
        var counts = await Task.WhenAll(Enumerable.Range(0, Producers).Select(p => Task.Run(() => ProduceAsync(committer, p, watch, seconds, kind))));
        await stop.CancelAsync();
        await delivering;
        return counts.Sum();
    }

    /// <summary>Claims and settles what was written, two works for each notice, so that few are on their way at a time.</summary>
    private static async Task DeliverAsync(IAllianceStore store, CommitterThread committer, CancellationToken ct)
    {
        await Task.Yield();
        while (!ct.IsCancellationRequested)
        {
            var rows = await store.OutboxAsync(new OutboxQuery(Minute(1_000_000), 256), CancellationToken.None);
            await Task.WhenAll(rows.Select(row => committer.CommitAsync(Move(row, OutboxState.Sending))));
            await Task.WhenAll(rows.Select(row => committer.CommitAsync(Move(row with { State = OutboxState.Sending }, OutboxState.Sent))));
            await Task.Yield();
        }
    }

    private static async Task<long> ProduceAsync(CommitterThread committer, int producer, Stopwatch watch, int seconds, string kind)
    {
        // Each producer has alliances of its own, as a mailbox has.
        var own = Enumerable.Range(0, Alliances).Where(n => n % Producers == producer).Select(n => new AllianceId($"alliance-{n:0000}-abcdefg")).ToArray();
        var versions = new long[own.Length];
        var chance = new Random(producer);
        var done = 0L;
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            var at = chance.Next(own.Length);
            var ask = $"{producer:00}{done:0000000000}abcdefghij";
            var append = Append(own[at], versions[at], Event(Payload, ask, ask));
            if (kind is "full" or "notice" or "delivered") append = append with { Notices = [Notice($"commitment:{ask}/confirm/{done}")] };
            if (kind is "full" or "due" or "delivered") append = append with { NextDue = Minute(done) };
            if (await committer.CommitAsync(append) != CommitResult.Done) throw new InvalidOperationException("An append was not done.");
            versions[at]++;
            done++;
        }

        return done;
    }
}
