using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>
/// A digest as a card. What stands open fits one screen of a phone: purpose and result, then what needs the reader, with
/// its buttons; all else is folded beneath.
/// </summary>
internal static class DigestCards
{
    public const string Template = "digests/digest";

    /// <summary>Lines of the story on the first screen of a phone.</summary>
    private const int StoryLines = 2;

    /// <summary>Results that are named in the one line about them.</summary>
    private const int Named = 2;

    /// <summary>That a digest or a look ahead came says its title, and for whom one stands in, a line beneath; what was answered is said above it.</summary>
    public static Said? Lead(Said? lead) =>
        lead?.Key is $"notice.{DigestNotices.Made}" or $"notice.{DigestNotices.Covered}" or $"notice.{DigestNotices.Preview}" ? null : lead;

    public static CardModel Model(Speech speech, DigestCard digest)
    {
        var id = digest.Id.Subject;
        return new CardModel(32)
        {
            ["title"] = Title(speech, digest),
            ["asof"] = digest.Latest ? default(CardValue) : speech.Text("digest.as-of", ("at", speech.Day(digest.At))),
            ["covering"] = digest.Covering ? speech.Text("digest.covering", ("who", speech.Name(digest.Reader.Name))) : default(CardValue),
            ["purpose"] = digest.Purpose is { } purpose ? CardText.Typed(purpose) : default(CardValue),
            ["story"] = StoryIn(speech, digest, StoryLines),
            ["storyline"] = StoryIn(speech, digest, 1),
            // Purpose and result take a line each where a story stands between them.
            ["result"] = digest.Quiet || digest.Story is not null ? default(CardValue) : Result(speech, digest),
            ["resultline"] = digest.Quiet || digest.Story is null ? default(CardValue) : Result(speech, digest),
            ["needs"] = digest.Needs.Count > 0 ? Needs(speech, digest) : digest.Quiet ? default(CardValue) : speech.Text("digest.needs.none"),
            ["rows"] = CardValue.List(digest.Needs, need => DigestNeedRows.Row(speech, need, id)),
            ["quiet"] = digest.Quiet ? speech.Text("digest.quiet") : default(CardValue),
            ["folds"] = !digest.Quiet,
            ["opening"] = Opening(speech, digest),
            ["parts"] = CardValue.List(digest.Parts, part => Part(speech, digest, part)),
            ["sections"] = CardValue.List(DigestSections.Of(speech, digest)),
            ["foot"] = speech.Text(digest.Covering ? "digest.foot.cover" : digest.Latest ? "digest.foot" : "digest.foot.as-of"),
            ["view"] = CardValue.Token(id.ToString()),
        };
    }

    /// <summary>The story where it has so many lines: what is said above it, of when or for whom it is, takes from them.</summary>
    private static CardValue StoryIn(Speech speech, DigestCard digest, int lines) =>
        digest.Story is { } story && StoryLines - (digest.Latest ? 0 : 1) - (digest.Covering ? 1 : 0) == lines
            ? speech.Text("digest.story", ("story", speech.Name(story.Text)))
            : default(CardValue);

    private static CardText Title(Speech speech, DigestCard digest) => speech.Text(
        "digest.title", ("alliance", speech.Name(digest.Alliance)), ("from", (digest.From.Year, digest.From.Month) == (digest.Until.Year, digest.Until.Month) ? CardText.Markup($"{digest.From.Day}") : Short(speech, digest.From)),
        ("until", Short(speech, digest.Until)));

    private static CardText Short(Speech speech, NodaTime.LocalDate date) =>
        speech.Text("digest.day", ("day", date.Day), ("month", speech.Text($"date.month.{date.Month}")));

    private static CardText Result(Speech speech, DigestCard digest)
    {
        if (digest.ResultCount == 0) return speech.Text("digest.result.none");
        var named = digest.Results.Take(Named).Select(result => speech.Text(
            "digest.result.one", ("what", speech.Name(result.What)), ("who", speech.Name(result.Receiver.Name)))).ToList();
        if (named.Count == 0) return speech.Text("digest.result.hidden", ("count", digest.ResultCount));
        var all = DecisionCards.And(speech, named);
        return digest.ResultCount > named.Count
            ? speech.Text("digest.result.more", ("results", all), ("count", digest.ResultCount - named.Count))
            : speech.Text("digest.result", ("results", all));
    }

    private static CardText Needs(Speech speech, DigestCard digest) => digest switch
    {
        { Open: 0 } => speech.Text("digest.needs.done"),
        _ when digest.NeedCount > digest.Needs.Count => speech.Text("digest.needs.of", ("count", digest.Open), ("all", digest.NeedCount)),
        _ => speech.Text("digest.needs", ("count", digest.Open)),
    };

    /// <summary>In full beneath what is cut to a line above: the story with who is named, every result, and the numbers that came in.</summary>
    private static CardValue Opening(Speech speech, DigestCard digest)
    {
        var lines = new List<CardModel>();
        if (digest.Story is { } story)
        {
            lines.Add(DigestSections.Line(speech.Name(story.Text), story.Id));
            lines.Add(DigestSections.Line(story.Named.Count > 0
                ? StorySheets.Named(speech, story)
                : speech.Text("story.partners", ("count", story.Partners))));
        }

        lines.AddRange(digest.Results.Select(result => DigestSections.Line(speech.Text(
            "digest.result.full", ("number", CardText.Markup(result.Label)), ("what", speech.Name(result.What)),
            ("doer", speech.Name(result.Doer.Name)), ("who", speech.Name(result.Receiver.Name))), result.Id)));
        lines.AddRange(digest.Progress.Select(reading => DigestSections.Line(Progress(speech, reading), reading.Id)));
        return CardValue.List(lines);
    }

    private static CardText Progress(Speech speech, DigestReadingView reading) => speech.Text(
        reading.Reached ? "digest.progress.reached" : "digest.progress",
        ("number", reading.Number), ("what", speech.Name(reading.Name)), ("amount", IndicatorCards.Amount(speech, reading.Value, reading.Unit)),
        ("date", speech.Date(reading.On)), ("target", IndicatorCards.Amount(speech, reading.Target, reading.Unit)));

    private static CardModel Part(Speech speech, DigestCard digest, DigestPartView part)
    {
        var figures = DigestFigures.Lines(speech, part);
        return new CardModel(12)
        {
            ["name"] = digest.Parts.Count > 1 ? speech.Name(part.Partner.Name) : default(CardValue),
            ["groups"] = CardValue.List(part.Groups.Where(static group => group.Count > 0).ToList(), group => Group(speech, group)),
            ["figures"] = CardValue.List(figures, static line => new CardModel { ["line"] = line }),
            ["charts"] = CardValue.List(DigestFigures.Charts(speech, part)),
        };
    }

    private static CardModel Group(Speech speech, DigestGroupView group) => new()
    {
        ["title"] = speech.Text($"digest.group.{Keys.Of(group.Kind)}", ("count", group.Count)),
        ["lines"] = CardValue.List(group.Lines, line => DigestLines.Row(speech, group.Kind, line)),
        ["more"] = group.Count > group.Lines.Count ? speech.Text("list.more", ("count", group.Count - group.Lines.Count)) : default(CardValue),
    };
}
