using System.Globalization;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What a verb about the benchmarks leads to: the stage, a form, a command, or why not.</summary>
internal static class RoundSteps
{
    /// <summary>Views of a round beside the usual one of its reader.</summary>
    public const string Stage = "stage";
    public const string Opened = "opened";
    public const string Report = "report";
    public const string Compare = "compare";
    public const string Topic = "topic";

    public static bool Takes(string verb) => verb.StartsWith(Verbs.Benchmarks, StringComparison.Ordinal);

    /// <summary>Whether this person may use it at all: for help.</summary>
    public static bool NotPermitted(Scene scene, string verb) => verb switch
    {
        Verbs.Benchmarks or Verbs.RoundReport or Verbs.RoundCompare or Verbs.RoundPage or Verbs.RoundPrint or Verbs.RoundTalk or Verbs.RoundNote =>
            !May.Do(scene.Alliance, scene.Me, Act.NoteTalk, scene.Alliance.Id),
        Verbs.RoundSay or Verbs.RoundPass or Verbs.RoundAlone or Verbs.RoundRight or Verbs.RoundNotRight => scene.Alliance.PartnersOf(scene.Me).Count == 0,
        Verbs.RoundConfirm or Verbs.RoundDiffer or Verbs.RoundObject => CharterForms.Partners(scene, Act.SpeakForPartner).Count == 0,
        _ => !May.Do(scene.Alliance, scene.Me, Act.RunRound, scene.Alliance.Id),
    };

    /// <summary>What the facilitator does in front of all is answered in front of all, where it was said there.</summary>
    public static bool IsOpen(string verb) => verb is Verbs.RoundStart or Verbs.RoundNext or Verbs.RoundGather or Verbs.RoundShow or Verbs.RoundRecord
        or Verbs.RoundStrike or Verbs.RoundBreak or Verbs.RoundPause or Verbs.RoundResume or Verbs.RoundReopen or Verbs.RoundAgreement
        or Verbs.RoundGoal or Verbs.RoundIndicator or Verbs.RoundPromise or Verbs.RoundPark or Verbs.RoundHelps or Verbs.RoundInTheWay;

    public static Step Next(Scene scene, Intent intent)
    {
        var verb = intent.Verb.Name;
        intent = Numbered(intent);
        if (NotPermitted(scene, verb)) return PromiseSteps.Refused(Refusal.NotYours);
        var topic = Component(intent);
        if (verb == Verbs.RoundTalk) return topic is >= 1 and <= ComponentKinds.Count ? Talk(topic) : new Shows(RoundForms.WhichTopic());
        if (verb == Verbs.RoundNote) return Note(scene, intent, topic);
        var round = Meant(scene, intent);
        if (verb == Verbs.RoundPrint) return Pack(round, scene.Alliance.Id);
        if (verb == Verbs.RoundStart) return Start(scene, intent, round);
        if (round is null)
        {
            return verb == Verbs.Benchmarks ? new Shows(new ListShowing(ListKind.Benchmarks)) : PromiseSteps.Refused(new("round.none"));
        }

        switch (verb)
        {
            case Verbs.Benchmarks:
                return new Shows(new ItemShowing(round.Id, topic > 0 && round.Has(topic) ? $"{Topic}{topic}" : ""));
            case Verbs.RoundRead:
                return new Shows(new ItemShowing(round.Id, Opened));
            case Verbs.RoundReport:
                return new Shows(new ItemShowing(round.Id, Report));
            case Verbs.RoundPage:
                return Pages(round);
            case Verbs.RoundCompare:
                return new Shows(new ItemShowing(round.Id, Compare));
        }

        if (round.Asks.Contains(new DoneAsk(scene.Ask, scene.Me))) return new Shows(new ItemShowing(round.Id, Lead: new("answers.already")));
        var form = RoundForms.Of(scene, intent, round);
        if (!scene.Sent && RoundForms.Wants(scene, intent, round)) return Impossible(scene, intent, round) ?? new Shows(new FormShowing(form));
        if (scene.Sent && form.IsFaulty) return new Shows(new FormShowing(form));
        return Do(scene, intent with { Fields = scene.Sent ? form.Values : intent.Fields }, round, scene.Sent || intent.Verb.Does == VerbDoes.Fills || verb == Verbs.RoundGoal ? form : null);
    }

