using Microsoft.Extensions.Logging;

namespace AllianceBot.Stores.LiteDb;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Database {Path} is open with LiteDB {Version}.")]
    public static partial void Opened(ILogger logger, string path, string version);

    [LoggerMessage(2, LogLevel.Warning, "The log of database {Path} could not be carried over; it is tried again before the next write.")]
    public static partial void CheckpointFailed(ILogger logger, string path, Exception fault);
}
