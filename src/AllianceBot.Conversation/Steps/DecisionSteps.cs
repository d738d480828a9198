using System.Diagnostics;
using AllianceBot.Domain;
using Act = AllianceBot.Domain.DecisionAct;

namespace AllianceBot.Conversation;

/// <summary>What a verb about a decision leads to: a form, a command, or why not.</summary>
internal static class DecisionSteps
{
    /// <summary>Whether the verb is about decisions alone.</summary>
    public static bool Concerns(string verb) => verb is Verbs.AgreeFor or Verbs.Reservations or Verbs.StandAside or Verbs.Objects
        or Verbs.Amend or Verbs.Outcome or Verbs.Reaffirm or Verbs.Retire or Verbs.ProposeAnew;

    /// <summary>Whether what is typed with the verb is a partner's voice, and so hidden for a while.</summary>
    public static bool IsVoice(string verb) =>
        verb is Verbs.Accept or Verbs.AgreeFor or Verbs.Reservations or Verbs.StandAside or Verbs.Objects or Verbs.Decline;

    /// <summary>Whether the verb, without saying about what, may mean a decision.</summary>
    public static bool CanConcern(string verb) => Concerns(verb) || verb is Verbs.Accept or Verbs.Decline;

    /// <summary>Whether this can be said to the decision now.</summary>
    public static bool Fits(Scene scene, DecisionId id, string verb) =>
        ActOf(verb) is { } act && DecisionViews.Card(scene.Alliance, scene.Reader, id, scene.Now)?.Acts.Contains(act) == true;

    /// <summary>A new proposal, blank or once more what stands.</summary>
    public static Step New(Scene scene, Intent intent)
    {
        if (!May.Do(scene.Alliance, scene.Me, Domain.Act.ProposeDecision, scene.Alliance.Id)) return PromiseSteps.Refused(Refusal.NotYours);
        var amends = intent.Item is { Kind: SubjectKind.Decision } item ? scene.Alliance.Decisions.Find(new(item.Id)) : null;
        var form = DecisionForms.Proposal(scene, intent, amends);
        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        return Send(scene, form, DecisionForms.Read(scene, form.Values, amends));
    }

    /// <summary>Sends a proposal of any matter.</summary>
    public static Does Send(Scene scene, Form form, Proposal proposal)
    {
        var decision = new DecisionId(scene.Ask.Value);
        return new Does(
            new ProposeDecision(decision, scene.Ask, proposal), decision, PromiseSteps.Saved(Verbs.Propose).With("item", (Subject)decision))
        {
            Form = form,
        };
    }

    public static Step Next(Scene scene, Intent intent)
    {
        var id = new DecisionId(intent.Item!.Value.Id);
        if (DecisionViews.Card(scene.Alliance, scene.Reader, id, scene.Now) is not { } card) return PromiseSteps.Refused(Refusal.NotYours);
        var decision = scene.Alliance.Decisions[id];
        if (decision.LastAsk == scene.Ask && decision.LastBy == scene.Me) return new Shows(new ItemShowing(id, Lead: new("answers.already")));
        if (ActOf(intent.Verb.Name) is not { } act) return PromiseSteps.Refused(new("not-now"), id);
        if (act == Act.ProposeAnew && card.Acts.Contains(act)) return New(scene, intent);
        if (!card.Acts.Contains(act)) return Impossible(scene, intent, card, act);
        var form = DecisionForms.Of(scene, WithVerb(intent, card), card);
        if (Wants(scene, intent, card, act))
        {
            if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
            return Do(scene, intent with { Fields = form.Values }, card, act) with { Form = form };
        }

        // Words alone agree to nothing that was never before one's eyes.
        return scene is { Typed: true, Seen: null } && act is Act.Agree or Act.StandAside
            ? new Shows(new ItemShowing(id, Lead: new Said("answers.look-first-decision").With("item", (Subject)id)))
            : Do(scene, intent, card, act);
    }

    private static Act? ActOf(string verb) => verb switch
    {
        Verbs.Accept or Verbs.AgreeFor => Act.Agree,
        Verbs.Reservations => Act.AgreeWithReservations,
        Verbs.StandAside => Act.StandAside,
        Verbs.Objects or Verbs.Decline => Act.Objection,
        Verbs.Amend or Verbs.Change => Act.Amend,
        Verbs.MoreTime => Act.Extend,
        Verbs.Withdraw => Act.Withdraw,
        Verbs.Outcome => Act.WriteOutcome,
        Verbs.Reaffirm => Act.Reaffirm,
        Verbs.Retire => Act.Retire,
        Verbs.ProposeAnew => Act.ProposeAnew,
        Verbs.Ask => Act.Ask,
        Verbs.Note => Act.Note,
        _ => null,
    };

