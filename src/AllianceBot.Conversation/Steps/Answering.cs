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
        if (intent.Also.Count > 0) return Several(scene, intent);
        if (AnswerOf(intent.Verb.Name) is not { } answer) return Promise(scene, intent);
        if (OpenFor(scene, intent.Item) is { } card) return Answer(scene, card, answer, intent.Fields, intent.Item?.Kind == SubjectKind.CheckIn ? scene.Seen : null);
        return answer != CheckInAnswer.AtRisk && IsUnasked(scene, intent.Item) is { } promise ? Now(scene, promise, answer, intent.Fields) : Promise(scene, intent);
    }

    /// <summary>
    /// The card of several: what can be answered at once is, in one go; what needs a form is opened if it is the only thing, or
    /// offered row by row.
    /// </summary>
    public static Step Each(Scene scene, Intent intent)
    {
        var rows = (intent.Fields[FieldNames.Rows] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (replies, forms) = (new List<(CheckInHead Card, int Revision, CheckInAnswer Answer)>(), new List<(CheckInHead Card, Verb Verb)>());
        for (var row = 1; row <= Math.Min(rows.Length, Most); row++)
        {
            var given = intent.Fields[$"{FieldNames.Answer}{row}"];
            if (given is null || Verbs.Find(given) is not { } verb || Card(scene, rows[row - 1]) is not var (card, revision)) continue;
            if (AnswerOf(verb.Name) is { } answer) replies.Add((card, revision, answer));
            else if (verb.Name is Verbs.Done or Verbs.MoreTime or Verbs.CannotDo) forms.Add((card, verb));
        }

        var then = new ListShowing(ListKind.CheckIns)
        {
            Chosen = forms.Select(static form => new Fact(form.Card.Id.Value, form.Verb.Name)).ToValueList(),
        };
        if (replies.Count > 0) return Saving(scene, replies, intent.Fields) with { Then = forms.Count > 0 ? then : null };
        if (forms is [var (only, wanted)]) return Promise(scene, new(wanted, only.Commitment, Said(wanted, intent.Fields)));
        return new Shows(then with { Lead = new(forms.Count > 0 ? "answers.forms-follow" : "answers.no-answer-chosen") });
    }

    /// <summary>"on track P12, P14": each promise's own check-in, in one go.</summary>
    private static Step Several(Scene scene, Intent intent)
    {
        var answer = AnswerOf(intent.Verb.Name)!.Value;
        var replies = new List<(CheckInHead Card, int Revision, CheckInAnswer Answer)>();
        foreach (var item in intent.Also.Prepend(intent.Item!.Value).Distinct())
        {
            if (OpenFor(scene, item) is not { } card)
            {
                return PromiseSteps.CommitmentOf(scene.Alliance, item) is { } promise
                    && CommitmentViews.Card(scene.Alliance, scene.Reader, promise, scene.Now) is not null
                    ? new Shows(new TextShowing(new Said("answers.none-open").With("item", item)))
                    : PromiseSteps.Refused(Refusal.NotYours);
            }

            replies.Add((card, card.Revision, answer));
        }

        return Saving(scene, replies, intent.Fields);
    }

    /// <summary>All in one go. A note belongs to the rows that say trouble, if there are any.</summary>
    private static Does Saving(Scene scene, List<(CheckInHead Card, int Revision, CheckInAnswer Answer)> replies, Filled fields)
    {
        var (note, help) = (fields[FieldNames.Note], fields[FieldNames.HelpWanted] == "true");
        var anyTrouble = replies.Exists(static reply => reply.Answer != CheckInAnswer.OnTrack);
        var rows = replies.Select((reply, at) => new CheckInReply(
            reply.Card.Id, reply.Revision, reply.Answer,
            anyTrouble && reply.Answer == CheckInAnswer.OnTrack ? null : scene.SayIf(at + 1, note), help)).ToValueList();
        return new(new AnswerCheckIns(rows, scene.Ask), scene.Me, PromiseSteps.SavedForNow(scene, Verbs.Answers).With("count", rows.Count))
        {
            View = Keys.Of(ListKind.CheckIns),
        };
    }

    /// <summary>Nobody asked, and the doer says where it stands.</summary>
    private static Does Now(Scene scene, CommitmentId promise, CheckInAnswer answer, Filled fields) => new(
        new CheckInNow(promise, scene.Ask, answer, scene.SayIf(1, fields[FieldNames.Note]), fields[FieldNames.HelpWanted] == "true", Blocker(fields)),
        promise, PromiseSteps.SavedForNow(scene, VerbOf(answer)).With("item", (Subject)promise));

    private static CommitmentId? IsUnasked(Scene scene, Subject? item) =>
        PromiseSteps.CommitmentOf(scene.Alliance, item) is { } id && scene.Alliance.Commitments.Find(id) is { Risk: null } promise
            && promise.Terms.Doer == scene.Me && promise.State is CommitmentState.Active or CommitmentState.Rework or CommitmentState.ChangeProposed
            && CommitmentViews.Card(scene.Alliance, scene.Reader, id, scene.Now) is not null ? id : null;

    private static Subject? Blocker(Filled fields) => Subject.Parse(fields[FieldNames.Blocker]);

    /// <summary>Takes back all that was answered on the card, or with the last sentence; null when nothing of it can be.</summary>
    public static Step? UndoAll(Scene scene, string? sent, int atLeast = 1)
    {
        var bundle = CheckInViews.Open(scene.Alliance, scene.Me, scene.Now);
        var ask = AskIds.Draft(sent) ?? (bundle.Saved.Count >= atLeast ? bundle.Sent : null);
        return ask is { } taken
            ? new Does(new UndoCheckIns(taken, scene.Ask), scene.Me, PromiseSteps.Saved(Verbs.UndoAnswers)) { View = Keys.Of(ListKind.CheckIns) }
            : null;
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

    private static Does Answer(Scene scene, CheckInHead card, CheckInAnswer answer, Filled fields, int? revision) => new(
        new AnswerCheckIn(
            card.Id, revision ?? card.Revision, scene.Ask, answer, scene.SayIf(1, fields[FieldNames.Note]),
            fields[FieldNames.HelpWanted] == "true", Blocker(fields)),
        card.Id,
        PromiseSteps.SavedForNow(scene, VerbOf(answer)).With("item", (Subject)card.Commitment));

    /// <summary>The check-in that this person may answer now: the one named, else the promise's open one, else the one to be edited.</summary>
    private static CheckInHead? OpenFor(Scene scene, Subject? item)
    {
        if (item is { Kind: SubjectKind.CheckIn } one) return CheckInViews.Head(scene.Alliance, scene.Me, new(one.Id));
        if (PromiseSteps.CommitmentOf(scene.Alliance, item) is not { } promise) return null;
        return CommitmentViews.Card(scene.Alliance, scene.Reader, promise, scene.Now)?.Inside?.OpenCheckIn is { } open
            ? CheckInViews.Head(scene.Alliance, scene.Me, open)
            : CheckInSteps.Of(scene, promise).LastOrDefault(static card => card.Acts.Contains(CheckInAct.OnTrack)) is { } answered
                ? new CheckInHead(answered.Id, answered.Revision, answered.Commitment)
                : null;
    }

    private static (CheckInHead Card, int Revision)? Card(Scene scene, string row)
    {
        var colon = row.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !int.TryParse(row[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)) return null;
        return CheckInViews.Head(scene.Alliance, scene.Me, new(row[..colon])) is { } card ? (card, revision) : null;
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
