using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>A case as a card for who is in it: where it stands, what is asked now, what was written, who reads it by name.</summary>
internal static class CaseCards
{
    /// <summary>Buttons that stand open.</summary>
    private const int Open = 4;

    private static readonly CaseAct[] Seldom =
    [
        CaseAct.Pause, CaseAct.RestPromises, CaseAct.WakePromises, CaseAct.Respond, CaseAct.StepDown, CaseAct.RaiseLevel, CaseAct.Refer,
        CaseAct.Withdraw, CaseAct.AskSkip, CaseAct.GoDown, CaseAct.Extend,
    ];

    public static CardModel Model(Speech speech, CaseCard one) => new(20)
    {
        ["title"] = speech.Text("case.title", ("name", CardText.Markup(one.Name)), ("kind", speech.Text($"value.{one.Kind}"))),
        ["who"] = one.Parties.Count == 0 ? speech.Text("words.nobody")
            : speech.Text("case.between", ("parties", ConcernCards.Names(speech, one.Parties.Select(static party => party.Partner)))),
        ["status"] = Status(speech, one),
        // Who is only asked about a ground reads the wish alone.
        ["text"] = one.SeenBy.Count == 0 ? default(CardValue) : speech.Name(one.Matter),
        ["changes"] = Now(speech, one),
        ["facts"] = CardValue.List(CaseLines.Facts(speech, one)),
        ["quotes"] = CardValue.List(one.Items.SelectMany(item => CaseLines.Quotes(speech, item)).ToList()),
        ["lines"] = CardValue.List(CaseLines.Of(speech, one), static line => new CardModel { ["line"] = line }),
        ["question"] = Question(speech, one),
        ["history"] = CardValue.List(CaseLines.History(speech, one), static line => new CardModel { ["line"] = line }),
        ["seenby"] = one.SeenBy.Count == 0 ? speech.Text("case.seenby.confirm") : speech.Text("case.seenby", ("people", ConcernCards.Names(speech, one.SeenBy))),
        ["acts"] = Buttons(speech, one),
    };

    private static CardText Status(Speech speech, CaseCard one)
    {
        if (one.Ending is { } ending) return speech.Text($"case.end.{Keys.Of(ending.As)}", ("date", speech.Day(ending.At)));
        var rung = one.Rung > 0 ? speech.Name(one.Rungs[one.Rung - 1].Name) : speech.Text("case.state.raised");
        return one.State switch
        {
            CaseState.Raised => rung,
            CaseState.OnRung => speech.Text("case.state.onRung", ("number", one.Rung), ("count", one.Rungs.Count), ("rung", rung)),
            CaseState.Paused when one.PausedUntil is { } until => speech.Text("case.state.pausedUntil", ("date", speech.Date(until))),
            _ => speech.Text($"case.state.{Keys.Of(one.State)}"),
        };
    }

    /// <summary>What this rung is for; on the lowest one in which order a talk goes well.</summary>
    private static CardModel? Now(Speech speech, CaseCard one)
    {
        if (one.State != CaseState.OnRung || one.Rung == 0 || one.SeenBy.Count == 0) return null;
        var rung = one.Rungs[one.Rung - 1];
        if (rung is { People: RungPeople.Concerned, HasNeutral: false }) return ConcernCards.Prompt(speech);
        return new CardModel
        {
            ["title"] = speech.Text("case.todo"),
            ["lines"] = CardValue.List((CardText[])[speech.Name(rung.Todo)], static line => new CardModel { ["line"] = line }),
        };
    }

    private static CardText? Question(Speech speech, CaseCard one)
    {
        if (one.Acts.Count == 0) return null;
        var key = $"question.case.{Keys.Of(one.Acts[0])}";
        return speech.Has(key) ? speech.Text(key) : one.TimeUp ? speech.Text("question.case.timeUp") : null;
    }

    private static CardValue Buttons(Speech speech, CaseCard one)
    {
        var acts = one.Acts.OrderBy(static act => Array.IndexOf(Seldom, act) >= 0).ToList();
        return CardValue.List(acts.Select((act, at) => new CardModel
        {
            ["title"] = speech.Text($"act.case.{Keys.Of(act)}"),
            ["verb"] = CardValue.Token(CaseSteps.Verb(act)),
            ["item"] = CardValue.Token(((Subject)one.Id).ToString()),
            ["revision"] = CardValue.Token($"{one.Revision}"),
            ["mode"] = CardValue.Token(at < Open && !Seldom.Contains(act) ? "primary" : "secondary"),
        }).ToList());
    }
}
