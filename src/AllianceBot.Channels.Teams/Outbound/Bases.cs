using System.Collections.Concurrent;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// Some tenants are served from another host than their messages name (the connector answers InvalidBotApiHost).
/// Where that was learnt, it is remembered.
/// </summary>
internal sealed class Bases(TeamsSettings settings, IChannelMemory? memory)
{
    private const string Kind = "base";
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>The base to call for a conversation of this tenant.</summary>
    public async ValueTask<string> OfAsync(string serviceUrl, string tenant, CancellationToken ct)
    {
        if (!known.TryGetValue(tenant, out var other))
        {
            other = memory is null || tenant.Length == 0 ? "" : await memory.RecallAsync(Asks.Channel, Kind, tenant, ct) ?? "";
            if (known.Count < ChannelLimits.Accounts) known[tenant] = other;
        }

        return other.Length > 0 ? other : serviceUrl;
    }

    /// <summary>Uses the other base from now on; false when there is none.</summary>
    public bool Move(string tenant)
    {
        if (settings.OtherBase.Length == 0) return false;
        known[tenant] = settings.OtherBase;
        memory?.Keep(Asks.Channel, Kind, tenant, settings.OtherBase);
        return true;
    }
}
