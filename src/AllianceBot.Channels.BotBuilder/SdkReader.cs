using System.Text;
using AllianceBot.Channels.Teams;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AllianceBot.Channels.BotBuilder;

/// <summary>What the SDK read, as the channel's own reader would have given it.</summary>
internal static class SdkReader
{
    public static Incoming Read(Activity activity)
    {
        var platform = activity.ChannelData as JObject;
        var incoming = new Incoming
        {
            Type = activity.Type ?? "",
            Id = activity.Id ?? "",
            Name = activity.Name ?? "",
            Action = activity.Action ?? "",
            Text = activity.Text,
            ChannelId = activity.ChannelId ?? "",
            ServiceUrl = activity.ServiceUrl ?? "",
            Locale = activity.Locale ?? "",
            ReplyToId = activity.ReplyToId ?? "",
            From = Account(activity.From),
            Recipient = Account(activity.Recipient),
            Conversation = activity.Conversation?.Id ?? "",
            ConversationType = activity.Conversation?.ConversationType ?? "",
            ConversationTenant = activity.Conversation?.TenantId ?? "",
            IsGroup = activity.Conversation?.IsGroup ?? false,
            Tenant = Of(platform, "tenant"),
            Team = Of(platform, "team"),
            ChannelOfTeam = Of(platform, "channel"),
            EventType = (string?)platform?["eventType"] ?? "",
            Added = Accounts(activity.MembersAdded),
            Removed = Accounts(activity.MembersRemoved),
            Mentions = Mentions(activity),
        };
        incoming.Press = activity.Type switch
        {
            "invoke" when activity.Name == "adaptiveCard/action" => PressReader.Execute(Json(activity.Value)),
            "message" => PressReader.Submit(Json(activity.Value)),
            _ => null,
        };
        return incoming;
    }

    public static Account Account(ChannelAccount? account) => account is null
        ? default
        : new(account.Id ?? "", account.Name ?? "", account.AadObjectId ?? "", (string?)account.Properties?["tenantId"] ?? "");

    private static List<Account>? Accounts(IList<ChannelAccount>? accounts) =>
        accounts is { Count: > 0 } ? [.. accounts.Take(ChannelLimits.ListItems).Select(Account)] : null;

    private static List<MentionOf>? Mentions(Activity activity)
    {
        var mentions = (activity.Entities ?? []).Where(static entity => entity.Type == "mention").Take(ChannelLimits.ListItems)
            .Select(static entity => entity.GetAs<Mention>())
            .Where(static mention => mention.Mentioned?.Id is { Length: > 0 })
            .Select(static mention => new MentionOf(Account(mention.Mentioned), mention.Text)).ToList();
        return mentions.Count > 0 ? mentions : null;
    }

    private static string Of(JObject? platform, string what) => (string?)(platform?[what] as JObject)?["id"] ?? "";

    private static byte[] Json(object? value) => value is null ? [] : Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(value));
}
