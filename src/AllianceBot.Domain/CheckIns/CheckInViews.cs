using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Check-ins as their readers may see them. Null for what a reader may not know of.</summary>
public static class CheckInViews
{
    /// <summary>Rows of one card: more would not fit a phone, and a card has its limits.</summary>
    private const int Rows = 20;

    /// <summary>One check-in. A scheduled one is nobody's business yet.</summary>
    public static CheckInCard? Card(Alliance alliance, Reader reader, CheckInId id, Instant now)
    {
        if (reader is not PersonReader { Person: var person }) return null;
        return Seen(alliance, person, id) is { } checkIn ? Card(alliance, person, checkIn, now) : null;
    }

    /// <summary>What an answer has to name, for a reader who may see the check-in; without the rest of its card, which costs.</summary>
    public static CheckInHead? Head(Alliance alliance, PersonId reader, CheckInId id) =>
        Seen(alliance, reader, id) is { } checkIn ? new(checkIn.Id, checkIn.Revision, checkIn.Commitment) : null;

    private static CheckIn? Seen(Alliance alliance, PersonId reader, CheckInId id) =>
        alliance.CheckIns.Find(id) is { State: not CheckInState.Scheduled } checkIn && May.Do(alliance, reader, Act.SeeCheckIn, id) ? checkIn : null;

    /// <summary>
    /// What this person is asked, the earliest due first, and what they answered just now and can still take back.
    /// </summary>
    public static CheckInBundle Open(Alliance alliance, PersonId reader, Instant now)
    {
        var open = Ordered(alliance, reader, checkIn => checkIn.State == CheckInState.Open && checkIn.Person == reader);
        var undoable = Ordered(alliance, reader, checkIn => checkIn.LastBy == reader
            && CheckInAnswering.CanUndo(alliance.Commitments[checkIn.Commitment], checkIn, reader, now));
        var sent = undoable.MaxBy(static checkIn => checkIn.AnsweredAt)?.LastAsk;
        return new(
            open.Take(Rows).Select(checkIn => Card(alliance, reader, checkIn, now)).ToValueList(),
            Math.Max(0, open.Count - Rows))
        {
            Saved = undoable.Where(checkIn => checkIn.LastAsk == sent).Take(Limits.List)
                .Select(checkIn => Card(alliance, reader, checkIn, now)).ToValueList(),
            Sent = sent,
        };
    }

    /// <summary>How this person wants to be asked; null for who is not in.</summary>
    public static PromptsView? Prompts(Alliance alliance, PersonId reader)
    {
        if (!alliance.IsMember(reader)) return null;
        var prompts = Prompting.Of(alliance, reader);
        var paused = Prompting.IsPaused(alliance, reader, alliance.DateOf(alliance.LastAt));
        return new(
            paused ? prompts.PausedUntil : null, prompts.Fewer, prompts.PerDay ?? alliance.Settings.PromptsPerDay,
            prompts.StandIn is { } colleague && alliance.IsMember(colleague) ? Names.Of(alliance, colleague) : null);
    }

    private static List<CheckIn> Ordered(Alliance alliance, PersonId reader, Func<CheckIn, bool> which) => alliance.CheckIns
        .Where(checkIn => which(checkIn) && May.Do(alliance, reader, Act.SeeCheckIn, checkIn.Id))
        .OrderBy(checkIn => alliance.Commitments[checkIn.Commitment].Terms.Due)
        .ThenBy(checkIn => alliance.Commitments[checkIn.Commitment].Number).ToList();

