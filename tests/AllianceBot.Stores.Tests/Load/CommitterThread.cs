using AllianceBot.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace AllianceBot.Stores.Tests;

/// <summary>The engine's committer on a thread of its own, as in the host.</summary>
internal sealed class CommitterThread : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly EngineMeters meters = new();
    private readonly Committer committer;
    private readonly Thread thread;

    public CommitterThread(IAllianceStore store)
    {
        committer = new Committer(store, TimeProvider.System, meters, NullLogger.Instance);
        thread = new Thread(() => committer.Run(stop.Token)) { IsBackground = true, Name = "committer" };
        thread.Start();
    }

    public Task<CommitResult> CommitAsync(StoreWork work) => committer.CommitAsync(work);

    public void Dispose()
    {
        stop.Cancel();
        thread.Join();
        committer.Dispose();
        meters.Dispose();
        stop.Dispose();
    }
}
