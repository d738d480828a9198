using System.Diagnostics.Metrics;

namespace AllianceBot.Engine;

/// <summary>What the engine counts. Numbers only: no id and no text of a person or an alliance.</summary>
public sealed class EngineMeters : IDisposable
{
    /// <summary>The meter's name, by which a host finds it.</summary>
    public const string Name = "AllianceBot.Engine";

    private readonly Meter meter = new(Name);

    public EngineMeters()
    {
        Asks = Counter("alliancebot.asks", "Commands sent through mailboxes");
        Refusals = Counter("alliancebot.refusals", "Commands that a rule said no to");
        Duplicates = Counter("alliancebot.asks.duplicate", "Asks recognised as one that came before");
        Busy = Counter("alliancebot.asks.busy", "Asks turned away, with nothing done");
        Expired = Counter("alliancebot.asks.expired", "Asks dropped because they waited too long");
        Bugs = Counter("alliancebot.bugs", "Asks, strikes and deliveries that failed by a mistake of ours");
        Conflicts = Counter("alliancebot.conflicts", "Works another node was faster with");
        Reloads = Counter("alliancebot.reloads", "Streams read again after a conflict or a fault");
        CommitFaults = Counter("alliancebot.commit.faults", "Groups that could not be made durable");
        Commits = Counter("alliancebot.commits", "Groups made durable");
        Works = Counter("alliancebot.commit.works", "Works made durable");
        CommitTime = meter.CreateHistogram<double>("alliancebot.commit.time", "s", "How long a group took");
        Strikes = Counter("alliancebot.strikes", "Alliances whose time had come");
        Pushed = Counter("alliancebot.strikes.pushed", "Strikes after which the next due instant did not move on");
        Deliveries = Counter("alliancebot.deliveries", "Notices by how their delivery ended");
        Refreshed = Counter("alliancebot.cards.refreshed", "Stale cards brought up to date");
    }

    public Counter<long> Asks { get; }

    public Counter<long> Refusals { get; }

    public Counter<long> Duplicates { get; }

    public Counter<long> Busy { get; }

    public Counter<long> Expired { get; }

    public Counter<long> Bugs { get; }

    public Counter<long> Conflicts { get; }

    public Counter<long> Reloads { get; }

    public Counter<long> CommitFaults { get; }

    public Counter<long> Commits { get; }

    public Counter<long> Works { get; }

    public Histogram<double> CommitTime { get; }

    public Counter<long> Strikes { get; }

    public Counter<long> Pushed { get; }

    public Counter<long> Deliveries { get; }

    public Counter<long> Refreshed { get; }

    /// <summary>A figure that is asked for when somebody looks.</summary>
    public void Gauge(string name, string what, Func<double> value) => meter.CreateObservableGauge(name, value, null, what);

    /// <summary>A figure for each of several kinds.</summary>
    public void Gauge(string name, string what, string tag, Func<IEnumerable<(string Kind, double Value)>> values) =>
        meter.CreateObservableGauge(
            name, () => values().Select(one => new Measurement<double>(one.Value, new KeyValuePair<string, object?>(tag, one.Kind))), null, what);

    public void Dispose() => meter.Dispose();

    internal void Committed(int works, TimeSpan took)
    {
        Commits.Add(1);
        Works.Add(works);
        CommitTime.Record(took.TotalSeconds);
    }

    internal void Delivered(OutboxState how) => Deliveries.Add(1, new KeyValuePair<string, object?>("how", how.ToString()));

    private Counter<long> Counter(string name, string what) => meter.CreateCounter<long>(name, null, what);
}
