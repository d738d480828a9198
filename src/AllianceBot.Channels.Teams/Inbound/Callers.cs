using System.Net;
using Microsoft.AspNetCore.Http;

namespace AllianceBot.Channels.Teams;

/// <summary>Who calls, as far as the request's head tells.</summary>
/// <param name="Status">200, or the status to refuse with.</param>
/// <param name="Verdict">What the token says; null for a program on this machine in Development.</param>
internal readonly record struct Caller(int Status, string Reason, Verdict? Verdict);

/// <summary>Lets nobody in but the platform; in Development, on request, programs on this machine.</summary>
internal sealed class Callers(TeamsSettings settings, Hosts hosts, Verdicts verdicts)
{
    private readonly bool isAnonymous = settings is { AllowAnonymous: true, IsDevelopment: true };

    public ValueTask<Caller> CheckAsync(HttpContext context, CancellationToken ct)
    {
        if (isAnonymous) return new(CheckNeighbour(context));
        var headers = context.Request.Headers.Authorization;
        var header = headers.Count == 1 ? headers[0] : null;
        if (verdicts.Find(header) is { } known) return new(new Caller(StatusCodes.Status200OK, "", known));
        var token = BearerToken.In(header);
        return token.IsEmpty
            ? new(new Caller(StatusCodes.Status401Unauthorized, "no-token", null))
            : CheckTokenAsync(token.ToString(), ct);
    }

    /// <summary>What a body must not claim, whoever calls: null when it may be served. Asked every time, as a token says nothing of a body.</summary>
    public string? Forbids(Caller caller, Incoming incoming)
    {
        // Other channels of the same platform let their clients choose who they are, so even an endorsed one stays out.
        if (incoming.ChannelId != Asks.Channel) return "channel";
        if (caller.Verdict is { } verdict)
        {
            if (!verdict.Endorsements.Contains(incoming.ChannelId)) return "endorsement";
            if (verdict.ServiceUrl.Length == 0 || !IsSame(verdict.ServiceUrl, incoming.ServiceUrl)) return "service-url";
        }

        if (hosts.Vet(incoming.ServiceUrl) is null) return "service-url-host";
        return IsServed(incoming.Tenant, incoming.ConversationTenant) ? null : "tenant";
    }

    private async ValueTask<Caller> CheckTokenAsync(string token, CancellationToken ct)
    {
        var (verdict, fault) = await verdicts.CheckAsync(token, ct);
        if (verdict is not null) return new(StatusCodes.Status200OK, "", verdict);
        return new(fault == "keys" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized, fault, null);
    }

    /// <summary>The same connector, whatever the case, and with or without one slash at the end.</summary>
    private static bool IsSame(string claim, string body) =>
        Trim(claim).Equals(Trim(body), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Trim(string url) => url.EndsWith('/') ? url.AsSpan(..^1) : url;

    /// <summary>The platform's token names no tenant: anybody's could have installed a package with this bot's id.</summary>
    private bool IsServed(string tenant, string conversationTenant)
    {
        if (settings.AllowedTenants.Count == 0 && isAnonymous) return true;
        if (settings.AllowedTenants.Contains("*")) return true;
        return (tenant.Length > 0 || conversationTenant.Length > 0)
            && (tenant.Length == 0 || IsAllowed(tenant))
            && (conversationTenant.Length == 0 || IsAllowed(conversationTenant));
    }

    private bool IsAllowed(string tenant) => settings.AllowedTenants.Count > 0
        ? settings.AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase)
        : tenant.Equals(settings.TenantId, StringComparison.OrdinalIgnoreCase);

    /// <summary>A proxy on this machine would lend its loopback address to the whole network, so what came through one is refused.</summary>
    internal static Caller CheckNeighbour(HttpContext context)
    {
        var peer = context.Connection.RemoteIpAddress;
        var headers = context.Request.Headers;
        var isForwarded = headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("Forwarded") || headers.ContainsKey("X-Forwarded-Host");
        return peer is not null && IPAddress.IsLoopback(peer) && !isForwarded
            ? new(StatusCodes.Status200OK, "", null)
            : new(StatusCodes.Status403Forbidden, "not-loopback", null);
    }
}
