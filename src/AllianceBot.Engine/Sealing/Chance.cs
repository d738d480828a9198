using System.Buffers.Text;
using System.Security.Cryptography;

namespace AllianceBot.Engine;

/// <summary>Where keys, nonces and ids come from: the system in the host, a seed in the simulation.</summary>
public abstract class Chance
{
    /// <summary>The operating system's, fit for keys.</summary>
    public static Chance OfTheSystem { get; } = new SystemChance();

    public abstract void Fill(Span<byte> bytes);

    /// <summary>A fresh id: 128 bits in 22 characters.</summary>
    public string NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>A number from 0 up to, but not with, 1.</summary>
    public double Next()
    {
        Span<byte> bytes = stackalloc byte[4];
        Fill(bytes);
        return BitConverter.ToUInt32(bytes) / (uint.MaxValue + 1.0);
    }

    private sealed class SystemChance : Chance
    {
        public override void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
    }
}
