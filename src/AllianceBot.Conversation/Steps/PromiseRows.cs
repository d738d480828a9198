using AllianceBot.Domain;
using NodaTime;
using Field = AllianceBot.Conversation.FieldNames;

namespace AllianceBot.Conversation;

/// <summary>
/// Promises that come with something else, a settlement or an outcome: on the form a few rows of inputs, and typed (or past
/// the rows) one line each: what | who does it | who receives it | by when, and after that, if wanted, how anyone can tell
/// that it is done.
/// </summary>
internal static class PromiseRows
{
    /// <summary>Rows with inputs of their own; more fit as lines.</summary>
    public const int Rows = 2;

    /// <summary>People that are offered to choose from; among more their name is typed, so that the card stays small.</summary>
    public const int MostChoices = 12;

    /// <summary>The inputs of one row.</summary>
    private static readonly string[] Parts = [Field.What, Field.DoneWhen, Field.Doer, Field.Receiver, Field.Due];

    /// <summary>Every input of the rows: "what1", "doer1" and so on.</summary>
    public static IEnumerable<string> Names { get; } = [.. Enumerable.Range(1, Rows).SelectMany(static row => Parts.Select(part => Name(part, row)))];

    /// <summary>Which input of a row it is, and of which; null for other fields.</summary>
    public static (string Part, int Row)? Of(string field) =>
        field.Length > 1 && field[^1] - '0' is >= 1 and <= Rows and var row && Array.IndexOf(Parts, field[..^1]) >= 0 ? (field[..^1], row) : null;

    /// <summary>The rows, what is wrong with them, and the lines beneath.</summary>
    /// <param name="sides">Who can do or receive something.</param>
    /// <param name="open">Rows that stand open; the others wait behind "more".</param>
    public static IEnumerable<FormField> Fields(Scene scene, Intent intent, PromiseSides sides, int open)
    {
        for (var row = 1; row <= Rows; row++)
        {
            var begun = Parts.Any(part => !string.IsNullOrWhiteSpace(intent.Fields[Name(part, row)]));
            foreach (var part in Parts) yield return Input(scene, intent, sides, part, row, begun) with { Seldom = row > open && !begun };
        }

        var lines = DecisionForms.Field(scene, intent, Field.Promises, FieldKind.Lines, "", required: false) with { Seldom = true };
        yield return Read(scene, intent.Fields, sides).Unread is { } line
            ? lines with { Fault = new Said("case.promise-unread").Quoting("typed", Clean.Short(line)) }
            : lines;
    }

    /// <summary>The promises, those of the rows first, and the first line that cannot be read.</summary>
    public static (ValueList<SaidPromise> Promises, string? Unread) Read(Scene scene, Filled fields, PromiseSides sides)
    {
        var promises = new List<SaidPromise>();
        for (var row = 1; row <= Rows; row++)
        {
            string Said(string part) => fields[Name(part, row)]?.Trim() ?? "";
            if (sides.Find(scene, Said(Field.Doer)) is not { } doer || sides.Find(scene, Said(Field.Receiver)) is not { } receiver) continue;
            if (PromiseForms.DateOf(Said(Field.Due)) is { } due && Said(Field.What) is { Length: > 0 } what) promises.Add(Made(scene, promises.Count, what, Said(Field.DoneWhen), doer, receiver, due));
        }

        foreach (var line in (fields[Field.Promises] ?? "").Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Line(scene, sides, line, promises.Count) is not { } promise) return (promises.ToValueList(), line);
            promises.Add(promise);
        }

