using NodaTime;
using Can = AllianceBot.Domain.CaseAct;

namespace AllianceBot.Domain;

/// <summary>
/// Whether a person may do this in this case now. Deciders refuse by it and cards offer by it. Who may is <see cref="May"/>'s;
/// what is said beside it is looked at when it comes.
/// </summary>
internal static class CaseGuards
{
    public static readonly Refusal HasEnded = new("case.has-ended");
    public static readonly Refusal NotOnRung = new("case.not-on-rung");
    public static readonly Refusal ReadAlready = new("case.read-already");
    public static readonly Refusal NoStatement = new("case.no-statement-asked");
    public static readonly Refusal StatementThere = new("case.statement-there");
    public static readonly Refusal NoAnswerAsked = new("case.no-answer-asked");
    public static readonly Refusal AnsweredAlready = new("case.answered-already");

    /// <summary>Going up needs the rung's summary, unless its time ran out.</summary>
    public static readonly Refusal SummaryMissing = new("case.summary-missing");

    /// <summary>Somebody who has to answer has not, and there is time left.</summary>
    public static readonly Refusal AnswersMissing = new("case.answers-missing");
    public static readonly Refusal OnTop = new("case.on-top");
    public static readonly Refusal NoHigher = new("case.no-higher");
    public static readonly Refusal NoGround = new("case.no-ground");
    public static readonly Refusal SkipWaits = new("case.skip-waits");
    public static readonly Refusal NoConfirmer = new("case.no-confirmer");
    public static readonly Refusal MotionWaits = new("case.motion-waits");
    public static readonly Refusal NoMotion = new("case.no-motion");
    public static readonly Refusal AgreedAlready = new("case.agreed-already");
    public static readonly Refusal OwnMotion = new("case.own-motion");
    public static readonly Refusal NoSettlement = new("case.no-settlement");
    public static readonly Refusal OwnSettlement = new("case.own-settlement");
    public static readonly Refusal NotAsked = new("case.not-asked");
    public static readonly Refusal NotWithdrawn = new("case.not-withdrawn");
    public static readonly Refusal KeptOpenAlready = new("case.kept-open-already");
    public static readonly Refusal TooLateToReopen = new("case.too-late-to-reopen");

    /// <summary>Working days in which a withdrawn case can be taken up again.</summary>
    public const int ReopenDays = 20;

    public static ValueList<Refusal> All =>
    [
        HasEnded, NotOnRung, ReadAlready, NoStatement, StatementThere, NoAnswerAsked, AnsweredAlready, SummaryMissing, AnswersMissing, OnTop,
        NoHigher, NoGround, SkipWaits, NoConfirmer, MotionWaits, NoMotion, AgreedAlready, OwnMotion, NoSettlement, OwnSettlement, NotAsked,
        NotWithdrawn, KeptOpenAlready, TooLateToReopen,
    ];

    /// <summary>Whether the table of rights lets this person do it at all; the same answer for unknown and not permitted.</summary>
    public static bool Permits(Alliance alliance, Case one, PersonId person, CaseAct act)
    {
        bool Does(Act right) => May.Do(alliance, person, right, one.Id);
        return act switch
        {
            Can.Note or Can.RaiseLevel or Can.ConsentLevel or Can.RefuseLevel => Does(Act.WriteInCase),
            Can.ConfirmSkip or Can.RefuseSkip => Does(Act.ConfirmInCase),
            Can.StepDown => Does(Act.BeNeutralInCase),
            Can.Summarise or Can.ProposeSettlement or Can.RetractSettlement or Can.AskReview or Can.WriteReviewText =>
                Does(Act.SpeakInCase) || Does(Act.BeNeutralInCase),
            Can.GiveStatement => Does(Act.SpeakInCase) || (Does(Act.WriteInCase) && one.Person == person),
            Can.Withdraw or Can.Reopen => Does(Act.WriteInCase) && CaseRights.SideOf(alliance, one, person) == one.OpenedFor
                && (one.Opener == person || Does(Act.SpeakInCase)),
            Can.Acknowledge or Can.KeepOpen => Does(Act.SpeakInCase) && CaseRights.PartyOf(alliance, one, person) != one.OpenedFor,
            _ => Does(Act.SpeakInCase),
        };
    }

