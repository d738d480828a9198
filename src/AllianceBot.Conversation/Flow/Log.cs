using Microsoft.Extensions.Logging;

namespace AllianceBot.Conversation;

/// <summary>What was not done and why, by code: nobody's words, name or number.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "An ask changed nothing: {Code}")]
    public static partial void NotDone(ILogger log, string code);
}
