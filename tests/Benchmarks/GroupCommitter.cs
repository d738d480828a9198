using System.Threading.Channels;

namespace Benchmarks;

/// <summary>The committer that the store and its floor share: one thread takes what waits, writes it as one group, then answers each.</summary>
internal sealed class GroupCommitter<T> : IAsyncDisposable
{
    private const int GroupAtMost = 256;

    private readonly Channel<(T Work, TaskCompletionSource Done)> queue = Channel.CreateUnbounded<(T, TaskCompletionSource)>(new() { SingleReader = true });
    private readonly Task loop;

    public GroupCommitter(Func<IReadOnlyList<T>, ValueTask> write) =>
        loop = Task.Factory.StartNew(() => LoopAsync(write), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

    public Task CommitAsync(T work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Writer.TryWrite((work, done));
        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private async Task LoopAsync(Func<IReadOnlyList<T>, ValueTask> write)
    {
        var works = new List<T>(GroupAtMost);
        var waiting = new List<TaskCompletionSource>(GroupAtMost);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (works.Count < GroupAtMost && queue.Reader.TryRead(out var next))
            {
                works.Add(next.Work);
                waiting.Add(next.Done);
            }

            await write(works);
            foreach (var done in waiting) done.SetResult();
            works.Clear();
            waiting.Clear();
        }
    }
}
