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
        ["sayings"] = CardValue.List(Sayings(speech, preview, promise)),
        ["mayadd"] = promise.MayAdd,
        ["act"] = speech.Text(promise.Sayings.Any(static saying => saying.Line.Said is not null) ? "preview.add-anew" : "preview.add"),
        ["tip"] = speech.Text("preview.add.tip", ("number", CardText.Markup(promise.Label))),
        ["item"] = CardValue.Token(((Subject)promise.Id).ToString()),
        ["revision"] = CardValue.Token($"{promise.Revision}"),
    };

    /// <summary>What reads the same stands once, with everybody who will read it: one digest may list it as late, another as promised to them.</summary>
    private static List<CardModel> Sayings(Speech speech, PreviewCard preview, PreviewPromise promise) => promise.Sayings
        .GroupBy(saying => (Fact: $"{DigestLines.Fact(speech, saying.Kind, saying.Line)}", Said: $"{DigestLines.Said(speech, saying.Line)}"))
        .Select(same => new CardModel
        {
            ["line"] = DigestLines.Fact(speech, same.First().Kind, same.First().Line),
            ["said"] = DigestLines.Said(speech, same.First().Line) is { } said ? said : default(CardValue),
            ["readers"] = speech.Text("preview.readers", ("who", Readers(speech, preview, same.SelectMany(static saying => saying.Readers)))),
        }).ToList();

    /// <summary>Those who read it at the same hour together.</summary>
    private static CardText Readers(Speech speech, PreviewCard preview, IEnumerable<PreviewReader> readers) => readers
        .OrderBy(static reader => reader.At)
        .GroupBy(reader => $"{speech.Soon(reader.At, preview.Zone)}")
        .Select(hour => speech.Text(
            "preview.reader",
            ("who", DecisionCards.And(speech, hour.Select(static reader => reader.Person).Distinct().Select(reader => speech.Name(reader.Name)))),
            ("at", speech.Soon(hour.First().At, preview.Zone))))
        .Aggregate((one, other) => speech.Text("preview.reader.and", ("one", one), ("other", other)));
}
