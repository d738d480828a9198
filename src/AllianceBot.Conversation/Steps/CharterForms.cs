using System.Globalization;
using AllianceBot.Domain;
using Field = AllianceBot.Conversation.FieldNames;

namespace AllianceBot.Conversation;

/// <summary>Forms about the charter: short sections that fit a phone, filled in with what the draft says now.</summary>
internal static class CharterForms
{
    /// <summary>Sections that are edited one by one.</summary>
    private static readonly CharterSection[] Single =
    [
        CharterSection.Purpose, CharterSection.Goals, CharterSection.Does, CharterSection.DoesNot, CharterSection.Ways, CharterSection.Risks,
        CharterSection.Funding, CharterSection.RecordUse, CharterSection.Host, CharterSection.Operator, CharterSection.Leaving,
    ];

    public static CharterSection? Section(Intent intent) =>
        Enum.TryParse<CharterSection>(intent.Fields[Field.Section], out var section) && Single.Contains(section) ? section : null;

    /// <summary>All that can be written in, as one choice; each is a sentence that can be typed.</summary>
    public static ChoiceShowing WhichSection(Scene scene) => new(new("choices.section"),
    [
        .. Single.Select(static section => new Pick("", $"{First(Verbs.EditCharter)} {Words(section)}") { Key = $"charter.{Keys.Of(section)}" }),
        .. Partners(scene, Act.DraftPart).Count == 0 ? [] : (ValueList<Pick>)
        [
            new("", First(Verbs.CharterPart)) { Key = "choices.section.part" },
            new("", First(Verbs.CharterOutside)) { Key = "choices.section.outside" },
        ],
        new("", First(Verbs.CharterKeeping)) { Key = "choices.section.keeping" },
    ]);

    public static Form Of(Scene scene, Intent intent)
    {
        var fields = new List<FormField>();
        foreach (var name in intent.Verb.Fields)
        {
            if (OfField(scene, intent, name) is { } field) fields.Add(field);
        }

        if (intent.Verb.Name is Verbs.AddPartner or Verbs.RemovePartner)
        {
            fields.Add(DecisionForms.Field(scene, intent, Field.Text, FieldKind.Lines, "", required: false));
            fields.Add(DecisionForms.Field(scene, intent, Field.Due, FieldKind.Date, DecisionForms.Iso(DecisionForms.Later(scene)), required: true));
        }

        return DecisionForms.Made(scene, intent, null, 0, fields);
    }

    /// <summary>The partners for which this person may do this.</summary>
    public static ValueList<PartnerId> Partners(Scene scene, Act act) => scene.Alliance.Partners
        .Where(partner => May.Do(scene.Alliance, scene.Me, act, partner.Id)).Select(static partner => partner.Id).ToValueList();

    /// <summary>The rules with what the form says; what cannot be read stays.</summary>
    public static Settings SettingsOf(Scene scene, Filled fields)
    {
        var now = scene.Alliance.Settings;
        var hours = HourText.Range(fields[Field.AskHours] ?? "", ofDay: true);
        return now with
        {
            AnswerByDays = Of(Field.AnswerDays, now.AnswerByDays),
            ChangeAnswerByDays = Of(Field.ChangeDays, now.ChangeAnswerByDays),
            AcceptByDays = Of(Field.AcceptDays, now.AcceptByDays),
            CheckInLeadDays = Of(Field.LeadDays, now.CheckInLeadDays),
            OverdueGraceDays = Of(Field.OverdueDays, now.OverdueGraceDays),
            CorrectionDays = Of(Field.CorrectionDays, now.CorrectionDays),
            ReworkGraceDays = Of(Field.ReworkDays, now.ReworkGraceDays),
            OverdueEveryDays = Of(Field.OverdueEvery, now.OverdueEveryDays),
            CounterRounds = Of(Field.CounterRounds, now.CounterRounds),
            PromptsPerDay = Of(Field.PromptsDay, now.PromptsPerDay),
            AskFrom = hours?.From ?? now.AskFrom,
            QuietFrom = hours?.Until ?? now.QuietFrom,
            PromisesSeenByAll = fields[Field.SeenByAll] is { } all ? all == "true" : now.PromisesSeenByAll,
        };

        int Of(string field, int stands) => Number(fields, field) ?? stands;
    }

