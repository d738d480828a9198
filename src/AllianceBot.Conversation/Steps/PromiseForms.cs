using System.Text.Json;
using AllianceBot.Domain;
using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Conversation;

/// <summary>Forms about promises: the domain's form with what was understood laid over it.</summary>
internal static class PromiseForms
{
    /// <summary>The form as it is shown or was sent; null if this person may not send it now.</summary>
    public static Form? Of(Scene scene, CommitmentFormKind kind, CommitmentId? id, Intent intent, string draft)
    {
        var form = CommitmentViews.Form(scene.Alliance, scene.Me, kind, id, Draft(kind, intent.Fields), scene.Now);
        if (form is null) return null;
        var made = new Form(
            intent.Verb.Name, draft, id is { } item ? item : (Subject?)null, scene.Sent ? scene.Seen ?? form.Revision : form.Revision,
            form.Fields.Select(field => Field(scene, field, intent)).ToValueList())
        {
            Promise = form,
            Link = MessageLinks.Read(intent.Fields[FieldNames.Link]),
            Warnings = [.. form.Clause is { } clause ? (ValueList<Said>)[new Said("form.fence").Quoting("clause", clause)] : [], .. SeriesNotes.Of(form), .. EffortNotes.Of(form)],
        };
        return made.IsFaulty ? made with { Lead = new("form.look-again") } : made;
    }

    public static string Name(CommitmentField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());

    public static LocalDate? DateOf(string? iso) =>
        iso is not null && LocalDatePattern.Iso.Parse(iso) is { Success: true } date ? date.Value : null;

    public static PersonId? Person(string? id) => string.IsNullOrEmpty(id) ? null : new PersonId(id);

    /// <summary>A whole number; null for none and for nothing.</summary>
    public static int? Amount(string? text) => int.TryParse(text, out var number) && number > 0 ? number : null;

    /// <summary>What has to come with a report; null when nothing was said.</summary>
    public static EvidenceKind? EvidenceOf(string? code) => code switch
    {
        null => null,
        "link" => EvidenceKind.Link,
        "number" => EvidenceKind.Number,
        "file" => EvidenceKind.File,
        _ => EvidenceKind.None,
    };

    private static FormField Field(Scene scene, FieldView given, Intent intent)
    {
        var name = Name(given.Field);
        // What a verb does not take ("more time" takes a date and a reason) is shown as it stands: nobody would read what came of it.
        var view = intent.Verb.Fields.Contains(name) ? given : given with { Fixed = true };
        var value = Value(scene, view, name, intent);

        // "no goal" is typed where "none" would be chosen.
        if (name == FieldNames.Goal && view.Required && intent.Fields[name] is "") value = CommitmentForms.NoGoal;
        var fault = intent.Faults.FirstOrDefault(fault => fault.Field == name)?.Why;
        if (fault is null && scene.Sent && view.Required && value.Length == 0) fault = new("field.missing");
        return new(name, view.Fixed ? FieldKind.Fixed : KindOf(view.Input, name), value)
        {
            Required = view.Required,
            Seldom = !view.Required && view.Field is CommitmentField.Repeats or CommitmentField.Until or CommitmentField.Estimate
                or CommitmentField.Evidence or CommitmentField.DependsOn or CommitmentField.Spent,
            Most = view.Input == FieldInput.Line ? view.MaxLength : 0,
            Options = view.Choices.Count < Limits.List
                ? view.Choices.Select(choice => Option(view.Field, choice)).ToValueList()
                : SetUpForms.Chosen(scene, name, value, view.Choices.Select(choice => Option(view.Field, choice)).ToValueList()),
            Fault = fault,
        };
    }

    /// <summary>What is fixed stays; what was sent counts as sent, empty ones too; else what was understood, else what stands.</summary>
    private static string Value(Scene scene, FieldView view, string name, Intent intent)
    {
        if (view.Fixed) return view.Value ?? "";
        if (scene.Sent && view.Input != FieldInput.YesNo) return intent.Fields[name] ?? "";
        var given = intent.Fields[name] ?? view.Value ?? "";
        return view.Input == FieldInput.Choice && view.Choices.All(choice => choice.Value != given) && view.Choices.Count < Limits.List
            ? view.Value ?? "" : given;
    }

    private static FieldKind KindOf(FieldInput input, string name) => input switch
    {
        FieldInput.Line => FieldKind.Line,
        FieldInput.Date => FieldKind.Date,
        FieldInput.Choice => FieldKind.Choice,
        FieldInput.YesNo => FieldKind.Toggle,
        _ => name == FieldNames.What ? FieldKind.Line : FieldKind.Lines,
    };

    /// <summary>What has no name of its own has words of ours: "option.doer.none", "option.to.kept".</summary>
    private static Option Option(CommitmentField field, Choice choice) => choice.Text is { } text
        ? new(choice.Value, text)
        : new(choice.Value, "") { Key = $"option.{Name(field)}.{(choice.Value.Length == 0 ? "none" : choice.Value)}" };

    private static CommitmentDraft Draft(CommitmentFormKind kind, Filled fields)
    {
        var offers = kind == CommitmentFormKind.Offer;
        var isNew = offers || kind == CommitmentFormKind.Request;
        return new()
        {
            What = fields[FieldNames.What],
            DoneWhen = fields[FieldNames.DoneWhen],
            Due = DateOf(fields[FieldNames.Due]),
            Goal = fields[FieldNames.Goal] is { Length: > 0 } goal && goal != CommitmentForms.NoGoal ? new GoalId(goal) : null,
            Said = fields[FieldNames.Reason] ?? fields[FieldNames.Note],
            Repeats = fields[FieldNames.Repeats],
            Until = DateOf(fields[FieldNames.Until]),
            Estimate = Amount(fields[FieldNames.Estimate]),
            Spent = Amount(fields[FieldNames.Spent]),
            Evidence = EvidenceOf(fields[FieldNames.Evidence]),
            On = fields[FieldNames.DependsOn] is { Length: > 0 } on ? new CommitmentId(on) : null,
            Proof = fields[FieldNames.Proof],
            Other = isNew ? Partner(fields[offers ? FieldNames.ReceiverPartner : FieldNames.DoerPartner]) : null,
            Own = isNew ? Partner(fields[offers ? FieldNames.DoerPartner : FieldNames.ReceiverPartner]) : null,
            Person = Person(isNew ? fields[offers ? FieldNames.Receiver : FieldNames.Doer] : fields[FieldNames.Person]),
        };
    }

    private static PartnerId? Partner(string? id) => string.IsNullOrEmpty(id) ? null : new PartnerId(id);
}
