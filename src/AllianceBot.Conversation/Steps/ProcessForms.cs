using System.Globalization;
using AllianceBot.Domain;
using Field = AllianceBot.Conversation.FieldNames;

namespace AllianceBot.Conversation;

/// <summary>Forms about processes: one rung at a time, or all that is not a rung, filled in with what the draft says now.</summary>
internal static class ProcessForms
{
    private const string Summary = "summary";
    private const string Statements = "statements";
    private const string Everybody = "everybody";
    private const string Neutral = "neutral";

    private static readonly ValueList<string> Asked = [Summary, Statements, Everybody, Neutral];

    /// <summary>What is edited: the draft, or a copy of what holds.</summary>
    public static ProcessText TextOf(Process process) => process.Draft ?? process.Current!.Text;

    public static Form Start(Scene scene, Intent intent)
    {
        var open = ProcessViews.Uncovered(scene.Alliance);
        var first = intent.Fields[Field.Kinds] ?? $"{(open.Count > 0 ? open[0] : ConflictKind.Other)}";
        return DecisionForms.Made(scene, intent, null, 0,
        [
            OfKinds(scene, intent, first),
            DecisionForms.Field(scene, intent, Field.Name, FieldKind.Line, "", required: false),
        ]);
    }

    /// <summary>Everything but the rungs.</summary>
    public static Form OfProcess(Scene scene, Intent intent, Process process)
    {
        var text = TextOf(process);
        return DecisionForms.Made(scene, intent, process.Id, Revision(scene, process),
        [
            DecisionForms.Field(scene, intent, Field.Name, FieldKind.Line, text.Name.Text ?? "", required: true),
            OfKinds(scene, intent, string.Join(',', text.Kinds)),
            Choice(scene, intent, Field.Final, $"{text.Final}", Enum.GetNames<FinalOutcome>(), "process.final"),
            DecisionForms.Field(scene, intent, Field.Grounds, FieldKind.Lines, Joined(text.Grounds.Select(static one => one.Text)), required: false),
            DecisionForms.Field(scene, intent, Field.Responses, FieldKind.Lines, Responses(text), required: false),
            Counted(scene, intent, Field.FollowUpDays, text.FollowUpDays),
            Counted(scene, intent, Field.ProgressDays, text.NoProgressDays),
            Counted(scene, intent, Field.KeptDays, text.StatementsKeptDays),
        ]);
    }

    /// <summary>One rung, as it is or new.</summary>
    public static Form OfRung(Scene scene, Intent intent, Process process)
    {
        var text = TextOf(process);
        var number = Number(intent.Fields, Field.Rung) ?? 0;
        var rung = number >= 1 && number <= text.Rungs.Count ? text.Rungs[number - 1] : null;
        var fields = new List<FormField>();
        if (rung is not null) fields.Add(Only(Field.Rung, number, rung.Name.Text));
        fields.Add(DecisionForms.Field(scene, intent, Field.Name, FieldKind.Line, rung?.Name.Text ?? "", required: true));
        fields.Add(DecisionForms.Field(scene, intent, Field.Todo, FieldKind.Lines, rung?.Todo.Text ?? "", required: true));
        if (rung is null) fields.Add(Places(scene, intent, text.Rungs.Count + 1, AfterWhich(text)));
        fields.Add(Choice(scene, intent, Field.Attends, $"{rung?.People ?? RungPeople.Concerned}", Enum.GetNames<RungPeople>(), "process.people"));
        fields.Add(Counted(scene, intent, Field.RungDays, rung?.Days ?? 10));
        fields.Add(Asks(scene, intent, rung));
        fields.Add(Counted(scene, intent, Field.NamingDays, rung is { NameNeutralDays: > 0 } ? rung.NameNeutralDays : ProcessTemplates.NamingDays));
        fields.Add(Choice(scene, intent, Field.TimeUp, $"{rung?.TimeUp ?? WhenTimeIsUp.GoUp}", Enum.GetNames<WhenTimeIsUp>(), "process.timeup"));
        return DecisionForms.Made(scene, intent, process.Id, Revision(scene, process), fields);
    }

    public static Form Move(Scene scene, Intent intent, Process process, int rung) => DecisionForms.Made(
        scene, intent, process.Id, Revision(scene, process),
        [Only(Field.Rung, rung, TextOf(process).Rungs[rung - 1].Name.Text), Places(scene, intent, TextOf(process).Rungs.Count, rung)]);

    public static Form Remove(Scene scene, Intent intent, Process process, int rung) => DecisionForms.Made(
        scene, intent, process.Id, Revision(scene, process), [Only(Field.Rung, rung, TextOf(process).Rungs[rung - 1].Name.Text)]);

