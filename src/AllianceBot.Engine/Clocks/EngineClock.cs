using AllianceBot.Domain;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>
/// Time as data: asks the store whose time has come and lets it strike there, through the same mailbox as everything else.
/// There is nothing to cancel, and a restart changes nothing.
/// </summary>
public sealed class EngineClock
{
    private readonly IAllianceStore store;
    private readonly Mailboxes mailboxes;
    private readonly Committer committer;
    private readonly Chance chance;
    private readonly EngineMeters meters;
    private readonly IClock clock;
    private readonly ILogger log;

    internal EngineClock(
        IAllianceStore store, Mailboxes mailboxes, Committer committer, Chance chance, EngineMeters meters, IClock clock, ILogger log) =>
        (this.store, this.mailboxes, this.committer, this.chance, this.meters, this.clock, this.log) =
            (store, mailboxes, committer, chance, meters, clock, log);

    /// <summary>Alliances with a step that still lay in the past after the last strike.</summary>
    public int Overdue { get; private set; }

    /// <summary>When it last had nothing left that it could do; null before the first time.</summary>
    public Instant? AtRest { get; private set; }

    /// <summary>How late the earliest step was when it was last looked at.</summary>
    public Duration OldestDue { get; private set; }

    /// <summary>Strikes where something is due, earliest first.</summary>
    /// <param name="max">So many alliances at most.</param>
    /// <param name="ct">Stops before a strike.</param>
    /// <returns>How many alliances moved on; 0 when there is nothing to do now.</returns>
    public async Task<int> StrikeAsync(int max, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var due = await store.DueAsync(now, max, ct);
        OldestDue = due is [var oldest, ..] ? now - oldest.At : Duration.Zero;
        var moved = await Task.WhenAll(due.Select(one => StrikeAsync(one.Alliance, ct)));
        Overdue = due.Count == 0 ? 0 : (await store.DueAsync(now - EngineLimits.Overdue, max, ct)).Count;
        var strikes = moved.Count(static one => one);
        if (strikes == 0) AtRest = now;
        return strikes;
    }

    private async Task<bool> StrikeAsync(AllianceId alliance, CancellationToken ct)
    {
        try
        {
            var struck = new ClockStruck(new(chance.NewId()));
            var decided = await mailboxes.AskAsync(alliance, struck, PersonId.Clock, new(""), ct);
            meters.Strikes.Add(1);
            if (decided.Outcome is Outcome.Happened { Events.Count: 0 }) await CorrectAsync(decided.Alliance);
            return true;
        }
        catch (Exception fault) when (fault is BusyException or StoreException)
        {
            log.StrikeFailed(alliance.Value, fault);
            return false;
        }
        catch (Exception bug) when (bug is not OperationCanceledException and not OutOfMemoryException)
        {
            // A mistake in a rule must not make the clock strike without end, nor hold up the other alliances.
            log.StrikeFailed(alliance.Value, bug);
            await CorrectAsync((await mailboxes.FindAsync(alliance, ct)).Durable);
            return false;
        }
    }

    /// <summary>
    /// Nothing happened although the store said that the time had come. Either its index was behind the story, as after a
    /// change of the rules, or the law of time is broken: then it is looked at again in an hour, and this is counted.
    /// </summary>
    private async Task CorrectAsync(Alliance alliance)
    {
        var now = clock.GetCurrentInstant();
        var next = alliance.NextDue;
        if (next <= now)
        {
            log.Pushed(alliance.Id.Value);
            meters.Pushed.Add(1);
            next = now + EngineLimits.Push;
        }

        await committer.CommitAsync(new Append(alliance.Id, alliance.Version) { NextDue = next });
    }
}
