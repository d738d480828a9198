using System.Globalization;

namespace AllianceBot.Stores.Tests;

/// <summary>The engine is killed in the middle of answering; what was asked is asked again, and is there once.</summary>
public sealed class EngineKillTests
{
    private const int Files = 2;
    private const int RoundsPerFile = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_asked_again_after_a_kill_is_answered_and_not_done_twice()
    {
        var answered = 0;
        for (var file = 0; file < Files; file++)
        {
            using var folder = new Folder();
            var done = new HashSet<string>(StringComparer.Ordinal);
            var again = "";
            for (var round = 0; round < RoundsPerFile; round++)
            {
                var seed = (file * RoundsPerFile) + round;
                var told = await LiveAndDieAsync(folder, seed, again);
                Assert.All(told, line => Assert.StartsWith("done ", line, StringComparison.Ordinal));
                var asked = told.Select(line => line[5..]).ToList();
                done.UnionWith(asked);
                again = string.Join(',', Enumerable.Range(0, EngineVictim.People).SelectMany(person => LastAndNext(asked, person, seed)));
                await VerifyAsync(folder, done);
            }

            answered += done.Count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Files * RoundsPerFile} kills, {answered} asks answered, none lost, none twice");
        Assert.True(answered > Files * RoundsPerFile * 10, $"Only {answered} asks were answered: the load was none.");
    }

    /// <summary>A person's last answered ask, and the one that was under way: it may or may not have been done.</summary>
    private static IEnumerable<string> LastAndNext(List<string> asked, int person, int seed)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{seed}-{person}-");
        var last = asked.Where(ask => ask.StartsWith(prefix, StringComparison.Ordinal))
            .Select(ask => int.Parse(ask[prefix.Length..], CultureInfo.InvariantCulture)).DefaultIfEmpty(-1).Max();
        if (last >= 0) yield return prefix + last.ToString(CultureInfo.InvariantCulture);
        yield return prefix + (last + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<IReadOnlyList<string>> LiveAndDieAsync(Folder folder, int seed, string again)
    {
        using var child = Child.Start("engine", folder.Database, seed.ToString(CultureInfo.InvariantCulture), again);
        return await Child.KillAsync(child, new Random(seed), atMost: 60, Patience, Ct);
    }

    private static async Task VerifyAsync(Folder folder, HashSet<string> done)
    {
        await using var store = folder.Open();
        var requested = new List<string>();
        for (var person = 0; person < EngineVictim.People; person++)
        {
            var stream = await store.LoadAsync(EngineVictim.Alliance(person), Ct);
            requested.AddRange(stream.Events.Where(row => row.Name == "commitment.requested.v1").Select(row => row.Ask));
        }

        Assert.Equal(requested.Count, requested.Distinct(StringComparer.Ordinal).Count());
        Assert.True(done.IsSubsetOf(requested), $"Acknowledged and not there: {string.Join(' ', done.Except(requested).Take(5))}");
    }
}
