using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// The rules of cases, from the opening to the end. Who may comes first, then whether the same was asked before, then whether
/// the card is still the current one, then whether it is the moment for it, then what was said. The phases have their own
/// files: <see cref="CaseOpening"/>, <see cref="CaseLadder"/>, <see cref="CaseMotions"/>, <see cref="CaseSettling"/>,
/// <see cref="CaseReviewing"/>.
/// </summary>
public static class CaseDecider
{
    /// <summary>Every way in which cases can refuse, beside the shared ones.</summary>
    public static ValueList<Refusal> Refusals =>
    [
        .. CaseOpening.All, .. CaseGuards.All, .. CaseMotions.All, .. CaseNeutrals.All, .. CaseSettling.All, .. CaseReviewing.All, .. CaseLevels.All,
    ];

    public static Outcome Decide(Alliance alliance, CaseCommand command, CommandContext context)
    {
        if (command is OpenCase open) return CaseOpening.Open(alliance, open, context);
        if (alliance.Cases.Find(command.Case) is not { } one) return Refusal.NotYours;
        // By the very person, who may have left it by that: it tells nothing new.
        if (WasAsked(one, command.Ask, context.By)) return Outcome.Nothing;
        var act = ActOf(one, command, CaseRights.PartyOf(alliance, one, context.By), context.By);
        if (!CaseGuards.Permits(alliance, one, context.By, act)) return Refusal.NotYours;
        if (command.Revision < one.MovedIn || command.Revision > one.Revision) return Refusal.Stale(one.Id);
        return CaseGuards.Refuses(alliance, one, context.By, act, context.At) is { } refusal
            ? refusal
            : Decide(alliance, one, command, context);
    }

    /// <summary>What other events mean for cases, and what their own cause elsewhere.</summary>
    public static ValueList<AllianceEvent> React(Alliance alliance, AllianceEvent happened, CommandContext context) => happened switch
    {
        CaseEvent own => CaseFollowing.Of(alliance, own, context),
        DecisionDecided decided => CaseReviewing.Decided(alliance, decided.Decision, isDecided: true, context.At),
        DecisionNotDecided not => CaseReviewing.Decided(alliance, not.Decision, isDecided: false, context.At),
        CommitmentUnmet unmet => CaseFollowing.PromiseEnded(alliance, unmet.Commitment, context.At),
        CommitmentGivenUp givenUp => CaseFollowing.PromiseEnded(alliance, givenUp.Commitment, context.At),
        ZoneSet or WorkdaysSet or PartnerWorkdaysSet or HolidaysAdded or HolidaysRemoved =>
            alliance.Cases.Where(static one => one.IsOpen).Select(one => CaseClock.Moved(alliance, one)).OfType<AllianceEvent>().ToValueList(),
        PeopleEvent or PartnerRemoved or FundingDeclared or CommitmentHandedOver => CaseHands.OfPeople(alliance, happened).ToValueList(),
        _ => [],
    };

    public static Outcome Strike(Alliance alliance, Case one, Instant at) => CaseClock.Strike(alliance, one, at);

    /// <summary>An ask of this person that this case knows: its last transition, or anything written.</summary>
    private static bool WasAsked(Case one, AskId ask, PersonId by) =>
        (one.LastAsk == ask && one.LastBy == by) || one.Items.Any(item => item.Ask == ask && item.By == by);

    private static Outcome Decide(Alliance alliance, Case one, CaseCommand command, CommandContext context)
    {
        var party = CaseRights.PartyOf(alliance, one, context.By);
        return command switch
        {
            AcknowledgeCase => Acknowledge(alliance, one, party!.Value, context),
            GiveStatement state => State(alliance, one, state, party),
            AnswerOnRung answer => TextRules.Text(answer.Said, "said") ?? (Outcome)new CaseAnswered(one.Id, party, answer.Said),
            SummariseRung sum => TextRules.Text(sum.Text, "text") ?? CaseLevels.CheckQuoted(alliance, one, sum.Quoted)
                ?? (Outcome)new CaseSummarised(one.Id, party, sum.Text, sum.Quoted),
            NoteCase note => TextRules.Text(note.Said, "said") ?? CaseLevels.CheckQuoted(alliance, one, note.Quoted)
                ?? (Outcome)new CaseNoted(one.Id, CaseRights.SideOf(alliance, one, context.By), note.Said, note.Quoted),
            GoUp up => TextRules.Optional(up.Why, "why") is { } bad ? bad : new Outcome.Happened(
                CaseLadder.Above(alliance, one, CaseMove.Up, context.At, CaseLadder.Silent(alliance, one), party, up.Why)),
            AskSkip skip => CaseNeutrals.Skip(alliance, one, skip, context),
            ConfirmSkip => CaseNeutrals.Confirm(alliance, one, context),
            RefuseSkip refuse => TextRules.Optional(refuse.Why, "why") ?? (Outcome)new CaseSkipRefused(one.Id, refuse.Why),
            ProposeMotion propose => CaseMotions.Propose(alliance, one, propose, context),
            AgreeMotion => CaseMotions.Agree(alliance, one, context),
            DropMotion drop => TextRules.Optional(drop.Why, "why") ?? (Outcome)new CaseMotionDropped(
                one.Id, party!.Value, one.Motion!.Of == party ? Dropped.Retracted : Dropped.Refused, drop.Why),
            StepDown down => TextRules.Optional(down.Why, "why")
                ?? (Outcome)CaseNeutrals.Gone(alliance, one, context.By, NeutralGone.SteppedDown, context.At, down.Why),
            _ => Ending(alliance, one, command, party, context),
        };
    }

