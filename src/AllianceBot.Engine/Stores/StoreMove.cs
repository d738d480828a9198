using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>Checks that a store holds exactly what another does, row by row.</summary>
public static class StoreMove
{
    /// <summary>How many rows of each kind both stores hold.</summary>
    /// <exception cref="StoreException">They differ; the message names the first row that does.</exception>
    public static IReadOnlyList<(string Kind, long Rows)> Verify(IMovableStore from, IMovableStore to, CancellationToken ct)
    {
        if (!from.Secret.Span.SequenceEqual(to.Secret.Span)) throw Differs("the secret");
        var counts = new List<(string Kind, long Rows)>();
        using var left = from.Everything(ct).GetEnumerator();
        using var right = to.Everything(ct).GetEnumerator();
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var (more, alsoMore) = (left.MoveNext(), right.MoveNext());
            if (!more && !alsoMore) return counts;
            if (more != alsoMore) throw Differs(Name(more ? left.Current : right.Current));
            if (Text(left.Current) != Text(right.Current)) throw Differs(Name(left.Current));
            var kind = Kind(left.Current);
            var at = counts.FindIndex(it => it.Kind == kind);
            if (at < 0) counts.Add((kind, 1));
            else counts[at] = (kind, counts[at].Rows + 1);
        }
    }

    private static StoreException Differs(string what) => new StoreException(
        $"The copy differs from the original at {what}. Do not use it; delete it, and keep the original.");

    private static string Kind(MovedRow row) => row switch
    {
        MovedStream => "alliances",
        MovedEvent => "events",
        MovedWords => "words",
        MovedKey => "keys",
        MovedNotice => "notices",
        MovedAside => "notices kept aside",
        MovedEntry => "directory entries",
        _ => "cards shown",
    };

    /// <summary>A row's name without anything of what it says.</summary>
    private static string Name(MovedRow row) => row switch
    {
        MovedStream it => $"alliance {it.Alliance}",
        MovedEvent it => string.Create(CultureInfo.InvariantCulture, $"event {it.Version} of alliance {it.Alliance}"),
        MovedWords it => $"words {it.Words.Id} of alliance {it.Alliance}",
        MovedKey it => $"a key of alliance {it.Alliance}",
        MovedNotice it => string.Create(CultureInfo.InvariantCulture, $"notice {it.Notice.Row}"),
        MovedAside it => $"a notice kept aside for alliance {it.Kept.Alliance}",
        MovedEntry it => $"an entry of the directory of kind {it.Entry.Key.Kind}",
        MovedCard it => $"a card shown of alliance {it.Card.Alliance}",
        _ => row.GetType().Name,
    };

    /// <summary>A row as one text that two equal rows share and no others.</summary>
    private static string Text(MovedRow row) => JsonSerializer.Serialize<object?[]>(row switch
    {
        MovedStream it => [it.Alliance.Value, it.Version, Text(it.Due)],
        MovedEvent it => [it.Alliance.Value, it.Version, it.Event.Name, Text(it.Event.Json), it.Event.Ask, it.Event.Transport],
        MovedWords it => [it.Alliance.Value, it.Words.Id, it.Words.Shelf, it.Gone, it.Gone ? "" : Text(it.Words.Sealed)],
        MovedKey it => [it.Alliance.Value, it.Key.Shelf, Text(it.Key.Key)],
        MovedNotice { Notice: var it } =>
        [
            it.Row, it.Alliance.Value, it.Key, it.State.ToString(), Text(it.NotBefore), it.Attempts, it.Node, Text(it.Json),
        ],
        MovedAside { Kept: var it } => [it.Alliance.Value, it.Notice.Key, Text(it.Notice.NotBefore), Text(it.Notice.Json)],
        MovedEntry it => [it.Entry.Key.Kind, it.Entry.Key.Id, Text(it.Entry.Value)],
        MovedCard { Card: var it } =>
        [
            it.Alliance.Value, it.Subject, it.Reader, it.Conversation, it.Message, it.Revision, it.View, Text(it.At),
        ],
        _ => throw new System.Diagnostics.UnreachableException($"No move knows {row.GetType().Name}."),
    });

    private static string Text(ReadOnlyMemory<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes.Span));

    private static string? Text(Instant? instant) => instant?.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture);
}
