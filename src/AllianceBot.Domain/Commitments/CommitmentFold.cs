using System.Diagnostics;
using NodaTime;
using static AllianceBot.Domain.CommitmentState;

namespace AllianceBot.Domain;

/// <summary>The state of promises, folded from their events; and when each next needs the clock.</summary>
public static class CommitmentFold
{
    /// <summary>The alliance with this event folded into its promise and into the promise's check-ins.</summary>
    public static Alliance Evolve(Alliance alliance, CommitmentEvent happened)
    {
        var before = alliance.Commitments.Find(happened.Commitment) ?? new Commitment { Id = happened.Commitment };
        var after = Recorded(before, Step(alliance, before, happened), happened);
        var evolved = alliance with
        {
            Commitments = alliance.Commitments.With(after.Id, after),
            LastPromise = Math.Max(alliance.LastPromise, after.Number),
        };
        if (happened is CommitmentCameUp came)
        {
            var series = SeriesPlan.Advanced(evolved, evolved.Commitments[came.Series], came);
            evolved = evolved with { Commitments = evolved.Commitments.With(series.Id, series) };
        }

        return CheckInFold.Follow(evolved, before, after, happened);
    }

    /// <summary>
    /// When it next needs the clock, from the promise, the calendars and the settings alone. Null when it waits for people
    /// only.
    /// </summary>
    public static Instant? NextDue(Alliance alliance, Commitment commitment)
    {
        Instant? next = null;
        foreach (var timer in CommitmentClock.TimersOf(alliance, commitment))
        {
            if (next is null || timer.At < next) next = timer.At;
        }

        return next;
    }

    /// <summary>
    /// What the clock does by itself leaves the revision, so that nobody's open card goes stale by a reminder.
    /// </summary>
    private static bool IsQuiet(CommitmentEvent happened) => happened is CommitmentAnswerReminded or CommitmentAnswerByMoved
        or CommitmentConfirmReminded or CommitmentOverdueTold or CommitmentOverdueAsked;

    /// <summary>As long as nobody is reached the time to answer moves on and on; the history says it once.</summary>
    private static bool IsSaidAlready(Commitment before, CommitmentEvent happened) =>
        happened is CommitmentAnswerByMoved { NotReached: true } moved && WaitingParts.TimeOf(before, moved.For) is { NotReached: true };

    /// <summary>Talk and other hands answer nothing; everything else is said since, and overtakes what was told before.</summary>
    private static bool LeavesTold(CommitmentEvent happened) => happened is CommitmentTold or CommitmentNoted or CommitmentRemarked or CommitmentHandedOver;

    /// <summary>The receiving side goes on with it after all, or there is something new for it to look at.</summary>
    private static bool TakesAnotherWay(CommitmentEvent happened) => happened is CommitmentReported or CommitmentReturned or CommitmentWaited
        or CommitmentChangeProposed or CommitmentChangeAccepted or CommitmentRested or CommitmentWoken;

    private static Commitment Recorded(Commitment before, Commitment after, CommitmentEvent happened)
    {
        if (happened is CommitmentUndone)
        {
            return after with
            {
                Revision = before.Revision + 1,
                Undo = null,
                LastAsk = happened.Ask,
                LastBy = happened.By,
            };
        }

        var quiet = IsQuiet(happened);
        var revision = quiet ? before.Revision : before.Revision + 1;
        after = after with
        {
            Revision = revision,
            History = IsSaidAlready(before, happened) ? before.History : before.History.Add(CommitmentHistory.Entry(before, happened, revision)),
        };
        if (quiet) return after;
        return after with
        {
            PendingEnding = after.Ending is not null || TakesAnotherWay(happened) ? null : after.PendingEnding,
            Told = LeavesTold(happened) ? after.Told : null,
            LastAsk = happened.Ask,
            LastBy = happened.By,
            Undo = ReferenceEquals(after.Undo, before.Undo) ? null : after.Undo,
        };
    }

