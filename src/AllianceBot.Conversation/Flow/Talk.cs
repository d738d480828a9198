using System.Globalization;
using AllianceBot.Domain;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>What members say and press, in an alliance that is known.</summary>
internal sealed class Talk(
    IAlliances alliances, IDirectory directory, Showman showman, Doing doing, Newcomers newcomers, Picking picking, Memory<OpenDraft> drafts)
{
    /// <summary>How long a form waits for typed words.</summary>
    private static readonly Duration DraftLife = Duration.FromHours(8);

    // A press goes through here without waiting for anything, so nothing of it is written to be taken up again later.
    public ValueTask<Answer> AnswerAsync(Turn turn, CancellationToken ct) =>
        turn.Ask.Mentions.Count == 0 ? AnswerAsync(turn, [], ct) : WithMentionsAsync(turn, ct);

    private async ValueTask<Answer> WithMentionsAsync(Turn turn, CancellationToken ct) =>
        await AnswerAsync(turn, await MentionsAsync(turn, ct), ct);

    private ValueTask<Answer> AnswerAsync(Turn turn, IReadOnlyList<(string Key, PersonId Person)> mentions, CancellationToken ct)
    {
        var names = new NameBook(turn.Alliance!, turn.Person, mentions);
        var draft = drafts.Find(turn.DraftKey, turn.Now - DraftLife);
        var saying = new Saying(names, Calendars.Of(turn.Alliance!, turn.Person).DateOf(turn.Now), turn.Ask.Locale, OpenVerb(turn, draft));
        return turn.Ask.What switch
        {
            Typed typed => TypedAsync(turn, typed.Text, saying, draft, ct),
            Pressed pressed => PressedAsync(turn, pressed, saying, draft, ct),
            Chosen chosen => ChosenAsync(turn, chosen, saying, ct),
            _ => new(Answer.None),
        };
    }

    private async ValueTask<Answer> TypedAsync(Turn turn, string typed, Saying saying, OpenDraft? draft, CancellationToken ct)
    {
        if (typed.Length > Clean.Most)
        {
            return await showman.PrivatelyAsync(turn, new TextShowing(new Said(Showman.TooLong).With("limit", Clean.Most)), ct);
        }

        var text = Clean.Text(typed);
        if (GrammarWords.English.Thanks.Contains(Tokens.Key(text).TrimEnd('!', '.', ' '))) return showman.Say(turn, new("answers.thanks"));
        switch (Grammar.English.Read(text, saying))
        {
            case Understood { Intent: var intent }:
                return await IntentAsync(turn, intent, saying, draft, ct);
            case Several several:
                return await showman.PrivatelyAsync(turn, new ChoiceShowing(several.Question, several.Picks), ct);
            case Amends amends when draft is not null:
                return await AmendAsync(turn, amends, saying, draft.Form, ct);
            default:
                if (Codes.LooksLikeOne(text)) return await newcomers.JoinAsync(turn, text, ct);
                var first = (Grammar.English.Read(text, saying) as NotUnderstood)?.Typed ?? "";
                var scene = SceneOf(turn, saying, new(alliances.NewId()));
                return await showman.PrivatelyAsync(turn, Nearest.Ask(text, first, verb => IsTypable(verb) && Help.IsFor(scene, verb), saying), ct);
        }
    }

    /// <summary>A message becomes a request to whoever wrote it, or an offer of one's own: a form first, and nobody is bound by it.</summary>
    private async ValueTask<Answer> ChosenAsync(Turn turn, Chosen chosen, Saying saying, CancellationToken ct)
    {
        var author = chosen.Author is { } who ? await directory.PersonAsync(who, ct) : null;
        var scene = SceneOf(turn, saying, new(alliances.NewId()));
        return await doing.TakeAsync(turn, scene, Stepping.Next(scene, FromMessages.Intent(scene, author, Clean.Text(chosen.Text), chosen.Link)), ct);
    }

    private ValueTask<Answer> PressedAsync(Turn turn, Pressed pressed, Saying saying, OpenDraft? draft, CancellationToken ct)
    {
        if (Verbs.Find(pressed.Verb) is not { } verb) return showman.PrivatelyAsync(turn, new RefusedShowing(new("unknown-button")), ct);
        if (pressed.Automatic && verb.Does != VerbDoes.Reads) return new(Answer.None);
        if (verb.Name == Verbs.Say)
        {
            var words = pressed.Fields.GetValueOrDefault(FieldNames.Words) ?? "";
            return TypedAsync(turn, words, saying, draft, ct);
        }

        if (verb.Name is Verbs.Send or Verbs.Cancel) return FormAsync(turn, pressed, verb, saying, ct);
        var intent = Presses.Read(verb, pressed.Fields, saying);
        // What a card names badly is not guessed: it is as unknown as any other thing.
        return verb.Needs == VerbNeeds.Item && intent.Item is null
            ? showman.PrivatelyAsync(turn, new RefusedShowing(Refusal.NotYours), ct)
            : IntentAsync(turn, intent, saying, draft, ct);
    }

    /// <summary>A form's own buttons. Its hidden state is read anew; a draft id that we did not mint makes nothing.</summary>
    private async ValueTask<Answer> FormAsync(Turn turn, Pressed pressed, Verb verb, Saying saying, CancellationToken ct)
    {
        var form = Verbs.Find(pressed.Fields.GetValueOrDefault(FieldNames.Form));
        if (form is null || AskIds.Draft(pressed.Fields.GetValueOrDefault(FieldNames.Draft)) is not { } draft)
        {
            return await showman.PrivatelyAsync(turn, new RefusedShowing(new("unknown-button")), ct);
        }

        var intent = Presses.Read(form, pressed.Fields, saying);
        if (verb.Name == Verbs.Cancel) return await CancelAsync(turn, intent.Item, ct);
        drafts.Forget(turn.DraftKey);
        if (form.Name == Verbs.CreateAlliance) return await newcomers.AnswerAsync(turn, ct);
        var scene = SceneOf(turn, saying, draft) with { Sent = true, Seen = Revision(pressed) };
        return await NextAsync(turn, scene, intent, ct);
    }

    private ValueTask<Answer> IntentAsync(Turn turn, Intent intent, Saying saying, OpenDraft? draft, CancellationToken ct) => intent.Verb.Name switch
    {
        Verbs.Send => SendAsync(turn, saying, draft, ct),
        Verbs.Cancel when draft is null or { Sent: true } => new(showman.Say(turn, new("answers.nothing-open"))),
        Verbs.Cancel => CancelAsync(turn, draft.Form.Item, ct),
        Verbs.Join => newcomers.JoinAsync(turn, intent.Fields[FieldNames.Code], ct),
        Verbs.CreateAlliance => newcomers.FoundAsync(turn, intent, null, ct),
        Verbs.SetHome or Verbs.DropHome => HomeAsync(turn, intent.Verb.Name == Verbs.SetHome, saying, ct),
        _ => StepAsync(turn, intent, saying, ct),
    };

    private ValueTask<Answer> StepAsync(Turn turn, Intent intent, Saying saying, CancellationToken ct)
    {
        var pressed = turn.Pressed;
        var ask = pressed is not null ? AskIds.Tap(turn.Person, pressed.Verb, pressed.Fields)
            : turn.Ask.Transport.Length > 0 ? AskIds.Delivered(turn.Ask.Transport) : new AskId(alliances.NewId());
        var scene = SceneOf(turn, saying, ask) with { Typed = pressed is null, Seen = pressed is null ? null : Revision(pressed) };
        var (found, question) = Missing.Find(scene, intent);
        if (found is null) return showman.PrivatelyAsync(turn, question!, ct);
        return pressed is null && Tracked(scene.Alliance, found.Item) is { } item
            ? SeenAsync(turn, scene, found, item, ct)
            : ActAsync(turn, scene, found, ct);
    }

    /// <summary>Typed words are about the item as this person last saw it.</summary>
    private async ValueTask<Answer> SeenAsync(Turn turn, Scene scene, Intent found, Subject item, CancellationToken ct) =>
        await ActAsync(turn, scene with { Seen = await alliances.SeenAsync(scene.Alliance.Id, item, turn.Person, ct) }, found, ct);

    private ValueTask<Answer> ActAsync(Turn turn, Scene scene, Intent found, CancellationToken ct) => found.Verb.Name switch
    {
        Verbs.Pick => picking.AnswerAsync(turn, scene, found, ct),
        Verbs.Invite when found.Fields.IsEmpty => OfferedAsync(turn, scene, found, ct),
        _ => TakeAsync(turn, scene, found, ct),
    };

    private async ValueTask<Answer> OfferedAsync(Turn turn, Scene scene, Intent found, CancellationToken ct) =>
        await picking.OfferAsync(turn, scene, ct) ?? await TakeAsync(turn, scene, found, ct);

    private ValueTask<Answer> TakeAsync(Turn turn, Scene scene, Intent found, CancellationToken ct)
    {
        var step = CardBehind.Kept(Stepping.Next(scene, found), CardBehind.Of(turn));
        return turn.InPlace && IsForAll(turn, found, step) is { } open ? showman.OpenlyAsync(turn, open, ct) : doing.TakeAsync(turn, scene, step, ct);
    }

    /// <summary>What carries a revision: a promise, also for its check-in, a decision, a process, a concern, a case, a round or an indicator.</summary>
    private static Subject? Tracked(Alliance alliance, Subject? item)
    {
        if (item is { Kind: SubjectKind.Decision or SubjectKind.Process or SubjectKind.Concern or SubjectKind.Case } decided) return decided;
        if (item is { Kind: SubjectKind.Round or SubjectKind.Indicator } counted) return counted;
        return PromiseSteps.CommitmentOf(alliance, item) is { } promise ? (Subject)promise : null;
    }

    /// <summary>What all members may know is answered in the place itself.</summary>
    private static Showing? IsForAll(Turn turn, Intent intent, Step step) => (intent.Verb.Name, step) switch
    {
        (Verbs.Help or Verbs.Alliance or Verbs.People or Verbs.Holidays or Verbs.Decisions or Verbs.Indicators or Verbs.Charter or Verbs.CharterDraft
            or Verbs.Processes or Verbs.ProcessDraft, Shows shows) => shows.Showing,
        // Of figures a place reads the sum alone.
        (Verbs.Ledger, Shows { Showing: LedgerShowing { Wish: { Whose: LedgerWhose.Sum, Figure: null } } sum }) => sum,
        (Verbs.Benchmarks or Verbs.RoundTalk or Verbs.RoundReport or Verbs.RoundCompare, Shows { Showing: ItemShowing or ListShowing } shows) => shows.Showing,
        (Verbs.Show, Shows { Showing: ItemShowing { Subject.Kind: SubjectKind.Round } round }) => round,
        (Verbs.Show, Shows { Showing: ItemShowing { Subject: { Kind: SubjectKind.Commitment } item } shown })
            when CommitmentViews.Card(turn.Alliance!, PlaceReader.Any, new(item.Id), turn.Now) is not null => shown,
        (Verbs.Show, Shows { Showing: ItemShowing { Subject.Kind: SubjectKind.Decision } shown })
            when DecisionViews.Card(turn.Alliance!, PlaceReader.Any, new(shown.Subject.Id), turn.Now) is not null => shown,
        (Verbs.Show, Shows { Showing: ItemShowing { Subject.Kind: SubjectKind.Process or SubjectKind.Indicator } shown }) => shown,
        _ => null,
    };

    /// <summary>"send": the last form shown to this person in this conversation. Sent twice, it is the same ask.</summary>
    private async ValueTask<Answer> SendAsync(Turn turn, Saying saying, OpenDraft? draft, CancellationToken ct)
    {
        if (draft is null) return showman.Say(turn, new("answers.nothing-open"));
        var form = draft.Form;
        if (draft.Alliance is { } of && of != turn.Alliance!.Id && await alliances.FindAsync(of, ct) is { } alliance)
        {
            turn = turn with { Alliance = alliance };
            saying = saying with { Names = new NameBook(alliance, turn.Person, []), Today = Calendars.Of(alliance, turn.Person).DateOf(turn.Now) };
        }

        if (Verbs.Find(form.Verb) is not { } verb) return showman.Say(turn, new("answers.nothing-open"));
        var intent = new Intent(verb, form.Item, form.Values);
        if (verb.Name == Verbs.CreateAlliance) return await newcomers.FoundAsync(turn, intent, new AskId(form.Draft), ct);
        var scene = SceneOf(turn, saying, new AskId(form.Draft)) with { Sent = true, Seen = form.Item is null ? null : form.Revision };
        drafts.Keep(turn.DraftKey, draft with { Sent = true }, turn.Now);
        return await NextAsync(turn, scene, intent, ct);
    }

    /// <summary>The open form with what was typed, under the same draft id.</summary>
    private async ValueTask<Answer> AmendAsync(Turn turn, Amends amends, Saying saying, Form form, CancellationToken ct)
    {
        var values = form.Values;
        foreach (var (partner, person) in (ReadOnlySpan<(string, string)>)
            [(FieldNames.DoerPartner, FieldNames.Doer), (FieldNames.ReceiverPartner, FieldNames.Receiver)])
        {
            if (amends.Fields[partner] is not null && amends.Fields[person] is null) values = values.Without(person);
        }

        var intent = new Intent(Verbs.Find(form.Verb)!, form.Item, values.Under(amends.Fields)) { Faults = amends.Faults };
        if (form.Verb == Verbs.CreateAlliance) return await newcomers.FoundAsync(turn, intent, null, ct, form.Draft);
        var scene = SceneOf(turn, saying, new AskId(form.Draft)) with { Draft = form.Draft };
        return await NextAsync(turn, scene, intent, ct);
    }

    private ValueTask<Answer> NextAsync(Turn turn, Scene scene, Intent intent, CancellationToken ct) => intent.Verb.Name == Verbs.Pick
        ? picking.AnswerAsync(turn, scene, intent, ct)
        : doing.TakeAsync(turn, scene, CardBehind.Kept(Stepping.Next(scene, intent), CardBehind.Of(turn)), ct);

    private async ValueTask<Answer> CancelAsync(Turn turn, Subject? item, CancellationToken ct)
    {
        drafts.Forget(turn.DraftKey);
        return item is { } about
            ? await showman.PrivatelyAsync(turn, new ItemShowing(about, Lead: new("answers.cancelled")), ct)
            : showman.Say(turn, new("answers.cancelled"));
    }

    private async ValueTask<Answer> HomeAsync(Turn turn, bool takes, Saying saying, CancellationToken ct)
    {
        if (!turn.InPlace) return showman.Say(turn, new("answers.only-in-place"));
        var place = directory.Hash("place", turn.Place);
        var scene = SceneOf(turn, saying, turn.Ask.Transport.Length > 0 ? AskIds.Delivered(turn.Ask.Transport) : new(alliances.NewId()));
        Command command = takes ? new LinkPlace(place, Home: true, scene.Ask) : new UnlinkPlace(place, scene.Ask);
        var does = new Does(command, turn.Alliance!.Id, PromiseSteps.Saved(takes ? Verbs.SetHome : Verbs.DropHome))
        {
            Directory = new() { Place = takes },
        };
        return await doing.TakeAsync(turn, scene, does, ct);
    }

    private Scene SceneOf(Turn turn, Saying saying, AskId ask) => new(turn.Alliance!, turn.Person, turn.Now, saying.Names, ask, alliances.NewId());

    /// <summary>People who are mentioned, by the words that stand for them.</summary>
    private async ValueTask<IReadOnlyList<(string Key, PersonId Person)>> MentionsAsync(Turn turn, CancellationToken ct)
    {
        if (turn.Ask.Mentions.Count == 0) return [];
        var known = new List<(string, PersonId)>();
        foreach (var mention in turn.Ask.Mentions.Take(Limits.List))
        {
            if (await directory.PersonAsync(mention.Who, ct) is { } person && turn.Alliance!.IsMember(person)) known.Add((Tokens.Key(mention.Text), person));
        }

        return known;
    }

    private static Verb? OpenVerb(Turn turn, OpenDraft? draft) =>
        draft is { Form: var form, Sent: false } && (draft.Alliance is null || draft.Alliance == turn.Alliance?.Id) ? Verbs.Find(form.Verb) : null;

    private static bool IsTypable(string verb) => verb is not (Verbs.Say or Verbs.Answers);

    /// <summary>The revision on the card; one that cannot be read is nobody's, and so stale.</summary>
    private static int Revision(Pressed pressed) =>
        int.TryParse(pressed.Fields.GetValueOrDefault(FieldNames.Revision), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision : -1;
}
