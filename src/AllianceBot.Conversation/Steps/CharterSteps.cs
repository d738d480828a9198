using System.Globalization;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What a verb about the charter, or about what the partners decide together since it holds, leads to.</summary>
internal static class CharterSteps
{
    /// <summary>Whether the verb is taken here.</summary>
    public static bool Takes(Scene scene, string verb) => verb is Verbs.Charter or Verbs.CharterDraft or Verbs.EditCharter or Verbs.CharterPart
        or Verbs.CharterOutside or Verbs.CharterKeeping or Verbs.ProposeCharter or Verbs.AdoptCharter or Verbs.OwnTerms or Verbs.ConfirmGoal
        or Verbs.ReadWhoSees or Verbs.Rules || IsDecidedNow(scene, verb);

    /// <summary>Whether this person may use it at all: for help.</summary>
    public static bool NotPermitted(Scene scene, string verb) => verb switch
    {
        Verbs.Charter or Verbs.CharterDraft or Verbs.ReadWhoSees => !scene.Alliance.IsMember(scene.Me),
        Verbs.EditCharter or Verbs.CharterKeeping => !May.Do(scene.Alliance, scene.Me, Act.DraftCharter, scene.Alliance.Id),
        Verbs.CharterPart or Verbs.CharterOutside => CharterForms.Partners(scene, Act.DraftPart).Count == 0,
        Verbs.AdoptCharter or Verbs.OwnTerms or Verbs.ConfirmGoal => CharterForms.Partners(scene, Act.SpeakForPartner).Count == 0,
        Verbs.Rules when scene.Alliance.Charter.Current is null => !May.Do(scene.Alliance, scene.Me, Act.SetUp, scene.Alliance.Id),
        _ => !May.Do(scene.Alliance, scene.Me, Act.ProposeDecision, scene.Alliance.Id),
    };

    public static Step Next(Scene scene, Intent intent)
    {
        var verb = intent.Verb.Name;
        if (NotPermitted(scene, verb)) return PromiseSteps.Refused(Refusal.NotYours);
        switch (verb)
        {
            case Verbs.Charter:
                return new Shows(new ListShowing(ListKind.Charter, Page: Number(intent, FieldNames.Page)) { Version = Version(intent) });
            case Verbs.CharterDraft:
                return new Shows(new ListShowing(ListKind.Charter, Page: Number(intent, FieldNames.Page)) { Version = 0 });
            case Verbs.ReadWhoSees:
                return new Does(new ReadWhoSees(scene.Ask), scene.Alliance.Id, PromiseSteps.Saved(verb)) { View = nameof(ListKind.WhoSees) };
            case Verbs.EditCharter when CharterForms.Section(intent) is null:
                return new Shows(CharterForms.WhichSection(scene));
            case Verbs.ProposeCharter when !DecisionMatters.CharterFits(scene.Alliance) && !scene.Sent:
                return new Shows(new ListShowing(ListKind.Charter)
                {
                    Version = scene.Alliance.Charter.Draft is null ? null : 0,
                    Lead = new("answers.charter-not-now"),
                });
        }

        var form = CharterForms.Of(scene, intent);
        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        return Send(scene, intent with { Fields = form.Values }, form);
    }

    /// <summary>The rules are changed at once while no charter holds, and put to all partners since.</summary>
    public static (Command Command, Subject About) Changed(Scene scene, Settings wanted)
    {
        if (scene.Alliance.Charter.Current is null) return (new ChangeSettings(wanted, scene.Ask), scene.Alliance.Id);
        var title = Capital(GrammarWords.English.FirstPhrase[Verbs.Rules]);
        var decision = new DecisionId(scene.Ask.Value);
        var matter = new Matter(MatterKind.Rules) { RulesBefore = scene.Alliance.Settings, Rules = wanted };
        return (new ProposeDecision(decision, scene.Ask, new(
            scene.Say(2, title), scene.Say(3, title), DecisionMethod.AllAgree, 0, DecisionForms.Later(scene), matter)), decision);
    }