    /// <summary>What is written in the draft.</summary>
    public static CharterEdit Edit(Scene scene, Intent intent, PartnerId partner)
    {
        var fields = intent.Fields;
        var draft = CharterFold.DraftOf(scene.Alliance);
        return intent.Verb.Name switch
        {
            Verbs.CharterPart => new()
            {
                Parts =
                [
                    .. Part(1, CharterSection.Keeps, Field.Keeps), .. Part(2, CharterSection.Gives, Field.Gives), .. Part(3, CharterSection.Gets, Field.Gets),
                ],
                Budgets = Number(fields, Field.StaffHours) is { } hours ? [new(partner, hours)] : [],
            },
            Verbs.CharterOutside => new()
            {
                Parts =
                [
                    .. Part(1, CharterSection.Requirements, Field.Requirements), .. Part(2, CharterSection.Worry, Field.Worry),
                    .. Part(3, CharterSection.Answer, Field.WorryAnswer),
                ],
            },
            Verbs.CharterKeeping => new()
            {
                Retention = new(Number(fields, Field.KeepPromises), Number(fields, Field.KeepDecisions), Number(fields, Field.KeepPeople)) { Talks = Number(fields, Field.KeepTalks) },
            },
            _ => CharterLists.Edit(scene, Section(intent)!.Value, draft, fields[Field.Text] ?? ""),
        };

        ValueList<CharterPart> Part(int number, CharterSection section, string field)
        {
            var old = CharterFold.Text(draft, section, partner);
            var text = fields[field] ?? "";
            return text == (old?.Text ?? "") ? [] : [new(section, partner, scene.SayIf(number, text))];
        }
    }

    private static FormField? OfField(Scene scene, Intent intent, string name)
    {
        var draft = CharterFold.DraftOf(scene.Alliance);
        var now = scene.Alliance.Settings;
        return name switch
        {
            // An input, so that it comes back with the text; there is nothing else to choose.
            Field.Section => new FormField(name, FieldKind.Choice, $"{Section(intent)}")
            {
                Required = true,
                Options = [new($"{Section(intent)}", "") { Key = $"charter.{Keys.Of(Section(intent)!.Value)}" }],
            },
            Field.Text when intent.Verb.Name == Verbs.EditCharter => Lines(CharterLists.TextOf(scene, Section(intent)!.Value, draft)),
            Field.Text => DecisionForms.Field(
                scene, intent, name, FieldKind.Lines, intent.Verb.Name == Verbs.OwnTerms ? Own(scene, intent) : "", intent.Verb.Name == Verbs.OwnTerms),
            Field.Keeps => Lines(Text(CharterSection.Keeps)),
            Field.Gives => Lines(Text(CharterSection.Gives)),
            Field.Gets => Lines(Text(CharterSection.Gets)),
            Field.Requirements => Lines(Text(CharterSection.Requirements)),
            Field.Worry => Lines(Text(CharterSection.Worry)),
            Field.WorryAnswer => Lines(Text(CharterSection.Answer)),
            Field.StaffHours => Counted($"{draft.Budgets.FirstOrDefault(one => one.Partner == PartnerOf(scene, intent))?.Hours}"),
            Field.KeepPromises => Counted($"{draft.Retention.Promises}"),
            Field.KeepDecisions => Counted($"{draft.Retention.Decisions}"),
            Field.KeepTalks => Counted($"{draft.Retention.Talks}"),
            Field.KeepPeople => Counted($"{draft.Retention.People}"),
            Field.AnswerDays => Counted($"{now.AnswerByDays}"),
            Field.ChangeDays => Counted($"{now.ChangeAnswerByDays}"),
            Field.AcceptDays => Counted($"{now.AcceptByDays}"),
            Field.LeadDays => Counted($"{now.CheckInLeadDays}"),
            Field.OverdueDays => Counted($"{now.OverdueGraceDays}"),
            Field.CorrectionDays => Counted($"{now.CorrectionDays}"),
            Field.ReworkDays => Counted($"{now.ReworkGraceDays}"),
            Field.OverdueEvery => Counted($"{now.OverdueEveryDays}"),
            Field.CounterRounds => Counted($"{now.CounterRounds}"),
            Field.PromptsDay => Counted($"{now.PromptsPerDay}"),
            Field.AskHours => Hours(HourText.Of(now.AskFrom, now.QuietFrom)),
            Field.SeenByAll => new(name, FieldKind.Toggle, intent.Fields[name] ?? (now.PromisesSeenByAll ? "true" : "false")),
            Field.Due when intent.Verb.Name == Verbs.Rules && scene.Alliance.Charter.Current is null => null,
            Field.Due => DecisionForms.Field(scene, intent, name, FieldKind.Date, DecisionForms.Iso(DecisionForms.Later(scene)), required: true),
            Field.Goal => WhichGoal(scene, intent),
            // An input, so that a yes is a yes to the version that was before one's eyes.
            Field.Version => DecisionForms.Field(scene, intent, name, FieldKind.Choice, $"{scene.Alliance.Charter.Versions.Count}", required: true) is var version
                ? version with { Options = [new(version.Value, version.Value)] } : null,
            Field.Partner => Partner(scene, intent),
            Field.Name => DecisionForms.Field(scene, intent, name, FieldKind.Line, "", required: true),
            Field.PartnerKind => DecisionForms.Field(scene, intent, name, FieldKind.Choice, nameof(PartnerKind.CommunityBased), required: true) with
            {
                Options = Enum.GetValues<PartnerKind>().Select(static kind => new Option(kind.ToString(), "") { Key = $"kind.{Keys.Of(kind)}" }).ToValueList(),
            },
            _ => null,
        };

        string Text(CharterSection section) => CharterFold.Text(draft, section, PartnerOf(scene, intent))?.Text ?? "";
        FormField Lines(string stands) => DecisionForms.Field(scene, intent, name, FieldKind.Lines, stands, required: false);
        FormField Hours(string stands) => DecisionForms.Field(scene, intent, name, FieldKind.Line, stands, required: false) is var field
            && field.Value.Length > 0 && HourText.Range(field.Value, ofDay: true) is null ? field with { Fault = new("values.not-known") } : field;
        FormField Counted(string stands) => DecisionForms.Field(scene, intent, name, FieldKind.Line, stands, required: false) is var field
            && field.Value.Length > 0 && (field.Value.Length > 4 || !field.Value.All(char.IsAsciiDigit))
                ? field with { Fault = new("values.not-known") } : field;
    }

