using System.Text;
using AllianceBot.Channels.Teams;
using AllianceBot.Engine;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;
using NodaTime;

namespace AllianceBot.Channels.BotBuilder;

/// <summary>One call through the SDK, and what it counts for.</summary>
internal sealed record SdkCall(string ServiceUrl, string Lane, string Tenant, bool Writes, bool Replaces);

/// <summary>Runs calls through the SDK: vetted hosts only, inside the platform's windows, its exceptions told as fates.</summary>
internal sealed class SdkCalls(TeamsSettings settings, Hosts hosts, Lanes lanes, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan LongestWish = TimeSpan.FromHours(1);

    private readonly TimeSpan callTimeout = TimeSpan.FromSeconds(settings.CallTimeout);

    public async Task<Sending> RunAsync(SdkCall call, Func<CancellationToken, Task> run, CancellationToken ct)
    {
        if (hosts.Vet(call.ServiceUrl) is null) return new(SendFate.Rejected, Reason: "host-not-allowed");
        using var lane = await lanes.EnterAsync(call.Lane, call.Tenant, call.Writes, ct);
        var wait = lane.Reserve(ChannelLimits.WindowWait);
        if (wait > ChannelLimits.WindowWait) return new(SendFate.Throttled, Reason: "throttled", RetryAfter: Duration.FromTimeSpan(wait));
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
        if (lane.ReserveTenant() is var shared && shared > TimeSpan.Zero) await Task.Delay(shared, time, ct);
        var sending = await OnceAsync(call, run, ct);
        lane.Over();
        if (sending.RetryAfter is { } asked) lane.Pause(asked.ToTimeSpan());
        return sending;
    }

    private async Task<Sending> OnceAsync(SdkCall call, Func<CancellationToken, Task> run, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(callTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            await run(either.Token);
            return new(SendFate.Done);
        }
        catch (ErrorResponseException fault) when (fault.Response is { } response)
        {
            var code = ConnectorFaults.CodeOf(Encoding.UTF8.GetBytes(response.Content ?? ""));
            SdkLog.Fault(log, (int)response.StatusCode, code);
            return ConnectorFaults.Fate((int)response.StatusCode, code, call.Replaces, Wish(response.Headers));
        }
        catch (Exception fault) when (fault is Microsoft.Identity.Client.MsalException or UnauthorizedAccessException)
        {
            SdkLog.Away(log, fault.GetType().Name);
            return new(SendFate.Unsent, Reason: "unauthorised");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
            || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            // The SDK does not tell whether anything was written before it broke off.
            SdkLog.Away(log, fault.GetType().Name);
            return new(SendFate.Unknown, Reason: "away");
        }
    }

    private static Duration? Wish(IDictionary<string, IEnumerable<string>> headers)
    {
        if (!headers.TryGetValue("Retry-After", out var values) || !int.TryParse(values.FirstOrDefault(), out var seconds) || seconds <= 0) return null;
        return Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds) is var span && span < LongestWish ? span : LongestWish);
    }
}

internal static partial class SdkLog
{
    [LoggerMessage(1, LogLevel.Warning, "The connector answered {Status} {Code}.")]
    public static partial void Fault(ILogger logger, int status, string code);

    [LoggerMessage(2, LogLevel.Warning, "The connector was not reached ({Kind}).")]
    public static partial void Away(ILogger logger, string kind);

    [LoggerMessage(3, LogLevel.Warning, "A call was refused with {Status} ({Reason}).")]
    public static partial void Refused(ILogger logger, int status, string reason);

    [LoggerMessage(4, LogLevel.Error, "A turn failed: {Kind} at {Place}")]
    public static partial void TurnFailed(ILogger logger, string kind, string place);
}