    /// <summary>A partner comes in or goes by a decision, once a charter holds; unless it was decided, and is only done now.</summary>
    private static bool IsDecidedNow(Scene scene, string verb) =>
        scene.Alliance.Charter.Current is not null && verb is Verbs.AddPartner or Verbs.RemovePartner
        && !(verb == Verbs.RemovePartner && May.Do(scene.Alliance, scene.Me, Act.SetUp, scene.Alliance.Id)
            && scene.Alliance.Partners.Any(partner => !partner.Left && DecisionMatters.MayGo(scene.Alliance, partner.Id)));

    private static Does Send(Scene scene, Intent intent, Form form)
    {
        var (fields, ask) = (intent.Fields, scene.Ask);
        var partner = new PartnerId(fields[FieldNames.Partner] ?? "");
        var text = scene.SayIf(1, fields[FieldNames.Text]);
        return intent.Verb.Name switch
        {
            Verbs.ProposeCharter => DecisionSteps.Send(scene, form, Proposal(scene, intent, Matter.Charter, null)),
            Verbs.AddPartner => DecisionSteps.Send(scene, form, Proposal(scene, intent, PartnerIn(scene, fields), fields[FieldNames.Name])),
            Verbs.RemovePartner => DecisionSteps.Send(
                scene, form, Proposal(scene, intent, new(MatterKind.PartnerOut) { Partner = partner }, scene.Alliance.Partners.Find(partner)?.Name.Text)),
            Verbs.Rules when scene.Alliance.Charter.Current is not null => DecisionSteps.Send(scene, form, Proposal(scene, intent, Rules(scene, fields), null)),
            Verbs.Rules => Done(new ChangeSettings(CharterForms.SettingsOf(scene, fields), ask), scene.Alliance.Id, ""),
            Verbs.AdoptCharter => Done(new AdoptCharter(partner, Number(intent, FieldNames.Version), ask), scene.Alliance.Id, nameof(ListKind.Charter)),
            Verbs.OwnTerms => Done(new SetOwnTerms(partner, text, ask), scene.Alliance.Id, nameof(ListKind.Charter)),
            Verbs.ConfirmGoal => Done(
                new ConfirmGoal(CharterForms.GoalOf(fields).Goal, partner, CharterForms.GoalOf(fields).Wording, ask), scene.Alliance.Id,
                scene.Alliance.Charter.Current is null ? "" : nameof(ListKind.Charter)),
            _ => Done(new DraftCharter(CharterForms.Edit(scene, intent, partner), ask), scene.Alliance.Id, nameof(ListKind.CharterDraft)),
        };

        Does Done(Command command, Subject about, string view) =>
            new(command, about, PromiseSteps.Saved(intent.Verb.Name)) { Form = form, View = view };
    }

    private static Matter PartnerIn(Scene scene, Filled fields) => new(MatterKind.PartnerIn)
    {
        PartnerName = scene.Say(4, fields[FieldNames.Name] ?? ""),
        PartnerKind = Enum.TryParse<PartnerKind>(fields[FieldNames.PartnerKind], out var kind) ? kind : PartnerKind.Other,
    };

    private static Matter Rules(Scene scene, Filled fields) => new(MatterKind.Rules)
    {
        RulesBefore = scene.Alliance.Settings,
        Rules = CharterForms.SettingsOf(scene, fields),
    };

    /// <summary>What it is about is its title: the partner's name, or the word for it that is typed.</summary>
    private static Proposal Proposal(Scene scene, Intent intent, Matter matter, string? title)
    {
        var named = title ?? Capital(GrammarWords.English.FirstPhrase[matter.Kind == MatterKind.Charter ? Verbs.Charter : Verbs.Rules]);
        var said = intent.Fields[FieldNames.Text] is { Length: > 0 } text ? text : named;
        return new(
            scene.Say(2, named), scene.Say(3, said), DecisionMethod.AllAgree, 0,
            PromiseForms.DateOf(intent.Fields[FieldNames.Due]) ?? DecisionForms.Later(scene), matter);
    }

    private static string Capital(string word) => string.Concat(char.ToUpper(word[0], CultureInfo.InvariantCulture).ToString(), word.AsSpan(1));

    private static int Number(Intent intent, string field) =>
        int.TryParse(intent.Fields[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int? Version(Intent intent) => Number(intent, FieldNames.Version) is > 0 and var number ? number : null;
}
