using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace AllianceBot.Channels.Teams;

/// <summary>A token taken apart and not yet believed.</summary>
internal sealed record BearerToken(string KeyId, string ServiceUrl, double Expires, ReadOnlyMemory<byte> Signed, ReadOnlyMemory<byte> Signature)
{
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    // A name twice in one object is read differently by different readers: such a token is nobody's.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Finds the token in an Authorization header: exactly "Bearer", one space, one token of three parts; empty otherwise.</summary>
    public static ReadOnlySpan<char> In(string? header)
    {
        const string Scheme = "Bearer ";
        if (header is null || header.Length > ChannelLimits.TokenCharacters || !header.StartsWith(Scheme, StringComparison.Ordinal)) return [];
        var token = header.AsSpan(Scheme.Length);
        return token.Count('.') == 2 && !token.ContainsAnyExcept(Allowed) ? token : [];
    }

    /// <summary>Checks all that needs no key: algorithm, issuer, audience, time.</summary>
    /// <param name="fault">What is wrong, when null is returned.</param>
    public static BearerToken? Read(string token, TeamsSettings settings, DateTimeOffset now, out string fault)
    {
        fault = "token";
        try
        {
            var parts = token.Split('.');
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]), Strict);
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]), Strict);
            fault = Wrong(header.RootElement, claims.RootElement, settings, now) ?? "";
            if (fault.Length > 0) return null;
            return new(
                Text(header.RootElement, "kid")!,
                Text(claims.RootElement, "serviceurl") ?? "",
                claims.RootElement.GetProperty("exp").GetDouble(),
                Encoding.ASCII.GetBytes(token[..(parts[0].Length + 1 + parts[1].Length)]),
                Base64Url.DecodeFromChars(parts[2]));
        }
        catch (Exception broken) when (broken is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Wrong(JsonElement header, JsonElement claims, TeamsSettings settings, DateTimeOffset now)
    {
        if (header.ValueKind != JsonValueKind.Object || claims.ValueKind != JsonValueKind.Object) return "token";
        if (Text(header, "alg") != "RS256") return "algorithm";
        if (Text(header, "kid") is null || header.TryGetProperty("crit", out _)) return "key";
        if (Text(claims, "iss") != settings.Issuer) return "issuer";
        if (!string.Equals(Text(claims, "aud"), settings.AppId, StringComparison.OrdinalIgnoreCase)) return "audience";
        if (Number(claims, "exp") is not { } expires || Seconds(now - Skew) >= expires) return "expired";
        return claims.TryGetProperty("nbf", out _) && !(Number(claims, "nbf") <= Seconds(now + Skew)) ? "not-yet" : null;
    }

    public static double Seconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds() / 1000.0;

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");
}