    /// <summary>A goal in the wording that stands now: a yes to another wording is none to this one.</summary>
    private static FormField WhichGoal(Scene scene, Intent intent)
    {
        var goals = GoalsOf(scene.Alliance);
        var field = DecisionForms.Field(scene, intent, Field.Goal, FieldKind.Choice, goals is [var only] ? Worded(only) : "", required: true);
        // Typed, it is the goal alone.
        if (goals.FirstOrDefault(goal => goal.Id.Value == field.Value) is { } named) field = field with { Value = Worded(named) };
        return field with { Options = goals.Select(static goal => new Option(Worded(goal), goal.Text.Text ?? "")).ToValueList() };
    }

    /// <summary>The alliance's goals, then those that are new in the charter's draft, by the numbers that people type.</summary>
    public static ValueList<Goal> GoalsOf(Alliance alliance) => alliance.Charter.Draft is null
        ? alliance.Goals
        : [.. alliance.Goals, .. CharterFold.DraftOf(alliance).Goals.Where(drafted => !alliance.Goals.Any(goal => goal.Id == drafted.Id))];

    private static string Worded(Goal goal) => $"{goal.Id}|{goal.Text.Id}";

    /// <summary>The goal and the wording that a form says.</summary>
    public static (GoalId Goal, string? Wording) GoalOf(Filled fields) =>
        (fields[Field.Goal] ?? "").Split('|', 2) is [var goal, var wording] ? (new(goal), wording) : (new(fields[Field.Goal] ?? ""), null);

    /// <summary>The own partner; who may write for several chooses. A partner that goes may be any.</summary>
    private static FormField Partner(Scene scene, Intent intent)
    {
        var all = intent.Verb.Name == Verbs.RemovePartner
            ? scene.Alliance.Partners.Where(static partner => !partner.Left).Select(static partner => partner.Id).ToValueList()
            : Partners(scene, ActOf(intent.Verb.Name));
        var field = DecisionForms.Field(
            scene, intent, Field.Partner, FieldKind.Choice, PartnerOf(scene, intent)?.Value ?? "", required: true) with
        {
            Options = all.Take(Limits.List).Select(id => new Option(id.Value, scene.Alliance.Partners[id].Name.Text ?? "")).ToValueList(),
        };
        return all is [var only] && intent.Verb.Name != Verbs.RemovePartner ? field with { Kind = FieldKind.Fixed, Value = only.Value, Fault = null } : field;
    }

    private static PartnerId? PartnerOf(Scene scene, Intent intent)
    {
        if (intent.Fields[Field.Partner] is { Length: > 0 } named) return new PartnerId(named);
        if (intent.Verb.Name == Verbs.RemovePartner) return null;
        var own = Partners(scene, ActOf(intent.Verb.Name));
        return own.FirstOrDefault(partner => scene.Names.IsOwn(partner)) is { Value: not null } mine ? mine : own.Count > 0 ? own[0] : null;
    }

    private static Act ActOf(string verb) => verb is Verbs.CharterPart or Verbs.CharterOutside ? Act.DraftPart : Act.SpeakForPartner;

    private static string Own(Scene scene, Intent intent) =>
        scene.Alliance.Charter.OwnTerms.FirstOrDefault(terms => terms.Partner == PartnerOf(scene, intent))?.Terms.Text ?? "";

    private static int? Number(Filled fields, string field) =>
        int.TryParse(fields[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string First(string verb) => GrammarWords.English.FirstPhrase[verb];

    private static string Words(CharterSection section) =>
        GrammarWords.English.Sections.First(entry => entry.Value == section.ToString()).Key;
}
