using AllianceBot.Domain;
using NodaTime;
using Act = AllianceBot.Domain.CommitmentAct;

namespace AllianceBot.Conversation;

/// <summary>What a verb about a promise leads to: a form, a command, or why not.</summary>
internal static class PromiseSteps
{
    /// <summary>A new request or offer, blank or once more what lapsed.</summary>
    public static Step New(Scene scene, Intent intent)
    {
        var lapsed = intent.Item is { Kind: SubjectKind.Commitment } item ? scene.Alliance.Commitments.Find(new(item.Id)) : null;
        if (intent.Item is not null && lapsed is null) return Refused(Refusal.NotYours);
        intent = Once(intent);
        var offers = lapsed is null ? intent.Verb.Name == Verbs.Offer : lapsed.ProposedBy == Side.Doer;
        var kind = offers ? CommitmentFormKind.Offer : CommitmentFormKind.Request;
        var verb = intent with { Verb = Verbs.Find(offers ? Verbs.Offer : Verbs.Request)! };
        if (PromiseForms.Of(scene, kind, lapsed?.Id, verb, scene.Sent ? scene.Ask.Value : scene.Draft) is not { } form)
        {
            return Refused(Refusal.NotYours);
        }

        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        var commitment = new CommitmentId(scene.Ask.Value);
        return new Does(
            PromiseCommands.New(scene, commitment, offers, form.Values), commitment,
            Saved(verb.Verb.Name).With("item", (Subject)commitment))
        {
            Form = form,
        };
    }

    public static Step Next(Scene scene, Intent intent)
    {
        if (CommitmentOf(scene.Alliance, intent.Item) is not { } id) return Refused(Refusal.NotYours);
        if (CommitmentViews.Card(scene.Alliance, scene.Reader, id, scene.Now) is not { } card) return Refused(Refusal.NotYours);
        if (scene.Alliance.Commitments[id].LastAsk == scene.Ask) return new Shows(new ItemShowing(id, Lead: new("answers.already")));
        if (intent.Verb.Name == Verbs.Resend && card.Acts.Contains(Act.Resend)) return New(scene, intent with { Item = id });
        if (scene.Alliance.Commitments[id].Terms.Repeats is null) intent = Once(intent);
        var routes = Routes.Of(intent.Verb.Name);
        if (routes.Count == 0) return Refused(new("not-now"), id);
        foreach (var route in routes)
        {
            if (card.Acts.Contains(route.Act)) return Take(scene, intent, card, route);
        }

        // What is said of a series and can only be meant for one occurrence is meant for the one that is there.
        return card.Series is { Now: { } now } && now != id && card.Id == card.Series.Id
            && CommitmentViews.Card(scene.Alliance, scene.Reader, now, scene.Now) is { } one
            && routes.Any(route => one.Acts.Contains(route.Act))
            ? Next(scene with { Seen = null }, intent with { Item = (Subject)now })
            : Impossible(scene, intent, card, routes[0]);
    }

    /// <summary>"until Friday" is the end of what repeats, and the date of what comes once.</summary>
    private static Intent Once(Intent intent) =>
        intent.Fields[FieldNames.Until] is { } until && string.IsNullOrEmpty(intent.Fields[FieldNames.Repeats])
            ? intent with
            {
                Fields = intent.Fields[FieldNames.Due] is null
                    ? intent.Fields.Without(FieldNames.Until).With(FieldNames.Due, until)
                    : intent.Fields.Without(FieldNames.Until),
            }
            : intent;

    /// <summary>The promise that a subject is, or that a check-in is about.</summary>
    public static CommitmentId? CommitmentOf(Alliance alliance, Subject? subject) => subject switch
    {
        { Kind: SubjectKind.Commitment } promise => new CommitmentId(promise.Id),
        { Kind: SubjectKind.CheckIn } checkIn => alliance.CheckIns.Find(new(checkIn.Id))?.Commitment,
        _ => null,
    };

    public static Said Saved(string verb) => new($"saved.{verb}");

    /// <summary>What others hear of only when it can no longer be taken back: until when that is, is said.</summary>
    public static Said SavedForNow(Scene scene, string verb) => scene.Alliance.Settings.UndoWindow is var window && window > Duration.Zero
        ? Saved(verb).With("wait", window)
        : new Said($"saved.{verb}.told");

