namespace AllianceBot;

/// <summary>What the host logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "The loop '{Loop}' failed and goes on in a few seconds.")]
    public static partial void LoopFailed(this ILogger log, string loop, Exception fault);

    [LoggerMessage(2, LogLevel.Information, "AllianceBot listens on {Url} and keeps its data in {Data}.")]
    public static partial void Listens(this ILogger log, Uri url, string data);
}
