using System.Diagnostics;
using AllianceBot.Domain;
using NodaTime;
using Act = AllianceBot.Domain.CommitmentAct;

namespace AllianceBot.Conversation;

/// <summary>Commands about promises, from what was filled in.</summary>
internal static class PromiseCommands
{
    public static Command New(Scene scene, CommitmentId id, bool offers, Filled fields)
    {
        var terms = new Terms(
            scene.Say(1, fields[FieldNames.What] ?? ""),
            scene.Say(2, fields[FieldNames.DoneWhen] ?? ""),
            PromiseForms.DateOf(fields[FieldNames.Due]) ?? default,
            new(fields[FieldNames.DoerPartner] ?? ""),
            PromiseForms.Person(fields[FieldNames.Doer]),
            new(fields[FieldNames.ReceiverPartner] ?? ""),
            PromiseForms.Person(fields[FieldNames.Receiver]),
            Goal(fields))
        {
            Repeats = Repeats(fields, null, PromiseForms.DateOf(fields[FieldNames.Due]) ?? default),
            Evidence = PromiseForms.EvidenceOf(fields[FieldNames.Evidence]) ?? EvidenceKind.None,
        };
        terms = terms with
        {
            Outside = fields[FieldNames.Outside] == "true" ? Fence.Touched(scene.Alliance, terms.What.Text, terms.DoneWhen.Text)?.Text.Id : null,
            NoGoal = fields[FieldNames.Goal] == CommitmentForms.NoGoal,
        };
        var reason = scene.SayIf(3, fields[FieldNames.Reason]);
        var all = fields[FieldNames.SeenByAll] != "false";
        var estimate = PromiseForms.Amount(fields[FieldNames.Estimate]);
        var on = On(fields);
        var link = MessageLinks.Read(fields[FieldNames.Link]) is { Length: > 0 } address ? scene.Say(4, address) : null;
        return offers
            ? new OfferCommitment(id, scene.Ask, terms, reason, all) { Estimate = estimate, DependsOn = on, Link = link }
            : new RequestCommitment(id, scene.Ask, terms, reason, all) { Estimate = estimate, DependsOn = on, Link = link };
    }

    public static Command Of(Scene scene, CommitmentCard card, Act act, Intent intent)
    {
        var (id, ask, fields) = (card.Id, scene.Ask, intent.Fields);
        var revision = scene.Seen ?? card.Revision;
        var reason = scene.SayIf(1, fields[FieldNames.Reason] ?? fields[FieldNames.Note]);
        var must = reason ?? scene.Say(1, "");
        var promise = scene.Alliance.Commitments[id];
        return act switch
        {
            Act.Accept => new AcceptCommitment(id, revision, ask, PromiseForms.Person(fields[FieldNames.Person])) { Outside = fields[FieldNames.Outside] == "true" },
            Act.Counter => new CounterCommitment(id, revision, ask, TermsOf(scene, promise.Terms, fields), reason),
            Act.Decline => new DeclineCommitment(id, revision, ask, must),
            Act.Withdraw => new WithdrawCommitment(id, revision, ask, reason),
            Act.AtRisk => new FlagAtRisk(id, revision, ask, reason, fields[FieldNames.HelpWanted] == "true"),
            Act.ClearRisk => new ClearRisk(id, revision, ask, reason),
            Act.ProposeChange or Act.Extend =>
                new ProposeChange(id, revision, ask, TermsOf(scene, promise.Change?.Terms ?? promise.Terms, fields), reason),
            Act.AcceptChange => new AcceptChange(id, revision, ask) { Outside = fields[FieldNames.Outside] == "true" },
            Act.RefuseChange => new RefuseChange(id, revision, ask, reason),
            Act.RetractChange => new RetractChange(id, revision, ask),
            Act.Report => new ReportDone(id, revision, ask, reason)
            {
                Proof = scene.SayIf(4, fields[FieldNames.Proof]),
                Hours = PromiseForms.Amount(fields[FieldNames.Spent]),
            },
            Act.Estimate => new EstimateCommitment(id, revision, ask, PromiseForms.Amount(fields[FieldNames.Estimate])),
            Act.DependOn => new DependOn(id, revision, ask, On(fields) ?? default),
            Act.DependNoMore => new DependNoMore(id, revision, ask, On(fields) ?? default),
            Act.RetractReport => new RetractReport(id, revision, ask),
            Act.AcceptReport => new AcceptReport(id, revision, ask, reason),
            Act.ReturnReport => new ReturnReport(id, revision, ask, must, PromiseForms.DateOf(fields[FieldNames.Due])),
            Act.Release => new ReleaseCommitment(id, revision, ask, must),
            Act.GiveUp => new GiveUpCommitment(id, revision, ask, must),
            Act.SayUnmet => new SayUnmet(id, revision, ask, reason),
            Act.Wait => new KeepWaiting(id, revision, ask, reason),
            Act.ProposeReplacement =>
                new ProposeReplacement(id, revision, ask, new(ask.Value), TermsOf(scene, promise.Terms, fields), reason),
            Act.AgreeReplacement => new AgreeReplacement(id, revision, ask),
            Act.RefuseReplacement or Act.RetractReplacement => new DropReplacement(id, revision, ask, reason),
            Act.ProposeCorrection => new ProposeCorrection(id, revision, ask, To(fields), must) { Late = fields[FieldNames.To] == "keptlate" },
            Act.AgreeCorrection => new AgreeCorrection(id, revision, ask),
            Act.RefuseCorrection or Act.RetractCorrection => new DropCorrection(id, revision, ask, reason),
            Act.SeeDifferently => new SeeDifferently(id, revision, ask, must),
            Act.Ask => new AddNote(id, revision, ask, must, Question: true),
            Act.Note => new AddNote(id, revision, ask, must, Question: false),
            Act.EndSeries => new EndSeries(id, revision, ask, must),
            Act.HandOver => new HandOver(id, revision, ask, PromiseForms.Person(fields[FieldNames.Person]) ?? default),
            Act.EnterTold => new EnterTold(
                id, revision, ask, PromiseForms.Person(fields[FieldNames.ToldBy]) ?? default,
                Enum.TryParse<ToldAnswer>(fields[FieldNames.Told], ignoreCase: true, out var told) ? told : (ToldAnswer)(-1),
                reason, PromiseForms.DateOf(fields[FieldNames.Due]), fields[FieldNames.HelpWanted] == "true"),
            Act.ConfirmTold => new ConfirmTold(id, revision, ask),
            Act.RejectTold => new RejectTold(id, revision, ask),
            Act.CheckIn => new OpenCheckIn(id, ask),
            Act.Undo or Act.Resend => new UndoCommitment(id, revision, ask),
            _ => throw new UnreachableException($"No command for {act}."),
        };
    }

