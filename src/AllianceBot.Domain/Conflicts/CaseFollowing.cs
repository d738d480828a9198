using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What a case's events cause: in the case itself as people go, in its promises, and in the decision of a review.</summary>
internal static class CaseFollowing
{
    public static ValueList<AllianceEvent> Of(Alliance alliance, CaseEvent happened, CommandContext context)
    {
        var one = alliance.Cases[happened.Case];
        return happened switch
        {
            CasePromisesRested rested => rested.Promises.Where(id => alliance.Commitments.Find(id) is { Resting: null } promise && promise.State.IsOwed())
                .Select(static id => (AllianceEvent)new CommitmentRested(id)).ToValueList(),
            CasePromisesWoken woken => Woken(alliance, woken.Promises, context.At),
            CasePersonLeft or CasePartyLeft => Gone(alliance, one, context),
            CaseMoved or CaseSettled => [.. Unasked(alliance)],
            _ when !one.IsOpen => [.. Rest(one), .. Unasked(alliance)],
            _ => [],
        };
    }

    /// <summary>A promise of a settlement was not kept: all are asked at once whether the settlement holds.</summary>
    public static ValueList<AllianceEvent> PromiseEnded(Alliance alliance, CommitmentId promise, Instant now)
    {
        foreach (var one in alliance.Cases)
        {
            if (one is { State: CaseState.Settled, Settlement: { } settlement } && settlement.Promises.Any(held => held.Id == promise))
            {
                return [new CaseFollowUpAsked(one.Id, FollowUpReason.PromiseEnded, CaseClock.Time(alliance, one, now, CaseClock.FollowUpDays))];
            }
        }

        return [];
    }

    /// <summary>The case is over, so its promises go on.</summary>
    private static ValueList<AllianceEvent> Rest(Case one) =>
        one.RestingPromises.Count > 0 ? [new CasePromisesWoken(one.Id, one.RestingPromises)] : [];

    private static ValueList<AllianceEvent> Woken(Alliance alliance, ValueList<CommitmentId> promises, Instant now) => promises
        .Select(id => alliance.Commitments.Find(id)).OfType<Commitment>().Where(static promise => promise.Resting is not null)
        .Select(promise => (AllianceEvent)new CommitmentWoken(promise.Id, Resting.DueAfter(alliance, promise, now))).ToValueList();

    /// <summary>Reviews that nobody waits for any more: their case went another way.</summary>
    private static IEnumerable<AllianceEvent> Unasked(Alliance alliance)
    {
        foreach (var decision in alliance.Decisions)
        {
            if (!decision.IsOpen || decision.Proposal.Matter.Kind != MatterKind.CaseReview) continue;
            if (alliance.Cases.Any(one => one.IsOpen && one.Review?.Decision == decision.Id)) continue;
            yield return new DecisionWithdrawn(decision.Id, null) { By = PersonId.Clock };
        }
    }

    /// <summary>Who is left goes on: what waited only for who is gone happens, and with fewer than two parties it is over.</summary>
    private static ValueList<AllianceEvent> Gone(Alliance alliance, Case one, CommandContext context)
    {
        if (!one.IsOpen) return [];
        var active = CaseRights.Active(alliance, one);
        if (one.Parties.Count(static party => !party.Left) < 2) return [new CaseClosed(one.Id, CaseEnd.PartiesLeft, [])];
        if (active.Count == 0) return [];
        if (one.State == CaseState.Raised)
        {
            return one.Parties.All(party => party.Acknowledged || !active.Contains(party.Partner)) && active.Count > 1
                ? CaseLadder.Start(alliance, one, context.At)
                : [];
        }

        if (one is { State: CaseState.FollowUp, FollowUp.Holds.Count: > 0 } && CaseSettling.Unconfirmed(alliance, one).Count == 0)
        {
            return [new CaseClosed(one.Id, CaseEnd.Held, [])];
        }

        if (one.StatementTime is not null && one.Items.Any(static item => item.Kind == CaseItemKind.Statement)
            && CaseLadder.WithoutStatement(alliance, one).Count == 0) return [new CaseStatementsShown(one.Id, [])];
        if (one.Review is { Decision: null } && CaseReviewing.IsApproved(alliance, one)) return CaseReviewing.Open(alliance, one, context.At);
        return [.. CaseMotions.WithoutTheGone(alliance, one, context.At), .. CaseSettling.WithoutTheGone(alliance, one, context)];
    }
}
