using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>
/// The last asks of an alliance that made something happen, by who asked and by their deliveries. A card in a place is
/// pressed by several people under one ask id, so the id alone would take the second person for the first.
/// </summary>
internal sealed class RecentAsks
{
    private readonly Queue<(string Ask, string? Transport)> order = new();
    private readonly HashSet<string> asks = new(StringComparer.Ordinal);
    private readonly HashSet<string> transports = new(StringComparer.Ordinal);

    public bool Has(AskId ask, PersonId by, string transport) =>
        asks.Contains(Key(ask.Value, by)) || (transport.Length > 0 && transports.Contains(transport));

    public void Add(string ask, PersonId by, string? transport)
    {
        var key = Key(ask, by);
        if (!asks.Add(key)) return;
        if (transport is { Length: > 0 }) transports.Add(transport);
        order.Enqueue((key, transport));
        if (order.Count <= EngineLimits.RecentAsks) return;
        var oldest = order.Dequeue();
        asks.Remove(oldest.Ask);
        if (oldest.Transport is { } gone) transports.Remove(gone);
    }

    private static string Key(string ask, PersonId by) => $"{ask}\n{by.Value}";
}
