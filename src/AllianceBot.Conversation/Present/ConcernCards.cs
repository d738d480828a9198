using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>A concern as a card: the sentence, how a talk could go, who reads it by name, and a talk offered first.</summary>
internal static class ConcernCards
{
    /// <summary>Buttons that stand open.</summary>
    private const int Open = 4;

    /// <summary>How many lines say in which order a talk goes well.</summary>
    private const int Steps = 5;

    public static CardModel Model(Speech speech, ConcernCard concern) => new(16)
    {
        ["title"] = speech.Text(concern.QuietTo is null ? "concern.title" : "concern.quiet.title"),
        ["who"] = speech.Text("concern.who", ("who", speech.Name(concern.By)), ("kind", speech.Text($"value.{concern.Kind}"))),
        ["status"] = speech.Text($"concern.state.{Keys.Of(concern.State)}"),
        ["text"] = speech.Name(concern.Sentence),
        ["changes"] = Talk(speech, concern),
        ["facts"] = CardValue.List(Facts(speech, concern)),
        ["quotes"] = CardValue.List(concern.Answers.Where(static answer => answer.Said is not null).Select(answer => new CardModel
        {
            ["said"] = speech.Name(answer.Said),
            ["by"] = speech.Name(answer.By),
        }).ToList()),
        ["lines"] = CardValue.List(Lines(speech, concern), static line => new CardModel { ["line"] = line }),
        ["question"] = Question(speech, concern),
        ["history"] = CardValue.List(History(speech, concern), static line => new CardModel { ["line"] = line }),
        ["seenby"] = concern.SeenBy.Count > 0
            ? speech.Text("case.seenby", ("people", Names(speech, concern.SeenBy)))
            : speech.Text("concern.seenby"),
        ["acts"] = Buttons(speech, concern),
    };

    public static CardText Names<TId>(Speech speech, IEnumerable<Named<TId>> names)
        where TId : struct, IId => DecisionCards.And(speech, names.Select(one => speech.Name(one.Name)));

    /// <summary>How a direct talk goes well: what happened, what matters, what would work, what is agreed, when one looks again.</summary>
    public static CardModel Prompt(Speech speech) => new()
    {
        ["title"] = speech.Text("talk.prompt"),
        ["lines"] = CardValue.List(Enumerable.Range(1, Steps).Select(step => speech.Text($"talk.prompt.{step}")).ToList(), static line => new CardModel { ["line"] = line }),
    };

    private static CardModel? Talk(Speech speech, ConcernCard concern) =>
        concern is { State: ConcernState.Open, QuietTo: null } ? Prompt(speech) : null;

    private static List<CardModel> Facts(Speech speech, ConcernCard concern)
    {
        var facts = new List<CardModel>();
        void Add(string key, CardText value) => facts.Add(PromiseCards.Fact(speech, key, value));
        if (concern.People.Count > 0) Add("concern.people", Names(speech, concern.People));
        if (concern.About is { Name: { } promise }) Add("concern.about", CardText.Markup(promise));
        if (concern.QuietTo is { } neutral) Add("concern.quiet.to", speech.Name(neutral));
        foreach (var answer in concern.Answers) Add("concern.talk", speech.Text(answer.Yes ? "concern.talk.yes" : "concern.talk.no", ("who", speech.Name(answer.By))));
        if (concern.Case is { Name: { } name }) Add("concern.case", CardText.Markup(name));
        return facts;
    }

    private static List<CardText> Lines(Speech speech, ConcernCard concern)
    {
        var lines = new List<CardText>();
        if (concern.HeardAt is { } heard) lines.Add(speech.Text("concern.heard", ("date", speech.Day(heard))));
        foreach (var helpers in concern.SharedWith) lines.Add(speech.Text($"concern.shared.{Keys.Of(helpers)}"));
        if (concern.Missing.Count > 0)
        {
            lines.Add(speech.Text("concern.missing", ("partners", Names(speech, concern.Missing))));
        }
        else if (concern.CaseWanted && concern.State == ConcernState.Open)
        {
            lines.Add(speech.Text("concern.process-there"));
        }

        if (concern.WordsGone is { } gone) lines.Add(speech.Text("words.gone", ("date", speech.Day(gone))));
        return lines;
    }

    private static CardText? Question(Speech speech, ConcernCard concern) => concern.Acts.Count == 0 ? null : concern.Acts[0] switch
    {
        ConcernAct.AnswerTalk => speech.Text("question.talk"),
        ConcernAct.OfferTalk => speech.Text("question.offerTalk"),
        _ => null,
    };

    private static List<CardText> History(Speech speech, ConcernCard concern)
    {
        var lines = new List<CardText>();
        foreach (var entry in concern.History)
        {
            var said = new Said($"history.{entry.What}");
            said = entry.By is { } by ? said.With("who", (Subject)by.Id) : said.Wording("who", "words.clock");
            lines.Add(speech.Text("history.line", ("date", speech.Day(entry.At)), ("what", speech.Say(said))));
        }

        return lines;
    }

    private static CardValue Buttons(Speech speech, ConcernCard concern)
    {
        var verbs = new List<(string Verb, string Key)>();
        foreach (var act in concern.Acts)
        {
            verbs.Add((ConcernSteps.Verb(act), $"act.concern.{Keys.Of(act)}"));
            if (act == ConcernAct.AnswerTalk) verbs.Add((Verbs.Decline, "act.concern.notNow"));
        }

        return CardValue.List(verbs.Select((one, at) => new CardModel
        {
            ["title"] = speech.Text(one.Key),
            ["verb"] = CardValue.Token(one.Verb),
            ["item"] = CardValue.Token(((Subject)concern.Id).ToString()),
            ["revision"] = CardValue.Token($"{concern.Revision}"),
            ["mode"] = CardValue.Token(at < Open && one.Verb != Verbs.Withdraw ? "primary" : "secondary"),
        }).ToList());
    }
}
