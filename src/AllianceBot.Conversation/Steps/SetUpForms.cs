using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Forms about the alliance and its people: one field per field of the verb, with the choices that the asker may make.</summary>
internal static class SetUpForms
{
    public static Form Of(Scene scene, Intent intent)
    {
        var optional = Optional(intent.Verb.Name);
        var form = new Form(intent.Verb.Name, scene.Sent ? scene.Ask.Value : scene.Draft, intent.Item, 0, intent.Verb.Fields
            .Where(static name => name is not (FieldNames.Page or FieldNames.Length or FieldNames.Holiday))
            .Select(name => Field(scene, intent, name, !optional.Contains(name))).ToValueList());
        return form.IsFaulty ? form with { Lead = new("form.look-again") } : form;
    }

    private static ValueList<string> Optional(string verb) => verb switch
    {
        Verbs.Invite or Verbs.Pick or Verbs.LetIn or Verbs.SetRole or Verbs.EndRole or Verbs.SetDays => [FieldNames.Partner],
        Verbs.AddGoal => [FieldNames.Due],
        Verbs.SetBudget => [FieldNames.Partner],
        Verbs.SetHours or Verbs.MyHours => [FieldNames.Hours, FieldNames.Days, FieldNames.Quiet, FieldNames.Zone],
        Verbs.Away or Verbs.MyCover => [FieldNames.Cover],
        Verbs.AddHoliday => [FieldNames.LastDay, FieldNames.Name],
        _ => [],
    };

    private static FormField Field(Scene scene, Intent intent, string name, bool required)
    {
        var options = Options(scene, intent, name, required);
        var value = intent.Fields[name] ?? (scene.Sent ? "" : Usual(scene, intent, name, options));
        var fault = intent.Faults.FirstOrDefault(fault => fault.Field == name)?.Why;
        if (fault is null && scene.Sent && required && value.Length == 0) fault = new("field.missing");
        return new(name, KindOf(name), value) { Required = required, Options = Chosen(scene, name, value, options), Fault = fault };
    }

    /// <summary>What was typed by name can be chosen, even where the list is too long for a card.</summary>
    public static ValueList<Option> Chosen(Scene scene, string name, string value, ValueList<Option> options)
    {
        Subject? who = Typing.Of(name) switch
        {
            FieldType.Person => new PersonId(value),
            FieldType.Partner => new PartnerId(value),
            _ => null,
        };
        return who is { } subject && value.Length > 0 && options.All(option => option.Value != value) && scene.Names.Find(subject.ToString()) is [var known]
            ? options.Add(new(value, known.Name) { Detail = known.Detail }) : options;
    }

    /// <summary>What is most likely meant, so that little is left to choose.</summary>
    private static string Usual(Scene scene, Intent intent, string name, ValueList<Option> options) => name switch
    {
        FieldNames.Role when options.Any(static option => option.Value == nameof(Role.Staff)) => nameof(Role.Staff),
        FieldNames.PartnerKind => nameof(PartnerKind.CommunityBased),
        FieldNames.Partner when intent.Fields[FieldNames.Role] is { } given && Enum.TryParse<Role>(given, out var role) && !role.IsOfPartner => "",
        FieldNames.Partner when intent.Verb.Name is not (Verbs.SetDays or Verbs.SetBudget) => options.Count(static option => option.Value.Length > 0) == 1
            ? options.First(static option => option.Value.Length > 0).Value
            : options.FirstOrDefault(option => scene.Names.IsOwn(new PartnerId(option.Value)))?.Value ?? "",
        FieldNames.Zone when intent.Verb.Name == Verbs.MyZone => scene.Alliance.People.Find(scene.Me)?.Hours?.Zone ?? scene.Alliance.Zone,
        FieldNames.Zone when scene.Alliance.Version > 0 && intent.Verb.Name == Verbs.SetZone => scene.Alliance.Zone,
        FieldNames.From when intent.Verb.Name == Verbs.Away => NodaTime.Text.LocalDatePattern.Iso.Format(CalendarSteps.Today(scene)),
        FieldNames.Budget => $"{scene.Alliance.People.Find(scene.Me)?.Budget}",
        FieldNames.Percent when scene.Alliance.Settings.LoadCeiling > 0 => $"{scene.Alliance.Settings.LoadCeiling}",
        FieldNames.Text when intent.Verb.Name == Verbs.SetPurpose => scene.Alliance.Purpose?.Text ?? "",
        FieldNames.Name when intent.Verb.Name == Verbs.SetName => scene.Alliance.Name?.Text ?? "",
        _ => "",
    };

