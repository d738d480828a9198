using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>The directory in try mode: an account is whom it plays, before it is who it is.</summary>
public sealed class TryDirectory(IDirectory inner, Players players) : IDirectory
{
    public async ValueTask<PersonId?> PersonAsync(Handle handle, CancellationToken ct) =>
        players.Find(handle) ?? await inner.PersonAsync(handle, ct);

    public async ValueTask<IReadOnlyList<AllianceId>> AlliancesAsync(PersonId person, CancellationToken ct)
    {
        var known = await inner.AlliancesAsync(person, ct);
        return players.Home(person) is { } home && !known.Contains(home) ? [.. known, home] : known;
    }

    public ValueTask<AllianceId?> PlaceAsync(Address place, CancellationToken ct) => inner.PlaceAsync(place, ct);

    public ValueTask<Address?> PlaceAddressAsync(string place, CancellationToken ct) => inner.PlaceAddressAsync(place, ct);

    public Task<IReadOnlyList<(string Place, AllianceId Alliance)>> PlacesOfTeamAsync(string channel, string team, CancellationToken ct) =>
        inner.PlacesOfTeamAsync(channel, team, ct);

    public ValueTask<CodeEntry?> CodeAsync(string codeHash, CancellationToken ct) => inner.CodeAsync(codeHash, ct);

    public ValueTask<Address?> AddressAsync(PersonId person, CancellationToken ct) => inner.AddressAsync(person, ct);

    public void Saw(Ask ask, PersonId? person) => inner.Saw(ask, person);

    public void Forget(PersonId person) => inner.Forget(person);

    public AllianceId? LastUsed(PersonId person, string conversation, Instant now) => inner.LastUsed(person, conversation, now);

    public void Used(PersonId person, string conversation, AllianceId alliance, Instant now) => inner.Used(person, conversation, alliance, now);

    public string Hash(string kind, string text) => inner.Hash(kind, text);

    public DirectoryChange Link(Handle handle, PersonId person) => inner.Link(handle, person);

    public DirectoryChange Member(PersonId person, AllianceId alliance, bool isIn) => inner.Member(person, alliance, isIn);

    public Task<IReadOnlyList<DirectoryChange>> EraseAsync(PersonId person, AllianceId alliance, CancellationToken ct) =>
        inner.EraseAsync(person, alliance, ct);

    public DirectoryChange Place(Address place, AllianceId? alliance) => inner.Place(place, alliance);

    public DirectoryChange Code(string codeHash, CodeEntry? entry) => inner.Code(codeHash, entry);
}
