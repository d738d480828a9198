using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>One holiday as it was read.</summary>
internal readonly record struct HolidayLine(LocalDate From, LocalDate To, string Name);

/// <summary>A line as it was read: a day, or what is wrong with it.</summary>
internal readonly record struct HolidayLineRead(HolidayLine Day, Said? Fault);

/// <summary>Holidays as they were read from a text or a file.</summary>
/// <param name="Days">In their order.</param>
/// <param name="Left">How many entries were left out: past, no whole days, or repeated in a way that is not read.</param>
/// <param name="Fault">Why nothing of it is taken; null when it was read.</param>
internal sealed record HolidaysRead(ValueList<HolidayLine> Days, int Left, Said? Fault)
{
    public static HolidaysRead Wrong(Said fault) => new([], 0, fault);
}

/// <summary>
/// Reads holidays, one a line: "25 Dec Christmas", "24 Dec to 1 Jan Winter break"; or the text of an iCalendar file. Work is
/// bounded by the length of what can be typed and by <see cref="Most"/>.
/// </summary>
internal static class HolidayText
{
    /// <summary>So many at once, so that the form that shows them stays small enough to be sent.</summary>
    public const int Most = 120;

    /// <summary>Letters of a name that is taken from a file.</summary>
    public const int Name = 60;

    public static HolidaysRead Read(string text, Dates dates, LocalDate today)
    {
        if (CalendarFile.IsOne(text)) return CalendarFile.Read(text, today);
        var days = new List<HolidayLine>();
        var number = 0;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            number++;
            if (line.Length == 0) continue;
            if (days.Count == Most) return HolidaysRead.Wrong(new Said("holidays.too-many").With("limit", Most));
            if (One(line, dates) is not { } read) return HolidaysRead.Wrong(NotRead(line, number));
            if (read.Fault is { } fault) return HolidaysRead.Wrong(fault);
            days.Add(read.Day);
        }

        return days.Count == 0 ? HolidaysRead.Wrong(new("holidays.empty")) : new(days.ToValueList(), 0, null);
    }

    /// <summary>One holiday in a line; null when no date begins it.</summary>
    public static HolidayLineRead? One(string line, Dates dates)
    {
        var tokens = Tokens.Of(line);
        if (dates.At(tokens, 0) is not { } first) return null;
        if (first.Date is not { } from) return new(default, first.Fault);
        var (at, until) = (first.Words, from);
        if (at < tokens.Count && IsTo(tokens[at]) && dates.At(tokens, at + 1) is { } second)
        {
            if (second.Date is not { } end) return new(default, second.Fault);
            (at, until) = (at + 1 + second.Words, end);
        }

        var name = at < tokens.Count ? line[tokens[at].Start..].Trim(' ', ':', ',', '-', '\u2013', '"') : "";
        return new(new(from, until, name), null);
    }

    /// <summary>The line that is read as this.</summary>
    public static string Of(HolidayLine day)
    {
        var days = day.From == day.To ? Of(day.From) : $"{Of(day.From)} {To} {Of(day.To)}";
        return day.Name.Length == 0 ? days : $"{days} {day.Name}";
    }

    private static string To => GrammarWords.English.Clauses[FieldNames.LastDay][0];

    private static bool IsTo(Token token) =>
        !token.Quoted && (token.Raw is "-" or "\u2013" || GrammarWords.English.Clauses[FieldNames.LastDay].Contains(token.Key));

    private static string Of(LocalDate date)
    {
        var month = GrammarWords.English.Dates.Months.Where(entry => entry.Value == $"{date.Month}")
            .Select(static entry => entry.Key).OrderBy(static key => key.Length).First();
        return $"{date.Day} {char.ToUpperInvariant(month[0])}{month[1..]} {date.Year}";
    }

    private static Said NotRead(string line, int number) =>
        new Said("holidays.unread").With("line", number).Quoting("typed", Clean.Short(line));
}
