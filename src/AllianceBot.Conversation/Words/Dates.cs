using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>A date as it was understood.</summary>
/// <param name="Date">The date; null when it cannot be meant.</param>
/// <param name="Fault">Why it cannot be meant, in our words.</param>
/// <param name="Words">How many words it took.</param>
internal readonly record struct DateRead(LocalDate? Date, Said? Fault, int Words);

/// <summary>
/// Reads dates as people type them. "Friday" is the coming one, "next Friday" is in the next calendar week; a day and month
/// that passed less than 60 days ago is refused, an older one is meant for next year. Looking back, the last such day is
/// meant instead. Pure: today comes in.
/// </summary>
internal sealed partial class Dates(DateWords words, LocalDate today, string locale, bool looksBack = false)
{
    /// <summary>Days within which a date without a year that has passed is taken for a mistake.</summary>
    public const int JustPassed = 60;

    /// <summary>How far ahead a date may lie, in years: beyond it is a slip of the finger.</summary>
    public const int Furthest = 20;

    /// <summary>The same, for days that lie behind.</summary>
    public Dates LookingBack => new(words, today, locale, looksBack: true);

    /// <summary>The date that begins at this word, the longest reading first; null when none begins here.</summary>
    public DateRead? At(IReadOnlyList<Token> tokens, int at)
    {
        if (at >= tokens.Count || tokens[at].Quoted) return null;
        return Weekdayed(tokens, at) ?? Plain(tokens, at) ?? Weekday(tokens, at);
    }

    /// <summary>
    /// How many words to the end of the sentence look like a date that is written in a way we do not read: "3. Dezember",
    /// "12/31/", "4-Dec". 0 when nothing does: "by 3 people" is no date.
    /// </summary>
    public static int Unread(IReadOnlyList<Token> tokens, int at)
    {
        const int most = 3;
        if (at >= tokens.Count || tokens[at].Quoted || tokens.Count - at > most) return 0;
        return LooksLikeADay().IsMatch(tokens[at].Raw) && tokens.Skip(at).All(static token => !token.Quoted) ? tokens.Count - at : 0;
    }

    /// <summary>The date that this text is as a whole; null when it is none.</summary>
    public DateRead? Whole(string text)
    {
        var tokens = Tokens.Of(text);
        return At(tokens, 0) is { } read && read.Words == tokens.Count ? read : null;
    }

    /// <summary>The date that this text is, with a word before it or none: "8 Dec", "to 8 Dec".</summary>
    public DateRead? Alone(string text)
    {
        var tokens = Tokens.Of(text);
        var at = tokens.Count > 1 && !tokens[0].Quoted && words.To.Contains(tokens[0].Key) ? 1 : 0;
        return At(tokens, at) is { } read && at + read.Words == tokens.Count ? read : null;
    }

    /// <summary>"Fri 4 Dec": the weekday has to be right.</summary>
    private DateRead? Weekdayed(IReadOnlyList<Token> tokens, int at)
    {
        if (words.Weekday(tokens[at].Key) is not { } day || at + 1 >= tokens.Count) return null;
        if (Numeric(tokens, at + 1) is not { } read) return null;
        return read.Date is { } date && date.DayOfWeek != day
            ? new(null, new Said("dates.not-that-weekday").With("date", date), read.Words + 1)
            : read with { Words = read.Words + 1 };
    }

    private DateRead? Plain(IReadOnlyList<Token> tokens, int at) =>
        Named(tokens, at) ?? Numeric(tokens, at) ?? Ahead(tokens, at) ?? End(tokens, at);

    /// <summary>"today", "the day after tomorrow".</summary>
    private DateRead? Named(IReadOnlyList<Token> tokens, int at)
    {
        for (var length = Math.Min(4, tokens.Count - at); length > 0; length--)
        {
            if (!words.Days.TryGetValue(Joined(tokens, at, length), out var days)) continue;
            return Checked(today.PlusDays(int.Parse(days, NumberStyles.AllowLeadingSign, null)), length);
        }

        return null;
    }

