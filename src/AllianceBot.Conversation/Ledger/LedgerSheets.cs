using AllianceBot.Cards;
using AllianceBot.Domain;
using AllianceBot.Engine;

namespace AllianceBot.Conversation;

/// <summary>Figures as a card: each with its number, its meaning in one line, and one button to what is behind it.</summary>
internal static class LedgerSheets
{
    public const string Template = "ledger/figures";

    private static readonly (string Key, Func<LedgerFigure, bool> Has)[] Groups =
    [
        ("ledger.group.outcomes", static figure => figure.IsOutcome),
        ("ledger.group.now", static figure => figure.IsNow),
        ("ledger.group.marks", static figure => figure.IsMark),
        ("ledger.group.answers", static figure => figure is LedgerFigure.AnsweredPromptly or LedgerFigure.AnsweredAfterReminder),
        ("ledger.group.checkins", static figure => figure.IsOfCheckIns),
    ];

    public static Presented? Show(Presenter presenter, Speech speech, Alliance alliance, LedgerShowing showing, Reader reader, PresentContext context)
    {
        var wish = showing.Wish;
        var period = wish.Period(alliance.DateOf(context.Now));
        if (LedgerViews.Card(alliance, reader, wish.Whose, wish.Partner, period, context.Now) is not { } card) return null;
        if (wish.Figure is { } figure && reader is PersonReader { Person: var person })
        {
            return LedgerViews.Items(alliance, person, card, figure, context.Now) is { } items
                ? presenter.Card(speech, ListCards.Template, LedgerItemCards.Model(speech, items, wish, showing.Page), alliance, context, speech.Text("summary.ledger"))
                : null;
        }

        return presenter.Card(speech, Template, Model(speech, card, wish), alliance, context, speech.Text("summary.ledger"));
    }

    public static CardText Title(Speech speech, LedgerCard card) => card.Whose switch
    {
        LedgerWhose.Partner => speech.Text("ledger.title.partner", ("partner", speech.Name(card.Partner))),
        LedgerWhose.Person => speech.Text("ledger.title.person"),
        _ => speech.Text("ledger.title.sum"),
    };

    public static CardText Period(Speech speech, LedgerPeriod period) => period.From is { } from
        ? speech.Text("ledger.period", ("from", speech.Date(from)), ("until", speech.Date(period.Until)))
        : speech.Text("ledger.period.all", ("until", speech.Date(period.Until)));

    private static CardModel Model(Speech speech, LedgerCard card, LedgerWish wish) => new(12)
    {
        ["title"] = Title(speech, card),
        ["lines"] = CardValue.List(Lines(speech, card), static line => new CardModel { ["line"] = line }),
        ["groups"] = CardValue.List(card.Figures is { } figures
            ? [.. Groups.Select(group => Group(speech, card, figures, wish, group.Key, group.Has)).OfType<CardModel>()]
            : []),
        ["acts"] = CardValue.List(Acts(speech, card, wish)),
    };

    private static List<CardText> Lines(Speech speech, LedgerCard card)
    {
        var lines = new List<CardText> { Period(speech, card.Period), speech.Text("ledger.asof", ("moment", speech.Moment(card.AsOf))) };
        if (card.Figures is null) lines.Add(speech.Text("ledger.toofew"));
        else if (card.Figures.IsEmpty) lines.Add(speech.Text("ledger.empty"));
        if (card is { Whose: LedgerWhose.Sum, Figures: { } sum }) lines.Add(speech.Text("ledger.partners", ("count", sum.Partners)));
        if (card.Figures is { CheckInsAsked: > 0 } asked)
        {
            lines.Add(speech.Text("ledger.rate", ("answered", asked.CheckInsAsked - asked.Count(LedgerFigure.CheckInsMissed)), ("asked", asked.CheckInsAsked)));
        }

        lines.Add(card.Partner is { } partner
            ? speech.Text("ledger.seenby.partner", ("partner", speech.Name(partner)))
            : speech.Text(card.Whose == LedgerWhose.Person ? "ledger.seenby.person" : "ledger.seenby.sum"));
        return lines;
    }

