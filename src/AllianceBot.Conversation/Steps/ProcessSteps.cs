using AllianceBot.Domain;
using Field = AllianceBot.Conversation.FieldNames;

namespace AllianceBot.Conversation;

/// <summary>What a verb about processes for conflicts leads to: the list, a form, a command, or why not.</summary>
internal static class ProcessSteps
{
    /// <summary>The view of what is being worked on.</summary>
    public const string Draft = "draft";

    public static bool Takes(string verb) => verb is Verbs.Processes or Verbs.StartProcess || OfOne(verb);

    /// <summary>Verbs about one process.</summary>
    public static bool OfOne(string verb) => verb is Verbs.ProcessDraft or Verbs.ChangeProcess or Verbs.ChangeRung or Verbs.AddRung
        or Verbs.MoveRung or Verbs.RemoveRung or Verbs.ProposeProcess or Verbs.DropDraft or Verbs.Ratify;

    /// <summary>Whether this person may use it at all: for help.</summary>
    public static bool NotPermitted(Scene scene, string verb) => verb switch
    {
        Verbs.Processes or Verbs.ProcessDraft => scene.Alliance.OnlyObserves(scene.Me) || !scene.Alliance.IsMember(scene.Me),
        Verbs.ProposeProcess => !May.Do(scene.Alliance, scene.Me, Act.ProposeDecision, scene.Alliance.Id),
        Verbs.Ratify => CharterForms.Partners(scene, Act.SpeakForPartner).Count == 0,
        _ => !May.Do(scene.Alliance, scene.Me, Act.DraftProcess, scene.Alliance.Id),
    };

    /// <summary>Processes that this can be said to now.</summary>
    public static ValueList<ProcessRow> Fitting(Scene scene, string verb) => !OfOne(verb) || NotPermitted(scene, verb) ? []
        : ProcessViews.List(scene.Alliance, scene.Reader).Where(row => Fits(scene, scene.Alliance.Processes[row.Id], verb)).ToValueList();

    public static Step Next(Scene scene, Intent intent)
    {
        var verb = intent.Verb.Name;
        if (NotPermitted(scene, verb)) return PromiseSteps.Refused(Refusal.NotYours);
        if (verb == Verbs.Processes) return new Shows(new ListShowing(ListKind.Processes));
        if (verb == Verbs.StartProcess) return Start(scene, intent);
        if (intent.Item is not { Kind: SubjectKind.Process } item
            || ProcessViews.Card(scene.Alliance, scene.Reader, new(item.Id)) is null) return PromiseSteps.Refused(Refusal.NotYours);
        var process = scene.Alliance.Processes[new(item.Id)];
        if (process.LastAsk == scene.Ask && process.LastBy == scene.Me) return new Shows(new ItemShowing(process.Id, Draft, new("answers.already")));
        return verb switch
        {
            Verbs.ProcessDraft => new Shows(new ItemShowing(process.Id, Draft)),
            Verbs.ProposeProcess => Propose(scene, intent, process),
            Verbs.Ratify => Ratify(scene, intent, process),
            Verbs.DropDraft => Filled(scene, intent, process, [], _ => new DropProcessDraft(process.Id, Seen(scene, process), scene.Ask), ""),
            Verbs.ChangeProcess => Edited(scene, intent, process, ProcessForms.OfProcess(scene, intent, process)),
            Verbs.AddRung => Edited(scene, intent, process, ProcessForms.OfRung(scene, intent, process)),
            _ => OnRung(scene, intent, process),
        };
    }

    private static bool Fits(Scene scene, Process process, string verb) => verb switch
    {
        Verbs.ProcessDraft => process is { Draft: not null, Dropped: false },
        Verbs.DropDraft => process is { Draft: not null, Dropped: false } && Processes.UnderWay(scene.Alliance, process.Id) is null,
        Verbs.ProposeProcess => ProcessDecider.CannotPropose(scene.Alliance, process.Id) is null,
        Verbs.Ratify => Outside(scene, process).Count > 0,
        _ => true,
    };

    private static Step Start(Scene scene, Intent intent)
    {
        var form = ProcessForms.Start(scene, intent);
        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        var kinds = ProcessForms.Kinds(form.Values[Field.Kinds]);
        var name = form.Values[Field.Name] is { Length: > 0 } said ? said : ProcessTemplates.English.NameOf(kinds[0]);
        var id = new ProcessId(scene.Ask.Value);
        return new Does(new StartProcess(id, scene.Ask, ProcessTemplates.English.Text(kinds, name, scene.Say)), id, PromiseSteps.Saved(Verbs.StartProcess))
        {
            Form = form,
            View = Draft,
        };
    }

