using System.Security.Cryptography;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Channels.Teams;

/// <summary>What a call counts for, and whether doing it twice is doing it once; a new message is not.</summary>
internal sealed record LaneOf(string ServiceUrl, string Lane, string Tenant, bool Writes, bool IsRepeatable);

/// <summary>One attempt of a call. Status 0: no answer came; -1: it was not tried.</summary>
/// <param name="Token">The token that was shown, if any.</param>
internal sealed record Reply(int Status, string Code, Sending Sending, ReadOnlyMemory<byte> Body = default, string? Token = null);

/// <summary>
/// Keeps calls inside the platform's rate windows and repeats only what is safe to repeat, whoever makes the attempt: a
/// refused token gives way to another once, and a tenant that is served elsewhere is followed there.
/// </summary>
internal sealed class Repeats(TeamsSettings settings, Bases bases, ITokens tokens, Lanes lanes, TimeProvider time)
{
    private const int Tries = 5;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private readonly TimeSpan retryWithin = TimeSpan.FromSeconds(settings.RetryWithin);

    /// <param name="once">One attempt at this address.</param>
    public async Task<Reply> RunAsync(LaneOf call, Func<string, CancellationToken, Task<Reply>> once, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        using var lane = await lanes.EnterAsync(call.Lane, call.Tenant, call.Writes, ct);
        var pause = TimeSpan.FromSeconds(1);
        var (isFresh, isMoved) = (false, false);
        for (var attempt = 1; ; attempt++)
        {
            if (await WaitAsync(lane, ct) is { } closed) return closed;
            var address = await bases.OfAsync(call.ServiceUrl, call.Tenant, ct);
            var reply = await once(address, ct);
            lane.Over();
            if (reply.Status == 401 && !isFresh && reply.Token is { } refused)
            {
                isFresh = true;
                tokens.Drop(refused);
                continue;
            }

            if (reply is { Status: 403, Code: "InvalidBotApiHost" } && !isMoved && bases.Move(call.Tenant))
            {
                isMoved = true;
                continue;
            }

            if (reply.Sending.RetryAfter is { } asked) lane.Pause(asked.ToTimeSpan());
            if (!MayRepeat(call, reply) || attempt >= Tries) return reply;
            pause = Longer(pause, reply.Sending.RetryAfter);
            if (time.GetElapsedTime(started) + pause > retryWithin) return reply;
            await Task.Delay(pause, time, ct);
        }
    }

    /// <summary>What is provably unsent, and what may be done twice when the fault is one that passes; a plain 500 does not (says the platform).</summary>
    private static bool MayRepeat(LaneOf call, Reply reply) => reply.Sending.Fate switch
    {
        SendFate.Unsent => reply.Status == 0,
        SendFate.Throttled => call.IsRepeatable,
        SendFate.Unknown => call.IsRepeatable && reply.Status != 500,
        _ => false,
    };

    /// <summary>Decorrelated jitter, 1 to 60 s, and never shorter than asked for.</summary>
    private static TimeSpan Longer(TimeSpan pause, Duration? asked)
    {
        if (asked is { } wish) return wish.ToTimeSpan();
        var upTo = (int)Math.Min(LongestPause.TotalMilliseconds, pause.TotalMilliseconds * 3);
        return TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1000, Math.Max(1001, upTo)));
    }

    private async ValueTask<Reply?> WaitAsync(Lanes.Entry lane, CancellationToken ct)
    {
        var wait = lane.Reserve(ChannelLimits.WindowWait);
        if (wait > ChannelLimits.WindowWait)
        {
            return new(-1, "", new(SendFate.Throttled, Reason: "throttled", RetryAfter: Duration.FromTimeSpan(wait)));
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
        if (lane.ReserveTenant() is var shared && shared > TimeSpan.Zero) await Task.Delay(shared, time, ct);
        return null;
    }
}
