using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams;

/// <summary>From the platform's message to an ask.</summary>
internal static class Asks
{
    public const string Channel = "msteams";
    private const int UsualKey = 512;
    private const string ThreadMark = ";messageid=";

    /// <summary>What was meant, or null for what concerns nobody here: answered with 200 and ignored.</summary>
    public static AskContent? Content(Incoming incoming) => incoming.Type switch
    {
        _ when string.Equals(incoming.From.Id, incoming.Recipient.Id, StringComparison.Ordinal) && incoming.Type == "message" => null,
        "message" => Said(incoming),
        "invoke" when incoming.Chosen is { } chosen => new Chosen(
            chosen.IsHtml ? MessageMarks.Plain(chosen.Text) : chosen.Text,
            chosen.AuthorObjectId.Length > 0 ? new Handle(Channel, HostTenant(incoming), chosen.AuthorObjectId, HasObjectId: true) : null, chosen.Link),
        "invoke" => incoming.Press is { Fault: null } press
            ? new Pressed(press.Verb, press.Fields, incoming.ReplyToId, CanReturnCard: true, press.IsAutomatic)
            : null,
        "installationUpdate" => Installed(incoming),
        "conversationUpdate" => Changed(incoming),
        _ => null,
    };

    /// <summary>People who came or went, as the platform names them here.</summary>
    public static IEnumerable<Account> WhoCame(Incoming incoming) => (incoming.Added ?? incoming.Removed ?? [])
        .Where(account => account.Id is { Length: > 0 } && !string.Equals(account.Id, incoming.Recipient.Id, StringComparison.OrdinalIgnoreCase));

    public static Ask Make(Incoming incoming, AskContent content, Handle from) => new(from, Where(incoming), content, Transport(incoming))
    {
        ShownName = incoming.From.Name,
        Locale = incoming.Locale,
        Team = incoming.Team,
        InWindow = incoming.IsDialog,
        Mentions = Mentions(incoming),
    };

    public static Address Where(Incoming incoming)
    {
        // A renamed or deleted channel is told in the team's general one.
        var isOfChannel = incoming is { EventType: "channelRenamed" or "channelDeleted" or "channelRestored", ChannelOfTeam.Length: > 0 };
        var conversation = isOfChannel ? incoming.ChannelOfTeam : incoming.Conversation;
        var mark = conversation.IndexOf(ThreadMark, StringComparison.OrdinalIgnoreCase);
        var thread = mark < 0 ? "" : conversation[(mark + ThreadMark.Length)..];
        return new(Channel, incoming.ServiceUrl, mark < 0 ? conversation : conversation[..mark], incoming.From.Id, incoming.Recipient.Id,
            HostTenant(incoming), Kind(incoming))
        {
            Thread = thread,
            Team = Kind(incoming) == PlaceKind.Channel ? incoming.Team : "",
        };
    }

    /// <summary>The conversation's id as the connector knows it.</summary>
    public static string ConversationId(Address where) =>
        where.Thread.Length == 0 ? where.Conversation : where.Conversation + ThreadMark + where.Thread;

    public static string HostTenant(Incoming incoming) =>
        incoming.Tenant.Length > 0 ? incoming.Tenant : incoming.ConversationTenant;

    /// <summary>Who is behind an account. Without an object id it is its platform id, in the tenant that hosts the conversation.</summary>
    public static Handle HandleOf(Account account, string tenant) => account.ObjectId is { Length: > 0 } objectId
        ? new(Channel, tenant, objectId, HasObjectId: true)
        : new(Channel, tenant, account.Id ?? "", HasObjectId: false);

    private static AskContent? Said(Incoming incoming)
    {
        if (incoming.Press is { } press && (press.Verb.Length > 0 || string.IsNullOrWhiteSpace(incoming.Text)))
        {
            return new Pressed(press.Verb, press.Fields, incoming.ReplyToId, CanReturnCard: false, Automatic: false);
        }

        // With a consent to read all messages of a place the bot gets those that are not for it, too.
        return Kind(incoming) == PlaceKind.Personal || MentionText.NamesBot(incoming) ? new Typed(MentionText.Clean(incoming)) : null;
    }

    // An upgrade takes the bot out for a moment only, so remove-upgrade is nothing; what it adds again renews the address.
    private static Came? Installed(Incoming incoming) => incoming.Action switch
    {
        "add" or "add-upgrade" => new(Coming.BotAdded, []),
        "remove" => new(Coming.BotRemoved, []),
        _ => null,
    };

    private static Came? Changed(Incoming incoming) => incoming switch
    {
        { Added.Count: > 0 } => People(incoming, incoming.Added, Coming.BotAdded, Coming.PeopleAdded),
        { Removed.Count: > 0 } => People(incoming, incoming.Removed, Coming.BotRemoved, Coming.PeopleRemoved),
        { EventType: "channelRenamed" or "teamRenamed" } => new(Coming.PlaceRenamed, []),
        { EventType: "channelDeleted" or "teamDeleted" or "teamHardDeleted" } => new(Coming.PlaceGone, []),
        { EventType: "channelRestored" or "teamRestored" } => new(Coming.BotAdded, []),
        _ => null,
    };

    private static Came People(Incoming incoming, List<Account> accounts, Coming bot, Coming people)
    {
        var tenant = HostTenant(incoming);
        var hasBot = accounts.Exists(account => string.Equals(account.Id, incoming.Recipient.Id, StringComparison.OrdinalIgnoreCase));
        return new(hasBot ? bot : people, [.. WhoCame(incoming).Select(account => HandleOf(account, tenant))]);
    }

    private static List<Mention> Mentions(Incoming incoming)
    {
        if (incoming.Mentions is null) return [];
        var tenant = HostTenant(incoming);
        var mentions = new List<Mention>(incoming.Mentions.Count);
        foreach (var mention in incoming.Mentions)
        {
            if (!MentionText.IsBot(mention, incoming)) mentions.Add(new(MentionText.Words(mention), HandleOf(mention.Who, tenant), mention.Who.Name));
        }

        return mentions;
    }

    private static PlaceKind Kind(Incoming incoming) => incoming.ConversationType switch
    {
        "personal" => PlaceKind.Personal,
        "channel" => PlaceKind.Channel,
        "" when !incoming.IsGroup => PlaceKind.Personal,
        _ => PlaceKind.Group,
    };

    /// <summary>The transport key: the platform's delivery brought to 22 characters; empty when it has no id.</summary>
    private static string Transport(Incoming incoming)
    {
        if (incoming.Id.Length == 0) return "";
        Span<byte> key = stackalloc byte[UsualKey];
        if (!Utf8.TryWrite(key, $"{incoming.ChannelId}|{incoming.Conversation}|{incoming.Type}|{incoming.Id}", out var length))
        {
            key = Encoding.UTF8.GetBytes($"{incoming.ChannelId}|{incoming.Conversation}|{incoming.Type}|{incoming.Id}");
            length = key.Length;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key[..length], hash);
        return Base64Url.EncodeToString(hash[..16]);
    }
}
