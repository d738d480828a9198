using System.Globalization;
using AllianceBot.Domain;
using Can = AllianceBot.Domain.CaseAct;
using Field = AllianceBot.Conversation.FieldNames;

namespace AllianceBot.Conversation;

/// <summary>What a verb about a case leads to: a form, a command, or why not.</summary>
internal static class CaseSteps
{
    /// <summary>Verbs that are about cases alone.</summary>
    public static bool Concerns(string verb) => Verbs.Find(verb) is { Needs: VerbNeeds.Item } && verb is not (Verbs.Accept or Verbs.Decline or Verbs.Retract
        or Verbs.Note or Verbs.MoreTime or Verbs.Withdraw) && ActsOf(verb).Count > 0;

    public static bool Fits(Scene scene, CaseId id, string verb) =>
        CaseViews.Card(scene.Alliance, scene.Reader, id, scene.Now) is { } card && ActsOf(verb).Any(card.Acts.Contains);

    /// <summary>A new case, blank or from a concern.</summary>
    public static Step New(Scene scene, Intent intent)
    {
        if (!May.Do(scene.Alliance, scene.Me, Act.OpenCase, scene.Alliance.Id)) return PromiseSteps.Refused(Refusal.NotYours);
        var from = intent.Item is { Kind: SubjectKind.Concern } item && May.Do(scene.Alliance, scene.Me, Act.LeadConcern, item)
            ? scene.Alliance.Concerns.Find(new(item.Id)) : null;
        if (intent.Verb.Name == Verbs.CaseFrom && from is null) return PromiseSteps.Refused(Refusal.NotYours);
        var form = CaseForms.New(scene, intent, from);
        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        var (id, values) = (new CaseId(scene.Ask.Value), form.Values);
        var kind = from?.Kind ?? ProcessForms.Kind(values[Field.Kind]) ?? ConflictKind.Other;
        var with = ConflictFields.Named(scene, values[Field.Involved]).Known.Select(who => Asked(scene, who)).OfType<CaseAsked>().ToValueList();
        var command = new OpenCase(
            id, scene.Ask, kind, scene.Say(1, values[Field.Text] ?? ""), Partner(values), with, from?.Id, from?.About,
            values[Field.About] is { Length: > 0 } about ? new PersonId(about) : null);

        // Where the sides have agreed to no process for it, what is shown is the concern that it was recorded as.
        var parties = with.Select(static asked => asked.Partner).Concat(scene.Alliance.PartnersOf(scene.Me).Take(1)).Distinct().ToValueList();
        if (Partner(values) is { } own) parties = with.Select(static asked => asked.Partner).Append(own).Distinct().ToValueList();
        var agreed = Processes.InForce(scene.Alliance, kind, parties) is not null;
        Subject shown = agreed ? id : from?.Id ?? new ConcernId(id.Value);
        return new Does(command, shown, PromiseSteps.Saved(agreed ? Verbs.OpenCase : "case-recorded")) { Form = form };
    }

    public static Step Next(Scene scene, Intent intent)
    {
        var id = new CaseId(intent.Item!.Value.Id);
        if (CaseViews.Card(scene.Alliance, scene.Reader, id, scene.Now) is not { } card) return PromiseSteps.Refused(Refusal.NotYours);
        var one = scene.Alliance.Cases[id];
        if (one.LastAsk == scene.Ask && one.LastBy == scene.Me) return new Shows(new ItemShowing(id, Lead: new("answers.already")));
        var acts = ActsOf(intent.Verb.Name);
        if (acts.Count == 0) return PromiseSteps.Refused(new("not-now"), id);
        var act = acts.FirstOrDefault(card.Acts.Contains, (Can)(-1));
        if (!Enum.IsDefined(act)) return Impossible(scene, intent, card, acts[0]);
        if (intent.Verb.Name == Verbs.MoreTime) intent = intent with { Verb = Verbs.Find(Verbs.ExtendCase)! };

        // Words alone agree to nothing that was never before one's eyes.
        if (scene is { Typed: true, Seen: null, Sent: false } && Agrees(act))
        {
            return new Shows(new ItemShowing(id, Lead: new("answers.look-first-case")));
        }

        if (!Wants(intent, act) && !scene.Sent) return Do(scene, intent, card, act);
        var form = CaseForms.Of(scene, intent, card, act);
        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        return Do(scene, intent with { Fields = form.Values }, card, act) with { Form = form };
    }

