using System.Text;
using System.Text.Json;
using AllianceBot.Engine;
using NodaTime;

namespace AllianceBot.Channels.Teams;

/// <summary>What an error of the connector means for the message (the platform's table of errors, and shapes it does not tell of).</summary>
internal static class ConnectorFaults
{
    // The more telling first: an outer code may be a mere "Forbidden" while the reason stands in an inner text.
    private static readonly (string Code, string Reason)[] Known =
    [
        ("MessageWritesBlocked", "blocked"),
        ("ConversationBlockedByUser", "blocked"),
        ("BotDisabledByAdmin", "disabled"),
        ("BotNotInConversationRoster", "not-installed"),
        ("BotNotRegistered", "not-registered"),
        ("InvalidBotApiHost", "other-host"),
        ("NotEnoughPermissions", "not-permitted"),
        ("ForbiddenOperationException", "not-permitted"),
        ("ActivityNotFoundInConversation", "gone"),
        ("ConversationNotFound", "gone"),
        ("MemberNotFoundInConversation", "left"),
        ("MessageSizeTooBig", "too-big"),
        ("PreconditionFailed", "busy"),
    ];

    public static Sending Fate(int status, string code, bool replaces, Duration? retryAfter) => (status, ReasonOf(code)) switch
    {
        (401, "not-registered" and var reason) => new(SendFate.Rejected, Reason: reason),
        // Nothing was posted, and the message is right: it may go once the operator has mended the registration.
        (401, _) => new(SendFate.Unsent, Reason: "unauthorised"),
        (403, var reason) => new(SendFate.Unreachable, Reason: reason ?? "forbidden"),
        (404, _) when replaces && code != "ConversationNotFound" => new(SendFate.MessageGone, Reason: "gone"),
        (404, var reason) => new(SendFate.Unreachable, Reason: reason ?? "gone"),
        (412, _) => new(SendFate.Throttled, Reason: "busy", RetryAfter: retryAfter),
        (413, _) => new(SendFate.Rejected, Reason: "too-big"),
        (429, _) => new(SendFate.Throttled, Reason: "throttled", RetryAfter: retryAfter),
        (408 or >= 500 and not 501, _) => new(SendFate.Unknown, Reason: "fault", RetryAfter: retryAfter),
        (400, _) => new(SendFate.Rejected, Reason: "bad-request"),
        _ => new(SendFate.Rejected, Reason: "refused"),
    };

    /// <summary>The code in an error's body: where it should be, else wherever one that we know stands in the text, else what was there.</summary>
    public static string CodeOf(ReadOnlySpan<byte> body)
    {
        var said = Said(body);
        if (ReasonOf(said) is not null) return said;
        var text = Encoding.UTF8.GetString(body);
        foreach (var (code, _) in Known)
        {
            if (text.Contains(code, StringComparison.OrdinalIgnoreCase)) return code;
        }

        return Correlation.Tame(said);
    }

    private static string? ReasonOf(string code)
    {
        foreach (var known in Known)
        {
            if (known.Code == code) return known.Reason;
        }

        return null;
    }

    private static string Said(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!JsonDocument.TryParseValue(ref reader, out var document)) return "";
            using (document)
            {
                return document.RootElement is { ValueKind: JsonValueKind.Object } root
                    && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                    && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
                    ? code.GetString() ?? ""
                    : "";
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return "";
        }
    }
}
