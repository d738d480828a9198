using AllianceBot.Domain;
using Microsoft.Extensions.Logging;

namespace AllianceBot.Engine;

/// <summary>
/// The alliances in memory: each loaded once however many ask for it, the least recently used one let go when they take
/// more memory than agreed.
/// </summary>
internal sealed class Mailboxes(IAllianceStore store, Committer committer, Func<AllianceId, Mailbox> make, long memory, ILogger log)
{
    private readonly Dictionary<AllianceId, Slot> loaded = [];
    private readonly HashSet<AllianceId> large = [];
    private readonly Lock gate = new();
    private long use;
    private long loads;

    public int Count
    {
        get
        {
            lock (gate) return loaded.Count;
        }
    }

    /// <summary>What they take, about.</summary>
    public long Bytes
    {
        get
        {
            lock (gate) return Sum();
        }
    }

    /// <summary>Items whose step went wrong.</summary>
    public int Parked
    {
        get
        {
            lock (gate) return loaded.Values.Sum(static slot => slot.Ready?.Durable.Parked.Count ?? 0);
        }
    }

    /// <summary>The durable states of the alliances in memory.</summary>
    public IReadOnlyList<Alliance> InMemory()
    {
        lock (gate) return [.. loaded.Values.Select(static slot => slot.Ready?.Durable).OfType<Alliance>()];
    }

    /// <summary>The mailbox of an alliance, loaded.</summary>
    /// <exception cref="BusyException">The store is away.</exception>
    public async ValueTask<Mailbox> FindAsync(AllianceId alliance, CancellationToken ct)
    {
        var slot = Find(alliance);
        var mailbox = slot.Ready ?? await WaitAsync(alliance, slot, ct);
        mailbox.LastUse = Interlocked.Increment(ref use);
        return mailbox;
    }

    /// <summary>Sends a command through its mailbox.</summary>
    /// <exception cref="BusyException">Too many wait, it waited too long, or the store is away: nothing was done.</exception>
    public async ValueTask<Decided> AskAsync(
        AllianceId alliance, Command command, PersonId by, AskEnvelope envelope, CancellationToken ct)
    {
        var mailbox = await EnterAsync(alliance, ct);
        var job = new AskJob(mailbox, command, by, envelope) { Since = committer.Stamp() };
        committer.Enqueue(job);
        return await job.Answer;
    }

    /// <summary>
    /// Lets go of the least recently used ones until the rest fits. Those in use stay. One that alone is near to what all may
    /// take is told of, once: soon every ask of another would send it out and have it read again.
    /// </summary>
    public void Trim()
    {
        lock (gate)
        {
            foreach (var mailbox in loaded.Values.Select(static slot => slot.Ready).OfType<Mailbox>())
            {
                if (mailbox.Bytes >= memory - (memory / 10) && large.Add(mailbox.Id)) log.Large(mailbox.Id.Value, mailbox.Bytes, memory);
            }

            var bytes = Sum();
            if (bytes <= memory) return;
            foreach (var mailbox in loaded.Values.Select(static slot => slot.Ready).OfType<Mailbox>().OrderBy(static one => one.LastUse).ToList())
            {
                if (!mailbox.IsIdle) continue;
                loaded.Remove(mailbox.Id);
                bytes -= mailbox.Bytes;
                if (bytes <= memory) return;
            }
        }
    }

    private long Sum() => loaded.Values.Sum(static slot => slot.Ready?.Bytes ?? 0);

    /// <summary>A mailbox that stays loaded until it is left: one that was let go in between would answer from an old state.</summary>
    private async ValueTask<Mailbox> EnterAsync(AllianceId alliance, CancellationToken ct)
    {
        while (true)
        {
            var mailbox = await FindAsync(alliance, ct);
            lock (gate)
            {
                if (!loaded.TryGetValue(alliance, out var slot) || slot.Ready != mailbox) continue;
                return mailbox.TryEnter()
                    ? mailbox
                    : throw new BusyException($"{EngineLimits.QueuedPerAlliance} asks wait for this alliance.");
            }
        }
    }

    private Slot Find(AllianceId alliance)
    {
        lock (gate)
        {
            if (loaded.TryGetValue(alliance, out var slot)) return slot;
            // Before the new one comes in, so that it is not the one to go.
            if (++loads % EngineLimits.LoadsPerTrim == 0) Trim();
            slot = new();
            loaded.Add(alliance, slot);
            slot.Loading = LoadAsync(alliance, slot);
            return slot;
        }
    }

    private async Task<Mailbox> LoadAsync(AllianceId alliance, Slot slot)
    {
        var stream = await store.LoadAsync(alliance, CancellationToken.None);
        var mailbox = make(alliance);
        mailbox.Load(stream);
        slot.Ready = mailbox;
        return mailbox;
    }

    private async ValueTask<Mailbox> WaitAsync(AllianceId alliance, Slot slot, CancellationToken ct)
    {
        try
        {
            return await slot.Loading.WaitAsync(ct);
        }
        catch (Exception fault) when (fault is StoreException or InvalidDataException)
        {
            lock (gate)
            {
                if (loaded.TryGetValue(alliance, out var same) && same == slot) loaded.Remove(alliance);
            }

            log.LoadFailed(alliance.Value, fault);
            throw new BusyException("The alliance could not be read.", fault);
        }
    }

    private sealed class Slot
    {
        public volatile Mailbox? Ready;

        public Task<Mailbox> Loading { get; set; } = null!;
    }
}