    private static Outcome Ending(Alliance alliance, Case one, CaseCommand command, PartnerId? party, CommandContext context) => command switch
    {
        ProposeSettlement propose => CaseSettling.Propose(alliance, one, propose, context),
        AgreeSettlement => CaseSettling.Agree(alliance, one, context),
        DropSettlement drop => TextRules.Optional(drop.Why, "why") ?? (Outcome)CaseSettling.Off(
            alliance, one, party, one.Offer!.Of == party ? Dropped.Retracted : Dropped.Refused, drop.Why, context.At),
        AnswerFollowUp answer => CaseSettling.Answer(alliance, one, answer, context),
        AskReview ask => CaseReviewing.Ask(alliance, one, ask, context),
        WriteReviewText write => CaseReviewing.Write(alliance, one, write, context),
        ApproveReviewText => CaseReviewing.Approve(alliance, one, context),
        WithdrawCase withdraw => TextRules.Optional(withdraw.Why, "why")
            ?? (Outcome)new CaseWithdrawn(one.Id, withdraw.Why, CaseClock.Remaining(alliance, one, one.Stay?.Time, context.At) ?? one.Stay?.Remaining),
        KeepCaseOpen => Back(alliance, one, CaseMove.KeptOpen, party, context),
        ReopenCase => Back(alliance, one, CaseMove.Reopened, CaseRights.SideOf(alliance, one, context.By), context),
        ReferCase refer => TextRules.Text(refer.Why, "why") ?? (Outcome)new CaseReferred(one.Id, party, refer.Why),
        RaiseLevel raise => CaseLevels.Raise(alliance, one, raise, context),
        AnswerLevel answer => CaseLevels.Answer(alliance, one, answer, context),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    private static Outcome Acknowledge(Alliance alliance, Case one, PartnerId party, CommandContext context)
    {
        var read = new CaseAcknowledged(one.Id, party);
        var active = CaseRights.Active(alliance, one);
        var all = one.Parties.All(other => other.Acknowledged || other.Partner == party || !active.Contains(other.Partner));
        return all ? new Outcome.Happened([read, .. CaseLadder.To(alliance, one, CaseMove.Started, 1, context.At, [], null, null)]) : read;
    }

    private static Outcome State(Alliance alliance, Case one, GiveStatement state, PartnerId? party)
    {
        var bad = TextRules.Text(state.Facts, "facts") ?? TextRules.Text(state.Interests, "interests") ?? TextRules.Text(state.Wish, "wish")
            ?? CaseLevels.CheckQuoted(alliance, one, state.Quoted);
        if (bad is not null) return bad;
        var given = new CaseStatementGiven(one.Id, party, state.Facts, state.Interests, state.Wish, state.Quoted);
        var last = party is { } own && CaseLadder.WithoutStatement(alliance, one) is [var only] && only == own;
        return last ? Outcome.Of(given, new CaseStatementsShown(one.Id, [])) : given;
    }

    private static Outcome.Happened Back(Alliance alliance, Case one, CaseMove how, PartnerId? party, CommandContext context) =>
        new(CaseLadder.To(alliance, one, how, Math.Max(1, one.Rung), context.At, [], party, null));

    private static CaseAct ActOf(Case one, CaseCommand command, PartnerId? party, PersonId by) => command switch
    {
        AcknowledgeCase => CaseAct.Acknowledge,
        GiveStatement => CaseAct.GiveStatement,
        AnswerOnRung => CaseAct.Answer,
        SummariseRung => CaseAct.Summarise,
        NoteCase => CaseAct.Note,
        GoUp => CaseAct.GoUp,
        AskSkip => CaseAct.AskSkip,
        ConfirmSkip => CaseAct.ConfirmSkip,
        RefuseSkip => CaseAct.RefuseSkip,
        ProposeMotion propose => ActOf(propose.What.Kind),
        AgreeMotion => CaseAct.AgreeMotion,
        DropMotion => one.Motion?.Of == party ? CaseAct.RetractMotion : CaseAct.RefuseMotion,
        StepDown => CaseAct.StepDown,
        ProposeSettlement => CaseAct.ProposeSettlement,
        AgreeSettlement => CaseAct.AgreeSettlement,
        DropSettlement => one.Offer is { } offer && (offer.Of is { } of ? of == party : offer.By == by)
            ? CaseAct.RetractSettlement : CaseAct.RefuseSettlement,
        AnswerFollowUp { Holds: true } => CaseAct.SayItHolds,
        AnswerFollowUp => CaseAct.SayItDoesNot,
        AskReview => CaseAct.AskReview,
        WriteReviewText => CaseAct.WriteReviewText,
        ApproveReviewText => CaseAct.ApproveReviewText,
        WithdrawCase => CaseAct.Withdraw,
        KeepCaseOpen => CaseAct.KeepOpen,
        ReopenCase => CaseAct.Reopen,
        ReferCase => CaseAct.Refer,
        RaiseLevel => CaseAct.RaiseLevel,
        AnswerLevel { Consent: true } => CaseAct.ConsentLevel,
        AnswerLevel => CaseAct.RefuseLevel,
        _ => throw new UnreachableException($"No act for {command.GetType().Name}."),
    };

    internal static CaseAct ActOf(MotionKind kind) => kind switch
    {
        MotionKind.GoDown => CaseAct.GoDown,
        MotionKind.Extend => CaseAct.Extend,
        MotionKind.Pause => CaseAct.Pause,
        MotionKind.Resume => CaseAct.Resume,
        MotionKind.NameNeutral => CaseAct.NameNeutral,
        MotionKind.RestPromises => CaseAct.RestPromises,
        MotionKind.WakePromises => CaseAct.WakePromises,
        _ => CaseAct.Respond,
    };
}
