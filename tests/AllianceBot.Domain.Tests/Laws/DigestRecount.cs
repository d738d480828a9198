using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// A second opinion on digests, from the stored events alone: what each one counts is counted again from what happened before
/// it, without the fold, the ledger or the digest's own functions; and each reader's weeks follow one another, each once.
/// </summary>
/// <param name="name">Whose story, for what is said.</param>
/// <param name="begun">The zone that the alliance began in.</param>
internal sealed class DigestRecount(string name, string begun)
{
    private const int DaysOfWeek = 7;
    private const int FewestShares = 5;
    private const int MostThanks = 3;

    private readonly Recount figures = new([]);
    private readonly DigestIndicatorRecount indicators = new();
    private readonly Dictionary<CommitmentId, DigestTold> told = [];
    private readonly Dictionary<PartnerId, int?> budgets = [];
    private readonly HashSet<PersonId> notReached = [];
    private readonly List<Instant> thanks = [];
    private readonly List<(Instant At, StoryId Story)> stories = [];
    private readonly Dictionary<PersonId, LocalDate> last = [];
    private readonly HashSet<PersonId> owed = [];
    private readonly HashSet<PersonId> off = [];
    private readonly List<string> broken = [];
    private string zone = begun;

    /// <summary>Digests that were counted again.</summary>
    public int Digests { get; private set; }

    /// <summary>Numbers of them that were more than nought.</summary>
    public int Numbers { get; private set; }

    public IReadOnlyList<string> Broken => broken;

    public void Read(IEnumerable<AllianceEvent> stream)
    {
        foreach (var happened in stream) Take(happened);
    }

    /// <summary>Who reads one has had every week up to the last one whose seven days are over.</summary>
    public void End(Alliance alliance, Instant now)
    {
        foreach (var book in alliance.Digests.Where(static book => book is { Since: not null, Wish.Off: false }))
        {
            if (now - book.Since!.Value < Duration.FromDays(15)) continue;
            var week = last.GetValueOrDefault(book.Reader);
            if (now.InUtc().Date.PlusDays(-15) > week) broken.Add($"{name}: {book.Reader} has no digest and no reason since the week of {week}");
        }
    }

    private void Take(AllianceEvent happened)
    {
        switch (happened)
        {
            case ZoneSet set: zone = set.Zone; break;
            case PartnerBudgetSet set: budgets[set.Partner] = set.Hours; break;
            case PersonNotReached lost: notReached.Add(lost.Person); break;
            case PersonReachedAgain found: notReached.Remove(found.Person); break;
            case PersonLeft left:
                notReached.Remove(left.Person);
                owed.Remove(left.Person);
                break;
            case ThanksGiven given: thanks.Add(given.At); break;
            case StoryShown shown: stories.Add((shown.At, shown.Story)); break;
            case IndicatorEvent indicator: indicators.Take(indicator); break;
            case CommitmentEvent promise: Of(promise.Commitment).Take(promise); break;
            case CheckInEvent checkIn: Of(checkIn.Commitment).Take(checkIn); break;
            case DigestSettingsSet set when set.Wish.Off: off.Add(set.Reader); break;
            case DigestSettingsSet set:
                // Weeks in which it was off are owed to nobody.
                if (off.Remove(set.Reader)) owed.Remove(set.Reader);
                break;
            case RoleUnassigned { Role: Role.Manager or Role.Facilitator } role: owed.Remove(role.Person); break;
            case PartnerRemoved: owed.Clear(); break;
            case DigestSkipped skipped: Cover(skipped.Reader, skipped.Week, skipped.Weeks); break;
            case DigestMade made:
                Cover(made.Reader, made.Issue.Week, 1);
                Count(made);
                break;
        }

        figures.Take(happened);
    }

    private DigestTold Of(CommitmentId promise)
    {
        if (!told.TryGetValue(promise, out var one)) told[promise] = one = new();
        return one;
    }

