using System.Globalization;
using AllianceBot.Engine;
using static AllianceBot.Stores.Tests.Rows;

namespace AllianceBot.Stores.Tests;

/// <summary>A child with the store is killed at random moments; what it had acknowledged must be there, once.</summary>
/// <param name="library">What a round's child is to use.</param>
/// <param name="open">Opens the store that the child left behind.</param>
internal sealed class KillRounds(Func<int, string> library, Func<Folder, IAllianceStore> open)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task RunAsync(int files, int roundsPerFile, int firstSeed, CancellationToken ct)
    {
        var acknowledged = 0;
        for (var file = 0; file < files; file++)
        {
            using var folder = new Folder();
            var done = new Dictionary<string, (int Producer, long Version)>(StringComparer.Ordinal);
            var sent = new HashSet<string>(StringComparer.Ordinal);
            for (var round = 0; round < roundsPerFile; round++)
            {
                var seed = firstSeed + (file * roundsPerFile) + round;
                foreach (var line in await LiveAndDieAsync(folder, seed, ct))
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

                await VerifyAsync(folder, done, sent, seed, ct);
            }

            acknowledged += done.Count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{files * roundsPerFile} kills, {acknowledged} acknowledged appends, none lost, none twice");
        Assert.True(acknowledged > files * roundsPerFile * 20, $"Only {acknowledged} appends were acknowledged: the load was none.");
    }

    /// <summary>What the child told before it was killed.</summary>
    private async Task<IReadOnlyList<string>> LiveAndDieAsync(Folder folder, int seed, CancellationToken ct)
    {
        using var child = Child.Start("victim", folder.Database, seed.ToString(CultureInfo.InvariantCulture), library(seed));
        return await Child.KillAsync(child, new Random(seed), atMost: 120, Patience, ct);
    }

    private async Task VerifyAsync(
        Folder folder, Dictionary<string, (int Producer, long Version)> done, HashSet<string> sent, int seed, CancellationToken ct)
    {
        await using var store = open(folder);
        var found = new Dictionary<string, (int Producer, long Version)>(StringComparer.Ordinal);
        for (var producer = 0; producer < Victim.Producers; producer++)
        {
            // Loading itself follows the story back to its first event and fails at a gap.
            var stream = await store.LoadAsync(Victim.Alliance(producer), ct);
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
        await foreach (var entry in store.ListAsync("code", ct)) codes.Add(entry.Key.Id);
        Assert.Equal(found.Keys.Order(StringComparer.Ordinal), codes);
        var notices = await NoticesAsync(store, ct);
        Assert.Equal(found.Keys.Order(StringComparer.Ordinal), notices.Select(row => row.Key).Order(StringComparer.Ordinal));
        var settled = notices.Where(row => row.State == OutboxState.Sent).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        Assert.True(sent.IsSubsetOf(settled), $"Round {seed}: what was acknowledged as sent is not.");
        foreach (var key in settled) Assert.NotNull(await store.ShownAtAsync("conversation-1", key, ct));
    }

    private static async Task<List<OutboxRow>> NoticesAsync(IAllianceStore store, CancellationToken ct)
    {
        var rows = new List<OutboxRow>();
        foreach (var state in new[] { OutboxState.Pending, OutboxState.Sending, OutboxState.Sent })
        {
            rows.AddRange(await store.OutboxAsync(new OutboxQuery(Minute(1_000_000), int.MaxValue, state), ct));
        }

        return rows;
    }
}
