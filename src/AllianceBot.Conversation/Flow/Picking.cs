using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>
/// Inviting by a pick from a place's roster: who is there and not yet in. What a card brings back names nobody by itself: each
/// time it is looked for among the people who are in the place then.
/// </summary>
internal sealed class Picking(IAlliances alliances, IDirectory directory, Showman showman, Doing doing)
{
    /// <summary>People read of one place; past them a name has to be invited by code.</summary>
    private const int Most = 500;

    private static readonly Duration Fresh = Duration.FromMinutes(1);

    private readonly Memory<IReadOnlyList<PlaceMember>> read = new(1_000);

    /// <summary>The form to pick on, for one who only said "invite"; null when nobody here can be picked.</summary>
    public async ValueTask<Answer?> OfferAsync(Turn turn, Scene scene, CancellationToken ct)
    {
        var intent = new Intent(Verbs.Find(Verbs.Pick)!, null, Filled.Nothing);
        if (SetUpSteps.NotPermitted(scene, intent) || await CandidatesAsync(turn, scene, ct) is not { Count: > 0 } people) return null;
        var form = FormOf(scene, intent, people, isNamed: false);
        return await showman.PrivatelyAsync(turn, new FormShowing(form with { Lead = form.Lead ?? new("pick.lead") }), ct);
    }

    /// <summary>"pick Lee Park for Harbor": the form with who is meant; and once it is sent, the invitation.</summary>
    public async ValueTask<Answer> AnswerAsync(Turn turn, Scene scene, Intent intent, CancellationToken ct)
    {
        if (SetUpSteps.NotPermitted(scene, intent)) return await showman.PrivatelyAsync(turn, new RefusedShowing(Refusal.NotYours), ct);
        if (await CandidatesAsync(turn, scene, ct) is not { } people) return await SayAsync(turn, new("pick.no-roster"), ct);
        if (people.Count == 0) return await SayAsync(turn, new("pick.all-in"), ct);
        var named = intent.Fields[FieldNames.Member] ?? "";
        var meant = Meant(people, named);
        if (named.Length > 0 && meant.Count == 0) return await SayAsync(turn, new Said("pick.not-here").Quoting("name", Clean.Short(named)), ct);
        var form = FormOf(scene, intent, meant.Count > 0 ? meant : people, named.Length > 0);
        if (!scene.Sent || form.IsFaulty || meant is not [var one]) return await showman.PrivatelyAsync(turn, new FormShowing(form), ct);
        return await doing.TakeAsync(turn, scene, Invited(scene, form, one), ct);
    }

    private ValueTask<Answer> SayAsync(Turn turn, Said said, CancellationToken ct) => showman.PrivatelyAsync(turn, new TextShowing(said), ct);

    /// <summary>A person of ours who was never in is known by the account from now on, so that coming in needs no code.</summary>
    private Does Invited(Scene scene, Form form, Candidate picked)
    {
        var (ask, fields) = (scene.Ask, form.Values);
        var (invitation, person) = (new InvitationId(ask.Value), picked.Person ?? new PersonId(AskIds.Row(ask, 1).Value));
        PartnerId? partner = fields[FieldNames.Partner] is { Length: > 0 } id ? new PartnerId(id) : null;
        var role = Enum.TryParse<Role>(fields[FieldNames.Role], out var given) ? given : Role.Staff;
        var changes = new List<DirectoryChange> { directory.Code(Picked.Key(directory, person), new(scene.Alliance.Id, invitation)) };
        if (picked.Person is null) changes.Add(directory.Link(picked.Member.Who, person));
        return new Does(
            new InviteFromRoster(invitation, person, partner, role, scene.Say(1, picked.Name), ask), invitation,
            new Said(PromiseSteps.Saved(Verbs.Pick).Key).With("name", (Subject)invitation))
        {
            Form = form,
            Directory = new() { Also = changes, Seen = (picked.Member, person) },
        };
    }

    private static Form FormOf(Scene scene, Intent intent, IReadOnlyList<Candidate> meant, bool isNamed)
    {
        var page = int.TryParse(intent.Fields[FieldNames.Page], out var asked) && asked > 0 ? asked - 1 : 0;
        var pages = Math.Max(1, (meant.Count + Limits.List - 1) / Limits.List);
        var shown = meant.Skip(Math.Min(page, pages - 1) * Limits.List).Take(Limits.List).ToList();
        var chosen = isNamed && meant is [var one] ? one.Key : "";
        var form = SetUpForms.Of(scene, intent with { Fields = intent.Fields.Without(FieldNames.Page) });
        var fields = form.Fields.Select(field => field.Name != FieldNames.Member ? field : field with
        {
            Kind = FieldKind.Choice,
            Value = chosen,
            Options = shown.Select(static person => new Option(person.Key, person.Name)).ToValueList(),
            Fault = scene.Sent && chosen.Length == 0 ? new("field.missing") : null,
        }).ToValueList();
        var lead = pages > 1
            ? new Said("pick.page").With("page", Math.Min(page, pages - 1) + 1).With("pages", pages).With("count", meant.Count)
            : isNamed && meant.Count > 1 ? new Said("pick.which") : null;
        return form with { Fields = fields, Lead = lead ?? (fields.Any(static field => field.Fault is not null) ? form.Lead : null) };
    }

