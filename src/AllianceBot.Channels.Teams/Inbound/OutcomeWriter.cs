using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace AllianceBot.Channels.Teams;

/// <summary>Writes the body that a turn came to: the same bytes under every host.</summary>
internal static class OutcomeWriter
{
    public static async Task WriteAsync(HttpResponse response, Outcome outcome, CancellationToken ct)
    {
        response.ContentType = "application/json; charset=utf-8";
        if (InvokeBody.LengthOf(outcome) is { } length) response.ContentLength = length;
        Write(response.BodyWriter, outcome);
        await response.BodyWriter.FlushAsync(ct);
    }

    public static void Write(IBufferWriter<byte> into, Outcome outcome)
    {
        if (outcome.Body == OutcomeBody.Dialog) DialogBody.Write(into, outcome.Answer);
        else InvokeBody.Write(into, outcome);
    }
}
