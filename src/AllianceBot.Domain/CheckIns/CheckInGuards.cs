using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Whether this can be done to a check-in now; cards offer by it and deciders refuse by it.</summary>
internal static class CheckInGuards
{
    public static readonly Refusal AlreadyOpen = new("checkin.already-open");
    public static readonly Refusal AskedToday = new("checkin.asked-today");
    public static readonly Refusal NotOpen = new("checkin.not-open");
    public static readonly Refusal SnoozedEnough = new("checkin.snoozed-enough");
    public static readonly Refusal SnoozePast = new("checkin.snooze-past");
    public static readonly Refusal SnoozeTooLate = new("checkin.snooze-too-late");
    public static readonly Refusal NothingToSee = new("checkin.nothing-to-see");
    public static readonly Refusal SeenAlready = new("checkin.seen-already");
    public static readonly Refusal NotColleague = new("checkin.not-colleague");

    /// <summary>How often one can be put aside.</summary>
    public const int MostSnoozes = 2;

    public static ValueList<Refusal> All => [NotOpen, SnoozedEnough, SnoozePast, SnoozeTooLate, NothingToSee, SeenAlready, NotColleague];

    /// <summary>
    /// Not while one is open or waits to open; and once a day, so that asking never becomes pressing.
    /// </summary>
    public static Refusal? Asking(Alliance alliance, Commitment promise, PersonId person, Instant now)
    {
        if (SeriesRules.Refuses(alliance, promise, CommitmentAct.CheckIn) is { } isSeries) return isSeries;
        if (!promise.State.IsOwed()) return CommitmentGuards.NotOwed;
        if (promise.Resting is not null) return CommitmentGuards.IsResting;
        if (promise.Terms.Doer is null) return Working.PersonMissing.With("side", "doer");
        foreach (var checkIn in CheckInPlan.Of(alliance, promise))
        {
            if (checkIn.IsWaiting() || checkIn is { State: CheckInState.Scheduled, Kind: CheckInKind.ByCommand })
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

    /// <summary>Only its own person puts it aside, while it is open, and not for ever.</summary>
    public static Refusal? Snoozing(CheckIn checkIn, PersonId person, Instant now)
    {
        if (!checkIn.IsWaiting() || person != checkIn.Person || checkIn.Until <= now) return NotOpen;
        return checkIn.Snoozes < MostSnoozes ? null : SnoozedEnough;
    }

    /// <summary>A time to come, within the window.</summary>
    public static Refusal? Until(Alliance alliance, CheckIn checkIn, Instant until, Instant now)
    {
        if (until <= now) return SnoozePast;
        return until < checkIn.Until
            ? null
            : SnoozeTooLate.With("until", TermsRules.Iso(CommitmentInsides.LastDay(alliance, checkIn.Until!.Value)));
    }

    /// <summary>What says trouble can be looked at, once.</summary>
    public static Refusal? Seeing(Alliance alliance, Commitment promise, CheckIn checkIn)
    {
        if (checkIn.SeenAt is not null) return SeenAlready;
        var trouble = checkIn.Answer is CheckInAnswer.AtRisk or CheckInAnswer.Blocked && promise.State.IsOwed();
        return trouble && checkIn.State is CheckInState.Answered or CheckInState.Late ? null : NothingToSee;
    }

    /// <summary>The person asked hands it to a colleague, while it waits or can still be answered late.</summary>
    public static Refusal? Handing(Alliance alliance, Commitment promise, CheckIn checkIn, PersonId person, Instant now)
    {
        var waits = checkIn.IsWaiting() || checkIn.State == CheckInState.Missed;
        return waits && person == checkIn.Person && CheckInPlan.IsAnswerable(alliance, promise, checkIn, now) ? null : NotOpen;
    }

    public static Refusal? Colleague(Alliance alliance, Commitment promise, CheckIn checkIn, PersonId colleague) =>
        colleague != checkIn.Colleague && Prompting.IsColleague(alliance, promise, checkIn.Person, colleague) ? null : NotColleague;
}
