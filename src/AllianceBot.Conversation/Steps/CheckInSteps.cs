using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Putting a check-in aside, saying that an answer was looked at, asking a colleague.</summary>
internal static class CheckInSteps
{
    public static Step Next(Scene scene, Intent intent)
    {
        if (intent.Item is not { } item || Find(scene, item, intent.Verb.Name) is not { } card) return Impossible(scene, intent);
        var revision = item.Kind == SubjectKind.CheckIn && !scene.Typed ? scene.Seen ?? card.Revision : card.Revision;
        switch (intent.Verb.Name)
        {
            case Verbs.Seen:
                return Do(scene, intent, card, new SeeCheckInAnswer(card.Id, revision, scene.Ask));
            case Verbs.Snooze:
                var calendar = Domain.Calendars.Of(scene.Alliance, scene.Me);
                if (intent.Fields[FieldNames.When] is { } written && intent.Faults.Count == 0 && Moments.Instant(written, calendar, scene.Now) is { } until)
                {
                    return Do(scene, intent, card, new SnoozeCheckIn(card.Id, revision, scene.Ask, until), until);
                }

                return new Shows(new FormShowing(Form(scene, intent, card, FieldNames.When, card.SnoozeTimes.Select(at =>
                    new Option(Moments.Write(at, calendar.Zone), "") { Says = new Said("option.moment").With("at", at.InZone(calendar.Zone).LocalDateTime) }).ToValueList())));
            default:
                if (intent.Fields[FieldNames.Person] is { Length: > 0 } colleague && intent.Faults.Count == 0)
                {
                    return Do(scene, intent, card, new AskColleague(card.Id, revision, scene.Ask, new(colleague)));
                }

                return new Shows(new FormShowing(Form(scene, intent, card, FieldNames.Person, card.Colleagues.Select(static choice =>
                    new Option(choice.Value, choice.Text ?? "")).ToValueList())));
        }
    }

    /// <summary>The check-in of this thing with which this person can do that now.</summary>
    public static CheckInCard? Find(Scene scene, Subject item, string verb)
    {
        var act = verb switch
        {
            Verbs.Snooze => CheckInAct.Snooze,
            Verbs.Seen => CheckInAct.Seen,
            _ => CheckInAct.AskColleague,
        };
        return Of(scene, item).LastOrDefault(card => card.Acts.Contains(act));
    }

    /// <summary>The check-ins of a thing that this person may see, the latest last.</summary>
    public static IEnumerable<CheckInCard> Of(Scene scene, Subject item)
    {
        if (item.Kind == SubjectKind.CheckIn)
        {
            return CheckInViews.Card(scene.Alliance, scene.Reader, new(item.Id), scene.Now) is { } one ? [one] : [];
        }

        return scene.Alliance.CheckIns.Where(checkIn => checkIn.Commitment.Value == item.Id).OrderBy(static checkIn => checkIn.At)
            .Select(checkIn => CheckInViews.Card(scene.Alliance, scene.Reader, checkIn.Id, scene.Now)).OfType<CheckInCard>();
    }

    private static Does Do(Scene scene, Intent intent, CheckInCard card, Command command, NodaTime.Instant? until = null)
    {
        var saved = PromiseSteps.Saved(intent.Verb.Name).With("item", (Subject)card.Commitment);
        return new(command, card.Id, until is { } at ? saved.With("at", at.InZone(Domain.Calendars.Of(scene.Alliance, scene.Me).Zone).LocalDateTime) : saved);
    }

    private static Form Form(Scene scene, Intent intent, CheckInCard card, string name, ValueList<Option> options)
    {
        var fault = intent.Faults.FirstOrDefault(fault => fault.Field == name)?.Why ?? (scene.Sent ? new Said("field.missing") : null);
        var field = new FormField(name, FieldKind.Choice, options.Count > 0 ? options[0].Value : "")
        {
            Required = true,
            Options = options,
            Fault = fault,
        };
        return new(intent.Verb.Name, scene.Sent ? scene.Ask.Value : scene.Draft, card.Id, card.Revision, [field]);
    }

    /// <summary>The decider says why not; what the asker may not know of stays unknown.</summary>
    private static Shows Impossible(Scene scene, Intent intent)
    {
        if (intent.Item is not { } item || Of(scene, item).LastOrDefault() is not { } card) return PromiseSteps.Refused(Refusal.NotYours);
        Command command = intent.Verb.Name switch
        {
            Verbs.Seen => new SeeCheckInAnswer(card.Id, card.Revision, scene.Ask),
            Verbs.Snooze => new SnoozeCheckIn(card.Id, card.Revision, scene.Ask, scene.Now + NodaTime.Duration.FromMinutes(1)),
            _ => new AskColleague(card.Id, card.Revision, scene.Ask, default),
        };
        var decided = AllianceDecider.Decide(scene.Alliance, command, new(scene.Me, scene.Now));
        var refusal = (decided as Outcome.Refused)?.Refusal ?? new Refusal("not-now");
        return PromiseSteps.Refused(refusal, refusal == Refusal.NotYours ? null : card.Id);
    }
}
