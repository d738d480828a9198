using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Answers, one by one or several at once, and taking them back.</summary>
internal static class CheckInAnswering
{
    public static readonly Refusal Closed = new("checkin.closed");
    public static readonly Refusal FormFirst = new("checkin.form-first");
    public static readonly Refusal NothingToUndo = new("checkin.nothing-to-undo");
    public static readonly Refusal BlockerUnknown = new("checkin.blocker-unknown");

    public static ValueList<Refusal> All => [Closed, FormFirst, NothingToUndo, BlockerUnknown];

    public static bool CanUndo(Commitment promise, CheckIn checkIn, PersonId person, Instant now) =>
        checkIn.Undo is { } undo && undo.By == person && now < undo.Until && undo.CommitmentRevision == promise.Revision;

    public static Outcome Answer(
        Alliance alliance, Commitment promise, CheckIn checkIn, AnswerCheckIn answer, CommandContext context)
    {
        if (!Enum.IsDefined(answer.Answer)) return FormFirst;
        if (answer.Answer is not (CheckInAnswer.OnTrack or CheckInAnswer.AtRisk or CheckInAnswer.Blocked))
        {
            return FormFirst.With("answer", CommitmentHistory.Code(answer.Answer));
        }

        if (!CheckInPlan.IsAnswerable(alliance, promise, checkIn, context.At)) return Closed;
        if (TermsRules.Optional("note", answer.Note) is { } bad) return bad;
        var trouble = answer.Answer != CheckInAnswer.OnTrack;
        var blocker = trouble ? answer.Blocker : null;
        if (blocker is { } named && !CanBeAsked(alliance, promise, named)) return BlockerUnknown;
        return new CheckInAnswered(
            checkIn.Id, promise.Id, answer.Answer, answer.Note, answer.HelpWanted && trouble,
            Edited: IsEdit(checkIn, answer.Answer, context.At), Late: checkIn.Until <= context.At,
            BlockedBy: blocker is { Kind: SubjectKind.Person } person ? new PersonId(person.Id) : null,
            BlockedByPartner: blocker is { Kind: SubjectKind.Partner } partner ? new PartnerId(partner.Id) : null);
    }

    /// <summary>Adding what would help before anybody was told is no other answer.</summary>
    private static bool IsEdit(CheckIn checkIn, CheckInAnswer answer, Instant now) =>
        checkIn.Edited || (checkIn.AnsweredAt is not null && !(checkIn.Answer == answer && now < checkIn.Undo?.Until));

    /// <summary>
    /// Every row that can be answered is; each is held against the state as it was, as no row is about the same promise as
    /// another. Refused, with the first reason, only when no row can be saved.
    /// </summary>
    public static Outcome Several(Alliance alliance, AnswerCheckIns all, CommandContext context)
    {
        var (events, refused) = (new List<AllianceEvent>(), (Refusal?)null);
        var seen = new HashSet<CommitmentId>();
        foreach (var reply in all.Replies.Take(Limits.List))
        {
            if (alliance.CheckIns.Find(reply.CheckIn) is not { } checkIn) continue;
            if (checkIn.LastAsk == all.Ask && checkIn.LastBy == context.By) return Outcome.Nothing;
            if (!May.Do(alliance, context.By, Act.AnswerCheckIn, checkIn.Id) || !seen.Add(checkIn.Commitment)) continue;
            var answer = new AnswerCheckIn(checkIn.Id, reply.Revision, all.Ask, reply.Answer, reply.Note, reply.HelpWanted);
            var outcome = reply.Revision == checkIn.Revision
                ? Answer(alliance, alliance.Commitments[checkIn.Commitment], checkIn, answer, context)
                : Refusal.Stale(checkIn.Id);
            if (outcome is Outcome.Happened happened) events.AddRange(happened.Events);
            else refused ??= ((Outcome.Refused)outcome).Refusal;
        }

        return events.Count > 0 ? Outcome.Of([.. events]) : refused ?? Refusal.NotYours;
    }

    /// <summary>Takes back what was answered with that ask and can still be taken back, all together.</summary>
    public static Outcome UndoSeveral(Alliance alliance, UndoCheckIns undo, CommandContext context)
    {
        if (!alliance.IsMember(context.By)) return Refusal.NotYours;
        var events = new List<AllianceEvent>();
        foreach (var checkIn in alliance.CheckIns)
        {
            if (checkIn.LastBy != context.By) continue;
            if (checkIn.LastAsk == undo.Ask) return Outcome.Nothing;
            if (checkIn.LastAsk != undo.Sent) continue;
            var promise = alliance.Commitments[checkIn.Commitment];
            if (CanUndo(promise, checkIn, context.By, context.At)) events.Add(new CheckInUndone(checkIn.Id, promise.Id));
        }

        return events.Count > 0 ? Outcome.Of([.. events]) : NothingToUndo;
    }

    /// <summary>Only who may know of the promise can be asked about it.</summary>
    public static bool CanBeAsked(Alliance alliance, Commitment promise, Subject who) => who.Kind switch
    {
        SubjectKind.Person => May.Do(alliance, new(who.Id), Act.SeePromise, promise.Id),
        SubjectKind.Partner => alliance.Partners.Find(new(who.Id)) is { Left: false } partner && SomebodySees(alliance, promise, partner.Id),
        _ => false,
    };

    private static bool SomebodySees(Alliance alliance, Commitment promise, PartnerId partner)
    {
        foreach (var contact in alliance.ContactsOf(partner))
        {
            if (May.Do(alliance, contact, Act.SeePromise, promise.Id)) return true;
        }

        return false;
    }
}
