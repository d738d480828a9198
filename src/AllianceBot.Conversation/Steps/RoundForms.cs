using AllianceBot.Domain;
using NodaTime;
using Field = AllianceBot.Conversation.FieldNames;

namespace AllianceBot.Conversation;

/// <summary>Forms about a round: one field per field of the verb, filled in with what was understood.</summary>
internal static class RoundForms
{
    /// <summary>The six topics as one choice; each is a sentence that can be typed.</summary>
    public static ChoiceShowing WhichTopic() => new(new("choices.topic"), Enumerable.Range(1, ComponentKinds.Count)
        .Select(static number => new Pick("", $"{GrammarWords.English.FirstPhrase[Verbs.RoundTalk]} {number}") { Key = $"component.{number}" }).ToValueList());

    public static Form Start(Scene scene, Intent intent)
    {
        var dates = DatesOf(scene, intent.Fields[Field.Meetings]);
        var field = DecisionForms.Field(scene, intent, Field.Meetings, FieldKind.Line, "", required: false);
        return DecisionForms.Made(scene, intent, null, 0, [field with { Fault = dates is null ? new("values.not-known") : field.Fault }]);
    }

    /// <summary>Whether something is still to be filled in before it can be done.</summary>
    public static bool Wants(Scene scene, Intent intent, Round round)
    {
        var fields = intent.Fields;
        if (intent.Faults.Count > 0) return true;
        return intent.Verb.Name switch
        {
            Verbs.RoundGather => Way(fields[Field.Way]) is null,
            Verbs.RoundShow => round.Current is { State: ComponentState.Gathering } current && Hearing.Missing(round, current).Except(Partners(scene, fields[Field.Without])).Any(),
            Verbs.RoundRecord => !scene.Typed || fields[Field.Text] is null || NotNamed(scene, fields, round),
            Verbs.RoundStrike => fields[Field.Line] is null,
            Verbs.RoundHere or Verbs.RoundHeard => People(scene, fields[Field.People]).Count == 0,
            Verbs.RoundSay => fields[Field.Text] is null && fields[Field.Number] is null,
            Verbs.RoundAgreement or Verbs.RoundGoal or Verbs.RoundIndicator => fields[Field.Text] is null,
            _ => intent.Verb.Does is VerbDoes.Fills or VerbDoes.ActsOrFills,
        };
    }

    public static Form Of(Scene scene, Intent intent, Round round)
    {
        var fields = intent.Verb.Fields.Select(name => OfField(scene, intent, name, round)).OfType<FormField>().ToList();
        return DecisionForms.Made(scene, intent, round.Id, scene.Sent ? scene.Seen ?? round.Revision : round.Revision, fields);
    }

    /// <summary>The promise that was said in the room: asked of one person, for a partner that will confirm it.</summary>
    public static Terms? Terms(Scene scene, Filled fields)
    {
        if (PromiseForms.Person(fields[Field.Person]) is not { } doer || scene.Alliance.PartnersOf(doer) is not { Count: > 0 } own) return null;
        var text = fields[Field.Text] ?? "";
        var title = text.Length <= Limits.Name ? text : string.Concat(text.AsSpan(0, Limits.Name - 1), "\u2026");
        return new(
            scene.Say(2, title), scene.Say(3, fields[Field.DoneWhen] is { Length: > 0 } done ? done : text), PromiseForms.DateOf(fields[Field.Due]) ?? default,
            own[0], doer, new(fields[Field.Partner] ?? ""), null, null);
    }

    /// <summary>The way that was chosen or typed; null while it is not clear.</summary>
    public static GatherWay? Way(string? text)
    {
        var words = (text ?? "").ToLowerInvariant();
        foreach (var (phrase, way) in GrammarWords.English.Ways)
        {
            if (words == phrase || words.StartsWith($"{phrase} ", StringComparison.Ordinal)) return Enum.Parse<GatherWay>(way);
        }

        return null;
    }

    /// <summary>The partners in a list of ids, or of names with commas or "and" between.</summary>
    public static ValueList<PartnerId> Partners(Scene scene, string? text) => Named(scene, text)
        .Select(who => who.Kind == SubjectKind.Partner ? new PartnerId(who.Id) : scene.Names.PartnerOf(who)).OfType<PartnerId>().Distinct().ToValueList();

