using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Whether somebody may have a check-in opened by command now.</summary>
internal static class CheckInGuards
{
    public static readonly Refusal AlreadyOpen = new("checkin.already-open");
    public static readonly Refusal AskedToday = new("checkin.asked-today");

    /// <summary>
    /// Not while one is open or waits to open; and once a day, so that asking never becomes pressing.
    /// </summary>
    public static Refusal? Asking(Alliance alliance, Commitment promise, PersonId person, Instant now)
    {
        if (SeriesRules.Refuses(alliance, promise, CommitmentAct.CheckIn) is { } isSeries) return isSeries;
        if (!promise.State.IsOwed()) return CommitmentGuards.NotOwed;
        if (promise.Terms.Doer is null) return Working.PersonMissing.With("side", "doer");
        foreach (var checkIn in CheckInPlan.Of(alliance, promise))
        {
            if (checkIn is { State: CheckInState.Open } or { State: CheckInState.Scheduled, Kind: CheckInKind.ByCommand })
            {
                return AlreadyOpen.With("checkin", checkIn.Id.Value);
            }

            var today = alliance.DateOf(now);
            if (checkIn.Kind == CheckInKind.ByCommand && person != promise.Terms.Doer && alliance.DateOf(checkIn.From) == today)
            {
                return AskedToday;
            }
        }

        return null;
    }
}

/// <summary>
/// The rules of check-ins: opened by the clock or by command, answered, taken back, missed or excused.
/// </summary>
public static class CheckInDecider
{
    public static readonly Refusal Closed = new("checkin.closed");
    public static readonly Refusal FormFirst = new("checkin.form-first");
    public static readonly Refusal NothingToUndo = new("checkin.nothing-to-undo");

    private static readonly Duration ShortestExtension = Duration.FromHours(1);

    /// <summary>Every way in which check-ins can refuse, beside the shared ones and those of their promise.</summary>
    public static ValueList<Refusal> Refusals =>
        [CheckInGuards.AlreadyOpen, CheckInGuards.AskedToday, Closed, FormFirst, NothingToUndo];

    public static Outcome Decide(Alliance alliance, CheckInCommand command, CommandContext context) => command switch
    {
        OpenCheckIn open => Open(alliance, open, context),
        AnswerCheckIn answer => Decide(alliance, answer.CheckIn, answer.Revision, answer, context),
        UndoCheckIn undo => Decide(alliance, undo.CheckIn, undo.Revision, undo, context),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    /// <summary>The one step of a check-in whose instant has come.</summary>
    public static Outcome Strike(Alliance alliance, CheckIn checkIn, Instant at)
    {
        if (CheckInFold.NextDue(alliance, checkIn) is not { } due || due > at) return Outcome.Nothing;
        var promise = alliance.Commitments[checkIn.Commitment];
        if (checkIn.State == CheckInState.Scheduled)
        {
            return CheckInPlan.WindowEnd(alliance, promise, due) <= at
                ? new CheckInExcused(checkIn.Id, promise.Id, ExcusedFor.Outage)
                : Opened(alliance, promise, checkIn.Id, checkIn.Kind, promise.Terms.Doer!.Value, at);
        }

        if (alliance.People.Find(checkIn.Person)?.NotReached is not null)
        {
            return new CheckInExcused(checkIn.Id, promise.Id, ExcusedFor.NotReached);
        }

        if (at - due <= Deadlines.Outage) return new CheckInMissed(checkIn.Id, promise.Id);
        return new CheckInExtended(checkIn.Id, promise.Id, at + Duration.Max((due - checkIn.At) / 2, ShortestExtension));
    }

    /// <summary>Who is asked follows the promise: its hand-over moves its check-ins.</summary>
    public static ValueList<AllianceEvent> PersonLeft(Alliance alliance, PersonId person, PartnerId? partner) => [];

    /// <summary>What a promise's events mean for its check-ins is folded, not decided.</summary>
    public static ValueList<AllianceEvent> React(Alliance alliance, AllianceEvent happened, CommandContext context) => [];

    private static Outcome Open(Alliance alliance, OpenCheckIn open, CommandContext context)
    {
        var promise = alliance.Commitments.Find(open.Commitment);
        if (promise is null) return Refusal.NotYours;
        if (!CommitmentGuards.Permits(alliance, promise, context.By, CommitmentAct.CheckIn)) return Refusal.NotYours;
        if (CheckInPlan.Of(alliance, promise).Any(known => known.MadeBy == open.Ask)) return Outcome.Nothing;
        if (CheckInGuards.Asking(alliance, promise, context.By, context.At) is { } refusal) return refusal;
        var id = CheckInPlan.IdOf(promise.Id, promise.CheckInCount + 1);
        var doer = promise.Terms.Doer!.Value;
        var asked = new CheckInAsked(id, promise.Id, doer);
        var atOnce = context.By == doer
            || CheckInPlan.OpensAt(alliance, promise, CheckInKind.ByCommand, context.At) <= context.At;
        return atOnce
            ? Outcome.Of(asked, Opened(alliance, promise, id, CheckInKind.ByCommand, doer, context.At))
            : asked;
    }

    private static Outcome Decide(Alliance alliance, CheckInId id, int revision, CheckInCommand command, CommandContext context)
    {
        var checkIn = alliance.CheckIns.Find(id);
        if (checkIn is null) return Refusal.NotYours;
        if (checkIn.LastAsk == command.Ask && checkIn.LastBy == context.By) return Outcome.Nothing;
        if (!May.Do(alliance, context.By, Act.AnswerCheckIn, checkIn.Id)) return Refusal.NotYours;
        var current = revision == checkIn.Revision
            || (command is UndoCheckIn && checkIn.Undo is not null && revision == checkIn.Revision - 1);
        if (!current) return Refusal.Stale(checkIn.Id);
        var promise = alliance.Commitments[checkIn.Commitment];
        return command is AnswerCheckIn answer
            ? Answer(alliance, promise, checkIn, answer, context)
            : CanUndo(promise, checkIn, context.By, context.At)
                ? new CheckInUndone(checkIn.Id, promise.Id)
                : NothingToUndo;
    }

    internal static bool CanUndo(Commitment promise, CheckIn checkIn, PersonId person, Instant now) =>
        checkIn.Undo is { } undo && undo.By == person && now < undo.Until && undo.CommitmentRevision == promise.Revision;

    private static Outcome Answer(
        Alliance alliance, Commitment promise, CheckIn checkIn, AnswerCheckIn answer, CommandContext context)
    {
        if (!Enum.IsDefined(answer.Answer)) return FormFirst;
        if (answer.Answer is not (CheckInAnswer.OnTrack or CheckInAnswer.AtRisk or CheckInAnswer.Blocked))
        {
            return FormFirst.With("answer", CommitmentHistory.Code(answer.Answer));
        }

        if (!CheckInPlan.IsAnswerable(alliance, promise, checkIn, context.At)) return Closed;
        if (TermsRules.Optional("note", answer.Note) is { } bad) return bad;
        return new CheckInAnswered(
            checkIn.Id, promise.Id, answer.Answer, answer.Note, answer.HelpWanted && answer.Answer != CheckInAnswer.OnTrack,
            Edited: checkIn.AnsweredAt is not null, Late: checkIn.Until <= context.At);
    }

    private static CheckInOpened Opened(
        Alliance alliance, Commitment promise, CheckInId id, CheckInKind kind, PersonId person, Instant at) =>
        new(id, promise.Id, kind, person, CheckInPlan.WindowEnd(alliance, promise, at));
}
