using AllianceBot.Domain;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>The world outside the engine, given by the host or by a simulation.</summary>
/// <param name="Store">Where everything lies.</param>
/// <param name="Presenter">Makes cards of views.</param>
/// <param name="Clock">The clock the bot lives by.</param>
/// <param name="Time">Real time, for time-outs and measuring.</param>
/// <param name="Chance">For keys, ids and jitter.</param>
/// <param name="Logger">The engine's log.</param>
public sealed record EngineParts(
    IAllianceStore Store, IPresent Presenter, IClock Clock, TimeProvider Time, Chance Chance, ILogger Logger);

/// <summary>
/// The engine put together: mailboxes with their committer, the clock, the outbox and the directory over one store. It does
/// nothing by itself; a host loops over the steps, a simulation takes them one by one.
/// </summary>
public sealed class AllianceEngine : IAlliances, IAfterwards, IDisposable
{
    private readonly Dictionary<string, IChannel> channels = new(StringComparer.Ordinal);
    private readonly EngineParts parts;
    private readonly EngineSettings settings;
    private readonly System.Security.Cryptography.AesGcm sealing;
    private readonly Mailboxes mailboxes;
    private readonly EngineDirectory directory;
    private readonly ShownCards cards;
    private readonly Importing importing;

    public AllianceEngine(EngineParts parts, EngineSettings settings)
    {
        (this.parts, this.settings) = (parts, settings);
        var (store, presenter, clock, time, chance, log) = parts;
        Meters = new();
        Committer = new(store, time, Meters, log) { WorksInline = settings.SingleThreaded };
        var keys = new Keys(store.Secret);
        sealing = Seal.Key(keys.Sealing);
        var addresses = new Addresses(sealing, chance);
        directory = new(store, Committer, keys, addresses);
        var rows = new NoticeRows(addresses);
        var writing = new Writing(chance, rows, this);
        importing = new(writing, Committer, directory);
        mailboxes = new(store, Committer, id => new(id, clock, writing, Meters), settings.Memory, log);
        cards = new(store, Committer, clock);
        var deliveries = new Deliveries(cards, Committer, mailboxes, directory, rows, presenter, channels, settings, chance, Meters, clock, log);
        Outbox = new(store, mailboxes, Committer, new(directory, rows), deliveries, Meters, clock, log);
        Refresher = new(cards, mailboxes, Committer, directory, presenter, channels, settings, chance, Meters, clock, log);
        EngineClock = new(store, mailboxes, Committer, chance, Meters, clock, log);
        Heart = new(store, Committer, clock, log);
        Auditor = new(store, mailboxes, Committer, EngineClock, clock, log);
        Tidier = new(store, Committer, clock);
        directory.Reachable += Outbox.Reachable;
        Committer.Noted = directory.Written;
        Gauges();
    }

    public Committer Committer { get; }

    public Outbox Outbox { get; }

    public Refresher Refresher { get; }

    /// <summary>The clock that strikes.</summary>
    public EngineClock EngineClock { get; }

    public Heart Heart { get; }

    public Auditor Auditor { get; }

    public Tidier Tidier { get; }

    public EngineMeters Meters { get; }

    /// <summary>Handles, addresses, places, codes.</summary>
    public IDirectory Directory => directory;

    /// <summary>What channels learn once.</summary>
    public IChannelMemory ChannelMemory => directory;

    public IClock Clock => parts.Clock;

    public EngineHealth Health => new(
        Committer.Queued,
        Committer.LastCommit,
        Heart.LastBeat,
        mailboxes.Count,
        mailboxes.Parked,
        EngineClock.Overdue,
        Outbox.UnderWay,
        Outbox.WaitingForAddress);

    /// <summary>Adds a way out to people; before <see cref="StartAsync"/>.</summary>
    public void Add(IChannel channel) => channels.Add(channel.Name, channel);

