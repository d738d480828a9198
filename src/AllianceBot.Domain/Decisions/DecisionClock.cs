using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What a decision waits for by the clock: its reminder, its closing, its outcome to be written, its review.</summary>
internal static class DecisionClock
{
    /// <summary>Working days that an extension or an amendment gives.</summary>
    public const int MoreDays = 5;

    /// <summary>Working days after closing until the proposer is asked to write the outcome.</summary>
    private const int OutcomeDays = 2;

    /// <summary>24:00 of the closing day.</summary>
    public static Instant EndOf(Alliance alliance, Decision decision) => Calendars.Of(alliance).EndOf(decision.Proposal.Closes);

    /// <summary>The day that gives the partners enough working days from this one.</summary>
    public static LocalDate Later(Alliance alliance, LocalDate from) => Calendars.Of(alliance).AddWorkdays(from, MoreDays);

    public static Instant? NextDue(Alliance alliance, Decision decision) => decision.State switch
    {
        DecisionState.Open or DecisionState.Integrating =>
            !decision.Reminded && RemindAt(alliance, decision) is { } remind && remind < EndOf(alliance, decision)
                ? remind : EndOf(alliance, decision),
        DecisionState.Decided or DecisionState.NotDecided => decision.OutcomeAsked ? null : OutcomeAt(alliance, decision),
        DecisionState.InForce => decision.Review is { } review ? Calendars.Of(alliance).OpeningOn(review) : null,
        _ => null,
    };

    public static Outcome Strike(Alliance alliance, Decision decision, Instant at)
    {
        if (NextDue(alliance, decision) is not { } due || due > at) return Outcome.Nothing;
        return decision.State switch
        {
            DecisionState.InForce => new DecisionReviewDue(decision.Id),
            DecisionState.Decided or DecisionState.NotDecided => new DecisionOutcomeAsked(decision.Id),
            _ => EndOf(alliance, decision) <= at ? Close(alliance, decision, at) : new DecisionReminded(decision.Id),
        };
    }

    private static Outcome Close(Alliance alliance, Decision decision, Instant at)
    {
        if (Tally.Why(decision) is not { } why) return new DecisionDecided(decision.Id, Tally.NotHeard(decision));
        var today = alliance.DateOf(at);
        if (at - EndOf(alliance, decision) > Deadlines.Outage)
        {
            // The bot was away when the time ran out: whoever wanted to speak could not, so half of it is given again.
            var half = Math.Max(1, Period.DaysBetween(alliance.DateOf(decision.Since), decision.Proposal.Closes) / 2);
            return new DecisionExtended(decision.Id, today.PlusDays(Math.Min(half, DecisionDecider.LongestDays)), Outage: true);
        }

        return decision.Extended
            ? new DecisionNotDecided(decision.Id, Tally.NotHeard(decision), why)
            : new DecisionExtended(decision.Id, Later(alliance, today), Outage: false);
    }

    /// <summary>The opening of the last working day before the closing one; halfway where there is less time.</summary>
    private static Instant? RemindAt(Alliance alliance, Decision decision)
    {
        var calendar = Calendars.Of(alliance);
        var last = calendar.OpeningOn(calendar.AddWorkdays(decision.Proposal.Closes, -1));
        if (last > decision.Since) return last;
        var half = calendar.NextAllowed(decision.Since + ((EndOf(alliance, decision) - decision.Since) / 2));
        return half > decision.Since ? half : null;
    }

    private static Instant OutcomeAt(Alliance alliance, Decision decision)
    {
        var calendar = Calendars.Of(alliance);
        return calendar.OpeningOn(calendar.AddWorkdays(calendar.DateOf(decision.ClosedAt!.Value), OutcomeDays));
    }
}
