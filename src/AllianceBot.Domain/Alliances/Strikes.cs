using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Something about the machinery's work on an item, whatever its area.</summary>
public abstract record StrikeEvent(Subject Subject) : AllianceEvent;

/// <summary>The clock struck and the item did not move on: it is looked at again later, and this is reported.</summary>
[EventName("item.pushed.v1")]
public sealed record ItemPushed(Subject Subject, Instant Until) : StrikeEvent(Subject);

/// <summary>The item's step went wrong: it waits without the clock until somebody acts on it.</summary>
/// <param name="Subject">The item.</param>
/// <param name="Problem">The kind of fault only: its text could hold somebody's words.</param>
[EventName("item.parked.v1")]
public sealed record ItemParked(Subject Subject, string Problem) : StrikeEvent(Subject);

/// <summary>Nobody held the role that was to be told of the item, nor its fall-back: the facilitator is told instead, once.</summary>
/// <param name="Subject">The item.</param>
/// <param name="Kind">What there was to tell.</param>
[EventName("item.nobody-to-tell.v1")]
public sealed record NoticeUntold(Subject Subject, string Kind) : StrikeEvent(Subject);

/// <summary>
/// The clock's door: each ladder of a due item takes exactly one step, also after a long outage, each item on its own. What an earlier
/// step of the same strike moved on is left alone, and one bad item does not hold up the others.
/// </summary>
internal static class Strikes
{
    private static readonly Duration Push = Duration.FromHours(1);

    public static Outcome Decide(Alliance alliance, ClockStruck struck, CommandContext context)
    {
        if (context.By != PersonId.Clock) return Refusal.NotYours;
        var append = new Append(alliance, struck.Ask, context);
        foreach (var subject in alliance.Due.DueAt(context.At, Limits.Strike)) Step(append, subject, context.At);
        return append.ToOutcome();
    }

    public static Alliance Evolve(Alliance alliance, StrikeEvent happened) => happened switch
    {
        ItemParked parked => alliance with { Parked = alliance.Parked.Add(new(parked.Subject, parked.Problem, parked.At)) },
        ItemPushed pushed => alliance with { Pushed = Again(alliance, pushed) },
        NoticeUntold untold => alliance with
        {
            Untold = alliance.Untold.Skip(alliance.Untold.Count - Limits.Untold + 1).Append(new(untold.Subject, untold.Kind)).ToValueList(),
        },
        _ => alliance,
    };

    /// <summary>An item that something happened to is under the clock again.</summary>
    public static Alliance Released(Alliance alliance, AllianceEvent happened)
    {
        if (happened is StrikeEvent || (alliance.Parked.Count == 0 && alliance.Pushed.Count == 0)) return alliance;
        var touched = Dues.Touched(alliance, happened);
        return alliance with
        {
            Parked = alliance.Parked.RemoveAll(item => touched.Contains(item.Subject)),
            Pushed = alliance.Pushed.RemoveAll(item => touched.Contains(item.Subject)),
        };
    }

    public static ValueList<Notice> Notices(StrikeEvent happened, Alliance after) => happened switch
    {
        ItemParked parked => ToCarers(parked, after, "item.parked", new("problem", parked.Problem)),
        NoticeUntold untold => ToCarers(untold, after, Reaching.NobodyToTell, new("kind", untold.Kind)),
        _ => [],
    };

    /// <summary>Facilitators; of what only some may know, those alone who do.</summary>
    private static ValueList<Notice> ToCarers(StrikeEvent happened, Alliance after, string kind, Fact fact) =>
        Confidential.Is(happened.Subject)
            ? Confidential.Readers(after, happened.Subject).Select(person =>
                new Notice(Confidential.ItemOf(happened.Subject), kind, Addressee.Person(person), happened.At) { MayFallBack = false, Facts = [fact] }).ToValueList()
            : [new(happened.Subject, kind, new(AddresseeRole.Facilitators), happened.At) { Facts = [fact] }];

