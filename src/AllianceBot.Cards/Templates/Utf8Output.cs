using System.Buffers;
using System.Globalization;
using System.Text;

namespace AllianceBot.Cards;

/// <summary>UTF-8 written straight into a buffer writer, asking it for room as rarely as it can.</summary>
internal ref struct Utf8Output(IBufferWriter<byte> to)
{
    private const int Chunk = 4096;

    private Span<byte> room = to.GetSpan(Chunk);
    private int used;

    public void Flush()
    {
        to.Advance(used);
        used = 0;
        room = default;
    }

    public void Raw(scoped ReadOnlySpan<byte> utf8)
    {
        if (room.Length - used < utf8.Length) MakeRoom(utf8.Length);
        utf8.CopyTo(room[used..]);
        used += utf8.Length;
    }

    public void Byte(byte one)
    {
        if (room.Length == used) MakeRoom(1);
        room[used++] = one;
    }

    /// <summary>Characters as they are; half a surrogate pair becomes U+FFFD.</summary>
    public void Characters(scoped ReadOnlySpan<char> text)
    {
        var most = text.Length * 3;
        if (room.Length - used < most) MakeRoom(most);
        used += Encoding.UTF8.GetBytes(text, room[used..]);
    }

    /// <summary>A number as JSON and JavaScript write it.</summary>
    public void Number(double number)
    {
        Span<char> digits = stackalloc char[32];
        if (number == Math.Floor(number) && Math.Abs(number) < 1e15)
        {
            ((long)number).TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
            Characters(digits[..length]);
            return;
        }
        // Without an exponent both languages write the same.
        if (number.TryFormat(digits, out var written, "R", CultureInfo.InvariantCulture) && !digits[..written].Contains('E')) Characters(digits[..written]);
        else Characters(JsNumber.Format(number));
    }

    private void MakeRoom(int atLeast)
    {
        to.Advance(used);
        used = 0;
        room = to.GetSpan(Math.Max(atLeast, Chunk));
    }
}
