using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Harness;

/// <summary>A call of the bot to the client's connector, as the proxy saw it.</summary>
internal sealed record Outbound(string Method, string Path, string? Authorization, JsonNode? Body);

/// <summary>
/// Stands between a Playground and the bot: knows when what was said has been taken in, and does to their talk what the client
/// alone cannot: another sender, a token, 429, delays.
/// </summary>
internal sealed class RewritingProxy : IAsyncDisposable
{
    private static readonly string[] OwnHeaders = ["Host", "Content-Length", "Transfer-Encoding", "Connection", "Expect"];

    private readonly WebApplication app;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly Uri bot;
    private readonly List<Outbound> seen = [];
    private int answered;

    private RewritingProxy(WebApplication app, Uri bot, Uri address)
    {
        this.app = app;
        this.bot = bot;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>What a Playground takes for the bot.</summary>
    public Uri In => new(Address, "in");

    /// <summary>What the bot takes for the connector.</summary>
    public Uri Out => new(Address, "out");

    /// <summary>The real connector; known once the Playground runs.</summary>
    public Uri? Connector { get; set; }

    /// <summary>Changes an activity on its way to the bot.</summary>
    public Action<JsonObject> Rewrite { get; set; } = _ => { };

    /// <summary>Whether the bot's answer to an activity is lost on its way to the client.</summary>
    public Func<JsonObject, bool> Lose { get; set; } = _ => false;

    /// <summary>The Authorization header an activity gets on its way to the bot, if any.</summary>
    public Func<JsonObject, string?> Authorize { get; set; } = _ => null;

    /// <summary>Answers a call of the bot instead of the connector: a status, perhaps after how many seconds to come again.</summary>
    public Func<Outbound, (HttpStatusCode Status, int? RetryAfter)?> Refuse { get; set; } = _ => null;

    public Func<Outbound, TimeSpan> Delay { get; set; } = _ => TimeSpan.Zero;

    /// <summary>How many messages the bot has answered the platform so far, in whatever way.</summary>
    public int Answered => Volatile.Read(ref answered);

    /// <summary>Every call of the bot so far, also the refused ones.</summary>
    public IReadOnlyList<Outbound> Seen
    {
        get
        {
            lock (seen) return [.. seen];
        }
    }

    public static async Task<RewritingProxy> StartAsync(Uri bot)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var address = new Uri($"http://127.0.0.1:{House.FreePort()}/");
        builder.WebHost.UseUrls(address.ToString());
        builder.Logging.ClearProviders();
        var proxy = new RewritingProxy(builder.Build(), bot, address);
        proxy.app.Map("/in", proxy.InAsync);
        proxy.app.Map("/out/{**path}", proxy.OutAsync);
        await proxy.app.StartAsync();
        return proxy;
    }

    /// <summary>Makes whoever sits at the Playground appear to the bot as this human.</summary>
    public void SpeakAs(Human human) => Rewrite = activity => activity["from"] = new JsonObject
    {
        ["id"] = human.Id,
        ["name"] = human.Name,
        ["aadObjectId"] = human.ObjectId,
    };

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task InAsync(HttpContext context)
    {
        var body = await BodyAsync(context);
        string? token = null;
        if (body is JsonObject activity)
        {
            Rewrite(activity);
            token = Authorize(activity);
        }

        try
        {
            await ForwardAsync(context, bot, body, token, isLost: body is JsonObject sent && Lose(sent));
        }
        finally
        {
            if ((string?)body?["type"] == "message") Interlocked.Increment(ref answered);
        }
    }

    private async Task OutAsync(HttpContext context)
    {
        var body = await BodyAsync(context);
        var path = $"{context.Request.RouteValues["path"]}{context.Request.QueryString}";
        var call = new Outbound(context.Request.Method, path, context.Request.Headers.Authorization, body?.DeepClone());
        lock (seen) seen.Add(call);
        await Task.Delay(Delay(call), context.RequestAborted);
        if (Refuse(call) is { } refusal)
        {
            context.Response.StatusCode = (int)refusal.Status;
            if (refusal.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = $"{seconds}";
            return;
        }

        var connector = Connector ?? throw new InvalidOperationException("Set Connector once the Playground runs.");
        await ForwardAsync(context, new Uri($"{connector.ToString().TrimEnd('/')}/{path}"), body, token: null);
    }

    private async Task ForwardAsync(HttpContext context, Uri target, JsonNode? body, string? token, bool isLost = false)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), target);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        foreach (var (name, value) in context.Request.Headers)
        {
            if (!OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)) request.Headers.TryAddWithoutValidation(name, value.ToArray());
        }

        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", token);
        using var answer = await http.SendAsync(request, context.RequestAborted);
        if (isLost)
        {
            context.Response.StatusCode = (int)HttpStatusCode.BadGateway;
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static async Task<JsonNode?> BodyAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }
}
