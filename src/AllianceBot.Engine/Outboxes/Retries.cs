using NodaTime;

namespace AllianceBot.Engine;

/// <summary>When a delivery is tried again. Short at first, as most faults pass in seconds; about a day in all.</summary>
internal static class Retries
{
    private static readonly Duration[] Delays =
    [
        Duration.FromSeconds(2),
        Duration.FromSeconds(10),
        Duration.FromSeconds(30),
        Duration.FromMinutes(1),
        Duration.FromMinutes(2),
        Duration.FromMinutes(5),
        Duration.FromMinutes(10),
        Duration.FromMinutes(20),
        Duration.FromMinutes(30),
        Duration.FromHours(1),
        Duration.FromHours(2),
        Duration.FromHours(4),
        Duration.FromHours(4),
        Duration.FromHours(4),
        Duration.FromHours(4),
        Duration.FromHours(4),
    ];

    /// <summary>The wait after so many attempts, a fifth shorter or longer by chance so that many do not come at once; null to give up.</summary>
    /// <param name="attempts">How often it was tried, from 1.</param>
    /// <param name="asked">What the channel asked for: never less than that.</param>
    /// <param name="chance">For the jitter.</param>
    public static Duration? After(int attempts, Duration? asked, Chance chance)
    {
        if (attempts > Delays.Length) return null;
        var delay = Delays[Math.Max(attempts, 1) - 1] * (0.8 + (0.4 * chance.Next()));
        return asked is { } wish ? Duration.Max(delay, wish) : delay;
    }
}
