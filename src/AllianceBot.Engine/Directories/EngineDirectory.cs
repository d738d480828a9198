using System.Text;
using System.Text.Json;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>
/// Handles, addresses, places, codes and memberships, by keyed hashes, in a bounded memory over the store. Who is in which
/// alliance is held whole, as it is asked by person and the store finds by key.
/// </summary>
internal sealed class EngineDirectory(IAllianceStore store, Committer committer, Keys keys, Addresses addresses)
    : IDirectory, IChannelMemory
{
    public const string AddressKind = "address";
    private const string HandleKind = "handle";
    private const string PlaceKindName = "place";
    private const string CodeKind = "code";
    private const string MemberKind = "member";
    private const string ChannelKind = "channel";

    private readonly Cache<Handle, PersonId> people = new(EngineLimits.DirectoryCache);
    private readonly Cache<PersonId, Address> reach = new(EngineLimits.DirectoryCache);
    private readonly Cache<PersonId, bool> hasAddress = new(EngineLimits.DirectoryCache);
    private readonly Cache<string, PlaceEntry> places = new(EngineLimits.DirectoryCache);
    private readonly Cache<(PersonId, string), (AllianceId Alliance, Instant At)> lastUsed = new(EngineLimits.LastUsed);
    private readonly Memberships members = new();

    /// <summary>Told of each person whose address became known, so that what waits for it can go.</summary>
    public event Action<PersonId>? Reachable;

    /// <summary>Reads who is in which alliance.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        await foreach (var entry in store.ListAsync(MemberKind, ct)) members.Set(entry.Key.Id, isIn: true);
    }

    public async ValueTask<PersonId?> PersonAsync(Handle handle, CancellationToken ct)
    {
        if (people.TryGet(handle, out var known)) return known;
        if (await store.FindAsync(KeyOf(handle), ct) is not { } value) return null;
        var person = new PersonId(Encoding.UTF8.GetString(value.Span));
        people.Set(handle, person);
        return person;
    }

    public ValueTask<IReadOnlyList<AllianceId>> AlliancesAsync(PersonId person, CancellationToken ct) => new(members.Of(person));

    public async ValueTask<AllianceId?> PlaceAsync(Address place, CancellationToken ct) =>
        (await FindPlaceAsync(Hash(PlaceKindName, place.Key), ct))?.Alliance;

    /// <summary>Where a place can be written to, by its hash.</summary>
    public async ValueTask<Address?> PlaceAddressAsync(string hash, CancellationToken ct) =>
        (await FindPlaceAsync(hash, ct))?.Address;

    public async Task<IReadOnlyList<(string Place, AllianceId Alliance)>> PlacesOfTeamAsync(string channel, string team, CancellationToken ct)
    {
        var found = new List<(string, AllianceId)>();
        if (team.Length == 0) return found;
        await foreach (var entry in store.ListAsync(PlaceKindName, ct))
        {
            var place = ReadPlace(entry.Value);
            if (place.Address is { } address && address.Channel == channel && address.Team == team) found.Add((entry.Key.Id, place.Alliance));
        }

        return found;
    }

    public async ValueTask<CodeEntry?> CodeAsync(string codeHash, CancellationToken ct) =>
        await store.FindAsync(new(CodeKind, codeHash), ct) is { } value
        && Encoding.UTF8.GetString(value.Span).Split('\n') is [var alliance, var subject] && Subject.Parse(subject) is { } parsed
            ? new(new(alliance), parsed)
            : null;

    public async ValueTask<Address?> AddressAsync(PersonId person, CancellationToken ct)
    {
        if (reach.TryGet(person, out var known)) return known;
        if (await store.FindAsync(new(AddressKind, person.Value), ct) is not { } value) return null;
        var address = Read(value.Span);
        if (address is not null) reach.Set(person, address);
        return address;
    }

    public void Saw(Ask ask, PersonId? person)
    {
        if (ask.Where.Kind != PlaceKind.Personal && places.TryGet(Hash(PlaceKindName, ask.Where.Key), out var place)
            && place.Address != ask.Where with { Thread = "", User = "" })
        {
            KeepPlace(ask.Where, place.Alliance);
        }

        if (person is not { } known || ask.Where.User.Length == 0) return;
        if (ask.Where.Kind == PlaceKind.Personal) Keep(known, ask.Where with { Thread = "" });
        else if (!reach.TryGet(known, out _) && !hasAddress.TryGet(known, out _)) SawInPlace(known, ask.Where);
    }

    /// <summary>Keeps the private address of a person, unless it is known already.</summary>
    public void Keep(PersonId person, Address address)
    {
        if (reach.TryGet(person, out var known) && known == address) return;
        reach.Set(person, address);
        committer.Note(new DirectoryChange(new(AddressKind, person.Value), Write(address)));
        Reachable?.Invoke(person);
    }

    public void Forget(PersonId person)
    {
        Unreached(person);
        committer.Note(new DirectoryChange(new(AddressKind, person.Value), null));
    }

    public AllianceId? LastUsed(PersonId person, string conversation, Instant now) =>
        lastUsed.TryGet((person, conversation), out var last) && now - last.At <= EngineLimits.LastUsedFor ? last.Alliance : null;

    public void Used(PersonId person, string conversation, AllianceId alliance, Instant now) =>
        lastUsed.Set((person, conversation), (alliance, now));

    public string Hash(string kind, string text) => keys.Hash(kind, text);

    public DirectoryChange Link(Handle handle, PersonId person) =>
        new(KeyOf(handle), Encoding.UTF8.GetBytes(person.Value), OnlyIfNew: true);

    public DirectoryChange Member(PersonId person, AllianceId alliance, bool isIn) =>
        Change(new(MemberKind, Memberships.Key(person, alliance)), isIn ? [] : null);

    public async Task<IReadOnlyList<DirectoryChange>> EraseAsync(PersonId person, AllianceId alliance, CancellationToken ct)
    {
        var changes = new List<DirectoryChange> { Member(person, alliance, isIn: false) };
        if (members.Of(person).Any(other => other != alliance)) return changes;
        changes.Add(new(new(AddressKind, person.Value), null));
        await foreach (var entry in store.ListAsync(HandleKind, ct))
        {
            if (Encoding.UTF8.GetString(entry.Value.Span) == person.Value) changes.Add(new(entry.Key, null));
        }

        return changes;
    }

    public DirectoryChange Place(Address place, AllianceId? alliance) =>
        Change(new(PlaceKindName, Hash(PlaceKindName, place.Key)), alliance is { } of ? WritePlace(place, of) : null, onlyIfNew: alliance is not null);

    public DirectoryChange Code(string codeHash, CodeEntry? entry) =>
        Change(new(CodeKind, codeHash), entry is null ? null : Encoding.UTF8.GetBytes($"{entry.Alliance}\n{entry.Subject}"));

    /// <summary>Takes over what has become durable with an append or a note.</summary>
    public void Written(IReadOnlyList<DirectoryChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.Key.Kind == MemberKind) members.Set(change.Key.Id, change.Value is not null);
            if (change.Key.Kind == PlaceKindName) places.Remove(change.Key.Id);
            if (change.Key.Kind == AddressKind && change.Value is null) Unreached(new(change.Key.Id));
            // A handle is found by its hash only from the outside in, so a change of any empties the memory of them.
            if (change.Key.Kind == HandleKind && !change.OnlyIfNew) people.Clear();
        }
    }

    public async ValueTask<string?> RecallAsync(string channel, string kind, string of, CancellationToken ct) =>
        await store.FindAsync(new(ChannelKind, Hash(ChannelKind, $"{channel}\n{kind}\n{of}")), ct) is { } value
        && addresses.Open(value.Span) is { } plain
            ? Encoding.UTF8.GetString(plain)
            : null;

    public void Keep(string channel, string kind, string of, string value) =>
        committer.Note(new DirectoryChange(
            new(ChannelKind, Hash(ChannelKind, $"{channel}\n{kind}\n{of}")), addresses.Close(Encoding.UTF8.GetBytes(value))));

    // A null array would turn into an empty memory, and so into a value, by its implicit conversion.
    private static DirectoryChange Change(DirectoryKey key, byte[]? value, bool onlyIfNew = false) =>
        value is null ? new(key, null) : new(key, value, onlyIfNew);

    private void Unreached(PersonId person)
    {
        reach.Remove(person);
        hasAddress.Remove(person);
    }

    private void SawInPlace(PersonId person, Address place)
    {
        // Known only from a place: the channel opens the private conversation when there is something to send.
        var address = place with { Conversation = "", Thread = "", Kind = PlaceKind.Personal };
        hasAddress.Set(person, true);
        committer.Note(new DirectoryChange(new(AddressKind, person.Value), Write(address), OnlyIfNew: true), result =>
        {
            if (result == CommitResult.Done) Reachable?.Invoke(person);
            if (result == CommitResult.Failed) hasAddress.Remove(person);
        });
    }

    private void KeepPlace(Address place, AllianceId alliance)
    {
        places.Remove(Hash(PlaceKindName, place.Key));
        committer.Note(new DirectoryChange(new(PlaceKindName, Hash(PlaceKindName, place.Key)), WritePlace(place, alliance)));
    }

    private async ValueTask<PlaceEntry?> FindPlaceAsync(string hash, CancellationToken ct)
    {
        if (places.TryGet(hash, out var known)) return known;
        if (await store.FindAsync(new(PlaceKindName, hash), ct) is not { } value) return null;
        var entry = ReadPlace(value);
        places.Set(hash, entry);
        return entry;
    }

    private PlaceEntry ReadPlace(ReadOnlyMemory<byte> value)
    {
        var cut = value.Span.IndexOf((byte)'\n');
        return new(new(Encoding.UTF8.GetString(value.Span[..cut])), Read(value.Span[(cut + 1)..]));
    }

    private DirectoryKey KeyOf(Handle handle) => new(HandleKind, Hash(HandleKind, $"{handle.Channel}\n{handle.Tenant}\n{handle.User}"));

    private byte[] WritePlace(Address place, AllianceId alliance) =>
        [.. Encoding.UTF8.GetBytes($"{alliance}\n"), .. Write(place with { Thread = "", User = "" })];

    private byte[] Write(Address address) =>
        addresses.Close(JsonSerializer.SerializeToUtf8Bytes(address, AddressContext.Default.Address));

    private Address? Read(ReadOnlySpan<byte> value) =>
        addresses.Open(value) is { } json ? JsonSerializer.Deserialize(json, AddressContext.Default.Address) : null;

    private sealed record PlaceEntry(AllianceId Alliance, Address? Address);
}
