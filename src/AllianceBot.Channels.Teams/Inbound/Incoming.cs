namespace AllianceBot.Channels.Teams;

/// <summary>An account as an inbound message names it.</summary>
internal readonly record struct Account(string Id, string Name, string ObjectId, string Tenant);

/// <summary>A mention in an inbound message.</summary>
internal readonly record struct MentionOf(Account Who, string? Text);

/// <summary>What a button carries. <see cref="Fault"/> is the code of the error form when the platform's rules are broken.</summary>
internal sealed record Press(string Verb, Dictionary<string, string> Fields, bool IsAutomatic, string? Fault = null);

/// <summary>A message as the client hands it over with the message action.</summary>
internal sealed record ChosenMessage(string Text, bool IsHtml, string AuthorObjectId, string Link);

/// <summary>An inbound message of the Activity protocol: only what the bot uses, as text, absent as "".</summary>
internal sealed class Incoming
{
    public string Type = "";
    public string Id = "";
    public string Name = "";
    public string Action = "";
    public string? Text;
    public string ChannelId = "";
    public string ServiceUrl = "";
    public string Locale = "";
    public string ReplyToId = "";
    public Account From;
    public Account Recipient;
    public string Conversation = "";
    public string ConversationType = "";
    public string ConversationTenant = "";
    public bool IsGroup;
    public string Tenant = "";
    public string Team = "";
    public string ChannelOfTeam = "";
    public string EventType = "";
    public List<Account>? Added;
    public List<Account>? Removed;
    public List<MentionOf>? Mentions;

    /// <summary>The value of a button; null when the message has no value that is an object.</summary>
    public Press? Press;

    /// <summary>A message that somebody chose to make something of.</summary>
    public ChosenMessage? Chosen;

    /// <summary>It is answered in a dialog of the client.</summary>
    public bool IsDialog;

    /// <summary>Whether everything is there that a message must have before it can be answered.</summary>
    public bool IsWhole =>
        ServiceUrl.Length > 0 && Conversation.Length > 0 && (From.Id ?? "").Length > 0 && (Recipient.Id ?? "").Length > 0;
}
