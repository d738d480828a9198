using NodaTime;

namespace AllianceBot.Domain;

/// <summary>A settlement: a text, promises that are accepted by the people who will keep them, and a day to look again.</summary>
internal static class CaseSettling
{
    public static readonly Refusal FollowUpPast = new("case.follow-up-past");
    public static readonly Refusal FollowUpFar = new("case.follow-up-far");
    public static readonly Refusal TooManyPromises = new Refusal("case.too-many-promises").With("most", $"{Limits.SettlementPromises}");

    /// <summary>Facts: partner, promise. A promise is between two of the parties, by people who are in the case.</summary>
    public static readonly Refusal PromiseOfOthers = new("case.promise-of-others");
    public static readonly Refusal PromiseRepeats = new("case.promise-repeats");

    /// <summary>Facts: what. The named person, a manager or a contact of the party says yes to its promises.</summary>
    public static readonly Refusal CannotBind = new("case.cannot-bind");

    public static ValueList<Refusal> All => [FollowUpPast, FollowUpFar, TooManyPromises, PromiseOfOthers, PromiseRepeats, CannotBind];

    /// <summary>The furthest day to look again, in days.</summary>
    private const int Furthest = 366;

    public static Outcome Propose(Alliance alliance, Case one, ProposeSettlement propose, CommandContext context)
    {
        var party = CaseRights.PartyOf(alliance, one, context.By);
        var what = propose.What with
        {
            Promises = propose.What.Promises.Select(static promise => promise with
            {
                Terms = promise.Terms with { NoGoal = promise.Terms.Goal is null },
            }).ToValueList(),
        };
        if (Check(alliance, one, what, context.At) is { } bad) return bad;
        if (party is { } own && Binds(alliance, one, what, own, context.By) is { } cannot) return cannot;
        var proposed = new CaseSettlementProposed(
            one.Id, party, what, CaseClock.Time(alliance, one, context.At, CaseClock.OfferDays),
            CaseClock.Remaining(alliance, one, one.Stay!.Time, context.At));
        return party is { } alone && CaseRights.AllOf(alliance, one, [alone])
            ? Settled(alliance, one with { Offer = new(what, context.By, party, proposed.Time, [new(alone, context.By)], context.At) }, proposed, context)
            : proposed;
    }

    public static Outcome Agree(Alliance alliance, Case one, CommandContext context)
    {
        var party = CaseRights.PartyOf(alliance, one, context.By)!.Value;
        if (Binds(alliance, one, one.Offer!.What, party, context.By) is { } cannot) return cannot;
        var agreed = one with { Offer = one.Offer with { Agreed = one.Offer.Agreed.Add(new(party, context.By)) } };
        var yes = new CaseSettlementAgreed(one.Id, party);
        return CaseRights.AllOf(alliance, one, agreed.Offer.Agreed.Select(static one => one.Partner))
            ? Settled(alliance, agreed, yes, context)
            : yes;
    }

    /// <summary>Nobody is waited for who is gone.</summary>
    public static ValueList<AllianceEvent> WithoutTheGone(Alliance alliance, Case one, CommandContext context)
    {
        if (one is not { State: CaseState.SettlementProposed, Offer: { } offer }) return [];
        if (!CaseRights.AllOf(alliance, one, offer.Agreed.Select(static yes => yes.Partner))) return [];
        return Settled(alliance, one, null, context) is Outcome.Happened happened
            ? happened.Events
            : [Off(alliance, one, null, Dropped.Lapsed, null, context.At)];
    }

    /// <summary>The clocks that stood still for it go on with what was left.</summary>
    public static CaseSettlementDropped Off(Alliance alliance, Case one, PartnerId? of, Dropped how, Words? why, Instant now) =>
        new(one.Id, of, how, why, CaseClock.GoesOn(alliance, one, one.Stay!.Remaining, now))
        {
            Review = CaseClock.ReviewGoesOn(alliance, one, now),
        };

    /// <summary>Parties that have not said whether it holds.</summary>
    public static ValueList<PartnerId> Unconfirmed(Alliance alliance, Case one) =>
        CaseRights.Active(alliance, one).RemoveAll(party => one.FollowUp!.Holds.Contains(party));

