using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Check-ins as their readers may see them. Null for what a reader may not know of.</summary>
public static class CheckInViews
{
    /// <summary>One check-in. A scheduled one is nobody's business yet.</summary>
    public static CheckInCard? Card(Alliance alliance, Reader reader, CheckInId id, Instant now)
    {
        if (reader is not PersonReader { Person: var person }) return null;
        if (alliance.CheckIns.Find(id) is not { State: not CheckInState.Scheduled } checkIn) return null;
        return May.Do(alliance, person, Act.SeeCheckIn, id) ? Card(alliance, person, checkIn, now) : null;
    }

    /// <summary>All open check-ins of this person, the earliest due first.</summary>
    public static CheckInBundle Open(Alliance alliance, PersonId reader, Instant now)
    {
        var open = alliance.CheckIns
            .Where(checkIn => checkIn.State == CheckInState.Open && checkIn.Person == reader
                && May.Do(alliance, reader, Act.SeeCheckIn, checkIn.Id))
            .OrderBy(checkIn => alliance.Commitments[checkIn.Commitment].Terms.Due)
            .ThenBy(checkIn => alliance.Commitments[checkIn.Commitment].Number).ToList();
        return new(
            open.Take(Limits.List).Select(checkIn => Card(alliance, reader, checkIn, now)).ToValueList(),
            Math.Max(0, open.Count - Limits.List));
    }

    private static CheckInCard Card(Alliance alliance, PersonId reader, CheckIn checkIn, Instant now)
    {
        var promise = alliance.Commitments[checkIn.Commitment];
        return new CheckInCard
        {
            Id = checkIn.Id,
            Revision = checkIn.Revision,
            Commitment = promise.Id,
            Number = promise.Number,
            Occurrence = promise.Occurrence,
            CommitmentRevision = promise.Revision,
            State = checkIn.State,
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
            Yours = checkIn.Person == reader,
            Acts = ActsOf(alliance, promise, checkIn, reader, now),
            UndoUntil = CheckInDecider.CanUndo(promise, checkIn, reader, now) ? checkIn.Undo!.Until : null,
            Flags = May.Do(alliance, reader, Act.SeeState, promise.Id)
                ? CommitmentViews.FlagsOf(alliance, promise, now)
                : [],
            SeenBy = SeenBy.DoerManagersAndReceiver,
            Zone = alliance.Zone,
        };
    }

    private static ValueList<CheckInAct> ActsOf(
        Alliance alliance, Commitment promise, CheckIn checkIn, PersonId reader, Instant now)
    {
        var acts = new List<CheckInAct>();
        if (!May.Do(alliance, reader, Act.AnswerCheckIn, checkIn.Id)) return [];
        if (CheckInPlan.IsAnswerable(alliance, promise, checkIn, now))
        {
            acts.AddRange([CheckInAct.OnTrack, CheckInAct.AtRisk, CheckInAct.Blocked]);
            Form(CheckInAct.Done, CommitmentAct.Report);
            Form(CheckInAct.MoreTime, CommitmentAct.ProposeChange);
            Form(CheckInAct.CannotDo, CommitmentAct.GiveUp);
        }

        if (CheckInDecider.CanUndo(promise, checkIn, reader, now)) acts.Add(CheckInAct.Undo);
        return acts.ToValueList();

        void Form(CheckInAct act, CommitmentAct by)
        {
            if (CommitmentGuards.Permits(alliance, promise, reader, by)
                && CommitmentGuards.Refuses(alliance, promise, reader, by, now) is null) acts.Add(act);
        }
    }
}
