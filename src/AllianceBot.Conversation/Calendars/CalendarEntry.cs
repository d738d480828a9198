using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Conversation;

/// <summary>One event of an iCalendar text, as its lines tell it.</summary>
internal sealed class CalendarEntry
{
    private static readonly LocalDatePattern Basic = LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd");

    private LocalDate? start;
    private LocalDate? end;
    private int? length;
    private bool whole = true;
    private bool cancelled;
    private string name = "";
    private Yearly? repeats;
    private bool otherwise;

    /// <summary>False when the line cannot be what it says it is.</summary>
    public bool Take(ContentLine line)
    {
        switch (line.Name)
        {
            case "DTSTART":
                return Date(line, ref start);
            case "DTEND":
                return Date(line, ref end);
            case "DURATION":
                length = DurationOf(line.Value);
                whole &= length is not null;
                return true;
            case "SUMMARY":
                name = Unescaped(line.Value);
                return true;
            case "STATUS":
                cancelled = line.Is("CANCELLED");
                return true;
            case "RRULE":
                repeats = Yearly.Read(line.Value);
                otherwise |= repeats is null;
                return true;
            case "RDATE":
                otherwise = true;
                return true;
            default:
                return true;
        }
    }

    /// <summary>Its days from today on and up to the last one that is taken; none for what is no holiday.</summary>
    public IEnumerable<HolidayLine> Days(LocalDate today, LocalDate last)
    {
        if (start is not { } first || !whole || cancelled || otherwise) return [];
        // An end is the day after the last one; without one, or with one that is no later, it is a single day.
        var days = length ?? (end is { } after ? Math.Max(1, Period.DaysBetween(first, after)) : 1);
        if (days > 366) return [];
        var all = repeats is { } yearly ? yearly.From(first, last) : [first];
        return all.Where(day => day.PlusDays(days - 1) >= today && day.PlusDays(days - 1) <= last)
            .Select(day => new HolidayLine(day, day.PlusDays(days - 1), name));
    }

    /// <summary>A date; or a time at midnight, which some programs write for it. Any other time is no whole day.</summary>
    private bool Date(ContentLine line, ref LocalDate? into)
    {
        var value = line.Value.Trim();
        var time = value.IndexOf('T', StringComparison.Ordinal);
        if (Basic.Parse(time < 0 ? value : value[..time]) is not { Success: true, Value: var date }) return false;
        whole &= time < 0 ? line.IsDate || value.Length == 8 : value[(time + 1)..] == "000000";
        into = date;
        return true;
    }

    private static int? DurationOf(string value)
    {
        var text = value.Trim();
        if (text.Length is < 3 or > 5 || text[0] != 'P') return null;
        return int.TryParse(text[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? text[^1] switch { 'D' => count, 'W' => count * 7, _ => null }
            : null;
    }

    private static string Unescaped(string value)
    {
        var text = value.Replace("\\n", " ", StringComparison.OrdinalIgnoreCase)
            .Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= HolidayText.Name ? line : line[..(char.IsHighSurrogate(line[HolidayText.Name - 1]) ? HolidayText.Name - 1 : HolidayText.Name)];
    }
}

/// <summary>A repetition every so many years: on the same date, or on the nth weekday of a month.</summary>
/// <param name="Interval">Every so many years.</param>
/// <param name="Count">So often at most; null for no end.</param>
/// <param name="Until">Not after this day; null for no end.</param>
/// <param name="Month">The month, where a weekday is meant.</param>
/// <param name="Day">The day of the month; null for that of the first one.</param>
/// <param name="Weekday">The weekday; null for the same date.</param>
/// <param name="Nth">Which one of the month; -1 is the last.</param>
internal sealed record Yearly(int Interval, int? Count, LocalDate? Until, int? Month, int? Day, IsoDayOfWeek? Weekday, int Nth)
{
    private static readonly string[] Weekdays = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>Null for every other kind of repetition.</summary>
    public static Yearly? Read(string rule)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in rule.Trim().Split(';'))
        {
            var (at, name) = (part.IndexOf('=', StringComparison.Ordinal), part);
            if (at <= 0 || !parts.TryAdd(name[..at], part[(at + 1)..].ToUpperInvariant())) return null;
        }

        if (parts.GetValueOrDefault("FREQ") != "YEARLY" || parts.Keys.Any(static key => !Known.Contains(key))) return null;
        if (Number("INTERVAL") is < 1 || Number("COUNT") is < 1 || Number("BYMONTH") is < 1 or > 12) return null;
        if (Number("BYMONTHDAY") is < 1 or > 31) return null;
        LocalDate? until = null;
        if (parts.GetValueOrDefault("UNTIL") is { } text)
        {
            if (text.Length < 8 || LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd").Parse(text[..8]) is not { Success: true } read) return null;
            until = read.Value;
        }

        var (weekday, nth) = ((IsoDayOfWeek?)null, 0);
        if (parts.GetValueOrDefault("BYDAY") is { } day)
        {
            if (day.Length is < 3 or > 4 || Array.IndexOf(Weekdays, day[^2..]) is not (> 0 and var found)) return null;
            if (!int.TryParse(day[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out nth) || nth is 0 or < -4 or > 4) return null;
            if (Number("BYMONTH") is null) return null;
            weekday = (IsoDayOfWeek)found;
        }

        return new(Number("INTERVAL") ?? 1, Number("COUNT"), until, Number("BYMONTH"), Number("BYMONTHDAY"), weekday, nth);

        int? Number(string key) => parts.GetValueOrDefault(key) is not { } value ? null
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>The first days of its coming from a first one on, at most up to a last one; bounded by the years between.</summary>
    public IEnumerable<LocalDate> From(LocalDate first, LocalDate last)
    {
        var came = 0;
        for (var year = first.Year; year <= last.Year && year < 9000; year += Math.Min(Interval, 1000))
        {
            if (On(year, first) is not { } day || day < first) continue;
            if (day > last || day > Until || ++came > Count) yield break;
            yield return day;
        }
    }

    private LocalDate? On(int year, LocalDate first)
    {
        var month = Month ?? first.Month;
        var days = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (Weekday is not { } weekday) return (Day ?? first.Day) is var day && day <= days ? new LocalDate(year, month, day) : null;
        if (Nth < 0)
        {
            var end = new LocalDate(year, month, days);
            return end.PlusDays(-(((int)end.DayOfWeek - (int)weekday + 7) % 7)).PlusWeeks(Nth + 1);
        }

        var begin = new LocalDate(year, month, 1);
        return begin.PlusDays(((int)weekday - (int)begin.DayOfWeek + 7) % 7).PlusWeeks(Nth - 1);
    }

    private static readonly string[] Known = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "WKST"];
}