    public static Shows Refused(Refusal refusal, Subject? now = null) => new(new RefusedShowing(refusal, now));

    private static Step Take(Scene scene, Intent intent, CommitmentCard card, Route route)
    {
        // Nothing is scheduled for somebody who has not read who sees what.
        if (route.Act == Act.Accept && card.Inside?.Waits == Side.Doer && Fence.MustRead(scene.Alliance, scene.Me)
            && (intent.Fields[FieldNames.Person] ?? scene.Me.Value) == scene.Me.Value)
        {
            return new Shows(new ListShowing(ListKind.WhoSees, (Subject)scene.Alliance.Id) { Lead = new("answers.read-first") });
        }

        if (route.Form is { } kind && Wants(scene, intent, card, route))
        {
            var form = PromiseForms.Of(scene, kind, card.Id, intent, scene.Sent ? scene.Ask.Value : scene.Draft);
            if (form is null) return Refused(Refusal.NotYours);
            if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
            return Do(scene, intent with { Fields = form.Values }, card, route.Act) with { Form = form };
        }

        // Words alone agree to nothing that was never before one's eyes.
        if (scene is { Typed: true, Seen: null } && Routes.Agrees(route.Act))
        {
            return new Shows(new ItemShowing(card.Id, Lead: new Said("answers.look-first").With("item", (Subject)card.Id)));
        }

        return Do(scene, intent, card, route.Act);
    }

    private static Does Do(Scene scene, Intent intent, CommitmentCard card, Act act) =>
        new(PromiseCommands.Of(scene, card, act, intent), card.Id, Dated(scene, intent, card, act));

    /// <summary>Where another date is proposed, both are said: the card shows the one that still holds.</summary>
    private static Said Dated(Scene scene, Intent intent, CommitmentCard card, Act act)
    {
        var saved = (act is Act.AtRisk or Act.ClearRisk or Act.Note or Act.Ask ? SavedForNow(scene, intent.Verb.Name) : Saved(intent.Verb.Name)).With("item", (Subject)card.Id);
        var before = scene.Alliance.Commitments[card.Id].Terms.Due;
        return act is Act.Counter or Act.ProposeChange or Act.Extend && intent.Verb.Name is (Verbs.Counter or Verbs.Change or Verbs.MoreTime)
            && PromiseForms.DateOf(intent.Fields[FieldNames.Due]) is { } due && due != before
            ? (saved with { Key = $"{saved.Key}.dated" }).With("due", due).With("before", before)
            : saved;
    }

    private static bool Wants(Scene scene, Intent intent, CommitmentCard card, Route route) => route.Act switch
    {
        _ when scene.Sent || Routes.Binds(route.Act) => true,
        Act.Accept when card.Outside is not null => true,
        Act.Accept => (scene.Typed && (scene.Seen is null || intent.Fields[FieldNames.Person] is not null)) || NamesNobody(card, intent),
        Act.AcceptReport => scene is { Typed: true, Seen: null },
        Act.Ask or Act.Note => intent.Fields[FieldNames.Note] is null,
        Act.Estimate => intent.Fields[FieldNames.Estimate] is null,
        Act.DependOn or Act.DependNoMore => intent.Fields[FieldNames.DependsOn] is null,
        _ => false,
    };

    /// <summary>Whoever accepts for the doing side names the doer.</summary>
    private static bool NamesNobody(CommitmentCard card, Intent intent) =>
        (card.Inside?.Waits == Side.Doer ? card.Terms.Doer : card.Terms.Receiver) is null && intent.Fields[FieldNames.Person] is null;

    /// <summary>The decider says why not, as it alone knows; what the asker may not know of stays unknown.</summary>
    private static Shows Impossible(Scene scene, Intent intent, CommitmentCard card, Route route)
    {
        var command = PromiseCommands.Of(scene with { Seen = null }, card, route.Act, intent);
        var decided = AllianceDecider.Decide(scene.Alliance, command, new(scene.Me, scene.Now));
        var refusal = (decided as Outcome.Refused)?.Refusal ?? new Refusal("not-now");
        return Refused(refusal, refusal == Refusal.NotYours ? null : card.Id);
    }
}
