using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>How a digest speaks of a promise: the one place for it, so that what people are shown beforehand is word for word what is read.</summary>
internal static class DigestLines
{
    /// <summary>The fact, and beneath it what the doing side says.</summary>
    public static CardModel Row(Speech speech, DigestGroupKind kind, DigestLineView line)
    {
        var (fact, said) = (Fact(speech, kind, line), Said(speech, line));
        return new(8)
        {
            ["line"] = fact,
            ["said"] = said is { } words ? words : default(CardValue),
            ["item"] = CardValue.Token(((Subject)line.Id).ToString()),
            ["revision"] = CardValue.Token($"{line.Revision}"),
            // What opens it is called by all that stands on it.
            ["tip"] = said is { } both ? speech.Text("digest.line.tip", ("line", fact), ("said", both)) : fact,
        };
    }

    public static CardText Fact(Speech speech, DigestGroupKind kind, DigestLineView line)
    {
        var title = speech.Text("promise.title", ("number", CardText.Markup(line.Label)), ("what", speech.Name(line.What)));
        return kind switch
        {
            DigestGroupKind.Delivered => speech.Text("digest.line.delivered", ("title", title), ("who", speech.Name(line.ReceiverPartner.Name))),
            DigestGroupKind.WaitsForUs => speech.Text("digest.line.waitsForUs", ("title", title), ("who", speech.Name(line.DoerPartner.Name)), ("other", speech.Name(line.ReceiverPartner.Name))),
            DigestGroupKind.PromisedToUs => speech.Text(line.Past ? "digest.line.overdue" : "digest.line.promisedToUs", ("title", title), ("who", speech.Party(line.Doer, line.DoerPartner)), ("date", speech.Date(line.Due))),
            _ => speech.Text($"digest.line.{Keys.Of(kind)}", ("title", title), ("who", speech.Party(line.Doer, line.DoerPartner)), ("date", speech.Date(line.Due))),
        };
    }

    /// <summary>The words of the doing side, quoted as they are.</summary>
    public static CardText? Said(Speech speech, DigestLineView line) => line.Said is not { } words ? null
        : speech.Text("digest.said", ("said", speech.Name(words.Text)), ("who", speech.Name(line.SaidBy)));
}
