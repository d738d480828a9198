using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// Makes a digest from the state as it would be at an instant: what is sent, and what people are shown beforehand, so that
/// both say the same.
/// </summary>
internal static class DigestMaker
{
    /// <summary>Days ahead that count as next.</summary>
    public const int DaysAhead = 7;

    /// <summary>So many misses in a row are for the own manager.</summary>
    public const int MissesInRow = 2;

    /// <summary>A digest goes back no further than this, however long there was none.</summary>
    private const int MostDays = 28;

    /// <summary>Things that need the reader.</summary>
    private const int Needs = 3;

    /// <summary>Lines of one kind; how many there are is said beside them.</summary>
    private const int Lines = 12;

    /// <summary>The digest of a week.</summary>
    /// <param name="alliance">How things stand.</param>
    /// <param name="book">Whose.</param>
    /// <param name="week">Which.</param>
    /// <param name="at">When it is made: dates are told from here.</param>
    public static DigestIssue Make(Alliance alliance, DigestBook book, LocalDate week, Instant at)
    {
        var (reader, pass, today) = (book.Reader, DigestPass.Of(alliance, at), alliance.DateOf(at));
        var (from, until) = Days(book, today);
        var results = Results(alliance, pass, reader, from, until);
        var needs = DigestNeeds.Of(alliance, pass, reader, at);
        var issue = new DigestIssue(week, from, until)
        {
            At = at,
            Cover = book.Wish.DuringLeave == DuringLeave.Cover ? Absences.CoverAt(alliance, reader, at) : null,
            Story = Stories.Newest(alliance, reader, from, until),
            Results = results.Take(Lines).Select(static promise => promise.Id).ToValueList(),
            ResultCount = results.Count,
            Needs = needs.Take(Needs).ToValueList(),
            NeedCount = needs.Count,
            Decisions = DecisionViews.List(alliance, new PersonReader(reader), at, all: false).Select(static row => row.Id).ToValueList(),
            Indicators = DigestIndicators.Due(alliance, reader),
            Progress = DigestIndicators.Reported(alliance, reader, from, until),
            Thanks = Thanking.For(alliance, reader, from, until),
            Cases = DigestCaseCounts.Of(alliance, reader),
            Parts = DigestTimes.ManagedBy(alliance, reader).Select(partner => Part(alliance, pass, partner, reader, at, from, until)).ToValueList(),
            Overview = alliance.HoldsAnywhere(reader, Role.Facilitator) ? pass.Overview() with { CasesEnding = DigestCaseCounts.Ending(alliance, reader, at) } : null,
        };
        return issue with { Quiet = IsQuiet(issue) };
    }

    /// <summary>The last check-in of a promise that was asked and is over, when it was missed.</summary>
    public static CheckIn? LastMiss(Alliance alliance, Commitment promise)
    {
        CheckIn? last = null;
        foreach (var checkIn in CheckInPlan.Of(alliance, promise))
        {
            if (checkIn.State is CheckInState.Missed or CheckInState.Answered or CheckInState.Acknowledged or CheckInState.Late
                && !(checkIn.At < last?.At)) last = checkIn;
        }

        return last is { State: CheckInState.Missed } ? last : null;
    }

    /// <summary>How a digest speaks of this promise for this partner; what was delivered is the ledger's to say.</summary>
    private static IEnumerable<DigestGroupKind> KindsOf(Alliance alliance, Commitment promise, PartnerId partner, Instant at)
    {
        var today = alliance.DateOf(at);
        if (promise.Series is not null)
        {
            // What repeats is spoken of by the time that is there; only what is asked about all of them is asked of the whole.
        }
        else if (promise.Terms.DoerPartner != partner)
        {
            if (promise.State.IsOwed() || promise.State == CommitmentState.Reported) yield return DigestGroupKind.PromisedToUs;
        }
        else if (promise.State.IsOwed())
        {
            if (today > promise.Terms.Due && Deadlines.IsOverdue(alliance, promise, at)) yield return DigestGroupKind.Overdue;
            else if (promise.Risk is not null) yield return DigestGroupKind.AtRisk;
            else if (today <= promise.Terms.Due && promise.Terms.Due < today.PlusDays(DaysAhead)) yield return DigestGroupKind.DueNext;
            if (LastMiss(alliance, promise)?.InRow >= MissesInRow) yield return DigestGroupKind.Unanswered;
        }

        if (CommitmentInsides.AwaitedSide(promise) is { } side && promise.Terms.PartnerOf(side) == partner) yield return DigestGroupKind.WaitsForUs;
    }

