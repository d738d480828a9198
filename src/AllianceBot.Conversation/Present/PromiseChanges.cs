using AllianceBot.Cards;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>What differs between two sets of terms, a line for each: "By: Fri 4 Dec 2026, now Tue 8 Dec 2026".</summary>
internal static class PromiseChanges
{
    /// <summary>The changes on the table, or null when there are none.</summary>
    public static CardModel? Of(Speech speech, CommitmentCard promise, CommitmentInside inside)
    {
        if (inside.Change is { } change)
            return Model(speech, "changes.change", change.Person, promise.Terms, change.Terms, change.Differs);
        if (inside.Replacement is { } replacement)
            return Model(speech, "changes.replacement", replacement.Person, promise.Terms, replacement.Terms, replacement.Differs);
        if (inside is { State: CommitmentState.Countered, Before: { } before })
            return Model(speech, "changes.counter", null, before, promise.Terms, inside.Differs);
        if (inside.Correction is { } correction)
        {
            var line = speech.Text($"changes.to.{Keys.Of(correction.To)}{(correction.Late ? ".late" : "")}");
            return new CardModel
            {
                ["title"] = speech.Text("changes.correction", ("who", speech.Name(correction.Person.Name))),
                ["lines"] = CardValue.List([new CardModel { ["line"] = line }]),
            };
        }

        return null;
    }

    private static CardModel Model(
        Speech speech, string title, Named<PersonId>? who, TermsView before, TermsView after, ValueList<TermsPart> differs) => new()
        {
            ["title"] = who is null ? speech.Text(title) : speech.Text(title, ("who", speech.Name(who.Name))),
            ["lines"] = CardValue.List(differs, part => new CardModel
            {
                ["line"] = speech.Text(
                    "changes.line",
                    ("part", speech.Text($"part.{Keys.Of(part)}")),
                    ("before", Value(speech, before, part)),
                    ("after", Value(speech, after, part))),
            }),
        };

    private static CardText Value(Speech speech, TermsView terms, TermsPart part) => part switch
    {
        TermsPart.What => speech.Name(terms.What),
        TermsPart.DoneWhen => speech.Name(terms.DoneWhen),
        TermsPart.Due => speech.Date(terms.Due),
        TermsPart.Doer => speech.Party(terms.Doer, terms.DoerPartner),
        TermsPart.Receiver => speech.Party(terms.Receiver, terms.ReceiverPartner),
        TermsPart.Repeats => SeriesLines.Repeats(speech, terms),
        TermsPart.Evidence => speech.Text($"evidence.{Keys.Of(terms.Evidence)}"),
        TermsPart.Goal => terms.Goal is { } goal ? speech.Name(goal.Name) : speech.Text("promise.nogoal"),
        _ => throw new System.Diagnostics.UnreachableException($"No words for {part}."),
    };
}
