using System.Globalization;
using EndToEnd.Harness;

namespace EndToEnd.Journeys;

/// <summary>The bot's clock in try mode, looked at and walked by typed words.</summary>
internal static class Clock
{
    private const string Shows = "The clock shows ";

    /// <summary>What it shows, in the alliance's zone.</summary>
    public static Task<DateTime> LookAsync(Client client) => SayAsync(client, "clock");

    /// <summary>To whatever is due next.</summary>
    public static Task<DateTime> NextAsync(Client client) => SayAsync(client, "clock next");

    public static async Task<DateTime> WalkToAsync(Client client, DateTime target)
    {
        var now = await LookAsync(client);
        // A long way on a busy machine is walked in several turns: each stops before it is too late to answer.
        while (now < target)
        {
            now = await SayAsync(client, string.Create(CultureInfo.InvariantCulture, $"clock +{(target - now).TotalMinutes:0} minutes"));
        }

        return now;
    }

    /// <summary>
    /// To 11:00 on the next Monday, so that a story is told at the same hours whenever the test is run: in the evening and on
    /// days off the bot keeps its notices back.
    /// </summary>
    public static async Task<DateOnly> ToMondayAsync(Client client)
    {
        var now = await LookAsync(client);
        var monday = now.Date.AddDays(((int)DayOfWeek.Monday - (int)now.DayOfWeek + 7) % 7);
        if (monday.AddHours(11) <= now) monday = monday.AddDays(7);
        return DateOnly.FromDateTime(await WalkToAsync(client, monday.AddHours(11)));
    }

    private static async Task<DateTime> SayAsync(Client client, string words) => Read(await client.AnswerAsync(words, Shows));

    private static DateTime Read(string text)
    {
        var from = text.IndexOf(Shows, StringComparison.Ordinal) + Shows.Length;
        return DateTime.ParseExact(
            text[from..text.IndexOf('.', from)], "ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
    }
}
