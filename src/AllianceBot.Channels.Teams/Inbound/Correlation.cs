using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AllianceBot.Channels.Teams;

/// <summary>The id under which the platform's support and our log find the same turn.</summary>
internal static class Correlation
{
    private const int Characters = 64;
    private static readonly string[] Headers = ["MS-CV", "x-ms-correlation-id", "x-ms-client-request-id", "x-ms-conversation-id"];

    public static string Of(HttpRequest request)
    {
        foreach (var header in Headers)
        {
            if (request.Headers[header] is [{ Length: > 0 } value, ..]) return Tame(value);
        }

        return request.HttpContext.TraceIdentifier;
    }

    /// <summary>A header is anybody's text: what is no id in it must not reach a log line.</summary>
    public static string Tame(string value)
    {
        var kept = value.AsSpan(0, Math.Min(value.Length, Characters));
        return kept.ContainsAnyExcept(Allowed) ? string.Create(kept.Length, kept.ToString(), Replace) : kept.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.+/=_:@;-");

    private static void Replace(Span<char> into, string from)
    {
        for (var at = 0; at < into.Length; at++) into[at] = Allowed.Contains(from[at]) ? from[at] : '?';
    }
}

/// <summary>The turn's id on every log line written during it.</summary>
internal sealed class TurnScope(string turn) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 1;

    public KeyValuePair<string, object?> this[int index] => index == 0 ? new("Turn", turn) : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        yield return this[0];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Turn:{turn}");
}
