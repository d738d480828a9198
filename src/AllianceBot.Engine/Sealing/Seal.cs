using System.Security.Cryptography;

namespace AllianceBot.Engine;

/// <summary>
/// AES-256-GCM with a fresh nonce per entry: nonce, tag, ciphertext. What the bytes belong to goes in as associated data,
/// so an entry moved to another place does not open.
/// </summary>
internal static class Seal
{
    public const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Close(AesGcm key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> belongsTo, Chance chance)
    {
        var closed = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = closed.AsSpan(0, NonceBytes);
        chance.Fill(nonce);
        key.Encrypt(nonce, plain, closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes), belongsTo);
        return closed;
    }

    /// <summary>What was sealed, or null when the bytes were damaged, moved, or closed with another key.</summary>
    public static byte[]? Open(AesGcm key, ReadOnlySpan<byte> closed, ReadOnlySpan<byte> belongsTo)
    {
        if (closed.Length < NonceBytes + TagBytes) return null;
        var plain = new byte[closed.Length - NonceBytes - TagBytes];
        try
        {
            key.Decrypt(
                closed[..NonceBytes], closed[(NonceBytes + TagBytes)..], closed.Slice(NonceBytes, TagBytes), plain, belongsTo);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public static AesGcm Key(ReadOnlySpan<byte> key) => new(key, TagBytes);
}
