namespace AllianceBot.Channels.BotBuilder;

/// <summary>Ends a turn inside the SDK with a status of HTTP, which the SDK has no other way to be told.</summary>
public sealed class TurnRefusedException : Exception
{
    public TurnRefusedException()
    {
    }

    public TurnRefusedException(string message)
        : base(message)
    {
    }

    public TurnRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TurnRefusedException(int status, string reason)
        : base(reason) => Status = status;

    /// <summary>400 not whole, 403 not served, 503 nothing was done and it may come again.</summary>
    public int Status { get; } = 500;
}
