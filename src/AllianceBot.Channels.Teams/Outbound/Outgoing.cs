namespace AllianceBot.Channels.Teams;

/// <summary>How the bot stands with the login that its sending needs.</summary>
public enum OutgoingState
{
    /// <summary>No credential is set, or it was not tried yet.</summary>
    Untried,

    /// <summary>The last token came.</summary>
    Fine,

    /// <summary>A token came that the connector will refuse: another application, tenant or audience than set.</summary>
    Mismatched,

    /// <summary>The login knows this bot and refuses it: a wrong or expired secret, certificate or identity.</summary>
    Refused,

    /// <summary>The login could not be asked; it is tried again.</summary>
    Away,
}

/// <summary>Whether the bot can prove itself when it sends, for health and the log. Never holds a token or a secret.</summary>
public sealed class Outgoing
{
    private volatile string why = "";
    private volatile int state;

    public OutgoingState State => (OutgoingState)state;

    /// <summary>What the operator should look at, as a code or the name of a setting; empty while all is well.</summary>
    public string Why => why;

    internal void Is(OutgoingState now, string reason = "")
    {
        why = reason;
        state = (int)now;
    }
}
