using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AllianceBot.Cards;
using NodaTime;

namespace AllianceBot.Conversation;

/// <summary>Dates in words, made once for a language: each answer says several, and the days of these weeks again and again.</summary>
internal static class SpokenDates
{
    /// <summary>More days than that are let go of at once.</summary>
    private const int Most = 4000;

    private static readonly string[] Weekdays = [.. Enumerable.Range(0, 8).Select(static day => $"date.weekday.{day}")];
    private static readonly string[] Months = [.. Enumerable.Range(0, 13).Select(static month => $"date.month.{month}")];
    private static readonly ConditionalWeakTable<Phrases, ConcurrentDictionary<(string Language, LocalDate Date), CardText>> Made = [];

    /// <summary>"Fri 4 Dec 2026".</summary>
    public static CardText Of(Speech speech, LocalDate date)
    {
        var made = Made.GetValue(speech.Phrases, static _ => new());
        if (made.TryGetValue((speech.Language, date), out var known)) return known;
        if (made.Count >= Most) made.Clear();
        // All of it is ours, so it is one piece.
        var text = CardText.Markup(speech.Text(
            "date.full", ("weekday", Weekday(speech, date)), ("day", date.Day), ("month", speech.Text(Months[date.Month])), ("year", date.Year)).ToString());
        made[(speech.Language, date)] = text;
        return text;
    }

    public static CardText Weekday(Speech speech, LocalDate date) => speech.Text(Weekdays[(int)date.DayOfWeek]);
}
