using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>Words that somebody typed somewhere, and when.</summary>
internal sealed record TypedWords(PersonId By, string Conversation, string Text, Instant At)
{
    public static TypedWords? Of(PersonId by, AskEnvelope envelope, Instant at) =>
        envelope.Typed is { } text ? new(by, envelope.Conversation, text, at) : null;

    public bool IsSame(TypedWords other) => (By, Conversation, Text) == (other.By, other.Conversation, other.Text);
}

/// <summary>
/// Platforms deliver typed words again under a new id when an answer was slow. The same words of the same person in the
/// same place count as one ask for a while, unless the item they changed has changed since.
/// </summary>
internal sealed class TypedMemory
{
    private readonly List<(TypedWords Words, ValueList<Shelf> Items)> entries = [];

    public bool Has(TypedWords words) =>
        entries.Exists(entry => entry.Words.IsSame(words) && words.At - entry.Words.At <= EngineLimits.TypedAgain);

    /// <summary>Remembers typed words with what they changed, and forgets earlier ones about the same items.</summary>
    public void Add(TypedWords? words, IReadOnlyList<AllianceEvent> events)
    {
        if (entries.Count > 0) entries.RemoveAll(entry => events.Any(happened => entry.Items.Contains(happened.Shelf)));
        if (words is null) return;
        entries.RemoveAll(entry => words.At - entry.Words.At > EngineLimits.TypedAgain);
        if (entries.Count == EngineLimits.RecentTyped) entries.RemoveAt(0);
        entries.Add((words, events.Select(static happened => happened.Shelf).Distinct().ToValueList()));
    }
}
