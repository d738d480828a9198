using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What a card says of a promise that comes again.</summary>
internal static class SeriesLines
{
    /// <summary>"every 2 weeks until Wed 30 Jun 2027", or "once".</summary>
    public static CardText Repeats(Speech speech, TermsView terms) => terms.Repeats is { } repeats
        ? Repeats(speech, repeats, repeats.TimesFrom(terms.Due))
        : speech.Text("repeats.once");

    /// <summary>The fact on an offer, a series and an occurrence; null for what comes once.</summary>
    public static CardText? Fact(Speech speech, CommitmentCard promise)
    {
        if (promise.Series is { } series && promise.Occurrence > 0)
        {
            return speech.Text(
                "series.occurrence", ("number", CardText.Markup(Numbers.Label(promise.Number, 0))), ("rule", Rule(speech, series.Repeats)),
                ("until", speech.Date(series.Repeats.Until)));
        }

        return promise.Terms.Repeats is null ? null : Repeats(speech, promise.Terms);
    }

    /// <summary>Which occurrence is there, what comes after, and how dates are moved.</summary>
    public static IEnumerable<CardText> Lines(Speech speech, CommitmentCard promise)
    {
        if (promise.Occurrence > 0) yield break;
        if (promise.Series is { } series)
        {
            if (series is { Now: not null, NowDue: { } due })
            {
                var label = CardText.Markup(Numbers.Label(promise.Number, series.NowNumber));
                yield return speech.Text("series.now", ("number", label), ("date", speech.Date(due)));
            }

            if (series.Next is { } next) yield return speech.Text("series.next", ("date", speech.Date(next)));
            if (series.ByAllianceDays) yield return speech.Text("calendar.fell-back");
            if (series.Later is { } later) yield return speech.Text("series.later", ("date", speech.Date(later.Due)));
        }
        else if (promise.Terms.Repeats is not null)
        {
            yield return speech.Text("series.dates");
            yield return speech.Text("series.leaving");
        }
    }

    private static CardText Repeats(Speech speech, Repetition repeats, int times) => speech.Text(
        "repeats.until", ("rule", Rule(speech, repeats)), ("until", speech.Date(repeats.Until)), ("count", times));

    private static CardText Rule(Speech speech, Repetition repeats) =>
        speech.Text($"repeats.{Keys.Of(repeats.Unit)}", ("count", repeats.Every));
}
