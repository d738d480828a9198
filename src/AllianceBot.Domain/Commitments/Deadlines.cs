using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// Every instant that a promise waits for, computed from its facts and the calendars of now. A side's time to answer
/// counts that side's working days; all dates are dates of the alliance's zone.
/// </summary>
internal static class Deadlines
{
    /// <summary>A strike that comes later than this after its instant means that the bot was away meanwhile.</summary>
    public static readonly Duration Outage = Duration.FromHours(1);

    public static Side Opposite(this Side side) => side == Side.Doer ? Side.Receiver : Side.Doer;

    /// <summary>The date is over.</summary>
    public static bool IsPast(this Alliance alliance, LocalDate due, Instant now) => alliance.DateOf(now) > due;

    /// <summary>
    /// So many working days for this partner to answer; not past the due date if one is given and lies ahead.
    /// </summary>
    public static Instant Answer(Alliance alliance, PartnerId answering, Instant from, int days, LocalDate? notPast = null)
    {
        var calendar = Calendars.Of(alliance, answering);
        var by = calendar.Deadline(from, days);
        return notPast is { } due && calendar.EndOf(due) is var end && end > from ? Instant.Min(by, end) : by;
    }

    /// <summary>When the time to answer is over: as it was said, or later if a calendar changed since.</summary>
    public static Instant Ends(Alliance alliance, PartnerId answering, AnswerTime time, LocalDate? notPast = null) =>
        time.Days == 0 ? time.By : Instant.Max(time.By, Answer(alliance, answering, time.From, time.Days, notPast));

    public static Instant OfferEnds(Alliance alliance, Commitment promise) =>
        Ends(alliance, promise.Terms.PartnerOf(promise.Turn), promise.Answer!);

    public static Instant ChangeEnds(Alliance alliance, Commitment promise, PendingChange change) =>
        Ends(alliance, promise.Terms.PartnerOf(change.By.Opposite()), change.Time, promise.Terms.Due);

    public static Instant ReplacementEnds(Alliance alliance, Commitment promise, PendingReplacement replacement) =>
        Ends(alliance, promise.Terms.PartnerOf(replacement.By.Opposite()), replacement.Time);

    public static Instant CorrectionEnds(Alliance alliance, Commitment promise, PendingCorrection correction) =>
        Ends(alliance, promise.Terms.PartnerOf(correction.By.Opposite()), correction.Time);

    /// <summary>The next step of asking the receiving side for a yes.</summary>
    public static Instant ConfirmAt(Alliance alliance, Commitment promise) =>
        Calendars.Of(alliance, promise.Terms.ReceiverPartner)
            .Deadline(promise.Report!.AskedAt, alliance.Settings.AcceptByDays);

    /// <summary>
    /// The first day that counts as overdue: the doer's next working day after the due date and any grace.
    /// </summary>
    public static LocalDate OverdueOn(Alliance alliance, Commitment promise)
    {
        var calendar = Calendars.Of(alliance, promise.Terms.DoerPartner);
        var start = calendar.NextWorkday(promise.Terms.Due);
        if (promise.GraceFrom is not { } from) return start;
        var grace = calendar.NextWorkday(calendar.AddWorkdays(calendar.DateOf(from), alliance.Settings.ReworkGraceDays));
        return LocalDate.Max(start, grace);
    }

    /// <summary>Agreed, neither reported nor ended, and its day is over: computed, never typed in.</summary>
    public static bool IsOverdue(Alliance alliance, Commitment promise, Instant now) =>
        promise.Series is null && promise.Resting is null && promise.State.IsOwed()
        // Before its day is over no calendar is asked.
        && alliance.DateOf(now) is var today && today > promise.Terms.Due && today >= OverdueOn(alliance, promise);

    public static Instant TellOverdueAt(Alliance alliance, Commitment promise) =>
        Calendars.Of(alliance, promise.Terms.DoerPartner).OpeningOn(OverdueOn(alliance, promise));

    /// <summary>
    /// From here the receiver may say that it is unmet, and is asked: some working days after it became overdue.
    /// </summary>
    public static Instant AskReceiverAt(Alliance alliance, Commitment promise)
    {
        var calendar = Calendars.Of(alliance, promise.Terms.DoerPartner);
        var (from, days) = promise.Overdue switch
        {
            { WaitedAt: { } waited } => (calendar.DateOf(waited), alliance.Settings.AnswerByDays),
            { ToldAt: { } told } => (calendar.DateOf(told), alliance.Settings.OverdueGraceDays),
            _ => (OverdueOn(alliance, promise), alliance.Settings.OverdueGraceDays),
        };
        return calendar.OpeningOn(calendar.AddWorkdays(from, days));
    }

    /// <summary>How an ending can still be corrected, or seen differently, until then.</summary>
    public static Instant CorrectableUntil(Alliance alliance, Ending ending) =>
        Calendars.Of(alliance).EndOf(alliance.DateOf(ending.At).PlusDays(alliance.Settings.CorrectionDays));

    /// <summary>The doer still owes it.</summary>
    public static bool IsOwed(this CommitmentState state) =>
        state is CommitmentState.Active or CommitmentState.ChangeProposed or CommitmentState.Rework;

    /// <summary>Terms are on the table and nothing binds yet.</summary>
    public static bool IsOpenOffer(this CommitmentState state) =>
        state is CommitmentState.Requested or CommitmentState.Offered or CommitmentState.Countered;

    public static bool IsEnded(this CommitmentState state) =>
        !state.IsOwed() && !state.IsOpenOffer() && state != CommitmentState.Reported;
}
