using NodaTime;

namespace AllianceBot.Engine;

/// <summary>
/// Has the store remove what is over, a little at a time and only while nobody waits for the committer; and counts what
/// there is, for who looks at the figures.
/// </summary>
public sealed class Tidier
{
    private readonly IAllianceStore store;
    private readonly Committer committer;
    private readonly IClock clock;
    private Instant? counted;

    internal Tidier(IAllianceStore store, Committer committer, IClock clock) =>
        (this.store, this.committer, this.clock) = (store, committer, clock);

    /// <summary>Rows of the outbox by state, when they were last counted.</summary>
    public IReadOnlyDictionary<OutboxState, long> Counts { get; private set; } = new Dictionary<OutboxState, long>();

    /// <summary>Removes some of what is over.</summary>
    public async Task StepAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        for (var part = 0; part < EngineLimits.TidyParts && committer.Queued == 0; part++)
        {
            ct.ThrowIfCancellationRequested();
            await committer.CommitAsync(new Tidy(now - EngineLimits.KeptSettled, now - EngineLimits.KeptCards, EngineLimits.Tidied));
        }

        if (counted is { } last && now - last < EngineLimits.Counted) return;
        Counts = await store.OutboxCountsAsync(ct);
        counted = now;
    }
}
