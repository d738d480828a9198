using AllianceBot.Domain;
using Can = AllianceBot.Domain.CaseAct;
using Field = AllianceBot.Conversation.FieldNames;

namespace AllianceBot.Conversation;

/// <summary>The command that an act of a case is, with what was filled in.</summary>
internal static class CaseCommands
{
    public static CaseCommand Of(Scene scene, Filled fields, CaseCard card, Can act)
    {
        var (id, revision, ask) = (card.Id, scene.Seen ?? card.Revision, scene.Ask);
        var why = scene.SayIf(1, fields[Field.Reason] ?? fields[Field.Note]);
        var text = scene.Say(2, fields[Field.Text] ?? "");
        var must = why ?? scene.Say(1, "");
        var date = PromiseForms.DateOf(fields[Field.Due]);
        var quoted = ConflictFields.People(scene, fields[Field.Quoted]);
        return act switch
        {
            Can.Acknowledge => new AcknowledgeCase(id, revision, ask),
            Can.AgreeSettlement => new AgreeSettlement(id, revision, ask),
            Can.RefuseSettlement or Can.RetractSettlement => new DropSettlement(id, revision, ask, why),
            Can.ConfirmSkip => new ConfirmSkip(id, revision, ask),
            Can.RefuseSkip => new RefuseSkip(id, revision, ask, why),
            Can.GiveStatement => new GiveStatement(
                id, revision, ask, scene.Say(1, fields[Field.Facts] ?? ""), scene.Say(2, fields[Field.Interests] ?? ""), scene.Say(3, fields[Field.Wish] ?? ""), quoted),
            Can.Answer => new AnswerOnRung(id, revision, ask, text),
            Can.AgreeMotion => new AgreeMotion(id, revision, ask),
            Can.RefuseMotion or Can.RetractMotion => new DropMotion(id, revision, ask, why),
            Can.SayItHolds or Can.SayItDoesNot => new AnswerFollowUp(id, revision, ask, act == Can.SayItHolds, why),
            Can.ApproveReviewText => new ApproveReviewText(id, revision, ask),
            Can.ConsentLevel or Can.RefuseLevel => new AnswerLevel(id, revision, ask, Waiting(scene, card), act == Can.ConsentLevel),
            Can.ProposeSettlement => new ProposeSettlement(id, revision, ask, new(text, Promises(scene, fields, card), date ?? default)),
            Can.Summarise => new SummariseRung(id, revision, ask, text, quoted),
            Can.Note => new NoteCase(id, revision, ask, must, []),
            Can.GoUp => new GoUp(id, revision, ask, why),
            Can.AskReview => new AskReview(id, revision, ask, Review(fields, date), scene.SayIf(2, fields[Field.Text])),
            Can.WriteReviewText => new WriteReviewText(id, revision, ask, text),
            Can.AskSkip => new AskSkip(
                id, revision, ask, CaseSteps.Number(fields, Field.Rung), CaseSteps.Number(fields, Field.Ground), new(fields[Field.Person] ?? ""), must),
            Can.StepDown => new StepDown(id, revision, ask, why),
            Can.RaiseLevel => new RaiseLevel(
                id, revision, ask, CaseSteps.Number(fields, Field.Entry), Enum.TryParse<Level>(fields[Field.Level], ignoreCase: true, out var level) ? level : default),
            Can.KeepOpen => new KeepCaseOpen(id, revision, ask),
            Can.Reopen => new ReopenCase(id, revision, ask),
            Can.Refer => new ReferCase(id, revision, ask, must),
            Can.Withdraw => new WithdrawCase(id, revision, ask, why),
            _ => new ProposeMotion(id, revision, ask, Motion(fields, card, act, date), why),
        };
    }

    private static ValueList<SettlementPromise> Promises(Scene scene, Filled fields, CaseCard card) =>
        PromiseRows.Read(scene, fields, PromiseSides.OfCase(scene, card)).Promises
            .Select(static said => new SettlementPromise(said.Id, said.Terms)).ToValueList();

    private static MotionAsked Motion(Filled fields, CaseCard card, Can act, NodaTime.LocalDate? date) => act switch
    {
        Can.GoDown => new(MotionKind.GoDown) { Step = CaseSteps.Number(fields, Field.Rung) },
        Can.Extend => new(MotionKind.Extend) { Days = CaseSteps.Number(fields, Field.RungDays) },
        Can.Pause => new(MotionKind.Pause) { Until = date },
        Can.Resume => new(MotionKind.Resume),
        Can.NameNeutral => new(MotionKind.NameNeutral) { Person = new PersonId(fields[Field.Person] ?? "") },
        Can.RestPromises => new(MotionKind.RestPromises) { Promises = Chosen(fields, card.Going) },
        Can.WakePromises => new(MotionKind.WakePromises) { Promises = Chosen(fields, card.Resting) },
        _ => new(MotionKind.Respond) { Step = CaseSteps.Number(fields, Field.Step), Partner = CaseSteps.Partner(fields) },
    };

    /// <summary>Promises by id or by number, with commas between, of those that can be chosen.</summary>
    private static ValueList<CommitmentId> Chosen(Filled fields, ValueList<Named<CommitmentId>> all)
    {
        var said = (fields[Field.Chosen] ?? "").Split([',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return all.Where(promise => said.Contains(promise.Id.Value) || said.Contains(promise.Name, StringComparer.OrdinalIgnoreCase))
            .Select(static promise => promise.Id).ToValueList();
    }

    private static ReviewAsked Review(Filled fields, NodaTime.LocalDate? date)
    {
        var kind = Enum.TryParse<ReviewKind>(fields[Field.Review], ignoreCase: true, out var named) ? named : ReviewKind.Close;
        return new(kind, kind == ReviewKind.Exit ? CaseSteps.Partner(fields) : null, kind == ReviewKind.Exit ? date : null,
            kind == ReviewKind.GoBack ? CaseSteps.Number(fields, Field.Rung) : 0);
    }

    /// <summary>The text for which this reader's consent is missing.</summary>
    private static int Waiting(Scene scene, CaseCard card) =>
        card.Items.FirstOrDefault(item => item.Wanted is not null && item.ConsentMissing.Any(person => person.Id == scene.Me))?.Number ?? 0;
}
