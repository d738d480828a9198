using Microsoft.Extensions.Logging;

namespace AllianceBot.Engine;

/// <summary>What the engine logs: ids and kinds, no text and no name. Correlation comes by the host's scopes.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The alliance {Alliance} could not be read.")]
    public static partial void LoadFailed(this ILogger log, string alliance, Exception fault);

    [LoggerMessage(2, LogLevel.Error, "{Works} works could not be made durable; all of them failed.")]
    public static partial void CommitFailed(this ILogger log, int works, Exception fault);

    [LoggerMessage(3, LogLevel.Error, "A rule failed in the alliance {Alliance}.")]
    public static partial void DecideFailed(this ILogger log, string alliance, Exception fault);

    [LoggerMessage(4, LogLevel.Error, "The alliance {Alliance} did not move on when its time came; it is looked at again later.")]
    public static partial void Pushed(this ILogger log, string alliance);

    [LoggerMessage(5, LogLevel.Warning, "The strike of the alliance {Alliance} did not come through; it comes again.")]
    public static partial void StrikeFailed(this ILogger log, string alliance, Exception fault);

    [LoggerMessage(6, LogLevel.Information, "Nobody was running from {From} to {To}.")]
    public static partial void Outage(this ILogger log, string from, string to);

    [LoggerMessage(7, LogLevel.Error, "The delivery of the notice {Row} failed by a mistake of ours.")]
    public static partial void DeliveryFailed(this ILogger log, long row, Exception fault);

    [LoggerMessage(8, LogLevel.Error, "The channel refused the message of the notice {Row}: {Reason}.")]
    public static partial void Rejected(this ILogger log, long row, string reason);

    [LoggerMessage(9, LogLevel.Warning, "The notice {Row} ended as {State}: {Reason}.")]
    public static partial void NotDelivered(this ILogger log, long row, OutboxState state, string reason);

    [LoggerMessage(10, LogLevel.Warning, "A directory change could not be kept; it is learnt again.")]
    public static partial void NoteLost(this ILogger log);

    [LoggerMessage(11, LogLevel.Warning, "A stale card could not be refreshed.")]
    public static partial void RefreshFailed(this ILogger log, Exception fault);

    [LoggerMessage(12, LogLevel.Error, "The outbox row {Row} cannot be read.")]
    public static partial void UnreadableNotice(this ILogger log, long row, Exception fault);

    [LoggerMessage(14, LogLevel.Error, "In the alliance {Alliance} the next step of the {Kind} {Item} lies in the past; it is told and put before the clock again.")]
    public static partial void Overdue(this ILogger log, string alliance, Domain.SubjectKind kind, string item);

    [LoggerMessage(13, LogLevel.Error, "What was to follow a durable work failed.")]
    public static partial void SettleFailed(this ILogger log, Exception fault);

    [LoggerMessage(15, LogLevel.Warning, "The alliance {Alliance} alone takes about {Bytes} of the {Memory} bytes that all may take: raise Bot:Memory.")]
    public static partial void Large(this ILogger log, string alliance, long bytes, long memory);
}
