using System.Text;
using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>
/// The sealed words of one alliance: a random key per shelf, and each text closed with its shelf's key, bound to shelf and
/// id. A text whose key or entry is gone is gone. Used by one mailbox at a time.
/// </summary>
internal sealed class Shelves(Chance chance)
{
    private readonly Dictionary<string, byte[]> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>How many texts lie here, for the estimate of memory.</summary>
    public int Count => known.Count;

    /// <summary>Opens what a store still holds.</summary>
    /// <returns>The texts by the ids of their words.</returns>
    public Dictionary<string, string> Open(IReadOnlyList<KeyRow> storedKeys, IReadOnlyList<WordsRow> stored)
    {
        foreach (var row in storedKeys) keys[row.Shelf] = row.Key.ToArray();
        var texts = new Dictionary<string, string>(stored.Count, StringComparer.Ordinal);
        foreach (var shelf in stored.GroupBy(static row => row.Shelf, StringComparer.Ordinal))
        {
            foreach (var row in shelf) known.Add(row.Id);
            if (!keys.TryGetValue(shelf.Key, out var bytes)) continue;
            using var key = Seal.Key(bytes);
            foreach (var row in shelf)
            {
                if (Seal.Open(key, row.Sealed.Span, Place(row.Shelf, row.Id)) is { } text) texts[row.Id] = Encoding.UTF8.GetString(text);
            }
        }

        return texts;
    }

    /// <summary>
    /// Closes the words that are not kept yet. A text that an event only carries along stays on the shelf it was put on.
    /// Everything counts as kept from here on: when the append fails, the mailbox loads its alliance anew.
    /// </summary>
    public void Close(Shelf shelf, IReadOnlyList<Words> written, List<WordsRow> rows, List<KeyRow> newKeys)
    {
        foreach (var words in written)
        {
            if (words.Text is not { } text || !known.Add(words.Id)) continue;
            using var key = Seal.Key(KeyOf(shelf.Value, newKeys));
            var closed = Seal.Close(key, Encoding.UTF8.GetBytes(text), Place(shelf.Value, words.Id), chance);
            rows.Add(new(words.Id, shelf.Value, closed));
        }
    }

    /// <summary>These shelves die: what is put on one later gets a key of its own.</summary>
    public void Forget(IReadOnlyList<string> shelves)
    {
        foreach (var shelf in shelves) keys.Remove(shelf);
    }

    private byte[] KeyOf(string shelf, List<KeyRow> newKeys)
    {
        if (keys.TryGetValue(shelf, out var kept)) return kept;
        var key = new byte[Seal.KeyBytes];
        chance.Fill(key);
        keys.Add(shelf, key);
        newKeys.Add(new(shelf, key));
        return key;
    }

    private static byte[] Place(string shelf, string id) => Encoding.UTF8.GetBytes($"{shelf}\n{id}");
}
