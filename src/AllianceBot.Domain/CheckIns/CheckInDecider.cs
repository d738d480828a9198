using System.Diagnostics;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// The rules of check-ins: opened by the clock or by command, answered one by one or several at once, taken back, put aside,
/// looked at, handed to a colleague. What time does to them is <see cref="CheckInClock"/>'s.
/// </summary>
public static class CheckInDecider
{
    /// <summary>Every way in which check-ins can refuse, beside the shared ones and those of their promise.</summary>
    public static ValueList<Refusal> Refusals =>
        [CheckInGuards.AlreadyOpen, CheckInGuards.AskedToday, .. CheckInAnswering.All, .. CheckInGuards.All, .. Prompting.All];

    public static Outcome Decide(Alliance alliance, CheckInCommand command, CommandContext context) => command switch
    {
        OpenCheckIn open => Open(alliance, open, context),
        CheckInNow now => Now(alliance, now, context),
        AnswerCheckIn answer => One(alliance, answer.CheckIn, answer.Revision, answer, context),
        UndoCheckIn undo => One(alliance, undo.CheckIn, undo.Revision, undo, context),
        SnoozeCheckIn snooze => One(alliance, snooze.CheckIn, snooze.Revision, snooze, context),
        SeeCheckInAnswer see => One(alliance, see.CheckIn, see.Revision, see, context),
        AskColleague ask => One(alliance, ask.CheckIn, ask.Revision, ask, context),
        AnswerCheckIns all => CheckInAnswering.Several(alliance, all, context),
        UndoCheckIns all => CheckInAnswering.UndoSeveral(alliance, all, context),
        _ => Prompting.Decide(alliance, command, context) ?? throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    /// <summary>The one step of a check-in whose instant has come.</summary>
    public static Outcome Strike(Alliance alliance, CheckIn checkIn, Instant at) => CheckInClock.Strike(alliance, checkIn, at);

    /// <summary>Who is asked follows the promise: its hand-over moves its check-ins.</summary>
    public static ValueList<AllianceEvent> PersonLeft(Alliance alliance, PersonId person, PartnerId? partner) => [];

    /// <summary>
    /// Whatever happens to a promise or its check-ins, the next one beside those that its date plans is planned; all else that
    /// a promise's events mean for its check-ins is folded.
    /// </summary>
    public static ValueList<AllianceEvent> React(Alliance alliance, AllianceEvent happened, CommandContext context)
    {
        if (happened is AbsenceBegan away) return Away(alliance, away.Person, context.At);
        if (happened is CoverChanged { Cover: null } left) return Uncovered(alliance, left.Person);
        CommitmentId? about = happened switch
        {
            CommitmentEvent of => of.Commitment,
            CheckInEvent of => of.Commitment,
            _ => null,
        };
        return about is { } id && alliance.Commitments.Find(id) is { } promise
            && CheckInCadence.Missing(alliance, promise, context.At) is { } planned ? [planned] : [];
    }

    /// <summary>What somebody who goes away has open is their cover's, or nothing is expected.</summary>
    private static ValueList<AllianceEvent> Away(Alliance alliance, PersonId person, Instant at) => alliance.CheckIns
        .Where(checkIn => checkIn.IsWaiting() && checkIn.Person == person && checkIn.For is null)
        .Select(checkIn => CheckInClock.WhileAway(alliance, alliance.Commitments[checkIn.Commitment], checkIn, person, at))
        .ToValueList();

    /// <summary>What a cover had open for somebody is nobody's any more.</summary>
    private static ValueList<AllianceEvent> Uncovered(Alliance alliance, PersonId person) => alliance.CheckIns
        .Where(checkIn => checkIn.IsWaiting() && checkIn.For == person)
        .Select(static checkIn => (AllianceEvent)new CheckInExcused(checkIn.Id, checkIn.Commitment, ExcusedFor.Away))
        .ToValueList();

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
            ? Outcome.Of(asked, CheckInClock.Opened(alliance, promise, id, CheckInKind.ByCommand, doer, context.At))
            : asked;
    }

    private static Outcome Now(Alliance alliance, CheckInNow now, CommandContext context)
    {
        if (alliance.Commitments.Find(now.Commitment) is not { } promise || promise.Terms.Doer != context.By) return Refusal.NotYours;
        if (!CommitmentGuards.Permits(alliance, promise, context.By, CommitmentAct.CheckIn)) return Refusal.NotYours;
        var opened = Open(alliance, new OpenCheckIn(now.Commitment, now.Ask), context);
        if (opened is not Outcome.Happened { Events: { Count: 2 } events }) return opened;
        var checkIn = new CheckIn
        {
            Id = CheckInPlan.IdOf(promise.Id, promise.CheckInCount + 1),
            State = CheckInState.Open,
            Until = ((CheckInOpened)events[1]).Until,
        };
        var answer = new AnswerCheckIn(checkIn.Id, 0, now.Ask, now.Answer, now.Note, now.HelpWanted, now.Blocker);
        return CheckInAnswering.Answer(alliance, promise, checkIn, answer, context) is Outcome.Happened { Events: [var answered] }
            ? Outcome.Of(events[0], events[1], answered)
            : CheckInAnswering.Answer(alliance, promise, checkIn, answer, context);
    }

    private static Outcome One(Alliance alliance, CheckInId id, int revision, CheckInCommand command, CommandContext context)
    {
        var checkIn = alliance.CheckIns.Find(id);
        if (checkIn is null) return Refusal.NotYours;
        if (checkIn.LastAsk == command.Ask && checkIn.LastBy == context.By) return Outcome.Nothing;
        var right = command is SeeCheckInAnswer ? Act.AcknowledgeCheckIn : Act.AnswerCheckIn;
        if (!May.Do(alliance, context.By, right, checkIn.Id)) return Refusal.NotYours;
        var current = revision == checkIn.Revision
            || (command is UndoCheckIn && checkIn.Undo is not null && revision == checkIn.Revision - 1);
        if (!current) return Refusal.Stale(checkIn.Id);
        var promise = alliance.Commitments[checkIn.Commitment];
        return command switch
        {
            AnswerCheckIn answer => CheckInAnswering.Answer(alliance, promise, checkIn, answer, context),
            UndoCheckIn => CheckInAnswering.CanUndo(promise, checkIn, context.By, context.At)
                ? new CheckInUndone(checkIn.Id, promise.Id)
                : CheckInAnswering.NothingToUndo,
            SnoozeCheckIn snooze => CheckInGuards.Snoozing(checkIn, context.By, context.At)
                ?? CheckInGuards.Until(alliance, checkIn, snooze.Until, context.At)
                ?? (Outcome)new CheckInSnoozed(checkIn.Id, promise.Id, snooze.Until),
            SeeCheckInAnswer => CheckInGuards.Seeing(alliance, promise, checkIn)
                ?? (Outcome)new CheckInSeen(checkIn.Id, promise.Id),
            AskColleague ask => CheckInGuards.Handing(alliance, promise, checkIn, context.By, context.At)
                ?? CheckInGuards.Colleague(alliance, promise, checkIn, ask.Colleague)
                ?? (Outcome)new CheckInColleagueAsked(checkIn.Id, promise.Id, ask.Colleague),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }
}
