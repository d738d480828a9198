using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>Brings what makes an ask the same ask to 22 characters.</summary>
internal static class AskIds
{
    private const int Length = 22;
    private const int UsualTap = 512;
    private const int KeptTap = 16 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? tap;

    /// <summary>
    /// A tap: the card's instance, the revision it showed, the verb, who tapped and what was filled in. Two people on one
    /// card ask two things, and so does one person who writes another note on the same card.
    /// </summary>
    public static AskId Tap(PersonId person, string verb, IReadOnlyDictionary<string, string> fields)
    {
        var names = fields.Keys.ToArray();
        Array.Sort(names, StringComparer.Ordinal);
        var text = tap ??= new(UsualTap);
        text.ResetWrittenCount();
        Encoding.UTF8.GetBytes($"tap\n{person}\n{verb}", text);
        foreach (var name in names)
        {
            text.Write("\n"u8);
            Encoding.UTF8.GetBytes(name, text);
            text.Write("="u8);
            Encoding.UTF8.GetBytes(fields[name], text);
        }

        if (text.Capacity > KeptTap) tap = null;
        return new(Short(text.WrittenSpan));
    }

    /// <summary>One row of a card that asks several things at once.</summary>
    public static AskId Row(AskId ask, int row) => new(Short($"row\n{ask}\n{row}"));

    /// <summary>What came with a transport id.</summary>
    public static AskId Delivered(string transport) => new(Short($"transport\n{transport}"));

    /// <summary>A draft id as we mint them; everything else is forged, and nothing is made of it.</summary>
    public static AskId? Draft(string? id) =>
        id is { Length: Length } && id.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? new AskId(id) : null;

    private static string Short(string text) => Short(Encoding.UTF8.GetBytes(text));

    private static string Short(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, hash);
        return Base64Url.EncodeToString(hash[..16]);
    }
}
