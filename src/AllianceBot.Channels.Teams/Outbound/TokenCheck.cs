using Microsoft.Extensions.Hosting;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// Asks for a token as soon as the bot starts, so that a wrong secret or tenant is known before anybody waits for a message.
/// It stops nothing: a login that is away comes back, and one that refuses is said in the log and by health.
/// </summary>
internal sealed class TokenCheck(ITokens tokens, Outgoing outgoing, bool hasCredential, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!hasCredential) return;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await tokens.GetAsync(stoppingToken);
                if (outgoing.State is OutgoingState.Fine or OutgoingState.Mismatched) return;
                await Task.Delay(Again, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
