using System.Collections.Concurrent;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// Whose tenant an account is of. A message tells the tenant that hosts the conversation only; the account's own is read
/// from the roster at first contact and kept. Until the roster can be read a turn is not taken: with a wrong tenant the
/// same person would be two.
/// </summary>
internal sealed class Accounts(TeamsChannel channel, IChannelMemory? memory)
{
    private const string Kind = "tenant";
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <exception cref="BusyException">The roster could not be read now.</exception>
    public async ValueTask<Handle> HandleAsync(Incoming incoming, AskContent content, CancellationToken ct)
    {
        var host = Asks.HostTenant(incoming);
        if (incoming.From.ObjectId.Length == 0) return Asks.HandleOf(incoming.From, host);
        var key = $"{host}|{incoming.From.Id}";
        if (known.TryGetValue(key, out var tenant)) return Asks.HandleOf(incoming.From, tenant);
        if (memory is not null && await memory.RecallAsync(Asks.Channel, Kind, key, ct) is { } kept) return Asks.HandleOf(incoming.From, Know(key, kept));

        // A client's own refresh must cause no call at all, and what happens to a place needs no person.
        return content is Typed or Pressed { Automatic: false }
            ? Asks.HandleOf(incoming.From, await ReadAsync(incoming, key, host, ct))
            : Asks.HandleOf(incoming.From, host);
    }

    private async Task<string> ReadAsync(Incoming incoming, string key, string host, CancellationToken ct)
    {
        var (sending, member) = await channel.MemberAsync(Asks.Where(incoming), incoming.From.Id, ct);
        if (sending.Fate == SendFate.Done)
        {
            var own = member is { Tenant.Length: > 0 } found ? found.Tenant : host;
            memory?.Keep(Asks.Channel, Kind, key, own);
            return Know(key, own);
        }

        // Not on the roster, or no right to read it: nothing better will be learnt by asking again soon.
        return sending.Fate is SendFate.Unreachable or SendFate.MessageGone ? Know(key, host) : throw new BusyException("roster");
    }

    private string Know(string key, string tenant)
    {
        if (known.Count >= ChannelLimits.Accounts) known.Clear();
        known[key] = tenant;
        return tenant;
    }
}
