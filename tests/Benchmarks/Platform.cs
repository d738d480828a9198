using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Benchmarks;

/// <summary>The platform on loopback: keys and metadata, a login, and a connector that tells who waits that a reply came.</summary>
internal sealed class Platform : IAsyncDisposable
{
    public const string App = "00000000-0000-4000-8000-000000000b07";
    public const string Tenant = "00000000-0000-4000-8000-0000000000aa";
    private const string Issuer = "https://api.botframework.com";
    private static readonly string[] Endorsements = ["msteams"];
    private readonly RSA key = RSA.Create(2048);
    private readonly WebApplication app;
    private readonly string address;

    public Platform(int port)
    {
        address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var builder = Children.Server();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public string ServiceUrl => address + "/connector/";

    /// <summary>Those who wait for a reply, by conversation.</summary>
    public ConcurrentDictionary<string, TaskCompletionSource> Waiting { get; } = new(StringComparer.Ordinal);

    /// <summary>The last reply's body, for the floor to send the same.</summary>
    public byte[] LastReply { get; private set; } = [];

    public Task StartAsync() => app.StartAsync();

    /// <summary>What the bot is told of this platform.</summary>
    public IEnumerable<string> Settings() =>
    [
        $"--Teams:AppId={App}", $"--Teams:TenantId={Tenant}", "--Teams:ClientSecret=secret", "--Teams:AllowedTenants:0=*",
        $"--Teams:MetadataUrl={address}/metadata", $"--Teams:LoginAuthority={address}",
    ];

    /// <summary>A token as the platform signs it.</summary>
    public string Token()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var head = Text("""{"typ":"JWT","alg":"RS256","kid":"key-1"}""");
        var claims = Text(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"iss":"{{Issuer}}","aud":"{{App}}","nbf":{{now - 60}},"exp":{{now + 3600}},"serviceurl":"{{ServiceUrl}}"}"""));
        var signature = key.SignData(Encoding.ASCII.GetBytes($"{head}.{claims}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{head}.{claims}.{Base64Url.EncodeToString(signature)}";
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private static string Text(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith("/connector/", StringComparison.Ordinal)) return ReplyAsync(context, path);
        context.Response.ContentType = "application/json";
        if (path == "/metadata") return context.Response.WriteAsync(JsonSerializer.Serialize(new { issuer = Issuer, jwks_uri = address + "/keys" }));
        if (path != "/keys")
        {
            var claims = Text(JsonSerializer.Serialize(new { appid = App, tid = Tenant, aud = Issuer }));
            return context.Response.WriteAsync(JsonSerializer.Serialize(new { token_type = "Bearer", expires_in = 3599, access_token = $"e30.{claims}.1" }));
        }

        var published = key.ExportParameters(includePrivateParameters: false);
        return context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA",
                    use = "sig",
                    kid = "key-1",
                    n = Base64Url.EncodeToString(published.Modulus),
                    e = Base64Url.EncodeToString(published.Exponent),
                    endorsements = Endorsements,
                },
            },
        }));
    }

    private async Task ReplyAsync(HttpContext context, string path)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (path.Split('/') is [_, "connector", "v3", "conversations", var conversation, ..])
        {
            if (LastReply.Length == 0) LastReply = body.ToArray();
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"id":"1795176418697"}""");
            await context.Response.CompleteAsync();
            if (Waiting.TryRemove(conversation, out var waiting)) waiting.SetResult();
        }
    }
}
