namespace AllianceBot.Domain;

/// <summary>
/// Whether what a notice asks for is still open when it goes out: one that was held over a night, or waited for an address,
/// may ask for what was answered meanwhile. What merely tells that something happened is always wanted.
/// </summary>
public static class StillWanted
{
    /// <summary>False for a notice that asks for what is settled.</summary>
    public static bool Is(Alliance alliance, Notice notice) => notice.Subject.Kind switch
    {
        SubjectKind.Commitment when alliance.Commitments.Find(new(notice.Subject.Id)) is { } promise => OfPromise(promise, notice.Kind),
        SubjectKind.CheckIn when alliance.CheckIns.Find(new(notice.Subject.Id)) is { } checkIn => OfCheckIn(alliance, checkIn, notice),
        SubjectKind.Decision when alliance.Decisions.Find(new(notice.Subject.Id)) is { } decision => OfDecision(alliance, decision, notice),
        SubjectKind.Concern => alliance.Concerns.Find(new(notice.Subject.Id)) is { } concern && OfConcern(concern, notice.Kind),
        SubjectKind.Case => alliance.Cases.Find(new(notice.Subject.Id)) is { } one && OfCase(alliance, one, notice),
        SubjectKind.Round when alliance.Rounds.Find(new(notice.Subject.Id)) is { } round => OfRound(alliance, round, notice),
        SubjectKind.Digest => IsNewest(alliance, notice.Subject),
        SubjectKind.Story when alliance.Stories.Find(new(notice.Subject.Id)) is { } story => story.IsWaiting,
        SubjectKind.Indicator when alliance.Indicators.Find(new(notice.Subject.Id)) is { } indicator => OfIndicator(indicator, notice),
        SubjectKind.Invitation when notice.Kind == "join.asked" =>
            alliance.Invitations.Find(new(notice.Subject.Id)) is { State: InvitationState.Asked },
        _ => true,
    };

    /// <summary>One that waited so long that the next one came is not sent any more; it can be opened all the same.</summary>
    private static bool IsNewest(Alliance alliance, Subject subject) =>
        DigestId.Of(subject) is { } id && alliance.Digests.Find(id.Reader) is { Issues: { Count: > 0 } issues } && issues[^1].Week == id.Week;

    private static bool OfPromise(Commitment promise, string kind) => kind switch
    {
        "commitment.requested" or "commitment.offered" or "commitment.countered" => promise.State.IsOpenOffer(),
        "commitment.answer-reminded" => Enum.GetValues<Waiting>().Any(what => WaitingParts.TimeOf(promise, what) is not null),
        "commitment.reported" or "commitment.confirm-reminded" or "commitment.confirm-asked-manager" or "commitment.unconfirmed"
            or "commitment.first-accepted" or "commitment.second-asked" =>
            promise is { State: CommitmentState.Reported, PendingEnding: null },
        "commitment.nobody-second" => promise.State == CommitmentState.Reported || promise.PendingEnding is not null,
        "commitment.first-ended" or "commitment.second-end-asked" => promise.PendingEnding is not null,
        "commitment.told" => promise.Told is not null,
        "commitment.change-proposed" => promise.Change is not null,
        "commitment.replacement-proposed" => promise.Replacement is not null,
        "commitment.correction-proposed" => promise.Correction is not null,
        "commitment.overdue-told" => promise.State.IsOwed(),
        "commitment.overdue-asked" => promise.State.IsOwed() && promise.PendingEnding is null,
        "commitment.at-risk" or "commitment.help-wanted" => promise.Risk is not null && promise.Ending is null,
        _ => true,
    };

    /// <summary>Who spoke meanwhile is neither asked nor reminded.</summary>
    private static bool OfDecision(Alliance alliance, Decision decision, Notice notice) => notice.Kind switch
    {
        "decision.reminded" or "decision.extended" => decision.IsOpen && (notice.To.Role != AddresseeRole.Person
            || DecisionRights.UndecidedOf(alliance, decision).Contains(new(notice.To.Id!))),
        "decision.proposed" or "decision.amended" => decision.IsOpen,
        "decision.objected" => decision.State == DecisionState.Integrating,
        "decision.outcome-asked" => decision.Statement is null,
        "decision.review-due" => decision.State == DecisionState.ReviewDue,
        _ => true,
    };

    private static bool OfConcern(Concern concern, string kind) => concern.State != ConcernState.Withdrawn
        && (kind is not ("concern.talk-offered" or "concern.shared" or "concern.quiet-word") || concern.IsOpen);