    private static Step Propose(Scene scene, Intent intent, Process process)
    {
        if (ProcessDecider.CannotPropose(scene.Alliance, process.Id) is { } refusal && !scene.Sent) return PromiseSteps.Refused(refusal, process.Id);
        ValueList<FormField> fields =
        [
            DecisionForms.Field(scene, intent, Field.Text, FieldKind.Lines, "", required: false),
            DecisionForms.Field(scene, intent, Field.Due, FieldKind.Date, DecisionForms.Iso(DecisionForms.Later(scene)), required: true),
        ];
        var form = DecisionForms.Made(scene, intent, process.Id, process.Revision, [.. fields]);
        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        var name = process.Draft?.Name.Text ?? process.Text?.Name.Text ?? "";
        var said = form.Values[Field.Text] is { Length: > 0 } text ? text : name;
        var matter = new Matter(MatterKind.Process) { Process = process.Id };
        return DecisionSteps.Send(scene, form, new(
            scene.Say(1, name), scene.Say(2, said), DecisionMethod.AllAgree, 0, PromiseForms.DateOf(form.Values[Field.Due]) ?? default, matter));
    }

    private static Step Ratify(Scene scene, Intent intent, Process process)
    {
        var number = process.Current?.Number ?? 0;
        var read = int.TryParse(intent.Fields[Field.Version], out var version) ? version : number;
        var own = Outside(scene, process) is { Count: > 0 } outside ? outside : CharterForms.Partners(scene, Act.SpeakForPartner);
        if (number == 0) return PromiseSteps.Refused(ProcessDecider.NotInForce, process.Id);
        var partner = DecisionForms.Field(scene, intent, Field.Partner, FieldKind.Choice, own[0].Value, required: true) with
        {
            Options = own.Select(id => new Option(id.Value, scene.Alliance.Partners[id].Name.Text ?? "")).ToValueList(),
        };
        var shown = new FormField(Field.Version, FieldKind.Choice, $"{read}") { Options = [new($"{read}", $"{read}")], Required = true };
        return Filled(scene, intent, process, [partner, shown], values => new RatifyProcess(
            process.Id, Seen(scene, process), scene.Ask, read, new(values[Field.Partner] ?? "")), "");
    }

    private static Step OnRung(Scene scene, Intent intent, Process process)
    {
        var text = ProcessForms.TextOf(process);
        if (ProcessForms.Number(intent.Fields, Field.Rung) is not { } rung || rung < 1 || rung > text.Rungs.Count)
        {
            return new Shows(ProcessForms.WhichRung(scene, intent, process));
        }

        if (intent.Verb.Name == Verbs.MoveRung && ProcessForms.Number(intent.Fields, Field.Place) is { } place
            && place >= 1 && place <= text.Rungs.Count && (!scene.Sent || intent.Faults.Count == 0))
        {
            return Changed(scene, process, ProcessForms.Moved(text, rung, place), Verbs.MoveRung, null);
        }

        return Edited(scene, intent, process, intent.Verb.Name switch
        {
            Verbs.MoveRung => ProcessForms.Move(scene, intent, process, rung),
            Verbs.RemoveRung => ProcessForms.Remove(scene, intent, process, rung),
            _ => ProcessForms.OfRung(scene, intent, process),
        });
    }

    private static Step Edited(Scene scene, Intent intent, Process process, Form form) =>
        !scene.Sent || form.IsFaulty
            ? new Shows(new FormShowing(form))
            : Changed(scene, process, ProcessForms.Read(scene, intent.Verb.Name, ProcessForms.TextOf(process), form.Values), intent.Verb.Name, form);

    private static Does Changed(Scene scene, Process process, ProcessText text, string verb, Form? form) =>
        new(new ChangeProcess(process.Id, Seen(scene, process), scene.Ask, text), process.Id, PromiseSteps.Saved(verb)) { Form = form, View = Draft };

    private static Step Filled(
        Scene scene, Intent intent, Process process, ValueList<FormField> fields, Func<Filled, ProcessCommand> command, string view)
    {
        var form = DecisionForms.Made(scene, intent, process.Id, scene.Sent ? Seen(scene, process) : process.Revision, [.. fields]);
        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        return new Does(command(form.Values), process.Id, PromiseSteps.Saved(intent.Verb.Name)) { Form = form, View = view };
    }

    private static int Seen(Scene scene, Process process) => scene.Seen ?? process.Revision;

    /// <summary>The partners this person speaks for that have not ratified what holds.</summary>
    private static ValueList<PartnerId> Outside(Scene scene, Process process) => process.Current is not { } current ? []
        : CharterForms.Partners(scene, Act.SpeakForPartner).RemoveAll(current.Ratified.Contains);
}
