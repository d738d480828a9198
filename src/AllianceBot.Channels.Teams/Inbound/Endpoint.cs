using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// POST /api/messages: who calls, what is said, answered once durable. Statuses: 400 no message of the protocol, 401 no valid
/// token, 403 a caller, tenant or connector that is not served, 413 and 415 body, 501 an invoke nobody here knows,
/// 503 nothing was done and it may come again.
/// </summary>
internal sealed class Endpoint(
    TeamsSettings settings, Callers callers, ITurnHost host, Replies replies, ILogger log)
{
    private readonly int bodyLimit = settings.BodyLimit * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        var turn = Correlation.Of(context.Request);
        using var scope = log.BeginScope(new TurnScope(turn));
        Incoming? incoming = null;
        try
        {
            var caller = await callers.CheckAsync(context, context.RequestAborted);
            if (caller.Status != StatusCodes.Status200OK)
            {
                Refuse(context, turn, caller.Status, caller.Reason);
                return;
            }

            (var status, incoming) = await ReadAsync(context);
            if (incoming is null)
            {
                Refuse(context, turn, status, "body");
                return;
            }

            if (callers.Forbids(caller, incoming) is { } reason) Refuse(context, turn, StatusCodes.Status403Forbidden, reason);
            else await TurnAsync(context, turn, incoming);
        }
        catch (BadHttpRequestException bad)
        {
            Refuse(context, turn, bad.StatusCode, "body");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up and will come again; nobody is left to answer.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The message of an exception may quote what somebody wrote; its type and place do not.
            Log.TurnFailed(log, turn, incoming?.Type ?? "", fault.GetType().FullName ?? "", fault.StackTrace ?? "");
            if (!context.Response.HasStarted) context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private async Task TurnAsync(HttpContext context, string turn, Incoming incoming)
    {
        var outcome = await host.RunAsync(context, turn, incoming);
        if (outcome.Body == OutcomeBody.None)
        {
            if (outcome.Refusal.Length > 0) Refuse(context, turn, outcome.Status, outcome.Refusal);
            else context.Response.StatusCode = outcome.Status;
        }
        else
        {
            // Of a button the platform wants the error in the body of a 200.
            if (outcome.Refusal.Length > 0) Log.Refused(log, turn, StatusCodes.Status400BadRequest, outcome.Refusal);
            if (!outcome.IsWritten) await OutcomeWriter.WriteAsync(context.Response, outcome, context.RequestAborted);
        }

        if (outcome.Ask is not { } ask) return;

        // First the answer to the platform, then ours to the person, as the client draws them in this order.
        if (outcome.Body == OutcomeBody.None) await context.Response.CompleteAsync();
        replies.Add(ask, outcome.Later);
    }

    private async ValueTask<(int Status, Incoming? Incoming)> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsJson(request.ContentType)) return (StatusCodes.Status415UnsupportedMediaType, null);
        if (request.ContentLength > bodyLimit) return (StatusCodes.Status413PayloadTooLarge, null);
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > bodyLimit) return (StatusCodes.Status413PayloadTooLarge, null);
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var incoming = read.Buffer.IsSingleSegment
                ? IncomingReader.Read(read.Buffer.FirstSpan)
                : IncomingReader.Read(read.Buffer.ToArray());
            reader.AdvanceTo(host.ReadsBody ? read.Buffer.Start : read.Buffer.End, read.Buffer.End);
            return (StatusCodes.Status400BadRequest, incoming);
        }
    }

    private static bool IsJson(string? contentType) =>
        contentType is not null
        && contentType.AsSpan(0, contentType.IndexOf(';', StringComparison.Ordinal) is var end and >= 0 ? end : contentType.Length)
            .Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private void Refuse(HttpContext context, string turn, int status, string reason)
    {
        Log.Refused(log, turn, status, reason);
        if (status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        context.Response.StatusCode = status;
    }
}
