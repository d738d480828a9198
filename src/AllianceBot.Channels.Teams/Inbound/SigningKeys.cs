using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// The platform's public keys: read at start, again every half day, and once more when a token names a key that nobody
/// knows, at most every five minutes. While they cannot be read, those last read stay in use.
/// </summary>
internal sealed class SigningKeys(HttpMessageInvoker http, TeamsSettings settings, TimeProvider time, ILogger log) : IDisposable
{
    // A turn has five seconds: who waits for keys must still have one left to refuse in.
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan BetweenForced = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenCold = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private volatile KeySet? current;
    private long? lastForced;
    private long? lastCold;

    /// <summary>The last good set; null while none could be read.</summary>
    public KeySet? Current => current;

    /// <summary>The keys, read now if there are none yet; null when they cannot be had.</summary>
    public ValueTask<KeySet?> GetAsync(CancellationToken ct) => current is { } known ? new(known) : new(ReadColdAsync(ct));

    /// <summary>The keys after one more reading, unless that was done minutes ago.</summary>
    public async Task<KeySet?> ForceAsync(CancellationToken ct)
    {
        var before = current;
        await oneAtATime.WaitAsync(ct);
        try
        {
            if (!ReferenceEquals(before, current) || IsRecent(lastForced, BetweenForced)) return current;
            lastForced = time.GetTimestamp();
            await ReadAsync(ct);
            return current;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Reads them again, whatever is known.</summary>
    /// <returns>Whether it worked.</returns>
    public async Task<bool> RefreshAsync(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            return await ReadAsync(ct);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<KeySet?> ReadColdAsync(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            if (current is not null || IsRecent(lastCold, BetweenCold)) return current;
            lastCold = time.GetTimestamp();
            await ReadAsync(ct);
            return current;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private bool IsRecent(long? when, TimeSpan span) => when is { } at && time.GetElapsedTime(at) < span;

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(FetchTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            using var metadata = await FetchAsync(settings.MetadataUrl, either.Token);
            var address = metadata.RootElement.GetProperty("jwks_uri").GetString() ?? "";
            using var keys = await FetchAsync(address, either.Token);
            var read = KeySet.Parse(keys.RootElement);
            Log.KeysRead(log, read.Count);
            if (read.Count == 0) return false;
            current = read;
            return true;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException or InvalidOperationException
            or KeyNotFoundException or FormatException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Log.KeysAway(log, fault.GetType().Name);
            return false;
        }
    }

    private async Task<JsonDocument> FetchAsync(string address, CancellationToken ct)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && !(settings.IsDevelopment && uri.IsLoopback)))
        {
            throw new FormatException("Keys are read over https only.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        using var response = await http.SendAsync(request, ct);
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(ChannelLimits.AnswerBytes, ct);
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        return await JsonDocument.ParseAsync(body, default, ct);
    }
}
