using System.Text;
using AllianceBot.Channels.Teams;
using AllianceBot.Engine;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace AllianceBot.Channels.BotBuilder;

/// <summary>The way out through the SDK: a notice becomes a continued conversation, a first word a created one.</summary>
internal sealed class SdkChannel(BotAdapter adapter, SdkCalls calls, Tenants tenants, string appId) : ITeamsWay
{
    private static readonly Sending BadAddress = new(SendFate.Rejected, Reason: "bad-address");

    public string Name => Asks.Channel;

    public async Task<Sending> SendAsync(Engine.Address to, Message message, CancellationToken ct)
    {
        if (Activity(message) is not { } activity) return new(SendFate.Rejected, Reason: "too-big");
        if (TeamsChannel.Path.Activities(Asks.ConversationId(to)) is null) return BadAddress;
        var id = "";
        var sending = await calls.RunAsync(
            "send", new(to.ServiceUrl, to.Key, to.HostTenant, Writes: true, IsRepeatable: false),
            (address, token) => ContinueAsync(to, address, async (turn, inner) => id = (await PostAsync(turn, activity, inner))?.Id ?? "", token), ct);
        return sending.Fate == SendFate.Done ? sending with { MessageId = id } : sending;
    }

    public async Task<Sending> UpdateAsync(Engine.Address to, string messageId, Message message, CancellationToken ct)
    {
        if (Activity(message) is not { } activity) return new(SendFate.Rejected, Reason: "too-big");

        // What was posted into a channel itself began a thread: its own id names that thread.
        var at = to is { Kind: PlaceKind.Channel, Thread: "" } ? to with { Thread = messageId } : to;
        if (TeamsChannel.Path.Activity(Asks.ConversationId(at), messageId) is null) return BadAddress;
        activity.Id = messageId;
        var sending = await calls.RunAsync(
            SdkCalls.Update, new(to.ServiceUrl, to.Key, to.HostTenant, Writes: true, IsRepeatable: true),
            (address, token) => ContinueAsync(at, address, (turn, inner) => turn.UpdateActivityAsync(activity, inner), token), ct);
        return sending.Fate == SendFate.Done ? sending with { MessageId = messageId } : sending;
    }

    public async Task<Reached> ReachAsync(Engine.Address person, CancellationToken ct)
    {
        if (person is { Kind: PlaceKind.Personal, Conversation.Length: > 0 }) return new(person, new(SendFate.Done));
        if (person.User.Length == 0) return new(null, new(SendFate.Rejected, Reason: "no-user"));
        var parameters = new ConversationParameters
        {
            IsGroup = false,
            Members = [new ChannelAccount(person.User)],
            TenantId = person.HostTenant,
        };
        var conversation = "";
        var sending = await calls.RunAsync(
            "create", new(person.ServiceUrl, "create|" + person.User, person.HostTenant, Writes: true, IsRepeatable: true),
            (address, token) => adapter.CreateConversationAsync(
                appId, Asks.Channel, address, null, parameters,
                (turn, _) =>
                {
                    conversation = turn.Activity.Conversation?.Id ?? "";
                    return Task.CompletedTask;
                },
                token), ct);
        if (sending.Fate != SendFate.Done) return new(null, sending);
        return conversation.Length == 0
            ? new(null, new(SendFate.Unknown, Reason: "no-id"))
            : new(person with { Conversation = conversation, Thread = "", Kind = PlaceKind.Personal }, sending);
    }

    public async Task<(Sending Sending, Account? Member)> MemberAsync(Engine.Address where, string user, CancellationToken ct)
    {
        if (TeamsChannel.Path.Member(Asks.ConversationId(where), user) is null) return (BadAddress, null);
        Account? member = null;
        var sending = await calls.RunAsync(
            "member", new(where.ServiceUrl, where.Key, where.HostTenant, Writes: false, IsRepeatable: true),
            (address, token) => ContinueAsync(where, address, async (turn, inner) => member = Account(await TeamsInfo.GetMemberAsync(turn, user, inner)), token), ct);
        return (sending, member);
    }

    public async Task<PlaceMembers> MembersAsync(Engine.Address place, string page, CancellationToken ct)
    {
        if (TeamsChannel.Path.Members(place.Conversation, page) is null) return PlaceMembers.None(BadAddress);
        TeamsPagedMembers read = new([], "");
        var sending = await calls.RunAsync(
            "members", new(place.ServiceUrl, place.Key, place.HostTenant, Writes: false, IsRepeatable: true),
            (address, token) => ContinueAsync(place with { Thread = "" }, address, async (turn, inner) => read = await PageAsync(turn, page, inner), token), ct);
        return sending.Fate != SendFate.Done
            ? PlaceMembers.None(sending)
            : new(sending, [.. read.Accounts.Where(it => it.Id != place.Bot).Select(it => tenants.MemberOf(place, it))], read.Next);
    }

    private static Task<ResourceResponse> PostAsync(ITurnContext turn, Activity activity, CancellationToken ct)
    {
        // The SDK makes up an id for a continued turn, and would post as a reply to it.
        turn.Activity.Id = null;
        return turn.SendActivityAsync(activity, ct);
    }

    private static async Task<TeamsPagedMembers> PageAsync(ITurnContext turn, string page, CancellationToken ct)
    {
        // TeamsInfo asks the same, and falls over a page that names nobody.
        var conversations = turn.TurnState.Get<IConnectorClient>().Conversations;
        var read = await conversations.GetConversationPagedMembersAsync(
            turn.Activity.Conversation.Id, ChannelLimits.RosterPage, page.Length == 0 ? null : page, ct);
        return new([.. (read.Members ?? []).Where(static it => it.Id is { Length: > 0 }).Select(Account)], read.ContinuationToken ?? "");
    }

    private static Account Account(ChannelAccount account) => new(
        account.Id, account.Name ?? "", account.AadObjectId ?? (string?)account.Properties?["objectId"] ?? "", (string?)account.Properties?["tenantId"] ?? "");

    private static Account Account(Microsoft.Bot.Schema.Teams.TeamsChannelAccount account) =>
        new(account.Id ?? "", account.Name ?? "", account.AadObjectId ?? "", account.TenantId ?? "");

    private Task ContinueAsync(Engine.Address to, string address, BotCallbackHandler callback, CancellationToken ct) => adapter.ContinueConversationAsync(
        appId,
        new ConversationReference
        {
            ChannelId = Asks.Channel,
            ServiceUrl = address,
            Bot = new ChannelAccount(to.Bot),
            User = new ChannelAccount(to.User),
            Conversation = new ConversationAccount(id: Asks.ConversationId(to), tenantId: to.HostTenant),
        },
        callback, ct);

    /// <summary>The message as the SDK posts it; never text beside a card. Null when the platform would refuse its size.</summary>
    private static Activity? Activity(Message message)
    {
        if (OutgoingBody.IsTooBig(OutgoingBody.Message(message))) return null;
        if (message.Card.Length == 0)
        {
            return new Activity(ActivityTypes.Message)
            {
                Text = message.Text,
                TextFormat = TextFormatTypes.Plain,
                Summary = message.Summary.Length > 0 ? message.Summary : message.Text,
            };
        }

        return new Activity(ActivityTypes.Message)
        {
            Summary = message.Summary.Length > 0 ? message.Summary : "AllianceBot",
            Attachments =
            [
                new Attachment("application/vnd.microsoft.card.adaptive", content: new JRaw(Encoding.UTF8.GetString(message.Card.Span))),
            ],
        };
    }

    private sealed record TeamsPagedMembers(IReadOnlyList<Account> Accounts, string Next);
}