    /// <summary>From where the last one ended up to yesterday: each day is in one digest.</summary>
    private static (LocalDate From, LocalDate Until) Days(DigestBook book, LocalDate today)
    {
        var until = today.PlusDays(-1);
        var last = book.Issues.Count > 0 ? book.Issues[^1].Until : today.PlusDays(-DaysAhead - 1);
        return (LocalDate.Max(last.PlusDays(1), today.PlusDays(-MostDays)), until);
    }

    private static List<Commitment> Results(Alliance alliance, DigestPass pass, PersonId reader, LocalDate from, LocalDate until)
    {
        var results = new List<Commitment>();
        foreach (var promise in pass.Kept)
        {
            if (alliance.DateOf(promise.Ending!.At) < from) break;
            // A correction makes nothing new: the day on which it first ended counts, as in the ledger.
            var day = alliance.DateOf(LedgerHistory.FirstEnded(promise, promise.Ending));
            if (from <= day && day <= until && May.Do(alliance, reader, Act.SeePromise, promise.Id)) results.Add(promise);
        }

        return results;
    }

    private static DigestPart Part(
        Alliance alliance, DigestPass pass, PartnerId partner, PersonId reader, Instant at, LocalDate from, LocalDate until)
    {
        var groups = new SortedDictionary<DigestGroupKind, List<Commitment>>();
        var figures = pass.Figures(partner, new(from, until));
        foreach (var kept in (ReadOnlySpan<LedgerFigure>)[LedgerFigure.KeptOnTime, LedgerFigure.KeptLate])
        {
            foreach (var item in figures[kept]) Add(DigestGroupKind.Delivered, alliance.Commitments[new(item.Id)]);
        }

        var (month, load) = (alliance.DateOf(at).ToYearMonth(), default(Effort));
        foreach (var promise in pass.Of(partner))
        {
            foreach (var kind in KindsOf(alliance, promise, partner, at)) Add(kind, promise);
            if (promise.Terms.DoerPartner == partner && LoadPlan.Of(alliance, promise, month, at) is { } effort) load += effort;
        }

        return new(partner)
        {
            Groups = groups.Select(group => Group(alliance, group.Key, group.Value, reader, from)).ToValueList(),
            Figures = LedgerFigureKinds.All.Where(figure => figures.Count(figure) > 0)
                .Select(figure => new DigestFigure(figure, figures.Count(figure))).ToValueList(),
            Weeks = pass.Weeks(partner, until),
            Load = new(load.Hours, load.Count, load.Unknown, alliance.Partners[partner].Budget),
        };

        void Add(DigestGroupKind kind, Commitment promise)
        {
            if (groups.TryGetValue(kind, out var known)) known.Add(promise);
            else groups[kind] = [promise];
        }
    }

    private static DigestGroup Group(Alliance alliance, DigestGroupKind kind, List<Commitment> promises, PersonId reader, LocalDate from) => new(
        kind, promises.Count,
        Ordered(kind, promises).Take(Lines)
            .Select(promise => new DigestLine(promise.Id, promise.Terms.Due, Explained(alliance, kind, promise, reader, from))).ToValueList());

    private static IEnumerable<Commitment> Ordered(DigestGroupKind kind, List<Commitment> promises) => kind == DigestGroupKind.Delivered
        ? promises.OrderByDescending(static promise => promise.Ending!.At).ThenBy(static promise => promise.Number)
        : promises.OrderBy(static promise => promise.Terms.Due).ThenBy(static promise => promise.Number).ThenBy(static promise => promise.Occurrence);

    /// <summary>Beside what is late, at risk or unanswered stands the latest explanation; beside all else what was said for the digest.</summary>
    private static string? Explained(Alliance alliance, DigestGroupKind kind, Commitment promise, PersonId reader, LocalDate from) => kind switch
    {
        DigestGroupKind.Overdue or DigestGroupKind.AtRisk or DigestGroupKind.Unanswered or DigestGroupKind.PromisedToUs =>
            Explaining.Latest(alliance, promise, reader)?.Said.Id,
        _ => Explaining.RemarkSince(alliance, promise, from)?.Id,
    };

    /// <summary>Nothing was delivered, nothing needs anybody, and nothing is said about any promise.</summary>
    private static bool IsQuiet(DigestIssue issue) =>
        issue is { ResultCount: 0, NeedCount: 0, Story: null, Decisions.Count: 0, Thanks.Count: 0, Cases.Count: 0, Indicators.Count: 0, Progress.Count: 0 }
        && issue.Parts.All(static part => part.Groups.Count == 0 && part.Figures.All(static figure => figure.Figure == LedgerFigure.Open))
        && !(issue.Overview is { } over && (over.Silent.Count + over.UnansweredCount + over.NotReached + over.CasesEnding > 0
            || over.TopPerson > over.Ceiling || over.TopPartner > over.Ceiling));
}
