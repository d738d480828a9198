using AllianceBot.Domain;
using AllianceBot.Engine;
using AllianceBot.Wiring;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace AllianceBot.Tests.Host;

/// <summary>The heart beats only while the clock goes round.</summary>
public sealed class HeartTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task C16_The_heartbeat_stops_when_the_clock_stops()
    {
        var clock = new SetClock();
        await using var store = new StandingStore();
        using var engine = new AllianceEngine(
            new(store, new Nothing(), clock, TimeProvider.System, Chance.OfTheSystem, NullLogger.Instance), new() { Node = "heart" });
        using var loops = new Loops(engine, [], TimeProvider.System, NullLogger<Loops>.Instance);
        await loops.StartAsync(Ct);
        var first = engine.Heart.LastBeat;
        clock.Now += Duration.FromMinutes(1);
        await UntilAsync(() => engine.Heart.LastBeat > first);
        store.Stands = true;
        await UntilAsync(() => store.Looks > 0);
        var last = engine.Heart.LastBeat;
        clock.Now += Duration.FromMinutes(1);
        await Task.Delay(TimeSpan.FromSeconds(2), Ct);
        Assert.Equal(last, engine.Heart.LastBeat);
        store.Stands = false;
        await UntilAsync(() => engine.Heart.LastBeat > last);
        await loops.StopAsync(Ct);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds()) await Task.Delay(50, Ct);
    }

    private sealed class SetClock : IClock
    {
        public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 20, 15, 0);

        public Instant GetCurrentInstant() => Now;
    }

    /// <summary>A store whose answer to the clock's question does not come.</summary>
    private sealed class StandingStore : IAllianceStore
    {
        private readonly MemoryStore inner = new();

        public bool Stands { get; set; }

        public int Looks { get; private set; }

        public ReadOnlyMemory<byte> Secret => inner.Secret;

        public async Task<IReadOnlyList<DueAlliance>> DueAsync(Instant now, int atMost, CancellationToken ct)
        {
            while (Stands)
            {
                Looks++;
                await Task.Delay(20, ct);
            }

            return await inner.DueAsync(now, atMost, ct);
        }

        public ValueTask<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<StoreWork> group, CancellationToken ct) => inner.CommitAsync(group, ct);

        public Task<StoredStream> LoadAsync(AllianceId alliance, CancellationToken ct) => inner.LoadAsync(alliance, ct);

        public Task<Instant?> NextAsync(CancellationToken ct) => inner.NextAsync(ct);

        public Task<IReadOnlyList<OutboxRow>> OutboxAsync(OutboxQuery query, CancellationToken ct) => inner.OutboxAsync(query, ct);

        public Task<IReadOnlyDictionary<OutboxState, long>> OutboxCountsAsync(CancellationToken ct) => inner.OutboxCountsAsync(ct);

        public Task<IReadOnlyList<KeptNotice>> InTurnAsync(Instant after, CancellationToken ct) => inner.InTurnAsync(after, ct);

        public Task<ReadOnlyMemory<byte>?> FindAsync(DirectoryKey key, CancellationToken ct) => inner.FindAsync(key, ct);

        public IAsyncEnumerable<DirectoryEntry> ListAsync(string kind, CancellationToken ct) => inner.ListAsync(kind, ct);

        public Task<IReadOnlyList<ShownRow>> ShownAsync(AllianceId alliance, string subject, string? reader, int atMost, CancellationToken ct) =>
            inner.ShownAsync(alliance, subject, reader, atMost, ct);

        public Task<ShownRow?> ShownAtAsync(string conversation, string message, CancellationToken ct) => inner.ShownAtAsync(conversation, message, ct);

        public Task<IReadOnlyList<RecentAsk>> RecentAsksAsync(AllianceId alliance, int atMost, CancellationToken ct) =>
            inner.RecentAsksAsync(alliance, atMost, ct);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class Nothing : IPresent
    {
        public Presented? Present(Alliance alliance, Notice notice, Reader reader, PresentContext context) => null;

        public Presented? Refresh(Alliance alliance, Subject subject, string view, Reader reader, PresentContext context) => null;

        public Presented? Confirm(Alliance alliance, Confirmation confirmation, PersonId by, Reader reader, PresentContext context) => null;

        public Presented? Bundle(Alliance alliance, IReadOnlyList<Notice> notices, Reader reader, PresentContext context) => null;
    }
}
