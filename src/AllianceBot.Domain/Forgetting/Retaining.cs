using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// What the data agreement of the charter says about how long words are kept, as instants the clock strikes at. Each
/// ended promise, each ended decision and each person who left has a keeping of its own beside the item itself.
/// </summary>
internal static class Retaining
{
    /// <summary>The keeping of an item.</summary>
    public static Subject Of(Subject item) => new(SubjectKind.Keeping, item.ToString());

    /// <summary>The item whose words a keeping is about.</summary>
    public static Subject? ItemOf(Subject keeping) => Subject.Parse(keeping.Id);

    public static Shelf ShelfOf(Subject item) => item.Kind switch
    {
        SubjectKind.Commitment => Shelf.Of(new CommitmentId(item.Id)),
        SubjectKind.Decision => Shelf.Of(new DecisionId(item.Id)),
        SubjectKind.Concern => Shelf.Of(new ConcernId(item.Id)),
        SubjectKind.Round => Shelf.Of(new RoundId(item.Id)),
        SubjectKind.Indicator => Shelf.Of(new IndicatorId(item.Id)),
        _ => Shelf.Of(new PersonId(item.Id)),
    };

    /// <summary>When the words of this item are destroyed; null while they are kept, or are gone.</summary>
    public static Instant? DueOf(Alliance alliance, Subject keeping)
    {
        if (ItemOf(keeping) is not { } item) return null;
        if (item.Kind == SubjectKind.Case) return alliance.Cases.Find(new(item.Id)) is { } one ? OfCase(alliance, one) : null;
        if (item.Kind == SubjectKind.Concern)
        {
            return alliance.Concerns.Find(new(item.Id)) is { EndedAt: { } ended, WordsGone: null } ? After(alliance, ended, ConcernDays) : null;
        }

        if (alliance.Charter.Current?.Text.Retention is not { } kept) return null;
        return item.Kind switch
        {
            SubjectKind.Commitment when alliance.Commitments.Find(new(item.Id)) is { WordsGone: null } promise =>
                OfPromise(alliance, promise, kept.Promises),
            SubjectKind.Decision when alliance.Decisions.Find(new(item.Id)) is { WordsGone: null } decision && IsOver(decision) =>
                After(alliance, decision.History[^1].At, kept.Decisions),
            SubjectKind.Round when alliance.Rounds.Find(new(item.Id)) is { WordsGone: null } round && OverAt(alliance, round) is { } over =>
                After(alliance, over, kept.Talks),
            SubjectKind.Indicator when alliance.Indicators.Find(new(item.Id)) is { WordsGone: null, RetiredAt: { } retired } =>
                After(alliance, retired, kept.Talks),
            SubjectKind.Person when alliance.People.Find(new(item.Id)) is { Left: true, LeftAt: { } left, WordsGone: null } =>
                After(alliance, left, kept.People),
            _ => null,
        };
    }

    public static Outcome Strike(Alliance alliance, Subject keeping, Instant at) =>
        DueOf(alliance, keeping) is not { } due || due > at ? Outcome.Nothing
            : ItemOf(keeping) is { Kind: SubjectKind.Case } item ? new StatementsDestroyed(item, alliance.Cases[new(item.Id)].DroppedTexts)
            : new WordsForgotten(ItemOf(keeping)!.Value);

    public static IEnumerable<Subject> All(Alliance alliance) =>
    [
        .. alliance.Commitments.Where(static promise => promise.Ending is not null).Select(static promise => Of(promise.Id)),
        .. alliance.Decisions.Where(IsOver).Select(static decision => Of(decision.Id)),
        .. alliance.Concerns.Where(static concern => concern.EndedAt is not null).Select(static concern => Of(concern.Id)),
        .. alliance.Cases.Where(static one => one.Ending is not null).Select(static one => Of(one.Id)),
        .. alliance.Rounds.Where(static round => round.State is RoundState.Reviewed or RoundState.Abandoned).Select(static round => Of(round.Id)),
        .. alliance.Indicators.Where(static indicator => !indicator.IsLive).Select(static indicator => Of(indicator.Id)),
        .. alliance.People.Where(static person => person.Left).Select(static person => Of(person.Id)),
    ];

    /// <summary>Ended for good, and nothing else stands on its words: what changed the alliance keeps its text.</summary>
    private static bool IsOver(Decision decision) => decision.Proposal.Matter.Kind == MatterKind.Text
        && decision.State is DecisionState.Retired or DecisionState.Replaced or DecisionState.Withdrawn;

    /// <summary>
    /// A round is over when it was given up, or was looked at again and the next one, which is compared with it, came to its
    /// end; null while it is not.
    /// </summary>
    private static Instant? OverAt(Alliance alliance, Round round)
    {
        if (round.State is not (RoundState.Reviewed or RoundState.Abandoned)) return null;
        var ended = round.History.Last(static entry => entry.What is "round.reviewed" or "round.abandoned").At;
        if (round.State == RoundState.Abandoned) return ended;
        var next = alliance.Rounds.Where(other => other.Number > round.Number && other.CompletedAt is not null).MinBy(static other => other.Number);
        return next?.CompletedAt is { } compared ? Instant.Max(ended, compared) : null;
    }

    /// <summary>Days that a concern's words stay after it is over.</summary>
    private const int ConcernDays = 30;

    /// <summary>As its process says; what can still be taken up again keeps its words until then.</summary>
    private static Instant? OfCase(Alliance alliance, Case one)
    {
        if (one is not { Ending: { } ending, WordsGone: null }) return null;
        var agreed = After(alliance, ending.At, CaseLadder.TextOf(alliance, one).StatementsKeptDays);
        return one.State == CaseState.Withdrawn && CaseGuards.ReopenUntil(alliance, one) is var until && until > agreed ? until : agreed;
    }

    /// <summary>
    /// A promise's words may stand in what took its place, and those of what repeats stand in its dates: they lie on its
    /// shelf alone, and so die with the last of them.
    /// </summary>
    private static Instant? OfPromise(Alliance alliance, Commitment promise, int? days)
    {
        if (promise.Ending is not { } ending || After(alliance, ending.At, days) is not { } last) return null;
        foreach (var heir in Heirs(alliance, promise))
        {
            if (OfPromise(alliance, heir, days) is not { } later) return null;
            last = Instant.Max(last, later);
        }

        return last;
    }

    private static IEnumerable<Commitment> Heirs(Alliance alliance, Commitment promise) =>
    [
        .. SeriesPlan.Of(alliance, promise),
        .. promise.State == CommitmentState.Superseded ? alliance.Commitments.Where(one => one.Predecessor == promise.Id) : [],
    ];

    /// <summary>The promises whose words stand in this one, nearest first.</summary>
    public static IEnumerable<CommitmentId> Before(Alliance alliance, CommitmentId promise)
    {
        for (var one = alliance.Commitments.Find(promise); (one?.Predecessor ?? one?.Of) is { } before; one = alliance.Commitments.Find(before))
        {
            yield return before;
        }
    }

    private static Instant? After(Alliance alliance, Instant ended, int? days) =>
        days is { } count ? Calendars.Of(alliance).OpeningOn(alliance.DateOf(ended).PlusDays(count)) : null;
}
