using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>Random commands about a promise: one for each act that a card can offer.</summary>
internal static class RandomPromise
{
    public static Terms NewTerms(Random chance, Alliance alliance, Instant now, PartnerId doer, PartnerId receiver) => new(
        Said(chance, "what"),
        Said(chance, "done when"),
        alliance.DateOf(now).PlusDays(chance.Next(12) == 0 ? chance.Next(40, 400) : chance.Next(-2, 40)),
        doer,
        PersonOf(chance, alliance, doer),
        receiver,
        PersonOf(chance, alliance, receiver),
        chance.Next(3) == 0 ? Riverbend.Jobs : null)
    {
        Repeats = chance.Next(5) == 0
            ? new((RepeatUnit)chance.Next(3), chance.Next(-1, 4), alliance.DateOf(now).PlusDays(chance.Next(120)))
            : null,
        Evidence = (EvidenceKind)Math.Max(0, chance.Next(-6, 4)),
    };

    public static Command Command(
        Random chance, Alliance alliance, Instant now, Commitment promise, CommitmentAct act, int revision, AskId ask, CommitmentId draft)
    {
        var (id, reason) = (promise.Id, Said(chance, "reason"));
        var note = chance.Next(2) == 0 ? reason : null;
        var changed = promise.Terms with { Due = promise.Terms.Due.PlusDays(chance.Next(-3, 20)) };
        var named = changed with
        {
            Doer = changed.Doer ?? PersonOf(chance, alliance, changed.DoerPartner),
            Receiver = changed.Receiver ?? PersonOf(chance, alliance, changed.ReceiverPartner),
        };
        return act switch
        {
            CommitmentAct.Accept => new AcceptCommitment(id, revision, ask, null),
            CommitmentAct.Counter => new CounterCommitment(id, revision, ask, changed, note),
            CommitmentAct.Decline => new DeclineCommitment(id, revision, ask, reason),
            CommitmentAct.Withdraw => new WithdrawCommitment(id, revision, ask, note),
            CommitmentAct.AtRisk => new FlagAtRisk(id, revision, ask, note, chance.Next(2) == 0),
            CommitmentAct.ClearRisk => new ClearRisk(id, revision, ask, note),
            CommitmentAct.ProposeChange or CommitmentAct.Extend => new ProposeChange(id, revision, ask, changed, note),
            CommitmentAct.AcceptChange => new AcceptChange(id, revision, ask),
            CommitmentAct.RefuseChange => new RefuseChange(id, revision, ask, note),
            CommitmentAct.RetractChange => new RetractChange(id, revision, ask),
            CommitmentAct.Report => new ReportDone(id, revision, ask, note)
            {
                Proof = chance.Next(3) == 0 ? null : new("w.proof", RandomStory.Pick(chance, ["https://harbor.example/form", "25 forms", "javascript:x"])),
                Hours = chance.Next(3) == 0 ? chance.Next(12) : null,
            },
            CommitmentAct.RetractReport => new RetractReport(id, revision, ask),
            CommitmentAct.AcceptReport => new AcceptReport(id, revision, ask, note),
            CommitmentAct.ReturnReport => new ReturnReport(id, revision, ask, reason, chance.Next(2) == 0 ? changed.Due : null),
            CommitmentAct.Release => new ReleaseCommitment(id, revision, ask, reason),
            CommitmentAct.GiveUp => new GiveUpCommitment(id, revision, ask, reason),
            CommitmentAct.SayUnmet => new SayUnmet(id, revision, ask, note),
            CommitmentAct.Wait => new KeepWaiting(id, revision, ask, note),
            CommitmentAct.ProposeReplacement => new ProposeReplacement(id, revision, ask, draft, named, note),
            CommitmentAct.AgreeReplacement => new AgreeReplacement(id, revision, ask),
            CommitmentAct.RefuseReplacement or CommitmentAct.RetractReplacement => new DropReplacement(id, revision, ask, note),
            CommitmentAct.ProposeCorrection => new ProposeCorrection(
                id, revision, ask, chance.Next(2) == 0 ? CommitmentState.Kept : CommitmentState.Active, reason),
            CommitmentAct.AgreeCorrection => new AgreeCorrection(id, revision, ask),
            CommitmentAct.RefuseCorrection or CommitmentAct.RetractCorrection => new DropCorrection(id, revision, ask, note),
            CommitmentAct.SeeDifferently => new SeeDifferently(id, revision, ask, reason),
            CommitmentAct.CheckIn => new OpenCheckIn(id, ask),
            CommitmentAct.Estimate => new EstimateCommitment(id, revision, ask, chance.Next(5) == 0 ? null : chance.Next(-1, 30)),
            CommitmentAct.DependOn => new DependOn(id, revision, ask, Other(chance, alliance)),
            CommitmentAct.DependNoMore => new DependNoMore(id, revision, ask, promise.DependsOn.Count > 0 ? promise.DependsOn[0] : Other(chance, alliance)),
            CommitmentAct.EndSeries => new EndSeries(id, revision, ask, reason),
            CommitmentAct.HandOver => new HandOver(id, revision, ask, Person(chance, alliance)),
            CommitmentAct.EnterTold => new EnterTold(
                id, revision, ask, PersonOf(chance, alliance, promise.Terms.PartnerOf(Tellings.SideOf(promise))) ?? Riverbend.Mei,
                (ToldAnswer)chance.Next(-1, 9), chance.Next(4) == 0 ? null : reason, chance.Next(3) == 0 ? null : changed.Due, chance.Next(2) == 0),
            CommitmentAct.ConfirmTold => new ConfirmTold(id, revision, ask),
            CommitmentAct.RejectTold => new RejectTold(id, revision, ask),
            CommitmentAct.Undo => new UndoCommitment(id, revision - chance.Next(2), ask),
            _ => new AddNote(id, revision, ask, reason, act == CommitmentAct.Ask),
        };
    }

    private static CommitmentId Other(Random chance, Alliance alliance) =>
        RandomStory.Pick(chance, alliance.Commitments.Select(static other => other.Id).ToList());

    private static PersonId Person(Random chance, Alliance alliance) =>
        RandomStory.Pick(chance, alliance.People.Select(static person => person.Id).ToList());

    private static PersonId? PersonOf(Random chance, Alliance alliance, PartnerId partner)
    {
        var people = alliance.People.Where(person => alliance.IsOf(person.Id, partner)).Select(static person => person.Id).ToList();
        return people.Count == 0 || chance.Next(3) == 0 ? null : chance.Next(15) == 0 ? Riverbend.Stranger : RandomStory.Pick(chance, people);
    }

    /// <summary>Mostly a usable text, now and then none or far too much.</summary>
    private static Words Said(Random chance, string text) => chance.Next(25) switch
    {
        0 => new("w.blank", "  "),
        1 => new("w.long", new string('x', Limits.Text + 1)),
        2 => new("w.gone", null),
        _ => new($"w.{text}.{chance.Next(1000)}", $"said {text}"),
    };
}