    private static CheckInCard Card(Alliance alliance, PersonId reader, CheckIn checkIn, Instant now)
    {
        var promise = alliance.Commitments[checkIn.Commitment];
        var (yours, acts) = (checkIn.Person == reader, ActsOf(alliance, promise, checkIn, reader, now));
        return new CheckInCard
        {
            Id = checkIn.Id,
            Revision = checkIn.Revision,
            Commitment = promise.Id,
            Number = promise.Number,
            Occurrence = promise.Occurrence,
            CommitmentRevision = promise.Revision,
            State = CheckInPlan.StateAt(checkIn, now),
            Kind = checkIn.Kind,
            What = promise.Terms.What.Text,
            Due = promise.Terms.Due,
            Person = Names.Of(alliance, checkIn.Person),
            ReceiverPartner = Names.Of(alliance, promise.Terms.ReceiverPartner),
            Receiver = Names.Of(alliance, promise.Terms.Receiver),
            Until = checkIn.Until is { } until ? CommitmentInsides.LastDay(alliance, until) : null,
            Answer = checkIn.Answer,
            Note = checkIn.Note?.Text,
            HelpWanted = checkIn.HelpWanted,
            Edited = checkIn.Edited,
            AnsweredAt = checkIn.AnsweredAt,
            Yours = yours,
            Acts = acts,
            Blocker = NameOf(alliance, checkIn.Blocker),
            // Asked for only once the answer says trouble.
            Blockers = checkIn.Answer is CheckInAnswer.AtRisk or CheckInAnswer.Blocked && acts.Contains(CheckInAct.Blocked) ? CheckInLadder.Blockers(alliance, promise, checkIn) : [],
            Colleagues = acts.Contains(CheckInAct.AskColleague) ? CheckInLadder.Colleagues(alliance, promise, checkIn) : [],
            LookedAt = checkIn.SeenBy is { } seen ? Names.Of(alliance, seen) : null,
            For = checkIn.For is { } away ? Names.Of(alliance, away) : null,
            Colleague = checkIn.Colleague is { } colleague ? Names.Of(alliance, colleague) : null,
            Required = !checkIn.Kind.IsOptional(),
            Excused = checkIn.Excused,
            SnoozedUntil = checkIn.SnoozedUntil,
            SnoozeTimes = acts.Contains(CheckInAct.Snooze) ? CheckInLadder.SnoozeTimes(alliance, checkIn, now) : [],
            Ladder = yours ? CheckInLadder.Of(alliance, promise, checkIn) : [],
            UndoUntil = CheckInAnswering.CanUndo(promise, checkIn, reader, now) ? checkIn.Undo!.Until : null,
            Flags = May.Do(alliance, reader, Act.SeeState, promise.Id)
                ? CommitmentViews.FlagsOf(alliance, promise, now)
                : [],
            SeenBy = SeenBy.DoerManagersAndReceiver,
            Zone = alliance.Zone,
            YourZone = Calendars.Of(alliance, reader).Zone.Id,
        };
    }

    private static string? NameOf(Alliance alliance, Subject? who) => who switch
    {
        { Kind: SubjectKind.Person } person => alliance.People.Find(new(person.Id))?.Name.Text,
        { Kind: SubjectKind.Partner } partner => alliance.Partners.Find(new(partner.Id))?.Name.Text,
        _ => null,
    };

    private static ValueList<CheckInAct> ActsOf(
        Alliance alliance, Commitment promise, CheckIn checkIn, PersonId reader, Instant now)
    {
        var acts = new List<CheckInAct>();
        if (May.Do(alliance, reader, Act.AcknowledgeCheckIn, checkIn.Id) && CheckInGuards.Seeing(alliance, promise, checkIn) is null) acts.Add(CheckInAct.Seen);
        if (!May.Do(alliance, reader, Act.AnswerCheckIn, checkIn.Id)) return acts.ToValueList();
        if (CheckInPlan.IsAnswerable(alliance, promise, checkIn, now))
        {
            acts.AddRange([CheckInAct.OnTrack, CheckInAct.AtRisk, CheckInAct.Blocked]);
            Form(CheckInAct.Done, CommitmentAct.Report);
            Form(CheckInAct.MoreTime, CommitmentAct.ProposeChange);
            Form(CheckInAct.CannotDo, CommitmentAct.GiveUp);
        }

        if (CheckInGuards.Snoozing(checkIn, reader, now) is null && CheckInLadder.SnoozeTimes(alliance, checkIn, now).Count > 0)
        {
            acts.Add(CheckInAct.Snooze);
        }

        if (CheckInGuards.Handing(alliance, promise, checkIn, reader, now) is null && CheckInLadder.Colleagues(alliance, promise, checkIn).Count > 0)
        {
            acts.Add(CheckInAct.AskColleague);
        }

        if (CheckInAnswering.CanUndo(promise, checkIn, reader, now)) acts.Add(CheckInAct.Undo);
        return acts.ToValueList();

        void Form(CheckInAct act, CommitmentAct by)
        {
            if (CommitmentGuards.Permits(alliance, promise, reader, by)
                && CommitmentGuards.Refuses(alliance, promise, reader, by, now) is null) acts.Add(act);
        }
    }
}
