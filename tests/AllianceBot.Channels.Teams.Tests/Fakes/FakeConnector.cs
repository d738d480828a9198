using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AllianceBot.Channels.Teams.Tests.Fakes;

/// <summary>One call that reached the connector.</summary>
/// <param name="Target">The path as it stood in the request line, still escaped.</param>
/// <param name="Operation">send, update, create, member, members, or other.</param>
public sealed record ConnectorCallSeen(string Operation, string Method, string Target, string? Authorization, string Body, DateTimeOffset At)
{
    public JsonNode? Json => Body.Length == 0 ? null : JsonNode.Parse(Body);
}

/// <summary>A message that stands in a conversation.</summary>
public sealed record Posted(string Conversation, string Id, string Body, int Version)
{
    public JsonNode Json => JsonNode.Parse(Body)!;
}

/// <summary>
/// The platform's connector, to the letter and stricter: bare ids in paths, nulls, text beside a card, missing summaries and
/// wrong tokens are refused as there or louder. Answers can be scripted, one call at a time.
/// </summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<(string Conversation, string Id), Posted> messages = new();
    private readonly ConcurrentDictionary<(string Conversation, string User), JsonObject> members = new();
    private readonly ConcurrentQueue<(string Operation, ConnectorScript Script)> scripts = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<DateTimeOffset>> sends = new();
    private readonly CancellationTokenSource stopped = new();
    private long lastId = 1_700_000_000_000;

    private FakeConnector(WebApplication app, TimeProvider time)
    {
        this.app = app;
        this.time = time;
        app.Run(HandleAsync);
    }

    /// <summary>The base as messages name it, with the slash that the platform writes.</summary>
    public string ServiceUrl => Loopback.AddressOf(app) + "/amer/";

    public ConcurrentQueue<ConnectorCallSeen> Calls { get; } = new();

    /// <summary>Tokens that are taken; while empty none is asked for.</summary>
    public ConcurrentDictionary<string, bool> Tokens { get; } = new();

    /// <summary>Whether the platform's windows per conversation are enforced with 429.</summary>
    public bool HasWindows { get; set; } = true;

    /// <summary>The SDK writes members that the platform sets itself, which the platform overlooks.</summary>
    public bool IsOfTheSdk { get; set; }

    /// <summary>Whether every conversation is known; otherwise only those with a member.</summary>
    public bool KnowsAll { get; set; } = true;

    /// <summary>The tenant that members without an entry of their own are of; null: not on the roster.</summary>
    public string? EveryonesTenant { get; set; } = "00000000-0000-0000-0000-0000000000aa";

    public IReadOnlyList<Posted> Messages => [.. messages.Values.OrderBy(it => it.Id, StringComparer.Ordinal)];

    public static async Task<FakeConnector> StartAsync(TimeProvider? time = null)
    {
        var connector = new FakeConnector(Loopback.Build(), time ?? TimeProvider.System);
        await connector.app.StartAsync();
        return connector;
    }

    /// <summary>The next call of an operation is answered so.</summary>
    public void Next(string operation, ConnectorScript script) => scripts.Enqueue((operation, script));

    public void AddMember(string conversation, string user, string objectId, string? tenant) =>
        members[(conversation, user)] = tenant is null
            ? new() { ["id"] = user, ["name"] = user, ["objectId"] = objectId }
            : new() { ["id"] = user, ["name"] = user, ["aadObjectId"] = objectId, ["tenantId"] = tenant };

    public IEnumerable<ConnectorCallSeen> CallsOf(string operation) => Calls.Where(call => call.Operation == operation);

    /// <summary>The posted messages once there are so many; fails after 10 s.</summary>
    public async Task<IReadOnlyList<Posted>> PostedAsync(int atLeast)
    {
        for (var tries = 0; tries < 1000; tries++)
        {
            if (messages.Count >= atLeast) return Messages;
            await Task.Delay(10);
        }

        throw new TimeoutException($"{messages.Count} of {atLeast} messages were posted.");
    }

    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        stopped.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var path = ConnectorPath.Parse(context.Request.Method, target);
        var authorization = context.Request.Headers.Authorization.ToString();
        Calls.Enqueue(new(path.Operation, context.Request.Method, target, authorization.Length == 0 ? null : authorization, body, time.GetUtcNow()));
        var answer = Scripted(path.Operation) is { } script
            ? await ScriptedAsync(script, context, path, body)
            : Refusal(context, target, authorization) ?? Answer(path, body);
        if (answer is null) return;
        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        if (answer.Body.Length == 0) return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.Body);
    }

    private ConnectorScript? Scripted(string operation) =>
        scripts.TryPeek(out var next) && next.Operation == operation && scripts.TryDequeue(out next) ? next.Script : null;

    private async Task<ConnectorAnswerMade?> ScriptedAsync(ConnectorScript script, HttpContext context, ConnectorPath path, string body)
    {
        if (script.IsDelivered) Answer(path, body);
        if (script.Hangs)
        {
            await Task.Delay(Timeout.Infinite, stopped.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            return null;
        }

        if (script.BreaksOff)
        {
            context.Abort();
            return null;
        }

        return new(script.Status, script.Body, script.RetryAfter);
    }

    private ConnectorAnswerMade? Refusal(HttpContext context, string target, string authorization)
    {
        if (target.Split('?')[0].AsSpan().IndexOfAny(":@;=") >= 0) return ConnectorAnswerMade.Error(400, "BadArgument", "a path segment is not escaped");
        if (context.Request.Headers.UserAgent.Count == 0) return ConnectorAnswerMade.Error(400, "BadArgument", "no user agent");
        if (!Tokens.IsEmpty && !(authorization.StartsWith("Bearer ", StringComparison.Ordinal) && Tokens.ContainsKey(authorization["Bearer ".Length..])))
        {
            return new(401, """{"message":"Authorization has been denied for this request."}""", null);
        }

        return HttpMethods.IsGet(context.Request.Method) || context.Request.ContentType == "application/json; charset=utf-8"
            ? null
            : ConnectorAnswerMade.Error(415, "BadSyntax", "content type");
    }

    private ConnectorAnswerMade Answer(ConnectorPath path, string body) => path.Operation switch
    {
        "send" => IsOften(path.Conversation) ?? Unknown(path) ?? ConnectorRules.Message(body, IsOfTheSdk) ?? Send(path, body),
        "update" => IsOften(path.Conversation) ?? Unknown(path) ?? ConnectorRules.Message(body, IsOfTheSdk) ?? Update(path, body),
        "create" => ConnectorRules.Conversation(body) ?? Create(body),
        "member" => Unknown(path) ?? Member(path),
        "members" => Unknown(path) ?? Members(path),
        _ => new(404, "", null),
    };

    private ConnectorAnswerMade? Unknown(ConnectorPath path) =>
        KnowsAll || members.Keys.Any(key => key.Conversation == path.Conversation)
            ? null
            : ConnectorAnswerMade.Error(404, "ConversationNotFound", "Conversation not found.");

    private ConnectorAnswerMade? IsOften(string conversation)
    {
        if (!HasWindows) return null;
        var seen = sends.GetOrAdd(conversation, _ => new());
        var now = time.GetUtcNow();
        foreach (var (count, seconds) in ((int, int)[])[(7, 1), (8, 2), (60, 30), (1800, 3600)])
        {
            if (seen.Count(at => at > now.AddSeconds(-seconds)) >= count) return ConnectorAnswerMade.Error(429, "Throttled", "Too many requests.") with { RetryAfter = 1 };
        }

        seen.Enqueue(now);
        return null;
    }

    private ConnectorAnswerMade Send(ConnectorPath path, string body)
    {
        // Text beside a card, or several attachments, become several messages, and none of their ids is told.
        var isSplit = ConnectorRules.IsSplit(body);
        var id = Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);
        messages[(path.Conversation, id)] = new(path.Conversation, id, body, 1);
        return isSplit ? new(202, "", null) : new(201, $$"""{"id":"{{id}}"}""", null);
    }

    private ConnectorAnswerMade Update(ConnectorPath path, string body)
    {
        if (ConnectorRules.IsSplit(body)) return ConnectorAnswerMade.Error(400, "BadArgument", "one attachment, no text");
        if (!messages.TryGetValue((path.Conversation, path.Id), out var before) && !messages.TryGetValue((path.Place, path.Id), out before))
        {
            return ConnectorAnswerMade.Error(404, "ActivityNotFoundInConversation", "Activity not found.");
        }

        messages[(before.Conversation, path.Id)] = before with { Body = body, Version = before.Version + 1 };
        return new(200, $$"""{"id":"{{path.Id}}"}""", null);
    }

    private static ConnectorAnswerMade Create(string body)
    {
        var user = JsonNode.Parse(body)!["members"]![0]!["id"]!.GetValue<string>();
        return new(201, JsonSerializer.Serialize(new { id = "a:1" + user[3..] }), null);
    }

    /// <summary>Two on a page, so that nobody gets by with the first; the token is not readable for anybody.</summary>
    private ConnectorAnswerMade Members(ConnectorPath path)
    {
        var all = members.Where(one => one.Key.Conversation == path.Place).OrderBy(static one => one.Key.User, StringComparer.Ordinal).ToList();
        var from = path.Id.Length == 0 ? 0 : int.Parse(path.Id.Split('=')[1], CultureInfo.InvariantCulture);
        var page = new JsonObject { ["members"] = new JsonArray([.. all.Skip(from).Take(2).Select(static one => one.Value.DeepClone())]) };
        if (from + 2 < all.Count) page["continuationToken"] = $"at={from + 2}";
        return new(200, page.ToJsonString(), null);
    }

    private ConnectorAnswerMade Member(ConnectorPath path)
    {
        if (path.Id.StartsWith("28:", StringComparison.Ordinal)) return ConnectorAnswerMade.Error(400, "BadArgument", "the bot itself");
        if (members.TryGetValue((path.Conversation, path.Id), out var member)) return new(200, member.ToJsonString(), null);
        return EveryonesTenant is null
            ? ConnectorAnswerMade.Error(404, "MemberNotFoundInConversation", "The member was not found.")
            : new(200, JsonSerializer.Serialize(new { id = path.Id, tenantId = EveryonesTenant }), null);
    }
}