    /// <summary>The people in a list of ids or names.</summary>
    public static ValueList<PersonId> People(Scene scene, string? text) => Named(scene, text)
        .Where(static who => who.Kind == SubjectKind.Person).Select(static who => new PersonId(who.Id)).Distinct().ToValueList();

    /// <summary>Dates with commas between, each as dates are typed; null when one cannot be read.</summary>
    public static ValueList<LocalDate>? DatesOf(Scene scene, string? text)
    {
        var dates = ValueList<LocalDate>.Empty;
        var reader = new Dates(GrammarWords.English.Dates, scene.Alliance.DateOf(scene.Now), "");
        foreach (var part in (text ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (PromiseForms.DateOf(part) is { } iso) dates = dates.Add(iso);
            else if (reader.Whole(part) is { Date: { } date }) dates = dates.Add(date);
            else return null;
        }

        return dates;
    }

    private static IEnumerable<Subject> Named(Scene scene, string? text)
    {
        foreach (var part in (text ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pieces = scene.Names.Find(Tokens.Key(part)).Count > 0
                ? [part]
                : part.Split(GrammarWords.English.And.Select(static word => $" {word} ").ToArray(), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            foreach (var piece in pieces)
            {
                if (scene.Names.Find(Subject.Parse(piece) is null ? Tokens.Key(piece) : piece) is [var one]) yield return one.Who;
            }
        }
    }

    private static bool NotNamed(Scene scene, Filled fields, Round round) => round.Current is { } current && Hearing.Missing(round, current)
        .Except(Partners(scene, fields[Field.PassedBy])).Except(Partners(scene, fields[Field.NotHeard])).Any();

    private static FormField? OfField(Scene scene, Intent intent, string name, Round round)
    {
        var current = round.Current;
        return name switch
        {
            Field.Way => Choice(scene, intent, name, Enum.GetValues<GatherWay>().Select(static way => new Option($"{way}", "") { Key = $"option.way.{Keys.Of(way)}" }), "") with
            {
                Value = Way(intent.Fields[name]) is { } way ? $"{way}" : "",
            },
            Field.Named or Field.FacilitatorReads or Field.AsksNumber or Field.ReadOut or Field.Passes =>
                new(name, FieldKind.Toggle, intent.Fields[name] ?? (name == Field.Named && !scene.Sent ? "true" : "false")),
            Field.Without => Several(intent, name, PartnersOf(scene, current is null ? [] : Hearing.Missing(round, current)), Partners(scene, intent.Fields[name]).Select(static one => $"partner:{one}")),
            Field.PassedBy or Field.NotHeard when current is null || Hearing.Missing(round, current).Count == 0 => null,
            Field.PassedBy or Field.NotHeard =>
                Several(intent, name, PartnersOf(scene, Hearing.Missing(round, current)), Partners(scene, intent.Fields[name]).Select(static one => $"partner:{one}")),
            Field.People => Several(intent, name, PeopleOf(scene, round).Select(static option => option with { Value = $"person:{option.Value}" }), Stands(scene, intent, round)),
            Field.Person or Field.ToldBy => Choice(scene, intent, name, PeopleOf(scene, round), ""),
            Field.Partner when intent.Verb.Name == Verbs.RoundPromise => Choice(scene, intent, name, PartnersOf(scene, Hearing.Asked(round)).Select(Bare), ""),
            Field.Partner => OwnPartner(scene, intent, round),
            Field.Indicator => Choice(scene, intent, name, RoundIndicators.Of(scene.Alliance, round).Select(static one => new Option(one.Key, one.Name ?? "")), ""),
            Field.Component => Choice(
                scene, intent, name, round.Components.Where(static one => one.IsRecorded).Select(static one => new Option($"{one.Number}", "") { Key = $"component.{one.Number}" }),
                RoundAsks.Answered(scene, intent, round) is > 0 and var number ? $"{number}" : ""),
            Field.Line => Choice(scene, intent, name, round.Lines.Where(line => !line.Struck && line.Component == current?.Number)
                .Select(static line => new Option($"{line.Number}", line.Text.Text ?? "")), ""),
            Field.Number when current?.Gathering is not { AsksNumber: true } => null,
            Field.Number => Choice(scene, intent, name, Enumerable.Range(1, 5).Select(static value => new Option($"{value}", "") { Key = $"option.number.{value}" }), "", required: false),
            Field.Due when intent.Verb.Name == Verbs.RoundRecord && !IsLast(round) => null,
            Field.Due => DecisionForms.Field(scene, intent, name, FieldKind.Date, Day(scene, intent.Verb.Name), IsDated(intent.Verb.Name)),
            Field.DoneWhen or Field.Note => DecisionForms.Field(scene, intent, name, FieldKind.Lines, "", required: false),
            Field.Text when intent.Verb.Name is Verbs.RoundTold or Verbs.RoundSay => DecisionForms.Field(scene, intent, name, FieldKind.Lines, "", required: false),
            Field.Text when intent.Verb.Name == Verbs.RoundRecord =>
                DecisionForms.Field(scene, intent, name, FieldKind.Lines, "", !round.Lines.Any(line => !line.Struck && line.Component == current?.Number)),
            _ => DecisionForms.Field(scene, intent, name, FieldKind.Lines, "", required: true),
        };
    }

    private static bool IsLast(Round round) => round.Components.Count(static component => !component.IsRecorded) == 1;

    private static bool IsDated(string verb) => verb is Verbs.RoundPark or Verbs.RoundPromise;

    /// <summary>What is parked or promised is due in two weeks, a round is looked at again in half a year.</summary>
    private static string Day(Scene scene, string verb) => verb switch
    {
        Verbs.RoundPark or Verbs.RoundPromise => DecisionForms.Iso(Calendars.Of(scene.Alliance).AddWorkdays(scene.Alliance.DateOf(scene.Now), 10)),
        Verbs.RoundRecord => DecisionForms.Iso(RoundViews.UsualReview(scene.Alliance, scene.Now)),
        _ => "",
    };

    private static FormField? OwnPartner(Scene scene, Intent intent, Round round)
    {
        var own = Hearing.Asked(round).RemoveAll(partner => !scene.Alliance.IsOf(scene.Me, partner));
        return own.Count < 2 ? null : Choice(scene, intent, Field.Partner, PartnersOf(scene, own).Select(Bare), "");
    }

    /// <summary>Who is here stands filled in; who was heard is chosen anew each time.</summary>
    private static IEnumerable<string> Stands(Scene scene, Intent intent, Round round) => intent.Fields[Field.People] is { } given
        ? People(scene, given).Select(static one => $"person:{one}")
        : intent.Verb.Name == Verbs.RoundHere && !scene.Sent ? round.Present.Select(static one => $"person:{one}") : [];

    private static IEnumerable<Option> PeopleOf(Scene scene, Round round) =>
        from partner in Hearing.Asked(round)
        from person in scene.Alliance.People
        where !person.Left && scene.Alliance.IsOf(person.Id, partner)
        select new Option(person.Id.Value, person.Name.Text ?? "") { Detail = scene.Alliance.Partners[partner].Name.Text ?? "" };

    private static IEnumerable<Option> PartnersOf(Scene scene, ValueList<PartnerId> partners) =>
        partners.Select(partner => new Option($"partner:{partner}", scene.Alliance.Partners[partner].Name.Text ?? ""));

    private static Option Bare(Option option) => option with { Value = option.Value[(option.Value.IndexOf(':', StringComparison.Ordinal) + 1)..] };

    private static FormField Choice(Scene scene, Intent intent, string name, IEnumerable<Option> options, string stands, bool required = true) =>
        DecisionForms.Field(scene, intent, name, FieldKind.Choice, stands, required) with { Options = options.Take(Limits.List).DistinctBy(static one => one.Value).ToValueList() };

    private static FormField Several(Intent intent, string name, IEnumerable<Option> options, IEnumerable<string> chosen) =>
        new(name, FieldKind.Choices, string.Join(',', chosen))
        {
            Options = options.Take(Limits.List).DistinctBy(static one => one.Value).ToValueList(),
            Fault = intent.Faults.FirstOrDefault(fault => fault.Field == name)?.Why,
        };
}
