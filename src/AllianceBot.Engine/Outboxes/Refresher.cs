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
    private readonly Dictionary<(AllianceId Alliance, Subject Subject), Instant> forgotten = [];
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
            or SubjectKind.Concern or SubjectKind.Case or SubjectKind.Round or SubjectKind.Story or SubjectKind.Indicator)) return;
        lock (gate)
        {
            if (queue.Count < EngineLimits.RefreshQueue && queued.Add((alliance, subject))) queue.Enqueue((alliance, subject), notBefore);
        }
    }

    /// <summary>
    /// Words of this item died: every card that shows it is brought up to date, not only the newest, and what could not be
    /// reached is tried again. In memory alone; whoever reads the story again says it again.
    /// </summary>
    internal void Forgotten(AllianceId alliance, Subject subject, Instant at)
    {
        if (at + EngineLimits.ForgottenFor < clock.GetCurrentInstant()) return;
        lock (gate) forgotten[(alliance, subject)] = at + EngineLimits.ForgottenFor;
        Changed(alliance, subject, at);
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
        Instant? until;
        lock (gate) until = forgotten.TryGetValue((id, subject), out var end) ? end : null;
        if (until is null)
        {
            await RefreshAsync(id, subject, died: false, ct);
            foreach (var digest in DigestViews.With((await mailboxes.FindAsync(id, ct)).Durable, subject)) await RefreshAsync(id, digest, died: false, ct);
            return;
        }

        var later = 0;
        foreach (var one in WithItsWords((await mailboxes.FindAsync(id, ct)).Durable, subject)) later += await RefreshAsync(id, one, died: true, ct);
        var again = clock.GetCurrentInstant() + EngineLimits.ForgottenAgain;
        if (later > 0 && again < until) Changed(id, subject, again);
        else lock (gate) forgotten.Remove((id, subject));
    }

    /// <summary>What is said with a promise stands on the cards of its check-ins and in digests too.</summary>
    private static IEnumerable<Subject> WithItsWords(Alliance alliance, Subject subject) => subject.Kind != SubjectKind.Commitment
        ? [subject]
        : [subject, .. alliance.CheckIns.Where(one => one.Commitment == new CommitmentId(subject.Id)).Select(static one => (Subject)one.Id), .. DigestViews.With(alliance, subject)];

    /// <returns>How many cards could not be brought up to date now, and may be later.</returns>
    private async Task<int> RefreshAsync(AllianceId id, Subject subject, bool died, CancellationToken ct)
    {
        var rows = await shown.OfAsync(id, subject.ToString(), null, died ? EngineLimits.ForgottenCards : EngineLimits.RefreshedCards, ct);
        if (rows.Count == 0) return 0;
        var alliance = (await mailboxes.FindAsync(id, ct)).Durable;
        if (Revisions.Of(alliance, subject) is not { } current) return 0;
        var later = 0;
        foreach (var row in rows.Where(row => row.Message.Length > 0 && row.Revision < current))
        {
            if (!await RefreshAsync(alliance, subject, row, died ? current : null, ct)) later++;
        }

        return later;
    }

    /// <param name="died">The revision at which words of it are gone; null for an ordinary change.</param>
    /// <returns>False when it may be done later.</returns>
    private async Task<bool> RefreshAsync(Alliance alliance, Subject subject, ShownRow row, int? died, CancellationToken ct)
    {
        var person = alliance.People.Find(new(row.Reader));
        var address = person is not null
            ? await directory.AddressAsync(person.Id, ct)
            : await directory.PlaceAddressAsync(directory.Hash("place", row.Reader), ct);
        if (address?.Key != row.Conversation || !channels.TryGetValue(address.Channel, out var channel)) return true;
        Reader reader = person is not null ? new PersonReader(person.Id) : PlaceReader.Any;
        var context = new PresentContext(clock.GetCurrentInstant(), row.Revision, chance.NewId(), settings.ShowsNames ? person?.Name.Text : null) { WordsDied = died is not null };
        if (presenter.Refresh(alliance, subject, row.View, reader, context) is not { } presented) return true;
        var sending = await channel.UpdateAsync(address, row.Message, presented.Message, ct);
        if (sending.Fate != SendFate.Done) return sending.Fate is not (SendFate.Throttled or SendFate.Unsent or SendFate.Unknown);
        meters.Refreshed.Add(1);
        shown.Add(row with { Revision = died ?? presented.Revision, View = presented.View, At = clock.GetCurrentInstant() });
        return true;
    }
}
