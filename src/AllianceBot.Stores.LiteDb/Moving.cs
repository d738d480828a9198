using System.Diagnostics;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Stores.LiteDb;

/// <summary>Everything in the file, for another store, and everything of another store into the file.</summary>
internal static class Moving
{
    public static IEnumerable<MovedRow> Everything(Contents contents, string path, CancellationToken ct)
    {
        foreach (var (alliance, version, due) in contents.Streams.Heads().ToList())
        {
            yield return new MovedStream(alliance, version, due);
            var number = 0L;
            foreach (var row in contents.Streams.Load(alliance, path, ct).Events) yield return new MovedEvent(alliance, ++number, row);
            foreach (var (words, gone) in contents.Streams.Words(alliance)) yield return new MovedWords(alliance, words, gone);
            foreach (var key in contents.Streams.Keys(alliance)) yield return new MovedKey(alliance, key);
        }

        foreach (var notice in contents.Notices.All()) yield return new MovedNotice(notice);
        foreach (var kept in contents.Aside.After(Instant.MinValue)) yield return new MovedAside(kept);
        foreach (var entry in contents.Entries.All()) yield return new MovedEntry(entry);
        foreach (var card in contents.Cards.All()) yield return new MovedCard(card);
    }

    /// <returns>How many rows were taken.</returns>
    public static long Take(Contents contents, ReadOnlyMemory<byte> secret, IEnumerable<MovedRow> rows, string path, CancellationToken ct)
    {
        if (Everything(contents, path, ct).Any()) throw new StoreException($"There is something in the database {path} already. Name another, or move it away.");
        contents.Take(secret);
        var taken = 0L;
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            Take(contents, row);
            taken++;
        }

        return taken;
    }

    private static void Take(Contents contents, MovedRow row)
    {
        switch (row)
        {
            case MovedStream it:
                contents.Streams.Put(it.Alliance, it.Version, it.Due);
                break;
            case MovedEvent it:
                contents.Streams.Add(it.Alliance, it.Version, it.Event);
                break;
            case MovedWords it:
                contents.Streams.Add(it.Alliance, it.Words, it.Gone);
                break;
            case MovedKey it:
                contents.Streams.Add(it.Alliance, it.Key);
                break;
            case MovedNotice it:
                contents.Numbers.Reach(it.Notice.Row);
                contents.Notices.Add(it.Notice);
                break;
            case MovedAside { Kept: var it }:
                contents.Aside.Add(it.Alliance, it.Notice);
                break;
            case MovedEntry it:
                contents.Entries.Put(it.Entry);
                break;
            case MovedCard it:
                contents.Cards.Put(it.Card);
                break;
            default:
                throw new UnreachableException($"No move knows {row.GetType().Name}.");
        }
    }
}
