using AllianceBot.Domain;
using Field = AllianceBot.Conversation.FieldNames;

namespace AllianceBot.Conversation;

/// <summary>Fields that forms of concerns and cases share: kinds, and people or partners that are involved.</summary>
internal static class ConflictFields
{
    public static FormField Kind(Scene scene, Intent intent, ConflictKind stands)
    {
        var field = DecisionForms.Field(scene, intent, Field.Kind, FieldKind.Choice, $"{stands}", required: true) with
        {
            Options = Enum.GetNames<ConflictKind>().Select(static kind => new Option(kind, "") { Key = $"value.{kind}" }).ToValueList(),
        };
        return ProcessForms.Kind(field.Value) is { } kind ? field with { Value = $"{kind}" } : field with { Fault = field.Fault ?? new("values.not-known") };
    }

    /// <summary>Who is meant: people of other partners, and with them the partners where a case is meant.</summary>
    public static FormField Involved(Scene scene, Intent intent, IEnumerable<Subject> stands, bool partners, bool required)
    {
        var named = Named(scene, intent.Fields[Field.Involved]);
        var field = DecisionForms.Field(scene, intent, Field.Involved, FieldKind.Choices, Joined(stands), required);
        if (intent.Fields[Field.Involved] is { Length: > 0 }) field = field with { Value = Joined(named.Known) };
        if (named.Unknown is { } unknown) field = field with { Fault = new Said("values.who-unknown").Quoting("typed", unknown) };
        return field with { Options = Options(scene, partners) };
    }

    /// <summary>The people or partners of a text with commas between; the first that is nobody's name.</summary>
    public static (ValueList<Subject> Known, string? Unknown) Named(Scene scene, string? said)
    {
        var known = new List<Subject>();
        foreach (var name in (said ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Who(scene, name) is not { } who) return (known.Distinct().ToValueList(), name);
            known.Add(who);
        }

        return (known.Distinct().ToValueList(), null);
    }

    /// <summary>Whom a name, or what a choice sends, means; null for nobody, and for more than one.</summary>
    public static Subject? Who(Scene scene, string name) =>
        scene.Names.Find(Subject.Parse(name) is null ? Tokens.Key(name) : name) is [var only] ? only.Who : null;

    /// <summary>The people that are meant; a partner stands for who gets what names nobody there.</summary>
    public static ValueList<PersonId> People(Scene scene, string? said) => Named(scene, said).Known
        .SelectMany(who => who.Kind == SubjectKind.Person
            ? (IEnumerable<PersonId>)[new PersonId(who.Id)] : scene.Alliance.ContactsOf(new(who.Id)))
        .Distinct().Where(person => person != scene.Me).ToValueList();

    /// <summary>A choice among people.</summary>
    public static FormField Person(Scene scene, Intent intent, string name, IEnumerable<PersonId> people, bool required, string stands = "")
    {
        var options = people.Take(Limits.List).Select(person => Option(scene, person)).ToValueList();
        return DecisionForms.Field(scene, intent, name, FieldKind.Choice, options is [var only] && stands.Length == 0 && required ? only.Value : stands, required) with
        {
            Options = options,
        };
    }

    /// <summary>Any of these, by what stands before the comma.</summary>
    public static FormField Any(Scene scene, Intent intent, string name, ValueList<Option> options, bool required) =>
        DecisionForms.Field(scene, intent, name, FieldKind.Choices, "", required) with { Options = options };

    public static FormField One(Scene scene, Intent intent, string name, ValueList<Option> options, string stands = "") =>
        DecisionForms.Field(scene, intent, name, FieldKind.Choice, options is [var only] ? only.Value : stands, required: true) with { Options = options };

    public static Option Option(Scene scene, PersonId person) => new(person.Value, scene.Alliance.People.Find(person)?.Name.Text ?? "")
    {
        Detail = PartnerOf(scene, person),
    };

    private static string PartnerOf(Scene scene, PersonId person) =>
        scene.Names.PartnerOf(person) is { } partner ? scene.Alliance.Partners.Find(partner)?.Name.Text ?? "" : "";

    private static ValueList<Option> Options(Scene scene, bool partners)
    {
        var own = scene.Alliance.PartnersOf(scene.Me);
        var people = scene.Alliance.People.Where(person => !person.Left && person.Id != scene.Me && !scene.Alliance.OnlyObserves(person.Id)
                && scene.Alliance.PartnersOf(person.Id).Count > 0)
            .OrderBy(person => own.Any(partner => scene.Alliance.IsOf(person.Id, partner))).ThenBy(person => PartnerOf(scene, person.Id), StringComparer.Ordinal)
            .Select(person => Option(scene, person.Id) with { Value = ((Subject)person.Id).ToString() });
        var others = scene.Alliance.Partners.Where(partner => partners && !partner.Left && !own.Contains(partner.Id))
            .Select(static partner => new Option(((Subject)partner.Id).ToString(), partner.Name.Text ?? ""));
        return [.. others, .. people.Take(Limits.List)];
    }

    private static string Joined(IEnumerable<Subject> who) => string.Join(',', who.Select(static one => one.ToString()));
}
