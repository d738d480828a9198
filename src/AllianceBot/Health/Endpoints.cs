using System.Globalization;
using AllianceBot.Channels.Teams;
using AllianceBot.Engine;

namespace AllianceBot.Health;

/// <summary>What a load balancer and an operator ask: is it alive, can it take asks, how is it in numbers.</summary>
internal static class Endpoints
{
    /// <summary>More waiting than this and new asks should go elsewhere or wait.</summary>
    private const int QueueAtMost = 10_000;

    /// <summary>A heart that has not beaten for so long has stopped.</summary>
    private static readonly NodaTime.Duration Silence = NodaTime.Duration.FromMinutes(3);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", static () => Results.Text("live"));
        routes.MapGet("/health/ready", static (AllianceEngine engine, Outgoing outgoing) =>
        {
            var faults = Faults(engine, outgoing);
            return faults.Count == 0
                ? Results.Text("ready")
                : Results.Text(string.Join('\n', faults), statusCode: StatusCodes.Status503ServiceUnavailable);
        });
        routes.MapGet("/metrics", static (Metrics metrics) => Results.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8"));
    }

    private static List<string> Faults(AllianceEngine engine, Outgoing outgoing)
    {
        var health = engine.Health;
        var faults = new List<string>();
        if (health.Queued > QueueAtMost)
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{health.Queued} jobs wait for the committer."));
        if (health.LastBeat is not { } beat || engine.Clock.GetCurrentInstant() - beat > Silence)
            faults.Add("The engine's heart does not beat: the store cannot be written, or the loops have stopped.");
        if (outgoing.State == OutgoingState.Refused)
            faults.Add($"The login refuses this bot ({outgoing.Why}): nothing can be sent.");
        else if (outgoing.State == OutgoingState.Mismatched)
            faults.Add($"The token to send with does not fit {outgoing.Why}: nothing can be sent.");
        return faults;
    }
}
