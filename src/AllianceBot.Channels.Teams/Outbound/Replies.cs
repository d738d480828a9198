using System.Collections.Concurrent;
using System.Threading.Channels;
using AllianceBot.Engine;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// Posts what a turn answered but could not carry back itself: answers to typed words and to the fallback buttons.
/// Best effort, in its own loop: what must arrive is a notice in the outbox.
/// </summary>
internal sealed class Replies(ITeamsWay channel, IConverse converse, TimeProvider time, ILogger log) : BackgroundService
{
    private const int Tries = 3;
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(3);
    private static readonly Duration LongestWait = Duration.FromMinutes(1);

    private readonly Channel<(Ask Ask, Answer Answer)> queue =
        Channel.CreateBounded<(Ask, Answer)>(new BoundedChannelOptions(ChannelLimits.Replies) { SingleReader = true });

    private readonly SemaphoreSlim inFlight = new(ChannelLimits.RepliesInFlight);
    private readonly CancellationTokenSource end = new(Timeout.InfiniteTimeSpan, time);
    private readonly ConcurrentDictionary<string, int> waiting = new(StringComparer.Ordinal);

    public void Add(Ask ask, Answer answer)
    {
        if (answer.Card.Length == 0 && answer.Text.Length == 0 && answer.Privately is null) return;
        var count = waiting.AddOrUpdate(ask.Where.Key, 1, (_, before) => before + 1);
        if (count <= ChannelLimits.RepliesPerConversation && queue.Writer.TryWrite((ask, answer))) return;
        Leave(ask.Where.Key);
        Log.NotPosted(log, nameof(SendFate.Throttled), "queue-full");
    }

    public override void Dispose()
    {
        inFlight.Dispose();
        end.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (ask, answer) in queue.Reader.ReadAllAsync(stoppingToken))
            {
                await inFlight.WaitAsync(stoppingToken);
                Begin(ask, answer, end.Token);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops: those in flight may finish what they began, and are waited for.
            end.CancelAfter(LastWords);
            for (var slot = 0; slot < ChannelLimits.RepliesInFlight; slot++) await inFlight.WaitAsync(CancellationToken.None);
        }
    }

    private void Begin(Ask ask, Answer answer, CancellationToken ct) =>
        PostAsync(ask, answer, ct).ContinueWith(
            done =>
            {
                if (done.Exception is { } fault) Log.NotPosted(log, nameof(SendFate.Unknown), fault.GetBaseException().GetType().Name);
                Leave(ask.Where.Key);
                inFlight.Release();
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private async Task PostAsync(Ask ask, Answer answer, CancellationToken ct)
    {
        if (answer.Text.Length > 0 && answer.Card.Length > 0) await SendAsync(ask.Where, answer with { Card = default, Replaces = "" }, ct);
        if (answer.Text.Length > 0 || answer.Card.Length > 0) await SendAsync(ask.Where, answer, ct);
        if (answer.Privately is not { } secret) return;
        var reached = await channel.ReachAsync(ask.Where, ct);
        if (reached.Address is { } alone) await SendAsync(alone, secret, ct);
        else Log.NotPosted(log, reached.Sending.Fate.ToString(), reached.Sending.Reason);
    }

    private async Task SendAsync(Address to, Answer answer, CancellationToken ct)
    {
        var message = new Message(answer.Card, answer.Card.Length > 0 ? "" : answer.Text, answer.Summary);
        var replaces = answer.Replaces;
        for (var attempt = 1; ; attempt++)
        {
            var sending = replaces.Length > 0
                ? await channel.UpdateAsync(to, replaces, message, ct)
                : await channel.SendAsync(to, message, ct);
            switch (sending)
            {
                case { Fate: SendFate.Done }:
                    if (sending.MessageId.Length > 0) converse.Posted(answer, to, sending.MessageId);
                    return;
                case { Fate: SendFate.MessageGone } when replaces.Length > 0:
                    replaces = "";
                    continue;
                case { Fate: SendFate.Throttled, RetryAfter: { } pause } when attempt < Tries && pause <= LongestWait:
                    await Task.Delay(pause.ToTimeSpan(), time, ct);
                    continue;
                default:
                    Log.NotPosted(log, sending.Fate.ToString(), sending.Reason);
                    return;
            }
        }
    }

    private void Leave(string conversation)
    {
        if (waiting.AddOrUpdate(conversation, 0, (_, before) => before - 1) <= 0) waiting.TryRemove(new(conversation, 0));
    }
}
