using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Which words of a case and a concern die, and when their authors may take them out.</summary>
internal static class CaseWords
{
    /// <summary>The case without these words; when its statements are destroyed, with its outcome alone.</summary>
    public static Case Without(Case one, ForgettingEvent happened, Predicate<Words> dies)
    {
        var rest = happened is StatementsDestroyed
            ? Forgetting.Without(one with { Settlement = null, Review = null }, static _ => true) with { Settlement = one.Settlement, Review = one.Review }
            : Forgetting.Without(one, dies);
        return rest with
        {
            Revision = one.Revision + 1,
            History = rest.History.Add(new(CommitmentHistory.CodeOf(happened), happened.By, happened.At, null, one.Rung, null)),
            WordsGone = happened is StatementsDestroyed ? happened.At : one.WordsGone,
        };
    }

    /// <summary>The case with what it has on the table for its outcome noted as dropped: it is replaced, or came to nothing.</summary>
    public static Case Drops(Case was, Settlement? settlement, Words? review) => was with
    {
        DroppedTexts = [.. was.DroppedTexts, .. Of(settlement).Append(review).OfType<Words>().Select(static words => words.Id).Where(id => !was.DroppedTexts.Contains(id)).Distinct()],
    };

    private static IEnumerable<Words?> Of(Settlement? settlement) => settlement is null ? []
        : settlement.Promises.SelectMany(static promise => new[] { promise.Terms.What, promise.Terms.DoneWhen }).Append(settlement.Text);

    public static IEnumerable<(string Id, string? Text, Instant At)> AuthoredBy(Case one, PersonId person) => one.Items
        .Where(item => item.By == person)
        .SelectMany(static item => new[] { item.Text, item.Interests, item.Wish }.OfType<Words>().Select(words => (words.Id, words.Text, item.At)))
        .Concat(one.History.Where(entry => entry.By == person && entry.Said is not null).Select(static entry => (entry.Said!.Id, entry.Said.Text, entry.At)));

    public static IEnumerable<(string Id, string? Text, Instant At)> AuthoredBy(Concern concern, PersonId person) => concern.History
        .Where(entry => entry.By == person && entry.Said is not null).Select(static entry => (entry.Said!.Id, entry.Said.Text, entry.At))
        .Concat(concern.By == person ? [(concern.Sentence.Id, concern.Sentence.Text, concern.RaisedAt)] : []);
}