    /// <summary>Why a permitted person cannot do it now, or null.</summary>
    public static Refusal? Refuses(Alliance alliance, Case one, PersonId person, CaseAct act, Instant now)
    {
        var moment = new Moment(alliance, one, person, now);
        if (act is Can.KeepOpen or Can.Reopen) return moment.TakingUp(act);
        if (act is Can.RaiseLevel) return moment.Items(item => item is { Wanted: null, Level: < Level.Public }) ? null : CaseLevels.NoItem;
        if (act is Can.ConsentLevel or Can.RefuseLevel)
        {
            return moment.Items(item => item.Wanted is not null && CaseLevels.Missing(alliance, one, item).Contains(person)) ? null : CaseLevels.NoLevelAsked;
        }

        if (act == Can.WakePromises && one.State == CaseState.Settled) return moment.Moving(act);
        if (!one.IsOpen) return HasEnded;
        return act switch
        {
            Can.Acknowledge => moment.Acknowledging(),
            Can.GiveStatement => moment.Stating(),
            Can.Answer => moment.Answering(),
            Can.Note or Can.Refer or Can.StepDown => null,
            Can.ConfirmSkip => one.State == CaseState.OnRung && one.Review?.Decision is null ? null : NotOnRung,
            Can.RefuseSkip => null,
            Can.AgreeMotion or Can.RefuseMotion or Can.RetractMotion => moment.OnMotion(act),
            Can.AgreeSettlement or Can.RefuseSettlement or Can.RetractSettlement => moment.OnSettlement(act),
            Can.SayItHolds or Can.SayItDoesNot => moment.LookingAgain(),
            Can.Withdraw => one.State is CaseState.Settled or CaseState.FollowUp ? NotOnRung : null,
            Can.Resume => one.State != CaseState.Paused ? CaseMotions.NotPaused : one.Motion is null ? null : MotionWaits,
            Can.WakePromises => moment.Moving(act),
            _ when one.State != CaseState.OnRung => NotOnRung,
            Can.Summarise => null,
            Can.GoUp => moment.GoingUp(),
            Can.AskSkip => moment.Skipping(),
            Can.ProposeSettlement => null,
            Can.AskReview => !CaseLadder.RungOf(alliance, one)!.IsFinal ? CaseReviewing.NotFinal
                : one.Review is not null ? CaseReviewing.ReviewThere : null,
            Can.WriteReviewText or Can.ApproveReviewText => moment.OnReviewText(act),
            _ => moment.Moving(act),
        };
    }

    /// <summary>Until when a withdrawn case can be taken up again.</summary>
    public static Instant ReopenUntil(Alliance alliance, Case one) => CaseClock.CalendarOf(alliance, one).Deadline(one.Ending!.At, ReopenDays);