    /// <summary>The rungs as a choice; each is the sentence that could be typed.</summary>
    public static ChoiceShowing WhichRung(Scene scene, Intent intent, Process process)
    {
        var saying = new Saying(scene.Names, scene.Alliance.DateOf(scene.Now), "");
        return new(new("choices.rung"), TextOf(process).Rungs.Select((rung, at) => new Pick(
            rung.Name.Text ?? "",
            Twins.English.Sentence(new Intent(intent.Verb, process.Id, intent.Fields.With(Field.Rung, $"{at + 1}")), saying) ?? "")).ToValueList());
    }

    /// <summary>The draft as a filled form leaves it.</summary>
    public static ProcessText Read(Scene scene, string verb, ProcessText text, Filled fields)
    {
        var number = Number(fields, Field.Rung) ?? 0;
        switch (verb)
        {
            case Verbs.MoveRung:
                return Moved(text, number, Number(fields, Field.Place) ?? number);
            case Verbs.RemoveRung:
                return text with { Rungs = [.. text.Rungs.Take(number - 1), .. text.Rungs.Skip(number)] };
            case Verbs.ChangeRung:
                var changed = RungOf(scene, fields, text.Rungs[number - 1]);
                return text with { Rungs = text.Rungs.Select((rung, at) => at == number - 1 ? changed : rung).ToValueList() };
            case Verbs.AddRung:
                var at = Math.Clamp((Number(fields, Field.Place) ?? 1) - 1, 0, text.Rungs.Count);
                return text with { Rungs = [.. text.Rungs.Take(at), RungOf(scene, fields, null), .. text.Rungs.Skip(at)] };
            default:
                return Whole(scene, text, fields);
        }
    }

    /// <summary>The rung of this number at that place, and the others in their order.</summary>
    public static ProcessText Moved(ProcessText text, int rung, int place)
    {
        var moved = text.Rungs[rung - 1];
        var others = text.Rungs.Where((_, at) => at != rung - 1).ToList();
        others.Insert(Math.Clamp(place - 1, 0, others.Count), moved);
        return text with { Rungs = others.ToValueList() };
    }

