using System.Collections.Concurrent;
using AllianceBot.Domain;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>What was held until somebody may be written to is looked at again when that changes.</summary>
public sealed partial class Outbox
{
    private readonly ConcurrentQueue<AllianceId> reopened = new();

    /// <summary>Somebody's hours changed, or somebody is back sooner: what was held may go out earlier.</summary>
    internal void Reopened(AllianceId alliance)
    {
        reopened.Enqueue(alliance);
        Wake();
    }

    private async ValueTask<int> ReopenAsync(Instant now, CancellationToken ct)
    {
        var alliances = new HashSet<AllianceId>();
        while (reopened.TryDequeue(out var alliance)) alliances.Add(alliance);
        var moves = new List<Task<CommitResult>>();
        foreach (var alliance in alliances)
        {
            var query = new OutboxQuery(EngineLimits.Unreached - Duration.Epsilon, EngineLimits.Reopened) { Alliance = alliance };
            foreach (var row in await store.OutboxAsync(query, ct))
            {
                if (row.State != OutboxState.Held || row.NotBefore <= now || lanes.Has(row.Row)) continue;
                if (await ReopensAsync(row, now, ct) is not { } sooner || sooner >= row.NotBefore) continue;
                moves.Add(committer.CommitAsync(new MoveNotice(row.Alliance, row.Row, row.State, OutboxState.Held, sooner, row.Attempts)));
            }
        }

        await Task.WhenAll(moves);
        return moves.Count;
    }

    /// <summary>When the row may go now; null while that cannot be told.</summary>
    private async ValueTask<Instant?> ReopensAsync(OutboxRow row, Instant now, CancellationToken ct)
    {
        try
        {
            return await RouteAsync(row, ct) is not var (_, route) ? null : route is Route.Hold hold ? hold.Until : now;
        }
        catch (BusyException)
        {
            // It keeps the time it has.
            return null;
        }
    }
}
