using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What own hours must be like, so that there is always a next moment at which the person may be asked.</summary>
internal static class HourRules
{
    /// <summary>Minutes of a day that must be left to be asked in.</summary>
    public const int Least = 60;

    /// <summary>Facts: from, until. They must lie within one day, with the end after the beginning.</summary>
    public static readonly Refusal Backwards = new("hours.backwards");

    /// <summary>Facts: least. Too little of the day is left.</summary>
    public static readonly Refusal TooShort = new Refusal("hours.too-short").With("least", $"{Least}");

    public static IReadOnlyList<string> Codes { get; } = [Backwards.Code, TooShort.Code];

    /// <summary>Null when people can be asked by them.</summary>
    public static Refusal? Check(Alliance alliance, Person person, OwnHours? hours)
    {
        if (hours is null) return null;
        if (hours.Zone is { } zone && !SetUpDecider.IsZone(zone)) return SetUpDecider.UnknownZone;
        if (hours.Days is { IsUsable: false }) return SetUpDecider.NoWorkdays;
        var calendar = Calendars.Of(alliance, person with { Hours = hours });
        if (calendar.QuietFrom <= calendar.AskFrom)
        {
            return Backwards.With("from", Of(calendar.AskFrom)).With("until", Of(calendar.QuietFrom));
        }

        if (hours.Quiet is { } quiet && quiet.From == quiet.Until) return Backwards.With("from", Of(quiet.From)).With("until", Of(quiet.Until));
        return MinutesLeft(calendar) < Least ? TooShort : null;
    }

    private static int MinutesLeft(Calendar calendar)
    {
        var left = 0;
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            var time = new LocalTime(minute / 60, minute % 60);
            if (time >= calendar.AskFrom && time < calendar.QuietFrom && calendar.Quiet?.Includes(time) != true) left++;
        }

        return left;
    }

    private static string Of(LocalTime time) => $"{time.Hour:00}:{time.Minute:00}";
}