    /// <summary>"Friday", "this Friday", "next Friday".</summary>
    private DateRead? Weekday(IReadOnlyList<Token> tokens, int at)
    {
        if (words.Weekday(tokens[at].Key) is { } day) return new(looksBack ? today.Previous(day) : today.Next(day), null, 1);
        if (looksBack) return null;
        for (var length = Math.Min(2, tokens.Count - at - 1); length > 0; length--)
        {
            var lead = Joined(tokens, at, length);
            if (words.Weekday(tokens[at + length].Key) is not { } led) continue;
            if (words.This.Contains(lead)) return new(today.Next(led), null, length + 1);
            if (words.Next.Contains(lead)) return new(Monday(1).PlusDays((int)led - 1), null, length + 1);
        }

        return null;
    }

    /// <summary>"2026-12-04", "4.12.", "12/4", "4 Dec", "Dec 4th, 2026", "the 15th".</summary>
    private DateRead? Numeric(IReadOnlyList<Token> tokens, int at)
    {
        var raw = tokens[at].Raw.TrimEnd(',', ';', '!', '?');
        if (Iso().Match(raw) is { Success: true } iso) return Day(Part(iso, 1), Part(iso, 2), Part(iso, 3), 1);
        if (Dotted().Match(raw) is { Success: true } dotted) return Day(YearPart(dotted, 3), Part(dotted, 2), Part(dotted, 1), 1);
        if (Slashed().Match(raw) is { Success: true } slashed) return Slash(slashed);

        var skip = words.The.Contains(tokens[at].Key) ? 1 : 0;
        if (at + skip >= tokens.Count || tokens[at + skip].Quoted) return null;
        if (words.Month(tokens[at + skip].Key) is { } month && skip == 0) return MonthThenDay(tokens, at, month);
        if (words.DayOfMonth(tokens[at + skip].Key) is not { } day) return null;
        var next = at + skip + 1;
        if (next < tokens.Count && words.Of.Contains(tokens[next].Key)) next++;
        if (next < tokens.Count && !tokens[next - 1].Stops && words.Month(tokens[next].Key) is { } named)
        {
            return WithYear(tokens, next + 1, named, day, next + 1 - at);
        }

        return skip == 1 && !tokens[at + 1].Key.All(char.IsAsciiDigit) ? NextOfMonth(day) : null;
    }

    private DateRead? MonthThenDay(IReadOnlyList<Token> tokens, int at, int month)
    {
        if (at + 1 >= tokens.Count || tokens[at].Raw.EndsWith(',') || words.DayOfMonth(tokens[at + 1].Key) is not { } day) return null;
        return WithYear(tokens, at + 2, month, day, 2);
    }

    private DateRead WithYear(IReadOnlyList<Token> tokens, int at, int month, int day, int taken) =>
        at < tokens.Count && DateWords.Year(tokens[at].Key) is { } year ? Day(year, month, day, taken + 1) : Day(null, month, day, taken);

    /// <summary>"12/4": only where the language's place or the numbers themselves leave no doubt.</summary>
    private DateRead Slash(Match match)
    {
        var (first, second, year) = (Part(match, 1), Part(match, 2), YearPart(match, 3));
        if (words.MonthFirst.Contains(locale) && first <= 12) return Day(year, first, second, 1);
        if (words.DayFirst.Contains(locale) && second <= 12) return Day(year, second, first, 1);
        if (first > 12 || first == second) return Day(year, second, first, 1);
        if (second > 12) return Day(year, first, second, 1);
        return new(null, new Said("dates.two-readings").Quoting("typed", match.Value), 1);
    }

    /// <summary>"in 2 weeks", "in a month".</summary>
    private DateRead? Ahead(IReadOnlyList<Token> tokens, int at)
    {
        if (!words.In.Contains(tokens[at].Key) || at + 2 >= tokens.Count) return null;
        if (words.Count(tokens[at + 1].Key) is not { } count || !words.Units.TryGetValue(tokens[at + 2].Key, out var unit)) return null;
        return Checked(Later(count, unit), 3);
    }

    private LocalDate Later(int count, string unit) => unit switch
    {
        "day" => today.PlusDays(count),
        "week" => today.PlusWeeks(count),
        "month" => today.PlusMonths(count),
        _ => today.PlusYears(Math.Min(count, 1000)),
    };