    private static CardModel? Group(Speech speech, LedgerCard card, LedgerFigures figures, LedgerWish wish, string key, Func<LedgerFigure, bool> has)
    {
        var (some, none, zeros) = (new List<CardModel>(), new List<CardText>(), new List<CardModel>());
        foreach (var figure in LedgerFigureKinds.All.Where(has))
        {
            if (figures.Count(figure) > 0) some.Add(Row(speech, card, figures.Count(figure), wish with { Figure = figure }));
            else
            {
                none.Add(speech.Text($"ledger.figure.{Keys.Of(figure)}"));
                zeros.Add(new CardModel
                {
                    ["title"] = speech.Text("ledger.row", ("number", 0), ("figure", none[^1])),
                    ["means"] = speech.Text($"ledger.means.{Keys.Of(figure)}"),
                });
            }
        }

        // Of how promises ended, a nought says something too; elsewhere it only takes room.
        if (some.Count == 0 && (figures.IsEmpty || key != Groups[0].Key)) return null;
        return new CardModel
        {
            ["title"] = speech.Text(key),
            ["rows"] = CardValue.List(some),
            ["none"] = none.Count > 0 && key == Groups[0].Key ? speech.Text("ledger.none", ("figures", Joined(speech, none))) : default(CardValue),
            ["zeros"] = CardValue.List(key == Groups[0].Key ? zeros : []),
        };
    }

    private static CardModel Row(Speech speech, LedgerCard card, int count, LedgerWish wish)
    {
        var name = speech.Text($"ledger.figure.{Keys.Of(wish.Figure!.Value)}");
        return new CardModel(8)
        {
            ["title"] = speech.Text("ledger.row", ("number", count), ("figure", name)),
            ["means"] = speech.Text($"ledger.means.{Keys.Of(wish.Figure.Value)}"),
            ["act"] = card.InPrivate ? speech.Text("act.show") : default(CardValue),
            ["tip"] = speech.Text("ledger.behind", ("figure", name)),
            ["words"] = card.InPrivate ? wish.Sentence(Verbs.Ledger) : default(CardValue),
        };
    }

    private static CardText Joined(Speech speech, List<CardText> texts) =>
        texts.Aggregate((one, next) => speech.Text("list.and", ("a", one), ("b", next)));

    /// <summary>The other figures that the reader may ask for, and other days.</summary>
    private static IEnumerable<CardModel> Other(Speech speech, LedgerCard card, LedgerWish wish)
    {
        var bare = wish with { Figure = null };
        foreach (var partner in card.Own.Where(partner => partner.Id != card.Partner?.Id).Take(2))
        {
            yield return Act(speech.Name(partner), bare with { Whose = LedgerWhose.Partner, Partner = partner.Id });
        }

        if (card.Whose != LedgerWhose.Person) yield return Act(speech.Text("ledger.button.person"), bare with { Whose = LedgerWhose.Person, Partner = null });
        if (card.Whose != LedgerWhose.Sum) yield return Act(speech.Text("ledger.button.sum"), bare with { Whose = LedgerWhose.Sum, Partner = null });
        foreach (var span in Enum.GetValues<LedgerSpan>().Where(span => wish.Since is not null || span != wish.Span))
        {
            yield return Act(speech.Text($"ledger.button.{Keys.Of(span)}"), bare with { Span = span, Since = null });
        }
    }

    private static CardModel[] Acts(Speech speech, LedgerCard card, LedgerWish wish)
    {
        if (!card.InPrivate) return [];
        var acts = Other(speech, card, wish).ToList();
        if (card.Partner is { } partner)
        {
            acts.Add(Act(speech.Text("ledger.button.pairs"), GrammarWords.English.FirstPhrase[Verbs.Pairs] + $" {(Subject)partner.Id}"));
        }

        for (var at = 0; at < acts.Count; at++) acts[at]["mode"] = CardValue.Token(at < 4 ? "primary" : "secondary");
        return [.. acts];
    }

    private static CardModel Act(CardText title, LedgerWish wish) => Act(title, wish.Sentence(Verbs.Ledger));

    private static CardModel Act(CardText title, string words) => new() { ["title"] = title, ["words"] = words };
}
