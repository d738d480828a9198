using AllianceBot.Engine;
using Microsoft.Extensions.Logging;

namespace AllianceBot.Channels.Teams;

/// <summary>From what came in to its answer, within the time there is: the same for every host of the channel.</summary>
internal sealed class Turns(TeamsSettings settings, Accounts accounts, IConverse converse, TimeProvider time, ILogger log)
{
    private readonly TurnLimits limits = new(TimeSpan.FromSeconds(settings.AnswerWithin), time);

    /// <returns>No ask when nothing was done and it may come again.</returns>
    public async Task<(Ask? Ask, Answer Answer)> AnswerAsync(string turn, Incoming incoming, AskContent content)
    {
        using var limit = limits.Begin();
        Task<Answer>? working = null;
        try
        {
            var who = content is Came came ? await accounts.WhoAsync(incoming, came, limit.Token) : content;
            var ask = Asks.Make(incoming, who, await accounts.HandleAsync(incoming, content, limit.Token));
            var answering = converse.AnswerAsync(ask, limit.Token);
            if (answering.IsCompletedSuccessfully) return (ask, await answering);
            working = answering.AsTask();
            return (ask, await working.WaitAsync(limit.Token));
        }
        catch (BusyException)
        {
            Log.Busy(log, turn, "busy");
        }
        catch (OperationCanceledException)
        {
            Log.Busy(log, turn, "late");
            if (working is { IsCompleted: false }) LogLate(working);
        }

        return (null, Answer.None);
    }

    /// <summary>What was answered with 503 goes on in the engine; only a fault there is worth a line.</summary>
    private void LogLate(Task<Answer> working) => working.ContinueWith(
        late => Log.LateFault(log, late.Exception?.GetBaseException().GetType().FullName ?? ""),
        CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
