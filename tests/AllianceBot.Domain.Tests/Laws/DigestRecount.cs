using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// A second opinion on digests, from the stored events alone: each one is put together again from what happened before it,
/// without the fold, the ledger, the table of rights or the digest's own functions, and every number and every line of the
/// two must be the same; and each reader's weeks follow one another, each once.
/// </summary>
/// <param name="name">Whose story, for what is said.</param>
internal sealed partial class DigestRecount(string name)
{
    private const int DaysOfWeek = 7;
    private const int MostDays = 28;
    private const int MostLines = 12;
    private const int MostNeeds = 3;
    private const int MostThanks = 3;

    private readonly Recount figures = new([]);
    private readonly Dictionary<CommitmentId, DigestTold> told = [];
    private readonly Dictionary<PartnerId, int?> budgets = [];
    private readonly HashSet<PersonId> notReached = [];
    private readonly List<ThanksGiven> thanks = [];
    private readonly List<StoryShown> stories = [];
    private readonly Dictionary<PersonId, LocalDate> last = [];
    private readonly Dictionary<PersonId, LocalDate> ends = [];
    private readonly HashSet<PersonId> owed = [];
    private readonly Dictionary<PersonId, DigestWish> wishes = [];
    private readonly SortedDictionary<string, int> seen = new(StringComparer.Ordinal);
    private readonly List<string> broken = [];
    private DigestIndicatorRecount? indicators;
    private DigestCaseRecount? cases;
    private DigestDecisionRecount? decisions;

    /// <summary>Digests that were put together again.</summary>
    public int Digests { get; private set; }

    /// <summary>How often each figure said something, by its name: what never does is not tested by this.</summary>
    public IReadOnlyDictionary<string, int> Seen => seen;

    public IReadOnlyList<string> Broken => broken;

    private RecountPeople People => figures.People;

    private DigestIndicatorRecount Indicators => indicators ??= new(People);

    private DigestCaseRecount Cases => cases ??= new(People);

    private DigestDecisionRecount Decisions => decisions ??= new(People, Cases);

    public void Read(IEnumerable<AllianceEvent> stream)
    {
        foreach (var happened in stream) Take(happened);
    }

    /// <summary>Where the clock strikes on time, who reads one has had every week up to the last one whose seven days are over.</summary>
    public void Weeks(Alliance alliance, Instant now)
    {
        foreach (var book in alliance.Digests.Where(static book => book is { Since: not null, Wish.Off: false }))
        {
            if (now - book.Since!.Value < Duration.FromDays(15)) continue;
            var week = last.GetValueOrDefault(book.Reader);
            if (now.InUtc().Date.PlusDays(-15) > week) broken.Add($"{name}: {book.Reader} has no digest and no reason since the week of {week}");
        }
    }

    /// <summary>What is shown of the newest ones is what is stored, as far as it is not done meanwhile.</summary>
    public void Cards(Alliance alliance, Instant now)
    {
        foreach (var book in alliance.Digests.Where(static book => book.Issues.Count > 0)) Shown(alliance, book, now);
    }

    private void Take(AllianceEvent happened)
    {
        switch (happened)
        {
            case PartnerBudgetSet set: budgets[set.Partner] = set.Hours; break;
            case PersonNotReached lost: notReached.Add(lost.Person); break;
            case PersonReachedAgain found: notReached.Remove(found.Person); break;
            case PersonLeft left:
                notReached.Remove(left.Person);
                owed.Remove(left.Person);
                break;
            case ThanksGiven given: thanks.Add(given); break;
            case StoryShown shown: stories.Add(shown); break;
            case IndicatorEvent indicator: Indicators.Take(indicator); break;
            case CaseEvent one: Cases.Take(one); break;
            case DecisionEvent decision: Decisions.Take(decision); break;
            case CommitmentEvent promise: Of(promise.Commitment).Take(promise); break;
            case CheckInEvent checkIn: Of(checkIn.Commitment).Take(checkIn); break;
            case ForgettingEvent { Item.Kind: SubjectKind.Commitment } gone: Of(new(gone.Item.Id)).Take(gone); break;
            case DigestSettingsSet set:
                // Weeks in which it was off are owed to nobody.
                if (wishes.GetValueOrDefault(set.Reader) is { Off: true } && !set.Wish.Off) owed.Remove(set.Reader);
                wishes[set.Reader] = set.Wish;
                break;
            case RoleUnassigned { Role: Role.Manager or Role.Facilitator } role: owed.Remove(role.Person); break;
            case PartnerRemoved: owed.Clear(); break;
            case DigestSkipped skipped: Skip(skipped); break;
            case DigestMade made: Make(made); break;
        }

        figures.Take(happened);
    }

    private DigestTold Of(CommitmentId promise)
    {
        if (!told.TryGetValue(promise, out var one)) told[promise] = one = new(People);
        return one;
    }

    private void Skip(DigestSkipped skipped)
    {
        Cover(skipped.Reader, skipped.Week, skipped.Weeks);
        if (skipped.Why == WhySkipped.NothingToSay && !Expected(skipped.Reader, skipped.Week, skipped.At).Quiet)
        {
            broken.Add($"{name}: {skipped.Reader} was told nothing at {skipped.At} although there was something to say");
        }
    }

