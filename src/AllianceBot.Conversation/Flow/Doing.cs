using AllianceBot.Domain;
using AllianceBot.Engine;

namespace AllianceBot.Conversation;

/// <summary>Sends commands and answers with what came of them.</summary>
internal sealed class Doing(IAlliances alliances, IDirectory directory, Showman showman, Codes codes, IDocuments? documents)
{
    public ValueTask<Answer> TakeAsync(Turn turn, Scene scene, Step step, CancellationToken ct) => step switch
    {
        Shows shows => showman.PrivatelyAsync(turn, shows.Showing, ct),
        Does does => DoAsync(turn, scene, does, ct),
        Mints mints => MintAsync(turn, scene, mints, ct),
        Opens opens => showman.PrivatelyAsync(turn, Links(turn, scene, opens), ct),
        _ => throw new System.Diagnostics.UnreachableException($"Nothing takes the step {step.GetType().Name}."),
    };

    /// <summary>Addresses for this reader alone; in words, where this bot serves no pages.</summary>
    private Showing Links(Turn turn, Scene scene, Opens opens)
    {
        var links = new List<DocumentButton>();
        foreach (var (key, wish) in opens.Wishes)
        {
            if (documents?.Link(scene.Alliance.Id, scene.Me, wish, turn.Language) is not { } address) return new TextShowing(new("document.none"));
            links.Add(new(key, address));
        }

        return new LinksShowing(opens.Title, links.ToValueList());
    }

    /// <summary>The envelope of a command: how it is confirmed, and what changes in the directory with it.</summary>
    private async ValueTask<AskEnvelope> EnvelopeAsync(Turn turn, Scene scene, Does does, CancellationToken ct)
    {
        var place = turn.IsOfPlace ? await directory.AddressAsync(turn.Person, ct) : turn.Ask.Where;
        // A window closes: what came of it stays as a message.
        var pressed = turn.InPlace || turn.Ask.InWindow ? null : turn.Pressed;
        return new(turn.Ask.Transport)
        {
            // A form's draft id alone says which form is sent: "send" is typed for every one of them.
            Typed = turn.Ask.What is Typed typed && !scene.Sent ? Plain(typed.Text) : null,
            Conversation = turn.Place,
            Directory = does.Directory.Erased is { } erased
                ? [.. Changes(turn, does.Directory), .. await directory.EraseAsync(erased, turn.Alliance!.Id, ct)]
                : Changes(turn, does.Directory),
            Confirm = place is null ? null : new Confirmation(place, pressed?.Message ?? "", does.About, does.View)
            {
                Key = does.Saved.Key,
                Facts = [.. does.Saved.Facts],
                InTurn = pressed is { CanReturnCard: true },
            },
        };
    }

    private static string Plain(string text) =>
        string.Join(' ', Clean.Text(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async ValueTask<Answer> DoAsync(Turn turn, Scene scene, Does does, CancellationToken ct)
    {
        var envelope = await EnvelopeAsync(turn, scene, does, ct);
        var decided = await alliances.AskAsync(scene.Alliance.Id, does.Command, scene.Me, envelope, ct);
        var again = decided.Outcome is Outcome.Happened { Events.Count: 0 };
        var shownByAppend = decided.Refusal is null && !again && does.Then is null && envelope.Confirm is { InTurn: true };
        var after = turn with { Alliance = decided.Alliance, ShownByAppend = shownByAppend };
        if (decided.Refusal is { } refusal) return await RefusedAsync(after, does, refusal, ct);
        if (does.Directory.Seen is var (member, person)) directory.Saw(new(member.Who, member.Where, new Came(Coming.PeopleAdded, []), ""), person);
        var lead = again ? new Said(Showman.Already) : does.Saved;
        if (turn.Ask.InWindow) return showman.Say(after, lead);
        if (turn.InPlace && does.Openly) return await showman.OpenlyAsync(after, new ItemShowing(does.About, Lead: lead), ct);
        if (turn.InPlace && envelope.Confirm is not null && !again) return showman.Say(after, new("answers.privately"));
        var told = envelope.Confirm is not null && !again && turn.Pressed is not { CanReturnCard: true };
        // What is still to be done is told in any case; the confirmation alone would not say it.
        if (does.Then is ListShowing list) return await showman.PrivatelyAsync(after, list with { Lead = lead }, ct);
        return told ? Answer.None : await showman.PrivatelyAsync(after, new ItemShowing(does.About, does.View, lead), ct);
    }

    /// <summary>Refused: the words for it, with the form to mend, or the card as it stands now.</summary>
    private ValueTask<Answer> RefusedAsync(Turn turn, Does does, Refusal refusal, CancellationToken ct)
    {
        if (does.View == Keys.Of(ListKind.CheckIns))
        {
            var said = new Said($"refusal.{refusal.Code}") { Facts = refusal.Facts };
            return showman.PrivatelyAsync(turn, new ListShowing(ListKind.CheckIns) { Lead = said }, ct);
        }

        var stale = refusal.Code == "stale";
        var form = stale || refusal == Refusal.NotYours ? null : does.Form;
        var now = refusal == Refusal.NotYours || (form is null && does.Form is { Item: null }) ? (Subject?)null : does.About;
        return showman.PrivatelyAsync(turn, new RefusedShowing(refusal, form is null ? now : null, form), ct);
    }

    /// <summary>The code is told in the turn alone: it lies in no notice. The same form gives the same code again.</summary>
    private async ValueTask<Answer> MintAsync(Turn turn, Scene scene, Mints mints, CancellationToken ct)
    {
        var code = codes.Of(scene.Ask);
        var hash = codes.Hash(code);
        var envelope = new AskEnvelope(turn.Ask.Transport)
        {
            Conversation = turn.Place,
            Directory = [directory.Code(hash, new(scene.Alliance.Id, mints.Opens))],
        };
        var decided = await alliances.AskAsync(scene.Alliance.Id, mints.Command(hash), scene.Me, envelope, ct);
        var after = turn with { Alliance = decided.Alliance };
        if (decided.Refusal is { } refusal) return await showman.PrivatelyAsync(after, new RefusedShowing(refusal, null, mints.Form), ct);
        return await showman.PrivatelyAsync(after, new TextShowing(mints.Saved.Quoting("code", code)), ct);
    }

    private List<DirectoryChange> Changes(Turn turn, DirectoryWish wish)
    {
        var changes = new List<DirectoryChange>();
        if (wish.In is { } person) changes.Add(directory.Member(person, turn.Alliance!.Id, isIn: true));
        changes.AddRange(wish.Out.Select(gone => directory.Member(gone, turn.Alliance!.Id, isIn: false)));
        if (wish.Place is { } takes) changes.Add(directory.Place(turn.Ask.Where, takes ? turn.Alliance!.Id : null));
        changes.AddRange(wish.Also);
        return changes;
    }
}
