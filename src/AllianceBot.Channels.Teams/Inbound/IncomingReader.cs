using System.Text.Json;

namespace AllianceBot.Channels.Teams;

/// <summary>
/// Reads an inbound message in one pass. Unknown members are skipped (new ones appear at any time), known ones must have
/// their type, null is absent. By hand, as this is the hot path: a generated reader needs half as much memory again, takes
/// a little longer, and would want a type for every shape.
/// </summary>
internal static class IncomingReader
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 64 };

    /// <summary>The message, or null when it is no JSON, has no type, or a member of a wrong type.</summary>
    public static Incoming? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, Strict);
            var incoming = new Incoming();
            var value = ReadAll(ref reader, incoming);
            if (incoming.Type.Length == 0) return null;
            if (incoming.Type == "invoke" && incoming.Name == "adaptiveCard/action") incoming.Press = PressReader.Execute(Slice(body, value));
            else if (incoming.Type == "invoke") DialogReader.Read(incoming, Slice(body, value));
            else if (incoming.Type == "message") incoming.Press = PressReader.Submit(Slice(body, value));
            return incoming;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A string that is no Unicode text (a lone surrogate, broken UTF-8).
            return null;
        }
    }

    private static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> body, Range value) => body[value];

    private static Range ReadAll(ref Utf8JsonReader reader, Incoming into)
    {
        Range value = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("value"u8)) value = Skipped(ref reader);
            else ReadMember(ref reader, into);
        }

        // Reading on past the end finds what is written behind the object.
        if (reader.Read()) throw new JsonException();
        return value;
    }

    private static void ReadMember(ref Utf8JsonReader reader, Incoming into)
    {
        if (reader.ValueTextEquals("type"u8)) into.Type = Text(ref reader) ?? "";
        else if (reader.ValueTextEquals("id"u8)) into.Id = Text(ref reader) ?? "";
        else if (reader.ValueTextEquals("name"u8)) into.Name = Text(ref reader) ?? "";
        else if (reader.ValueTextEquals("text"u8)) into.Text = Text(ref reader);
        else if (reader.ValueTextEquals("from"u8)) into.From = ReadAccount(ref reader);
        else if (reader.ValueTextEquals("recipient"u8)) into.Recipient = ReadAccount(ref reader);
        else if (reader.ValueTextEquals("channelId"u8)) into.ChannelId = Text(ref reader) ?? "";
        else if (reader.ValueTextEquals("serviceUrl"u8)) into.ServiceUrl = Text(ref reader) ?? "";
        else if (reader.ValueTextEquals("replyToId"u8)) into.ReplyToId = Text(ref reader) ?? "";
        else if (reader.ValueTextEquals("action"u8)) into.Action = Text(ref reader) ?? "";
        else if (reader.ValueTextEquals("locale"u8)) into.Locale = Text(ref reader) ?? "";
        else if (reader.ValueTextEquals("conversation"u8)) ReadConversation(ref reader, into);
        else if (reader.ValueTextEquals("channelData"u8)) ReadChannelData(ref reader, into);
        else if (reader.ValueTextEquals("entities"u8)) ReadEntities(ref reader, into);
        else if (reader.ValueTextEquals("membersAdded"u8)) into.Added = ReadAccounts(ref reader);
        else if (reader.ValueTextEquals("membersRemoved"u8)) into.Removed = ReadAccounts(ref reader);
        else SkipValue(ref reader);
    }

    private static void ReadConversation(ref Utf8JsonReader reader, Incoming into)
    {
        if (!Enter(ref reader, JsonTokenType.StartObject)) return;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) into.Conversation = Text(ref reader) ?? "";
            else if (reader.ValueTextEquals("conversationType"u8)) into.ConversationType = Text(ref reader) ?? "";
            else if (reader.ValueTextEquals("tenantId"u8)) into.ConversationTenant = Text(ref reader) ?? "";
            else if (reader.ValueTextEquals("isGroup"u8)) into.IsGroup = Truth(ref reader);
            else SkipValue(ref reader);
        }
    }

    private static void ReadChannelData(ref Utf8JsonReader reader, Incoming into)
    {
        if (!Enter(ref reader, JsonTokenType.StartObject)) return;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("tenant"u8)) into.Tenant = ReadId(ref reader);
            else if (reader.ValueTextEquals("team"u8)) into.Team = ReadId(ref reader);
            else if (reader.ValueTextEquals("channel"u8)) into.ChannelOfTeam = ReadId(ref reader);
            else if (reader.ValueTextEquals("eventType"u8)) into.EventType = Text(ref reader) ?? "";
            else SkipValue(ref reader);
        }
    }

    private static void ReadEntities(ref Utf8JsonReader reader, Incoming into)
    {
        if (!Enter(ref reader, JsonTokenType.StartArray)) return;
        while (NextItem(ref reader))
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
            string? type = null, text = null, locale = null;
            Account mentioned = default;
            while (NextMember(ref reader))
            {
                if (reader.ValueTextEquals("type"u8)) type = Text(ref reader);
                else if (reader.ValueTextEquals("text"u8)) text = Text(ref reader);
                else if (reader.ValueTextEquals("locale"u8)) locale = Text(ref reader);
                else if (reader.ValueTextEquals("mentioned"u8)) mentioned = ReadAccount(ref reader);
                else SkipValue(ref reader);
            }

            if (type == "mention" && mentioned.Id is { Length: > 0 }) Add(into.Mentions ??= [], new(mentioned, text));
            else if (type == "clientInfo" && into.Locale.Length == 0) into.Locale = locale ?? "";
        }
    }

    private static List<Account> ReadAccounts(ref Utf8JsonReader reader)
    {
        var accounts = new List<Account>();
        if (!Enter(ref reader, JsonTokenType.StartArray)) return accounts;
        while (NextItem(ref reader))
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
            Add(accounts, ReadAccountMembers(ref reader));
        }

        return accounts;
    }

    private static Account ReadAccount(ref Utf8JsonReader reader) =>
        Enter(ref reader, JsonTokenType.StartObject) ? ReadAccountMembers(ref reader) : default;

    /// <summary>An account as messages and rosters write it: the roster says objectId in one answer, aadObjectId in the others.</summary>
    internal static Account ReadAccountMembers(ref Utf8JsonReader reader)
    {
        string id = "", name = "", objectId = "", tenant = "";
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) id = Text(ref reader) ?? "";
            else if (reader.ValueTextEquals("name"u8)) name = Text(ref reader) ?? "";
            else if (reader.ValueTextEquals("aadObjectId"u8) || reader.ValueTextEquals("objectId"u8)) objectId = Text(ref reader) ?? objectId;
            else if (reader.ValueTextEquals("tenantId"u8)) tenant = Text(ref reader) ?? "";
            else SkipValue(ref reader);
        }

        return new(id, name, objectId, tenant);
    }

    private static string ReadId(ref Utf8JsonReader reader)
    {
        var id = "";
        if (!Enter(ref reader, JsonTokenType.StartObject)) return id;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("id"u8)) id = Text(ref reader) ?? "";
            else SkipValue(ref reader);
        }

        return id;
    }

    internal static bool NextMember(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new JsonException();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    private static bool NextItem(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new JsonException();
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Steps into an object or array; false for null.</summary>
    private static bool Enter(ref Utf8JsonReader reader, JsonTokenType start)
    {
        if (!reader.Read()) throw new JsonException();
        if (reader.TokenType == JsonTokenType.Null) return false;
        return reader.TokenType == start ? true : throw new JsonException();
    }

    internal static string? Text(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new JsonException();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            _ => throw new JsonException(),
        };
    }

    private static bool Truth(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new JsonException();
        return reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False or JsonTokenType.Null => false,
            _ => throw new JsonException(),
        };
    }

    internal static void SkipValue(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new JsonException();
        reader.Skip();
    }

    internal static Range Skipped(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new JsonException();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }

    private static void Add<T>(List<T> list, T item)
    {
        if (list.Count < ChannelLimits.ListItems) list.Add(item);
    }
}