    private static bool OfCase(Alliance alliance, Case one, Notice notice) => notice.Kind switch
    {
        "case.opened" => one.State == CaseState.Raised,
        "case.skip-asked" => one.Skip is { } skip && skip.Confirmer.Value == notice.To.Id,
        "case.motion-made" => one.Motion is not null,
        "case.settlement-proposed" => one.State == CaseState.SettlementProposed,
        "case.follow-up-asked" or "case.follow-up-reminded" => one.State == CaseState.FollowUp,
        "case.review-asked" or "case.review-text-written" => one.Review is { Decision: null },
        "case.time-up" => one is { State: CaseState.OnRung, Stay.TimeUp: true },
        "case.no-progress" or "case.no-progress-neutral" => one is { State: CaseState.OnRung, Stay.Reminded: > 0 },
        "case.level-asked" => one.Items.Any(item => item.Wanted is not null
            && CaseLevels.Missing(alliance, one, item).Any(person => person.Value == notice.To.Id)),
        _ => true,
    };

    /// <summary>Who answered meanwhile is not asked, and a moment that is over is not told.</summary>
    private static bool OfRound(Alliance alliance, Round round, Notice notice) => notice.Kind switch
    {
        "round.recorded" or "round.record-reminded" when notice.To.Role == AddresseeRole.Person => round.Components.Any(component =>
            component.State == ComponentState.Recorded && RoundRights.UnansweredOf(alliance, round, component).Contains(new(notice.To.Id!))),
        "round.gathering" => round.Current is { State: ComponentState.Gathering },
        "round.quiet-over" => round.Current is { State: ComponentState.Gathering },
        "round.meeting-reminded" => !round.IsMeeting && (round.State == RoundState.Planned || round.IsRunning),
        "round.suspended" => round.State == RoundState.Suspended,
        "round.review-due" => round.State == RoundState.ReviewDue,
        "round.objected" => round.Components.Any(static component => component.State == ComponentState.Reopened),
        "round.word-told" => round.Components.Any(component => component.Said.Any(word =>
            word is { IsTold: true, Right: null } && word.Person.Value == notice.To.Id)),
        _ => true,
    };

    /// <summary>Neither a number that is there nor a yes that was given is asked for.</summary>
    private static bool OfIndicator(Indicator indicator, Notice notice) => notice.Kind switch
    {
        IndicatorNotices.Asked or IndicatorNotices.Nudged => indicator.Asked is not null && indicator.Owner?.Value == notice.To.Id,
        IndicatorNotices.OwnerNamed => indicator is { IsLive: true, OwnerAgreed: false } && indicator.Owner?.Value == notice.To.Id,
        "indicator.owner-missing" or "indicator.owner-declined" => indicator is { IsLive: true, Owner: null },
        "indicator.reached" => IndicatorDecider.IsReached(indicator),
        _ => true,
    };

    private static bool OfCheckIn(Alliance alliance, CheckIn checkIn, Notice notice) => notice.Kind switch
    {
        "checkin.opened" or "checkin.nudged" or "checkin.woken" => checkIn.State == CheckInState.Open,
        "checkin.missed" or "checkin.missed-colleague" => checkIn.State == CheckInState.Missed,
        "checkin.missed-again" or "checkin.missed-third" => checkIn.State == CheckInState.Missed && IsOwed(alliance, checkIn),
        "checkin.colleague-asked" => (checkIn.IsWaiting() || checkIn.State == CheckInState.Missed) && IsOwed(alliance, checkIn),
        "checkin.at-risk" or "checkin.blocked" or "checkin.blocking" => IsTrouble(checkIn) && !IsOvertaken(checkIn, notice),
        "checkin.help-wanted" or "checkin.unseen" or "checkin.stepped-up" =>
            IsTrouble(checkIn) && !IsOvertaken(checkIn, notice) && checkIn.SeenAt is null && IsOwed(alliance, checkIn),
        _ => true,
    };

    private static bool IsTrouble(CheckIn checkIn) => checkIn.Answer is CheckInAnswer.AtRisk or CheckInAnswer.Blocked;

    /// <summary>It was answered anew since, and what was said then is told by itself.</summary>
    private static bool IsOvertaken(CheckIn checkIn, Notice notice) => notice.Undoable > 0 && notice.Undoable != checkIn.AnsweredIn;

    private static bool IsOwed(Alliance alliance, CheckIn checkIn) => alliance.Commitments[checkIn.Commitment].State.IsOwed();
}