    private static ValueList<PushedItem> Again(Alliance alliance, ItemPushed pushed) =>
        alliance.Pushed.RemoveAll(item => item.Subject == pushed.Subject).Add(new(pushed.Subject, pushed.Until));

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong with one item must not hold up the others: it is parked by name and shown.")]
    private static void Step(Append append, Subject subject, Instant at)
    {
        var (before, count) = (append.Alliance, append.Count);
        try
        {
            if (TakeSteps(append, subject, at)) return;
        }
        catch (Exception fault)
        {
            append.BackTo(before, count);
            append.Add([new ItemParked(subject, fault.GetType().Name)]);
            return;
        }

        append.Add([new ItemPushed(subject, at + Push)]);
    }

    /// <summary>
    /// One step of each ladder: when a step uncovers another ladder that waited behind it (a change lapsed, and the due
    /// date is past), that one takes its own. False if the item is still due then.
    /// </summary>
    private static bool TakeSteps(Append append, Subject subject, Instant at)
    {
        var taken = new HashSet<(Type, LocalDate?, int)>();
        while (append.Alliance.Due.Of(subject) is { } due && due <= at)
        {
            if (Strike(append.Alliance, subject, at) is not Outcome.Happened { Events: { Count: > 0 } events }) return false;
            foreach (var happened in events)
            {
                if (!taken.Add(LadderOf(happened))) return false;
            }

            append.Add(events);
        }

        return true;
    }

    /// <summary>Which ladder a step is of: what happens; of a person's absences, a reader's weeks and a round's components each is one of its own.</summary>
    private static (Type What, LocalDate? Of, int Part) LadderOf(AllianceEvent happened) => happened switch
    {
        AbsenceBegan began => (happened.GetType(), began.From, 0),
        AbsenceEnded ended => (happened.GetType(), ended.From, 0),
        DigestSkipped skipped => (happened.GetType(), skipped.Week, 0),
        ComponentConfirmed confirmed => (happened.GetType(), null, confirmed.Component),
        RecordReminded reminded => (happened.GetType(), null, reminded.Component),
        RecordExtended extended => (happened.GetType(), null, extended.Component),
        _ => (happened.GetType(), null, 0),
    };

    private static Outcome Strike(Alliance alliance, Subject subject, Instant at) => subject.Kind switch
    {
        SubjectKind.Commitment when alliance.Commitments.Find(new(subject.Id)) is { } commitment =>
            CommitmentDecider.Strike(alliance, commitment, at),
        SubjectKind.CheckIn when alliance.CheckIns.Find(new(subject.Id)) is { } checkIn =>
            CheckInDecider.Strike(alliance, checkIn, at),
        SubjectKind.Keeping => Retaining.Strike(alliance, subject, at),
        SubjectKind.Decision when alliance.Decisions.Find(new(subject.Id)) is { } decision =>
            DecisionDecider.Strike(alliance, decision, at),
        SubjectKind.Case when alliance.Cases.Find(new(subject.Id)) is { } one => CaseDecider.Strike(alliance, one, at),
        SubjectKind.Round when alliance.Rounds.Find(new(subject.Id)) is { } round => RoundDecider.Strike(alliance, round, at),
        SubjectKind.Digest when alliance.Digests.Find(new(subject.Id)) is { } book => DigestDecider.Strike(alliance, book, at),
        SubjectKind.Preview when alliance.Previews.Find(new(subject.Id)) is { } book => DigestDecider.StrikePreview(alliance, book, at),
        SubjectKind.Story when alliance.Stories.Find(new(subject.Id)) is { } story => StoryDecider.Strike(story, at),
        SubjectKind.Indicator when alliance.Indicators.Find(new(subject.Id)) is { } indicator =>
            IndicatorDecider.Strike(alliance, indicator, at),
        SubjectKind.Person when alliance.People.Find(new(subject.Id)) is { } person => Absences.Strike(alliance, person, at),
        _ => Outcome.Nothing,
    };
}
