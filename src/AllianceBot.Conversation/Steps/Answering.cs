using System.Globalization;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Answers to check-ins: on track, at risk and blocked act at once, the others open the promise's form.</summary>
internal static class Answering
{
    /// <summary>Rows of one card.</summary>
    public const int Most = 20;

    public static Step Next(Scene scene, Intent intent)
    {
        if (AnswerOf(intent.Verb.Name) is not { } answer || OpenFor(scene, intent.Item) is not { } card) return Promise(scene, intent);
        return Answer(scene, card, answer, intent.Fields, intent.Item?.Kind == SubjectKind.CheckIn ? scene.Seen : null);
    }

    /// <summary>The card of several: each row is answered on its own; the first that needs a form opens it.</summary>
    public static Step Each(Scene scene, Intent intent)
    {
        var rows = (intent.Fields[FieldNames.Rows] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var all = new List<Does>();
        Showing then = new ListShowing(ListKind.CheckIns);
        for (var row = 1; row <= Math.Min(rows.Length, Most); row++)
        {
            var given = intent.Fields[$"{FieldNames.Answer}{row}"];
            if (given is null || Verbs.Find(given) is not { } verb || Card(scene, rows[row - 1]) is not var (card, revision)) continue;
            if (AnswerOf(verb.Name) is { } answer)
            {
                all.Add(Answer(scene with { Ask = AskIds.Row(scene.Ask, row) }, card, answer, intent.Fields, revision));
            }
            else if (verb.Name is Verbs.Done or Verbs.MoreTime or Verbs.CannotDo && then is ListShowing
                && Promise(scene, new(verb, card.Commitment, Said(verb, intent.Fields))) is Shows form)
            {
                then = form.Showing;
            }
        }

        return all.Count == 0 && then is ListShowing list
            ? new Shows(list with { Lead = new("answers.no-answer-chosen") })
            : new DoesEach(all.ToValueList(), then);
    }

    /// <summary>Takes back what can be taken back of a check-in; null when nothing can.</summary>
    public static Step? Undo(Scene scene, Subject item)
    {
        var promise = PromiseSteps.CommitmentOf(scene.Alliance, item);
        foreach (var checkIn in scene.Alliance.CheckIns)
        {
            if (checkIn.Commitment != promise || (item.Kind == SubjectKind.CheckIn && checkIn.Id.Value != item.Id)) continue;
            if (CheckInViews.Card(scene.Alliance, scene.Reader, checkIn.Id, scene.Now) is not { } card) continue;
            if (!card.Acts.Contains(CheckInAct.Undo)) continue;
            return new Does(
                new UndoCheckIn(card.Id, card.Revision, scene.Ask), card.Id,
                PromiseSteps.Saved(Verbs.Undo).With("item", (Subject)card.Commitment));
        }

        return null;
    }

    /// <summary>The promise's own form or flag; a check-in's revision says nothing of the promise's.</summary>
    private static Step Promise(Scene scene, Intent intent) =>
        PromiseSteps.Next(intent.Item?.Kind == SubjectKind.CheckIn && !scene.Sent ? scene with { Seen = null } : scene, intent);

    private static Does Answer(Scene scene, CheckInCard card, CheckInAnswer answer, Filled fields, int? revision) => new(
        new AnswerCheckIn(
            card.Id, revision ?? card.Revision, scene.Ask, answer, scene.SayIf(1, fields[FieldNames.Note]),
            fields[FieldNames.HelpWanted] == "true"),
        card.Id,
        PromiseSteps.Saved(VerbOf(answer)).With("item", (Subject)card.Commitment));

    /// <summary>The check-in that this person may answer now: the one named, or the promise's open one.</summary>
    private static CheckInCard? OpenFor(Scene scene, Subject? item)
    {
        if (item is { Kind: SubjectKind.CheckIn } one) return CheckInViews.Card(scene.Alliance, scene.Reader, new(one.Id), scene.Now);
        return PromiseSteps.CommitmentOf(scene.Alliance, item) is { } promise
            && CommitmentViews.Card(scene.Alliance, scene.Reader, promise, scene.Now)?.Inside?.OpenCheckIn is { } open
            ? CheckInViews.Card(scene.Alliance, scene.Reader, open, scene.Now) : null;
    }

    private static (CheckInCard Card, int Revision)? Card(Scene scene, string row)
    {
        var colon = row.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !int.TryParse(row[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)) return null;
        return CheckInViews.Card(scene.Alliance, scene.Reader, new(row[..colon]), scene.Now) is { } card ? (card, revision) : null;
    }

    private static Filled Said(Verb verb, Filled fields) => fields[FieldNames.Note] is { } note
        ? Filled.Nothing.With(verb.Fields.Contains(FieldNames.Note) ? FieldNames.Note : FieldNames.Reason, note) : Filled.Nothing;

    private static CheckInAnswer? AnswerOf(string verb) => verb switch
    {
        Verbs.OnTrack => CheckInAnswer.OnTrack,
        Verbs.AtRisk => CheckInAnswer.AtRisk,
        Verbs.Blocked => CheckInAnswer.Blocked,
        _ => null,
    };

    private static string VerbOf(CheckInAnswer answer) => answer switch
    {
        CheckInAnswer.OnTrack => Verbs.OnTrack,
        CheckInAnswer.AtRisk => Verbs.AtRisk,
        _ => Verbs.Blocked,
    };
}
