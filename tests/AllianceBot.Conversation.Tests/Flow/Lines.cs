using Microsoft.Extensions.Logging;

namespace AllianceBot.Conversation.Tests;

/// <summary>A log that keeps its lines.</summary>
internal sealed class Lines(List<string> lines) : ILogger<Converse>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Add(formatter(state, exception));
}
