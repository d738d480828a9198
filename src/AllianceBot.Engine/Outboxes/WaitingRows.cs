using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>Rows that wait until somebody's address is known.</summary>
internal sealed class WaitingRows
{
    private readonly Dictionary<PersonId, List<OutboxRow>> byPerson = [];
    private readonly Lock gate = new();

    public int Count
    {
        get
        {
            lock (gate) return byPerson.Values.Sum(static rows => rows.Count);
        }
    }

    public void Add(PersonId person, OutboxRow row)
    {
        lock (gate)
        {
            if (!byPerson.TryGetValue(person, out var rows)) byPerson[person] = rows = [];
            rows.Add(row);
        }
    }

    public List<OutboxRow> Take(PersonId person)
    {
        lock (gate) return byPerson.Remove(person, out var rows) ? rows : [];
    }
}
