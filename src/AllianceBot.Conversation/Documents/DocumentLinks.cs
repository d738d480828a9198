using System.Security.Cryptography;
using System.Text;
using AllianceBot.Domain;
using AllianceBot.Engine;

namespace AllianceBot.Conversation;

/// <summary>
/// Addresses of documents: each with a token of 128 bits, good for half an hour, for one reader and one document. Kept in memory
/// and by hash only, so that nothing that is stored or dumped opens anything; a restart closes them all.
/// </summary>
/// <param name="address">Where the host is reached from outside; null where it serves no pages.</param>
/// <param name="time">Real time: a walked clock does not shorten it.</param>
/// <param name="chance">Fit for keys.</param>
public sealed class DocumentLinks(Uri? address, TimeProvider time, Chance chance) : IDocuments
{
    /// <summary>Documents lie under this path.</summary>
    public const string Path = "d";

    /// <summary>How long an address opens something.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private const int TokenLength = 22;

    /// <summary>Past so many the oldest is closed: nobody can fill the memory by asking.</summary>
    private const int Most = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, DocumentLink> kept = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    public Uri? Link(AllianceId alliance, PersonId reader, DocumentWish wish, string language)
    {
        if (address is null) return null;
        var token = chance.NewId();
        lock (gate)
        {
            CloseOld();
            var hash = Hash(token);
            kept[hash] = new(alliance, reader, wish, language, time.GetUtcNow() + Life);
            order.Enqueue(hash);
        }

        return new($"{address.AbsoluteUri.TrimEnd('/')}/{Path}/{token}");
    }

    /// <summary>What this token opens now; null for one that never was, or is over.</summary>
    internal DocumentLink? Find(string token)
    {
        if (token.Length != TokenLength) return null;
        lock (gate)
        {
            CloseOld();
            return kept.GetValueOrDefault(Hash(token));
        }
    }

    private void CloseOld()
    {
        var now = time.GetUtcNow();
        while (order.TryPeek(out var oldest) && (order.Count >= Most || kept[oldest].Until <= now)) kept.Remove(order.Dequeue());
    }

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>What one address opens, for whom, until when.</summary>
internal sealed record DocumentLink(AllianceId Alliance, PersonId Reader, DocumentWish Wish, string Language, DateTimeOffset Until);