    public static int? Number(Filled fields, string field) =>
        int.TryParse(fields[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Kinds by their names or by what they are called, with commas between; what is neither is left out.</summary>
    public static ValueList<ConflictKind> Kinds(string? said) => (said ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(Kind).OfType<ConflictKind>().Distinct().ToValueList();

    public static ConflictKind? Kind(string? said)
    {
        if (said is not { Length: > 0 } || char.IsAsciiDigit(said[0])) return null;
        var name = GrammarWords.English.Conflicts.TryGetValue(Tokens.Key(said), out var known) ? known : said;
        return Enum.TryParse<ConflictKind>(name, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;
    }

    /// <summary>A choice among names of ours; what is none of them is said so.</summary>
    public static FormField Choice(Scene scene, Intent intent, string field, string stands, IEnumerable<string> names, string keys)
    {
        var options = names.Select(name => new Option(name, "") { Key = $"{keys}.{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name)}" }).ToValueList();
        var made = DecisionForms.Field(scene, intent, field, FieldKind.Choice, stands, required: true) with { Options = options };
        var fits = options.FirstOrDefault(option => string.Equals(option.Value, made.Value, StringComparison.OrdinalIgnoreCase));
        return fits is not null ? made with { Value = fits.Value } : made with { Value = stands, Fault = made.Fault ?? new("values.not-known") };
    }

    public static FormField OfKinds(Scene scene, Intent intent, string stands)
    {
        var field = DecisionForms.Field(scene, intent, Field.Kinds, FieldKind.Choices, stands, required: true);
        var kinds = Kinds(field.Value);
        return field with
        {
            Value = string.Join(',', kinds),
            Fault = field.Fault ?? (kinds.Count == 0 ? new("values.not-known") : null),
            Options = Enum.GetNames<ConflictKind>().Select(static kind => new Option(kind, "") { Key = $"value.{kind}" }).ToValueList(),
        };
    }

    private static Rung RungOf(Scene scene, Filled fields, Rung? old)
    {
        var people = Enum.TryParse<RungPeople>(fields[Field.Attends], out var named) ? named : RungPeople.Concerned;
        var asks = (fields[Field.Asks] ?? "").Split(',', StringSplitOptions.TrimEntries);
        var neutral = people == RungPeople.Neutral || asks.Contains(Neutral);
        return new(Kept(scene, 1, old?.Name, fields[Field.Name]), people, Kept(scene, 2, old?.Todo, fields[Field.Todo]), Number(fields, Field.RungDays) ?? 0)
        {
            SummaryNeeded = asks.Contains(Summary),
            StatementsNeeded = asks.Contains(Statements),
            EveryoneAnswers = asks.Contains(Everybody),
            HasNeutral = neutral,
            NameNeutralDays = neutral ? Number(fields, Field.NamingDays) ?? ProcessTemplates.NamingDays : 0,
            IsFinal = people == RungPeople.AllPartners,
            TimeUp = Enum.TryParse<WhenTimeIsUp>(fields[Field.TimeUp], out var timeUp) ? timeUp : WhenTimeIsUp.GoUp,
        };
    }

    private static ProcessText Whole(Scene scene, ProcessText text, Filled fields)
    {
        var grounds = Lines(fields[Field.Grounds]).Select((line, at) => Kept(scene, at + 10, text.Grounds.FirstOrDefault(one => one.Text == line), line));
        return text with
        {
            Name = Kept(scene, 1, text.Name, fields[Field.Name]),
            Kinds = Kinds(fields[Field.Kinds]),
            Final = Enum.TryParse<FinalOutcome>(fields[Field.Final], out var final) ? final : text.Final,
            Grounds = grounds.ToValueList(),
            Responses = Steps(scene, text, Lines(fields[Field.Responses])),
            FollowUpDays = Number(fields, Field.FollowUpDays) ?? 0,
            NoProgressDays = Number(fields, Field.ProgressDays) ?? 0,
            StatementsKeptDays = Number(fields, Field.KeptDays) ?? 0,
        };
    }

    /// <summary>The table, one response a line: what is known keeps its weight, what is new is the next graver one.</summary>
    private static ValueList<ResponseStep> Steps(Scene scene, ProcessText text, List<string> lines)
    {
        var steps = new List<ResponseStep>();
        foreach (var line in lines.Take(Enum.GetValues<Response>().Length))
        {
            var least = steps.Count > 0 ? steps[^1].Response + 1 : Response.Reminder;
            var known = text.Responses.FirstOrDefault(step => step.Text.Text == line && step.Response >= least);
            if (known is null && !Enum.IsDefined(least)) break;
            steps.Add(known ?? new(least, scene.Say(30 + steps.Count, line)));
        }

        return steps.ToValueList();
    }

    /// <summary>What stayed the same keeps its entry, so that differences are true.</summary>
    private static Domain.Words Kept(Scene scene, int number, Domain.Words? old, string? text) =>
        old is not null && old.Text == text ? old : scene.Say(number, text ?? "");

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    private static string Joined(IEnumerable<string?> lines) => string.Join('\n', lines.Select(static line => line ?? ""));

    /// <summary>The table of responses, one a line from light to grave.</summary>
    private static string Responses(ProcessText text) => Joined(text.Responses.Select(static step => step.Text.Text));

    /// <summary>A new rung goes to the end, before the review where there is one.</summary>
    private static int AfterWhich(ProcessText text) => text.Rungs.Count > 0 && text.Rungs[^1].IsFinal ? text.Rungs.Count : text.Rungs.Count + 1;

    private static int Revision(Scene scene, Process process) => scene.Sent ? scene.Seen ?? process.Revision : process.Revision;

    /// <summary>An input, so that it comes back; there is nothing else to choose.</summary>
    private static FormField Only(string field, int number, string? name) =>
        new(field, FieldKind.Choice, $"{number}") { Required = true, Options = [new($"{number}", name ?? "") { Detail = $"{number}" }] };

    private static FormField Places(Scene scene, Intent intent, int most, int stands) =>
        DecisionForms.Field(scene, intent, Field.Place, FieldKind.Choice, $"{stands}", required: true) with
        {
            Options = Enumerable.Range(1, most).Select(static place => new Option($"{place}", $"{place}")).ToValueList(),
        };

    private static FormField Asks(Scene scene, Intent intent, Rung? rung)
    {
        var stands = rung is null ? [Summary] : Asked.Where(one => one switch
        {
            Summary => rung.SummaryNeeded,
            Statements => rung.StatementsNeeded,
            Everybody => rung.EveryoneAnswers,
            _ => rung.HasNeutral,
        });
        return DecisionForms.Field(scene, intent, Field.Asks, FieldKind.Choices, string.Join(',', stands), required: false) with
        {
            Options = Asked.Select(static one => new Option(one, "") { Key = $"process.asks.{one}" }).ToValueList(),
        };
    }

    private static FormField Counted(Scene scene, Intent intent, string name, int stands)
    {
        var field = DecisionForms.Field(scene, intent, name, FieldKind.Line, $"{stands}", required: true);
        return field.Value.Length > 0 && (field.Value.Length > 4 || !field.Value.All(char.IsAsciiDigit))
            ? field with { Fault = new("values.not-known") } : field;
    }
}
