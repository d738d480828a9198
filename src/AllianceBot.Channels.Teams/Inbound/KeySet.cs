using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace AllianceBot.Channels.Teams;

/// <summary>A public key of the platform with the channels it may speak for.</summary>
internal sealed class SigningKey(RSAParameters key, IReadOnlyList<string> endorsements)
{
    public IReadOnlyList<string> Endorsements { get; } = endorsements;

    public bool Verifies(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        // One of its own for each call, as an RSA object is not promised to serve several threads; verdicts are kept, so this is rare.
        using var rsa = RSA.Create(key);
        return rsa.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}

/// <summary>A published set of keys, by kid. Keys that cannot be for RS256 signatures are left out.</summary>
internal sealed class KeySet(Dictionary<string, SigningKey> byId)
{
    private const int SmallestBits = 2048;

    public int Count => byId.Count;

    public SigningKey? Find(string kid) => byId.GetValueOrDefault(kid);

    public static KeySet Parse(JsonElement document)
    {
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in document.GetProperty("keys").EnumerateArray())
        {
            if (Text(key, "kty") != "RSA" || Text(key, "use") is not (null or "sig") || Text(key, "alg") is not (null or "RS256")) continue;
            if (Text(key, "kid") is { } kid && Make(key) is { } made) keys[kid] = made;
        }

        return new(keys);
    }

    private static SigningKey? Make(JsonElement key)
    {
        if (Text(key, "n") is not { } modulus || Text(key, "e") is not { } exponent) return null;
        try
        {
            var parameters = new RSAParameters { Modulus = Base64Url.DecodeFromChars(modulus), Exponent = Base64Url.DecodeFromChars(exponent) };
            using var rsa = RSA.Create(parameters);
            return rsa.KeySize >= SmallestBits ? new(parameters, Endorsements(key)) : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static List<string> Endorsements(JsonElement key) =>
        key.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(it => it.ValueKind == JsonValueKind.String).Select(it => it.GetString()!)]
            : [];

    private static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
