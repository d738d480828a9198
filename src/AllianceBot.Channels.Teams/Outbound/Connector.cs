using System.Net;
using System.Net.Http.Headers;
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

/// <summary>Calls the connector: vetted hosts only, one attempt as often as <see cref="Repeats"/> says.</summary>
internal sealed class Connector(
    HttpMessageInvoker http, TeamsSettings settings, Hosts hosts, Repeats repeats, ITokens tokens, TimeProvider time, ILogger log)
{
    private readonly TimeSpan callTimeout = TimeSpan.FromSeconds(settings.CallTimeout);

    public async Task<ConnectorAnswer> CallAsync(ConnectorCall call, CancellationToken ct)
    {
        var lane = new LaneOf(call.ServiceUrl, call.Lane, call.Tenant, call.Method != HttpMethod.Get, call.IsRepeatable);
        var reply = await repeats.RunAsync(lane, (address, token) => OnceAsync(call, address, token), ct);
        return new(reply.Sending, reply.Body);
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
