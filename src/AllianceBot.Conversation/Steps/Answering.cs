namespace AllianceBot.Conversation;

/// <summary>The card of several check-ins.</summary>
internal static class Answering
{
    /// <summary>Rows of one card.</summary>
    public const int Most = 20;
}
