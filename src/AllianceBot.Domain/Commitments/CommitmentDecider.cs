using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// The rules of promises. Who may comes first, then whether the same was asked before, then whether the card is still the
/// current one, then whether it is the moment for it, then what was said. The phases have their own files:
/// <see cref="Agreeing"/>, <see cref="Working"/>, <see cref="Reporting"/>, <see cref="Closing"/>.
/// </summary>
public static class CommitmentDecider
{
    /// <summary>Every way in which promises can refuse, beside the shared ones.</summary>
    public static ValueList<Refusal> Refusals =>
    [
        .. CommitmentGuards.All, .. TermsRules.All, .. SeriesRules.All, .. EvidenceRules.All, .. Dependence.All, .. Agreeing.All, .. Closing.All, .. Working.All,
        .. Tellings.All,
    ];

    public static Outcome Decide(Alliance alliance, CommitmentCommand command, CommandContext context)
    {
        if (command is RequestCommitment or OfferCommitment) return Agreeing.Propose(alliance, command, context);
        var promise = alliance.Commitments.Find(command.Commitment);
        if (promise is null) return Refusal.NotYours;
        if (promise.LastAsk == command.Ask && promise.LastBy == context.By) return Outcome.Nothing;
        var act = ActOf(alliance, promise, command, context.By);
        if (!CommitmentGuards.Permits(alliance, promise, context.By, act)) return Refusal.NotYours;
        if (promise.LastAsk == command.Ask) return Outcome.Nothing;
        if (!IsCurrent(promise, command)) return Refusal.Stale(promise.Id);
        if (CommitmentGuards.Refuses(alliance, promise, context.By, act, context.At) is { } refusal) return refusal;
        return act switch
        {
            CommitmentAct.Undo => new CommitmentUndone(promise.Id),
            _ => Agreeing.Decide(alliance, promise, command, context)
                ?? Working.Decide(alliance, promise, command, context)
                ?? Reporting.Decide(alliance, promise, command, context)
                ?? Closing.Decide(alliance, promise, command, context)
                ?? Tellings.Decide(alliance, promise, command, context)
                ?? throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>The one step of a promise whose instant has come.</summary>
    public static Outcome Strike(Alliance alliance, Commitment commitment, Instant at) =>
        CommitmentClock.Strike(alliance, commitment, at);

    /// <summary>
    /// Somebody no longer acts for a partner, or for any if none is named: a manager of that partner holds the open
    /// promises at once. Promises that name nobody on that side are their contacts' already.
    /// </summary>
    public static ValueList<AllianceEvent> PersonLeft(Alliance alliance, PersonId person, PartnerId? partner)
    {
        var events = new List<AllianceEvent>();
        foreach (var promise in alliance.Commitments)
        {
            if (promise.State.IsEnded()) continue;
            foreach (var side in (ReadOnlySpan<Side>)[Side.Doer, Side.Receiver])
            {
                var of = promise.Terms.PartnerOf(side);
                var holds = Working.Holds(promise, side, person);
                if (!holds || (partner is not null && partner != of) || alliance.IsOf(person, of)) continue;
                var heir = Working.HolderAt(alliance, promise, side);
                events.Add(new CommitmentHandedOver(promise.Id, side, person, heir, Left: true));
            }
        }

        return events.ToValueList();
    }

    /// <summary>A changed calendar may give more time to answer, never less; the parties are told.</summary>
    public static ValueList<AllianceEvent> React(Alliance alliance, AllianceEvent happened, CommandContext context) =>
        happened is ZoneSet or WorkdaysSet or PartnerWorkdaysSet or HolidaysAdded or HolidaysRemoved
            ? alliance.Commitments.SelectMany(promise => CommitmentClock.Moved(alliance, promise)).ToValueList()
            : [];

    /// <summary>Undo may come from the card that was shown before what is to be undone.</summary>
    private static bool IsCurrent(Commitment promise, CommitmentCommand command) =>
        command.Revision == promise.Revision
        || (command is UndoCommitment && promise.Undo is not null && command.Revision == promise.Revision - 1);

    private static CommitmentAct ActOf(
        Alliance alliance, Commitment promise, CommitmentCommand command, PersonId by) => command switch
        {
            AcceptCommitment => CommitmentAct.Accept,
            CounterCommitment => CommitmentAct.Counter,
            DeclineCommitment => CommitmentAct.Decline,
            WithdrawCommitment => CommitmentAct.Withdraw,
            FlagAtRisk => CommitmentAct.AtRisk,
            ClearRisk => CommitmentAct.ClearRisk,
            ProposeChange => CommitmentAct.ProposeChange,
            AcceptChange => CommitmentAct.AcceptChange,
            RefuseChange => CommitmentAct.RefuseChange,
            RetractChange => CommitmentAct.RetractChange,
            ReportDone => CommitmentAct.Report,
            RetractReport => CommitmentAct.RetractReport,
            AcceptReport => CommitmentAct.AcceptReport,
            ReturnReport => CommitmentAct.ReturnReport,
            ReleaseCommitment => CommitmentAct.Release,
            GiveUpCommitment => CommitmentAct.GiveUp,
            SayUnmet => CommitmentAct.SayUnmet,
            KeepWaiting => CommitmentAct.Wait,
            ProposeReplacement => CommitmentAct.ProposeReplacement,
            AgreeReplacement => CommitmentAct.AgreeReplacement,
            DropReplacement => Drops(alliance, promise, promise.Replacement?.By, by)
                ? CommitmentAct.RetractReplacement : CommitmentAct.RefuseReplacement,
            ProposeCorrection => CommitmentAct.ProposeCorrection,
            AgreeCorrection => CommitmentAct.AgreeCorrection,
            DropCorrection => Drops(alliance, promise, promise.Correction?.By, by)
                ? CommitmentAct.RetractCorrection : CommitmentAct.RefuseCorrection,
            SeeDifferently => CommitmentAct.SeeDifferently,
            AddNote { Question: true } => CommitmentAct.Ask,
            AddNote => CommitmentAct.Note,
            HandOver => CommitmentAct.HandOver,
            EstimateCommitment => CommitmentAct.Estimate,
            DependOn => CommitmentAct.DependOn,
            DependNoMore => CommitmentAct.DependNoMore,
            EnterTold => CommitmentAct.EnterTold,
            ConfirmTold => CommitmentAct.ConfirmTold,
            RejectTold => CommitmentAct.RejectTold,
            EndSeries => CommitmentAct.EndSeries,
            UndoCommitment => CommitmentAct.Undo,
            _ => throw new UnreachableException($"No act for {command.GetType().Name}."),
        };

    /// <summary>Whoever speaks for the proposing side takes it back; all others of the two sides refuse it.</summary>
    private static bool Drops(Alliance alliance, Commitment promise, Side? by, PersonId person) =>
        by is { } side && Promises.SpeaksFor(alliance, person, promise, side);
}
