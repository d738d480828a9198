using System.Diagnostics;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What a verb about the alliance or its people leads to.</summary>
internal static class SetUpSteps
{
    public static Step Next(Scene scene, Intent intent)
    {
        if (NotPermitted(scene, intent)) return PromiseSteps.Refused(Refusal.NotYours);
        var found = WithZone(WithInvitation(scene, intent));
        var form = SetUpForms.Of(scene, found);
        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        return Sent(scene, found, form);
    }

    /// <summary>
    /// A form is shown only to who may send it, so that it tells nothing to who may not; the decider has the last word.
    /// </summary>
    public static bool NotPermitted(Scene scene, Intent intent)
    {
        var (alliance, me) = (scene.Alliance, scene.Me);
        return intent.Verb.Name switch
        {
            Verbs.Leave or Verbs.Rename or Verbs.EndRole or Verbs.SetBudget => !alliance.IsMember(me),
            Verbs.AddPartnerNote or Verbs.DropPartnerNote => EffortSteps.Partners(scene, intent.Verb.Name).Count == 0,
            Verbs.Invite or Verbs.Pick or Verbs.LetIn or Verbs.TurnAway or Verbs.DropInvitation or Verbs.Invitations =>
                !May.Do(alliance, me, Act.Invite, alliance.Id) && InvitationViews.MayLetInFor(alliance, me).Count == 0,
            Verbs.Remove => !alliance.People.Any(person => person.Id != me && May.Do(alliance, me, Act.ManagePeople, person.Id)),
            Verbs.SetRole => !May.Do(alliance, me, Act.SetUp, alliance.Id) && !Manages(alliance, me),
            Verbs.SetDays => !May.Do(alliance, me, Act.SetUp, alliance.Id) && !Manages(alliance, me),
            _ => !May.Do(alliance, me, Act.SetUp, alliance.Id),
        };
    }

    /// <summary>"Mon-Fri", "Mon, Tue, Thu": bits as the domain keeps them; null when it cannot be read.</summary>
    public static Workdays? Days(string text)
    {
        var bits = 0;
        foreach (var part in text.Replace(" to ", "-", StringComparison.OrdinalIgnoreCase).Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split(['-', '\u2013']).Select(static day => GrammarWords.English.Dates.Weekday(Tokens.Key(day))).ToList();
            if (ends.Count is 0 or > 2 || ends.Contains(null)) return null;
            for (var day = (int)ends[0]!.Value; ; day = (day % 7) + 1)
            {
                bits |= 1 << (day - 1);
                if (day == (int)ends[^1]!.Value) break;
            }
        }

        return bits == 0 ? null : new Workdays(bits);
    }

    private static bool Manages(Alliance alliance, PersonId me) =>
        alliance.Partners.Any(partner => May.Do(alliance, me, Act.ManagePartner, partner.Id));

    private static Step Sent(Scene scene, Intent intent, Form form)
    {
        var fields = form.Values;
        var ask = scene.Ask;
        if (intent.Verb.Name == Verbs.Invite)
        {
            var invitation = new InvitationId(ask.Value);
            return new Mints(
                hash => new Invite(invitation, hash, Partner(fields), RoleOf(fields), scene.Say(1, fields[FieldNames.Name] ?? ""), ask),
                invitation, PromiseSteps.Saved(Verbs.Invite))
            {
                Form = form,
            };
        }

        if (Made(scene, intent, fields) is not var (command, about)) return new Shows(new FormShowing(Wrong(form, intent)));
        var view = intent.Verb.Name == Verbs.SetBudget && about.Kind == SubjectKind.Person ? Keys.Of(ListKind.Load) : "";
        return new Does(command, about, Saved(scene, intent.Verb.Name, command)) { Form = form, View = view, Directory = Wish(scene, intent, fields) };
    }

