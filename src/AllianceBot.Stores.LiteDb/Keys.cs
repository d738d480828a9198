using System.Security.Cryptography;
using System.Text;

namespace AllianceBot.Stores.LiteDb;

/// <summary>
/// Keys that a person can read: their parts with a slash between, whose order is the order of the last part. What would be
/// too long for an index becomes a hash.
/// </summary>
internal static class Keys
{
    // The library takes 1,023 bytes for a whole key.
    private const int LastBytesAtMost = 400;
    private const int PartBytesAtMost = 150;

    public static string Of(string first, string last) => $"{Part(first)}/{Last(last)}";

    public static string Of(string first, string second, string last) => $"{Part(first)}/{Part(second)}/{Last(last)}";

    public static string Of(string first, string second, string third, string fourth, string last) =>
        $"{Part(first)}/{Part(second)}/{Part(third)}/{Part(fourth)}/{Last(last)}";

    /// <summary>Below every key with this first part.</summary>
    public static string From(string first) => Part(first) + "/";

    /// <summary>Above every key with this first part: the character after the slash.</summary>
    public static string To(string first) => Part(first) + "0";

    /// <summary>A slash or what stands for one must not let two keys of different parts look alike.</summary>
    private static string Part(string text) => Short(
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal), PartBytesAtMost);

    private static string Last(string text) => Short(text, LastBytesAtMost);

    private static string Short(string text, int bytesAtMost) => Encoding.UTF8.GetByteCount(text) <= bytesAtMost
        ? text
        : $"sha256-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
