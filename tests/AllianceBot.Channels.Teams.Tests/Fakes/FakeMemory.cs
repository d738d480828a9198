using System.Collections.Concurrent;
using AllianceBot.Engine;

namespace AllianceBot.Channels.Teams.Tests.Fakes;

/// <summary>A memory that outlives the bot of a test.</summary>
public sealed class FakeMemory : IChannelMemory
{
    public ConcurrentDictionary<string, string> Kept { get; } = new();

    public ValueTask<string?> RecallAsync(string channel, string kind, string of, CancellationToken ct) =>
        new(Kept.GetValueOrDefault($"{channel}|{kind}|{of}"));

    public void Keep(string channel, string kind, string of, string value) => Kept[$"{channel}|{kind}|{of}"] = value;
}
