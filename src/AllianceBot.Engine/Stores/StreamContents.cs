using System.Collections.Immutable;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>One alliance's stream with its sealed words.</summary>
internal sealed record StreamContents
{
    public static readonly StreamContents Empty = new();

    public ImmutableList<EventRow> Events { get; private init; } = [];

    public ImmutableList<WordsRow> Words { get; private init; } = [];

    public ImmutableList<KeyRow> Keys { get; private init; } = [];

    public Instant? NextDue { get; private init; }

    /// <summary>Every id that words ever had: an id is used once, also after its words are gone.</summary>
    private ImmutableHashSet<string> UsedIds { get; init; } = ImmutableHashSet<string>.Empty.WithComparer(StringComparer.Ordinal);

    /// <summary>The stream with an append, or null when it cannot be written: words or a living shelf's key that are there already.</summary>
    public StreamContents? With(Append append)
    {
        var erases = append.EraseShelves.Count + append.EraseWords.Count > 0;
        var words = erases ? Words.RemoveAll(row => append.EraseShelves.Contains(row.Shelf) || append.EraseWords.Contains(row.Id)) : Words;
        var keys = erases ? Keys.RemoveAll(row => append.EraseShelves.Contains(row.Shelf)) : Keys;
        var ids = UsedIds;
        foreach (var key in append.Keys)
        {
            if (keys.Exists(other => other.Shelf == key.Shelf)) return null;
            keys = keys.Add(key with { Key = key.Key.ToArray() });
        }

        foreach (var row in append.Words)
        {
            if (ids.Contains(row.Id)) return null;
            ids = ids.Add(row.Id);
            words = words.Add(row with { Sealed = row.Sealed.ToArray() });
        }

        return this with
        {
            Events = Events.AddRange(append.Events.Select(row => row with { Json = row.Json.ToArray() })),
            Words = words,
            Keys = keys,
            UsedIds = ids,
            NextDue = append.NextDue,
        };
    }
}
