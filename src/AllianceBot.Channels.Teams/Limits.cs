namespace AllianceBot.Channels.Teams;

/// <summary>What this channel bounds beside its settings.</summary>
internal static class ChannelLimits
{
    /// <summary>Answers that wait to be posted, over all conversations, and in one.</summary>
    public const int Replies = 1024;
    public const int RepliesInFlight = 256;
    public const int RepliesPerConversation = 8;

    /// <summary>Characters of an outgoing message; the platform counts two bytes each and refuses above about 100 KB.</summary>
    public const int MessageCharacters = 40 * 1024;

    /// <summary>Bytes read of any answer of the platform.</summary>
    public const int AnswerBytes = 1024 * 1024;

    /// <summary>Members, mentions or fields read of one inbound message.</summary>
    public const int ListItems = 1000;

    /// <summary>Members of a place asked for at once; the platform takes it as a hint.</summary>
    public const int RosterPage = 200;

    /// <summary>Accounts whose own tenant is remembered in memory.</summary>
    public const int Accounts = 10_000;

    /// <summary>Characters of a bearer token.</summary>
    public const int TokenCharacters = 16 * 1024;

    /// <summary>Connections to one connector host at a time.</summary>
    public const int Connections = 64;

    /// <summary>How long one send waits for its rate window before it is handed back to wait elsewhere.</summary>
    public static readonly TimeSpan WindowWait = TimeSpan.FromSeconds(5);
}
