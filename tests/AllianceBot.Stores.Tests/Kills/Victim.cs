using System.Text;
using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Stores.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using static AllianceBot.Stores.Tests.Rows;

namespace AllianceBot.Stores.Tests;

/// <summary>
/// The child that is killed: producers append without pause, one more delivers, and each tells on the pipe what it was
/// told is durable. What it wrote there outlives it.
/// </summary>
internal sealed class Victim(IAllianceStore store, CommitterThread committer, int seed)
{
    public const int Producers = 5;

    private readonly Lock gate = new();
    private readonly Stream pipe = Console.OpenStandardOutput();

    /// <summary>Runs until it is killed, or for a minute and a half should nobody do it.</summary>
    public static async Task RunAsync(string path, int seed, string library)
    {
        await using var store = Open(path, library);
        using var committer = new CommitterThread(store);
        var victim = new Victim(store, committer, seed);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        victim.Tell("ready");
        await Task.WhenAll([victim.DeliverAsync(end.Token), .. Enumerable.Range(0, Producers).Select(it => victim.ProduceAsync(it, end.Token))]);
    }

    public static IAllianceStore Open(string path, string library)
    {
#if LITEDB
        if (library == "litedb") return LiteDb.LiteDbStore.Open(new(path), NullLogger<LiteDb.LiteDbStore>.Instance);
#endif
        // A log that is carried over all the time, so that kills fall into that too.
        var options = library == "plain"
            ? new SqliteOptions(path)
            : new SqliteOptions(path) { CheckpointPages = 40, LogPagesAtMost = 400, PreferSystemLibrary = library == "system" };
        return SqliteStore.Open(options, NullLogger<SqliteStore>.Instance);
    }

    public static AllianceId Alliance(int producer) => new($"alliance-{producer}");

    private async Task ProduceAsync(int producer, CancellationToken ct)
    {
        await Task.Yield();
        var alliance = Alliance(producer);
        var chance = new Random((seed * 100) + producer);
        var version = (await store.LoadAsync(alliance, ct)).Version;
        for (var n = 0; !ct.IsCancellationRequested; n++)
        {
            var ask = $"{seed}-{producer}-{n}";
            var events = Enumerable.Range(0, chance.Next(1, 4)).Select(_ => Event(new string('x', chance.Next(10, 3_000)), ask, ask)).ToArray();
            var append = Append(alliance, version, events) with
            {
                Words = [Words(ask, "s")],
                Notices = [Notice(ask)],
                Directory = [Put("code", ask, ask, onlyIfNew: true)],
                NextDue = Minute(n),
            };
            if (await committer.CommitAsync(append) != CommitResult.Done) throw new InvalidOperationException($"{ask} was not done.");
            version += events.Length;
            Tell($"done {producer} {version} {ask}");
        }
    }

    private async Task DeliverAsync(CancellationToken ct)
    {
        await Task.Yield();
        while (!ct.IsCancellationRequested)
        {
            foreach (var row in await store.OutboxAsync(new OutboxQuery(Minute(0), 8), ct))
            {
                if (await committer.CommitAsync(Move(row, OutboxState.Sending, 1)) != CommitResult.Done) throw new InvalidOperationException("Not claimed.");
                var sent = Move(row with { State = OutboxState.Sending }, OutboxState.Sent) with { Shown = Card(row.Alliance, row.Key, 1) };
                if (await committer.CommitAsync(sent) != CommitResult.Done) throw new InvalidOperationException("Not settled.");
                Tell($"sent {row.Key}");
            }
        }
    }

    private void Tell(string line)
    {
        var bytes = Encoding.ASCII.GetBytes(line + "\n");
        lock (gate) pipe.Write(bytes);
    }
}