    private readonly record struct Moment(Alliance Alliance, Case One, PersonId Person, Instant Now)
    {
        private PartnerId? Party => CaseRights.PartyOf(Alliance, One, Person);

        public bool Items(Func<CaseItem, bool> fits)
        {
            foreach (var item in One.Items)
            {
                if (CaseLevels.Reads(Alliance, One, item, Person) && fits(item)) return true;
            }

            return false;
        }

        public Refusal? Acknowledging()
        {
            var own = Party;
            return One.State != CaseState.Raised || One.Parties.Any(party => party.Partner == own && party.Acknowledged) ? ReadAlready : null;
        }

        public Refusal? Stating()
        {
            if (One.StatementTime is null || One.State is not (CaseState.OnRung or CaseState.SettlementProposed)) return NoStatement;
            var (own, person) = (Party, Person);
            return One.Items.Any(item => item.Kind == CaseItemKind.Statement && (own is null ? item.By == person && item.Of is null : item.Of == own))
                ? StatementThere
                : null;
        }

        public Refusal? Answering()
        {
            if (One.State != CaseState.OnRung || !CaseLadder.RungOf(Alliance, One)!.EveryoneAnswers || !One.Stay!.People.Contains(Person)) return NoAnswerAsked;
            return One.Stay.Answered.Contains(Person) ? AnsweredAlready : null;
        }

        public Refusal? GoingUp()
        {
            if (One.Review is not null) return CaseReviewing.ReviewThere;
            var (stay, rung) = (One.Stay!, CaseLadder.RungOf(Alliance, One)!);
            if (One.Rung == CaseLadder.TextOf(Alliance, One).Rungs.Count && rung.IsFinal) return OnTop;
            if (stay.TimeUp) return null;
            if (CaseLadder.ToAnswer(Alliance, One).Count > 0) return AnswersMissing;
            return rung.SummaryNeeded && !Summarised(One) ? SummaryMissing : null;
        }

        public Refusal? Skipping()
        {
            var text = CaseLadder.TextOf(Alliance, One);
            if (text.Grounds.Count == 0) return NoGround;
            if (One.Rung >= text.Rungs.Count || One.Review is not null) return NoHigher;
            if (One.Skip is { } skip) return skip.Of == Party ? SkipWaits : NoHigher;
            return Neutrality.Confirmers(Alliance, One).Count == 0 ? NoConfirmer : null;
        }

        public Refusal? Moving(CaseAct act)
        {
            if (One.Motion is not null) return MotionWaits;
            if (One.Review is not null && act is not (Can.RestPromises or Can.WakePromises)) return CaseReviewing.ReviewThere;
            var (alliance, one) = (Alliance, One);
            return act switch
            {
                Can.GoDown => One.Rung > 1 ? null : CaseMotions.NoLower,
                Can.Extend => CaseMotions.Check(Alliance, One, new(MotionKind.Extend) { Days = 1 }, Now),
                Can.NameNeutral => One.Neutral is null ? null : CaseMotions.NeutralThere,
                Can.RestPromises => CaseMotions.Going(Alliance, One).Count > 0 ? null : CaseMotions.NoPromise,
                Can.WakePromises => One.RestingPromises.Count > 0 ? null : CaseMotions.NoPromise,
                Can.Respond => one.Parties.Any(party => !party.Left && CaseMotions.Check(alliance, one, new(MotionKind.Respond)
                {
                    Partner = party.Partner,
                    Step = 1,
                }, default) is null) ? null : CaseMotions.NoResponse,
                _ => null,
            };
        }

        public Refusal? OnMotion(CaseAct act)
        {
            if (One.Motion is not { } motion) return NoMotion;
            if (act == Can.RetractMotion) return motion.Of == Party ? null : NoMotion;
            if (motion.Of == Party) return OwnMotion;
            return act == Can.AgreeMotion && Party is { } own && motion.Agreed.Contains(own) ? AgreedAlready : null;
        }

        public Refusal? OnSettlement(CaseAct act)
        {
            if (One is not { State: CaseState.SettlementProposed, Offer: { } offer }) return NoSettlement;
            var own = offer.Of is { } of ? Party == of : offer.By == Person;
            if (act == Can.RetractSettlement) return own ? null : NoSettlement;
            if (own) return OwnSettlement;
            var party = Party;
            return act == Can.AgreeSettlement && offer.Agreed.Any(yes => yes.Partner == party) ? AgreedAlready : null;
        }

        public Refusal? LookingAgain() => One.State != CaseState.FollowUp ? NotAsked
            : Party is { } own && One.FollowUp!.Holds.Contains(own) ? AnsweredAlready : null;

        public Refusal? OnReviewText(CaseAct act)
        {
            if (One.Review is not { } review) return CaseReviewing.NoReview;
            if (review.Decision is not null) return CaseReviewing.ReviewOpen;
            if (act == Can.WriteReviewText) return null;
            if (review.Text is null) return CaseReviewing.NoReviewText;
            return Party is { } own && review.Approved.Contains(own) ? AgreedAlready : null;
        }

        public Refusal? TakingUp(CaseAct act)
        {
            if (One.State != CaseState.Withdrawn) return NotWithdrawn;
            if (act == Can.KeepOpen && One.KeptOpen) return KeptOpenAlready;
            if (CaseRights.Active(Alliance, One).Count < 2) return HasEnded;
            return Now < ReopenUntil(Alliance, One) ? null : TooLateToReopen;
        }
    }

    /// <summary>The rung it stands on was summed up since it came there.</summary>
    public static bool Summarised(Case one) =>
        one.Stay is { } stay && one.Items.Any(item => item.Kind == CaseItemKind.Summary && item.At >= stay.Since && item.Rung == stay.Rung);
}
