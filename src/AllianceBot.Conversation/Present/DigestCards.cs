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

    /// <summary>Results that are named in the one line about them.</summary>
    private const int Named = 2;

    public static CardModel Model(Speech speech, DigestCard digest)
    {
        var id = digest.Id.Subject;
        return new CardModel(32)
        {
            ["title"] = Title(speech, digest),
            ["asof"] = digest.Latest ? default(CardValue) : speech.Text("digest.as-of", ("at", speech.Day(digest.At))),
            ["covering"] = digest.Covering ? speech.Text("digest.covering", ("who", speech.Name(digest.Reader.Name))) : default(CardValue),
            ["purpose"] = digest.Purpose is { } purpose ? CardText.Typed(purpose) : default(CardValue),
            ["story"] = digest.Story is { } story ? speech.Text("digest.story", ("story", speech.Name(story.Text))) : default(CardValue),
            ["result"] = Result(speech, digest),
            ["needs"] = digest.Needs.Count > 0 ? Needs(speech, digest) : digest.Quiet ? default(CardValue) : speech.Text("digest.needs.none"),
            ["rows"] = CardValue.List(digest.Needs, need => DigestNeedRows.Row(speech, need, id)),
            ["quiet"] = digest.Quiet ? speech.Text("digest.quiet") : default(CardValue),
            ["folds"] = !digest.Quiet,
            ["opening"] = Opening(speech, digest),
            ["parts"] = CardValue.List(digest.Parts, part => Part(speech, digest, part)),
            ["sections"] = CardValue.List(Sections(speech, digest)),
            ["foot"] = speech.Text(digest.Covering ? "digest.foot.cover" : "digest.foot"),
            ["view"] = CardValue.Token(id.ToString()),
        };
    }

    private static CardText Title(Speech speech, DigestCard digest) => speech.Text(
        "digest.title", ("alliance", speech.Name(digest.Alliance)), ("from", Short(speech, digest.From)), ("until", Short(speech, digest.Until)));

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

    /// <summary>In full beneath what is cut to a line above: the story with who is named, and every result.</summary>
    private static CardValue Opening(Speech speech, DigestCard digest)
    {
        var lines = new List<CardText>();
        if (digest.Story is { } story)
        {
            lines.Add(speech.Name(story.Text));
            lines.Add(story.Named.Count > 0
                ? speech.Text("story.named", ("partners", DecisionCards.And(speech, story.Named.Select(partner => speech.Name(partner.Name)))))
                : speech.Text("story.partners", ("count", story.Partners)));
        }

        lines.AddRange(digest.Results.Select(result => speech.Text(
            "digest.result.full", ("number", CardText.Markup(result.Label)), ("what", speech.Name(result.What)),
            ("doer", speech.Name(result.Doer.Name)), ("who", speech.Name(result.Receiver.Name)))));
        return CardValue.List(lines, static line => new CardModel { ["line"] = line });
    }

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

    private static List<CardModel> Sections(Speech speech, DigestCard digest)
    {
        var sections = new List<CardModel>();
        if (!digest.Covering) sections.Add(Section(speech.Text("digest.cases"), Cases(speech, digest)));
        if (digest.Overview is { } overview) sections.AddRange(Overview(speech, overview));
        if (digest.Thanks.Count > 0) sections.Add(Section(speech.Text("digest.thanks"), digest.Thanks.Select(thanks => StorySheets.Line(speech, thanks))));
        return sections;
    }

    /// <summary>Counts by step; of cases of others the same words for none and for few.</summary>
    private static IEnumerable<CardText> Cases(Speech speech, DigestCard digest)
    {
        foreach (var step in digest.Cases)
        {
            yield return speech.Text(step.Own ? "digest.cases.own" : "digest.cases.all", ("step", step.Step), ("count", step.Count));
        }

        if (digest.Cases.All(static step => step.Own)) yield return speech.Text("digest.cases.few");
    }

    private static IEnumerable<CardModel> Overview(Speech speech, DigestOverviewView overview)
    {
        var figures = overview.Figures;
        if (figures.Silent.Count > 0)
        {
            yield return Section(speech.Text("digest.silent", ("count", figures.Silent.Count)), figures.Silent.Select(silence => silence.Since is { } since
                ? speech.Text("digest.silent.since", ("who", speech.Name(overview.Silent.First(one => one.Id == silence.Partner).Name)), ("date", speech.Date(since)))
                : speech.Text("digest.silent.never", ("who", speech.Name(overview.Silent.First(one => one.Id == silence.Partner).Name)))));
        }

        if (figures.UnansweredCount > 0)
        {
            yield return Section(
                speech.Text("digest.unanswered", ("count", figures.UnansweredCount)),
                overview.Unanswered.Select(line => DigestLines.Fact(speech, DigestGroupKind.Unanswered, line)));
        }

        var lines = new List<CardText>();
        if (figures is { TopPerson: { } person, TopPartner: { } partner })
        {
            lines.Add(figures.Ceiling is { } ceiling && Math.Max(person, partner) > ceiling
                ? speech.Text("digest.load.above", ("person", person), ("partner", partner), ("ceiling", ceiling))
                : speech.Text("digest.load.spread", ("person", person), ("partner", partner)));
        }

        if (figures.CasesEnding > 0) lines.Add(speech.Text("digest.cases.ending", ("count", figures.CasesEnding)));
        lines.Add(speech.Text("digest.reach", ("count", figures.NotReached)));
        yield return Section(speech.Text("digest.alliance"), lines);
    }

    private static CardModel Section(CardText title, IEnumerable<CardText> lines) => new()
    {
        ["title"] = title,
        ["lines"] = CardValue.List(lines.ToArray(), static line => new CardModel { ["line"] = line }),
    };
}