    private static FieldKind KindOf(string name) => name switch
    {
        FieldNames.Text or FieldNames.File => FieldKind.Lines,
        _ => Typing.Of(name) switch
        {
            FieldType.Text or FieldType.Amount => FieldKind.Line,
            FieldType.Date => FieldKind.Date,
            _ => FieldKind.Choice,
        },
    };

    private static ValueList<Option> Options(Scene scene, Intent intent, string name, bool required)
    {
        var options = Typing.Of(name) switch
        {
            FieldType.Person when name == FieldNames.Cover =>
                CalendarViews.Covers(scene.Alliance, scene.Me).Select(person => Of(scene, person)).Prepend(new("", "") { Key = "option.cover.none" }),
            FieldType.Partner when intent.Verb.Name is Verbs.AddHoliday or Verbs.DropHoliday or Verbs.ImportHolidays =>
                CalendarViews.MayChangeFor(scene.Alliance, scene.Me).Select(partner => new Option(partner.Value, scene.Alliance.Partners[partner].Name.Text ?? "")),
            FieldType.Partner when intent.Verb.Name is Verbs.SetBudget or Verbs.AddPartnerNote or Verbs.DropPartnerNote =>
                EffortSteps.Partners(scene, intent.Verb.Name).Select(partner => new Option(partner.Value, scene.Alliance.Partners[partner].Name.Text ?? "")),
            FieldType.Person => scene.Alliance.People.Where(static person => !person.Left).Select(person => Of(scene, person.Id)),
            FieldType.Partner => scene.Alliance.Partners.Where(static partner => !partner.Left)
                .Select(static partner => new Option(partner.Id.Value, partner.Name.Text ?? "")),
            FieldType.Role => Roles(scene, intent),
            FieldType.PartnerKind => Enum.GetValues<PartnerKind>()
                .Select(static kind => new Option(kind.ToString(), "") { Key = $"kind.{Keys.Of(kind)}" }),
            FieldType.Goal => scene.Alliance.Goals.Select(static goal => new Option(goal.Id.Value, goal.Text.Text ?? "")),
            _ => [],
        };
        if (!required && Typing.Of(name) == FieldType.Partner) options = options.Prepend(new("", "") { Key = "option.partner.none" });
        return options.Take(Limits.List).ToValueList();
    }

    /// <summary>Only roles that the asker may give: for some partner, or for the alliance.</summary>
    private static IEnumerable<Option> Roles(Scene scene, Intent intent)
    {
        var own = intent.Verb.Name is Verbs.SetRole or Verbs.EndRole ? scene.Alliance.PartnersOf(scene.Me) : [];
        return Enum.GetValues<Role>().Where(role => intent.Verb.Name is Verbs.Invite or Verbs.Pick or Verbs.LetIn or Verbs.EndRole
                || May.Give(scene.Alliance, scene.Me, role, null) || own.Any(partner => May.Give(scene.Alliance, scene.Me, role, partner)))
            .Select(static role => new Option(role.ToString(), "") { Key = $"role.{Keys.Of(role)}" });
    }

    private static Option Of(Scene scene, PersonId person) => scene.Names.Find(((Subject)person).ToString()) is [var known]
        ? new(person.Value, known.Name) { Detail = known.Detail } : new(person.Value, "");
}