    /// <summary>Who speaks for several partners names one; "decline" of a decision is an objection, which needs a way out.</summary>
    private static Intent WithVerb(Intent intent, DecisionCard card) => intent.Verb.Name switch
    {
        Verbs.Accept when card.Inside?.SpeaksFor.Count > 1 => intent with { Verb = Verbs.Find(Verbs.AgreeFor)! },
        Verbs.Decline => intent with { Verb = Verbs.Find(Verbs.Objects)! },
        Verbs.Change => intent with { Verb = Verbs.Find(Verbs.Amend)! },
        _ => intent,
    };

    private static bool Wants(Scene scene, Intent intent, DecisionCard card, Act act) => act switch
    {
        _ when scene.Sent => true,
        Act.Agree or Act.StandAside => card.Inside?.SpeaksFor.Count > 1 && intent.Fields[FieldNames.Partner] is null,
        Act.Ask or Act.Note => intent.Fields[FieldNames.Note] is null,
        _ => true,
    };

    private static Does Do(Scene scene, Intent intent, DecisionCard card, Act act) =>
        new(CommandOf(scene, intent, card, act), card.Id, PromiseSteps.Saved(SavedAs(intent.Verb.Name, act)).With("item", (Subject)card.Id));

    /// <summary>What verbs of promises say of decisions has words of its own.</summary>
    private static string SavedAs(string verb, Act act) => act switch
    {
        Act.Agree => Verbs.AgreeFor,
        Act.Objection => Verbs.Objects,
        Act.Extend => "extend-decision",
        Act.Withdraw => "withdraw-decision",
        Act.Amend => Verbs.Amend,
        Act.Ask or Act.Note => "note-decision",
        _ => verb,
    };

    private static DecisionCommand CommandOf(Scene scene, Intent intent, DecisionCard card, Act act)
    {
        var (id, ask, fields, revision) = (card.Id, scene.Ask, intent.Fields, scene.Seen ?? card.Revision);
        var reason = scene.SayIf(1, fields[FieldNames.Reason] ?? fields[FieldNames.Note]);
        var must = reason ?? scene.Say(1, "");
        var date = PromiseForms.DateOf(fields[FieldNames.Due]);
        var text = scene.Say(2, fields[FieldNames.Text] ?? "");
        return act switch
        {
            Act.Agree => Voice(Position.Agree),
            Act.AgreeWithReservations => Voice(Position.AgreeWithReservations),
            Act.StandAside => Voice(Position.StandAside),
            Act.Objection => Voice(Position.Objection),
            Act.Amend => new AmendDecision(id, revision, ask, text, date),
            Act.Extend => new ExtendDecision(id, revision, ask, date ?? card.Closes),
            Act.Withdraw => new WithdrawDecision(id, revision, ask, reason),
            Act.WriteOutcome => new WriteOutcome(id, revision, ask, text, date ?? default)
            {
                Promises = PromiseRows.Read(scene, fields, PromiseSides.OfAll(scene)).Promises
                    .Select(static said => new OutcomePromise(said.Id, said.Terms)).ToValueList(),
            },
            Act.Reaffirm => new ReaffirmDecision(id, revision, ask, reason, date),
            Act.Retire => new RetireDecision(id, revision, ask, must),
            Act.Ask or Act.Note => new NoteDecision(id, revision, ask, must, act == Act.Ask),
            _ => throw new UnreachableException($"No command for {act}."),
        };

        GiveVoice Voice(Position position) => new(
            id, revision, ask, fields[FieldNames.Partner] is { Length: > 0 } partner ? new PartnerId(partner) : null, position, reason,
            scene.SayIf(3, fields[FieldNames.Acceptable]));
    }

    /// <summary>The decider says why not; what was said before is no refusal.</summary>
    private static Shows Impossible(Scene scene, Intent intent, DecisionCard card, Act act)
    {
        if (act == Act.ProposeAnew) return PromiseSteps.Refused(new("not-now"), card.Id);
        var command = CommandOf(scene with { Seen = null }, intent, card, act);
        return AllianceDecider.Decide(scene.Alliance, command, new(scene.Me, scene.Now)) switch
        {
            Outcome.Refused { Refusal: var refusal } => PromiseSteps.Refused(refusal, refusal == Refusal.NotYours ? null : card.Id),
            Outcome.Happened { Events.Count: 0 } => new Shows(new ItemShowing(card.Id, Lead: new("answers.already"))),
            _ => PromiseSteps.Refused(new("not-now"), card.Id),
        };
    }
}
