using AllianceBot.Domain;
using AllianceBot.Engine;

namespace AllianceBot.Conversation;

/// <summary>Who plays whom in try mode. It lives as long as the program; a map in the settings needs no asking.</summary>
/// <param name="map">From a platform's user id to a person's name; the first person of that name is played.</param>
public sealed class Players(IReadOnlyDictionary<string, string> map)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Handle, PersonId> playing = [];
    private readonly Dictionary<PersonId, AllianceId> homes = [];

    internal string? Mapped(Handle handle) => map.GetValueOrDefault(handle.User);

    internal PersonId? Find(Handle handle)
    {
        lock (gate) return playing.TryGetValue(handle, out var person) ? person : null;
    }

    /// <summary>The sample alliance of a person who is played; the directory need not know of it.</summary>
    internal AllianceId? Home(PersonId person)
    {
        lock (gate) return homes.TryGetValue(person, out var home) ? home : null;
    }

    /// <summary>Somebody plays this person from now on.</summary>
    /// <returns>The person played until now, when nobody else plays them: what is for them waits again.</returns>
    internal PersonId? Play(Handle handle, PersonId person, AllianceId home)
    {
        lock (gate)
        {
            PersonId? before = playing.TryGetValue(handle, out var played) && played != person ? played : null;
            playing[handle] = person;
            homes[person] = home;
            return before is { } left && !playing.ContainsValue(left) ? left : null;
        }
    }
}
