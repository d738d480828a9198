using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What needs the reader, each in one line with its few buttons; what is answered says so.</summary>
internal static class DigestNeedRows
{
    /// <summary>Buttons of one thing; short ones, as a check-in's are, or else one fewer, so that they stand in a row on a phone. The line itself opens it.</summary>
    private const int Buttons = 3;

    public static CardModel Row(Speech speech, DigestNeed need, Subject card) => new(8)
    {
        ["line"] = Line(speech, need, "digest.need.title"),
        ["item"] = CardValue.Token(need.Item.ToString()),
        ["revision"] = CardValue.Token($"{need.Revision}"),
        ["tip"] = Line(speech, need, "digest.need.name"),
        ["acts"] = CardValue.List(Acts(speech, need, card)),
    };

    private static CardText Line(Speech speech, DigestNeed need, string called)
    {
        var title = speech.Text(called, ("number", CardText.Typed(need.Number)), ("what", speech.Name(need.What)));
        if (need.Done) return speech.Text("digest.need.done", ("title", title));
        var wants = need.Item.Kind switch
        {
            SubjectKind.Decision => speech.Text($"digest.need.{Keys.Of(need.Wants)}"),
            SubjectKind.Indicator when need.Asked is { } on => speech.Text("digest.need.number", ("date", speech.Date(on))),
            SubjectKind.Indicator => speech.Text("digest.need.report-it"),
            _ => speech.Text($"digest.need.{Keys.Of(need.Waits)}"),
        };
        return speech.Text("digest.need", ("title", title), ("wants", wants));
    }

    private static List<CardModel> Acts(Speech speech, DigestNeed need, Subject card)
    {
        var acts = new List<CardModel>(Buttons);
        foreach (var act in need.Answers) Add($"act.{Keys.Of(act)}", Conversation.Acts.Verb(act));
        foreach (var act in need.Acts) Add($"act.{Keys.Of(act)}", Conversation.Acts.Verb(act));
        foreach (var act in need.Voices) Add($"act.{Keys.Of(act)}", DecisionCards.Verb(act));
        foreach (var act in need.Numbers) Add(act == IndicatorAct.Skip ? "digest.act.skip" : $"act.{Keys.Of(act)}", IndicatorCards.Verb(act));
        var most = need.Answers.Count > 0 ? Buttons : Buttons - 1;
        if (acts.Count > most) acts.RemoveRange(most, acts.Count - most);
        if (acts.Count == 0 && !need.Done) Add("act.show", Verbs.Show);
        return acts;

        void Add(string key, string verb) => acts.Add(new CardModel
        {
            ["title"] = speech.Text(key),
            ["tip"] = speech.Text("digest.need.tip", ("act", speech.Text(key)), ("number", CardText.Typed(need.Number))),
            ["verb"] = CardValue.Token(verb),
            ["item"] = CardValue.Token(need.Item.ToString()),
            ["revision"] = CardValue.Token($"{need.Revision}"),
            ["view"] = CardValue.Token(card.ToString()),
        });
    }
}
