using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>People's own words on a promise, each with who said them; quoted, never summarised.</summary>
internal static class PromiseQuotes
{
    public static List<CardModel> Of(Speech speech, CommitmentInside inside) => [.. All(inside).Select(quote => new CardModel
    {
        ["said"] = speech.Text("quote.words", ("said", quote.Said)),
        ["by"] = quote.By is null ? speech.Text($"{quote.Key}.nobody") : speech.Text(quote.Key, ("who", speech.Name(quote.By.Name))),
    })];

    /// <summary>What would help, for those who can: they read this and nothing else of how the promise stands.</summary>
    public static List<CardModel> OfHelp(Speech speech, CommitmentCard promise) => promise.HelpAsked is { Reason: { } reason } asked
        ? [new CardModel
        {
            ["said"] = speech.Text("quote.words", ("said", reason)),
            ["by"] = speech.Text("quote.risk", ("who", speech.Name(asked.By.Name))),
        }]
        : [];

    /// <summary>Whether the card quotes these words already, so that its news need not say them again.</summary>
    public static bool Has(CommitmentInside inside, string? said) => said is not null && All(inside).Any(quote => quote.Said == said);

    private static IEnumerable<Quote> All(CommitmentInside inside)
    {
        var asked = inside.State is CommitmentState.Requested or CommitmentState.Offered or CommitmentState.Countered;
        (string Key, string? Said, Named<PersonId>? By)[] all =
        [
            ("quote.said", inside.Change?.Reason, inside.Change?.Person),
            ("quote.said", inside.Replacement?.Reason, inside.Replacement?.Person),
            ("quote.said", inside.Correction?.Reason, inside.Correction?.Person),
            ("quote.said", inside.PendingEnding?.Reason, inside.PendingEnding?.By),
            ("quote.said", asked ? inside.Reason : null, Spoke(inside)),
            ("quote.risk", inside.Risk?.Reason, inside.Risk?.By),
            ("quote.told", inside.Told?.Note, inside.Told?.ToldBy),
            ("quote.report", inside.Report?.Note, inside.Report?.By),
            ("quote.unmet", inside.Report?.Unmet, null),
            ("quote.ending", inside.Ending?.Reason, inside.Ending?.By),
            ("quote.differently", inside.Ending?.SeenDifferently, null),
        ];
        foreach (var (key, said, by) in all)
            if (said is not null) yield return new(key, said, by);
    }

    /// <summary>Whose words came with the terms on the table: the last who put terms there.</summary>
    private static Named<PersonId>? Spoke(CommitmentInside inside) =>
        inside.History.LastOrDefault(static line => line.What is "commitment.countered" or "commitment.requested" or "commitment.offered")?.By
        ?? inside.Proposer;

    private sealed record Quote(string Key, string Said, Named<PersonId>? By);
}
