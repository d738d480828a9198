using System.Globalization;
using AllianceBot.Engine;
using AllianceBot.Stores.Sqlite;
using static AllianceBot.Stores.Tests.Rows;

namespace AllianceBot.Stores.Tests;

/// <summary>A child with the store is killed at random moments; what it had acknowledged must be there, once.</summary>
public sealed class KillTests
{
    private const int Files = 5;
    private const int RoundsPerFile = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_kills_under_load_lose_nothing_acknowledged_and_apply_nothing_twice()
    {
        var acknowledged = 0;
        for (var file = 0; file < Files; file++)
        {
            using var folder = new Folder();
            var done = new Dictionary<string, (int Producer, long Version)>(StringComparer.Ordinal);
            var sent = new HashSet<string>(StringComparer.Ordinal);
            for (var round = 0; round < RoundsPerFile; round++)
            {
                var seed = (file * RoundsPerFile) + round;
                foreach (var line in await LiveAndDieAsync(folder, seed))
                {
                    if (line.Split(' ') is ["done", var producer, var version, var ask])
                    {
                        done.Add(ask, (int.Parse(producer, CultureInfo.InvariantCulture), long.Parse(version, CultureInfo.InvariantCulture)));
                    }
                    else if (line.Split(' ') is ["sent", var key])
                    {
                        Assert.True(sent.Add(key), $"{key} was sent twice.");
                    }
                }

                await VerifyAsync(folder, done, sent, seed);
            }

            acknowledged += done.Count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Files * RoundsPerFile} kills, {acknowledged} acknowledged appends, none lost, none twice");
        Assert.True(acknowledged > Files * RoundsPerFile * 20, $"Only {acknowledged} appends were acknowledged: the load was none.");
    }

    [Fact]
    public async Task A_second_process_on_the_same_file_is_refused_and_may_start_once_the_first_was_killed()
    {
        using var folder = new Folder();
        using var first = Child.Start("victim", folder.Database, "1", "system");
        Assert.Equal("ready", await first.StandardOutput.ReadLineAsync(Ct).AsTask().WaitAsync(Patience, Ct));
        var fault = Assert.Throws<StoreException>(() => folder.Open());
        Assert.Contains("Another AllianceBot uses the database", fault.Message, StringComparison.Ordinal);
        first.Kill();
        await first.WaitForExitAsync(Ct).WaitAsync(Patience, Ct);
        await folder.Open().DisposeAsync();
    }

    /// <summary>What the child told before it was killed.</summary>
    private static async Task<IReadOnlyList<string>> LiveAndDieAsync(Folder folder, int seed)
    {
        using var child = Child.Start(
            "victim", folder.Database, seed.ToString(CultureInfo.InvariantCulture), seed % 2 == 0 ? "system" : "bundled");
        return await Child.KillAsync(child, new Random(seed), atMost: 120, Patience, Ct);
    }

    private static async Task VerifyAsync(
        Folder folder, Dictionary<string, (int Producer, long Version)> done, HashSet<string> sent, int seed)
    {
        await using var store = folder.Open();
        var found = new Dictionary<string, (int Producer, long Version)>(StringComparer.Ordinal);
        for (var producer = 0; producer < Victim.Producers; producer++)
        {
            // Loading itself follows the story back to its first event and fails at a gap.
            var stream = await store.LoadAsync(Victim.Alliance(producer), Ct);
            var asks = new List<string>();
            for (var i = 0; i < stream.Events.Count; i++)
            {
                var ask = stream.Events[i].Ask;
                if (asks.Count == 0 || asks[^1] != ask) asks.Add(ask);
                found[ask] = (producer, i + 1);
            }

            Assert.Equal(asks.Count, asks.Distinct().Count());
            Assert.Equal(asks, stream.Words.Select(row => row.Id));
        }

        Assert.All(done, it => Assert.True(found.GetValueOrDefault(it.Key) == it.Value, $"Round {seed}: {it.Key} was acknowledged and is not there."));
        var codes = new List<string>();
        await foreach (var entry in store.ListAsync("code", Ct)) codes.Add(entry.Key.Id);
        Assert.Equal(found.Keys.Order(StringComparer.Ordinal), codes);
        var notices = await NoticesAsync(store);
        Assert.Equal(found.Keys.Order(StringComparer.Ordinal), notices.Select(row => row.Key).Order(StringComparer.Ordinal));
        var settled = notices.Where(row => row.State == OutboxState.Sent).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        Assert.True(sent.IsSubsetOf(settled), $"Round {seed}: what was acknowledged as sent is not.");
        foreach (var key in settled) Assert.NotNull(await store.ShownAtAsync("conversation-1", key, Ct));
    }

    private static async Task<List<OutboxRow>> NoticesAsync(SqliteStore store)
    {
        var rows = new List<OutboxRow>();
        foreach (var state in new[] { OutboxState.Pending, OutboxState.Sending, OutboxState.Sent })
        {
            rows.AddRange(await store.OutboxAsync(new OutboxQuery(Minute(1_000_000), int.MaxValue, state), Ct));
        }

        return rows;
    }
}
