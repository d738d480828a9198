namespace AllianceBot.Domain;

/// <summary>The rows of <see cref="Domain.May"/> about commitments and check-ins: who, by side, role and tie.</summary>
internal static class Promises
{
    public static bool May(Alliance alliance, PersonId person, Act act, Commitment promise) => act switch
    {
        Act.SeePromise => SeesPromise(alliance, person, promise),
        Act.SeeState => SeesState(alliance, person, promise),
        Act.Answer => SpeaksFor(alliance, person, promise, promise.Turn),
        Act.Withdraw => (person == promise.Proposer && SeesState(alliance, person, promise)) || Manages(alliance, person, promise, promise.ProposedBy),
        Act.Report or Act.Status => IsDoing(alliance, person, promise) || IsCovering(alliance, person, promise),
        Act.GiveUp or Act.SeeDifferently or Act.Estimate => IsDoing(alliance, person, promise),
        Act.AnswerChange => promise.Change is { } change && SpeaksFor(alliance, person, promise, Other(change.By)),
        Act.RetractChange => promise.Change is { } change && SpeaksFor(alliance, person, promise, change.By),
        Act.AcceptReport or Act.ReturnReport => Confirms(alliance, person, promise) || IsThirdConfirming(alliance, person, promise),
        // A third pair of eyes ends nothing by itself; it says whether the receiving side's word stands.
        Act.Release => Confirms(alliance, person, promise) || IsThirdEnding(alliance, person, promise, CommitmentState.Released),
        Act.SayUnmet => Confirms(alliance, person, promise) || IsThirdEnding(alliance, person, promise, CommitmentState.Unmet),
        Act.ProposeChange or Act.Replace or Act.Correct or Act.Note or Act.OpenCheckIn =>
            SpeaksFor(alliance, person, promise, Side.Doer) || SpeaksFor(alliance, person, promise, Side.Receiver),
        Act.EnterTold => Tellings.MayEnter(alliance, person, promise),
        Act.RejectTold => May(alliance, person, Act.Note, promise) || Tellings.MayEnter(alliance, person, promise),
        Act.HandOver => Manages(alliance, person, promise, Side.Doer) || Manages(alliance, person, promise, Side.Receiver),
        _ => false,
    };

    public static bool May(Alliance alliance, PersonId person, Act act, Commitment promise, CheckIn checkIn) => act switch
    {
        Act.AnswerCheckIn => IsAsked(alliance, person, checkIn),
        // Who said it is not who looks at it; and what says no trouble needs nobody to look.
        Act.AcknowledgeCheckIn => !IsAsked(alliance, person, checkIn) && NeedsCare(checkIn)
            && SeesCheckIn(alliance, person, promise, checkIn),
        Act.SeeCheckIn => SeesCheckIn(alliance, person, promise, checkIn),
        _ => false,
    };

    /// <summary>The named person of a side, or a manager or contact of its partner.</summary>
    public static bool SpeaksFor(Alliance alliance, PersonId person, Commitment promise, Side side)
    {
        var partner = promise.Terms.PartnerOf(side);
        return alliance.IsOf(person, partner)
            && (promise.Terms.PersonOf(side) == person || alliance.Manages(person, partner) || alliance.IsContactOf(person, partner));
    }

    /// <summary>Whether the receiving partner funds the doing one: what it confirms then needs a third pair of eyes.</summary>
    public static bool NeedsThird(Alliance alliance, Commitment promise) =>
        alliance.Funds(promise.Terms.ReceiverPartner, promise.Terms.DoerPartner);

    /// <summary>
    /// Whether the person is the third pair of eyes under a funding tie: a facilitator of neither side, or, while there is
    /// none, a manager of a third partner.
    /// </summary>
    public static bool IsThird(Alliance alliance, PersonId person, Commitment promise)
    {
        if (!NeedsThird(alliance, promise) || IsOfASide(alliance, person, promise)) return false;
        var facilitators = alliance.With(Role.Facilitator).Any(facilitator => !IsOfASide(alliance, facilitator, promise));
        return facilitators
            ? alliance.HoldsAnywhere(person, Role.Facilitator)
            : alliance.HoldsAnywhere(person, Role.Manager);
    }

    public static bool IsOfASide(Alliance alliance, PersonId person, Commitment promise) =>
        alliance.IsOf(person, promise.Terms.DoerPartner) || alliance.IsOf(person, promise.Terms.ReceiverPartner);

    /// <summary>Agreed once, and not marked for its two partners alone.</summary>
    public static bool IsForAll(Commitment promise) => promise.SeenByAll && promise.Agreements.Count > 0;

    /// <summary>A partner that is on neither side funds one of them, so its people, who may look on in a place, do not see it.</summary>
    public static bool HasOutsideFunder(Alliance alliance, Commitment promise)
    {
        foreach (var tie in alliance.FundingTies)
        {
            if (IsOnASide(tie.Funded, promise) && !IsOnASide(tie.Funder, promise)) return true;
        }

        return false;
    }

    /// <summary>Something is still to come: an answer, the work, or its confirmation.</summary>
    public static bool IsOpen(Commitment promise) => promise.State <= CommitmentState.Rework;

