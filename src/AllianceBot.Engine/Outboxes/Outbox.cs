using System.Collections.Concurrent;
using System.Text.Json;
using AllianceBot.Domain;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>
/// Tells people: takes what is due from the outbox, finds out who is to get it, and hands it to deliveries, one at a time
/// for each conversation. Stepped by one loop; the deliveries it started go on between the steps.
/// </summary>
public sealed partial class Outbox : IDisposable
{
    private readonly ConcurrentQueue<PersonId> reachable = new();
    private readonly WaitingRows waiting = new();
    private readonly Lanes lanes;
    private readonly SemaphoreSlim wake = new(0, 1);
    private readonly SemaphoreSlim stepping = new(1, 1);
    private readonly IAllianceStore store;
    private readonly Mailboxes mailboxes;
    private readonly Committer committer;
    private readonly Router router;
    private readonly Deliveries deliveries;
    private readonly EngineMeters meters;
    private readonly IClock clock;
    private readonly ILogger log;

    internal Outbox(
        IAllianceStore store, Mailboxes mailboxes, Committer committer, Router router, Deliveries deliveries, EngineMeters meters,
        IClock clock, ILogger log)
    {
        (this.store, this.mailboxes, this.committer, this.router) = (store, mailboxes, committer, router);
        (this.deliveries, this.meters, this.clock, this.log) = (deliveries, meters, clock, log);
        lanes = new(Wake);
    }

    /// <summary>Conversations that something is being sent to.</summary>
    public int UnderWay => lanes.Count;

    /// <summary>Notices that wait until somebody's address is known.</summary>
    public int WaitingForAddress => waiting.Count;

    /// <summary>
    /// Finds again what an earlier run left: what waits for addresses, what was being sent when it died, and what its last
    /// turns may not have shown any more. That goes to the cards that were tapped, and may show there again what they show.
    /// </summary>
    /// <param name="node">Who sends.</param>
    /// <param name="alive">When the earlier run was last known to live; what was to be shown by then was shown.</param>
    /// <param name="ct">Stops the search.</param>
    public async Task StartAsync(string node, Instant? alive, CancellationToken ct)
    {
        await TellTurnsAsync(alive ?? Instant.MinValue, ct);
        var far = new OutboxQuery(EngineLimits.Unreached, EngineLimits.WaitingForAddress);
        foreach (var row in await store.OutboxAsync(far, ct))
        {
            if (row.State != OutboxState.Held || row.NotBefore < EngineLimits.Unreached) continue;
            if (await RouteAsync(row, ct) is (_, Route.Wait or Route.Unreached) and var (_, route)) waiting.Add(Router.WaitsFor(route), row);
            else await committer.CommitAsync(new MoveNotice(row.Alliance, row.Row, row.State, OutboxState.Pending, clock.GetCurrentInstant(), row.Attempts));
        }

        foreach (var row in await store.OutboxAsync(far with { State = OutboxState.Sending }, ct))
        {
            if (row.Node == node) await LostAsync(row, ct);
        }
    }

    /// <summary>Sends what is due.</summary>
    /// <param name="max">So many deliveries under way at most.</param>
    /// <param name="ct">Stops the step; deliveries under way go on.</param>
    /// <returns>How many rows moved or were given to a delivery; 0 when there is nothing to do now.</returns>
    public async Task<int> StepAsync(int max, CancellationToken ct)
    {
        await stepping.WaitAsync(ct);
        try
        {
            return await SendDueAsync(max, ct);
        }
        finally
        {
            stepping.Release();
        }
    }

    /// <summary>Returns when there may be something to do: after an append, at the end of a delivery, or when the time is over.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct) => wake.WaitAsync(atMost, ct);

    /// <summary>Waits for the deliveries under way.</summary>
    public Task DrainAsync() => lanes.DrainAsync();

    /// <summary>Before the end: finishes the messages that are being sent, and leaves all others to the next start.</summary>
    public Task FinishAsync()
    {
        deliveries.Finish();
        return DrainAsync();
    }

    public void Dispose()
    {
        wake.Dispose();
        stepping.Dispose();
    }

    internal void Wake()
    {
        if (wake.CurrentCount > 0) return;
        try
        {
            wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else woke it in the same moment.
        }
    }

    internal void Reachable(PersonId person)
    {
        reachable.Enqueue(person);
        Wake();
    }

    private async Task TellTurnsAsync(Instant alive, CancellationToken ct)
    {
        var told = await EngineMemory.ReadInstantAsync(store, EngineMemory.TurnsTold, ct) ?? Instant.MinValue;
        var last = told;
        foreach (var kept in await store.InTurnAsync(Instant.Max(alive, told), ct))
        {
            await committer.CommitAsync(new AddNotices(kept.Alliance, [kept.Notice with { InTurn = null }]));
            last = Instant.Max(last, kept.Notice.NotBefore);
        }

        // Nothing is sent before this is kept, so that after one more crash the same is not told again.
        if (last > told) await committer.CommitAsync(new Note([EngineMemory.Write(EngineMemory.TurnsTold, last)], []));
    }

    private async Task<int> SendDueAsync(int max, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var done = await WakeReachableAsync(now) + await ReopenAsync(now, ct) + await ExpireAsync(now, ct);
        var rows = await store.OutboxAsync(new(now, EngineLimits.OutboxRows), ct);
        var (moves, parcels) = (new List<Task<CommitResult>>(), new List<Parcel>());
        var told = new HashSet<Told>();
        foreach (var row in rows)
        {
            if (lanes.Has(row.Row)) continue;
            var (parcel, move) = await PrepareAsync(row, now, ct);
            if (parcel is not null && (parcel.Told is not { } what || told.Add(what))) parcels.Add(parcel);
            else move ??= parcel?.Move(OutboxState.Obsolete, now);
            if (move is not null) moves.Add(committer.CommitAsync(move));
        }

        await Task.WhenAll(moves);
        foreach (var move in moves) if (await move == CommitResult.Done) done++;
        return done + Start(parcels, max);
    }

