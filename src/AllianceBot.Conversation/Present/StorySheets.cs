using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Joint stories and thanks as sheets, and the lists of digests and of how one wants them.</summary>
internal static class StorySheets
{
    public static Sheet Of(Speech speech, StoryView story)
    {
        var sheet = new Sheet(speech, speech.Text("story.title")).Line(speech.Name(story.Text));
        if (story.ShownAt is null) sheet.Line(speech.Text("story.waits", ("date", speech.Day(story.AnswerBy - NodaTime.Duration.Epsilon))));
        if (story.Named.Count > 0) sheet.Line(Named(speech, story));
        else sheet.Line(speech.Text("story.partners", ("count", story.Partners)));
        foreach (var choice in story.Choices)
        {
            sheet.Line(speech.Text(
                choice.Says switch { null => "story.asks", true => "story.says.yes", false => "story.says.no" }, ("partner", speech.Name(choice.Partner.Name))));
        }

        if (story.Choices.Count > 0) sheet.Act(Verbs.NameUs).Act(Verbs.LeaveUsOut);
        return story.MayWithdraw ? sheet.Act(Verbs.WithdrawStory) : sheet;
    }

    public static Sheet Of(Speech speech, ValueList<StoryView> stories)
    {
        var sheet = new Sheet(speech, speech.Text("stories.title"));
        if (stories.Count == 0) sheet.Line(speech.Text("stories.none"));
        foreach (var story in stories)
        {
            var heading = story.ShownAt is { } shown ? speech.Day(shown) : speech.Text("stories.waiting");
            sheet.Group(heading, [speech.Name(story.Text), story.Named.Count > 0 ? Named(speech, story) : speech.Text("story.partners", ("count", story.Partners))]);
        }

        return sheet.Act(Verbs.Story);
    }

    public static Sheet Of(Speech speech, ValueList<ThanksView> thanks)
    {
        var sheet = new Sheet(speech, speech.Text("thanks.title"));
        if (thanks.Count == 0) sheet.Line(speech.Text("thanks.none"));
        foreach (var one in thanks) sheet.Line(Line(speech, one));
        return sheet.Act(Verbs.Thank);
    }

    public static Sheet Of(Speech speech, ValueList<DigestRow> digests)
    {
        var sheet = new Sheet(speech, speech.Text("digests.title")).Line(speech.Text("digests.lead"));
        foreach (var row in digests)
        {
            var label = speech.Text("digests.row", ("date", speech.Day(row.At)), ("count", row.Results));
            sheet.Row(row.Open > 0 ? speech.Text("digests.open", ("row", label), ("count", row.Open)) : label, Verbs.Digest, row.Id.Subject);
        }

        return sheet.Act(Verbs.Digest).Act(Verbs.DigestSettings);
    }

    public static Sheet Of(Speech speech, DigestSettingsView settings)
    {
        var sheet = new Sheet(speech, speech.Text("digest-settings.title"));
        var wish = settings.Wish;
        sheet.Line(wish.Off
            ? speech.Text("digest-settings.off")
            : speech.Text("digest-settings.when", ("day", speech.Text($"option.digestDay.{wish.Day}")), ("at", CardText.Markup(HourText.Of(wish.At))), ("zone", CardText.Typed(settings.Zone))));
        if (settings.Next is { } next) sheet.Line(speech.Text("digest-settings.next", ("at", speech.Say(new Said("option.moment").With("at", next.InZone(Zone(settings)).LocalDateTime)))));
        if (!wish.Off)
        {
            sheet.Line(speech.Text($"digest-settings.whenNothing.{Keys.Of(wish.WhenNothing)}"));
            sheet.Line(speech.Text($"digest-settings.duringLeave.{Keys.Of(wish.DuringLeave)}"));
        }

        return wish.Off ? sheet.Act(Verbs.DigestOn) : sheet.Act(Verbs.DigestSettings).Act(Verbs.DigestOff).Act(Verbs.Digest);
    }

    public static CardText Line(Speech speech, ThanksView thanks) => speech.Text(
        "thanks.line", ("who", speech.Name(thanks.By.Name)),
        ("whom", thanks.Person is { } person ? speech.Name(person.Name) : speech.Name(thanks.Partner)), ("text", speech.Name(thanks.Text)));

    /// <summary>Those who are named; that there are others is said only where there are.</summary>
    public static CardText Named(Speech speech, StoryView story) =>
        speech.Text(story.Named.Count < story.Partners ? "story.named" : "story.named.all", ("partners", DecisionCards.And(speech, story.Named.Select(partner => speech.Name(partner.Name)))));

    private static NodaTime.DateTimeZone Zone(DigestSettingsView settings) =>
        NodaTime.DateTimeZoneProviders.Tzdb.GetZoneOrNull(settings.Zone) ?? NodaTime.DateTimeZone.Utc;
}
