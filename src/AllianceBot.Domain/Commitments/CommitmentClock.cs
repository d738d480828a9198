using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// What time does to a promise: it reminds, asks, and lets what nobody answered lapse. It never makes or ends an obligation.
/// After an outage each ladder takes one step and counts on from now; a time to answer that ended meanwhile gets half its
/// length again.
/// </summary>
internal static class CommitmentClock
{
    /// <summary>After so many steps nobody is asked for a yes any more: delivered, unconfirmed.</summary>
    public const int ConfirmSteps = 3;

    private static readonly Duration ShortestExtension = Duration.FromHours(1);

    /// <summary>What the clock waits for.</summary>
    internal enum Step
    {
        Remind,
        End,
        AskForYes,
        TellOverdue,
        AskReceiver,
        TurnSeries,
    }

    /// <summary>A step and its instant; and of an answer's time, what the answer is to.</summary>
    internal readonly record struct Timer(Step Step, Instant At, Waiting For = default);

    /// <summary>Everything this promise waits for now; at most one per ladder.</summary>
    public static IEnumerable<Timer> TimersOf(Alliance alliance, Commitment promise)
    {
        if (SeriesPlan.Turns(promise)) yield return new(Step.TurnSeries, SeriesPlan.TurnsAt(alliance, promise));
        if (promise.Correction is not null) yield return ForAnswer(alliance, promise, Waiting.Correction);
        if (promise.Replacement is not null) yield return ForAnswer(alliance, promise, Waiting.Replacement);
        if (promise is { State: CommitmentState.ChangeProposed, Change: not null })
        {
            yield return ForAnswer(alliance, promise, Waiting.Change);
        }
        else if (promise.State.IsOpenOffer())
        {
            yield return ForAnswer(alliance, promise, Waiting.Offer);
        }
        else if (promise is { State: CommitmentState.Reported, Report.Steps: < ConfirmSteps })
        {
            yield return new(Step.AskForYes, Deadlines.ConfirmAt(alliance, promise));
        }
        else if (promise.Resting is not null)
        {
            // What rests is neither overdue nor asked about.
            yield break;
        }
        else if (promise.Series is null && promise.State.IsOwed() && promise.Overdue.ToldAt is null)
        {
            yield return new(Step.TellOverdue, Deadlines.TellOverdueAt(alliance, promise));
        }
        else if (promise.Series is null && promise.State.IsOwed() && promise.Overdue.AskedAt is null)
        {
            yield return new(Step.AskReceiver, Deadlines.AskReceiverAt(alliance, promise));
        }
    }

    /// <summary>
    /// The one step of each ladder whose time has come; nothing for an instant that the state no longer holds.
    /// </summary>
    public static Outcome Strike(Alliance alliance, Commitment promise, Instant now)
    {
        var events = new List<AllianceEvent>();
        foreach (var timer in TimersOf(alliance, promise))
        {
            if (timer.At <= now) events.Add(Struck(alliance, promise, timer, now));
        }

        // All dates went by: with the series ends what waited for an answer.
        if (events.OfType<CommitmentSeriesEnded>().FirstOrDefault() is { } ended) return ended;
        if (events.OfType<CommitmentChangeLapsed>().Any()) events.AddRange(Resumed(alliance, promise, now));
        return Outcome.Of([.. events]);
    }

    /// <summary>
    /// The old terms stand again, and with them the ladder of a date that passed while the change waited.
    /// </summary>
    private static IEnumerable<AllianceEvent> Resumed(Alliance alliance, Commitment promise, Instant now)
    {
        var stands = promise with { State = promise.Behind, Change = null };
        return TimersOf(alliance, stands)
            .Where(timer => timer.At <= now && timer.Step is (Step.TellOverdue or Step.AskReceiver))
            .Select(timer => Struck(alliance, stands, timer, now));
    }

    /// <summary>What waits for an answer longer than was said, by the calendars of now.</summary>
    public static IEnumerable<AllianceEvent> Moved(Alliance alliance, Commitment promise)
    {
        foreach (var what in Enum.GetValues<Waiting>())
        {
            if (WaitingParts.TimeOf(promise, what) is { } time && WaitingParts.EndsAt(alliance, promise, what) is var ends && ends > time.By)
            {
                yield return new CommitmentAnswerByMoved(promise.Id, what, ends, NotReached: false, Calendar: true);
            }
        }
    }

    /// <summary>One reminder halfway, and then the end of the time to answer.</summary>
    private static Timer ForAnswer(Alliance alliance, Commitment promise, Waiting what)
    {
        var ends = WaitingParts.EndsAt(alliance, promise, what);
        return WaitingParts.TimeOf(promise, what) is { Reminded: false }
            && WaitingParts.RemindAt(alliance, promise, what) is var remind && remind < ends
                ? new(Step.Remind, remind, what)
                : new(Step.End, ends, what);
    }

    private static AllianceEvent Struck(Alliance alliance, Commitment promise, Timer timer, Instant now) => timer.Step switch
    {
        Step.Remind when WaitingParts.EndsAt(alliance, promise, timer.For) is var ends && ends <= now =>
            Struck(alliance, promise, timer with { Step = Step.End, At = ends }, now),
        Step.Remind => new CommitmentAnswerReminded(promise.Id, timer.For),
        Step.End => (CommitmentEvent?)More(alliance, promise, timer, now) ?? Lapsed(promise, timer.For),
        Step.AskForYes => new CommitmentConfirmReminded(promise.Id, promise.Report!.Steps + 1),
        Step.TellOverdue => new CommitmentOverdueTold(promise.Id),
        Step.AskReceiver => new CommitmentOverdueAsked(promise.Id),
        Step.TurnSeries => SeriesRules.Turned(alliance, promise, now),
        _ => throw new UnreachableException($"No step {timer.Step}."),
    };

    private static CommitmentEvent Lapsed(Commitment promise, Waiting what) => what switch
    {
        Waiting.Change => new CommitmentChangeLapsed(promise.Id),
        Waiting.Replacement => new CommitmentReplacementDropped(promise.Id, Dropped.Lapsed, null),
        Waiting.Correction => new CommitmentCorrectionDropped(promise.Id, Dropped.Lapsed, null),
        _ => new CommitmentLapsed(promise.Id),
    };

    /// <summary>
    /// More time, where the bot was away when it ended or could reach nobody who could have answered.
    /// </summary>
    private static CommitmentAnswerByMoved? More(Alliance alliance, Commitment promise, Timer timer, Instant now)
    {
        var (what, side, time) = (timer.For, WaitingParts.Answering(promise, timer.For), WaitingParts.TimeOf(promise, timer.For)!);
        var partner = promise.Terms.PartnerOf(side);
        if (now - timer.At > Deadlines.Outage)
        {
            var half = Duration.Max((time.By - time.From) / 2, ShortestExtension);
            return new CommitmentAnswerByMoved(promise.Id, what, now + half, NotReached: false);
        }

        var days = what == Waiting.Offer ? alliance.Settings.AnswerByDays : alliance.Settings.ChangeAnswerByDays;
        return IsUnreachable(alliance, promise, side)
            ? new CommitmentAnswerByMoved(promise.Id, what, Deadlines.Answer(alliance, partner, now, days), NotReached: true)
            : null;
    }

    private static bool IsUnreachable(Alliance alliance, Commitment promise, Side side)
    {
        var people = promise.Terms.PersonOf(side) is { } named && alliance.IsMember(named)
            ? [named]
            : alliance.ContactsOf(promise.Terms.PartnerOf(side));
        return people.Count == 0 || people.All(person => alliance.People.Find(person)?.NotReached is not null);
    }
}
