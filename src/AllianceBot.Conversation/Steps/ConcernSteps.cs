using AllianceBot.Domain;
using Can = AllianceBot.Domain.ConcernAct;
using Field = AllianceBot.Conversation.FieldNames;

namespace AllianceBot.Conversation;

/// <summary>What a verb about concerns and quiet words leads to: one sentence first, and a talk offered first.</summary>
internal static class ConcernSteps
{
    /// <summary>Verbs that raise one.</summary>
    public static bool Raises(string verb) => verb is Verbs.Concern or Verbs.QuietWord or Verbs.TalkAbout;

    /// <summary>Whether the verb is about concerns alone.</summary>
    public static bool Concerns(string verb) => verb is Verbs.OfferTalk or Verbs.TellHelpers or Verbs.TellFacilitator or Verbs.TalkedOver;

    public static bool Fits(Scene scene, ConcernId id, string verb) =>
        ActOf(verb) is { } act && ConcernViews.Card(scene.Alliance, scene.Reader, id)?.Acts.Contains(act) == true;

    public static Step New(Scene scene, Intent intent)
    {
        if (!May.Do(scene.Alliance, scene.Me, Act.RaiseConcern, scene.Alliance.Id)) return PromiseSteps.Refused(Refusal.NotYours);
        var about = intent.Item is { } item ? PromiseSteps.CommitmentOf(scene.Alliance, item) : null;
        if (intent.Verb.Name == Verbs.TalkAbout
            && (about is not { } known || CommitmentViews.Card(scene.Alliance, scene.Reader, known, scene.Now) is null)) return PromiseSteps.Refused(Refusal.NotYours);
        var form = Form(scene, intent, about);
        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        var (id, values) = (new ConcernId(scene.Ask.Value), form.Values);
        var kind = ProcessForms.Kind(values[Field.Kind]) ?? ConflictKind.MissedCommitment;
        var sentence = scene.Say(1, values[Field.Text] ?? "");
        ConcernCommand command = intent.Verb.Name == Verbs.QuietWord
            ? new SayQuietWord(id, scene.Ask, sentence, kind, new(values[Field.Person] ?? ""), [])
            : new RaiseConcern(
                id, scene.Ask, sentence, kind, about is { } promise ? Others(scene, promise) : ConflictFields.People(scene, values[Field.Involved]), about);
        return new Does(command, id, PromiseSteps.Saved(intent.Verb.Name == Verbs.QuietWord ? Verbs.QuietWord : Verbs.Concern)) { Form = form };
    }

    public static Step Next(Scene scene, Intent intent)
    {
        var id = new ConcernId(intent.Item!.Value.Id);
        if (ConcernViews.Card(scene.Alliance, scene.Reader, id) is not { } card) return PromiseSteps.Refused(Refusal.NotYours);
        var concern = scene.Alliance.Concerns[id];
        if (concern.LastAsk == scene.Ask && concern.LastBy == scene.Me) return new Shows(new ItemShowing(id, Lead: new("answers.already")));
        if (ActOf(intent.Verb.Name) is not { } act) return PromiseSteps.Refused(new("not-now"), id);
        if (!card.Acts.Contains(act) && !(act == Can.AnswerTalk && card.TalkOffered && !card.IsOwn)) return PromiseSteps.Refused(new("not-now"), id);
        if (act == Can.ProposeProcess) return ProcessSteps.Next(scene with { Sent = false }, new(Verbs.Find(Verbs.StartProcess)!, null, Filled.Nothing.With(Field.Kinds, $"{card.Kind}")));
        if (act == Can.OpenCase) return CaseSteps.New(scene, intent);
        var said = act is Can.OfferTalk or Can.End || (act is Can.AnswerTalk or Can.Hear && scene.Sent);
        var fields = act == Can.Withdraw ? [] : Said(scene, intent);
        var form = DecisionForms.Made(scene, intent, id, scene.Sent ? scene.Seen ?? card.Revision : card.Revision, fields);
        if ((said || act == Can.Withdraw) && (!scene.Sent || form.IsFaulty)) return new Shows(new FormShowing(form));
        var note = scene.SayIf(1, intent.Fields[Field.Note] ?? intent.Fields[Field.Reason]);
        return new Does(CommandOf(scene, intent.Verb.Name, card, act, note), id, PromiseSteps.Saved(SavedAs(intent.Verb.Name, act))) { Form = scene.Sent ? form : null };
    }