    private static Commitment Step(Alliance alliance, Commitment was, CommitmentEvent happened) => happened switch
    {
        CommitmentRequested e => Proposed(alliance, was, e, e.Number, e.Terms, e.SeenByAll, Side.Receiver, e.Reason, e.AnswerBy) with { Estimate = e.Estimate, Source = e.Source },
        CommitmentOffered e => Proposed(alliance, was, e, e.Number, e.Terms, e.SeenByAll, Side.Doer, e.Reason, e.AnswerBy) with { Estimate = e.Estimate, Source = e.Source },
        CommitmentCountered e => was with
        {
            State = Countered,
            Terms = e.Terms,
            Turn = was.Turn.Opposite(),
            Offers = was.Offers.Add(new(was.Offers.Count + 1, was.Turn, e.By, e.Terms, e.Reason, e.At)),
            Answer = new(e.At, alliance.Settings.AnswerByDays, e.AnswerBy),
        },
        CommitmentAccepted e => Agreed(
            was with { Answer = null, Series = was.Terms.Repeats is null ? null : SeriesPlan.Started(was.Terms) },
            was.Terms with { Doer = e.Doer, Receiver = e.Receiver }, e.At, inTime: true),
        CommitmentCameUp e => Agreed(SeriesPlan.Begun(alliance.Commitments[e.Series], was, e), e.Terms, e.At, inTime: true),
        CommitmentSeriesLeft e => Ended(was, Finished, e, e.Reason),
        CommitmentSeriesEnded e => Ended(was, Finished, e, null),
        CommitmentDeclined e => Ended(was, Declined, e, e.Reason),
        CommitmentWithdrawn e => Ended(was, Withdrawn, e, e.Reason),
        CommitmentLapsed e => Ended(was, Lapsed, e, null),
        CommitmentAnswerReminded e => CommitmentHands.Retimed(was, e.For, static time => time with { Reminded = true }),
        CommitmentAnswerByMoved e => CommitmentHands.Retimed(was, e.For, time => CommitmentHands.Later(time, e)),
        CommitmentSucceeded e => Agreed(
            was with
            {
                Number = e.Number,
                SeenByAll = e.SeenByAll,
                Predecessor = e.Predecessor,
                ProposedBy = e.ProposedBy,
                Proposer = e.Proposer,
            },
            e.Terms, e.At, inTime: true),
        _ => Working(alliance, was, happened),
    };

    private static Commitment Working(Alliance alliance, Commitment was, CommitmentEvent happened) => happened switch
    {
        CommitmentAtRisk e => was with { Risk = new(e.By, e.Reason, e.HelpWanted, e.At), Undo = Undoable(alliance, was, e) },
        CommitmentRiskCleared e => was with { Risk = null, Undo = Undoable(alliance, was, e) },
        CommitmentNoted e => was with { Undo = Undoable(alliance, was, e) },
        CommitmentUndone => was with
        {
            Risk = was.Undo!.Risk,
            History = was.History.Where((_, at) => at != was.Undo.Entry).ToValueList(),
        },
        CommitmentChangeProposed e => was with
        {
            State = ChangeProposed,
            Behind = was.State == ChangeProposed ? was.Behind : was.State,
            Change = new(e.Side, e.By, e.Terms, e.Reason, e.At, new(e.At, alliance.Settings.ChangeAnswerByDays, e.AnswerBy)),
        },
        CommitmentChangeAccepted e when was.Series is not null => SeriesPlan.Changed(
            alliance, Agreed(was with { Change = null }, was.Terms, e.At, e.InTime), was.Change!.Terms),
        CommitmentChangeAccepted e => Agreed(was with { Change = null }, was.Change!.Terms, e.At, e.InTime),
        CommitmentChangeRefused or CommitmentChangeRetracted or CommitmentChangeLapsed =>
            was with { State = was.Behind, Change = null },
        CommitmentTold e => was with
        {
            Told = new(e.ToldBy, e.By, e.Answer, e.Note, e.Due, e.HelpWanted, e.At) { CheckIn = e.CheckIn },
        },
        CommitmentToldConfirmed or CommitmentToldRejected or CommitmentRemarked => was,
        CommitmentHandedOver e => CommitmentHands.HandedOver(was, e),
        CommitmentRested e => was with { Resting = new(e.At) },
        CommitmentWoken e => Domain.Resting.Woken(was, e.Due),
        CommitmentEstimated e => was with { Estimate = e.Hours },
        CommitmentDepends e => was with { DependsOn = was.DependsOn.Add(e.On) },
        CommitmentDependsNoMore e => was with { DependsOn = was.DependsOn.Remove(e.On) },
        CommitmentOverdueTold e => was with { Overdue = was.Overdue with { ToldAt = e.At } },
        CommitmentOverdueAsked e => was with { Overdue = was.Overdue with { AskedAt = e.At } },
        CommitmentWaited e => was with { Overdue = new(was.Overdue.ToldAt, null, e.At) },
        CommitmentReplacementProposed e => was with
        {
            Replacement = new(
                e.Side, e.By, e.Successor, e.Terms, e.Reason, e.At,
                new(e.At, alliance.Settings.ChangeAnswerByDays, e.AnswerBy)),
        },
        CommitmentReplacementDropped => was with { Replacement = null },
        _ => Reporting(alliance, was, happened),
    };