    private void Cover(PersonId reader, LocalDate week, int weeks)
    {
        if (week.DayOfWeek != IsoDayOfWeek.Monday || weeks < 1) broken.Add($"{name}: {reader} has a week that begins on {week}");
        // Each week once, whatever comes between; and none left out while the reader was one all the time.
        if (last.TryGetValue(reader, out var before) && (week <= before || (owed.Contains(reader) && week != before.PlusDays(DaysOfWeek))))
        {
            broken.Add($"{name}: {reader} has the week of {week} after that of {before}");
        }

        last[reader] = week.PlusDays(DaysOfWeek * (weeks - 1));
        owed.Add(reader);
    }

    private void Count(DigestMade made)
    {
        Digests++;
        var issue = made.Issue;
        foreach (var part in issue.Parts)
        {
            Ledger(made, part);
            Groups(made, part);
            Load(made, part);
        }

        bool In(Instant at) => DateOf(at) is var day && issue.From <= day && day <= issue.Until;
        var managed = issue.Parts.Select(static part => part.Partner).ToList();
        Same(made, "numbers asked for", Joined(indicators.Due(made.Reader, managed, issue.Overview is not null)), Joined(issue.Indicators));
        Same(made, "numbers that came in", Joined(indicators.Reported(In)), Joined(issue.Progress.Select(static one => (one.Indicator, one.Value, one.On))));
        Same(made, "the story", stories.Where(one => In(one.At)).OrderByDescending(static one => one.At).ThenBy(static one => one.Story.Value, StringComparer.Ordinal)
            .Select(static one => (StoryId?)one.Story).FirstOrDefault(), issue.Story);
        if (issue.Overview is not { } overview) return;
        // A facilitator sees all of it; what a manager may not see has an oracle of its own.
        var days = new LedgerPeriod(issue.From, issue.Until);
        Same(made, "results", figures.Behind(LedgerFigure.KeptOnTime, null, days, made.At).Count() + figures.Behind(LedgerFigure.KeptLate, null, days, made.At).Count(), issue.ResultCount);
        Same(made, "thanks", Math.Min(MostThanks, thanks.Count(In)), issue.Thanks.Count);
        Overview(made, overview);
    }

    /// <summary>Every figure of the ledger over the digest's days, and of each week that it draws.</summary>
    private void Ledger(DigestMade made, DigestPart part)
    {
        int Behind(LedgerFigure figure, LedgerPeriod period) => figures.Behind(figure, part.Partner, period, made.At).Count();
        foreach (var figure in LedgerFigureKinds.All.Where(static figure => !figure.IsOfCheckIns))
        {
            Same(made, $"{figure}", Behind(figure, new(made.Issue.From, made.Issue.Until)), part.Figures.FirstOrDefault(one => one.Figure == figure)?.Count ?? 0);
        }

        foreach (var week in part.Weeks)
        {
            var days = new LedgerPeriod(week.Week, week.Week.PlusDays(DaysOfWeek - 1));
            Same(made, $"kept in the week of {week.Week}", Behind(LedgerFigure.KeptOnTime, days) + Behind(LedgerFigure.KeptLate, days), week.Kept);
            Same(made, $"renegotiated in the week of {week.Week}", Behind(LedgerFigure.RenegotiatedInTime, days) + Behind(LedgerFigure.RenegotiatedLate, days), week.Renegotiated);
        }
    }

    private void Groups(DigestMade made, DigestPart part)
    {
        var today = DateOf(made.At);
        var late = figures.Behind(LedgerFigure.Overdue, part.Partner, new(null, today), made.At).ToHashSet(StringComparer.Ordinal);
        var open = figures.Promises.Where(one => one.Value is { IsOwed: true, Repeats: false } && one.Value.Terms.DoerPartner == part.Partner).ToList();
        var ahead = open.FindAll(one => !late.Contains(one.Key.Value));
        Group(DigestGroupKind.Delivered, part.Figures.Where(static one => one.Figure is LedgerFigure.KeptOnTime or LedgerFigure.KeptLate).Sum(static one => one.Count));
        Group(DigestGroupKind.Overdue, late.Count);
        Group(DigestGroupKind.AtRisk, ahead.Count(one => told[one.Key].Risk));
        Group(DigestGroupKind.DueNext, ahead.Count(one => !told[one.Key].Risk && today <= one.Value.Terms.Due && one.Value.Terms.Due < today.PlusDays(DaysOfWeek)));
        Group(DigestGroupKind.Unanswered, open.Count(one => figures.CheckIns.MissedInRow(one.Key) >= 2));
        Group(DigestGroupKind.PromisedToUs, figures.Promises.Values.Count(one => one is { Agreed: true, Repeats: false, Ended: false }
            && one.Terms.ReceiverPartner == part.Partner && one.Terms.DoerPartner != part.Partner));
        Group(DigestGroupKind.WaitsForUs, figures.Promises.Count(one => !one.Value.Repeats && told[one.Key].Awaited is { } side
            && (side == Side.Doer ? one.Value.Terms.DoerPartner : one.Value.Terms.ReceiverPartner) == part.Partner));

        void Group(DigestGroupKind kind, int counted) => Same(made, $"{kind}", counted, part.Of(kind).Count);
    }

