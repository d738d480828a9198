using System.Globalization;
using System.Text.RegularExpressions;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>Reads hours as people type them, "9-17", "9am to 5:30pm", and writes them as they can be typed again.</summary>
internal static partial class HourText
{
    /// <summary>Two times; null when the text is anything else.</summary>
    /// <param name="ofDay">They are hours of one day, so that "9-5" ends in the afternoon.</param>
    public static QuietTime? Range(string text, bool ofDay)
    {
        if (Whole().Match(Joined(text)) is not { Success: true } match) return null;
        if (Time(match, 1) is not { } from || Time(match, 4) is not { } until) return null;
        var afternoon = ofDay && until <= from && until.Hour < 12 && !match.Groups[6].Success;
        return new(from, afternoon ? until.PlusHours(12) : until);
    }

    /// <summary>The range at the beginning of a text, and what comes after it: "9-17 Mon-Thu".</summary>
    public static (QuietTime? Range, string After) Leading(string text)
    {
        var joined = Joined(text);
        var match = Start().Match(joined);
        return match.Success && Range(match.Value, ofDay: true) is { } range ? (range, joined[match.Length..].Trim(' ', ',')) : (null, text.Trim());
    }

    /// <summary>One time, "8", "7:30" or "8am"; null when the text is anything else.</summary>
    public static LocalTime? Time(string text) => One().Match(text.Trim()) is { Success: true } match ? Time(match, 1) : null;

    public static string Of(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Of(LocalTime from, LocalTime until) => $"{Of(from)}-{Of(until)}";

    /// <summary>"Mon-Fri", "Mon, Tue, Thu": as <see cref="SetUpSteps.Days"/> reads them.</summary>
    public static string Of(Workdays days)
    {
        var set = Enumerable.Range(1, 7).Where(day => (days.Days & (1 << (day - 1))) != 0).ToList();
        return set.Count > 2 && set[^1] - set[0] == set.Count - 1 ? $"{Name(set[0])}-{Name(set[^1])}" : string.Join(", ", set.Select(Name));
    }

    private static string Name(int day)
    {
        var name = GrammarWords.English.Dates.Weekdays.Where(entry => entry.Value == day.ToString(CultureInfo.InvariantCulture))
            .Select(static entry => entry.Key).OrderBy(static key => key.Length).ThenBy(static key => key, StringComparer.Ordinal).First();
        return string.Concat(char.ToUpperInvariant(name[0]).ToString(), name.AsSpan(1));
    }

    private static LocalTime? Time(Match match, int group)
    {
        var hour = int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups[group + 1].Success ? int.Parse(match.Groups[group + 1].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups[group + 2].Value.ToLowerInvariant();
        if (half.Length > 0 && hour is 0 or > 12) return null;
        if (half.StartsWith('p') && hour < 12) hour += 12;
        if (half.StartsWith('a') && hour == 12) hour = 0;
        // Midnight as an end is the last minute of the day.
        if (hour == 24 && minute == 0) return new(23, 59);
        return hour < 24 && minute < 60 ? new LocalTime(hour, minute) : null;
    }

    /// <summary>"from 9 to 17" as "9-17": the words for it are the language's.</summary>
    private static string Joined(string text)
    {
        var words = text.Trim().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && GrammarWords.English.Clauses[FieldNames.From].Contains(words[0].ToLowerInvariant())) words = words[1..];
        return string.Join(' ', words.Select(static word =>
            GrammarWords.English.Clauses[FieldNames.LastDay].Contains(word.ToLowerInvariant()) ? "-" : word));
    }

    private const string Clock = "([0-9]{1,2})(?:[:.]([0-9]{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?";
    private const string Between = "\\s*[-\\u2013]\\s*";

    [GeneratedRegex("^" + Clock + "$", RegexOptions.IgnoreCase)]
    private static partial Regex One();

    [GeneratedRegex("^" + Clock + Between + Clock + "$", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex("^" + Clock + Between + Clock + "(?=\\s|,|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Start();
}