    private static CommitmentState To(Filled fields) => fields[FieldNames.To] switch
    {
        "kept" or "keptlate" => CommitmentState.Kept,
        "active" => CommitmentState.Active,
        _ => default,
    };

    /// <summary>The terms with what was changed; a text that stayed the same stays the same entry.</summary>
    private static Terms TermsOf(Scene scene, Terms old, Filled fields) => old with
    {
        What = Changed(scene, 2, old.What, fields[FieldNames.What]),
        DoneWhen = Changed(scene, 3, old.DoneWhen, fields[FieldNames.DoneWhen]),
        Due = PromiseForms.DateOf(fields[FieldNames.Due]) ?? old.Due,
        Doer = fields[FieldNames.Doer] is { } doer ? PromiseForms.Person(doer) : old.Doer,
        Receiver = fields[FieldNames.Receiver] is { } receiver ? PromiseForms.Person(receiver) : old.Receiver,
        Goal = fields[FieldNames.Goal] is null ? old.Goal : Goal(fields),
        Evidence = PromiseForms.EvidenceOf(fields[FieldNames.Evidence]) ?? old.Evidence,
        Outside = fields[FieldNames.Outside] == "true"
            ? Fence.Touched(scene.Alliance, fields[FieldNames.What] ?? old.What.Text, fields[FieldNames.DoneWhen] ?? old.DoneWhen.Text)?.Text.Id
            : old.Outside,
        Repeats = fields[FieldNames.Repeats] is null ? old.Repeats : Repeats(fields, old.Repeats, old.Due),
    };

    /// <summary>As chosen; what cannot be chosen here stays as it was, with the end that was given.</summary>
    private static Repetition? Repeats(Filled fields, Repetition? old, LocalDate first)
    {
        var until = PromiseForms.DateOf(fields[FieldNames.Until]) ?? old?.Until ?? SeriesForms.UsualEnd(first);
        var code = fields[FieldNames.Repeats];
        if (old is not null && code == SeriesForms.Code(old.Unit, old.Every)) return old with { Until = until };
        return SeriesForms.Read(code, until);
    }

    private static Domain.Words Changed(Scene scene, int number, Domain.Words old, string? text) =>
        text is null || text == old.Text ? old : scene.Say(number, text);

    private static CommitmentId? On(Filled fields) => fields[FieldNames.DependsOn] is { Length: > 0 } on ? new CommitmentId(on) : null;

    private static GoalId? Goal(Filled fields) => fields[FieldNames.Goal] is { Length: > 0 } goal && goal != CommitmentForms.NoGoal ? new GoalId(goal) : null;
}
