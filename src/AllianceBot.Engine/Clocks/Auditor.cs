using System.Text;
using AllianceBot.Domain;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AllianceBot.Engine;

/// <summary>
/// Looks after the clock: an item whose next step lies in the past for longer than a grace was forgotten, whatever the
/// cause. It is counted, logged, told to the facilitators once, and put before the clock again.
/// </summary>
public sealed class Auditor
{
    private const string Told = "audit";

    private readonly IAllianceStore store;
    private readonly Mailboxes mailboxes;
    private readonly Committer committer;
    private readonly EngineClock striking;
    private readonly IClock clock;
    private readonly ILogger log;

    internal Auditor(IAllianceStore store, Mailboxes mailboxes, Committer committer, EngineClock striking, IClock clock, ILogger log)
    {
        (this.store, this.mailboxes, this.committer) = (store, mailboxes, committer);
        (this.striking, this.clock, this.log) = (striking, clock, log);
    }

    /// <summary>Items whose next step lay in the past when it was last looked, and alliances that could not be read.</summary>
    public int Overdue { get; private set; }

    /// <summary>Looks at the alliances in memory and at those whose time the store says is long past.</summary>
    public async Task AuditAsync(CancellationToken ct)
    {
        // After an outage much is late until the clock has come round; what it left behind when it rested was forgotten.
        if (striking.AtRest is not { } rest) return;
        var late = rest - EngineLimits.AuditGrace;
        var suspects = mailboxes.InMemory().Where(alliance => alliance.NextDue <= late).ToDictionary(static alliance => alliance.Id);
        var overdue = 0;
        foreach (var due in await store.DueAsync(late, EngineLimits.Strikes, ct))
        {
            if (suspects.ContainsKey(due.Alliance)) continue;
            if (await FindAsync(due.Alliance, ct) is { } alliance) suspects.Add(due.Alliance, alliance);
            else overdue++;
        }

        foreach (var alliance in suspects.Values.OrderBy(static one => one.Id.Value, StringComparer.Ordinal))
        {
            var items = alliance.Due.DueAt(late, EngineLimits.AuditedItems).ToList();
            overdue += items.Count;
            foreach (var item in items) await ReportAsync(alliance, item);
            await committer.CommitAsync(new Append(alliance.Id, alliance.Version) { NextDue = alliance.NextDue });
        }

        Overdue = overdue;
    }

    private async ValueTask<Alliance?> FindAsync(AllianceId alliance, CancellationToken ct)
    {
        try
        {
            return (await mailboxes.FindAsync(alliance, ct)).Durable;
        }
        catch (BusyException)
        {
            // That it cannot be read was logged where it arose.
            return null;
        }
    }

    /// <summary>Told once for each step, also after a restart: the step takes a key in the directory.</summary>
    private async Task ReportAsync(Alliance alliance, Subject item)
    {
        var (now, step) = (clock.GetCurrentInstant(), alliance.Due.Of(item)!.Value);
        var key = new DirectoryKey(Told, $"{alliance.Id}|{item}|{step.ToUnixTimeTicks()}");
        // A check-in that is not open yet is shown to nobody; its promise is.
        var about = item.Kind == SubjectKind.CheckIn && alliance.CheckIns.Find(new(item.Id)) is { } checkIn ? (Subject)checkIn.Commitment : item;
        var told = new AddNotices(alliance.Id, Notices(alliance, about, now).Select(notice => new OutboxEntry(notice, alliance.Version, alliance.Version).ToRow()).ToList())
        {
            Directory = [new(key, Encoding.UTF8.GetBytes(now.ToString()), OnlyIfNew: true)],
        };
        if (await committer.CommitAsync(told) != CommitResult.Done) return;
        // A log says of nothing that only some may know, not even that it is there.
        if (Confidential.Is(item)) log.Overdue(alliance.Id.Value, SubjectKind.Alliance, alliance.Id.Value);
        else log.Overdue(alliance.Id.Value, item.Kind, item.Id);
    }

    /// <summary>To the facilitators; about what only some may know to those alone.</summary>
    private static IEnumerable<Notice> Notices(Alliance alliance, Subject about, Instant now) => Confidential.Is(about)
        ? Confidential.Readers(alliance, about).Select(person =>
            new Notice(Confidential.ItemOf(about), NoticeKinds.Overdue, Addressee.Person(person), now) { MayFallBack = false })
        : [new Notice(about, NoticeKinds.Overdue, new(AddresseeRole.Facilitators), now)];
}