    public static string Verb(Can act) => act switch
    {
        Can.AgreeSettlement or Can.ConfirmSkip or Can.AgreeMotion or Can.ApproveReviewText or Can.ConsentLevel => Verbs.Accept,
        Can.RefuseSettlement or Can.RefuseSkip or Can.RefuseMotion or Can.RefuseLevel => Verbs.Decline,
        Can.RetractSettlement or Can.RetractMotion => Verbs.Retract,
        Can.Acknowledge => Verbs.Acknowledge,
        Can.GiveStatement => Verbs.Statement,
        Can.Answer => Verbs.MyAnswer,
        Can.SayItHolds => Verbs.Holds,
        Can.SayItDoesNot => Verbs.DoesNotHold,
        Can.ProposeSettlement => Verbs.Settle,
        Can.Summarise => Verbs.Summary,
        Can.NameNeutral => Verbs.NameNeutral,
        Can.Note => Verbs.Note,
        Can.GoDown => Verbs.GoDown,
        Can.Extend => Verbs.ExtendCase,
        Can.GoUp => Verbs.GoUp,
        Can.AskReview => Verbs.AskReview,
        Can.WriteReviewText => Verbs.ReviewText,
        Can.AskSkip => Verbs.Skip,
        Can.Pause => Verbs.PauseCase,
        Can.Resume => Verbs.GoOn,
        Can.RestPromises => Verbs.RestPromises,
        Can.WakePromises => Verbs.WakePromises,
        Can.Respond => Verbs.Respond,
        Can.StepDown => Verbs.StepDown,
        Can.RaiseLevel => Verbs.LetRead,
        Can.KeepOpen => Verbs.KeepOpen,
        Can.Reopen => Verbs.Reopen,
        Can.Refer => Verbs.Refer,
        _ => Verbs.Withdraw,
    };

    /// <summary>What a verb can mean for a case, what is asked first before what is merely open.</summary>
    public static ValueList<Can> ActsOf(string verb) => verb == Verbs.MoreTime ? [Can.Extend]
        : Enum.GetValues<Can>().Where(act => Verb(act) == verb).ToValueList();

    /// <summary>Whether it is a yes that binds, or moves something for all.</summary>
    private static bool Agrees(Can act) => act is Can.AgreeSettlement or Can.AgreeMotion or Can.ApproveReviewText or Can.ConsentLevel or Can.ConfirmSkip;

    /// <summary>Whether it is confirmed on a form: promises of a settlement bind, and most else needs words.</summary>
    private static bool Wants(Intent intent, Can act) => act switch
    {
        Can.Acknowledge or Can.KeepOpen or Can.SayItHolds or Can.AgreeMotion or Can.ApproveReviewText or Can.ConsentLevel
            or Can.ConfirmSkip or Can.RefuseLevel or Can.RetractMotion or Can.RetractSettlement => false,
        Can.Note => intent.Fields[Field.Note] is null,
        _ => true,
    };

    private static Does Do(Scene scene, Intent intent, CaseCard card, Can act) =>
        new(CaseCommands.Of(scene, intent.Fields, card, act), card.Id, PromiseSteps.Saved(SavedAs(act)).Quoting("case", card.Name));

    private static string SavedAs(Can act) => act switch
    {
        Can.Note => "note-case",
        Can.Withdraw => "withdraw-case",
        Can.AgreeSettlement => "agree-settlement",
        Can.AgreeMotion or Can.ApproveReviewText or Can.ConsentLevel or Can.ConfirmSkip => "agree-case",
        Can.RefuseSettlement or Can.RefuseSkip or Can.RefuseMotion or Can.RefuseLevel => "refuse-case",
        Can.RetractSettlement or Can.RetractMotion => "retract-case",
        Can.GoDown or Can.Extend or Can.Pause or Can.Resume or Can.NameNeutral or Can.RestPromises or Can.WakePromises or Can.Respond => "motion-case",
        _ => Verb(act),
    };

    /// <summary>The decider says why not.</summary>
    private static Shows Impossible(Scene scene, Intent intent, CaseCard card, Can act)
    {
        var command = CaseCommands.Of(scene with { Seen = null }, intent.Fields, card, act);
        return AllianceDecider.Decide(scene.Alliance, command, new(scene.Me, scene.Now)) switch
        {
            Outcome.Refused { Refusal: var refusal } => PromiseSteps.Refused(refusal, card.Id),
            Outcome.Happened { Events.Count: 0 } => new Shows(new ItemShowing(card.Id, Lead: new("answers.already"))),
            _ => PromiseSteps.Refused(new("not-now"), card.Id),
        };
    }

    private static CaseAsked? Asked(Scene scene, Subject who) => who.Kind == SubjectKind.Partner
        ? new(new(who.Id), null)
        : scene.Names.PartnerOf(who) is { } partner ? new(partner, new PersonId(who.Id)) : null;

    internal static PartnerId? Partner(Filled values) => values[Field.Partner] is { Length: > 0 } partner ? new PartnerId(partner) : null;

    internal static int Number(Filled values, string field) =>
        int.TryParse(values[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
