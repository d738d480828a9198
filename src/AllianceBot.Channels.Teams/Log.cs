using Microsoft.Extensions.Logging;

namespace AllianceBot.Channels.Teams;

/// <summary>What this channel logs: ids and codes, never names or texts.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Turn {Turn} failed on a {Type} message: {Fault} {At}")]
    public static partial void TurnFailed(ILogger log, string turn, string type, string fault, string at);

    [LoggerMessage(2, LogLevel.Warning, "Turn {Turn} was not taken: {Reason}")]
    public static partial void Busy(ILogger log, string turn, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Turn {Turn} refused with {Status}: {Reason}")]
    public static partial void Refused(ILogger log, string turn, int status, string reason);

    [LoggerMessage(4, LogLevel.Warning, "An answer was not posted: {Fate}, {Reason}")]
    public static partial void NotPosted(ILogger log, string fate, string reason);

    [LoggerMessage(5, LogLevel.Warning, "The connector answered {Status} {Code} to {Operation}; correlation {Correlation}")]
    public static partial void ConnectorFault(ILogger log, int status, string code, string operation, string correlation);

    [LoggerMessage(6, LogLevel.Warning, "The connector could not be asked for {Operation}: {Fault}")]
    public static partial void ConnectorAway(ILogger log, string operation, string fault);

    [LoggerMessage(7, LogLevel.Warning, "A connector address was not used: its host is not allowed (Teams:AllowedHosts)")]
    public static partial void HostNotAllowed(ILogger log);

    [LoggerMessage(8, LogLevel.Warning, "The callers' keys could not be read; those known stay in use: {Fault}")]
    public static partial void KeysAway(ILogger log, string fault);

    [LoggerMessage(9, LogLevel.Information, "The callers' keys were read: {Count}")]
    public static partial void KeysRead(ILogger log, int count);

    [LoggerMessage(10, LogLevel.Warning, "The login could not be asked for a token to send with; it is tried again: {Fault}")]
    public static partial void LoginAway(ILogger log, string fault);

    [LoggerMessage(11, LogLevel.Information, "A token to send with was issued for application {App} by tenant {Tenant} to audience {Audience}")]
    public static partial void TokenIssued(ILogger log, string app, string tenant, string audience);

    [LoggerMessage(13, LogLevel.Error, "The login refuses this bot ({Fault}): nothing can be sent. Look at Teams:AppId, Teams:TenantId and the credential")]
    public static partial void LoginRefuses(ILogger log, string fault);

    [LoggerMessage(14, LogLevel.Error, "The token to send with is not for what is set: {Claim} is {Told}, and {Setting} says {Set}. The connector will refuse it")]
    public static partial void TokenMismatched(ILogger log, string claim, string told, string setting, string set);

    [LoggerMessage(12, LogLevel.Error, "A turn that had been answered with 503 failed afterwards: {Fault}")]
    public static partial void LateFault(ILogger log, string fault);
}
