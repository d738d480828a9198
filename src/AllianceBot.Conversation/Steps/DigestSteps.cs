using System.Globalization;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>The weekly digest: the newest, earlier ones, how one wants it, what the next will say, and a sentence beside that.</summary>
internal static class DigestSteps
{
    /// <summary>What can be chosen about the digest, by field; the first is what is usual.</summary>
    public static ValueList<string> Choices(string field) => field switch
    {
        FieldNames.DigestDay => ["1", "2", "3", "4", "5", "6", "7"],
        FieldNames.WhenNothing => [Keys.Of(WhenNothing.OneLine), Keys.Of(WhenNothing.Nothing)],
        FieldNames.DuringLeave => [Keys.Of(DuringLeave.Cover), Keys.Of(DuringLeave.Hold)],
        _ => [],
    };

    public static bool Takes(string verb) => verb is Verbs.Digest or Verbs.Digests or Verbs.DigestSettings or Verbs.DigestOff or Verbs.DigestOn
        or Verbs.Preview or Verbs.Remark;

    /// <summary>Digests are for who manages a partner or facilitates; everybody in may look at what they will say of the own promises.</summary>
    public static bool NotPermitted(Scene scene, string verb) => verb is Verbs.Preview or Verbs.Remark
        ? scene.Alliance.PartnersOf(scene.Me).Count == 0
        : DigestViews.Settings(scene.Alliance, scene.Me) is null && DigestViews.Latest(scene.Alliance, scene.Me) is null;

    public static Step Next(Scene scene, Intent intent) => intent.Verb.Name switch
    {
        Verbs.Digest => Open(scene, intent),
        Verbs.Digests => List(scene),
        Verbs.DigestSettings => Settings(scene, intent),
        Verbs.DigestOff => Set(scene, intent, static wish => wish with { Off = true }),
        Verbs.DigestOn => Set(scene, intent, static wish => wish with { Off = false }),
        Verbs.Remark => Remark(scene, intent),
        _ => new Shows(new ItemShowing(DigestPreview(scene))),
    };

    private static Subject DigestPreview(Scene scene) => DigestId.PreviewOf(scene.Me);

    private static Shows Open(Scene scene, Intent intent)
    {
        if (intent.Item is { Kind: SubjectKind.Digest } named) return new(new ItemShowing(named));
        if (intent.Fields[FieldNames.Week] is { } written)
        {
            if (DayOf(scene, written) is not { } day) return new(new TextShowing(new Said("digest.no-day").Quoting("typed", Clean.Short(written))));
            return DigestViews.Of(scene.Alliance, scene.Me, day) is { } earlier
                ? new(new ItemShowing(earlier))
                : new(new TextShowing(new Said("digest.none-then").With("date", day)));
        }

        return DigestViews.Latest(scene.Alliance, scene.Me) is { } latest ? new(new ItemShowing(latest)) : new(None(scene));
    }

    private static Shows List(Scene scene) => DigestViews.Latest(scene.Alliance, scene.Me) is null
        ? new(None(scene))
        : new Shows(new ListShowing(ListKind.Digests));

    /// <summary>There is none yet: when the first one comes, or that none will.</summary>
    private static TextShowing None(Scene scene) => DigestViews.Settings(scene.Alliance, scene.Me) switch
    {
        null => new(new Said("digest.not-yours")),
        { Next: { } next } => new(new Said("digest.none-yet").With("at", Local(scene, next))),
        _ => new(new Said("digest.is-off")),
    };

    /// <summary>A day of the last year, as "12 Oct"; the grammar's own dates lie ahead.</summary>
    private static LocalDate? DayOf(Scene scene, string written)
    {
        var dates = new Dates(GrammarWords.English.Dates, CalendarSteps.Today(scene), "").LookingBack;
        return dates.Whole(written) is { Date: { } day, Fault: null } ? day : null;
    }