    private static Can? ActOf(string verb) => verb switch
    {
        Verbs.Accept or Verbs.Decline => Can.AnswerTalk,
        Verbs.Seen => Can.Hear,
        Verbs.OfferTalk => Can.OfferTalk,
        Verbs.TellHelpers => Can.ShareWithTroubleshooters,
        Verbs.TellFacilitator => Can.ShareWithFacilitators,
        Verbs.CaseFrom => Can.OpenCase,
        Verbs.StartProcess => Can.ProposeProcess,
        Verbs.TalkedOver => Can.End,
        Verbs.Withdraw => Can.Withdraw,
        _ => null,
    };

    public static string Verb(Can act) => act switch
    {
        Can.AnswerTalk => Verbs.Accept,
        Can.Hear => Verbs.Seen,
        Can.OfferTalk => Verbs.OfferTalk,
        Can.ShareWithTroubleshooters => Verbs.TellHelpers,
        Can.ShareWithFacilitators => Verbs.TellFacilitator,
        Can.OpenCase => Verbs.CaseFrom,
        Can.ProposeProcess => Verbs.StartProcess,
        Can.End => Verbs.TalkedOver,
        _ => Verbs.Withdraw,
    };

    /// <summary>What verbs of promises say of concerns has words of its own.</summary>
    private static string SavedAs(string verb, Can act) => act switch
    {
        Can.AnswerTalk => verb == Verbs.Accept ? "talk-yes" : "talk-no",
        Can.Hear => "concern-heard",
        Can.Withdraw => "withdraw-concern",
        _ => verb,
    };

    private static ConcernCommand CommandOf(Scene scene, string verb, ConcernCard card, Can act, Domain.Words? said)
    {
        var (id, revision, ask) = (card.Id, scene.Seen ?? card.Revision, scene.Ask);
        return act switch
        {
            Can.AnswerTalk => new AnswerTalk(id, revision, ask, verb == Verbs.Accept, said),
            Can.Hear => new HearConcern(id, revision, ask, said),
            Can.OfferTalk => new OfferTalk(id, revision, ask, said),
            Can.ShareWithTroubleshooters => new ShareConcern(id, revision, ask, ConcernAid.Troubleshooters),
            Can.ShareWithFacilitators => new ShareConcern(id, revision, ask, ConcernAid.Facilitators),
            Can.End => new EndConcern(id, revision, ask, said),
            _ => new WithdrawConcern(id, revision, ask),
        };
    }

    private static List<FormField> Said(Scene scene, Intent intent) =>
        [DecisionForms.Field(scene, intent, Field.Note, FieldKind.Lines, "", required: false)];

    private static Form Form(Scene scene, Intent intent, CommitmentId? about)
    {
        List<FormField> fields = [DecisionForms.Field(scene, intent, Field.Text, FieldKind.Lines, "", required: true)];
        switch (intent.Verb.Name)
        {
            case Verbs.QuietWord:
                fields.Add(ConflictFields.Person(scene, intent, Field.Person, Neutrality.ForQuiet(scene.Alliance, scene.Me, []), required: true));
                fields.Add(ConflictFields.Kind(scene, intent, ConflictKind.Other));
                break;
            case Verbs.Concern:
                fields.Add(ConflictFields.Kind(scene, intent, ConflictKind.Other));
                fields.Add(ConflictFields.Involved(scene, intent, [], partners: false, required: false));
                break;
        }

        return DecisionForms.Made(scene, intent, about is { } promise ? promise : null, Revision(scene, about), fields);
    }

    private static int Revision(Scene scene, CommitmentId? about) =>
        about is { } promise && scene.Alliance.Commitments.Find(promise) is { } known ? known.Revision : 0;

    /// <summary>The other side of a promise: who is named there, else who gets what names nobody.</summary>
    private static ValueList<PersonId> Others(Scene scene, CommitmentId id)
    {
        var terms = scene.Alliance.Commitments[id].Terms;
        var sides = new[] { (terms.DoerPartner, terms.Doer), (terms.ReceiverPartner, terms.Receiver) };
        return sides.Where(side => !scene.Alliance.IsOf(scene.Me, side.Item1))
            .SelectMany(side => side.Item2 is { } named && scene.Alliance.IsMember(named) ? [named] : scene.Alliance.ContactsOf(side.Item1))
            .Distinct().Where(person => person != scene.Me).ToValueList();
    }
}
