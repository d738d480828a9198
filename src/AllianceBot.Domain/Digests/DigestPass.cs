using System.Runtime.CompilerServices;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// What the digests of one alliance at one instant share, worked out once for all their readers: promises by partner, the
/// ledger's figures by days. It is worked out anew as soon as anything it was made from is another.
/// </summary>
internal sealed class DigestPass
{
    private const int WeeksShown = 8;
    private const int DaysOfWeek = 7;

    private static readonly ConditionalWeakTable<Items<CommitmentId, Commitment>, DigestPass> Latest = [];

    private readonly Dictionary<PartnerId, List<Commitment>> byPartner = [];
    private readonly Dictionary<(PartnerId, LedgerPeriod), LedgerFigures> figures = [];
    private readonly Dictionary<(PartnerId, LocalDate), ValueList<DigestWeek>> weeks = [];
    private readonly Lock gate = new();
    private readonly Alliance alliance;
    private readonly Instant at;
    private readonly Dictionary<(PersonId, LocalDate), (DigestBook Book, DigestIssue Issue)> issues = [];
    private DigestOverview? overview;

    private DigestPass(Alliance alliance, Instant at)
    {
        (this.alliance, this.at) = (alliance, at);
        foreach (var promise in alliance.Commitments)
        {
            Add(promise.Terms.DoerPartner, promise);
            if (promise.Terms.ReceiverPartner != promise.Terms.DoerPartner) Add(promise.Terms.ReceiverPartner, promise);
            if (promise is { State: CommitmentState.Reported, Report.FirstAcceptedBy: not null } or { PendingEnding: not null }) Thirds.Add(promise);
            if (promise.State == CommitmentState.Kept) Kept.Add(promise);
        }

        Kept.Sort(static (one, other) => other.Ending!.At.CompareTo(one.Ending!.At) is var order and not 0
            ? order : string.CompareOrdinal(one.Id.Value, other.Id.Value));
    }

    /// <summary>All kept promises, the newest first.</summary>
    public List<Commitment> Kept { get; } = [];

    /// <summary>Reports that wait for a third pair of eyes.</summary>
    public List<Commitment> Thirds { get; } = [];

    public static DigestPass Of(Alliance alliance, Instant at)
    {
        if (Latest.TryGetValue(alliance.Commitments, out var known) && known.Fits(alliance, at)) return known;
        var made = new DigestPass(alliance, at);
        Latest.AddOrUpdate(alliance.Commitments, made);
        return made;
    }

    /// <summary>
    /// The promises of which this partner is a side. A repeated one is among them beside its occurrences: it is in no figure, but
    /// what is asked about it waits as well.
    /// </summary>
    public IReadOnlyList<Commitment> Of(PartnerId partner) => byPartner.TryGetValue(partner, out var own) ? own : [];

    public LedgerFigures Figures(PartnerId partner, LedgerPeriod period)
    {
        lock (gate)
        {
            if (figures.TryGetValue((partner, period), out var known)) return known;
            return figures[(partner, period)] = Ledgers.Of(alliance, Of(partner), partner, period, at);
        }
    }

    /// <summary>The last weeks up to this day, the oldest first: the ledger's own pass over what can be in them.</summary>
    public ValueList<DigestWeek> Weeks(PartnerId partner, LocalDate until)
    {
        lock (gate)
        {
            if (weeks.TryGetValue((partner, until), out var known)) return known;
            var last = DigestTimes.MondayOf(until);
            var first = last.PlusDays(-DaysOfWeek * (WeeksShown - 1));
            var since = alliance.TimeZone.AtStartOfDay(first).ToInstant();
            var lately = Of(partner).Where(promise => promise.Terms.DoerPartner == partner && IsSince(promise, since)).ToList();
            return weeks[(partner, until)] = Enumerable.Range(0, WeeksShown).Select(week => Week(lately, first.PlusDays(DaysOfWeek * week))).ToValueList();
        }
    }

    /// <summary>The digest of a week as it would be made at this instant; made once, as many may want to know what it will say.</summary>
    public static DigestIssue Issue(Alliance alliance, DigestBook book, LocalDate week, Instant at)
    {
        var pass = Of(alliance, at);
        lock (pass.gate)
        {
            var key = (book.Reader, week);
            if (pass.issues.TryGetValue(key, out var known) && ReferenceEquals(known.Book, book)) return known.Issue;
        }

        var issue = DigestMaker.Make(alliance, book, week, at);
        lock (pass.gate) pass.issues[(book.Reader, week)] = (book, issue);
        return issue;
    }

    public DigestOverview Overview()
    {
        lock (gate) return overview ??= DigestOverviews.Of(alliance, this, at);
    }

    private DigestWeek Week(List<Commitment> lately, LocalDate monday)
    {
        var (pass, tally) = (new LedgerPass(alliance, new(monday, monday.PlusDays(DaysOfWeek - 1)), at), new LedgerTally());
        foreach (var promise in lately) pass.Enter(promise, tally, null);
        var figures = tally.Figures(default);
        return new(monday, figures.KeptOnTime + figures.KeptLate, figures.RenegotiatedInTime + figures.RenegotiatedLate);
    }

    /// <summary>Something that a week could count happened since then.</summary>
    private static bool IsSince(Commitment promise, Instant since)
    {
        if (promise.Ending is { } ending && ending.At >= since) return true;
        foreach (var agreed in promise.Agreements)
        {
            if (agreed.At >= since) return true;
        }

        return false;
    }

    private bool Fits(Alliance other, Instant when) => when == at
        && ReferenceEquals(other.CheckIns, alliance.CheckIns) && ReferenceEquals(other.Decisions, alliance.Decisions)
        && ReferenceEquals(other.Partners, alliance.Partners) && ReferenceEquals(other.People, alliance.People)
        && ReferenceEquals(other.Settings, alliance.Settings) && other.Roles == alliance.Roles && other.FundingTies == alliance.FundingTies
        && ReferenceEquals(other.Stories, alliance.Stories) && ReferenceEquals(other.Cases, alliance.Cases) && ReferenceEquals(other.Indicators, alliance.Indicators) && other.Thanks == alliance.Thanks && other.Zone == alliance.Zone && other.Workdays == alliance.Workdays;

    private void Add(PartnerId partner, Commitment promise)
    {
        if (byPartner.TryGetValue(partner, out var own)) own.Add(promise);
        else byPartner[partner] = [promise];
    }
}
