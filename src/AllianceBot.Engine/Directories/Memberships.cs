using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>Who is in which alliance.</summary>
internal sealed class Memberships
{
    private readonly Dictionary<PersonId, AllianceId[]> byPerson = [];
    private readonly Lock gate = new();

    public static string Key(PersonId person, AllianceId alliance) => $"{person.Value}|{alliance.Value}";

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<AllianceId> Of(PersonId person)
    {
        lock (gate) return byPerson.GetValueOrDefault(person) ?? [];
    }

    public void Set(string key, bool isIn)
    {
        var cut = key.IndexOf('|', StringComparison.Ordinal);
        var (person, alliance) = (new PersonId(key[..cut]), new AllianceId(key[(cut + 1)..]));
        lock (gate)
        {
            var others = (byPerson.GetValueOrDefault(person) ?? []).Where(one => one != alliance);
            AllianceId[] alliances = isIn ? [.. others.Append(alliance).OrderBy(static one => one.Value, StringComparer.Ordinal)] : [.. others];
            if (alliances.Length > 0) byPerson[person] = alliances;
            else byPerson.Remove(person);
        }
    }
}