    /// <summary>Reads what must be known from the start. The committer must be stepped meanwhile, or run.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        await directory.StartAsync(ct);
        // The first beat comes last: until then a further start must find what this one still had to do.
        var alive = await Heart.LookAsync(ct);
        await Outbox.StartAsync(settings.Node, alive, ct);
        await Heart.BeatAsync();
    }

    public async ValueTask<Alliance?> FindAsync(AllianceId alliance, CancellationToken ct)
    {
        if (!Ids.IsValid(alliance)) return null;
        var found = (await mailboxes.FindAsync(alliance, ct)).Durable;
        return found.Version == 0 ? null : found;
    }

    public async ValueTask<Decided> AskAsync(
        AllianceId alliance, Command command, PersonId by, AskEnvelope envelope, CancellationToken ct)
    {
        Meters.Asks.Add(1);
        if (!Ids.IsValid(alliance)) return new(new() { Id = alliance }, Refusal.NotYours);
        try
        {
            var decided = await mailboxes.AskAsync(alliance, command, by, envelope, ct);
            if (decided.Refusal is not null) Meters.Refusals.Add(1);
            return decided;
        }
        catch (BusyException)
        {
            Meters.Busy.Add(1);
            throw;
        }
    }

    public async ValueTask<int?> SeenAsync(AllianceId alliance, Subject subject, PersonId person, CancellationToken ct) =>
        await cards.OfAsync(alliance, subject.ToString(), person.Value, 1, ct) is [var last, ..] ? last.Revision : null;

    public void Showed(ShownRow shown) => cards.Add(shown);

    /// <summary>Brings to the store what is written later: the last thing before the committer ends.</summary>
    public Task FinishAsync() => cards.KeepAsync(isLast: true);

    public async Task<PlaceMembers> MembersAsync(Address place, string page, CancellationToken ct)
    {
        if (!channels.TryGetValue(place.Channel, out var channel)) return PlaceMembers.None(new(SendFate.Unreachable, Reason: "no-channel"));
        using var limit = new CancellationTokenSource(EngineLimits.MembersWithin, parts.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return await channel.MembersAsync(place, page, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // A turn does not wait for a slow roster: it goes on without.
            return PlaceMembers.None(new(SendFate.Unknown, Reason: "late"));
        }
    }

    /// <summary>Lets go of alliances that nobody used lately, when they take more memory than agreed.</summary>
    public void Trim() => mailboxes.Trim();

    /// <summary>What the alliances in memory take, about.</summary>
    public long LoadedBytes => mailboxes.Bytes;

    /// <summary>Nobody knows any more where to write to this person: what is for them waits until they are seen again.</summary>
    public void Forget(PersonId person) => directory.Forget(person);

    /// <summary>Forgets where everybody can be written to, as in try mode, where after a start nobody is played yet.</summary>
    public async Task ForgetEverybodyAsync(CancellationToken ct)
    {
        await foreach (var entry in parts.Store.ListAsync(EngineDirectory.AddressKind, ct)) Forget(new(entry.Key.Id));
    }

    public string NewId() => parts.Chance.NewId();

    /// <summary>Takes in an alliance with a past that was decided elsewhere; its people are known by id, not yet by handles.</summary>
    /// <param name="past">The whole stream, stamped.</param>
    /// <param name="alongside">Directory entries that are written with it.</param>
    /// <returns>False when there is such an alliance already; nothing was written.</returns>
    /// <exception cref="StoreException">It could not be written.</exception>
    public Task<bool> ImportAsync(ValueList<AllianceEvent> past, IReadOnlyList<DirectoryChange> alongside) =>
        importing.ImportAsync(past, alongside);

    /// <summary>
    /// Walks the clock to a later instant: on to whatever is due next, that is done with all it causes, and on again.
    /// Only a <see cref="WalkingClock"/> can be walked. Where it stands is kept with the data.
    /// </summary>
    /// <returns>False when the time was over before it got there: it stands at an instant between, with all done up to it.</returns>
    /// <exception cref="InvalidOperationException">The clock is a real one.</exception>
    public async Task<bool> WalkAsync(Instant target, TimeSpan atMost, CancellationToken ct)
    {
        var start = parts.Time.GetTimestamp();
        var walking = parts.Clock as WalkingClock ?? throw new InvalidOperationException("This clock cannot be walked.");
        while (await NextAsync(ct) is { } next && next < target)
        {
            await StepToAsync(walking, Instant.Max(next, walking.GetCurrentInstant() + Duration.FromMilliseconds(1)), ct);
            if (parts.Time.GetElapsedTime(start) > atMost) return false;
        }

        await StepToAsync(walking, target, ct);
        return true;
    }

    /// <summary>The next instant at which anything is due or to be sent; null while nothing waits.</summary>
    public async Task<Instant?> NextAsync(CancellationToken ct) =>
        await parts.Store.NextAsync(ct) is { } next && next < EngineLimits.Unreached ? next : null;

    public void Dispose()
    {
        Committer.Dispose();
        Outbox.Dispose();
        Meters.Dispose();
        sealing.Dispose();
    }

    void IAfterwards.Written(Append append, IReadOnlyList<AllianceEvent> events, ShownRow? shown)
    {
        directory.Written(append.Directory);
        if (shown is not null) cards.Add(shown);
        var at = events[^1].At;
        var settled = at;
        var isDue = false;
        foreach (var notice in append.Notices)
        {
            if (notice.InTurn is not null) continue;
            isDue |= notice.NotBefore <= at;
            // What is told a day later, unless somebody looks before, must not keep an old card old that long.
            if (notice.NotBefore > at && (settled == at || notice.NotBefore < settled)) settled = notice.NotBefore;
        }

        // What is due later is found by looking now and then; looking at once would cost each turn two reads of the store.
        if (isDue) Outbox.Wake();
        foreach (var happened in events)
        {
            if (happened is CommitmentEvent of) Refresher.Changed(append.Of, of.Commitment, settled);
            else if (happened is CalendarEvent or ZoneSet or WorkdaysSet or PartnerWorkdaysSet or SettingsChanged) Outbox.Reopened(append.Of);
            else if (happened is CheckInEvent about) Refresher.Changed(append.Of, about.CheckIn, settled);
            else if (happened is ForgettingEvent forgotten) Refresher.Forgotten(append.Of, forgotten.Item, at);
            else if (happened is RoundEvent round) Refresher.Changed(append.Of, round.Round, settled);
            else if (happened is DecisionEvent decided) Refresher.Changed(append.Of, decided.Decision, settled);
            else if (happened is ProcessEvent process) Refresher.Changed(append.Of, process.Process, settled);
            else if (happened is ConcernEvent concern) Refresher.Changed(append.Of, concern.Concern, settled);
            else if (happened is CaseEvent one) Refresher.Changed(append.Of, one.Case, settled);
            else if (happened is StoryEvent story) Refresher.Changed(append.Of, story.Story, settled);
            else if (happened is IndicatorEvent indicator) Refresher.Changed(append.Of, indicator.Indicator, settled);
        }
    }

    void IAfterwards.Forgotten(AllianceId alliance, ForgettingEvent happened) => Refresher.Forgotten(alliance, happened.Item, happened.At);

    private void Gauges()
    {
        Meters.Gauge("alliancebot.committer.queued", "Jobs that wait for the committer", () => Committer.Queued);
        Meters.Gauge("alliancebot.alliances", "Alliances in memory", () => mailboxes.Count);
        Meters.Gauge("alliancebot.alliances.bytes", "What the alliances in memory take, about; Bot:Memory is how much they may", () => mailboxes.Bytes);
        Meters.Gauge("alliancebot.items.parked", "Items whose step went wrong, in the alliances in memory", () => mailboxes.Parked);
        Meters.Gauge("alliancebot.strikes.overdue", "Alliances with a step in the past after a strike", () => EngineClock.Overdue);
        Meters.Gauge("alliancebot.items.overdue", "Items whose next step lies in the past", () => Auditor.Overdue);
        Meters.Gauge("alliancebot.outbox.rows", "Rows of the outbox", "state", () => Tidier.Counts.Select(
            static one => (one.Key.ToString(), (double)one.Value)));
        Meters.Gauge("alliancebot.strikes.late", "Seconds by which the earliest step was late", () => EngineClock.OldestDue.TotalSeconds);
        Meters.Gauge("alliancebot.outbox.sending", "Conversations that something is being sent to", () => Outbox.UnderWay);
        Meters.Gauge("alliancebot.outbox.waiting", "Notices that wait for an address", () => Outbox.WaitingForAddress);
        Meters.Gauge("alliancebot.heartbeat", "The last durable heartbeat, in seconds since 1970", () => Heart.LastBeat?.ToUnixTimeSeconds() ?? 0);
    }

    private async Task StepToAsync(WalkingClock walking, Instant at, CancellationToken ct)
    {
        walking.To(at);
        await Committer.CommitAsync(new Note([EngineMemory.Write(EngineMemory.Offset, walking.Offset)], []));
        while (true)
        {
            var done = await EngineClock.StrikeAsync(EngineLimits.Strikes, ct);
            done += await Outbox.StepAsync(EngineLimits.Deliveries, ct);
            await Outbox.DrainAsync();
            if (done == 0) break;
        }

        await Refresher.StepAsync(int.MaxValue, ct);
    }
}
