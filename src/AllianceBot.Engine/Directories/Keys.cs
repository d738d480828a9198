using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AllianceBot.Engine;

/// <summary>The directory's keys, both made from the store's secret.</summary>
internal sealed class Keys(ReadOnlyMemory<byte> secret)
{
    private readonly byte[] hashing = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.ToArray(), Seal.KeyBytes, info: "hash"u8.ToArray());

    /// <summary>The key that seals addresses.</summary>
    public byte[] Sealing { get; } =
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.ToArray(), Seal.KeyBytes, info: "seal"u8.ToArray());

    /// <summary>128 bits of a keyed hash in 22 characters: it cannot be guessed back without the secret.</summary>
    public string Hash(string kind, string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(hashing, Encoding.UTF8.GetBytes($"{kind}\n{text}"), hash);
        return Base64Url.EncodeToString(hash[..16]);
    }
}
