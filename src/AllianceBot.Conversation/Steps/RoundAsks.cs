using System.Diagnostics;
using System.Globalization;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Commands about a round, from what was filled in.</summary>
internal static class RoundAsks
{
    public static RoundCommand Of(Scene scene, Intent intent, Round round)
    {
        var (id, ask, fields) = (round.Id, scene.Ask, intent.Fields);
        var revision = scene.Seen ?? round.Revision;
        var topic = Topic(intent, round);
        var text = scene.SayIf(1, fields[FieldNames.Text]);
        var must = text ?? scene.Say(1, "");
        var date = PromiseForms.DateOf(fields[FieldNames.Due]);
        PartnerId? partner = fields[FieldNames.Partner] is { Length: > 0 } named ? new(named) : null;
        return intent.Verb.Name switch
        {
            Verbs.RoundNext => new OpenNext(id, revision, ask),
            Verbs.RoundGather => new Gather(id, revision, ask, topic, How(fields)),
            Verbs.RoundShow => new ShowWords(id, revision, ask, topic, RoundForms.Partners(scene, fields[FieldNames.Without])),
            Verbs.RoundRecord => new RecordComponent(
                id, revision, ask, topic, text, RoundForms.Partners(scene, fields[FieldNames.PassedBy]), RoundForms.Partners(scene, fields[FieldNames.NotHeard]), date),
            Verbs.RoundPark => new CatchLine(id, revision, ask, topic, LineKind.Parked, must, PromiseForms.Person(fields[FieldNames.Person]), date, null),
            Verbs.RoundAgreement => new CatchLine(id, revision, ask, topic, LineKind.Agreement, must, null, null, null),
            Verbs.RoundGoal => new CatchLine(id, revision, ask, topic, LineKind.Goal, must, null, date, null),
            Verbs.RoundIndicator => new CatchLine(id, revision, ask, topic, LineKind.Indicator, must, null, null, null),
            Verbs.RoundPromise => new CatchLine(id, revision, ask, topic, LineKind.Promise, must, null, null, RoundForms.Terms(scene, fields)),
            Verbs.RoundHelps => new AnswerBranch(id, revision, ask, fields[FieldNames.Indicator] ?? "", BranchKind.Improves, must),
            Verbs.RoundInTheWay => new AnswerBranch(id, revision, ask, fields[FieldNames.Indicator] ?? "", BranchKind.InTheWay, must),
            Verbs.RoundStrike => new StrikeLine(id, revision, ask, Number(fields[FieldNames.Line]) ?? 0),
            Verbs.RoundBreak => new TakeBreak(id, revision, ask, Number(fields[FieldNames.Minutes]) ?? UsualBreak),
            Verbs.RoundPause => new PauseRound(id, revision, ask, date),
            Verbs.RoundResume => new ResumeRound(id, revision, ask),
            Verbs.RoundReopen => new ReopenComponent(id, revision, ask, RoundSteps.Component(intent), scene.Say(1, fields[FieldNames.Reason] ?? "")),
            Verbs.RoundSay => new GiveWord(id, revision, ask, topic, partner, text, Number(fields[FieldNames.Number]), false, fields[FieldNames.ReadOut] == "true"),
            Verbs.RoundPass => new GiveWord(id, revision, ask, topic, partner, null, null, true, false),
            Verbs.RoundAlone => new SayAlone(id, revision, ask, partner, text),
            Verbs.RoundTold => new EnterWord(
                id, revision, ask, topic, PromiseForms.Person(fields[FieldNames.ToldBy]) ?? default, partner, text, Number(fields[FieldNames.Number]),
                fields[FieldNames.Passes] == "true"),
            Verbs.RoundRight or Verbs.RoundNotRight => Answer(scene, intent, round, revision),
            Verbs.RoundHere => new MarkPresent(id, revision, ask, RoundForms.People(scene, fields[FieldNames.People])),
            Verbs.RoundHeard => new MarkHeard(id, revision, ask, topic, RoundForms.People(scene, fields[FieldNames.People]), fields[FieldNames.Passes] == "true"),
            Verbs.RoundConfirm => new AnswerRecord(id, revision, ask, Answered(scene, intent, round), partner, Stance.Confirm, null),
            Verbs.RoundDiffer => new AnswerRecord(id, revision, ask, Answered(scene, intent, round), partner, Stance.Differently, text),
            Verbs.RoundObject => new AnswerRecord(id, revision, ask, Answered(scene, intent, round), partner, Stance.Objection, text),
            Verbs.RoundReviewed => new ReviewRound(id, revision, ask, scene.SayIf(1, fields[FieldNames.Note]), date),
            Verbs.RoundAbandon => new AbandonRound(id, revision, ask, scene.Say(1, fields[FieldNames.Reason] ?? "")),
            _ => throw new UnreachableException($"No command for {intent.Verb.Name}."),
        };
    }

    public static int Topic(Intent intent, Round round) => intent.Verb.Name switch
    {
        Verbs.RoundConfirm or Verbs.RoundDiffer or Verbs.RoundObject or Verbs.RoundReopen => RoundSteps.Component(intent),
        _ => round.Current?.Number ?? 0,
    };

    /// <summary>The record that is meant: the one named, else the first that waits for this person.</summary>
    public static int Answered(Scene scene, Intent intent, Round round) => RoundSteps.Component(intent) is > 0 and var named
        ? named
        : RoundViews.Card(scene.Alliance, scene.Reader, round.Id, scene.Now)?.Seat?.ToAnswer is { Count: > 0 } waiting ? waiting[0].Number
        : round.Components.LastOrDefault(static component => component.IsRecorded)?.Number ?? 0;

    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private const int UsualBreak = 10;

    /// <summary>As chosen: before the meeting, in two quiet minutes, or by talking only.</summary>
    private static Gathering How(Filled fields) => new(
        RoundForms.Way(fields[FieldNames.Way]) ?? GatherWay.TalkOnly, fields[FieldNames.Named] != "false", fields[FieldNames.FacilitatorReads] == "true",
        fields[FieldNames.AsksNumber] == "true");

    private static AnswerWord Answer(Scene scene, Intent intent, Round round, int revision)
    {
        var said = intent.Fields[FieldNames.Said];
        var told = round.Components.SelectMany(component => component.Said.Select(word => (Component: component.Number, Word: word)))
            .Where(one => one.Word.Person == scene.Me && one.Word.IsTold)
            .LastOrDefault(one => said is null ? one.Word.Right is null : one.Word.Ask.Value == said);
        return new(round.Id, revision, scene.Ask, Math.Max(1, told.Component), told.Word?.Ask ?? default, intent.Verb.Name == Verbs.RoundRight);
    }
}
