using System.Buffers.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// Tokens to send with: one at a time is fetched, kept until five minutes before its end, and dropped when the connector
/// refuses it. After a failure the login is left alone for some seconds.
/// </summary>
internal sealed class Tokens(
    Func<CancellationToken, Task<AuthenticationResult>> acquire, TeamsSettings settings, Outgoing outgoing, TimeProvider time, ILogger log)
    : ITokens, IDisposable
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
            Failed(fault);
            return StillGood();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private string? StillGood() => held is { } token && token.Ends > time.GetUtcNow() ? token.Text : null;

    /// <summary>
    /// A login that answers "no" is another thing than one that does not answer: the first is the operator's to mend, the
    /// second passes. Only codes are said: a message may quote what was sent.
    /// </summary>
    private void Failed(Exception fault)
    {
        var code = Correlation.Tame((fault as MsalException)?.ErrorCode ?? fault.GetType().Name);
        if (fault is MsalServiceException { StatusCode: >= 400 and < 500 and not 408 and not 429 } or MsalClientException)
        {
            Log.LoginRefuses(log, code);
            outgoing.Is(OutgoingState.Refused, code);
        }
        else
        {
            Log.LoginAway(log, code);
            outgoing.Is(OutgoingState.Away, code);
        }
    }

    /// <summary>What a token says of itself against what is set; a claim that is not there says nothing.</summary>
    private void Check(string app, string tenant, string audience)
    {
        var set = settings.Scope.EndsWith("/.default", StringComparison.Ordinal) ? settings.Scope[..^"/.default".Length] : settings.Scope;
        (string Claim, string Told, string Setting, string Set)[] claims =
        [
            ("appid", app, "Teams:AppId", settings.AppId),
            ("tid", tenant, "Teams:TenantId", settings.AppType == AppType.MultiTenant ? "" : settings.TenantId),
            ("aud", audience.TrimEnd('/'), "Teams:Scope", set.TrimEnd('/')),
        ];
        foreach (var (claim, told, setting, wanted) in claims)
        {
            if (told.Length == 0 || wanted.Length == 0 || told.Equals(wanted, StringComparison.OrdinalIgnoreCase)) continue;
            Log.TokenMismatched(log, claim, told, setting, wanted);
            outgoing.Is(OutgoingState.Mismatched, setting);
            return;
        }

        outgoing.Is(OutgoingState.Fine);
    }

    /// <summary>A token of the wrong tenant is issued without complaint and then refused everywhere: who reads the log must see it.</summary>
    private void Tell(string token)
    {
        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));
            var (app, tenant, audience) = (Claim(claims, "appid"), Claim(claims, "tid"), Claim(claims, "aud"));
            Log.TokenIssued(log, app, tenant, audience);
            Check(app, tenant, audience);
        }
        catch (Exception fault) when (fault is FormatException or JsonException or IndexOutOfRangeException or InvalidOperationException)
        {
            // One that cannot be read may be as good as any: the connector tells.
            Log.TokenIssued(log, "", "", "");
            outgoing.Is(OutgoingState.Fine);
        }
    }

    private static string Claim(JsonDocument claims, string name) =>
        claims.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Correlation.Tame(value.GetString()!) : "";

    private sealed record Held(string Text, DateTimeOffset Renew, DateTimeOffset Ends);
}
