using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// Who is behind an inbound message. A message tells the tenant that hosts the conversation only; the account's own is read
/// from the roster at first contact and kept. Until the roster can be read a turn is not taken: with a wrong tenant the
/// same person would be two.
/// </summary>
internal sealed class Accounts(ITeamsWay channel, Tenants tenants)
{
    /// <exception cref="BusyException">The roster could not be read now.</exception>
    public async ValueTask<Handle> HandleAsync(Incoming incoming, AskContent content, CancellationToken ct)
    {
        var host = Asks.HostTenant(incoming);
        if (incoming.From.ObjectId.Length == 0) return Asks.HandleOf(incoming.From, host);
        if (await tenants.RecallAsync(host, incoming.From.Id, ct) is { } tenant) return Asks.HandleOf(incoming.From, tenant);

        // A client's own refresh must cause no call at all, and what happens to a place needs no person.
        return content is Typed or Pressed { Automatic: false }
            ? Asks.HandleOf(incoming.From, await ReadAsync(incoming, host, ct))
            : Asks.HandleOf(incoming.From, host);
    }

    /// <summary>People who came or went, each of the tenant that was learnt at first contact: nobody is looked up on the roster for it.</summary>
    public async ValueTask<Came> WhoAsync(Incoming incoming, Came came, CancellationToken ct)
    {
        if (came.Who.Count == 0) return came;
        var host = Asks.HostTenant(incoming);
        var who = new List<Handle>(came.Who.Count);
        foreach (var account in Asks.WhoCame(incoming))
        {
            var tenant = account.ObjectId is { Length: > 0 } ? await tenants.RecallAsync(host, account.Id, ct) : null;
            who.Add(Asks.HandleOf(account, tenant ?? host));
        }

        return came with { Who = who };
    }

    private async Task<string> ReadAsync(Incoming incoming, string host, CancellationToken ct)
    {
        var user = incoming.From.Id;
        var (sending, member) = await channel.MemberAsync(Asks.Where(incoming), user, ct);
        if (sending.Fate == SendFate.Done) return tenants.Learn(host, user, member is { Tenant.Length: > 0 } found ? found.Tenant : host);

        // Not on the roster, or no right to read it: nothing better will be learnt by asking again soon.
        return sending.Fate is SendFate.Unreachable or SendFate.MessageGone ? tenants.Suppose(host, user) : throw new BusyException("roster");
    }
}