        return (promises.ToValueList(), null);
    }

    private static string Name(string part, int row) => $"{part}{row}";

    private static FormField Input(Scene scene, Intent intent, PromiseSides sides, string part, int row, bool begun)
    {
        var name = Name(part, row);
        var required = begun && part != Field.DoneWhen;
        var kind = part == Field.Due ? FieldKind.Date : part is Field.Doer or Field.Receiver && sides.Choices(part).Count <= MostChoices ? FieldKind.Choice : FieldKind.Line;
        var field = DecisionForms.Field(scene, intent, name, kind, "", required) with
        {
            // The client cannot know whether the row is wanted at all.
            Required = false,
            Label = new Said($"field.row.{part}").With("number", row),
            Options = kind == FieldKind.Choice ? sides.Choices(part) : [],
        };
        return field is { Fault: null, Value.Length: > 0 } && part is Field.Doer or Field.Receiver && sides.Find(scene, field.Value) is null
            ? field with { Fault = new Said("values.who-unknown").Quoting("typed", Clean.Short(field.Value)) }
            : field;
    }

    private static SaidPromise? Line(Scene scene, PromiseSides sides, string line, int at)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Length is < 4 or > 5 || parts[0].Length == 0) return null;
        if (sides.Find(scene, parts[1]) is not { } doer || sides.Find(scene, parts[2]) is not { } receiver) return null;
        return new Dates(GrammarWords.English.Dates, scene.Alliance.DateOf(scene.Now), "").Whole(parts[3])?.Date is { } due
            ? Made(scene, at, parts[0], parts.Length > 4 ? parts[4] : "", doer, receiver, due) : null;
    }

    private static SaidPromise Made(
        Scene scene, int at, string what, string done, (PersonId? Person, PartnerId Partner) doer, (PersonId? Person, PartnerId Partner) receiver, LocalDate due) => new(
        new($"{scene.Ask.Value}{(char)('a' + at)}"),
        new(scene.Say(10 + (at * 2), what), scene.Say(11 + (at * 2), done.Length > 0 ? done : what), due, doer.Partner, doer.Person, receiver.Partner, receiver.Person, null));
}

/// <summary>A promise that was said together with something else, under its own draft id.</summary>
internal sealed record SaidPromise(CommitmentId Id, Terms Terms);

/// <summary>Who can be a side of such promises: people of the parties of a case, or anybody who acts for a partner.</summary>
/// <param name="Doers">Whom it can be asked of.</param>
/// <param name="Receivers">Whom it can be for.</param>
/// <param name="PartnerOf">For which partner somebody is meant, and whom where only the partner was named; null for nobody who can be.</param>
internal sealed record PromiseSides(ValueList<Option> Doers, ValueList<Option> Receivers, Func<Subject, (PersonId? Person, PartnerId Partner)?> PartnerOf)
{
    /// <summary>The people in a case; a party stands for its first one.</summary>
    public static PromiseSides OfCase(Scene scene, CaseCard card)
    {
        var people = card.Parties.SelectMany(static party => party.People).Select(static person => person.Id).Distinct().Select(person => Person(scene, person)).ToValueList();
        return new(people, people, who => OfParty(card, who));
    }

    /// <summary>Everybody who acts for a partner; for whom it is may be a partner as a whole.</summary>
    public static PromiseSides OfAll(Scene scene)
    {
        var people = scene.Alliance.People.Where(person => !person.Left && !scene.Alliance.OnlyObserves(person.Id) && scene.Alliance.PartnersOf(person.Id).Count > 0)
            .Select(person => Person(scene, person.Id)).ToValueList();
        var partners = scene.Alliance.Partners.Where(static partner => !partner.Left)
            .Select(static partner => new Option(((Subject)partner.Id).ToString(), partner.Name.Text ?? ""));
        return new(people, [.. people, .. partners], who => scene.Names.PartnerOf(who) is { } partner
            ? (who.Kind == SubjectKind.Person ? new PersonId(who.Id) : null, partner) : null);
    }

    public ValueList<Option> Choices(string part) => part == Field.Doer ? Doers : Receivers;

    /// <summary>The side that a name or what was chosen means; null for nobody who can be one.</summary>
    public (PersonId? Person, PartnerId Partner)? Find(Scene scene, string said) =>
        said.Length > 0 && ConflictFields.Who(scene, said) is { } who ? PartnerOf(who) : null;

    private static Option Person(Scene scene, PersonId person) => ConflictFields.Option(scene, person) with { Value = ((Subject)person).ToString() };

    private static (PersonId? Person, PartnerId Partner)? OfParty(CaseCard card, Subject who)
    {
        foreach (var party in card.Parties)
        {
            if (who == (Subject)party.Partner.Id) return (party.People.Count > 0 ? party.People[0].Id : null, party.Partner.Id);
            if (party.People.Any(person => (Subject)person.Id == who)) return (new PersonId(who.Id), party.Partner.Id);
        }

        return null;
    }
}