    public static bool IsOnASide(PartnerId partner, Commitment promise) =>
        partner == promise.Terms.DoerPartner || partner == promise.Terms.ReceiverPartner;

    private static Side Other(Side side) => side == Side.Doer ? Side.Receiver : Side.Doer;

    private static bool Manages(Alliance alliance, PersonId person, Commitment promise, Side side) =>
        alliance.Manages(person, promise.Terms.PartnerOf(side));

    private static bool IsDoing(Alliance alliance, PersonId person, Commitment promise) =>
        (promise.Terms.Doer == person && alliance.IsOf(person, promise.Terms.DoerPartner))
        || Manages(alliance, person, promise, Side.Doer);

    /// <summary>Stands in while the doer is away: may answer and report, and nothing that binds.</summary>
    private static bool IsCovering(Alliance alliance, PersonId person, Commitment promise) =>
        promise.Terms.Doer is { } doer && alliance.IsOf(person, promise.Terms.DoerPartner) && Absences.Covers(alliance, person, doer);

    /// <summary>Never the doer, nor who reported for the doer: nobody confirms what is their own.</summary>
    private static bool Confirms(Alliance alliance, PersonId person, Commitment promise) =>
        !IsOwnWork(person, promise)
        && ((promise.Terms.Receiver == person && alliance.IsOf(person, promise.Terms.ReceiverPartner))
            || Manages(alliance, person, promise, Side.Receiver));

    private static bool IsThirdConfirming(Alliance alliance, PersonId person, Commitment promise) =>
        !IsOwnWork(person, promise) && IsThird(alliance, person, promise);

    private static bool IsThirdEnding(Alliance alliance, PersonId person, Commitment promise, CommitmentState how) =>
        promise.PendingEnding?.As == how && IsThirdConfirming(alliance, person, promise);

    private static bool IsOwnWork(PersonId person, Commitment promise) => person == promise.Terms.Doer || person == promise.Report?.By;

    /// <summary>
    /// All members, once it is agreed (a request may yet come to nothing) and unless it is marked for its two partners. Who
    /// only observes, and who funds one of its partners, sees of others' promises nothing but what the alliance approved.
    /// </summary>
    private static bool SeesPromise(Alliance alliance, PersonId person, Commitment promise)
    {
        if (SeesState(alliance, person, promise)) return true;
        return IsForAll(promise) && !alliance.OnlyObserves(person) && !FundsASide(alliance, person, promise);
    }

    private static bool SeesState(Alliance alliance, PersonId person, Commitment promise) =>
        IsOfASide(alliance, person, promise)
        || alliance.HoldsAnywhere(person, Role.Facilitator)
        || IsThird(alliance, person, promise);

    private static bool FundsASide(Alliance alliance, PersonId person, Commitment promise)
    {
        foreach (var tie in alliance.FundingTies)
        {
            if (IsOnASide(tie.Funded, promise) && alliance.IsOf(person, tie.Funder)) return true;
        }

        return false;
    }

    /// <summary>Blocked, at risk or not answered: those who can help see it then.</summary>
    public static bool NeedsCare(CheckIn checkIn) =>
        checkIn.Answer is CheckInAnswer.AtRisk or CheckInAnswer.Blocked or CheckInAnswer.CannotDo
        || checkIn.State == CheckInState.Missed;

    /// <summary>The person asked; whom they stand in for, or who stands in for them; the colleague of their choice.</summary>
    private static bool IsAsked(Alliance alliance, PersonId person, CheckIn checkIn) =>
        person == checkIn.Person || person == checkIn.Colleague || person == checkIn.For || Absences.Covers(alliance, person, checkIn.Person);

    /// <summary>Whom the answer names as who can help: the person, or the contacts of the partner.</summary>
    private static bool IsNamed(Alliance alliance, PersonId person, CheckIn checkIn) => checkIn.Blocker switch
    {
        { Kind: SubjectKind.Person } named => person.Value == named.Id,
        { Kind: SubjectKind.Partner } named => alliance.IsContactOf(person, new(named.Id)),
        _ => false,
    };

    private static bool SeesCheckIn(Alliance alliance, PersonId person, Commitment promise, CheckIn checkIn)
    {
        if (IsAsked(alliance, person, checkIn) || Manages(alliance, person, promise, Side.Doer)) return true;
        if (promise.Terms.Receiver is { } receiver ? person == receiver : SpeaksFor(alliance, person, promise, Side.Receiver)) return true;
        // That it did not get through is told to the facilitator, who can mend it.
        if (checkIn.Excused == ExcusedFor.NotReached && alliance.HoldsAnywhere(person, Role.Facilitator)) return true;
        if (!NeedsCare(checkIn)) return false;
        if (IsNamed(alliance, person, checkIn) && SeesPromise(alliance, person, promise)) return true;
        return alliance.HoldsAnywhere(person, Role.Facilitator)
            || (alliance.HoldsAnywhere(person, Role.Troubleshooter) && SeesPromise(alliance, person, promise));
    }
}
