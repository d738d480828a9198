using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>Days from the first to the last one, as typed; no last one where nothing was said about it.</summary>
internal readonly record struct DaySpan(LocalDate From, LocalDate? Until);

/// <summary>
/// Reads for how long: "3 days" are working days of the person, "2 weeks" and "a month" are by the calendar; "tomorrow" is one day,
/// "next week" goes from its Monday to its Sunday.
/// </summary>
/// <param name="words">The words of the language.</param>
/// <param name="dates">Reads dates, from the person's own today.</param>
/// <param name="calendar">The person's calendar.</param>
/// <param name="today">The person's own date.</param>
internal sealed class DaySpans(DateWords words, Dates dates, Calendar calendar, LocalDate today)
{
    /// <summary>Numbers beyond this are no length of an absence.</summary>
    private const int Most = 400;

    /// <summary>The days that a text means, from a day that was said or not; null when it cannot be read.</summary>
    public DaySpan? Read(string text, LocalDate? from, LocalDate? until)
    {
        var tokens = Tokens.Of(text);
        if (tokens.Count == 0) return new(from ?? today, until);
        if (Week(tokens) is { } week && from is null && until is null) return week;
        if (Length(tokens, from ?? today) is { } last && until is null) return new(from ?? today, last);
        if (from is not null || dates.Whole(text) is not { Date: { } date }) return null;
        return new(date, until ?? date);
    }

    private DaySpan? Week(List<Token> tokens)
    {
        if (tokens.Count != 2 || !words.Units.TryGetValue(tokens[1].Key, out var unit) || unit != "week") return null;
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        if (words.Next.Contains(tokens[0].Key)) return new(monday.PlusWeeks(1), monday.PlusWeeks(1).PlusDays(6));
        return words.This.Contains(tokens[0].Key) ? new(today, monday.PlusDays(6)) : null;
    }

    private LocalDate? Length(List<Token> tokens, LocalDate from)
    {
        if (tokens.Count is < 2 or > 3 || words.Count(tokens[^2].Key) is not { } count || count is 0 or > Most) return null;
        if (tokens.Count == 3 && !words.For.Contains(tokens[0].Key)) return null;
        return !words.Units.TryGetValue(tokens[^1].Key, out var unit) ? null : unit switch
        {
            "day" => calendar.AddWorkdays(from.PlusDays(-1), count),
            "week" => from.PlusWeeks(count).PlusDays(-1),
            "month" => from.PlusMonths(count).PlusDays(-1),
            _ => from.PlusYears(Math.Min(count, Most)).PlusDays(-1),
        };
    }
}
