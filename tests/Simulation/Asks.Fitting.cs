using AllianceBot.Domain;

namespace Simulation;

/// <summary>What somebody would do next with a promise as it stands.</summary>
internal sealed partial class Asks
{
    private (Command, PersonId) Fitting(Commitment promise, Alliance? alliance = null)
    {
        var (id, ask, revision, terms) = (promise.Id, Ask(), promise.Revision, promise.Terms);
        var (doer, receiver) = (terms.Doer ?? Cast.Manager(terms.DoerPartner), terms.Receiver ?? Cast.Manager(terms.ReceiverPartner));
        var said = Say(ask, 0, Of(promise));
        var maybe = chance.OneIn(2) ? said : null;
        var other = terms with { Due = Today.PlusDays(1 + chance.Below(30)), Doer = doer, Receiver = receiver };
        var answering = promise.Turn == Side.Doer ? Cast.Manager(terms.DoerPartner) : Cast.Manager(terms.ReceiverPartner);
        if (promise.Change is { } change) answering = change.By == Side.Doer ? receiver : doer;
        if (promise.Replacement is not null) return (new AgreeReplacement(id, revision, ask), chance.OneIn(2) ? doer : receiver);
        if (promise.Correction is not null) return (new AgreeCorrection(id, revision, ask), chance.OneIn(2) ? doer : receiver);
        // What is wanted of somebody who has not read who sees what waits until that is read.
        var accepting = alliance is not null && Fence.MustRead(alliance, doer) && promise.State is CommitmentState.Requested or CommitmentState.Offered
            or CommitmentState.Countered;
        if (accepting && chance.OneIn(2)) return (new ReadWhoSees(ask), doer);
        return promise.State switch
        {
            CommitmentState.Requested or CommitmentState.Offered or CommitmentState.Countered => chance.Below(8) switch
            {
                0 => (new CounterCommitment(id, revision, ask, other, maybe), answering),
                1 => (new DeclineCommitment(id, revision, ask, said), answering),
                2 => (new WithdrawCommitment(id, revision, ask, maybe), promise.Proposer),
                _ => (new AcceptCommitment(id, revision, ask, null), answering),
            },
            CommitmentState.ChangeProposed => chance.OneIn(3)
                ? (new RefuseChange(id, revision, ask, maybe), answering)
                : (new AcceptChange(id, revision, ask), answering),
            CommitmentState.Reported => chance.Below(5) switch
            {
                0 => (new ReturnReport(id, revision, ask, said, chance.OneIn(2) ? Today.PlusDays(1 + chance.Below(20)) : null), receiver),
                1 => (new RetractReport(id, revision, ask), doer),
                _ => (new AcceptReport(id, revision, ask, maybe), receiver),
            },
            CommitmentState.Active or CommitmentState.Rework => Working(promise, ask, said, other, doer, receiver),
            _ => chance.OneIn(2)
                ? (new SeeDifferently(id, revision, ask, said), doer)
                : (new ProposeCorrection(id, revision, ask, CommitmentState.Kept, said), receiver),
        };
    }

    private (Command, PersonId) Working(Commitment promise, AskId ask, Words said, Terms other, PersonId doer, PersonId receiver)
    {
        var (id, revision) = (promise.Id, promise.Revision);
        return chance.Below(20) switch
        {
            0 => (new GiveUpCommitment(id, revision, ask, said), doer),
            1 => (new ReleaseCommitment(id, revision, ask, said), receiver),
            2 => (new SayUnmet(id, revision, ask, said), receiver),
            3 => (new KeepWaiting(id, revision, ask, said), receiver),
            4 => (new ProposeReplacement(id, revision, ask, new($"{ask}-r"), other, said), doer),
            5 => (new HandOver(id, revision, ask, Cast.Manager(promise.Terms.DoerPartner)), Cast.Manager(promise.Terms.DoerPartner)),
            6 or 7 => (new OpenCheckIn(id, ask), receiver),
            8 or 9 => (new FlagAtRisk(id, revision, ask, said, chance.OneIn(2)), doer),
            10 => (new ClearRisk(id, revision, ask, said), doer),
            11 or 12 => (new UndoCommitment(id, revision, ask), doer),
            13 or 14 => (new ProposeChange(id, revision, ask, other, said), chance.OneIn(2) ? doer : receiver),
            15 or 16 => (new ReportDone(id, revision, ask, said), doer),
            _ => (new AddNote(id, revision, ask, said, chance.OneIn(2)), chance.OneIn(2) ? doer : receiver),
        };
    }
}
