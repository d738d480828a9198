using System.Net;

namespace AllianceBot.Channels.Teams;

/// <summary>The connections out.</summary>
internal static class Outward
{
    /// <summary>No redirects (a token would travel along) and no cookies; a connection left idle is dropped before the other side drops it mid-message.</summary>
    public static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        MaxConnectionsPerServer = ChannelLimits.Connections,
    };
}
