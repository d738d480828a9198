using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// The state of check-ins: folded from their own events, and from those of their promise, which plan them, cancel them,
/// hand them over, and answer them by a form that was sent.
/// </summary>
public static class CheckInFold
{
    public static Alliance Evolve(Alliance alliance, CheckInEvent happened)
    {
        var promise = alliance.Commitments[happened.Commitment];
        return happened switch
        {
            CheckInAsked e => Asked(alliance, promise, e),
            CheckInPlanned e => Planned(alliance, promise, e),
            CheckInHeld e => Quiet(alliance, e, was => was with { HeldUntil = e.Until }),
            CheckInPutOff e => Quiet(alliance, e, was => was with { Day = e.Day, PutOffs = was.PutOffs + 1 }),
            CheckInSatisfied e => Quiet(alliance, e, static was => was with { State = CheckInState.Closed }),
            CheckInOpened e => Opened(alliance, promise, e),
            CheckInNudged e => Quiet(alliance, e, was => was with { Nudges = e.Step, PromptedAt = e.At }),
            CheckInSnoozed e => Change(alliance, e, was => was with
            {
                State = CheckInState.Snoozed,
                SnoozedUntil = e.Until,
                Snoozes = was.Snoozes + 1,
            }),
            CheckInWoken e => Quiet(alliance, e, was => was with
            {
                State = CheckInState.Open,
                SnoozedUntil = null,
                PromptedAt = e.At,
            }),
            CheckInAnswered e => Answered(alliance, promise, e),
            CheckInSeen e => Change(alliance, e, was => was with
            {
                State = was.State == CheckInState.Answered ? CheckInState.Acknowledged : was.State,
                Said = was.Said with { SeenBy = e.By, SeenAt = e.At },
            }),
            CheckInUnseen e => Quiet(alliance, e, was => was with { Said = was.Said with { CareSteps = e.Step, CaredAt = e.At } }),
            CheckInUndone e => Undone(alliance, promise, e),
            CheckInExtended e => Change(alliance, e, was => was with { Until = e.Until }),
            CheckInColleagueAsked e => Change(alliance, e, was => was with { Colleague = e.Colleague }),
            CheckInMissed e => Change(alliance, e, was => was with
            {
                State = CheckInState.Missed,
                InRow = e.InRow,
                OverAt = e.At,
                Colleague = e.Asked ?? was.Colleague,
                SnoozedUntil = null,
            }),
            CheckInExcused e => Change(alliance, e, was => was with { State = CheckInState.Excused, Excused = e.For, OverAt = e.At }),
            _ => throw new UnreachableException($"No fold for {happened.GetType().Name}."),
        };
    }

    /// <summary>When it next needs the clock.</summary>
    public static Instant? NextDue(Alliance alliance, CheckIn checkIn) => CheckInClock.NextDue(alliance, checkIn);

    /// <summary>What an event of a promise does to its check-ins.</summary>
    internal static Alliance Follow(Alliance alliance, Commitment before, Commitment after, CommitmentEvent happened)
    {
        alliance = happened switch
        {
            CommitmentReported => AnsweredByForm(alliance, before, happened, CheckInAnswer.Done),
            CommitmentGivenUp => AnsweredByForm(alliance, before, happened, CheckInAnswer.CannotDo),
            CommitmentChangeProposed { Side: Side.Doer } => AnsweredByForm(alliance, before, happened, CheckInAnswer.MoreTime),
            CommitmentHandedOver { Side: Side.Doer, To: { } to } => HandedTo(alliance, after, to),
            _ => alliance,
        };
        if (after.State.IsEnded() || after.Resting is not null) return Cancelled(alliance, after, static _ => true);
        return happened switch
        {
            // Of a repeated promise each occurrence has its own.
            CommitmentAccepted or CommitmentChangeAccepted when after.Series is not null => alliance,
            CommitmentAccepted or CommitmentSucceeded or CommitmentChangeAccepted or CommitmentCorrected or CommitmentCameUp or CommitmentWoken =>
                Planned(Cancelled(alliance, after, static _ => true), after, happened.At),
            CommitmentReturned or CommitmentReportRetracted or CommitmentHandedOver =>
                Cancelled(alliance, after, checkIn => checkIn.State == CheckInState.Scheduled
                    && (checkIn.At <= happened.At || (checkIn.Kind == CheckInKind.Overdue && happened is CommitmentReturned))),
            _ => alliance,
        };
    }