    private void Make(DigestMade made)
    {
        Cover(made.Reader, made.Issue.Week, 1);
        Digests++;
        if (made.Issue.Quiet && wishes.GetValueOrDefault(made.Reader)?.WhenNothing == WhenNothing.Nothing)
        {
            broken.Add($"{name}: {made.Reader} wants none when there is nothing to say, and got one at {made.At}");
        }

        Compare(made, Expected(made.Reader, made.Issue.Week, made.At));
        ends[made.Reader] = made.Issue.Until;
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

    /// <summary>The digest of a week as what happened up to now makes it: from where the last one ended up to yesterday.</summary>
    private DigestIssue Expected(PersonId reader, LocalDate week, Instant at)
    {
        var today = People.Date(at);
        var until = today.PlusDays(-1);
        var from = LocalDate.Max(ends.TryGetValue(reader, out var before) ? before.PlusDays(1) : today.PlusDays(-DaysOfWeek), today.PlusDays(-MostDays));
        var days = People.Days(from, until);
        var results = Results(reader, days);
        var needs = Needs(reader, at).ToList();
        var issue = new DigestIssue(week, from, until)
        {
            Cover = wishes.GetValueOrDefault(reader)?.DuringLeave is null or DuringLeave.Cover ? People.CoverAt(reader, at) : null,
            Story = stories.Where(one => days.Contains(one.At) && !People.Observes(reader)).OrderByDescending(static one => one.At)
                .ThenBy(static one => one.Story.Value, StringComparer.Ordinal).Select(static one => (StoryId?)one.Story).FirstOrDefault(),
            Results = results.Take(MostLines).ToValueList(),
            ResultCount = results.Count,
            Needs = needs.OrderBy(static one => one.By).ThenBy(static one => one.Rank).Take(MostNeeds).Select(static one => one.Item).ToValueList(),
            NeedCount = needs.Count,
            Decisions = Decisions.WaitingFor(reader, at).Select(static one => one.Decision).ToValueList(),
            Indicators = Indicators.Due(reader).ToValueList(),
            Progress = Indicators.Reported(days).ToValueList(),
            Thanks = thanks.Where(one => days.Contains(one.At) && Reads(reader, one)).Reverse().Take(MostThanks).Select(static one => one.Thanks).ToValueList(),
            Cases = Cases.Of(reader).ToValueList(),
            Parts = People.Managed(reader).Select(partner => Part(reader, partner, at, from, until)).ToValueList(),
            Overview = People.Holds(reader, Role.Facilitator) ? Overview(reader, at) : null,
        };
        return issue with { Quiet = IsQuiet(issue) };
    }

    /// <summary>Whether there is nothing that anybody would want to read: open promises alone are not.</summary>
    private static bool IsQuiet(DigestIssue issue)
    {
        if (issue.ResultCount + issue.NeedCount + issue.Decisions.Count + issue.Indicators.Count + issue.Progress.Count > 0) return false;
        if (issue.Thanks.Count + issue.Cases.Count > 0 || issue.Story is not null) return false;
        if (issue.Parts.Any(static part => part.Groups.Count > 0 || part.Figures.Any(static one => one.Figure != LedgerFigure.Open))) return false;
        if (issue.Overview is not { } all) return true;
        var isHeavy = all.Ceiling is { } ceiling && (all.TopPerson > ceiling || all.TopPartner > ceiling);
        return all.Silent.Count + all.UnansweredCount + all.NotReached + all.CasesEnding == 0 && !isHeavy;
    }

    private void Compare(DigestMade made, DigestIssue counted)
    {
        var said = made.Issue;
        Same(made, "days", $"{counted.From} to {counted.Until}", $"{said.From} to {said.Until}");
        Same(made, "cover", $"{counted.Cover}", $"{said.Cover}");
        Same(made, "story", $"{counted.Story}", $"{said.Story}");
        Same(made, "results", counted.ResultCount, said.ResultCount);
        Same(made, "lines of results", Joined(counted.Results), Joined(said.Results));
        Same(made, "decisions", Joined(counted.Decisions), Joined(said.Decisions));
        Same(made, "numbers asked for", Joined(counted.Indicators), Joined(said.Indicators));
        Same(made, "numbers that came in", Joined(counted.Progress), Joined(said.Progress));
        Same(made, "thanks", Joined(counted.Thanks), Joined(said.Thanks));
        Same(made, "cases", Joined(counted.Cases), Joined(said.Cases));
        Same(made, "partners", Joined(counted.Parts.Select(static part => part.Partner)), Joined(said.Parts.Select(static part => part.Partner)));
        foreach (var (part, again) in said.Parts.Zip(counted.Parts)) Compare(made, again, part);
        Compare(made, Needs(made.Reader, made.At).ToList());
        if (counted.Overview is { } all && said.Overview is { } overview) Compare(made, all, overview);
        else Same(made, "overview", counted.Overview is null, said.Overview is null);
        Same(made, "nothing to say", counted.Quiet, said.Quiet);
        Saw("something to say", !said.Quiet);
        Saw("nothing to say", said.Quiet);
        Saw("cases own", said.Cases.Any(static one => one.Own));
        Saw("cases all", said.Cases.Any(static one => !one.Own));
        Saw("numbers at their target", said.Progress.Any(static one => one.Reached));
    }

    private static string Joined<T>(IEnumerable<T> items) => string.Join(' ', items);

    private void Same<T>(DigestMade made, string what, T counted, T said, PartnerId? of = null)
    {
        if (typeof(T) != typeof(bool)) Saw(what, said is not (0 or "" or null));
        if (!EqualityComparer<T>.Default.Equals(counted, said)) broken.Add($"{name}: the digest of {made.Reader} at {made.At} says {said} ({what} {of}), and it is {counted}");
    }

    private void Saw(string what, bool something) => seen[what] = seen.GetValueOrDefault(what) + (something ? 1 : 0);
}
