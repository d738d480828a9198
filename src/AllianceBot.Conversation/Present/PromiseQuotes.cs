using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>People's own words on a promise, each with who said them; quoted, never summarised.</summary>
internal static class PromiseQuotes
{
    public static List<CardModel> Of(Speech speech, CommitmentInside inside)
    {
        var quotes = new List<CardModel>();
        Add(speech, quotes, "quote.said", inside.Change?.Reason, inside.Change?.Person);
        Add(speech, quotes, "quote.said", inside.Replacement?.Reason, inside.Replacement?.Person);
        Add(speech, quotes, "quote.said", inside.Correction?.Reason, inside.Correction?.Person);
        if (inside.State is CommitmentState.Requested or CommitmentState.Offered or CommitmentState.Countered)
            Add(speech, quotes, "quote.said", inside.Reason, Spoke(inside));
        Add(speech, quotes, "quote.risk", inside.Risk?.Reason, inside.Risk?.By);
        Add(speech, quotes, "quote.report", inside.Report?.Note, inside.Report?.By);
        Add(speech, quotes, "quote.unmet", inside.Report?.Unmet, null);
        Add(speech, quotes, "quote.ending", inside.Ending?.Reason, inside.Ending?.By);
        Add(speech, quotes, "quote.differently", inside.Ending?.SeenDifferently, null);
        return quotes;
    }

    /// <summary>Whose words came with the terms on the table: the last who put terms there.</summary>
    private static Named<PersonId>? Spoke(CommitmentInside inside) =>
        inside.History.LastOrDefault(static line => line.What is "commitment.countered" or "commitment.requested" or "commitment.offered")?.By
        ?? inside.Proposer;

    private static void Add(Speech speech, List<CardModel> quotes, string key, string? said, Named<PersonId>? by)
    {
        if (said is null) return;
        quotes.Add(new CardModel
        {
            ["said"] = speech.Text("quote.words", ("said", said)),
            ["by"] = by is null ? speech.Text($"{key}.nobody") : speech.Text(key, ("who", speech.Name(by.Name))),
        });
    }
}