    /// <summary>What the charter says changes in its draft first.</summary>
    private static Said Saved(Scene scene, string verb, Command command) => command is ProposeDecision { Decision: var decision }
        ? PromiseSteps.Saved(Verbs.Propose).With("item", (Subject)decision)
        : scene.Alliance.Charter.Current is not null && verb is Verbs.SetPurpose or Verbs.AddGoal
        or Verbs.DropGoal or Verbs.AddExclusion or Verbs.DropExclusion or Verbs.AddFunding or Verbs.DropFunding
        ? new("saved.in-draft")
        : PromiseSteps.Saved(verb);

    private static (Command Command, Subject About)? Made(Scene scene, Intent intent, Filled fields)
    {
        var (alliance, ask) = (scene.Alliance, scene.Ask);
        var text = scene.Say(1, fields[FieldNames.Text] ?? fields[FieldNames.Name] ?? "");
        var person = new PersonId(fields[FieldNames.Person] ?? "");
        var partner = new PartnerId(fields[FieldNames.Partner] ?? "");
        var (funder, funded) = (new PartnerId(fields[FieldNames.Funder] ?? ""), new PartnerId(fields[FieldNames.Funded] ?? ""));
        return intent.Verb.Name switch
        {
            Verbs.Leave => (new RemovePerson(scene.Me, ask), scene.Me),
            Verbs.Remove => (new RemovePerson(person, ask), person),
            Verbs.Rename => (new RenamePerson(scene.Me, text, ask), scene.Me),
            Verbs.SetRole => (new AssignRole(person, RoleOf(fields), Partner(fields) ?? scene.Names.PartnerOf(person), ask), person),
            Verbs.EndRole => (new UnassignRole(person, RoleOf(fields), Partner(fields) ?? scene.Names.PartnerOf(person), ask), person),
            Verbs.LetIn when intent.Item is { } item => (new ApproveJoin(new(item.Id), Partner(fields), RoleOf(fields), ask), item),
            Verbs.TurnAway when intent.Item is { } item => (new DeclineJoin(new(item.Id), ask), item),
            Verbs.DropInvitation when intent.Item is { } item => (new WithdrawInvitation(new(item.Id), ask), item),
            Verbs.AddPartner => (new AddPartner(new(ask.Value), text, KindOf(fields), ask), new PartnerId(ask.Value)),
            Verbs.RemovePartner => (new RemovePartner(partner, ask), alliance.Id),
            Verbs.SetName => (new RenameAlliance(text, ask), alliance.Id),
            Verbs.SetZone => (new SetZone(fields[FieldNames.Zone] ?? "", ask), alliance.Id),
            Verbs.SetDays when Days(fields[FieldNames.Days] ?? "") is { } days => Partner(fields) is { } of
                ? (new SetPartnerWorkdays(of, days, ask), of)
                : (new SetWorkdays(days, ask), alliance.Id),
            Verbs.SetPurpose => (new SetPurpose(text, ask), alliance.Id),
            Verbs.AddGoal => (new SetGoal(new(ask.Value), text, PromiseForms.DateOf(fields[FieldNames.Due]), ask), alliance.Id),
            Verbs.DropGoal => (new RemoveGoal(new(fields[FieldNames.Goal] ?? ""), ask), alliance.Id),
            Verbs.AddExclusion => (new AddExclusion(text, ask), alliance.Id),
            Verbs.DropExclusion when Exclusion(alliance, text.Text) is { } exclusion => (new RemoveExclusion(exclusion, ask), alliance.Id),
            Verbs.AddFunding => (new DeclareFunding(funder, funded, ask), alliance.Id),
            Verbs.SetBudget or Verbs.SetCeiling or Verbs.AddPartnerNote or Verbs.DropPartnerNote =>
                EffortSteps.Made(scene, intent.Verb.Name, fields, text),
            Verbs.DropFunding => (new WithdrawFunding(funder, funded, ask), alliance.Id),
            Verbs.Pick or Verbs.SetDays or Verbs.DropExclusion or Verbs.LetIn or Verbs.TurnAway or Verbs.DropInvitation => null,
            _ => throw new UnreachableException($"No command for {intent.Verb.Name}."),
        };
    }

