using System.Text.Json;
using System.Text.Json.Nodes;

namespace AllianceBot.Channels.Teams.Tests.Fakes;

/// <summary>How one call is answered against the rules.</summary>
public sealed record ConnectorScript(int Status, string Body = "", int? RetryAfter = null)
{
    /// <summary>The message is posted, whatever the answer says.</summary>
    public bool IsDelivered { get; init; }

    /// <summary>No answer ever comes.</summary>
    public bool Hangs { get; init; }

    /// <summary>The connection breaks after the request was read.</summary>
    public bool BreaksOff { get; init; }

    /// <summary>The platform's error shape.</summary>
    public static ConnectorScript Error(int status, string code, int? retryAfter = null) =>
        new(status, ConnectorAnswerMade.Error(status, code, "scripted").Body, retryAfter);
}

internal sealed record ConnectorAnswerMade(int Status, string Body, int? RetryAfter)
{
    public static ConnectorAnswerMade Error(int status, string code, string message) =>
        new(status, JsonSerializer.Serialize(new { error = new { code, message } }), null);
}

/// <summary>A path of the connector, taken apart.</summary>
internal sealed record ConnectorPath(string Operation, string Conversation, string Id)
{
    /// <summary>The conversation without its thread.</summary>
    public string Place => Conversation.Split(";messageid=")[0];

    public static ConnectorPath Parse(string method, string target)
    {
        var at = target.IndexOf("/v3/", StringComparison.Ordinal);
        var parts = at < 0 ? [] : target.Split('?')[0][(at + 4)..].Split('/').Select(Uri.UnescapeDataString).ToArray();
        return (method, parts) switch
        {
            ("POST", ["conversations"]) => new("create", "", ""),
            ("POST", ["conversations", var conversation, "activities"]) => new("send", conversation, ""),
            ("PUT", ["conversations", var conversation, "activities", var id]) => new("update", conversation, id),
            ("GET", ["conversations", var conversation, "members", var id]) => new("member", conversation, id),
            ("GET", ["conversations", var conversation, "pagedmembers"]) => new("members", conversation, Query(target, "continuationToken")),
            _ => new("other", "", ""),
        };
    }

    private static string Query(string target, string name) => target.Split('?', '&')
        .Where(part => part.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(part => Uri.UnescapeDataString(part[(name.Length + 1)..])).FirstOrDefault("");
}

/// <summary>What the connector refuses in a body.</summary>
internal static class ConnectorRules
{
    private static readonly string[] Kept = ["id", "timestamp", "serviceUrl"];

    public static ConnectorAnswerMade? Message(string body, bool isOfTheSdk)
    {
        if (body.Length * 2 > 100 * 1024) return ConnectorAnswerMade.Error(413, "MessageSizeTooBig", "The message is too big.");
        if (Parse(body) is not { } message) return ConnectorAnswerMade.Error(400, "BadSyntax", "no JSON");
        if (HasNull(message)) return Bad("a null");
        if (Text(message, "type") != "message") return Bad("type");
        if (!isOfTheSdk && Kept.Any(message.ContainsKey)) return Bad("a member that the platform sets");
        if (string.IsNullOrEmpty(Text(message, "summary"))) return Bad("no summary");
        if (message["attachments"] is not JsonArray attachments) return string.IsNullOrEmpty(Text(message, "text")) ? Bad("an empty message") : null;
        return attachments.All(IsCard) ? null : Bad("an attachment that is no card");
    }

    public static bool IsSplit(string body) =>
        JsonNode.Parse(body) is JsonObject message && message["attachments"] is JsonArray { Count: > 0 } attachments
        && (attachments.Count > 1 || message.ContainsKey("text"));

    public static ConnectorAnswerMade? Conversation(string body) =>
        Parse(body) is { } made && !HasNull(made)
        && made["isGroup"]?.GetValueKind() == JsonValueKind.False
        && made["members"] is JsonArray { Count: 1 } members
        && Text(members[0] as JsonObject, "id") is { } id && id.StartsWith("29:", StringComparison.Ordinal)
        && !string.IsNullOrEmpty(Text(made, "tenantId"))
            ? null
            : ConnectorAnswerMade.Error(400, "BadSyntax", "Incorrect conversation creation parameters");

    private static ConnectorAnswerMade Bad(string message) => ConnectorAnswerMade.Error(400, "BadArgument", message);

    private static bool IsCard(JsonNode? attachment) =>
        Text(attachment as JsonObject, "contentType") == "application/vnd.microsoft.card.adaptive"
        && Text(attachment!["content"] as JsonObject, "type") == "AdaptiveCard";

    private static string? Text(JsonObject? from, string name) =>
        from?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static bool HasNull(JsonNode node) => node switch
    {
        JsonObject members => members.Any(member => member.Value is null || HasNull(member.Value)),
        JsonArray items => items.Any(item => item is null || HasNull(item)),
        _ => false,
    };

    private static JsonObject? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
