using System.Collections.Frozen;
using System.Text.Json;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>The words of one language that dates are typed with.</summary>
internal sealed class DateWords(JsonElement words)
{
    public FrozenDictionary<string, string> Weekdays { get; } = GrammarWords.Table(words.GetProperty("weekdays"));

    public FrozenDictionary<string, string> Months { get; } = GrammarWords.Table(words.GetProperty("months"));

    /// <summary>Days from today by name: "tomorrow" is 1.</summary>
    public FrozenDictionary<string, string> Days { get; } = GrammarWords.Table(words.GetProperty("days"));

    public FrozenDictionary<string, string> Units { get; } = GrammarWords.Table(words.GetProperty("units"));

    public FrozenDictionary<string, string> Numbers { get; } = GrammarWords.Table(words.GetProperty("numbers"));

    public FrozenSet<string> This { get; } = GrammarWords.Set(words.GetProperty("this"));

    public FrozenSet<string> Next { get; } = GrammarWords.Set(words.GetProperty("next"));

    public FrozenSet<string> In { get; } = GrammarWords.Set(words.GetProperty("in"));

    /// <summary>Words before a date that stands alone: "to 8 Dec".</summary>
    public FrozenSet<string> To { get; } = GrammarWords.Set(words.GetProperty("to"));

    public FrozenSet<string> For { get; } = GrammarWords.Set(words.GetProperty("for"));

    public FrozenSet<string> EndOf { get; } = GrammarWords.Set(words.GetProperty("endOf"));

    public FrozenSet<string> Of { get; } = GrammarWords.Set(words.GetProperty("of"));

    public FrozenSet<string> The { get; } = GrammarWords.Set(words.GetProperty("the"));

    public FrozenSet<string> Ordinals { get; } = GrammarWords.Set(words.GetProperty("ordinals"));

    /// <summary>Places of this language where 12/4 is December 4.</summary>
    public FrozenSet<string> MonthFirst { get; } = GrammarWords.Set(words.GetProperty("monthFirst"));

    /// <summary>Places of this language where 12/4 is 12 April.</summary>
    public FrozenSet<string> DayFirst { get; } = GrammarWords.Set(words.GetProperty("dayFirst"));

    public IsoDayOfWeek? Weekday(string key) => Weekdays.TryGetValue(key, out var day) ? (IsoDayOfWeek)Number(day) : null;

    public int? Month(string key) => Months.TryGetValue(key, out var month) ? Number(month) : null;

    /// <summary>A count as typed: in digits, or a small number in words.</summary>
    public int? Count(string key) =>
        Numbers.TryGetValue(key, out var word) ? Number(word)
        : key.Length <= 4 && key.Length > 0 && key.All(char.IsAsciiDigit) ? Number(key) : null;

    /// <summary>A day of a month: "4", "4th".</summary>
    public int? DayOfMonth(string key)
    {
        var digits = key.TakeWhile(char.IsAsciiDigit).Count();
        return digits is 1 or 2 && (digits == key.Length || Ordinals.Contains(key[digits..])) ? Number(key[..digits]) : null;
    }

    public static int? Year(string key) => key.Length == 4 && key.All(char.IsAsciiDigit) && Number(key) >= 1900 ? Number(key) : null;

    private static int Number(string digits) => int.Parse(digits, System.Globalization.NumberStyles.AllowLeadingSign, null);
}