    private static Commitment Reporting(Alliance alliance, Commitment was, CommitmentEvent happened) => happened switch
    {
        CommitmentReported e => Domain.Resting.Ended(alliance, was, e.At) with
        {
            State = Reported,
            Behind = was.State == ChangeProposed ? was.Behind : was.State,
            Change = null,
            Replacement = null,
            Report = new(e.By, e.Note, e.At) { Proof = e.Proof, Hours = e.Hours },
        },
        CommitmentReportRetracted => was with { State = was.Behind, Report = null },
        CommitmentFirstAccepted e => was with
        {
            Report = was.Report! with { FirstAcceptedBy = e.By, AskedAt = e.At, Steps = 0 },
        },
        CommitmentConfirmReminded e => was with { Report = was.Report! with { AskedAt = e.At, Steps = e.Step } },
        CommitmentKept e => Ended(was, CommitmentState.Kept, e, e.Note, e.Late),
        CommitmentReturned e => Returned(alliance, was, e),
        CommitmentFirstEnded e => was with { PendingEnding = new(e.By, e.As, e.Reason) },
        CommitmentReleased e => EndedByTwo(was, Released, e, e.Reason),
        CommitmentGivenUp e => Ending(was, GivenUp, e, e.Reason, ending => ending with { NoticeDays = e.NoticeDays }),
        CommitmentUnmet e => EndedByTwo(was, Unmet, e, e.Reason),
        CommitmentSuperseded e => Ending(
            was, Superseded, e, null, ending => ending with { Successor = e.Successor, Late = Domain.Resting.IsPast(alliance, was, e.At) }),
        CommitmentCorrectionProposed e => was with
        {
            Correction = new(e.Side, e.By, e.To, e.Reason, e.At, new(e.At, alliance.Settings.ChangeAnswerByDays, e.AnswerBy))
            {
                Late = e.Late,
            },
        },
        CommitmentCorrectionDropped => was with { Correction = null },
        CommitmentCorrected { To: CommitmentState.Kept } e => Ended(
            was, CommitmentState.Kept, e, was.Correction?.Reason, was.Correction?.Late ?? IsLate(alliance, was)),
        CommitmentCorrected e => was with
        {
            State = Active,
            Ending = null,
            Correction = null,
            Report = null,
            GraceFrom = e.At,
            Overdue = new(),
        },
        CommitmentSeenDifferently e => was with { Ending = was.Ending! with { SeenDifferently = e.Said } },
        _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
    };

    private static Commitment Proposed(
        Alliance alliance, Commitment draft, CommitmentEvent happened, int number, Terms terms, bool seenByAll, Side by,
        Words? reason, Instant answerBy) => draft with
        {
            Number = number,
            State = by == Side.Receiver ? Requested : Offered,
            Terms = terms,
            ProposedBy = by,
            Turn = by.Opposite(),
            Proposer = happened.By,
            Offers = [new(1, by, happened.By, terms, reason, happened.At)],
            Answer = new(happened.At, alliance.Settings.AnswerByDays, answerBy),
            SeenByAll = seenByAll,
        };

    private static Commitment Agreed(Commitment was, Terms terms, Instant at, bool inTime) => was with
    {
        Resting = was.Resting is { } rest ? rest with { Moves = rest.Moves && terms.Due == was.Terms.Due } : null,
        State = Active,
        Behind = Active,
        Terms = terms,
        Agreements = was.Agreements.Add(new(terms, at, inTime)),
        GraceFrom = null,
        Overdue = new(),
    };

    /// <summary>
    /// The old date stands until a new one is agreed; for some days it shows as returned, not overdue.
    /// </summary>
    private static Commitment Returned(Alliance alliance, Commitment was, CommitmentReturned happened)
    {
        var returned = was with
        {
            State = Rework,
            Behind = Rework,
            Report = was.Report! with { Unmet = happened.Unmet, FirstAcceptedBy = null },
            GraceFrom = happened.At,
            Overdue = new(),
        };
        return happened is { Due: { } due, AnswerBy: { } by }
            ? returned with
            {
                State = ChangeProposed,
                Change = new(
                    Side.Receiver, happened.By, was.Terms with { Due = due }, null, happened.At,
                    new(happened.At, alliance.Settings.ChangeAnswerByDays, by)),
            }
            : returned;
    }

    /// <summary>
    /// Where the correction does not say it, as one that was stored before it was asked: by the last report; without one by
    /// the day on which it was called unmet, which is after the due date.
    /// </summary>
    private static bool IsLate(Alliance alliance, Commitment was) =>
        alliance.IsPast(was.Terms.Due, was.Report?.At ?? was.Ending!.At);

    private static Commitment Ended(
        Commitment was, CommitmentState how, CommitmentEvent happened, Words? reason, bool late = false) => Ending(was, how, happened, reason, ending => ending with { Late = late });

    /// <summary>The receiving side's word and reason stand; who said the same beside it is in the history.</summary>
    private static Commitment EndedByTwo(Commitment was, CommitmentState how, CommitmentEvent happened, Words? reason) =>
        was.PendingEnding is { } first && first.As == how
            ? Ending(was, how, happened, first.Reason, ending => ending with { By = first.By })
            : Ended(was, how, happened, reason);

    private static Commitment Ending(
        Commitment was, CommitmentState how, CommitmentEvent happened, Words? reason, Func<Ending, Ending> also) => was with
        {
            State = how,
            Answer = null,
            Change = null,
            Replacement = null,
            Correction = null,
            Resting = null,
            Ending = also(new(how, happened.By, happened.At, reason) { Entry = was.History.Count + 1 }),
        };

    private static UndoPoint Undoable(Alliance alliance, Commitment was, CommitmentEvent happened) =>
        new(happened.By, happened.At + alliance.Settings.UndoWindow, was.Risk, was.History.Count);
}
