using Microsoft.Extensions.Logging;

namespace AllianceBot.Stores.Sqlite;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Database {Path} is open with {Library}.")]
    public static partial void Opened(ILogger logger, string path, string library);

    [LoggerMessage(2, LogLevel.Information, "Database {Path} is being checked.")]
    public static partial void Checking(ILogger logger, string path);

    [LoggerMessage(3, LogLevel.Information, "Database {Path} went from version {From} to {To}.")]
    public static partial void Migrated(ILogger logger, string path, long from, int to);

    [LoggerMessage(4, LogLevel.Warning, "The log of database {Path} could not be carried over.")]
    public static partial void CheckpointFailed(ILogger logger, string path, Exception fault);
}
