using System.Threading.Channels;
using AllianceBot.Engine;

namespace AllianceBot.Stores.Tests;

/// <summary>Many who ask, one thread that commits: what waits when a commit ends becomes the next group.</summary>
internal sealed class GroupCommit : IDisposable
{
    private const int GroupAtMost = 128;

    private readonly Channel<(StoreWork Work, TaskCompletionSource<CommitResult> Done)> queue =
        Channel.CreateBounded<(StoreWork, TaskCompletionSource<CommitResult>)>(1_024);

    private readonly IAllianceStore store;
    private readonly Thread thread;

    public GroupCommit(IAllianceStore store)
    {
        this.store = store;
        thread = new Thread(Run) { IsBackground = true, Name = "committer" };
        thread.Start();
    }

    public int Groups { get; private set; }

    public async Task<CommitResult> CommitAsync(StoreWork work)
    {
        var done = new TaskCompletionSource<CommitResult>();
        await queue.Writer.WriteAsync((work, done));
        return await done.Task;
    }

    public void Dispose()
    {
        queue.Writer.Complete();
        thread.Join();
    }

    private void Run()
    {
        var works = new List<StoreWork>();
        var waiting = new List<TaskCompletionSource<CommitResult>>();
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            works.Clear();
            waiting.Clear();
            while (works.Count < GroupAtMost && queue.Reader.TryRead(out var next))
            {
                works.Add(next.Work);
                waiting.Add(next.Done);
            }

            var results = store.CommitAsync(works, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            Groups++;
            for (var i = 0; i < results.Count; i++) waiting[i].SetResult(results[i]);
        }
    }
}
