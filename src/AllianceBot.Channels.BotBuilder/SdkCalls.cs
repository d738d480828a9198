using System.Text;
using AllianceBot.Channels.Teams;
using AllianceBot.Engine;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;
using NodaTime;

namespace AllianceBot.Channels.BotBuilder;

/// <summary>Makes the attempts of calls through the SDK: to vetted hosts only, its exceptions told as fates.</summary>
internal sealed class SdkCalls(TeamsSettings settings, Parts parts, ILogger log)
{
    public const string Update = "update";

    private static readonly TimeSpan LongestWish = TimeSpan.FromHours(1);
    private readonly TimeSpan callTimeout = TimeSpan.FromSeconds(settings.CallTimeout);

    /// <param name="operation">For the log; what is gone means something else to an update.</param>
    /// <param name="run">One attempt at an address.</param>
    public async Task<Sending> RunAsync(string operation, LaneOf call, Func<string, CancellationToken, Task> run, CancellationToken ct) =>
        (await parts.Repeats.RunAsync(call, (address, token) => OnceAsync(operation, address, run, token), ct)).Sending;

    private async Task<Reply> OnceAsync(string operation, string address, Func<string, CancellationToken, Task> run, CancellationToken ct)
    {
        if (parts.Hosts.Vet(address) is null)
        {
            Log.HostNotAllowed(log);
            return new(0, "", new(SendFate.Rejected, Reason: "host-not-allowed"));
        }

        var token = await parts.Tokens.GetAsync(ct);
        if (token is null && settings.HasCredential) return new(-1, "", new(SendFate.Unsent, Reason: "unauthorised"));
        SdkCredentials.Token.Value = token;
        using var limit = new CancellationTokenSource(callTimeout, parts.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            await run(address, either.Token);
            return new(200, "", new(SendFate.Done));
        }
        catch (ErrorResponseException fault) when (fault.Response is { } response)
        {
            return Refused(operation, response, token);
        }
        catch (HttpOperationException fault) when (fault.Response is { } response)
        {
            // The same from the calls that the SDK was generated for at another time.
            return Refused(operation, response, token);
        }
        catch (SerializationException)
        {
            // It was done, and what was answered is nothing that can be read.
            return new(200, "", new(SendFate.Done));
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError)
        {
            Log.ConnectorAway(log, operation, fault.GetType().Name);
            return new(0, "", new(SendFate.Unsent, Reason: "away"));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
            || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            // The SDK does not tell whether anything was written before it broke off.
            Log.ConnectorAway(log, operation, fault.GetType().Name);
            return new(0, "", new(SendFate.Unknown, Reason: "away"));
        }
    }

    private Reply Refused(string operation, HttpResponseMessageWrapper response, string? token)
    {
        var (status, code) = ((int)response.StatusCode, ConnectorFaults.CodeOf(Encoding.UTF8.GetBytes(response.Content ?? "")));
        var correlation = response.Headers.TryGetValue("MS-CV", out var values) ? Correlation.Tame(string.Join(',', values)) : "";
        Log.ConnectorFault(log, status, code, operation, correlation);
        return new(status, code, ConnectorFaults.Fate(status, code, operation == Update, Wish(response.Headers)), default, token);
    }

    private static Duration? Wish(IDictionary<string, IEnumerable<string>> headers)
    {
        if (!headers.TryGetValue("Retry-After", out var values) || !int.TryParse(values.FirstOrDefault(), out var seconds) || seconds <= 0) return null;
        return Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds) is var span && span < LongestWish ? span : LongestWish);
    }
}