    /// <summary>Hours of this month; what repeats has hours on dates to come and is left to its own tests.</summary>
    private void Load(DigestMade made, DigestPart part)
    {
        if (part.Load is not { } load || figures.Promises.Values.Any(one => one.Repeats && one.Terms.DoerPartner == part.Partner)) return;
        var (today, hours, count, unknown) = (DateOf(made.At), 0, 0, 0);
        foreach (var (id, one) in figures.Promises.Where(one => one.Value.Agreed && one.Value.Terms.DoerPartner == part.Partner))
        {
            var (promise, isOwed) = (told[id], one.IsOwed);
            var day = isOwed ? LocalDate.Max(one.Terms.Due, today) : DateOf(promise.ReportedAt ?? promise.EndedAt);
            if (day.ToYearMonth() != today.ToYearMonth()) continue;
            if (!isOwed && promise.Hours is null && !promise.Kept && promise.Ended) continue;
            count++;
            if ((isOwed ? promise.Estimate : promise.Hours ?? promise.Estimate) is { } some) hours += some;
            else unknown++;
        }

        Same(made, "hours of the month", $"{hours} {count} {unknown} {budgets.GetValueOrDefault(part.Partner)}", $"{load.Hours} {load.Count} {load.Unknown} {load.Budget}");
    }

    private void Overview(DigestMade made, DigestOverview overview)
    {
        Same(made, "reminded without an answer", figures.Promises.Count(one => told[one.Key].IsUnconfirmed
            || (one.Value is { IsOwed: true, Repeats: false } && figures.CheckIns.MissedInRow(one.Key) >= 2)), overview.UnansweredCount);
        Same(made, "not reached", notReached.Count, overview.NotReached);
        var open = figures.Promises.Where(static one => one.Value is { Agreed: true, Ended: false, Repeats: false }).ToList();
        if (open.Count < FewestShares)
        {
            Same(made, "shares", "none", overview.TopPerson is null && overview.TopPartner is null ? "none" : "some");
            return;
        }

        var known = open.Select(one => told[one.Key].Estimate).OfType<int>().ToList();
        // What nobody estimated counts as much as the others do on average.
        var usual = known.Count == 0 ? 1 : Math.Max(1, (known.Sum() + (known.Count / 2)) / known.Count);
        var all = open.Sum(Weight);
        int Share(int part) => (int)Math.Round(100.0 * part / all, MidpointRounding.AwayFromZero);
        Same(made, "greatest share of one organisation", Share(open.GroupBy(static one => one.Value.Terms.DoerPartner).Max(group => group.Sum(Weight))), overview.TopPartner ?? 0);
        Same(made, "greatest share of one person", Share(open.Where(static one => one.Value.Terms.Doer is not null)
            .GroupBy(static one => one.Value.Terms.Doer).Select(group => group.Sum(Weight)).DefaultIfEmpty().Max()), overview.TopPerson ?? 0);

        int Weight(KeyValuePair<CommitmentId, Recount.Told> one) => told[one.Key].Estimate ?? usual;
    }

    private static string Joined<T>(IEnumerable<T> items) => string.Join(' ', items);

    private void Same<T>(DigestMade made, string what, T counted, T said)
    {
        if (said is > 0) Numbers++;
        if (!EqualityComparer<T>.Default.Equals(counted, said)) broken.Add($"{name}: the digest of {made.Reader} at {made.At} says {said} {what}, and it is {counted}");
    }

    private LocalDate DateOf(Instant at) => at.InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
}
