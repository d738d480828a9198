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
        EndOffer,
        EndChange,
        EndReplacement,
        EndCorrection,
        AskForYes,
        TellOverdue,
        AskReceiver,
    }

    /// <summary>A step and its instant.</summary>
    internal readonly record struct Timer(Step Step, Instant At);

    /// <summary>Everything this promise waits for now; at most one per ladder.</summary>
    public static IEnumerable<Timer> TimersOf(Alliance alliance, Commitment promise)
    {
        if (promise.Correction is { } correction)
        {
            yield return new(Step.EndCorrection, Deadlines.CorrectionEnds(alliance, promise, correction));
        }

        if (promise.Replacement is { } replacement)
        {
            yield return new(Step.EndReplacement, Deadlines.ReplacementEnds(alliance, promise, replacement));
        }

        if (promise is { State: CommitmentState.ChangeProposed, Change: { } change })
        {
            yield return new(Step.EndChange, Deadlines.ChangeEnds(alliance, promise, change));
        }
        else if (promise.State.IsOpenOffer())
        {
            yield return OfOffer(alliance, promise);
        }
        else if (promise is { State: CommitmentState.Reported, Report.Steps: < ConfirmSteps })
        {
            yield return new(Step.AskForYes, Deadlines.ConfirmAt(alliance, promise));
        }
        else if (promise.State.IsOwed() && promise.Overdue.ToldAt is null)
        {
            yield return new(Step.TellOverdue, Deadlines.TellOverdueAt(alliance, promise));
        }
        else if (promise.State.IsOwed() && promise.Overdue.AskedAt is null)
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
        if (promise.State.IsOpenOffer() && Deadlines.OfferEnds(alliance, promise) is var offer && offer > promise.Answer!.By)
        {
            yield return Longer(Waiting.Offer, offer);
        }

        if (promise.Change is { } change && Deadlines.ChangeEnds(alliance, promise, change) is var ends && ends > change.Time.By)
        {
            yield return Longer(Waiting.Change, ends);
        }

        if (promise.Replacement is { } replacement
            && Deadlines.ReplacementEnds(alliance, promise, replacement) is var replaced && replaced > replacement.Time.By)
        {
            yield return Longer(Waiting.Replacement, replaced);
        }

        if (promise.Correction is { } correction
            && Deadlines.CorrectionEnds(alliance, promise, correction) is var corrected && corrected > correction.Time.By)
        {
            yield return Longer(Waiting.Correction, corrected);
        }

        CommitmentAnswerByMoved Longer(Waiting what, Instant by) => new(promise.Id, what, by, NotReached: false, Calendar: true);
    }

    private static Timer OfOffer(Alliance alliance, Commitment promise)
    {
        var ends = Deadlines.OfferEnds(alliance, promise);
        return !promise.Reminded && Deadlines.RemindAt(alliance, promise) is var remind && remind < ends
            ? new(Step.Remind, remind)
            : new(Step.EndOffer, ends);
    }

    private static AllianceEvent Struck(Alliance alliance, Commitment promise, Timer timer, Instant now) => timer.Step switch
    {
        Step.Remind when Deadlines.OfferEnds(alliance, promise) is var ends && ends <= now =>
            Struck(alliance, promise, new(Step.EndOffer, ends), now),
        Step.Remind => new CommitmentAnswerReminded(promise.Id),
        Step.EndOffer => Over(
            alliance, promise, timer, Waiting.Offer, promise.Turn, promise.Answer!, now, new CommitmentLapsed(promise.Id)),
        Step.EndChange => Over(
            alliance, promise, timer, Waiting.Change, promise.Change!.By.Opposite(), promise.Change.Time, now,
            new CommitmentChangeLapsed(promise.Id)),
        Step.EndReplacement => Over(
            alliance, promise, timer, Waiting.Replacement, promise.Replacement!.By.Opposite(), promise.Replacement.Time,
            now, new CommitmentReplacementDropped(promise.Id, Dropped.Lapsed, null)),
        Step.EndCorrection => Over(
            alliance, promise, timer, Waiting.Correction, promise.Correction!.By.Opposite(), promise.Correction.Time, now,
            new CommitmentCorrectionDropped(promise.Id, Dropped.Lapsed, null)),
        Step.AskForYes => new CommitmentConfirmReminded(promise.Id, promise.Report!.Steps + 1),
        Step.TellOverdue => new CommitmentOverdueTold(promise.Id),
        Step.AskReceiver => new CommitmentOverdueAsked(promise.Id),
        _ => throw new UnreachableException($"No step {timer.Step}."),
    };

    private static CommitmentEvent Over(
        Alliance alliance, Commitment promise, Timer timer, Waiting what, Side side, AnswerTime time, Instant now,
        CommitmentEvent otherwise) => More(alliance, promise, timer, what, side, time, now) ?? otherwise;

    /// <summary>
    /// More time, where the bot was away when it ended or could reach nobody who could have answered.
    /// </summary>
    private static CommitmentAnswerByMoved? More(
        Alliance alliance, Commitment promise, Timer timer, Waiting what, Side side, AnswerTime time, Instant now)
    {
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
