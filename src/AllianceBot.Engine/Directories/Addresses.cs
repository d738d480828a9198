using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AllianceBot.Engine;

/// <summary>Addresses in sealed form: they hold platform ids of people, and lie in the directory and in outbox rows.</summary>
internal sealed class Addresses(AesGcm key, Chance chance)
{
    private readonly Lock gate = new();
    private readonly Cache<Address, string> closed = new(EngineLimits.SealedAddresses);

    /// <summary>The same address may give the same text: people tap again where they tapped before.</summary>
    public string Close(Address address)
    {
        if (closed.TryGet(address, out var known)) return known;
        var text = Base64Url.EncodeToString(Close(JsonSerializer.SerializeToUtf8Bytes(address, AddressContext.Default.Address)));
        closed.Set(address, text);
        return text;
    }

    /// <summary>The address, or null when it was sealed with another key.</summary>
    public Address? Open(string text) =>
        Open(Base64Url.DecodeFromChars(text)) is { } json ? JsonSerializer.Deserialize(json, AddressContext.Default.Address) : null;

    public byte[] Close(ReadOnlySpan<byte> plain)
    {
        // One key object serves all threads, and it is not made for that.
        lock (gate) return Seal.Close(key, plain, "directory"u8, chance);
    }

    public byte[]? Open(ReadOnlySpan<byte> sealedBytes)
    {
        lock (gate) return Seal.Open(key, sealedBytes, "directory"u8);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Address))]
internal sealed partial class AddressContext : JsonSerializerContext;
