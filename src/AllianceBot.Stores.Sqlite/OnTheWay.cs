using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AllianceBot.Stores.Sqlite;

/// <summary>
/// The keys of all notices that are not settled yet, as 128-bit hashes. In memory, as one process writes; an index in the
/// file would cost every append a page of its own. What a rolled-back transaction changed is taken back.
/// </summary>
internal sealed class OnTheWay
{
    private const int Small = 512;

    private readonly HashSet<UInt128> keys = [];
    private readonly List<(UInt128 Key, bool Added)> changes = [];

    public OnTheWay(Database database)
    {
        database.Each(
            "SELECT alliance, key FROM outbox WHERE stage IS NOT NULL", row => keys.Add(Hash(row.Int64(0), row.Text(1))));
    }

    /// <summary>How many changes there are since the transaction began: what <see cref="TakeBack"/> goes back to.</summary>
    public int Changes => changes.Count;

    /// <returns>False when it is there already.</returns>
    public bool Add(long alliance, string key) => Note(Hash(alliance, key), added: true);

    public void Remove(long alliance, string key) => Note(Hash(alliance, key), added: false);

    /// <summary>The transaction is durable.</summary>
    public void Keep() => changes.Clear();

    public void TakeBack(int to)
    {
        for (var i = changes.Count - 1; i >= to; i--)
        {
            var (key, added) = changes[i];
            if (added) keys.Remove(key);
            else keys.Add(key);
        }

        changes.RemoveRange(to, changes.Count - to);
    }

    private bool Note(UInt128 key, bool added)
    {
        var changed = added ? keys.Add(key) : keys.Remove(key);
        if (changed) changes.Add((key, added));
        return changed;
    }

    private static UInt128 Hash(long alliance, string key)
    {
        var most = sizeof(long) + Encoding.UTF8.GetMaxByteCount(key.Length);
        var bytes = most <= Small ? stackalloc byte[Small] : new byte[most];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, alliance);
        var length = sizeof(long) + Encoding.UTF8.GetBytes(key, bytes[sizeof(long)..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
