using AllianceBot.Engine;

namespace AllianceBot.Wiring;

/// <summary>
/// The loops that make the engine's steps happen: the committer on a thread of its own, since it waits for the disk, and
/// clock with its heart, outbox, refresher, auditor and tidier on one task each. They are awaited at shutdown, the committer last.
/// </summary>
internal sealed class Loops(AllianceEngine engine, IEnumerable<IChannel> channels, TimeProvider time, ILogger<Loops> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Audits = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource closing = new();
    private Thread? committing;
    private Task running = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var channel in channels) engine.Add(channel);
        committing = new Thread(() => engine.Committer.Run(closing.Token)) { Name = "committer" };
        committing.Start();
        await engine.StartAsync(cancellationToken);
        running = Task.WhenAll(
            RepeatAsync("clock", StrikeAsync),
            RepeatAsync("outbox", SendAsync),
            RepeatAsync("refresher", RefreshAsync),
            RepeatAsync("auditor", AuditAsync),
            RepeatAsync("tidier", TidyAsync));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await running.WaitAsync(cancellationToken);
        await engine.Outbox.FinishAsync().WaitAsync(cancellationToken);
        await engine.FinishAsync().WaitAsync(cancellationToken);
        await closing.CancelAsync();
        committing?.Join(Away);
    }

    public void Dispose()
    {
        stopping.Dispose();
        closing.Dispose();
    }

    private async Task StrikeAsync(CancellationToken ct)
    {
        while (await engine.EngineClock.StrikeAsync(EngineLimits.Strikes, ct) > 0) ct.ThrowIfCancellationRequested();
        engine.Committer.Expire();
        // Here and not in a loop of its own: a heart that beats on while the clock stands still would hide it.
        await engine.Heart.BeatAsync();
        await Task.Delay(Tick, time, ct);
    }

    private async Task SendAsync(CancellationToken ct)
    {
        if (await engine.Outbox.StepAsync(EngineLimits.Deliveries, ct) == 0) await engine.Outbox.WaitAsync(Tick, ct);
    }

    private async Task RefreshAsync(CancellationToken ct)
    {
        await engine.Refresher.StepAsync(EngineLimits.Deliveries, ct);
        await Task.Delay(Tick, time, ct);
    }

    private async Task AuditAsync(CancellationToken ct)
    {
        await engine.Auditor.AuditAsync(ct);
        await Task.Delay(Audits, time, ct);
    }

    private async Task TidyAsync(CancellationToken ct)
    {
        await Task.Delay(Tick * 10, time, ct);
        await engine.Tidier.StepAsync(ct);
    }

    private async Task RepeatAsync(string name, Func<CancellationToken, Task> step)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await step(stopping.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // A loop that ended would end all reminders in silence: it is reported and goes on.
                log.LoopFailed(name, fault);
                await Task.WhenAny(Task.Delay(Away, time, CancellationToken.None), Task.Delay(Timeout.InfiniteTimeSpan, time, stopping.Token));
            }
        }
    }
}
