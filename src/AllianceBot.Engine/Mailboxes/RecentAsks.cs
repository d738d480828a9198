using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AllianceBot.Domain;

namespace AllianceBot.Engine;

/// <summary>
/// The last asks of an alliance that made something happen, by who asked and by their deliveries. A card in a place is
/// pressed by several people under one ask id, so the id alone would take the second person for the first.
/// </summary>
internal sealed class RecentAsks
{
    private const int IdLetters = 22;
    private const int IdBytes = 16;

    // By 128 bits instead of by text: hundreds per alliance are kept, and the collector has nothing to visit in them.
    private readonly Queue<(Key Ask, UInt128? Transport)> order = new();
    private readonly HashSet<Key> asks = [];
    private readonly HashSet<UInt128> transports = [];

    public bool Has(AskId ask, PersonId by, string transport) =>
        asks.Contains(new(Short(ask.Value), Short(by.Value))) || (transport.Length > 0 && transports.Contains(Short(transport)));

    public void Add(string ask, PersonId by, string? transport)
    {
        var key = new Key(Short(ask), Short(by.Value));
        if (!asks.Add(key)) return;
        var delivery = transport is { Length: > 0 } ? Short(transport) : (UInt128?)null;
        if (delivery is { } came) transports.Add(came);
        order.Enqueue((key, delivery));
        if (order.Count <= EngineLimits.RecentAsks) return;
        var oldest = order.Dequeue();
        asks.Remove(oldest.Ask);
        if (oldest.Transport is { } gone) transports.Remove(gone);
    }

    /// <summary>Almost every id is 128 bits in 22 letters; of any other text it is the hash.</summary>
    private static UInt128 Short(string? text)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        if (text is not { Length: IdLetters } || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != IdBytes)
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(text ?? ""), bytes);
        }

        return BinaryPrimitives.ReadUInt128LittleEndian(bytes);
    }

    private readonly record struct Key(UInt128 Ask, UInt128 By);
}
