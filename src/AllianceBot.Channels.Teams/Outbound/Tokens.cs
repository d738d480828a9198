using System.Buffers.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// Tokens to send with: one at a time is fetched, kept until five minutes before its end, and dropped when the connector
/// refuses it. After a failure the login is left alone for some seconds.
/// </summary>
internal sealed class Tokens(Func<CancellationToken, Task<AuthenticationResult>> acquire, TimeProvider time, ILogger log) : ITokens, IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private volatile Held? held;
    private long? failedAt;

    public ValueTask<string?> GetAsync(CancellationToken ct) =>
        held is { } token && token.Renew > time.GetUtcNow() ? new(token.Text) : new(FetchAsync(ct));

    public void Drop(string token)
    {
        if (held is { } now && now.Text == token) held = null;
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<string?> FetchAsync(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            if (held is { } token && token.Renew > time.GetUtcNow()) return token.Text;
            if (failedAt is { } at && time.GetElapsedTime(at) < BetweenFailures) return StillGood();
            var result = await acquire(ct);
            failedAt = null;
            held = new(result.AccessToken, result.ExpiresOn - Early, result.ExpiresOn);
            Tell(result.AccessToken);
            return result.AccessToken;
        }
        catch (Exception fault) when (fault is MsalException or HttpRequestException)
        {
            failedAt = time.GetTimestamp();
            Log.NoToken(log, (fault as MsalException)?.ErrorCode ?? fault.GetType().Name);
            return StillGood();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private string? StillGood() => held is { } token && token.Ends > time.GetUtcNow() ? token.Text : null;

    /// <summary>A token of the wrong tenant is issued without complaint and then refused everywhere: who reads the log must see it.</summary>
    private void Tell(string token)
    {
        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));
            Log.TokenIssued(log, Claim(claims, "appid"), Claim(claims, "tid"), Claim(claims, "aud"));
        }
        catch (Exception fault) when (fault is FormatException or JsonException or IndexOutOfRangeException or InvalidOperationException)
        {
            Log.TokenIssued(log, "", "", "");
        }
    }

    private static string Claim(JsonDocument claims, string name) =>
        claims.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Correlation.Tame(value.GetString()!) : "";

    private sealed record Held(string Text, DateTimeOffset Renew, DateTimeOffset Ends);
}
