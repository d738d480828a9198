using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What a digest says beneath the promises: decisions, numbers asked for, cases, the alliance as a whole, thanks. A line about one thing opens it.</summary>
internal static class DigestSections
{
    public static List<CardModel> Of(Speech speech, DigestCard digest)
    {
        var sections = new List<CardModel>();
        if (digest.Decisions.Count > 0) sections.Add(Section(speech.Text("digest.decisions", ("count", digest.Decisions.Count)), digest.Decisions.Select(one => Decision(speech, one))));
        if (digest.Indicators.Count > 0) sections.Add(Section(speech.Text("digest.indicators", ("count", digest.Indicators.Count)), digest.Indicators.Select(one => Indicator(speech, one))));
        if (!digest.Covering) sections.Add(Section(speech.Text("digest.cases"), Cases(speech, digest).Select(line => Line(line))));
        if (digest.Overview is { } overview) sections.AddRange(Overview(speech, overview));
        if (digest.Thanks.Count > 0) sections.Add(Section(speech.Text("digest.thanks"), digest.Thanks.Select(thanks => Line(StorySheets.Line(speech, thanks)))));
        return sections;
    }

    /// <summary>One line; about one thing it opens that, and is called by its own words.</summary>
    public static CardModel Line(CardText line, Subject? item = null) => new(4)
    {
        ["line"] = line,
        ["item"] = item is { } opens ? CardValue.Token(opens.ToString()) : default(CardValue),
        ["tip"] = line,
    };

    private static CardModel Decision(Speech speech, DigestDecisionView one) => Line(speech.Text(
        $"digest.decision.{Keys.Of(one.Wants)}", ("number", one.Number), ("title", speech.Name(one.Title)), ("date", speech.Date(one.Closes))), one.Id);

    private static CardModel Indicator(Speech speech, DigestIndicatorView one) => Line(speech.Text(
        one.Done ? "digest.indicator.done" : "digest.indicator",
        ("number", one.Number), ("what", speech.Name(one.Name)), ("date", speech.Date(one.On)), ("who", speech.Name(one.Owner))), one.Id);

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
            yield return Section(speech.Text("digest.silent", ("count", figures.Silent.Count)), figures.Silent.Select(silence => Silent(speech, overview, silence)));
        }

        if (figures.UnansweredCount > 0)
        {
            yield return Section(
                speech.Text("digest.unanswered", ("count", figures.UnansweredCount)),
                overview.Unanswered.Select(line => Line(DigestLines.Fact(speech, DigestGroupKind.Unanswered, line), line.Id)));
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
        yield return Section(speech.Text("digest.alliance"), lines.Select(line => Line(line)));
    }

    private static CardModel Silent(Speech speech, DigestOverviewView overview, DigestSilence silence)
    {
        var who = speech.Name(overview.Silent.First(one => one.Id == silence.Partner).Name);
        return Line(
            silence.Since is { } since ? speech.Text("digest.silent.since", ("who", who), ("date", speech.Date(since))) : speech.Text("digest.silent.never", ("who", who)),
            silence.Partner);
    }

    private static CardModel Section(CardText title, IEnumerable<CardModel> lines) => new()
    {
        ["title"] = title,
        ["lines"] = CardValue.List([.. lines]),
    };
}
