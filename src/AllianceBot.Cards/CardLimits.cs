using System.Text;

namespace AllianceBot.Cards;

/// <summary>Every limit of this project.</summary>
public static class CardLimits
{
    /// <summary>Above this a card is a fault in a sample: Teams documents 28 KB, counted as two bytes per UTF-16 unit of the JSON.</summary>
    public const int SoftBytes = 28 * 1024;

    /// <summary>Above this nothing is sent at all.</summary>
    public const int HardBytes = 80 * 1024;

    /// <summary>Buttons in sight; more belong behind a menu.</summary>
    public const int PrimaryActions = 6;

    /// <summary>How deep JSON may nest.</summary>
    public const int Depth = 64;

    /// <summary>What the platform counts for a card: two bytes for each UTF-16 unit of its JSON.</summary>
    public static int Weight(ReadOnlySpan<byte> utf8) => 2 * Encoding.UTF8.GetCharCount(utf8);

    /// <summary>Whether the platform would refuse the card. Counts only when it could be.</summary>
    public static bool IsTooLarge(ReadOnlySpan<byte> utf8) => 2 * utf8.Length > HardBytes && Weight(utf8) > HardBytes;
}
