using AllianceBot.Domain;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>
/// Brings cards up to date that somebody has before them when what they show has changed. It comes after everything else
/// and may be dropped: an old card is refused with a fresh one anyway.
/// </summary>
public sealed class Refresher
{
    private readonly PriorityQueue<(AllianceId Alliance, Subject Subject), Instant> queue = new();
    private readonly HashSet<(AllianceId Alliance, Subject Subject)> queued = [];
    private readonly HashSet<(AllianceId Alliance, Subject Subject)> forgotten = [];
    private readonly Lock gate = new();
    private readonly ShownCards shown;
    private readonly Mailboxes mailboxes;
    private readonly Committer committer;
    private readonly EngineDirectory directory;
    private readonly IPresent presenter;
    private readonly IReadOnlyDictionary<string, IChannel> channels;
    private readonly EngineSettings settings;
    private readonly Chance chance;
    private readonly EngineMeters meters;
    private readonly IClock clock;
    private readonly ILogger log;

    internal Refresher(
        ShownCards shown, Mailboxes mailboxes, Committer committer, EngineDirectory directory, IPresent presenter,
        IReadOnlyDictionary<string, IChannel> channels, EngineSettings settings, Chance chance, EngineMeters meters, IClock clock, ILogger log)
    {
        (this.shown, this.mailboxes, this.committer, this.directory) = (shown, mailboxes, committer, directory);
        (this.presenter, this.channels, this.settings, this.chance) = (presenter, channels, settings, chance);
        (this.meters, this.clock, this.log) = (meters, clock, log);
    }

    /// <summary>Refreshes the cards of so many subjects whose time has come, and now and then has kept what is shown.</summary>
    /// <returns>How many subjects were looked at.</returns>
    public async Task<int> StepAsync(int max, CancellationToken ct)
    {
        await shown.KeepAsync(isLast: false);
        var done = 0;
        for (; done < max && Next() is { } next; done++)
        {
            try
            {
                await RefreshAsync(next.Alliance, next.Subject, ct);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException and not OperationCanceledException)
            {
                // Whatever it was, an old card is no reason to stop: it stays old.
                log.RefreshFailed(fault);
            }
        }

        return done;
    }

    /// <summary>What an append changed is looked at once its answer can no longer be taken back.</summary>
    internal void Changed(AllianceId alliance, Subject subject, Instant notBefore)
    {
        if (subject.Kind is not (SubjectKind.Commitment or SubjectKind.CheckIn or SubjectKind.Decision or SubjectKind.Process
            or SubjectKind.Concern or SubjectKind.Case or SubjectKind.Round or SubjectKind.Story)) return;
        lock (gate)
        {
            if (queue.Count < EngineLimits.RefreshQueue && queued.Add((alliance, subject))) queue.Enqueue((alliance, subject), notBefore);
        }
    }

    /// <summary>Words of this item died: every card that shows it is brought up to date, not only the newest.</summary>
    internal void Forgotten(AllianceId alliance, Subject subject, Instant notBefore)
    {
        lock (gate) forgotten.Add((alliance, subject));
        Changed(alliance, subject, notBefore);
    }

    private (AllianceId Alliance, Subject Subject)? Next()
    {
        lock (gate)
        {
            if (!queue.TryPeek(out var next, out var at) || at > clock.GetCurrentInstant()) return null;
            queue.Dequeue();
            queued.Remove(next);
            return next;
        }
    }

    private async Task RefreshAsync(AllianceId id, Subject subject, CancellationToken ct)
    {
        await RefreshShownAsync(id, subject, ct);
        foreach (var digest in DigestViews.With((await mailboxes.FindAsync(id, ct)).Durable, subject)) await RefreshShownAsync(id, digest, ct);
    }

    private async Task RefreshShownAsync(AllianceId id, Subject subject, CancellationToken ct)
    {
        var rows = await shown.OfAsync(id, subject.ToString(), null, EngineLimits.RefreshedCards, ct);
        if (rows.Count == 0) return;
        var alliance = (await mailboxes.FindAsync(id, ct)).Durable;
        if (Revisions.Of(alliance, subject) is not { } current) return;
        foreach (var row in rows.Where(row => row.Message.Length > 0 && row.Revision < current)) await RefreshAsync(alliance, subject, row, ct);
    }

    private async Task RefreshAsync(Alliance alliance, Subject subject, ShownRow row, CancellationToken ct)
    {
        var person = alliance.People.Find(new(row.Reader));
        var address = person is not null
            ? await directory.AddressAsync(person.Id, ct)
            : await directory.PlaceAddressAsync(directory.Hash("place", row.Reader), ct);
        if (address?.Key != row.Conversation || !channels.TryGetValue(address.Channel, out var channel)) return;
        Reader reader = person is not null ? new PersonReader(person.Id) : PlaceReader.Any;
        var context = new PresentContext(clock.GetCurrentInstant(), row.Revision, chance.NewId(), settings.ShowsNames ? person?.Name.Text : null);
        if (presenter.Refresh(alliance, subject, row.View, reader, context) is not { } presented) return;
        var sending = await channel.UpdateAsync(address, row.Message, presented.Message, ct);
        if (sending.Fate != SendFate.Done) return;
        meters.Refreshed.Add(1);
        shown.Add(row with { Revision = presented.Revision, View = presented.View, At = clock.GetCurrentInstant() });
    }
}
