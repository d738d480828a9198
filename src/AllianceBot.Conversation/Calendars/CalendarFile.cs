using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>
/// A small and strict reader of iCalendar texts (RFC 5545) that takes whole-day events only: lines unfolded, texts unescaped,
/// yearly repetition by date or by weekday of a month. What repeats otherwise, is cancelled, past or not of whole days is left
/// out and counted; what is broken is refused as a whole. It follows no links and keeps nothing else of the file.
/// </summary>
internal static class CalendarFile
{
    private const int LongestLine = 4_000;
    private const int MostEvents = 1_000;
    private const int YearsAhead = 5;

    public static bool IsOne(string text) =>
        text.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase) || text.Contains("BEGIN:VEVENT", StringComparison.OrdinalIgnoreCase);

    public static HolidaysRead Read(string text, LocalDate today)
    {
        var days = new SortedSet<HolidayLine>(Comparer<HolidayLine>.Create(static (a, b) =>
            (a.From, a.To) != (b.From, b.To) ? (a.From, a.To).CompareTo((b.From, b.To)) : string.CompareOrdinal(a.Name, b.Name)));
        var (left, events, depth) = (0, 0, 0);
        CalendarEntry? entry = null;
        foreach (var (line, number) in Unfolded(text))
        {
            if (line.Length > LongestLine) return Broken(number);
            if (line.Length == 0) continue;
            if (ContentLine.Read(line) is not { } content) return Broken(number);
            switch (content.Name)
            {
                case "BEGIN" when entry is not null && content.Is("VEVENT"):
                    return Broken(number);
                case "BEGIN" when content.Is("VEVENT"):
                    if (++events > MostEvents) return HolidaysRead.Wrong(new Said("holidays.too-many").With("limit", HolidayText.Most));
                    entry = new();
                    break;
                case "BEGIN" when entry is not null:
                    depth++;
                    break;
                case "END" when depth > 0:
                    depth--;
                    break;
                case "END" when entry is not null:
                    if (!content.Is("VEVENT")) return Broken(number);
                    var found = entry.Days(today, today.PlusYears(YearsAhead)).Take(HolidayText.Most + 1).ToList();
                    if (found.Count == 0) left++;
                    days.UnionWith(found);
                    if (days.Count > HolidayText.Most) return HolidaysRead.Wrong(new Said("holidays.too-many").With("limit", HolidayText.Most));
                    entry = null;
                    break;
                default:
                    if (entry is not null && depth == 0 && !entry.Take(content)) return Broken(number);
                    break;
            }
        }

        if (entry is not null) return HolidaysRead.Wrong(new("holidays.cut-off"));
        if (days.Count == 0) return HolidaysRead.Wrong(new Said("holidays.none-read").With("count", left));
        return new(Apart(days, ref left), left, null);
    }

    /// <summary>Two entries over the same day are one holiday too many: the first stays.</summary>
    private static ValueList<HolidayLine> Apart(IEnumerable<HolidayLine> inOrder, ref int left)
    {
        var apart = new List<HolidayLine>();
        foreach (var day in inOrder)
        {
            if (apart.Count > 0 && apart[^1].To >= day.From) left++;
            else apart.Add(day);
        }

        return apart.ToValueList();
    }

    /// <summary>A line that begins with a space goes on where the one before ended.</summary>
    private static IEnumerable<(string Line, int Number)> Unfolded(string text)
    {
        var (whole, start, number) = (new System.Text.StringBuilder(), 1, 0);
        foreach (var line in text.Split('\n'))
        {
            number++;
            var bare = line.TrimEnd('\r');
            if (bare.Length > 0 && bare[0] is ' ' or '\t' && number > 1)
            {
                if (whole.Length <= LongestLine) whole.Append(bare, 1, bare.Length - 1);
                continue;
            }

            if (number > 1) yield return (whole.ToString(), start);
            whole.Clear().Append(bare);
            start = number;
        }

        yield return (whole.ToString(), start);
    }

    private static HolidaysRead Broken(int line) => HolidaysRead.Wrong(new Said("holidays.broken").With("line", line));
}

/// <summary>A line of an iCalendar text: a name, parameters and a value.</summary>
internal readonly record struct ContentLine(string Name, bool IsDate, bool IsUtcTime, string Value)
{
    public bool Is(string value) => Value.Trim().Equals(value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Null for what is no such line.</summary>
    public static ContentLine? Read(string line)
    {
        var quoted = false;
        var colon = -1;
        for (var at = 0; at < line.Length && colon < 0; at++)
        {
            if (line[at] == '"') quoted = !quoted;
            else if (line[at] == ':' && !quoted) colon = at;
        }

        if (colon <= 0) return null;
        var parts = line[..colon].Split(';');
        if (parts[0].Length == 0 || !parts[0].All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')) return null;
        var date = parts.Skip(1).Any(static part => part.Equals("VALUE=DATE", StringComparison.OrdinalIgnoreCase));
        return new(parts[0].ToUpperInvariant(), date, line.EndsWith('Z'), line[(colon + 1)..]);
    }
}