    private static Alliance Planned(Alliance alliance, Commitment promise, Instant from)
    {
        foreach (var kind in (ReadOnlySpan<CheckInKind>)[CheckInKind.Before, CheckInKind.OnDate])
        {
            if (CheckInPlan.OfPartner(alliance, promise, kind, from) is not { } at) continue;
            alliance = Added(alliance, promise.Id, new CheckIn
            {
                Kind = kind,
                Person = promise.Terms.Doer!.Value,
                From = from,
                At = at,
            });
        }

        return alliance;
    }

    /// <summary>Ids of a promise's check-ins run without a gap, so one is never taken away, only cancelled.</summary>
    private static Alliance Added(Alliance alliance, CommitmentId of, CheckIn checkIn)
    {
        var promise = alliance.Commitments[of];
        var id = CheckInPlan.IdOf(of, promise.CheckInCount + 1);
        return alliance with
        {
            Commitments = alliance.Commitments.With(of, promise with { CheckInCount = promise.CheckInCount + 1 }),
            CheckIns = alliance.CheckIns.With(id, checkIn with { Id = id, Commitment = of }),
        };
    }

    private static Alliance Asked(Alliance alliance, Commitment promise, CheckInAsked happened) =>
        Added(alliance, promise.Id, new CheckIn
        {
            Kind = CheckInKind.ByCommand,
            Person = happened.Person,
            From = happened.At,
            At = CheckInPlan.OpensAt(alliance, promise, CheckInKind.ByCommand, happened.At)!.Value,
            MadeBy = happened.Ask,
            LastAsk = happened.Ask,
            LastBy = happened.By,
        });

    private static Alliance Planned(Alliance alliance, Commitment promise, CheckInPlanned happened)
    {
        var planned = new CheckIn
        {
            Kind = happened.Kind,
            Person = promise.Terms.Doer!.Value,
            From = happened.At,
            Day = happened.Day,
        };
        return Added(alliance, promise.Id, planned with { At = CheckInPlan.OpensAt(alliance, promise, planned) });
    }

    /// <summary>One question at a time: an older one that is still open is asked anew by this.</summary>
    private static Alliance Opened(Alliance alliance, Commitment promise, CheckInOpened happened)
    {
        if (happened.Kind.IsOptional()) alliance = Prompting.Counted(alliance, happened.Person, Calendars.Of(alliance, happened.Person).DateOf(happened.At));
        return Change(Cancelled(alliance, promise, CheckInPlan.IsWaiting), happened, was => was with
        {
            State = CheckInState.Open,
            Person = happened.Person,
            For = promise.Terms.Doer is { } doer && doer != happened.Person ? doer : null,
            At = happened.At,
            Until = happened.Until,
            PromptedAt = happened.At,
            Nudges = 0,
            SnoozedUntil = null,
        });
    }

    private static Alliance Answered(Alliance alliance, Commitment promise, CheckInAnswered happened)
    {
        var was = alliance.CheckIns[happened.CheckIn];
        var risk = happened.Answer is CheckInAnswer.AtRisk or CheckInAnswer.Blocked
            ? new RiskFlag(happened.By, happened.Note, happened.HelpWanted, happened.At) { CheckIn = happened.CheckIn }
            : null;
        var now = was with
        {
            Revision = was.Revision + 1,
            State = happened.Late ? CheckInState.Late : CheckInState.Answered,
            Said = new()
            {
                Answer = happened.Answer,
                Note = happened.Note,
                At = happened.At,
                In = alliance.Version + 1,
                HelpWanted = happened.HelpWanted,
                Blocker = happened.Blocker,
                Edited = happened.Edited,
            },
            OverAt = was.OverAt ?? happened.At,
            SnoozedUntil = null,
            // Said without being asked: taken back, nothing is left that would wait for an answer.
            Undo = new(happened.By, happened.At + alliance.Settings.UndoWindow, was.MadeBy == happened.Ask ? CheckInState.Cancelled : was.State, was.Said)
            {
                OverAt = was.OverAt,
                SnoozedUntil = was.SnoozedUntil,
                Risk = promise.Risk,
                CommitmentRevision = promise.Revision,
            },
            LastAsk = happened.Ask,
            LastBy = happened.By,
        };
        return alliance with { Commitments = WithRisk(alliance, promise, risk), CheckIns = alliance.CheckIns.With(now.Id, now) };
    }

