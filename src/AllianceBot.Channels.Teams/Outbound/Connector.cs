using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using AllianceBot.Engine;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AllianceBot.Channels.Teams;

/// <summary>One call of the connector.</summary>
/// <param name="Operation">For the log.</param>
/// <param name="Path">Below the base, every segment escaped.</param>
/// <param name="Lane">The conversation that the call counts for.</param>
/// <param name="IsRepeatable">Doing it twice is doing it once; a new message is not.</param>
internal sealed record ConnectorCall(
    string Operation, HttpMethod Method, string ServiceUrl, string Path, ReadOnlyMemory<byte> Body, string Lane, string Tenant, bool IsRepeatable);

/// <summary>How it ended: a body when done.</summary>
internal sealed record ConnectorAnswer(Sending Sending, ReadOnlyMemory<byte> Body = default);

/// <summary>Calls the connector: vetted hosts only, inside its rate windows, repeating only what is safe to repeat.</summary>
internal sealed class Connector(
    HttpMessageInvoker http, TeamsSettings settings, Hosts hosts, Bases bases, ITokens tokens, Lanes lanes, TimeProvider time, ILogger log)
{
    private const int Tries = 5;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private readonly TimeSpan retryWithin = TimeSpan.FromSeconds(settings.RetryWithin);
    private readonly TimeSpan callTimeout = TimeSpan.FromSeconds(settings.CallTimeout);

    public async Task<ConnectorAnswer> CallAsync(ConnectorCall call, CancellationToken ct)
    {
        var writes = call.Method != HttpMethod.Get;
        var started = time.GetTimestamp();
        using var lane = await lanes.EnterAsync(call.Lane, call.Tenant, writes, ct);
        var pause = TimeSpan.FromSeconds(1);
        var (isFresh, isMoved) = (false, false);
        for (var attempt = 1; ; attempt++)
        {
            if (await WaitAsync(lane, ct) is { } closed) return closed;
            var address = await bases.OfAsync(call.ServiceUrl, call.Tenant, ct);
            var reply = await OnceAsync(call, address, ct);
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

            var answer = new ConnectorAnswer(reply.Sending, reply.Body);
            if (reply.Sending.RetryAfter is { } asked) lane.Pause(asked.ToTimeSpan());
            if (!MayRepeat(call, reply) || attempt >= Tries) return answer;
            pause = Longer(pause, reply.Sending.RetryAfter);
            if (time.GetElapsedTime(started) + pause > retryWithin) return answer;
            await Task.Delay(pause, time, ct);
        }
    }

    /// <summary>What is provably unsent, and what may be done twice when the fault is one that passes; a plain 500 does not (says the platform).</summary>
    private static bool MayRepeat(ConnectorCall call, Reply reply) => reply.Sending.Fate switch
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

    private async ValueTask<ConnectorAnswer?> WaitAsync(Lanes.Entry lane, CancellationToken ct)
    {
        var wait = lane.Reserve(ChannelLimits.WindowWait);
        if (wait > ChannelLimits.WindowWait)
        {
            return new(new(SendFate.Throttled, Reason: "throttled", RetryAfter: Duration.FromTimeSpan(wait)));
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
        if (lane.ReserveTenant() is var shared && shared > TimeSpan.Zero) await Task.Delay(shared, time, ct);
        return null;
    }

    private async Task<Reply> OnceAsync(ConnectorCall call, string address, CancellationToken ct)
    {
        if (hosts.Vet(address) is not { } vetted)
        {
            Log.HostNotAllowed(log);
            return new(0, "", new(SendFate.Rejected, Reason: "host-not-allowed"));
        }

        string? token = null;
        if (settings.HasCredential && (token = await tokens.GetAsync(ct)) is null)
        {
            return new(-1, "", new(SendFate.Unsent, Reason: "unauthorised"));
        }

        using var request = new HttpRequestMessage(call.Method, vetted.GetLeftPart(UriPartial.Path).TrimEnd('/') + call.Path);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        request.Headers.UserAgent.Add(new("AllianceBot", "1.0"));
        request.Headers.Accept.Add(new("application/json"));
        using var content = new TrackedContent(call.Body);
        if (call.Method != HttpMethod.Get) request.Content = content;
        using var limit = new CancellationTokenSource(callTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return await ReadAsync(call, response, token, either.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException
            || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Log.ConnectorAway(log, call.Operation, fault.GetType().Name);
            var isUnsent = request.Content is not null && !content.IsStarted;
            return new(0, "", isUnsent ? new(SendFate.Unsent, Reason: "away") : new(SendFate.Unknown, Reason: "away"));
        }
    }

    private async Task<Reply> ReadAsync(ConnectorCall call, HttpResponseMessage response, string? token, CancellationToken ct)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted)
        {
            return new(status, "", new(SendFate.Done), await ReadBodyAsync(response, ct), token);
        }

        var code = ConnectorFaults.CodeOf((await ReadBodyAsync(response, ct)).Span);
        Log.ConnectorFault(log, status, code, call.Operation, CorrelationOf(response));
        var fate = ConnectorFaults.Fate(status, code, call.Method == HttpMethod.Put, RetryAfter(response));
        return new(status, code, fate, default, token);
    }

    /// <summary>At most so much; what breaks off is read as far as it came, as the status has told the fate already.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpResponseMessage response, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(ct);
            var buffer = new byte[8192];
            while (kept.Length < ChannelLimits.AnswerBytes && await body.ReadAsync(buffer, ct) is var read and > 0)
            {
                await kept.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            return default;
        }

        return kept.ToArray();
    }

    private Duration? RetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter is not { } header ? null : header.Delta ?? header.Date - time.GetUtcNow();
        return asked is { } span && span > TimeSpan.Zero
            ? Duration.FromTimeSpan(span < TimeSpan.FromHours(1) ? span : TimeSpan.FromHours(1))
            : null;
    }

    private static string CorrelationOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("MS-CV", out var values) ? Correlation.Tame(string.Join(',', values)) : "";

    /// <summary>One attempt. Status 0: no answer came; -1: it was not tried.</summary>
    private sealed record Reply(int Status, string Code, Sending Sending, ReadOnlyMemory<byte> Body = default, string? Token = null);

    /// <summary>A body that knows whether it began to be written: if not, nothing can have been posted.</summary>
    private sealed class TrackedContent : HttpContent
    {
        private readonly ReadOnlyMemory<byte> body;

        public TrackedContent(ReadOnlyMemory<byte> body)
        {
            this.body = body;
            Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        public bool IsStarted { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            IsStarted = true;
            await stream.WriteAsync(body);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }
    }
}
