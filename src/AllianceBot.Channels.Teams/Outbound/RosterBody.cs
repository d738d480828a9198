using System.Text.Json;

namespace AllianceBot.Channels.Teams;

/// <summary>Reads a page of a conversation's roster; what does not look like one is an empty page.</summary>
internal static class RosterBody
{
    /// <summary>The accounts, and what names the next page; empty when there is none.</summary>
    public static (List<Account> Accounts, string Next) Read(ReadOnlyMemory<byte> body)
    {
        var accounts = new List<Account>();
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("members", out var members)
                || members.ValueKind != JsonValueKind.Array) return (accounts, "");
            foreach (var member in members.EnumerateArray())
            {
                if (accounts.Count >= ChannelLimits.ListItems) break;
                if (member.ValueKind != JsonValueKind.Object || Text(member, "id") is not { Length: > 0 } id) continue;
                accounts.Add(new(id, Text(member, "name"), ObjectId(member), Text(member, "tenantId")));
            }

            return (accounts, Text(root, "continuationToken"));
        }
        catch (JsonException)
        {
            return (accounts, "");
        }
    }

    /// <summary>One answer of the roster says objectId, the others aadObjectId.</summary>
    private static string ObjectId(JsonElement member) =>
        Text(member, "aadObjectId") is { Length: > 0 } objectId ? objectId : Text(member, "objectId");

    private static string Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";
}
