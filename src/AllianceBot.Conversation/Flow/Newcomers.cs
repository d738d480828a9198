using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>Coming in: by a code, by having been picked, by asking, by linking a second account, by founding an alliance.</summary>
internal sealed class Newcomers(
    IAlliances alliances, IDirectory directory, Showman showman, Codes codes, ConverseSettings settings, Memory<OpenDraft> drafts)
{
    private static readonly Duration DraftLife = Duration.FromHours(8);

    /// <summary>What one who is in no alliance may say; everything else is answered with how to get in.</summary>
    public async ValueTask<Answer> AnswerAsync(Turn turn, CancellationToken ct)
    {
        var draft = drafts.Find(turn.DraftKey, turn.Now - DraftLife)?.Form;
        var saying = new Saying(
            new NameBook(new Alliance(), turn.Person, []), new LocalDate(2000, 1, 1), turn.Ask.Locale, draft is null ? null : Verbs.Find(draft.Verb));
        var intent = Said(turn, saying, draft, out var sent);
        if (intent?.Verb.Name == Verbs.Join) return await JoinAsync(turn, intent.Fields[FieldNames.Code], ct);
        if (intent?.Verb.Name == Verbs.CreateAlliance) return await FoundAsync(turn, intent, sent, ct, draft?.Draft);
        if (turn is { Pressed: null, Me: { } me } && await Picked.FindAsync(alliances, directory, me, ct) is var (alliance, invitation))
        {
            return await showman.PrivatelyAsync(turn with { Alliance = alliance }, new ItemShowing(invitation.Id, Lead: new("join.picked")), ct);
        }

        return turn.InPlace && turn.Pressed is not null
            ? await showman.PrivatelyAsync(turn, new RefusedShowing(Refusal.NotYours), ct)
            : await showman.PrivatelyAsync(turn, new TextShowing(await AtTheDoorAsync(turn, ct)), ct);
    }

    /// <summary>In a place of an alliance one can ask to come in, but for who is known by a code alone.</summary>
    private async ValueTask<Said> AtTheDoorAsync(Turn turn, CancellationToken ct) =>
        turn.InPlace && turn.Ask.From.HasObjectId && await directory.PlaceAsync(turn.Ask.Where, ct) is not null
            ? new("welcome.door") : HowToGetIn(turn);

    public Said HowToGetIn(Turn turn) => new(
        !turn.Ask.From.HasObjectId ? "welcome.guest" : settings.MayCreate(turn.Ask.From) ? "welcome.founder" : "welcome.stranger");

    /// <summary>A code opens an invitation or links this account to a person; without one the place's alliance is asked.</summary>
    public async ValueTask<Answer> JoinAsync(Turn turn, string? typed, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(typed)) return await WithoutCodeAsync(turn, null, ct);
        if (Organisation(typed) is { } organisation) return await WithoutCodeAsync(turn, organisation, ct);
        if (codes.Wait(turn.Ask.From, turn.Now) is > 0 and var minutes)
        {
            return await showman.PrivatelyAsync(turn, new TextShowing(new Said("codes.wait").With("count", minutes)), ct);
        }

        var plain = Codes.Plain(typed);
        var hash = plain is null ? "" : codes.Hash(plain);
        if (plain is null || await directory.CodeAsync(hash, ct) is not { } entry)
        {
            codes.Missed(turn.Ask.From, turn.Now);
            return await showman.PrivatelyAsync(turn, new RefusedShowing(new("join.unknown-code")), ct);
        }

        return entry.Subject.Kind == SubjectKind.Person
            ? await LinkAsync(turn, entry, hash, ct)
            : await ByCodeAsync(turn, entry, hash, ct);
    }

    private async ValueTask<Answer> ByCodeAsync(Turn turn, CodeEntry entry, string hash, CancellationToken ct)
    {
        var ask = AskOf(turn);
        var person = turn.Me ?? new PersonId(alliances.NewId());
        var state = await alliances.FindAsync(entry.Alliance, ct);
        var kept = state?.Invitations.Find(new(entry.Subject.Id))?.Name.Text;
        List<DirectoryChange> changes = [directory.Member(person, entry.Alliance, isIn: true), directory.Code(hash, null)];
        if (turn.Me is null) changes.Add(directory.Link(turn.Ask.From, person));
        var name = new Domain.Words($"{ask}.1", NameOf(turn) ?? kept ?? "");
        return await SendAsync(turn, entry.Alliance, new JoinByCode(hash, name, ask), person, changes, new("saved.join"), ct);
    }

    private async ValueTask<Answer> LinkAsync(Turn turn, CodeEntry entry, string hash, CancellationToken ct)
    {
        var owner = new PersonId(entry.Subject.Id);
        var by = turn.Me ?? new PersonId(alliances.NewId());
        IReadOnlyList<DirectoryChange> changes = turn.Me is null ? [directory.Link(turn.Ask.From, owner), directory.Code(hash, null)] : [];
        var command = new LinkHandle(hash, AskOf(turn));
        return await SendAsync(turn, entry.Alliance, command, by, changes, new("saved.link"), ct, owner);
    }

    /// <summary>Picked from a roster: comes in at once. In a place of an alliance: asks. Elsewhere: a code is needed.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="organisation">For which one, as it was typed; its managers are asked then, and else the administrators.</param>
    /// <param name="ct">Stops it.</param>
    private async ValueTask<Answer> WithoutCodeAsync(Turn turn, string? organisation, CancellationToken ct)
    {
        if (turn.Me is { } me && await Picked.FindAsync(alliances, directory, me, ct) is var (of, invitation))
        {
            var invited = AskOf(turn);
            var join = new JoinAsInvited(invitation.Id, new($"{invited}.1", NameOf(turn) ?? invitation.Name.Text ?? ""), invited);
            return await SendAsync(
                turn, of.Id, join, me, [directory.Member(me, of.Id, isIn: true), directory.Code(Picked.Key(directory, me), null)], new("saved.join"), ct);
        }

        // An account without a lasting id is somebody only by a code.
        if (turn.Me is null && !turn.Ask.From.HasObjectId) return await showman.PrivatelyAsync(turn, new TextShowing(HowToGetIn(turn)), ct);
        var here = turn.InPlace ? await directory.PlaceAsync(turn.Ask.Where, ct) : null;
        if (here is not { } id || await alliances.FindAsync(id, ct) is not { } alliance)
        {
            return await showman.PrivatelyAsync(turn, new TextShowing(new("join.needs-code")), ct);
        }

        var ask = AskOf(turn);
        var person = turn.Me ?? new PersonId(alliances.NewId());
        var name = new Domain.Words($"{ask}.1", NameOf(turn) ?? "");
        if (alliance.Invitations.FirstOrDefault(one => one.State == InvitationState.Open && one.Person == person) is { } picked)
        {
            return await SendAsync(
                turn, id, new JoinAsInvited(picked.Id, name, ask), person, [directory.Member(person, id, isIn: true)], new("saved.join"), ct);
        }

        IReadOnlyList<DirectoryChange> links = turn.Me is null ? [directory.Link(turn.Ask.From, person)] : [];
        // Which organisations there are is not told at the door, so one that is unknown gets the same answer.
        PartnerId? partner = organisation is not null && new NameBook(alliance, person, []).Find(Tokens.Key(organisation)) is [{ Who: { Kind: SubjectKind.Partner } named }]
            ? new(named.Id) : null;
        return await SendAsync(turn, id, new AskToJoin(new(ask.Value), partner, name, ask), person, links, new("saved.ask-to-join"), ct);
    }

    /// <summary>The draft id is the alliance's id, so the same form founds one alliance for ever.</summary>
    /// <param name="open">The draft id of the form that is open already.</param>
    public async ValueTask<Answer> FoundAsync(Turn turn, Intent intent, AskId? sent, CancellationToken ct, string? open = null)
    {
        if (!settings.MayCreate(turn.Ask.From)) return await showman.PrivatelyAsync(turn, new TextShowing(HowToGetIn(turn)), ct);
        var ask = sent ?? new AskId(open ?? alliances.NewId());
        var me = turn.Me ?? new PersonId(ask.Value);
        var scene = new Scene(new Alliance(), me, turn.Now, new NameBook(new Alliance(), me, []), ask, ask.Value) { Sent = sent is not null };
        var form = SetUpForms.Of(scene, intent with { Item = null });
        if (sent is null || form.IsFaulty) return await AskedAsync(turn, new FormShowing(form), form, ct);
        var fields = form.Values;
        var zone = fields[FieldNames.Zone] ?? "";
        var id = new AllianceId(ask.Value);
        var kind = Enum.TryParse<PartnerKind>(fields[FieldNames.PartnerKind], out var read) ? read : PartnerKind.Other;
        var command = new CreateAlliance(
            id, scene.Say(1, fields[FieldNames.Name] ?? ""), zone, new(AskIds.Row(ask, 1).Value),
            scene.Say(2, fields[FieldNames.Organisation] ?? ""), kind, scene.Say(3, NameOf(turn) ?? fields[FieldNames.Organisation] ?? ""), ask);
        List<DirectoryChange> changes = [directory.Member(me, id, isIn: true)];
        if (turn.Me is null) changes.Add(directory.Link(turn.Ask.From, me));
        var envelope = new AskEnvelope(turn.Ask.Transport) { Conversation = turn.Place, Directory = changes };
        var decided = await alliances.AskAsync(id, command, me, envelope, ct);
        if (decided.Refusal is { } refusal) return await AskedAsync(turn, new RefusedShowing(refusal, null, form), form, ct);
        directory.Saw(turn.Ask, me);
        directory.Used(me, turn.Place, id, turn.Now);
        return await showman.PrivatelyAsync(
            turn with { Me = me, Alliance = decided.Alliance }, new ItemShowing(id, Lead: new("saved.create-alliance")), ct);
    }

    private ValueTask<Answer> AskedAsync(Turn turn, Showing showing, Form form, CancellationToken ct)
    {
        showman.Remember(turn, form);
        return showman.PrivatelyAsync(turn, showing, ct);
    }

    private async ValueTask<Answer> SendAsync(
        Turn turn, AllianceId id, Command command, PersonId by, IReadOnlyList<DirectoryChange> changes, Said saved, CancellationToken ct,
        PersonId? owner = null)
    {
        var envelope = new AskEnvelope(turn.Ask.Transport) { Conversation = turn.Place, Directory = changes };
        var decided = await alliances.AskAsync(id, command, by, envelope, ct);
        var me = owner ?? by;
        if (decided.Refusal is { } refusal)
        {
            // What a newcomer may not know is the same as what is not there.
            if (refusal == Refusal.NotYours || refusal.Code == "join.unknown-code") codes.Missed(turn.Ask.From, turn.Now);
            return await showman.PrivatelyAsync(turn, new RefusedShowing(refusal), ct);
        }

        directory.Saw(turn.Ask, me);
        directory.Used(me, turn.Place, id, turn.Now);
        var isIn = decided.Alliance.IsMember(me);
        var after = turn with { Me = me, Alliance = isIn ? decided.Alliance : null };
        return await showman.PrivatelyAsync(after, isIn ? new ItemShowing(id, Lead: saved) : new TextShowing(saved), ct);
    }

    /// <summary>What was said, as far as it needs no alliance; a bare code is a code.</summary>
    private static Intent? Said(Turn turn, Saying saying, Form? draft, out AskId? sent)
    {
        sent = null;
        switch (turn.Ask.What)
        {
            case Typed typed when Codes.Plain(typed.Text.Trim()) is { } code:
                return new(Verbs.Find(Verbs.Join)!, null, Filled.Nothing.With(FieldNames.Code, code));
            case Typed typed:
                return Read(Clean.Text(typed.Text), saying, draft, ref sent);
            case Pressed { Verb: Verbs.Send } pressed when Verbs.Find(pressed.Fields.GetValueOrDefault(FieldNames.Form)) is { Name: Verbs.CreateAlliance } form:
                sent = AskIds.Draft(pressed.Fields.GetValueOrDefault(FieldNames.Draft));
                return Presses.Read(form, pressed.Fields, saying);
            case Pressed pressed when Verbs.Find(pressed.Verb) is { Name: Verbs.Join or Verbs.CreateAlliance } verb:
                return Presses.Read(verb, pressed.Fields, saying);
            default:
                return null;
        }
    }

    private static Intent? Read(string text, Saying saying, Form? draft, ref AskId? sent)
    {
        var read = Grammar.English.Read(text, saying);
        if (draft is null) return (read as Understood)?.Intent;
        var intent = new Intent(Verbs.Find(draft.Verb)!, null, draft.Values);
        switch (read)
        {
            case Understood { Intent.Verb.Name: Verbs.Send }:
                sent = new AskId(draft.Draft);
                return intent;
            case Amends amends:
                return intent with { Fields = draft.Values.Under(amends.Fields), Faults = amends.Faults };
            default:
                return (read as Understood)?.Intent;
        }
    }

    /// <summary>"for Harbor Youth Center": what stands behind the word that says so; null when it is none.</summary>
    private static string? Organisation(string typed)
    {
        var text = typed.Trim();
        var lead = GrammarWords.English.JoinFor.Where(word => text.Length > word.Length && text[word.Length] == ' '
            && text.StartsWith(word, StringComparison.OrdinalIgnoreCase)).MaxBy(static word => word.Length);
        return lead is null ? null : text[lead.Length..].Trim();
    }

    private AskId AskOf(Turn turn) => turn.Ask.Transport.Length > 0 ? AskIds.Delivered(turn.Ask.Transport) : new(alliances.NewId());

    private static string? NameOf(Turn turn) => Clean.Line(turn.Ask.ShownName, FieldNames.Name) is { Length: > 0 } name
        ? name[..Math.Min(name.Length, Limits.Name)] : null;
}