    private async ValueTask<(Parcel? Parcel, MoveNotice? Move)> PrepareAsync(OutboxRow row, Instant now, CancellationToken ct)
    {
        var move = new MoveNotice(row.Alliance, row.Row, row.State, OutboxState.Obsolete, now, row.Attempts);
        try
        {
            if (await RouteAsync(row, ct) is not var (mailbox, route)) return (null, move);
            var entry = OutboxEntry.Read(row.Json.Span);
            return route is Route.Go go ? (new(row, entry, mailbox, go), null) : (null, await MoveAsync(row, entry, mailbox, route, move));
        }
        catch (BusyException)
        {
            // One alliance that cannot be read must not stand in the way of the others.
            return (null, move with { To = OutboxState.Held, NotBefore = now + EngineLimits.AwayFor });
        }
    }

    private async ValueTask<MoveNotice> MoveAsync(OutboxRow row, OutboxEntry entry, Mailbox mailbox, Route route, MoveNotice move)
    {
        switch (route)
        {
            case Route.Hold hold:
                return move with { To = OutboxState.Held, NotBefore = hold.Until };
            case Route.Wait wait:
                if (!await deliveries.NeverSpokeAsync(row, entry, wait.Person)) return Waiting(wait.Person, row, move);
                return Aside(mailbox, entry, wait.Person, row, move);
            case Route.Unreached unreached:
                return Aside(mailbox, entry, unreached.Person, row, move);
            case Route.Split split:
                return move with { Instead = [.. split.Entries.Select(static one => one.ToRow())] };
            case Route.Nobody:
                await deliveries.TellAsync(row, entry, null, Delivery.Unreachable, Reaching.Nobody);
                meters.Delivered(OutboxState.Unreachable);
                var instead = FallBacks.Of(mailbox.Durable, entry, null, move.NotBefore);
                return move with { To = OutboxState.Unreachable, Instead = instead is null ? [] : [instead.ToRow()] };
            default:
                return move;
        }
    }

    /// <summary>It waits for the person, and somebody of the same side hears of it now, where they may.</summary>
    private MoveNotice Aside(Mailbox mailbox, OutboxEntry entry, PersonId person, OutboxRow row, MoveNotice move)
    {
        var other = FallBacks.Of(mailbox.Durable, entry, person, move.NotBefore);
        return Waiting(person, row, move) with { Instead = other is null ? [] : [other.ToRow()] };
    }

    private MoveNotice Waiting(PersonId person, OutboxRow row, MoveNotice move)
    {
        waiting.Add(person, row with { State = OutboxState.Held });
        return move with { To = OutboxState.Held, NotBefore = EngineLimits.Unreached };
    }

    /// <summary>Null for a row that cannot be read: it is dropped, and said so.</summary>
    private async ValueTask<(Mailbox Mailbox, Route Route)?> RouteAsync(OutboxRow row, CancellationToken ct)
    {
        try
        {
            var entry = OutboxEntry.Read(row.Json.Span);
            var mailbox = await mailboxes.FindAsync(row.Alliance, ct);
            return (mailbox, await router.RouteAsync(entry, mailbox, clock.GetCurrentInstant(), ct));
        }
        catch (JsonException fault)
        {
            log.UnreadableNotice(row.Row, fault);
            meters.Bugs.Add(1);
            return null;
        }
    }

    private int Start(List<Parcel> parcels, int max)
    {
        var started = 0;
        foreach (var lane in parcels.GroupBy(static parcel => parcel.Lane, StringComparer.Ordinal))
        {
            if (lanes.Count >= max) break;
            var rows = lane.ToList();
            if (lanes.TryRun(lane.Key, rows, deliveries.RunAsync)) started += rows.Count;
        }

        return started;
    }

    private async ValueTask<int> WakeReachableAsync(Instant now)
    {
        var woken = 0;
        while (reachable.TryDequeue(out var person))
        {
            var rows = waiting.Take(person);
            var moves = rows.Select(row => committer.CommitAsync(
                new MoveNotice(row.Alliance, row.Row, row.State, OutboxState.Pending, now, row.Attempts))).ToList();
            await Task.WhenAll(moves);
            woken += rows.Count;
        }

        return woken;
    }

    private async ValueTask<int> ExpireAsync(Instant now, CancellationToken ct)
    {
        var expired = 0;
        foreach (var row in await store.OutboxAsync(new(now, EngineLimits.OutboxRows, OutboxState.Sending), ct))
        {
            if (!lanes.Has(row.Row) && await LostAsync(row, ct)) expired++;
        }

        return expired;
    }

    private async ValueTask<bool> LostAsync(OutboxRow row, CancellationToken ct)
    {
        try
        {
            var mailbox = await mailboxes.FindAsync(row.Alliance, ct);
            await deliveries.LostAsync(row, OutboxEntry.Read(row.Json.Span), mailbox);
            return true;
        }
        catch (Exception fault) when (fault is BusyException or JsonException)
        {
            // Its alliance cannot be read now; the others must not wait for it.
            log.UnreadableNotice(row.Row, fault);
            return false;
        }
    }
}