    private static Alliance Undone(Alliance alliance, Commitment promise, CheckInUndone happened)
    {
        var undo = alliance.CheckIns[happened.CheckIn].Undo!;
        return Change(alliance with { Commitments = WithRisk(alliance, promise, undo.Risk) }, happened, was => was with
        {
            State = undo.State,
            Said = undo.Said,
            OverAt = undo.OverAt,
            SnoozedUntil = undo.SnoozedUntil,
            Undo = null,
        });
    }

    /// <summary>
    /// The flag changes what the promise shows, but is no transition of it: nobody's card of it goes stale.
    /// </summary>
    private static Items<CommitmentId, Commitment> WithRisk(Alliance alliance, Commitment promise, RiskFlag? risk) =>
        promise.Risk == risk && promise.Undo is null
            ? alliance.Commitments
            : alliance.Commitments.With(promise.Id, promise with { Risk = risk, Undo = null });

    private static Alliance Change(Alliance alliance, CheckInEvent happened, Func<CheckIn, CheckIn> change)
    {
        var was = alliance.CheckIns[happened.CheckIn];
        var now = change(was) with { Revision = was.Revision + 1, LastAsk = happened.Ask, LastBy = happened.By };
        return alliance with { CheckIns = alliance.CheckIns.With(now.Id, now) };
    }

    /// <summary>What nobody did by hand leaves the revision, so that an open card does not go stale by a reminder.</summary>
    private static Alliance Quiet(Alliance alliance, CheckInEvent happened, Func<CheckIn, CheckIn> change)
    {
        var now = change(alliance.CheckIns[happened.CheckIn]);
        return alliance with { CheckIns = alliance.CheckIns.With(now.Id, now) };
    }

    private static Alliance Each(Alliance alliance, Commitment promise, Func<CheckIn, bool> which, Func<CheckIn, CheckIn> change)
    {
        foreach (var checkIn in CheckInPlan.Of(alliance, alliance.Commitments[promise.Id]))
        {
            if (!which(checkIn)) continue;
            var now = change(checkIn) with { Revision = checkIn.Revision + 1 };
            alliance = alliance with { CheckIns = alliance.CheckIns.With(now.Id, now) };
        }

        return alliance;
    }

    private static Alliance Cancelled(Alliance alliance, Commitment promise, Func<CheckIn, bool> which) => Each(
        alliance, promise, checkIn => (checkIn.State == CheckInState.Scheduled || checkIn.IsWaiting()) && which(checkIn),
        static checkIn => checkIn with { State = CheckInState.Cancelled });

    private static Alliance HandedTo(Alliance alliance, Commitment promise, PersonId to) => Each(
        alliance, promise, static checkIn => checkIn.State == CheckInState.Scheduled || checkIn.IsWaiting(),
        checkIn => checkIn with { Person = to, For = null });

    /// <summary>Done, more time and can't do: the form that was sent is the answer.</summary>
    private static Alliance AnsweredByForm(Alliance alliance, Commitment before, CommitmentEvent happened, CheckInAnswer answer) => Each(
        alliance, before, checkIn => CheckInPlan.IsAnswerable(alliance, before, checkIn, happened.At), checkIn => checkIn with
        {
            State = checkIn.State == CheckInState.Missed ? CheckInState.Late : CheckInState.Answered,
            Said = checkIn.Said with
            {
                Answer = answer,
                Note = null,
                At = happened.At,
                In = alliance.Version + 1,
                HelpWanted = false,
                Blocker = null,
                Edited = checkIn.AnsweredAt is not null,
            },
            OverAt = checkIn.OverAt ?? happened.At,
            SnoozedUntil = null,
            Undo = null,
            LastAsk = happened.Ask,
            LastBy = happened.By,
        });
}
