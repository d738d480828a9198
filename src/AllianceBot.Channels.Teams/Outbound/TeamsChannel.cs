using System.Text.Json;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams;

/// <summary>The way out to people on Microsoft Teams.</summary>
internal sealed class TeamsChannel(Connector connector, Tenants tenants) : ITeamsWay
{
    public string Name => Asks.Channel;

    public async Task<Sending> SendAsync(Address to, Message message, CancellationToken ct)
    {
        var body = OutgoingBody.Message(message);
        if (OutgoingBody.IsTooBig(body)) return Rejected("too-big");
        if (Path.Activities(Asks.ConversationId(to)) is not { } path) return Rejected("bad-address");
        var answer = await connector.CallAsync(
            new("send", HttpMethod.Post, to.ServiceUrl, path, body, to.Key, to.HostTenant, IsRepeatable: false), ct);
        return WithId(answer);
    }

    public async Task<Sending> UpdateAsync(Address to, string messageId, Message message, CancellationToken ct)
    {
        var body = OutgoingBody.Message(message);
        if (OutgoingBody.IsTooBig(body)) return Rejected("too-big");

        // What was posted into a channel itself began a thread: its own id names that thread.
        var at = to is { Kind: PlaceKind.Channel, Thread: "" } ? to with { Thread = messageId } : to;
        if (Path.Activity(Asks.ConversationId(at), messageId) is not { } path) return Rejected("bad-address");
        var answer = await connector.CallAsync(
            new("update", HttpMethod.Put, to.ServiceUrl, path, body, to.Key, to.HostTenant, IsRepeatable: true), ct);
        return answer.Sending.Fate == SendFate.Done ? answer.Sending with { MessageId = messageId } : answer.Sending;
    }

    public async Task<Reached> ReachAsync(Address person, CancellationToken ct)
    {
        if (person is { Kind: PlaceKind.Personal, Conversation.Length: > 0 }) return new(person, new(SendFate.Done));
        if (person.User.Length == 0) return new(null, Rejected("no-user"));
        var body = OutgoingBody.Conversation(person.User, person.HostTenant);
        var answer = await connector.CallAsync(
            new("create", HttpMethod.Post, person.ServiceUrl, Path.Conversations, body, "create|" + person.User, person.HostTenant, IsRepeatable: true), ct);
        var sending = WithId(answer);
        if (sending.Fate != SendFate.Done) return new(null, sending);
        return sending.MessageId.Length == 0
            ? new(null, new(SendFate.Unknown, Reason: "no-id"))
            : new(person with { Conversation = sending.MessageId, Thread = "", Kind = PlaceKind.Personal }, new(SendFate.Done));
    }

    public async Task<(Sending Sending, Account? Member)> MemberAsync(Address where, string user, CancellationToken ct)
    {
        if (Path.Member(Asks.ConversationId(where), user) is not { } path) return (Rejected("bad-address"), null);
        var answer = await connector.CallAsync(
            new("member", HttpMethod.Get, where.ServiceUrl, path, default, where.Key, where.HostTenant, IsRepeatable: true), ct);
        return (answer.Sending, answer.Sending.Fate == SendFate.Done ? ReadMember(answer.Body.Span) : null);
    }

    public async Task<PlaceMembers> MembersAsync(Address place, string page, CancellationToken ct)
    {
        if (Path.Members(place.Conversation, page) is not { } path) return PlaceMembers.None(Rejected("bad-address"));
        var answer = await connector.CallAsync(
            new("members", HttpMethod.Get, place.ServiceUrl, path, default, place.Key, place.HostTenant, IsRepeatable: true), ct);
        if (answer.Sending.Fate != SendFate.Done) return PlaceMembers.None(answer.Sending);
        var (accounts, next) = RosterBody.Read(answer.Body);
        return new(answer.Sending, [.. accounts.Where(account => account.Id != place.Bot).Select(account => tenants.MemberOf(place, account))], next);
    }

    private static Account? ReadMember(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? IncomingReader.ReadAccountMembers(ref reader) : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The id that the connector told; none where it split the message, which then can never be updated.</summary>
    private static Sending WithId(ConnectorAnswer answer)
    {
        if (answer.Sending.Fate != SendFate.Done || answer.Body.Length == 0) return answer.Sending;
        return answer.Sending with { MessageId = ReadMember(answer.Body.Span)?.Id ?? "" };
    }

    private static Sending Rejected(string reason) => new(SendFate.Rejected, Reason: reason);

    /// <summary>Paths of the connector. Ids come from outside and hold ':', '@', ';' and '='; one that would climb out of its place is refused.</summary>
    internal static class Path
    {
        public const string Conversations = "/v3/conversations";

        public static string? Activities(string conversation) =>
            Segment(conversation) is { } id ? $"{Conversations}/{id}/activities" : null;

        public static string? Activity(string conversation, string message) =>
            Segment(conversation) is { } id && Segment(message) is { } at ? $"{Conversations}/{id}/activities/{at}" : null;

        public static string? Member(string conversation, string user) =>
            Segment(conversation) is { } id && Segment(user) is { } who ? $"{Conversations}/{id}/members/{who}" : null;

        public static string? Members(string conversation, string page)
        {
            if (Segment(conversation) is not { } id) return null;
            var from = page.Length == 0 ? "" : $"&continuationToken={Uri.EscapeDataString(page)}";
            return $"{Conversations}/{id}/pagedmembers?pageSize={ChannelLimits.RosterPage}{from}";
        }

        private static string? Segment(string id) => id is "" or "." or ".." ? null : Uri.EscapeDataString(id);
    }
}
