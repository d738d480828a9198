using AllianceBot.Engine;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AllianceBot.Channels.Teams;

/// <summary>From what came in to what it comes to, within the time there is: the same for every host of the channel.</summary>
internal sealed class Turns(TeamsSettings settings, Accounts accounts, IConverse converse, TimeProvider time, ILogger log) : ITurnHost
{
    private readonly TurnLimits limits = new(TimeSpan.FromSeconds(settings.AnswerWithin), time);
    private readonly TeamsSettings settings = settings;

    public bool ReadsBody => false;

    public ValueTask<Outcome> RunAsync(HttpContext context, string turn, Incoming incoming) => TakeAsync(turn, incoming);

    public async ValueTask<Outcome> TakeAsync(string turn, Incoming incoming)
    {
        if (Untaken(incoming) is { } outcome) return outcome;
        if (Asks.Content(incoming) is not { } content) return new(StatusCodes.Status200OK);
        if (!incoming.IsWhole) return new(StatusCodes.Status400BadRequest, "incomplete");
        using var limit = limits.Begin();
        Task<Answer>? working = null;
        try
        {
            var who = content is Came came ? await accounts.WhoAsync(incoming, came, limit.Token) : content;
            var ask = Asks.Make(incoming, who, await accounts.HandleAsync(incoming, content, limit.Token));
            var answering = converse.AnswerAsync(ask, limit.Token);
            if (answering.IsCompletedSuccessfully) return Answered(incoming, ask, await answering);
            working = answering.AsTask();
            return Answered(incoming, ask, await working.WaitAsync(limit.Token));
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

        return new(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>What an invoke comes to that never reaches the conversation; null when it does.</summary>
    private Outcome? Untaken(Incoming incoming)
    {
        if (incoming.Type != "invoke") return null;
        if (incoming is { Press: null, Chosen: null } || (incoming.IsDialog && !settings.MessageAction))
        {
            return new(StatusCodes.Status501NotImplemented, "invoke");
        }

        if (incoming.Press?.Fault is not { } code) return null;
        return incoming.IsDialog
            ? new(StatusCodes.Status400BadRequest, "dialog")
            : new(StatusCodes.Status200OK, "press") { Body = OutcomeBody.Press, Code = code };
    }

    private static Outcome Answered(Incoming incoming, Ask ask, Answer answer)
    {
        if (incoming.IsDialog) return new(StatusCodes.Status200OK) { Body = OutcomeBody.Dialog, Answer = answer };
        if (incoming.Type != "invoke") return new(StatusCodes.Status200OK) { Ask = ask, Later = answer };

        // A client's own refresh causes no message whatever: it would refresh again, for ever.
        var hasLater = answer.Privately is not null && ask.What is Pressed { Automatic: false };
        return new(StatusCodes.Status200OK)
        {
            Body = OutcomeBody.Press,
            Answer = answer,
            Code = answer.Fault ? "BadRequest" : "",
            Ask = hasLater ? ask : null,
            Later = hasLater ? Answer.None with { Privately = answer.Privately } : Answer.None,
        };
    }

    /// <summary>What was answered with 503 goes on in the engine; only a fault there is worth a line.</summary>
    private void LogLate(Task<Answer> working) => working.ContinueWith(
        late => Log.LateFault(log, late.Exception?.GetBaseException().GetType().FullName ?? ""),
        CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
