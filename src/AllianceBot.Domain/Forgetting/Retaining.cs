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
        _ => Shelf.Of(new PersonId(item.Id)),
    };

    /// <summary>When the words of this item are destroyed; null while they are kept, or are gone.</summary>
    public static Instant? DueOf(Alliance alliance, Subject keeping)
    {
        if (alliance.Charter.Current?.Text.Retention is not { } kept || ItemOf(keeping) is not { } item) return null;
        return item.Kind switch
        {
            SubjectKind.Commitment when alliance.Commitments.Find(new(item.Id)) is { Ending: { } ending, WordsGone: null } =>
                After(alliance, ending.At, kept.Promises),
            SubjectKind.Decision when alliance.Decisions.Find(new(item.Id)) is { WordsGone: null } decision && IsOver(decision) =>
                After(alliance, decision.History[^1].At, kept.Decisions),
            SubjectKind.Person when alliance.People.Find(new(item.Id)) is { Left: true, LeftAt: { } left, WordsGone: null } =>
                After(alliance, left, kept.People),
            _ => null,
        };
    }

    public static Outcome Strike(Alliance alliance, Subject keeping, Instant at) =>
        DueOf(alliance, keeping) is { } due && due <= at ? new WordsForgotten(ItemOf(keeping)!.Value) : Outcome.Nothing;

    public static IEnumerable<Subject> All(Alliance alliance) =>
    [
        .. alliance.Commitments.Where(static promise => promise.Ending is not null).Select(static promise => Of(promise.Id)),
        .. alliance.Decisions.Where(IsOver).Select(static decision => Of(decision.Id)),
        .. alliance.People.Where(static person => person.Left).Select(static person => Of(person.Id)),
    ];

    /// <summary>Ended for good, and nothing else stands on its words: what changed the alliance keeps its text.</summary>
    private static bool IsOver(Decision decision) => decision.Proposal.Matter.Kind == MatterKind.Text
        && decision.State is DecisionState.Retired or DecisionState.Replaced or DecisionState.Withdrawn;

    private static Instant? After(Alliance alliance, Instant ended, int? days) =>
        days is { } count ? Calendars.Of(alliance).OpeningOn(alliance.DateOf(ended).PlusDays(count)) : null;
}
