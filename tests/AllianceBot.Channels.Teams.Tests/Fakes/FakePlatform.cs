using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AllianceBot.Channels.Teams.Tests.Fakes;

/// <summary>A key of the platform with its published half.</summary>
public sealed class PlatformKey(string kid, IReadOnlyList<string>? endorsements, RSA? rsa = null) : IDisposable
{
    // Making a key takes longer than most tests.
    private static readonly Lazy<RSA> Common = new(() => RSA.Create(2048));

    public RSA Rsa { get; } = rsa ?? RSA.Create(2048);

    /// <summary>The platform's usual key.</summary>
    public static PlatformKey Usual() => new("key-1", ["msteams"], Common.Value);

    public string Kid => kid;

    public JsonObject Published()
    {
        var parameters = Rsa.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = kid,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
        if (endorsements is not null) key["endorsements"] = new JsonArray([.. endorsements.Select(it => (JsonNode)it)]);
        return key;
    }

    public void Dispose()
    {
        if (Rsa != Common.Value) Rsa.Dispose();
    }
}

/// <summary>
/// Who calls the bot and who gives it tokens: OpenID metadata with keys, tokens signed by them, and a login for the bot's
/// own tokens. Everything can be taken away or bent.
/// </summary>
public sealed class FakePlatform : IAsyncDisposable
{
    private readonly WebApplication app;
    private int issued;

    private FakePlatform(WebApplication app)
    {
        this.app = app;
        Keys.Add(PlatformKey.Usual());
        app.MapGet("/v1/.well-known/openidconfiguration", () => Fetch(new { issuer = Issuer, jwks_uri = Address + "/v1/.well-known/keys" }));
        app.MapGet("/v1/.well-known/keys", () => Fetch(new { keys = Keys.Select(key => key.Published()) }));
        app.MapPost("/{tenant}/oauth2/v2.0/token", LoginAsync);
    }

    public string Address => Loopback.AddressOf(app);

    public string Issuer { get; set; } = "https://api.botframework.com";

    public IList<PlatformKey> Keys { get; } = new List<PlatformKey>();

    /// <summary>Whether metadata and keys can be had.</summary>
    public bool IsUp { get; set; } = true;

    /// <summary>Readings of the metadata, failed ones too.</summary>
    public int Fetched { get; private set; }

    /// <summary>What the bot asked the login for: the tenant in the path, and the form.</summary>
    public ConcurrentQueue<(string Tenant, Dictionary<string, string> Form)> Logins { get; } = new();

    /// <summary>What the login answers instead of a token.</summary>
    public (int Status, string Body)? LoginFault { get; set; }

    public int ExpiresIn { get; set; } = 3599;

    /// <summary>The tenant that tokens are said to be of; null: the one that was asked.</summary>
    public string? TokenTenant { get; set; }

    public static async Task<FakePlatform> StartAsync()
    {
        var platform = new FakePlatform(Loopback.Build());
        await platform.app.StartAsync();
        return platform;
    }

    /// <summary>Settings of a bot that trusts this platform and nobody else.</summary>
    public TeamsSettings Settings() => new()
    {
        AppId = Inbound.AppId,
        TenantId = Inbound.Tenant,
        MetadataUrl = Address + "/v1/.well-known/openidconfiguration",
        LoginAuthority = Address,
        IsDevelopment = true,
    };

    /// <summary>A token as the platform makes it; the test bends what it is about.</summary>
    public string Mint(string? serviceUrl, Action<JsonObject, JsonObject>? bend = null, PlatformKey? key = null, DateTimeOffset? now = null)
    {
        key ??= Keys[0];
        var at = (now ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds();
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = key.Kid };
        var claims = new JsonObject { ["iss"] = Issuer, ["aud"] = Inbound.AppId, ["nbf"] = at - 60, ["exp"] = at + 3600 };
        if (serviceUrl is not null) claims["serviceurl"] = serviceUrl;
        bend?.Invoke(header, claims);
        return Sign(header.ToJsonString(), claims.ToJsonString(), key);
    }

    public static string Sign(string header, string claims, PlatformKey key)
    {
        var text = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        var signature = key.Rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        foreach (var key in Keys) key.Dispose();
    }

    private IResult Fetch(object body)
    {
        Fetched++;
        return IsUp ? Results.Json(body) : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private async Task LoginAsync(HttpContext context, string tenant)
    {
        var form = await context.Request.ReadFormAsync();
        Logins.Enqueue((tenant, form.ToDictionary(field => field.Key, field => field.Value.ToString())));
        context.Response.ContentType = "application/json";
        if (LoginFault is { } fault)
        {
            context.Response.StatusCode = fault.Status;
            await context.Response.WriteAsync(fault.Body);
            return;
        }

        var claims = JsonSerializer.Serialize(new { appid = Inbound.AppId, tid = TokenTenant ?? tenant, aud = "https://api.botframework.com" });
        var token = $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.{Interlocked.Increment(ref issued).ToString(CultureInfo.InvariantCulture)}";
        await context.Response.WriteAsync(JsonSerializer.Serialize(new { token_type = "Bearer", expires_in = ExpiresIn, access_token = token }));
    }
}
