using System.Collections.Concurrent;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// Which tenant an account is of, as a roster told it once. The same for who speaks, who is named by a roster and who went, as
/// with another tenant the same person would be two.
/// </summary>
internal sealed class Tenants(IChannelMemory? memory)
{
    private const string Kind = "tenant";
    private readonly ConcurrentDictionary<(string Host, string User), string> known = new();

    /// <summary>What was learnt of this account in a tenant that hosts it; null while nothing was.</summary>
    public async ValueTask<string?> RecallAsync(string host, string user, CancellationToken ct)
    {
        if (known.TryGetValue((host, user), out var tenant)) return tenant;
        return memory is not null && await memory.RecallAsync(Asks.Channel, Kind, Key(host, user), ct) is { } kept ? Know(host, user, kept) : null;
    }

    /// <summary>The roster told it: it is kept for good.</summary>
    public string Learn(string host, string user, string tenant)
    {
        if (!known.TryGetValue((host, user), out var before) || before != tenant) memory?.Keep(Asks.Channel, Kind, Key(host, user), tenant);
        return Know(host, user, tenant);
    }

    /// <summary>The roster could not tell it, and will not soon: it counts as the host's, until the bot starts again.</summary>
    public string Suppose(string host, string user) => Know(host, user, host);

    /// <summary>Somebody of a roster, of the tenant that the roster tells, as when the person speaks.</summary>
    public PlaceMember MemberOf(Address place, Account account)
    {
        var tenant = account.ObjectId.Length == 0
            ? place.HostTenant
            : Learn(place.HostTenant, account.Id, account.Tenant.Length > 0 ? account.Tenant : place.HostTenant);
        return new(Asks.HandleOf(account, tenant), place with { User = account.Id, Thread = "" }, account.Name);
    }

    private static string Key(string host, string user) => $"{host}|{user}";

    private string Know(string host, string user, string tenant)
    {
        if (known.Count >= ChannelLimits.Accounts) known.Clear();
        known[(host, user)] = tenant;
        return tenant;
    }
}