    private static Step Settings(Scene scene, Intent intent)
    {
        if (DigestViews.Settings(scene.Alliance, scene.Me) is not { } now) return new Shows(None(scene));
        var form = FormOf(scene, intent, now);
        if (!scene.Sent || form.IsFaulty) return new Shows(new FormShowing(form));
        var wish = new DigestWish(int.Parse(form.Values[FieldNames.DigestDay]!, CultureInfo.InvariantCulture), HourText.Time(form.Values[FieldNames.DigestAt]!)!.Value)
        {
            WhenNothing = Enum.Parse<WhenNothing>(form.Values[FieldNames.WhenNothing]!, ignoreCase: true),
            DuringLeave = Enum.Parse<DuringLeave>(form.Values[FieldNames.DuringLeave]!, ignoreCase: true),
        };
        return Wished(scene, wish, PromiseSteps.Saved(Verbs.DigestSettings), form);
    }

    private static Step Set(Scene scene, Intent intent, Func<DigestWish, DigestWish> change) =>
        DigestViews.Settings(scene.Alliance, scene.Me) is { } now
            ? Wished(scene, change(now.Wish), PromiseSteps.Saved(intent.Verb.Name))
            : new Shows(None(scene));

    private static Does Wished(Scene scene, DigestWish wish, Said saved, Form? form = null) =>
        new(new SetDigest(wish, scene.Ask), scene.Me, saved) { View = Keys.Of(ListKind.DigestSettings), Form = form };

    private static Form FormOf(Scene scene, Intent intent, DigestSettingsView now)
    {
        var at = DecisionForms.Field(scene, intent, FieldNames.DigestAt, FieldKind.Line, HourText.Of(now.Wish.At), required: true);
        at = at with { Value = Hour(at.Value) };
        var day = DecisionForms.Field(scene, intent, FieldNames.DigestDay, FieldKind.Choice, $"{now.Wish.Day}", required: true);
        if (day.Fault is null && !now.Workdays.Any(workday => day.Value == $"{workday}"))
        {
            day = day with { Fault = new Said("digest.no-workday").Wording("day", $"option.digestDay.{day.Value}") };
        }

        if (at.Fault is null && HourText.Time(at.Value) is null) at = at with { Fault = new Said("digest.no-hour").Quoting("typed", Clean.Short(at.Value)) };
        return DecisionForms.Made(scene, intent, null, 0,
        [
            day with
            {
                Options = now.Workdays.Select(static day => new Option($"{day}", "") { Key = $"option.digestDay.{day}" }).ToValueList(),
            },
            at,
            Choice(scene, intent, FieldNames.WhenNothing, Keys.Of(now.Wish.WhenNothing)),
            Choice(scene, intent, FieldNames.DuringLeave, Keys.Of(now.Wish.DuringLeave)),
        ]);
    }

    /// <summary>"at 9" without the word that announces it.</summary>
    private static string Hour(string typed)
    {
        var space = typed.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && GrammarWords.English.Clauses[FieldNames.DigestAt].Contains($"{typed[..space].ToLowerInvariant()}:") ? typed[(space + 1)..] : typed;
    }

    private static FormField Choice(Scene scene, Intent intent, string name, string stands) =>
        DecisionForms.Field(scene, intent, name, FieldKind.Choice, stands, required: true) with
        {
            Options = Choices(name).Select(value => new Option(value, "") { Key = $"option.{name}.{value}" }).ToValueList(),
        };

    private static Step Remark(Scene scene, Intent intent)
    {
        if (PromiseSteps.CommitmentOf(scene.Alliance, intent.Item) is not { } id || !May.Do(scene.Alliance, scene.Me, Act.Status, id))
        {
            return PromiseSteps.Refused(Refusal.NotYours);
        }

        var promise = scene.Alliance.Commitments[id];
        var form = DecisionForms.Made(scene, intent with { Item = (Subject)id }, id, promise.Revision,
            [DecisionForms.Field(scene, intent, FieldNames.Note, FieldKind.Lines, "", required: true) with { Most = DigestDecider.RemarkLetters }]);
        if (string.IsNullOrWhiteSpace(form.Values[FieldNames.Note]) || form.IsFaulty) return new Shows(new FormShowing(form));
        return new Does(
            new RemarkOn(id, scene.Say(1, form.Values[FieldNames.Note]!), scene.Ask), DigestPreview(scene),
            PromiseSteps.Saved(Verbs.Remark).With("item", (Subject)id))
        {
            Form = form,
        };
    }

    private static LocalDateTime Local(Scene scene, Instant at) => at.InZone(Domain.Calendars.Of(scene.Alliance, scene.Me).Zone).LocalDateTime;
}
