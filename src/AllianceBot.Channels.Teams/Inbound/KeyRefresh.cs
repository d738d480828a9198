using Microsoft.Extensions.Hosting;

namespace AllianceBot.Channels.Teams;

/// <summary>Reads the callers' keys at start and every half day, sooner after a failure.</summary>
internal sealed class KeyRefresh(SigningKeys keys, TeamsSettings settings, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Nobody's token is asked for then.
        if (settings.AllowAnonymous) return;
        try
        {
            while (true)
            {
                var worked = await keys.RefreshAsync(stoppingToken);
                await Task.Delay(worked ? TimeSpan.FromHours(settings.KeyRefresh) : AfterFailure, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