    /// <summary>Which topic is meant: the one named, else the one that is talked about.</summary>
    public static int Component(Intent intent) =>
        int.TryParse(intent.Fields[FieldNames.Component], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static Round? Meant(Scene scene, Intent intent) => intent.Item is { Kind: SubjectKind.Round } item
        ? RoundViews.Card(scene.Alliance, scene.Reader, new(item.Id), scene.Now) is null ? null : scene.Alliance.Rounds[new(item.Id)]
        : Rounds.Now(scene.Alliance);

    private static Opens Pages(Round round) => new(new Said("document.round").With("number", round.Number),
    [
        new("document.open.page", new(DocumentKind.RoundReport, round.Id)),
        new("document.open.markdown", new(DocumentKind.RoundReport, round.Id) { Format = DocumentFormat.Markdown }),
        new("document.open.printpack", new(DocumentKind.PrintPack, round.Id)),
    ]);

    /// <summary>Before the first round too: the sheets are for the partners of today then.</summary>
    private static Opens Pack(Round? round, AllianceId alliance) => new(
        new("document.printpack"), [new("document.open.printpack", new(DocumentKind.PrintPack, round is { IsRunning: true } ? round.Id : alliance))]);

    private static Shows Talk(int topic) => new(new ListShowing(ListKind.BenchmarkTalk, Page: topic));

    /// <summary>"benchmarks reopen 2 because ..." begins with the topic.</summary>
    private static Intent Numbered(Intent intent)
    {
        if (intent.Fields[FieldNames.Component] is not null || !intent.Verb.Fields.Contains(FieldNames.Component)) return intent;
        foreach (var field in (ReadOnlySpan<string>)[FieldNames.Text, FieldNames.Reason])
        {
            if (intent.Fields[field] is not { Length: > 0 } text || text[0] is < '1' or > '6' || (text.Length > 1 && text[1] != ' ')) continue;
            var rest = text[1..].Trim();
            var fields = intent.Fields.Without(field).With(FieldNames.Component, text[..1]);
            return intent with { Fields = rest.Length == 0 ? fields : fields.With(field, rest) };
        }

        return intent;
    }

    private static Step Note(Scene scene, Intent intent, int topic)
    {
        if (topic is < 1 or > ComponentKinds.Count) return new Shows(RoundForms.WhichTopic());
        if (intent.Fields[FieldNames.Text] is not { Length: > 0 } text) return Talk(topic);
        return new Does(new NoteTalk(topic, scene.Say(1, text), scene.Ask), scene.Alliance.Id, PromiseSteps.Saved(Verbs.RoundNote))
        {
            View = $"{nameof(ListKind.BenchmarkTalk)}{topic}",
        };
    }

    private static Step Start(Scene scene, Intent intent, Round? round)
    {
        if (round is { State: RoundState.Planned } && !scene.Sent)
        {
            return Does(scene, intent, round, new StartRound(round.Id, scene.Seen ?? round.Revision, scene.Ask), null);
        }

        if (!scene.Sent && Rounds.Running(scene.Alliance) is { } running)
        {
            return PromiseSteps.Refused(Rounds.OneAtATime.With("round", running.Id.Value), running.Id);
        }

        var form = RoundForms.Start(scene, intent);
        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        var id = new RoundId(scene.Ask.Value);
        return new Does(new PlanRound(id, scene.Ask, RoundForms.DatesOf(scene, form.Values[FieldNames.Meetings])!.Value), id, PromiseSteps.Saved(Verbs.RoundStart))
        {
            Form = form,
            Openly = true,
        };
    }

    private static Does Do(Scene scene, Intent intent, Round round, Form? form) =>
        Does(scene, intent, round, RoundAsks.Of(scene, intent, round), form);

    private static Does Does(Scene scene, Intent intent, Round round, RoundCommand command, Form? form) =>
        new(command, round.Id, PromiseSteps.Saved(intent.Verb.Name)) { Form = form, Openly = IsOpen(intent.Verb.Name) };

    /// <summary>A form that could not be sent is not shown: the rule says why at once.</summary>
    private static Shows? Impossible(Scene scene, Intent intent, Round round)
    {
        // Which topic is reopened or answered may still be chosen in the form.
        if (intent.Verb.Fields.Contains(FieldNames.Component)) return null;
        return RoundViews.CannotNow(scene.Alliance, scene.Me, RoundAsks.Of(scene, intent, round), scene.Now) is { } refusal
            ? PromiseSteps.Refused(refusal, round.Id) : null;
    }
}
