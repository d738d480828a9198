namespace AllianceBot.Domain;

/// <summary>
/// Who is told of what happens to a promise: the people of its two sides, each once, never the one who did it (the answer
/// to that is the asker's own confirmation). Only that it is done goes to the home place.
/// </summary>
public static class CommitmentNotices
{
    private static readonly Addressee Doer = new(AddresseeRole.Doer);
    private static readonly Addressee Receiver = new(AddresseeRole.Receiver);

    public static ValueList<Notice> For(Alliance before, CommitmentEvent happened, Alliance after) =>
        LoadNotices.For(before, happened, after) is { Count: > 0 } past
            ? [.. OfPromise(before, happened, after), .. past]
            : OfPromise(before, happened, after);

    private static ValueList<Notice> OfPromise(Alliance before, CommitmentEvent happened, Alliance after)
    {
        var promise = after.Commitments[happened.Commitment];
        var code = CommitmentHistory.CodeOf(happened);
        return happened switch
        {
            CommitmentAnswerReminded e => To(promise, happened, WaitingParts.Answering(promise, e.For), code),
            CommitmentAnswerByMoved e => Moved(before.Commitments[e.Commitment], promise, e),
            CommitmentAtRisk e => AtRisk(promise, e, after),
            CommitmentRiskCleared => Later(Tell(promise, happened, code), happened, after),
            CommitmentNoted { Question: true } => Later(Tell(promise, happened, "commitment.asked"), happened, after),
            CommitmentNoted => Later(Tell(promise, happened, code), happened, after),
            CommitmentFirstAccepted e => FirstAccepted(promise, e, after),
            CommitmentKept => [.. Must(Tell(promise, happened, code)), .. Done(promise, happened)],
            CommitmentConfirmReminded e => Confirm(promise, e),
            CommitmentOverdueTold => To(promise, happened, Side.Doer, code),
            CommitmentOverdueAsked => To(promise, happened, Side.Receiver, code),
            CommitmentHandedOver e => HandedOver(promise, e, after),
            CommitmentFirstEnded => Must([.. To(promise, happened, Side.Doer, code), .. SecondAsked(promise, happened, after, "commitment.second-end-asked")]),
            CommitmentReleased or CommitmentUnmet when Promises.NeedsThird(after, promise) =>
                Must([.. Tell(promise, happened, code), .. ToThirds(promise, happened, after, code)]),
            CommitmentTold e => Must([new Notice(promise.Id, code, Addressee.Person(e.ToldBy), e.At)
                .With("who", e.By.Value).With("toldBy", e.ToldBy.Value)]),
            CommitmentToldConfirmed or CommitmentToldRejected => ToEntry(before.Commitments[happened.Commitment], happened, code),
            // What took its place says so; an undo withdraws what was not yet told.
            // An occurrence needs no word of its own: its check-ins come in time, and both sides said yes to all of them.
            CommitmentSuperseded or CommitmentUndone or CommitmentCameUp
                // Looked up, not told: an estimate, and what a promise builds on; what is said for the digests stands in them.
                or CommitmentRemarked or CommitmentEstimated or CommitmentDepends or CommitmentDependsNoMore => [],
            // Neither says that there is a case: both partners let it rest.
            CommitmentSeriesEnded or CommitmentRested or CommitmentWoken => Tell(promise, happened, code),
            _ => Must(Tell(promise, happened, code)),
        };
    }

    private static ValueList<Notice> Tell(Commitment promise, CommitmentEvent happened, string kind) =>
        [.. To(promise, happened, Side.Doer, kind), .. To(promise, happened, Side.Receiver, kind)];

    private static ValueList<Notice> To(Commitment promise, CommitmentEvent happened, Side side, string kind) =>
        promise.Terms.PersonOf(side) == happened.By
            ? []
            : [new(promise.Id, kind, side == Side.Doer ? Doer : Receiver, happened.At)];

    private static ValueList<Notice> Must(ValueList<Notice> notices) =>
        notices.Select(static notice => notice with { MustArrive = true }).ToValueList();

    /// <summary>Told once it can no longer be taken back.</summary>
    private static ValueList<Notice> Later(ValueList<Notice> notices, CommitmentEvent happened, Alliance after) =>
        notices.Select(notice => notice with
        {
            NotBefore = happened.At + after.Settings.UndoWindow,
            Undoable = after.Version,
        }).ToValueList();

    private static ValueList<Notice> AtRisk(Commitment promise, CommitmentAtRisk happened, Alliance after)
    {
        var told = Tell(promise, happened, CommitmentHistory.CodeOf(happened));
        if (happened.HelpWanted)
        {
            told = told.Add(new(promise.Id, "commitment.help-wanted", new(AddresseeRole.Helpers), happened.At));
        }

        return Later(told, happened, after).Select(static notice => notice with { MayFallBack = false }).ToValueList();
    }

