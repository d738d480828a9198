using System.Buffers.Binary;
using System.Text;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Stores.Sqlite;

/// <summary>
/// The notices that turns show by themselves, kept aside for a crash. Those of a group are packed into pages, and a page
/// whose notices are over is written over in its place: nothing has to be settled or removed, and nothing grows.
/// </summary>
internal sealed class Turns
{
    /// <summary>A row of this size fills a page of the file without running over; the same size again is written in place.</summary>
    private const int PageBytes = 3_900;

    private const int Lengths = 4;

    private readonly PriorityQueue<long, Instant> slots = new();
    private readonly List<(long Slot, Instant Before, Instant Until)> written = [];
    private readonly List<(NewNotice Notice, long Alliance)> waiting = [];
    private readonly byte[] page = new byte[PageBytes];
    private readonly Statement add;
    private readonly Statement overwrite;
    private long count;

    public Turns(Database database)
    {
        add = database.Prepare("INSERT INTO turns(until, notices, slot) VALUES (?, ?, ?)");
        overwrite = database.Prepare("UPDATE turns SET until = ?, notices = ? WHERE slot = ?");
        database.Each("SELECT slot, until FROM turns", row => slots.Enqueue(row.Int64(0), row.Instant(1)));
        count = slots.Count;
    }

    /// <summary>How many notices this group has so far: what <see cref="TakeBack"/> goes back to.</summary>
    public int Count => waiting.Count;

    public void Add(long alliance, NewNotice notice) => waiting.Add((notice, alliance));

    /// <summary>Puts the group's notices into pages, as the last thing before it is made durable.</summary>
    public void Write()
    {
        var (used, until, now) = (0, Instant.MinValue, Instant.MaxValue);
        foreach (var (notice, alliance) in waiting)
        {
            var length = LengthOf(notice);
            if (used > 0 && used + length > PageBytes)
            {
                Put(page, until, now);
                Array.Clear(page);
                (used, until) = (0, Instant.MinValue);
            }

            (until, now) = (Instant.Max(until, notice.NotBefore), Instant.Min(now, notice.InTurn!.Value));
            if (length <= PageBytes)
            {
                used += Pack(alliance, notice, page.AsSpan(used));
                continue;
            }

            var large = new byte[length];
            Pack(alliance, notice, large);
            Put(large, notice.NotBefore, now);
        }

        if (used > 0) Put(page, until, now);
        Array.Clear(page);
    }

    /// <summary>The group is durable.</summary>
    public void Keep()
    {
        foreach (var (slot, _, until) in written) slots.Enqueue(slot, until);
        written.Clear();
        waiting.Clear();
    }

    public void TakeBack(int to)
    {
        waiting.RemoveRange(to, waiting.Count - to);
        foreach (var (slot, before, _) in written)
        {
            if (before == Instant.MinValue) count--;
            else slots.Enqueue(slot, before);
        }

        written.Clear();
    }

    /// <summary>What lies in a page: the numbers of alliances with their notices.</summary>
    public static IEnumerable<(long Alliance, NewNotice Notice)> Unpack(byte[] notices)
    {
        for (var at = 0; at + sizeof(long) <= notices.Length;)
        {
            var alliance = BinaryPrimitives.ReadInt64LittleEndian(notices.AsSpan(at));
            if (alliance == 0) yield break;
            at += sizeof(long);
            var notBefore = Instant.FromUnixTimeTicks(BinaryPrimitives.ReadInt64LittleEndian(notices.AsSpan(at)));
            at += sizeof(long);
            var key = Encoding.UTF8.GetString(Bytes(notices, ref at));
            yield return (alliance, new NewNotice(key, notBefore, Bytes(notices, ref at).ToArray()));
        }
    }

    private static ReadOnlySpan<byte> Bytes(byte[] notices, ref int at)
    {
        var bytes = notices.AsSpan(at + Lengths, BinaryPrimitives.ReadInt32LittleEndian(notices.AsSpan(at)));
        at += Lengths + bytes.Length;
        return bytes;
    }

    private static int LengthOf(NewNotice notice) =>
        sizeof(long) + sizeof(long) + Lengths + Encoding.UTF8.GetByteCount(notice.Key) + Lengths + notice.Json.Length;

    private static int Pack(long alliance, NewNotice notice, Span<byte> into)
    {
        BinaryPrimitives.WriteInt64LittleEndian(into, alliance);
        BinaryPrimitives.WriteInt64LittleEndian(into[sizeof(long)..], notice.NotBefore.ToUnixTimeTicks());
        var at = sizeof(long) + sizeof(long);
        var key = Encoding.UTF8.GetBytes(notice.Key, into[(at + Lengths)..]);
        BinaryPrimitives.WriteInt32LittleEndian(into[at..], key);
        at += Lengths + key;
        BinaryPrimitives.WriteInt32LittleEndian(into[at..], notice.Json.Length);
        notice.Json.Span.CopyTo(into[(at + Lengths)..]);
        return at + Lengths + notice.Json.Length;
    }

    private void Put(byte[] notices, Instant until, Instant now)
    {
        var isOver = slots.TryPeek(out var slot, out var before) && before <= now;
        if (isOver) slots.Dequeue();
        else (slot, before) = (++count, Instant.MinValue);
        written.Add((slot, before, until));
        (isOver ? overwrite : add).Bind(1, until).Blob(2, notices).Bind(3, slot).Run();
    }
}