    public static Outcome Answer(Alliance alliance, Case one, AnswerFollowUp answer, CommandContext context)
    {
        if (TextRules.Optional(answer.Said, "said") is { } bad) return bad;
        var party = CaseRights.PartyOf(alliance, one, context.By)!.Value;
        var answered = new CaseFollowUpAnswered(one.Id, party, answer.Holds, answer.Said);
        if (!answer.Holds)
        {
            return new Outcome.Happened(
                [answered, .. CaseLadder.To(alliance, one, CaseMove.NotHolding, one.Rung, context.At, [], party, null)]);
        }

        return Unconfirmed(alliance, one) is [var last] && last == party
            ? Outcome.Of(answered, new CaseClosed(one.Id, CaseEnd.Held, []))
            : answered;
    }

    private static Refusal? Check(Alliance alliance, Case one, Settlement what, Instant now)
    {
        if (TextRules.Text(what.Text, "text") is { } bad) return bad;
        var today = alliance.DateOf(now);
        if (what.FollowUp <= today) return FollowUpPast.With("date", what.FollowUp.ToIso());
        var latest = today.PlusDays(Furthest);
        if (what.FollowUp > latest) return FollowUpFar.With("date", what.FollowUp.ToIso()).With("latest", latest.ToIso());
        if (what.Promises.Count > Limits.SettlementPromises) return TooManyPromises;
        if (what.Promises.DistinctBy(static promise => promise.Id).Count() < what.Promises.Count) return Agreeing.DraftBad;
        foreach (var promise in what.Promises)
        {
            if (!Agreeing.IsDraft(promise.Id) || alliance.Commitments.Has(promise.Id)) return Agreeing.DraftBad;
            if (promise.Terms.Repeats is not null) return PromiseRepeats;
            foreach (var side in (ReadOnlySpan<Side>)[Side.Doer, Side.Receiver])
            {
                var of = promise.Terms.PartnerOf(side);
                if (promise.Terms.PersonOf(side) is not { } person || !CaseRights.Active(alliance, one).Contains(of)
                    || CaseRights.SideOf(alliance, one, person) != of) return PromiseOfOthers.With("partner", of.Value);
            }

            if (TermsRules.Check(alliance, promise.Terms, now) is { } wrong) return wrong;
        }

        return null;
    }

    /// <summary>Nobody is bound by what another typed: each party's yes comes from somebody who can give it for its promises.</summary>
    private static Refusal? Binds(Alliance alliance, Case one, Settlement what, PartnerId party, PersonId by)
    {
        foreach (var promise in what.Promises)
        {
            foreach (var side in (ReadOnlySpan<Side>)[Side.Doer, Side.Receiver])
            {
                if (promise.Terms.PartnerOf(side) != party) continue;
                var can = promise.Terms.PersonOf(side) == by || alliance.Manages(by, party) || alliance.IsContactOf(by, party);
                if (!can) return CannotBind.With("partner", party.Value);
            }
        }

        return null;
    }

    /// <summary>
    /// All have agreed: each promise is asked for and accepted by the two who said yes for its sides, under the rules of
    /// promises, or nothing is settled.
    /// </summary>
    private static Outcome Settled(Alliance alliance, Case one, AllianceEvent? yes, CommandContext context)
    {
        var events = new List<AllianceEvent>();
        if (yes is not null) events.Add(yes);
        events.Add(new CaseSettled(one.Id));
        var state = alliance;
        foreach (var promise in one.Offer!.What.Promises)
        {
            var (doer, receiver) = (YesOf(one.Offer, promise.Terms.DoerPartner), YesOf(one.Offer, promise.Terms.ReceiverPartner));
            var request = new RequestCommitment(promise.Id, default, promise.Terms, null, SeenByAll: false);
            var accept = new AcceptCommitment(promise.Id, 1, default, promise.Terms.Doer) { Outside = promise.Terms.Outside is not null };
            foreach (var (command, by) in (ReadOnlySpan<(CommitmentCommand, PersonId)>)[(request, receiver), (accept, doer)])
            {
                var outcome = CommitmentDecider.Decide(state, command, new(by, context.At));
                if (outcome is not Outcome.Happened { Events: { Count: > 0 } made }) return outcome;
                foreach (var bare in made)
                {
                    var happened = bare with { By = by, At = context.At, Ask = new($"{one.Id.Value}") };
                    state = AllianceDecider.Evolve(state, happened);
                    events.Add(bare with { By = by });
                }
            }
        }

        return new Outcome.Happened(events.ToValueList());
    }

    private static PersonId YesOf(SettlementOffer offer, PartnerId party) =>
        offer.Agreed.FirstOrDefault(yes => yes.Partner == party)?.By ?? offer.By;
}
