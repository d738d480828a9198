using System.Net;
using Microsoft.AspNetCore.Http;

namespace AllianceBot.Channels.Teams;

/// <summary>Who calls, as far as the request's head tells.</summary>
/// <param name="Status">200, or the status to refuse with.</param>
internal readonly record struct Caller(int Status, string Reason);

/// <summary>Lets nobody in but the platform; in Development, on request, programs on this machine.</summary>
internal sealed class Callers(TeamsSettings settings, Hosts hosts)
{
    public ValueTask<Caller> CheckAsync(HttpContext context, CancellationToken ct)
    {
        if (settings is { AllowAnonymous: true, IsDevelopment: true }) return new(CheckNeighbour(context));
        return new(new Caller(StatusCodes.Status401Unauthorized, "no-token"));
    }

    /// <summary>What a body must not claim, whoever calls: null when it may be served.</summary>
    public string? Forbids(Caller caller, Incoming incoming)
    {
        // Other channels of the same service let their clients choose who they are.
        if (incoming.ChannelId != Asks.Channel) return "channel";
        if (incoming.ServiceUrl.Length == 0 || hosts.Vet(incoming.ServiceUrl) is null) return "service-url-host";
        return null;
    }

    /// <summary>A proxy on this machine would lend its loopback address to the whole network, so what came through one is refused.</summary>
    private static Caller CheckNeighbour(HttpContext context)
    {
        var peer = context.Connection.RemoteIpAddress;
        var headers = context.Request.Headers;
        var isForwarded = headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("Forwarded") || headers.ContainsKey("X-Forwarded-Host");
        return peer is not null && IPAddress.IsLoopback(peer) && !isForwarded
            ? new(StatusCodes.Status200OK, "")
            : new(StatusCodes.Status403Forbidden, "not-loopback");
    }
}