    /// <summary>By key as a card brings it, else by name: the whole name before a part of it.</summary>
    private static List<Candidate> Meant(IReadOnlyList<Candidate> people, string named)
    {
        if (named.Length == 0) return [];
        if (people.FirstOrDefault(person => person.Key == named) is { } exact) return [exact];
        var key = Tokens.Key(named);
        var whole = people.Where(person => Tokens.Key(person.Name) == key).ToList();
        return whole.Count > 0 || key.Length == 0
            ? whole
            : [.. people.Where(person => key.Split(' ').All(part => Tokens.Key(person.Name).Split(' ').Contains(part)))];
    }

    /// <summary>Who is in the place and not yet in the alliance, by name; null when the place does not tell.</summary>
    private async ValueTask<IReadOnlyList<Candidate>?> CandidatesAsync(Turn turn, Scene scene, CancellationToken ct)
    {
        if (await PlaceAsync(turn, scene.Alliance, ct) is not { } place || await MembersAsync(turn, place, ct) is not { } members) return null;
        var people = new List<Candidate>();
        foreach (var member in members)
        {
            // Without a lasting id the next one with that account might be somebody else: such a guest comes in by code.
            if (!member.Who.HasObjectId || Clean.Line(member.ShownName, FieldNames.Name) is not { Length: > 0 } name) continue;
            var person = await directory.PersonAsync(member.Who, ct);
            if (person is { } known && scene.Alliance.IsMember(known)) continue;
            var key = directory.Hash("member", $"{member.Who.Channel}\n{member.Who.Tenant}\n{member.Who.User}");
            people.Add(new(key, name[..Math.Min(name.Length, Limits.Name)], member, person));
        }

        return [.. people.OrderBy(static person => person.Name, StringComparer.OrdinalIgnoreCase).ThenBy(static person => person.Key, StringComparer.Ordinal)];
    }

    /// <summary>The place where it is said; in private the home place, else any other place of the alliance.</summary>
    private async ValueTask<Address?> PlaceAsync(Turn turn, Alliance alliance, CancellationToken ct)
    {
        if (turn.InPlace) return turn.Ask.Where;
        foreach (var place in alliance.Places.Where(place => !alliance.GonePlaces.Contains(place)).OrderByDescending(place => place == alliance.Home))
        {
            if (await directory.PlaceAddressAsync(place, ct) is { } address) return address;
        }

        return null;
    }

    private async ValueTask<IReadOnlyList<PlaceMember>?> MembersAsync(Turn turn, Address place, CancellationToken ct)
    {
        if (read.Find(place.Key, turn.Now - Fresh) is { } known) return known;
        var (members, page) = (new List<PlaceMember>(), "");
        do
        {
            var one = await alliances.MembersAsync(place, page, ct);
            if (one.Sending.Fate != SendFate.Done) return null;
            members.AddRange(one.Members);
            page = one.Next;
        }
        while (page.Length > 0 && members.Count < Most);

        read.Keep(place.Key, members, turn.Now);
        return members;
    }

    private sealed record Candidate(string Key, string Name, PlaceMember Member, PersonId? Person);
}

/// <summary>Finds the invitation that a person has by having been picked, wherever they speak.</summary>
internal static class Picked
{
    /// <summary>Under which the directory keeps it.</summary>
    public static string Key(IDirectory directory, PersonId person) => directory.Hash("picked", person.Value);

    /// <summary>The alliance and the invitation while it is open; null without one.</summary>
    public static async ValueTask<(Alliance Alliance, Invitation Invitation)?> FindAsync(
        IAlliances alliances, IDirectory directory, PersonId person, CancellationToken ct)
    {
        if (await directory.CodeAsync(Key(directory, person), ct) is not { Subject.Kind: SubjectKind.Invitation } entry) return null;
        if (await alliances.FindAsync(entry.Alliance, ct) is not { } alliance) return null;
        return alliance.Invitations.Find(new(entry.Subject.Id)) is { State: InvitationState.Open } invitation && invitation.Person == person
            ? (alliance, invitation)
            : null;
    }
}
