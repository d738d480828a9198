using System.Text;
using NodaTime;
using NodaTime.Text;

namespace AllianceBot.Engine;

/// <summary>The few instants that the engine keeps for itself beside the streams.</summary>
internal static class EngineMemory
{
    public static readonly DirectoryKey Heartbeat = new("setting", "heartbeat");

    /// <summary>How far the clock was walked ahead.</summary>
    public static readonly DirectoryKey Offset = new("setting", "clock-offset");

    /// <summary>Until when what turns kept aside has been put into the outbox.</summary>
    public static readonly DirectoryKey TurnsTold = new("setting", "turns-told");

    public static DirectoryChange Write(DirectoryKey key, Instant at) =>
        new(key, Encoding.UTF8.GetBytes(InstantPattern.ExtendedIso.Format(at)));

    public static DirectoryChange Write(DirectoryKey key, Duration span) =>
        new(key, Encoding.UTF8.GetBytes(DurationPattern.Roundtrip.Format(span)));

    public static async Task<Instant?> ReadInstantAsync(IAllianceStore store, DirectoryKey key, CancellationToken ct) =>
        await store.FindAsync(key, ct) is { } value
        && InstantPattern.ExtendedIso.Parse(Encoding.UTF8.GetString(value.Span)) is { Success: true } parsed
            ? parsed.Value
            : null;

    public static async Task<Duration> ReadDurationAsync(IAllianceStore store, DirectoryKey key, CancellationToken ct) =>
        await store.FindAsync(key, ct) is { } value
        && DurationPattern.Roundtrip.Parse(Encoding.UTF8.GetString(value.Span)) is { Success: true } parsed
            ? parsed.Value
            : Duration.Zero;
}
