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

    /// <summary>What the platform counts for this many UTF-16 units of JSON.</summary>
    public static int Weight(int utf16Length) => 2 * utf16Length;
}