    /// <summary>That nobody is reached is told once, not each time that the time moves on because of it.</summary>
    private static ValueList<Notice> Moved(Commitment before, Commitment promise, CommitmentAnswerByMoved happened)
    {
        if (happened.Calendar) return Tell(promise, happened, CommitmentHistory.CodeOf(happened));
        var answering = WaitingParts.Answering(promise, happened.For);
        if (happened.NotReached && WaitingParts.TimeOf(before, happened.For) is { NotReached: true }) return [];
        return happened.NotReached
            ? [
                .. To(promise, happened, answering.Opposite(), "commitment.not-reached"),
                new(promise.Id, "commitment.not-reached", new(AddresseeRole.Facilitators), happened.At),
            ]
            : To(promise, happened, answering, CommitmentHistory.CodeOf(happened));
    }

    /// <summary>Who entered it hears what became of it.</summary>
    private static ValueList<Notice> ToEntry(Commitment before, CommitmentEvent happened, string code) =>
        before.Told is { } told && told.EnteredBy != happened.By
            ? [new(happened.Commitment, code, Addressee.Person(told.EnteredBy), happened.At) { MayFallBack = false }]
            : [];

    private static ValueList<Notice> FirstAccepted(Commitment promise, CommitmentFirstAccepted happened, Alliance after)
    {
        var told = To(promise, happened, Side.Doer, CommitmentHistory.CodeOf(happened));
        if (Promises.IsThird(after, happened.By, promise))
        {
            return Must([.. told, .. To(promise, happened, Side.Receiver, "commitment.second-asked")]);
        }

        return Must([.. told, .. SecondAsked(promise, happened, after, "commitment.second-asked")]);
    }

    private static ValueList<Notice> SecondAsked(Commitment promise, CommitmentEvent happened, Alliance after, string kind) =>
        ToThirds(promise, happened, after, kind) is { Count: > 0 } thirds ? thirds : [ToAdministrators(promise, happened, after, "commitment.nobody-second")];

    /// <summary>Under a funding tie: the third pair of eyes, which also learns how it ended.</summary>
    private static ValueList<Notice> ToThirds(Commitment promise, CommitmentEvent happened, Alliance after, string kind) =>
        after.People.Where(person => person.Id != happened.By && Promises.IsThird(after, person.Id, promise)).Take(Limits.Depth)
            .Select(person => new Notice(promise.Id, kind, Addressee.Person(person.Id), happened.At)).ToValueList();

    /// <summary>
    /// To who can mend it. Where one of them may not know of the promise, it is told without it: on a card that is not theirs
    /// to see it would not be told at all.
    /// </summary>
    private static Notice ToAdministrators(Commitment promise, CommitmentEvent happened, Alliance after, string kind)
    {
        var allSee = after.With(Role.Administrator).All(person => Domain.May.Do(after, person, Act.SeePromise, promise.Id));
        return new(allSee ? promise.Id : after.Id, kind, new(AddresseeRole.Administrators), happened.At);
    }

    private static ValueList<Notice> Done(Commitment promise, CommitmentEvent happened) => promise.SeenByAll
        ? [new(promise.Id, "commitment.done", new(AddresseeRole.Home), happened.At) { MayFallBack = false }]
        : [];

    private static ValueList<Notice> Confirm(Commitment promise, CommitmentConfirmReminded happened) => happened.Step switch
    {
        1 => To(promise, happened, Side.Receiver, CommitmentHistory.CodeOf(happened)),
        2 => [new(promise.Id, "commitment.confirm-asked-manager", new(AddresseeRole.ReceiverManagers), happened.At)],
        _ => To(promise, happened, Side.Doer, "commitment.unconfirmed"),
    };

    private static ValueList<Notice> HandedOver(Commitment promise, CommitmentHandedOver happened, Alliance after)
    {
        var told = new List<Notice>(Must(To(promise, happened, happened.Side.Opposite(), CommitmentHistory.CodeOf(happened))));
        if (happened.To is null)
        {
            told.Add(ToAdministrators(promise, happened, after, "commitment.nobody-holds"));
        }
        else if (happened.To != happened.By)
        {
            told.Add(new(promise.Id, "commitment.handed-to-you", Addressee.Person(happened.To.Value), happened.At)
            {
                MustArrive = true,
            });
        }

        if (happened.From is { } from && from != happened.By && after.IsMember(from))
        {
            told.Add(new(promise.Id, "commitment.handed-on", Addressee.Person(from), happened.At));
        }

        return told.ToValueList();
    }
}
