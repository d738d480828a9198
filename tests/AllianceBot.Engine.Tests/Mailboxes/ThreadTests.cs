using AllianceBot.Domain;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;
using static AllianceBot.Engine.Tests.Bench;

namespace AllianceBot.Engine.Tests;

/// <summary>As in the host: the committer on its own thread, many asking at once, the outbox looping beside it.</summary>
public sealed class ThreadTests : IDisposable
{
    private AllianceEngine engine = null!;

    public void Dispose() => engine.Dispose();

    [Fact]
    public async Task Many_who_ask_at_once_all_get_their_answer_and_each_is_told_once()
    {
        const int askers = 32;
        const int each = 20;
        using var before = await SetUpAsync();
        for (var n = 0; n < askers; n++) await before.AgreedAsync($"p{n}");
        await before.SettleAsync();
        var outlet = new Outlet();
        using var stopping = new CancellationTokenSource();
        engine = new(
            new(before.Store, new Views(), before.Clock, TimeProvider.System, Chance.OfTheSystem, NullLogger.Instance), new());
        engine.Add(outlet);
        var committer = new Thread(() => engine.Committer.Run(stopping.Token));
        committer.Start();
        await engine.StartAsync(CancellationToken.None);
        var sending = Task.Run(() => SendAsync(stopping.Token), CancellationToken.None);
        var asking = Enumerable.Range(0, askers).Select(n => Task.Run(() => AskAsync(n, each))).ToList();
        foreach (var asked in asking) await asked;
        before.Clock.Move(Duration.FromMinutes(5));
        while (outlet.Sent < askers * each) await Task.Delay(10, CancellationToken.None);
        await stopping.CancelAsync();
        await sending;
        await engine.Outbox.DrainAsync();
        committer.Join();
        var stream = await before.Store.LoadAsync(Riverbend, CancellationToken.None);
        Assert.Equal(askers * each, stream.Events.Count(static row => row.Name == "commitment.noted.v1"));
        Assert.Equal(askers * each, outlet.Sent);
    }

    private async Task AskAsync(int asker, int times)
    {
        var promise = new CommitmentId($"p{asker}");
        for (var n = 0; n < times; n++)
        {
            var ask = new AskId($"note-{asker}-{n}");
            var state = (await engine.FindAsync(Riverbend, CancellationToken.None))!;
            var note = new AddNote(promise, state.Commitments[promise].Revision, ask, Say(ask, 0, "Some words"), Question: false);
            var decided = await engine.AskAsync(Riverbend, note, Ana, new(""), CancellationToken.None);
            Assert.Null(decided.Refusal);
        }
    }

    private async Task SendAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            if (await engine.Outbox.StepAsync(EngineLimits.Deliveries, CancellationToken.None) > 0) continue;
            await engine.Outbox.WaitAsync(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        }
    }
}
