using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Conversation;

/// <summary>A moment as it was understood.</summary>
/// <param name="Written">"2026-12-02T10:00", "2026-12-02", "10:00", or "PT90M" from now; null when it cannot be meant.</param>
/// <param name="Fault">Why it cannot be meant, in our words.</param>
/// <param name="Words">How many words it took.</param>
internal readonly record struct MomentRead(string? Written, Said? Fault, int Words);

/// <summary>
/// Reads moments as people type them: "tomorrow 10:00", "Friday at 3 pm", "14:30", "in 2 hours", "4 Dec". What they mean is
/// told by <see cref="Instant"/>, which knows the person's clock.
/// </summary>
internal sealed partial class Moments(GrammarWords words, Dates dates)
{
    /// <summary>The most minutes of a span; longer than any window.</summary>
    private const int MostMinutes = 60 * 24 * 60;

    /// <summary>The moment that begins at this word, the longest reading first; null when none begins here.</summary>
    public MomentRead? At(IReadOnlyList<Token> tokens, int at)
    {
        if (at >= tokens.Count || tokens[at].Quoted) return null;
        var raw = tokens[at].Raw.TrimEnd(',', ';', '!', '?');
        if (LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(raw) is { Success: true }) return new(raw, null, 1);
        if (Written().IsMatch(raw) && Minutes(raw) is > 0) return new(raw, null, 1);
        return Ahead(tokens, at) ?? Dated(tokens, at) ?? Timed(tokens, at);
    }

    /// <summary>What is meant by what was written, on this person's clock; null for what is no moment.</summary>
    public static Instant? Instant(string written, Domain.Calendar calendar, Instant now)
    {
        if (Written().IsMatch(written)) return Minutes(written) is { } minutes ? now + Duration.FromMinutes(minutes) : null;
        if (LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(written) is { Success: true } both) return calendar.Resolve(both.Value);
        if (LocalDatePattern.Iso.Parse(written) is { Success: true } day) return calendar.OpeningOn(day.Value);
        if (LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(written) is not { Success: true } time) return null;
        var today = calendar.DateOf(now);
        return calendar.Resolve(today + time.Value) is var at && at > now ? at : calendar.Resolve(today.PlusDays(1) + time.Value);
    }

    /// <summary>A moment written so that it is read back as the same, in this zone.</summary>
    public static string Write(Instant at, DateTimeZone zone) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(at.InZone(zone).LocalDateTime);

    private static int? Minutes(string span) =>
        int.TryParse(span[2..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= MostMinutes ? minutes : null;

    /// <summary>"in 2 hours", "30 minutes".</summary>
    private MomentRead? Ahead(IReadOnlyList<Token> tokens, int at)
    {
        var skip = words.Dates.In.Contains(tokens[at].Key) ? 1 : 0;
        if (at + skip + 1 >= tokens.Count || words.Dates.Count(tokens[at + skip].Key) is not { } count) return null;
        int? minutes = Word(tokens, at + skip + 1) switch
        {
            "hour" => 60 * count,
            "minute" => count,
            _ => null,
        };
        return minutes is > 0 and <= MostMinutes ? new($"PT{minutes}M", null, skip + 2) : null;
    }

    /// <summary>"tomorrow", "Friday at 10:00".</summary>
    private MomentRead? Dated(IReadOnlyList<Token> tokens, int at)
    {
        if (dates.At(tokens, at) is not { } date) return null;
        if (date.Date is not { } day) return new(null, date.Fault, date.Words);
        var written = LocalDatePattern.Iso.Format(day);
        return Time(tokens, at + date.Words) is var (time, length)
            ? new($"{written}T{time}", null, date.Words + length)
            : new(written, null, date.Words);
    }

    /// <summary>"10:00", "10:00 tomorrow".</summary>
    private MomentRead? Timed(IReadOnlyList<Token> tokens, int at)
    {
        if (Time(tokens, at) is not var (time, length)) return null;
        if (at + length >= tokens.Count || dates.At(tokens, at + length) is not { } date) return new(time, null, length);
        return date.Date is { } day
            ? new($"{LocalDatePattern.Iso.Format(day)}T{time}", null, length + date.Words)
            : new(null, date.Fault, length + date.Words);
    }

    private (string Time, int Words)? Time(IReadOnlyList<Token> tokens, int at)
    {
        var skip = Word(tokens, at) == "at" ? 1 : 0;
        if (at + skip >= tokens.Count || tokens[at + skip].Quoted) return null;
        if (Word(tokens, at + skip) == "noon") return ("12:00", skip + 1);
        if (Clock().Match(tokens[at + skip].Key) is not { Success: true } match) return null;
        var hour = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : 0;
        var (half, length) = match.Groups[3].Success ? (match.Groups[3].Value, 1)
            : Word(tokens, at + skip + 1) is "am" or "pm" ? (Word(tokens, at + skip + 1), 2) : ("", 1);
        // A bare number is a time only where something says so.
        if (half.Length == 0 && !match.Groups[2].Success && skip == 0) return null;
        if (half.Length > 0 && hour is < 1 or > 12) return null;
        hour = half switch { "am" => hour % 12, "pm" => hour % 12 + 12, _ => hour };
        return hour < 24 && minute < 60 ? ($"{hour:00}:{minute:00}", skip + length) : null;
    }

    private string Word(IReadOnlyList<Token> tokens, int at) =>
        at < tokens.Count && !tokens[at].Quoted ? words.Times.GetValueOrDefault(tokens[at].Key, "") : "";

    [GeneratedRegex("^([0-9]{1,2})(?:[:.h]([0-9]{2}))?(am|pm)?$")]
    private static partial Regex Clock();

    [GeneratedRegex("^PT[0-9]{1,6}M$")]
    private static partial Regex Written();
}
