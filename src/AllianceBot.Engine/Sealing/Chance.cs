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
        // The system is asked for many at once, as each question costs about as much as a kilobyte. What is given is wiped.
        private const int Stock = 1_024;
        private const int FromStock = 64;

        [ThreadStatic]
        private static byte[]? stock;

        [ThreadStatic]
        private static int left;

        public override void Fill(Span<byte> bytes)
        {
            if (bytes.Length > FromStock)
            {
                RandomNumberGenerator.Fill(bytes);
                return;
            }

            stock ??= new byte[Stock];
            if (left < bytes.Length)
            {
                RandomNumberGenerator.Fill(stock);
                left = Stock;
            }

            var given = stock.AsSpan(left - bytes.Length, bytes.Length);
            given.CopyTo(bytes);
            given.Clear();
            left -= bytes.Length;
        }
    }
}