    /// <summary>"end of month", "end of next week", "end of December", "end of the year". A week ends on Friday.</summary>
    private DateRead? End(IReadOnlyList<Token> tokens, int at)
    {
        for (var length = Math.Min(4, tokens.Count - at - 1); length > 0; length--)
        {
            if (!words.EndOf.Contains(Joined(tokens, at, length))) continue;
            var rest = at + length;
            var ahead = words.Next.Contains(tokens[rest].Key) ? 1 : 0;
            if (ahead == 1 || words.This.Contains(tokens[rest].Key)) rest++;
            if (rest >= tokens.Count) return null;
            var taken = rest + 1 - at;
            if (words.Month(tokens[rest].Key) is { } month) return EndOfMonth(month, taken);
            if (!words.Units.TryGetValue(tokens[rest].Key, out var unit)) return null;
            return unit switch
            {
                "week" => Checked(EndOfWeek(ahead), taken),
                "month" => Checked(today.PlusMonths(ahead).With(DateAdjusters.EndOfMonth), taken),
                "year" => Checked(new LocalDate(today.Year + ahead, 12, 31), taken),
                _ => null,
            };
        }

        return null;
    }

    private LocalDate EndOfWeek(int ahead) => Monday(ahead).PlusDays(4) is var friday && friday < today ? friday.PlusWeeks(1) : friday;

    private DateRead EndOfMonth(int month, int taken)
    {
        var year = month >= today.Month ? today.Year : today.Year + 1;
        return Checked(new LocalDate(year, month, 1).With(DateAdjusters.EndOfMonth), taken);
    }

    /// <summary>"the 15th": the next one.</summary>
    private DateRead NextOfMonth(int day)
    {
        for (var month = 0; month < 12; month++)
        {
            var first = new LocalDate(today.Year, today.Month, 1).PlusMonths(month);
            if (Valid(first.Year, first.Month, day) is { } date && date >= today) return new(date, null, 2);
        }

        return new(null, new Said("dates.no-such-day"), 2);
    }

    private DateRead Day(int? year, int month, int day, int taken)
    {
        if (year is { } given)
        {
            return Valid(given, month, day) is { } date ? Checked(date, taken) : new(null, new Said("dates.no-such-day"), taken);
        }

        if (looksBack)
        {
            // Back to the last leap year at the furthest.
            var behind = Enumerable.Range(0, 9).Select(back => Valid(today.Year - back, month, day)).FirstOrDefault(date => date <= today);
            return behind is { } latest ? new(latest, null, taken) : new(null, new Said("dates.no-such-day"), taken);
        }

        var years = (LocalDate?[])[.. Enumerable.Range(today.Year - 1, 9).Select(at => Valid(at, month, day))];
        if (years.LastOrDefault(date => date < today) is { } last && Period.DaysBetween(last, today) < JustPassed) return Past(last, taken);
        return years.FirstOrDefault(date => date >= today) is { } next ? new(next, null, taken) : new(null, new Said("dates.no-such-day"), taken);
    }

    private DateRead Checked(LocalDate date, int taken) =>
        looksBack ? (date <= today ? new(date, null, taken) : new(null, new Said("dates.ahead").With("date", date), taken))
        : date < today ? Past(date, taken)
        : date.Year > today.Year + Furthest ? new(null, new Said("dates.too-far").With("date", date), taken)
        : new(date, null, taken);

    private static DateRead Past(LocalDate date, int taken) => new(null, new Said("dates.past").With("date", date), taken);

    /// <summary>The Monday of this week, or so many weeks later.</summary>
    private LocalDate Monday(int weeks) => today.PlusDays(1 - (int)today.DayOfWeek).PlusWeeks(weeks);

    private static LocalDate? Valid(int year, int month, int day) =>
        year is >= 1900 and <= 9000 && month is >= 1 and <= 12 && day >= 1
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static string Joined(IReadOnlyList<Token> tokens, int at, int length) =>
        length == 1 ? tokens[at].Key : string.Join(' ', tokens.Skip(at).Take(length).Select(static token => token.Key));

    private static int Part(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static int? YearPart(Match match, int group)
    {
        if (!match.Groups[group].Success) return null;
        var year = Part(match, group);
        return year < 100 ? 2000 + year : year;
    }

    [GeneratedRegex(@"^(?:[0-9]{1,2}\.|[0-9]+[./-][0-9A-Za-z./-]*|[0-9]{6,8})$")]
    private static partial Regex LooksLikeADay();

    [GeneratedRegex(@"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\.?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})?\.?$")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}|[0-9]{2}))?\.?$")]
    private static partial Regex Slashed();
}
