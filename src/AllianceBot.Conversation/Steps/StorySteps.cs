using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Joint stories and thanks: told in a form, answered with one word, taken back while nobody has read them.</summary>
internal static class StorySteps
{
    public static bool Takes(string verb) => verb is Verbs.Story or Verbs.Stories or Verbs.NameUs or Verbs.LeaveUsOut or Verbs.WithdrawStory
        or Verbs.Thank or Verbs.ThanksGiven;

    public static bool NotPermitted(Scene scene, string verb) => verb switch
    {
        Verbs.NameUs or Verbs.LeaveUsOut => !scene.Alliance.Partners.Any(partner => scene.Alliance.RepresentativesOf(partner.Id).Contains(scene.Me)),
        Verbs.Stories or Verbs.ThanksGiven => false,
        _ => !May.Do(scene.Alliance, scene.Me, Act.TellStory, scene.Alliance.Id),
    };

    public static Step Next(Scene scene, Intent intent) => intent.Verb.Name switch
    {
        Verbs.Story => Tell(scene, intent),
        Verbs.Stories => new Shows(new ListShowing(ListKind.Stories)),
        Verbs.NameUs or Verbs.LeaveUsOut => Answer(scene, intent),
        Verbs.WithdrawStory => Withdraw(scene, intent),
        Verbs.Thank => Thank(scene, intent),
        _ => new Shows(new ListShowing(ListKind.Thanks)),
    };

    private static Step Tell(Scene scene, Intent intent)
    {
        if (NotPermitted(scene, Verbs.Story)) return PromiseSteps.Refused(Refusal.NotYours);
        var partners = Partners(scene, intent.Fields[FieldNames.StoryPartners]);
        var form = DecisionForms.Made(scene, intent, null, 0,
        [
            DecisionForms.Field(scene, intent, FieldNames.Text, FieldKind.Lines, "", required: true) with { Most = StoryDecider.Letters },
            DecisionForms.Field(scene, intent, FieldNames.StoryPartners, FieldKind.Choices, "", required: true) with
            {
                Value = string.Join(',', partners.Select(static partner => partner.Value)),
                Options = scene.Alliance.Partners.Where(static partner => !partner.Left).Take(Limits.List)
                    .Select(static partner => new Option(partner.Id.Value, partner.Name.Text ?? "")).ToValueList(),
            },
        ]);
        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        var story = new StoryId(scene.Ask.Value);
        return new Does(new TellStory(story, scene.Ask, scene.Say(1, form.Values[FieldNames.Text]!), partners), story, PromiseSteps.Saved(Verbs.Story))
        {
            Form = form,
        };
    }

    /// <summary>Partner ids as a form sends them, or names as they are typed, with commas between.</summary>
    private static ValueList<PartnerId> Partners(Scene scene, string? written) =>
        (written ?? "").Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => Subject.Parse($"partner:{name}") is { } exact && scene.Names.Find(exact.ToString()) is [var id] ? id
                : scene.Names.Find(Tokens.Key(name)).Where(static known => known.Who.Kind == SubjectKind.Partner).ToList() is [var only] ? only : null)
            .OfType<Known>().Select(static known => new PartnerId(known.Who.Id)).Distinct().ToValueList();

    private static Step Answer(Scene scene, Intent intent)
    {
        if (Waiting(scene, intent, static story => story.Choices.Count > 0) is not { } story) return Several(scene, "story.none-asks");
        PartnerId? partner = intent.Fields[FieldNames.Partner] is { Length: > 0 } named ? new PartnerId(named) : null;
        return new Does(
            new AnswerStory(story, scene.Ask, partner, intent.Verb.Name == Verbs.NameUs), story, PromiseSteps.Saved(intent.Verb.Name));
    }

    private static Step Withdraw(Scene scene, Intent intent) =>
        Waiting(scene, intent, static story => story.MayWithdraw) is { } story
            ? new Does(new WithdrawStory(story, scene.Ask), scene.Me, PromiseSteps.Saved(Verbs.WithdrawStory)) { View = Keys.Of(ListKind.Stories) }
            : Several(scene, "story.none-yours");

    /// <summary>The story on the card, or the only one that this can be said to.</summary>
    private static StoryId? Waiting(Scene scene, Intent intent, Func<StoryView, bool> fits)
    {
        if (intent.Item is { Kind: SubjectKind.Story } item) return new StoryId(item.Id);
        return StoryViews.List(scene.Alliance, scene.Me).Where(fits).ToList() is [var only] ? only.Id : null;
    }

    private static Shows Several(Scene scene, string none) => StoryViews.List(scene.Alliance, scene.Me).Any(static story => story.ShownAt is null)
        ? new(new ListShowing(ListKind.Stories))
        : new(new TextShowing(new Said(none)));

    private static Step Thank(Scene scene, Intent intent)
    {
        if (NotPermitted(scene, Verbs.Thank)) return PromiseSteps.Refused(Refusal.NotYours);
        var form = DecisionForms.Made(scene, intent, null, 0,
        [
            DecisionForms.Field(scene, intent, FieldNames.Whom, FieldKind.Choice, "", required: true) with { Options = Whom(scene) },
            DecisionForms.Field(scene, intent, FieldNames.ThanksFor, FieldKind.Lines, "", required: true) with { Most = Thanking.Letters },
        ]);
        var whole = form.Fields.All(static field => !string.IsNullOrWhiteSpace(field.Value)) && intent.Faults.Count == 0;
        if (!whole || form.IsFaulty || Subject.Parse(form.Values[FieldNames.Whom]) is not { } whom) return new Shows(new FormShowing(form));
        return new Does(
            new GiveThanks(whom, scene.Say(1, form.Values[FieldNames.ThanksFor]!), scene.Ask), scene.Me, PromiseSteps.Saved(Verbs.Thank).With("whom", whom))
        {
            Form = form,
            View = Keys.Of(ListKind.Thanks),
        };
    }

    private static ValueList<Option> Whom(Scene scene) =>
    [
        .. scene.Alliance.Partners.Where(partner => !partner.Left && !scene.Alliance.IsOf(scene.Me, partner.Id))
            .Select(static partner => new Option(((Subject)partner.Id).ToString(), partner.Name.Text ?? "")).Take(Limits.List / 2),
        .. scene.Alliance.People.Where(person => !person.Left && person.Id != scene.Me)
            .Select(person => new Option(((Subject)person.Id).ToString(), person.Name.Text ?? "") { Detail = person.Partner is { } of ? scene.Alliance.Partners.Find(of)?.Name.Text ?? "" : "" })
            .Take(Limits.List / 2),
    ];
}
