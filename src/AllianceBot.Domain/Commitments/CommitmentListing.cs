using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Which promises concern a person, and which one a person means.</summary>
internal static class CommitmentListing
{
    private const int Hints = 5;

    public static CommitmentLinesView Of(Alliance alliance, PersonId reader, CommitmentList list, Instant now)
    {
        var lines = new List<CommitmentLine>();
        if (!alliance.IsMember(reader)) return new(list, [], 0);
        foreach (var promise in alliance.Commitments)
        {
            var waits = Waits(alliance, promise, reader, now);
            var named = promise.Terms.Doer == reader || promise.Terms.Receiver == reader;
            // What repeats shows as the occurrence that is there.
            if (waits == WaitsFor.Nothing && promise.Series is not null && SeriesPlan.Now(alliance, promise) is not null) continue;
            var listed = list == CommitmentList.Waiting ? waits != WaitsFor.Nothing : named && !promise.State.IsEnded();
            if (!listed || !May.Do(alliance, reader, Act.SeeState, promise.Id)) continue;
            lines.Add(Line(alliance, promise, reader, waits, now));
        }

        var sorted = lines
            .OrderBy(static line => line.Waits == WaitsFor.Nothing)
            .ThenBy(static line => line.AnswerBy ?? line.Due)
            .ThenBy(static line => line.Due)
            .ThenBy(static line => line.Number);
        return new(list, sorted.Take(Limits.List).ToValueList(), Math.Max(0, lines.Count - Limits.List));
    }

    /// <summary>What of these waits for this person, in no order.</summary>
    public static List<CommitmentLine> WaitingFor(Alliance alliance, IEnumerable<Commitment> among, PersonId reader, Instant now)
    {
        var lines = new List<CommitmentLine>();
        foreach (var promise in among)
        {
            var waits = Waits(alliance, promise, reader, now);
            if (waits != WaitsFor.Nothing && May.Do(alliance, reader, Act.SeeState, promise.Id)) lines.Add(Line(alliance, promise, reader, waits, now));
        }

        return lines;
    }

    public static FoundCommitment Find(Alliance alliance, PersonId reader, string text)
    {
        var wanted = text.Trim();
        var seen = alliance.Commitments
            .Where(promise => CommitmentViews.Sees(alliance, new PersonReader(reader), promise)).ToList();
        if (Numbers.Parse(wanted) is var (number, occurrence)
            && seen.Find(promise => promise.Number == number && promise.Occurrence == occurrence) is { } numbered)
        {
            return new(numbered.Id, [], []);
        }

        if (wanted.Length == 0) return new(null, [], []);
        var exact = seen.FindAll(promise => string.Equals(promise.Terms.What.Text, wanted, StringComparison.OrdinalIgnoreCase));
        var fits = Meant(exact.Count > 0
            ? exact
            : seen.FindAll(promise => promise.Terms.What.Text?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true));
        return fits.Count switch
        {
            1 => new(fits[0].Id, [], []),
            > 1 => new(null, HintsOf(fits), []),
            _ => new(null, [], HintsOf(Near(seen, wanted))),
        };
    }

    /// <summary>Of what repeats, a title means the occurrence that is there now, and the series while none is.</summary>
    private static List<Commitment> Meant(List<Commitment> fits)
    {
        if (fits.Count < 2) return fits;
        var now = fits.Where(static one => one.Of is not null && !one.State.IsEnded()).Select(static one => one.Of!.Value).ToHashSet();
        return fits.FindAll(one => one.Of is not null ? !one.State.IsEnded() : !now.Contains(one.Id));
    }

