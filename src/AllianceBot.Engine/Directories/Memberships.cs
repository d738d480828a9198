using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>Who is in which alliance.</summary>
internal sealed class Memberships
{
    private readonly Dictionary<PersonId, SortedSet<string>> byPerson = [];
    private readonly Lock gate = new();

    public static string Key(PersonId person, AllianceId alliance) => $"{person.Value}|{alliance.Value}";

    public IReadOnlyList<AllianceId> Of(PersonId person)
    {
        lock (gate)
        {
            return byPerson.TryGetValue(person, out var alliances) ? [.. alliances.Select(static id => new AllianceId(id))] : [];
        }
    }

    public void Set(string key, bool isIn)
    {
        var cut = key.IndexOf('|', StringComparison.Ordinal);
        var (person, alliance) = (new PersonId(key[..cut]), key[(cut + 1)..]);
        lock (gate)
        {
            if (isIn)
            {
                if (!byPerson.TryGetValue(person, out var alliances)) byPerson[person] = alliances = new(StringComparer.Ordinal);
                alliances.Add(alliance);
            }
            else if (byPerson.TryGetValue(person, out var alliances))
            {
                alliances.Remove(alliance);
                if (alliances.Count == 0) byPerson.Remove(person);
            }
        }
    }
}
