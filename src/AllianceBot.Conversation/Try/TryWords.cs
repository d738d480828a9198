using System.Globalization;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>The few words of try mode: "be Ana", "clock +3 days", "clock next", "clock".</summary>
internal abstract record TryWords
{
    /// <summary>To play somebody.</summary>
    public sealed record Be(string Name) : TryWords;

    /// <summary>To walk the clock on, or only to look at it.</summary>
    public sealed record Walk(Duration? By, bool IsNext) : TryWords;

    /// <summary>Further than this a walk is a slip of the finger: ten years.</summary>
    private static readonly Duration Furthest = Duration.FromDays(3660);

    /// <summary>What the words mean here; null for words of the conversation itself.</summary>
    public static TryWords? Read(string text)
    {
        var words = Tokens.Key(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["be", .. var name] => new Be(string.Join(' ', name)),
            ["clock"] => new Walk(null, IsNext: false),
            ["clock", "next"] => new Walk(null, IsNext: true),
            ["clock", var count, var unit] when Span(count, unit) is { } span => new Walk(span, IsNext: false),
            _ => null,
        };
    }

    private static Duration? Span(string count, string unit)
    {
        if (!int.TryParse(count.TrimStart('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var one = unit.TrimEnd('s') switch
        {
            "minute" => Duration.FromMinutes(1),
            "hour" => Duration.FromHours(1),
            "day" => Duration.FromDays(1),
            "week" => Duration.FromDays(7),
            "month" => Duration.FromDays(30),
            _ => (Duration?)null,
        };
        return one is { } span && span * number <= Furthest ? span * number : null;
    }
}
