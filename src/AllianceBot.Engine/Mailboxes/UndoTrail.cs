using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>
/// Which events were taken back, so that their notices are not sent. An undo takes back the last ask on its item, as
/// nothing may have come in between.
/// </summary>
internal sealed class UndoTrail
{
    private readonly Dictionary<string, (AskId Ask, List<long> Versions)> lastAsk = new(StringComparer.Ordinal);
    private readonly HashSet<long> undone = [];
    private readonly Lock gate = new();

    public bool Has(long version)
    {
        lock (gate) return undone.Contains(version);
    }

    public void Add(AllianceEvent happened, long version)
    {
        var item = happened.Shelf.Value;
        lock (gate)
        {
            if (happened is CommitmentUndone or CheckInUndone)
            {
                if (lastAsk.Remove(item, out var taken)) undone.UnionWith(taken.Versions);
            }
            else if (happened is CommitmentEvent or CheckInEvent)
            {
                if (lastAsk.TryGetValue(item, out var last) && last.Ask == happened.Ask) last.Versions.Add(version);
                else lastAsk[item] = (happened.Ask, [version]);
            }
        }
    }
}