    /// <summary>The form again, with a word at the field that was read but fits nothing.</summary>
    private static Form Wrong(Form form, Intent intent)
    {
        var field = intent.Verb.Name == Verbs.SetDays ? FieldNames.Days : intent.Verb.Rest;
        var why = new Said(intent.Verb.Name == Verbs.SetDays ? "values.no-days" : "values.not-known");
        return form with
        {
            Lead = new("form.look-again"),
            Fields = form.Fields.Select(one => one.Name == field ? one with { Fault = why } : one).ToValueList(),
        };
    }

    /// <summary>The zone that is meant, by its id or its city; where it is none, the nearest are said.</summary>
    private static Intent WithZone(Intent intent)
    {
        if (intent.Verb.Name != Verbs.SetZone || intent.Fields[FieldNames.Zone] is not { Length: > 0 } typed) return intent;
        return ZoneNames.Find(typed) is { } zone
            ? intent with { Fields = intent.Fields.With(FieldNames.Zone, zone) }
            : intent with { Faults = intent.Faults.Add(new(FieldNames.Zone, HourSteps.ZoneFault(typed))) };
    }

    /// <summary>Who asks to come in is named: the invitation with that name that the asker may answer.</summary>
    private static Intent WithInvitation(Scene scene, Intent intent)
    {
        if (intent.Verb.Name is not (Verbs.LetIn or Verbs.TurnAway or Verbs.DropInvitation)) return intent;
        var state = intent.Verb.Name == Verbs.DropInvitation ? InvitationState.Open : InvitationState.Asked;
        var waiting = InvitationViews.Waiting(scene.Alliance, scene.Me).Where(card => card.State == state).ToList();
        var wanted = Tokens.Key(intent.Fields[FieldNames.Name] ?? "");
        var meant = waiting.Where(card => intent.Item is { Kind: SubjectKind.Invitation } item
            ? card.Id.Value == item.Id
            : wanted.Length == 0 || Tokens.Key(card.Name ?? "").Contains(wanted, StringComparison.Ordinal)).ToList();
        return meant is [var one]
            ? intent with { Item = one.Id, Fields = intent.Fields.With(FieldNames.Name, one.Name ?? "") }
            : intent with { Item = null };
    }

    private static DirectoryWish Wish(Scene scene, Intent intent, Filled fields) => intent.Verb.Name switch
    {
        Verbs.Leave => new() { Out = [scene.Me] },
        Verbs.Remove => new() { Out = [new(fields[FieldNames.Person] ?? "")] },
        Verbs.RemovePartner => new()
        {
            Out = scene.Alliance.People.Where(person => !person.Left && person.Partner?.Value == fields[FieldNames.Partner])
                .Select(static person => person.Id).ToValueList(),
        },
        Verbs.LetIn when intent.Item is { } item => new() { In = scene.Alliance.Invitations.Find(new(item.Id))?.Person },
        _ => DirectoryWish.None,
    };

    private static string? Exclusion(Alliance alliance, string? text)
    {
        var key = Tokens.Key(text ?? "");
        var fits = alliance.Exclusions.Where(one => Tokens.Key(one.Text.Text ?? "") == key).ToList();
        if (fits is [var only]) return only.Text.Id;
        return int.TryParse(key, out var number) && number >= 1 && number <= alliance.Exclusions.Count ? alliance.Exclusions[number - 1].Text.Id : null;
    }

    private static PartnerId? Partner(Filled fields) => fields[FieldNames.Partner] is { Length: > 0 } id ? new PartnerId(id) : null;

    private static Role RoleOf(Filled fields) => Enum.TryParse<Role>(fields[FieldNames.Role], out var role) ? role : Role.Staff;

    private static PartnerKind KindOf(Filled fields) =>
        Enum.TryParse<PartnerKind>(fields[FieldNames.PartnerKind], out var kind) ? kind : PartnerKind.Other;
}
