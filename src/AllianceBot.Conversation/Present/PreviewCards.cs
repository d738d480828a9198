using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What the next digests will say about somebody's promises, word for word, and a way to add a sentence to each.</summary>
internal static class PreviewCards
{
    public const string Template = "digests/preview";

    public static CardModel Model(Speech speech, PreviewCard preview) => new(12)
    {
        ["title"] = speech.Text("preview.title"),
        ["lead"] = speech.Text(preview.Promises.Count == 0 ? "preview.nothing" : "preview.lead"),
        ["rows"] = CardValue.List(preview.Promises, promise => Row(speech, preview, promise)),
        ["seenby"] = preview.Promises.Count == 0 ? default(CardValue) : speech.Text("preview.seenby"),
        ["view"] = CardValue.Token(preview.Subject.ToString()),
    };

    private static CardModel Row(Speech speech, PreviewCard preview, PreviewPromise promise) => new(8)
    {
        ["sayings"] = CardValue.List(promise.Sayings, saying => new CardModel
        {
            ["line"] = DigestLines.Fact(speech, saying.Kind, saying.Line),
            ["said"] = DigestLines.Said(speech, saying.Line) is { } said ? said : default(CardValue),
            ["readers"] = speech.Text(
                "preview.readers",
                ("who", DecisionCards.And(speech, saying.Readers.Select(reader => speech.Name(reader.Name)))), ("at", speech.Soon(saying.At, preview.Zone))),
        }),
        ["mayadd"] = promise.MayAdd,
        ["act"] = speech.Text(promise.Sayings.Any(static saying => saying.Line.Said is not null) ? "preview.add-anew" : "preview.add"),
        ["tip"] = speech.Text("preview.add.tip", ("number", CardText.Markup(promise.Label))),
        ["item"] = CardValue.Token(((Subject)promise.Id).ToString()),
        ["revision"] = CardValue.Token($"{promise.Revision}"),
    };
}
