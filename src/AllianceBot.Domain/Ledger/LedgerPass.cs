using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Reads each promise and each check-in once and says which figures of which side it belongs to.</summary>
internal readonly struct LedgerPass(Alliance alliance, LedgerPeriod period, Instant now)
{
    private readonly Interval span = period.In(alliance.TimeZone);
    private readonly LocalDate today = alliance.DateOf(now);

    /// <summary>One promise, for its two sides; null where nobody counts that side.</summary>
    public void Enter(Commitment promise, LedgerTally? doer, LedgerTally? receiver)
    {
        if (promise.Agreements.Count == 0 || promise.Series is not null) return;
        var read = LedgerHistory.Read(alliance, promise, span);
        if (doer is not null) Ways(promise, doer);
        Reported(promise, doer, receiver, read);
        if (promise.Ending is { } ending)
        {
            if (doer is not null) Ended(promise, ending, doer);
        }
        else if (promise.State == CommitmentState.Reported)
        {
            doer?.Add(LedgerFigure.DeliveredUnconfirmed, promise.Id);
            if (!IsAnswered(promise)) receiver?.Add(LedgerFigure.ToConfirm, promise.Id);
        }
        else if (doer is not null)
        {
            doer.Add(LedgerFigure.Open, promise.Id);
            if (today > promise.Terms.Due && Deadlines.IsOverdue(alliance, promise, now)) doer.Add(LedgerFigure.Overdue, promise.Id);
        }
    }

    /// <summary>
    /// A check-in counts in the period in which it was over. Not in the one in which it was asked: what is asked on the last day
    /// of a digest and missed after it would be in no digest at all.
    /// </summary>
    public void Enter(CheckIn checkIn, LedgerTally tally)
    {
        if (FigureOf(checkIn.State) is { } figure && checkIn.OverAt is { } over && span.Contains(over)) tally.Add(figure, checkIn.Id);
    }

    private static LedgerFigure? FigureOf(CheckInState state) => state switch
    {
        CheckInState.Answered or CheckInState.Acknowledged => LedgerFigure.CheckInsAnswered,
        CheckInState.Late => LedgerFigure.CheckInsLate,
        CheckInState.Missed => LedgerFigure.CheckInsMissed,
        CheckInState.Excused => LedgerFigure.CheckInsExcused,
        _ => null,
    };

    private static LedgerFigure? FigureOf(Ending ending) => ending.As switch
    {
        CommitmentState.Kept => ending.Late ? LedgerFigure.KeptLate : LedgerFigure.KeptOnTime,
        CommitmentState.Released => LedgerFigure.Released,
        CommitmentState.GivenUp => LedgerFigure.GivenUp,
        CommitmentState.Unmet => ending.SeenDifferently is null ? LedgerFigure.Unmet : LedgerFigure.SeenDifferently,
        _ => null,
    };

    /// <summary>
    /// On the day on which it ended, whether or not that was corrected later: the correction has a mark of its own, on its
    /// own day.
    /// </summary>
    private void Ended(Commitment promise, Ending ending, LedgerTally doer)
    {
        if (FigureOf(ending) is { } figure && span.Contains(LedgerHistory.FirstEnded(promise, ending))) doer.Add(figure, promise.Id);
    }

    /// <summary>The first agreement is the promise itself; each later one is other terms, and so is what took its place.</summary>
    private void Ways(Commitment promise, LedgerTally doer)
    {
        var (inTime, late) = (false, false);
        for (var at = 1; at < promise.Agreements.Count; at++)
        {
            var agreed = promise.Agreements[at];
            if (!span.Contains(agreed.At)) continue;
            inTime |= agreed.InTime;
            late |= !agreed.InTime;
        }

        if (promise.Ending is { As: CommitmentState.Superseded } replaced && span.Contains(replaced.At))
        {
            (inTime, late) = (inTime || !replaced.Late, late || replaced.Late);
        }

        if (inTime) doer.Add(LedgerFigure.RenegotiatedInTime, promise.Id);
        if (late) doer.Add(LedgerFigure.RenegotiatedLate, promise.Id);
    }

    private static void Reported(Commitment promise, LedgerTally? doer, LedgerTally? receiver, LedgerHistory.Reading read)
    {
        if (read.Corrected) doer?.Add(LedgerFigure.Corrected, promise.Id);
        if (read.AfterReminder) receiver?.Add(LedgerFigure.AnsweredAfterReminder, promise.Id);
        else if (read.Promptly) receiver?.Add(LedgerFigure.AnsweredPromptly, promise.Id);
    }

    /// <summary>The receiving side said yes, or that it is released, and the third pair of eyes is waited for.</summary>
    private bool IsAnswered(Commitment promise) => promise.PendingEnding is not null
        || (promise.Report?.FirstAcceptedBy is { } first && LedgerHistory.IsReceivers(alliance, promise, first));
}