    /// <summary>What the promise waits for from this person; of several the most pressing.</summary>
    private static WaitsFor Waits(Alliance alliance, Commitment promise, PersonId person, Instant now)
    {
        if (CommitmentInsides.AwaitedSide(promise) is { } side && IsAsked(alliance, promise, side, person))
        {
            return promise switch
            {
                { Correction: not null } => WaitsFor.CorrectionAnswer,
                { Replacement: not null } => WaitsFor.ReplacementAnswer,
                { Change: not null } => WaitsFor.ChangeAnswer,
                { State: CommitmentState.Reported } => WaitsFor.Confirmation,
                _ when promise.State.IsOpenOffer() => WaitsFor.Answer,
                _ => WaitsFor.OverdueAnswer,
            };
        }

        if (promise.PendingEnding is not null && Promises.IsThird(alliance, person, promise)) return WaitsFor.Ending;
        if (IsAskedAsThird(alliance, promise, person)) return WaitsFor.Confirmation;
        if (promise.Terms.Doer == person && Deadlines.IsOverdue(alliance, promise, now)) return WaitsFor.Report;
        return OpenOf(alliance, promise, person) is not null ? WaitsFor.CheckIn : WaitsFor.Nothing;
    }

    /// <summary>
    /// The named person of a side, or its contacts while it names nobody. Who confirmed already is not asked again.
    /// </summary>
    private static bool IsAsked(Alliance alliance, Commitment promise, Side side, PersonId person)
    {
        if (promise is { State: CommitmentState.Reported, Report.FirstAcceptedBy: { } first }
            && !Promises.IsThird(alliance, first, promise)) return false;
        return promise.Terms.PersonOf(side) is { } named
            ? named == person
            : alliance.IsContactOf(person, promise.Terms.PartnerOf(side));
    }

    /// <summary>The receiving side said yes, and this is the third pair of eyes.</summary>
    private static bool IsAskedAsThird(Alliance alliance, Commitment promise, PersonId person) =>
        promise is { State: CommitmentState.Reported, PendingEnding: null, Report.FirstAcceptedBy: { } first }
        && !Promises.IsThird(alliance, first, promise) && Promises.IsThird(alliance, person, promise);

    private static CheckIn? OpenOf(Alliance alliance, Commitment promise, PersonId person) =>
        CheckInPlan.WaitingFor(alliance, promise, person);

    private static CommitmentLine Line(Alliance alliance, Commitment promise, PersonId reader, WaitsFor waits, Instant now)
    {
        var side = CommitmentGuards.SideOf(alliance, promise, reader);
        var by = CommitmentInsides.WaitsFor(alliance, promise)?.By;
        return new(
            promise.Id, promise.Number, promise.Revision, promise.Terms.What.Text, promise.Terms.Due, side,
            Names.Of(alliance, promise.Terms.PartnerOf(side.Opposite())),
            Names.Of(alliance, promise.Terms.PersonOf(side.Opposite())), promise.State,
            CommitmentViews.FlagsOf(alliance, promise, now), waits,
            by is { } end ? CommitmentInsides.LastDay(alliance, end) : null, OpenOf(alliance, promise, reader)?.Id)
        {
            Occurrence = promise.Occurrence,
        };
    }

    /// <summary>
    /// Promises whose title shares a word with the text, or has one that begins like one of it; the most shared
    /// first.
    /// </summary>
    private static List<Commitment> Near(List<Commitment> seen, string text)
    {
        var words = WordsOf(text);
        return seen
            .Select(promise => (promise, Shared: SharedWords(promise)))
            .Where(static near => near.Shared > 0)
            .OrderByDescending(static near => near.Shared).ThenByDescending(static near => near.promise.Number)
            .Select(static near => near.promise).ToList();

        int SharedWords(Commitment promise) =>
            WordsOf(promise.Terms.What.Text ?? "").Count(word => words.Any(wanted => Alike(word, wanted)));
    }

    private static string[] WordsOf(string text) =>
        text.Split([' ', ',', '.', '-', '"'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool Alike(string word, string wanted)
    {
        var common = Math.Min(4, Math.Min(word.Length, wanted.Length));
        return common >= 3 && string.Compare(word, 0, wanted, 0, common, StringComparison.OrdinalIgnoreCase) == 0;
    }

    private static ValueList<CommitmentHint> HintsOf(List<Commitment> promises) => promises.Take(Hints)
        .Select(static promise => new CommitmentHint(promise.Id, promise.Number, promise.Terms.What.Text) { Occurrence = promise.Occurrence })
        .ToValueList();
}
