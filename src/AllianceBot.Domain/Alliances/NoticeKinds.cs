namespace AllianceBot.Domain;

/// <summary>Every kind of notice that the rules make: each has its words.</summary>
public static class NoticeKinds
{
    /// <summary>An item's next step lies in the past: made by who looks after the clock, not by an event.</summary>
    public const string Overdue = "item.overdue";

    public static IReadOnlyList<string> All { get; } =
    [
        // The alliance
        "alliance.renamed", "alliance.zone-set", "alliance.workdays-set", "alliance.settings-changed",
        "partner.added", "partner.renamed", "partner.note-added", "partner.note-removed", "partner.workdays-set", "partner.removed",
        "funding.declared", "funding.withdrawn", "purpose.set", "goal.set", "goal.removed", "exclusion.added", "exclusion.removed",
        "place.linked", "place.unlinked", "place.home-set", "place.home-dropped", SetUpNotices.HomeLost, SetUpNotices.HomeBack,

        // People
        "person.invited", "invitation.made", "invitation.withdrawn", "join.asked", "join.approved", "join.declined", "join.turned-away",
        PeopleNotices.Came, "person.renamed", "person.left", "person.let-go", "person.removed", "person.not-reached",
        "role.assigned", "role.unassigned", "link.linked", "person.erased", Nearing.Kind,

        // Calendars
        "partner.holidays-added", "partner.holidays-removed", CalendarNotices.Back, "cover.asked", "cover.over", "cover.missing",

        // Whatever the item
        "item.parked", Overdue, Reaching.NobodyToTell,

        // Promises
        "commitment.requested", "commitment.offered", "commitment.accepted", "commitment.countered", "commitment.declined",
        "commitment.withdrawn", "commitment.lapsed", "commitment.answer-reminded", "commitment.answer-by-moved", "commitment.not-reached",
        "commitment.at-risk", "commitment.risk-cleared", "commitment.help-wanted", "commitment.asked", "commitment.noted",
        "commitment.change-proposed", "commitment.change-accepted", "commitment.change-refused", "commitment.change-retracted",
        "commitment.change-lapsed", "commitment.reported", "commitment.report-retracted", "commitment.first-accepted",
        "commitment.second-asked", "commitment.nobody-second", "commitment.kept", "commitment.done", "commitment.returned",
        "commitment.confirm-reminded", "commitment.confirm-asked-manager", "commitment.unconfirmed",
        "commitment.overdue-told", "commitment.overdue-asked", "commitment.waited", "commitment.unmet", "commitment.released",
        "commitment.first-ended", "commitment.second-end-asked",
        "commitment.given-up", "commitment.replacement-proposed", "commitment.replacement-dropped", "commitment.succeeded",
        "commitment.told", "commitment.told-confirmed", "commitment.told-rejected",
        "commitment.correction-proposed", "commitment.correction-dropped", "commitment.corrected", "commitment.seen-differently",
        "commitment.handed-over", "commitment.handed-to-you", "commitment.handed-on", "commitment.nobody-holds",
        "commitment.series-left", "commitment.series-ended",
        "depends.moved", "depends.overdue", "depends.at-risk", "depends.ended", "depends.kept", "depends.tell",
        "load.past-person", "load.past-partner", "load.partner-budget",

        // Decisions and the charter
        "decision.proposed", "decision.objected", "decision.cleared", "decision.amended", "decision.extended", "decision.reminded",
        "decision.decided", "decision.not-decided", "decision.outcome-asked", "decision.outcome-written", "decision.review-due",
        "decision.reaffirmed", "decision.retired", "decision.withdrawn", "decision.noted", "decision.asked", "decision.not-carried-out",
        "charter.adopted", "charter.joined", "charter.own-terms-set", "goal.confirmed",

        // Processes for conflicts
        "process.ratified", "process.joined",

        // Concerns and cases
        "concern.quiet-word", "concern.talk-offered", "concern.talk-answered", "concern.heard", "concern.shared", "concern.lacks-process",
        "concern.returned", "concern.ended",
        "case.opened", "case.acknowledged", "case.started", "case.moved-up", "case.time-ran-out", "case.skipped", "case.moved-down",
        "case.not-holding", "case.sent-back", "case.kept-open", "case.reopened", "case.statements-shown", "case.answered", "case.summarised",
        "case.noted", "case.skip-asked", "case.skip-refused", "case.motion-made", "case.motion-dropped", "case.extended", "case.paused",
        "case.resumed", "case.neutral-named", "case.you-are-neutral", "case.neutral-gone", "case.neutral-no-more", "case.promises-rested",
        "case.promises-woken", "case.responded", "case.settlement-proposed", "case.settlement-dropped", "case.settled", "case.follow-up-asked",
        "case.follow-up-answered", "case.follow-up-reminded", "case.review-asked", "case.review-text-written", "case.review-opened",
        "case.closed", "case.exited", "case.withdrawn", "case.referred", "case.level-asked", "case.level-answered", "case.level-raised",
        "case.time-up", "case.no-progress", "case.no-progress-neutral", "case.times-moved", "case.calendar-moved", "case.you-stand-in",
        "case.party-left", "commitment.rested", "commitment.woken",
        // The benchmarks
        "round.planned", "round.started", "round.meeting-reminded", "round.break-over", "round.quiet-over", "round.paused", "round.meeting-over",
        "round.suspended", "round.abandoned", "round.completed", "round.review-due", "round.opened", "round.gathering", RoundNotices.Alone,
        "round.word-told", "round.promise-for-you", "round.parked", "round.recorded", "round.record-reminded", "round.seen-differently",
        "round.objected", "round.reopened", "round.confirmed", "benchmarks.offered",
        // Digests, stories, thanks
        DigestNotices.Made, DigestNotices.Covered, DigestNotices.Preview, "story.asked", "thanks.given",

        // Indicators
        "indicator.agreed", "indicator.changed", "indicator.retired", IndicatorNotices.OwnerNamed, "indicator.owner-left",
        "indicator.owner-missing", "indicator.owner-declined", IndicatorNotices.Asked, IndicatorNotices.Nudged, "indicator.not-reported",
        "indicator.read-for-you", "indicator.reached",

        // Check-ins
        "checkin.opened", "checkin.missed", "checkin.not-reached", "checkin.at-risk", "checkin.blocked", "checkin.on-track",
        "checkin.help-wanted", "checkin.nudged", "checkin.woken", "checkin.blocking", "checkin.seen", "checkin.unseen", "checkin.stepped-up",
        "checkin.colleague-asked", "checkin.answered-for-you", "checkin.missed-colleague", "checkin.missed-again", "checkin.missed-third",
    ];
}
