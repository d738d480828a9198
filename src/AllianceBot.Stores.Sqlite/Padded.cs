using System.Buffers.Binary;

namespace AllianceBot.Stores.Sqlite;

/// <summary>
/// Values of the directory in steps of one size, so that a changed value mostly fits where the old one lay and
/// overwrites it: the length, the value, zeros.
/// </summary>
internal static class Padded
{
    private const int Step = 64;
    private const int Header = sizeof(int);

    public static byte[] Write(ReadOnlySpan<byte> value)
    {
        var padded = new byte[(Header + value.Length + Step - 1) / Step * Step];
        BinaryPrimitives.WriteInt32LittleEndian(padded, value.Length);
        value.CopyTo(padded.AsSpan(Header));
        return padded;
    }

    public static byte[] Read(ReadOnlySpan<byte> padded) =>
        padded.Slice(Header, BinaryPrimitives.ReadInt32LittleEndian(padded)).ToArray();
}
