using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// When an indicator's number is asked for: once a period, on the owner's own calendar, with one reminder. Then it is left
/// alone until the next period. After a long outage only the newest period is asked for.
/// </summary>
internal static class IndicatorClock
{
    /// <summary>Working days of the owner until the one reminder, and from there until it is left alone.</summary>
    public const int NudgeDays = 3;
    public const int WaitDays = 5;

    public static Instant? NextDue(Alliance alliance, Indicator indicator)
    {
        if (indicator is not { IsLive: true, OwnerAgreed: true, Owner: { } owner } || !IndicatorDecider.CanReport(alliance, owner)) return null;
        if (indicator.Asked is { } asked)
        {
            var calendar = Calendars.Of(alliance, owner);
            var days = asked.Nudged ? NudgeDays + WaitDays : NudgeDays;
            return Reachable(alliance, owner, calendar.OpeningOn(calendar.AddWorkdays(calendar.DateOf(asked.At), days)));
        }

        return NextPeriod(alliance, indicator) is { } end ? AskAt(alliance, owner, end) : null;
    }

    public static Outcome Strike(Alliance alliance, Indicator indicator, Instant at)
    {
        if (NextDue(alliance, indicator) is not { } due || due > at) return Outcome.Nothing;
        if (indicator.Asked is { } asked)
        {
            return asked.Nudged ? new IndicatorNotReported(indicator.Id, asked.On) : new IndicatorNudged(indicator.Id, asked.On);
        }

        // What ended while the bot was away is not asked for one by one.
        var newest = NextPeriod(alliance, indicator)!.Value;
        while (Periods.EndOf(indicator.Terms.Every, newest.PlusDays(1)) is { } next && AskAt(alliance, indicator.Owner!.Value, next) <= at) newest = next;
        return new IndicatorAsked(indicator.Id, newest);
    }

    /// <summary>The day on which what is asked for is left alone.</summary>
    public static LocalDate LastDay(Alliance alliance, Indicator indicator)
    {
        var calendar = Calendars.Of(alliance, indicator.Owner!.Value);
        return calendar.AddWorkdays(calendar.DateOf(indicator.Asked!.At), NudgeDays + WaitDays);
    }

    /// <summary>The first period that neither was asked for nor has a number; null where nobody is asked.</summary>
    private static LocalDate? NextPeriod(Alliance alliance, Indicator indicator)
    {
        if (Periods.EndOf(indicator.Terms.Every, alliance.DateOf(indicator.AgreedAt)) is not { } first) return null;
        var done = indicator.LastAsked;
        if (indicator.Latest is { } latest && Periods.EndOf(indicator.Terms.Every, latest.On) is { } read && !(done >= read)) done = read;
        return done is { } over && over >= first ? Periods.EndOf(indicator.Terms.Every, over.PlusDays(1)) : first;
    }

    private static Instant AskAt(Alliance alliance, PersonId owner, LocalDate end)
    {
        var calendar = Calendars.Of(alliance, owner);
        return Reachable(alliance, owner, calendar.OpeningOn(calendar.NextWorkday(end)));
    }

    /// <summary>Not while away, nor as one comes back but in hours, and not while the person asked for a pause.</summary>
    private static Instant Reachable(Alliance alliance, PersonId owner, Instant at)
    {
        var calendar = Calendars.Of(alliance, owner);
        if (Prompting.Of(alliance, owner).PausedUntil is { } until && calendar.DateOf(at) < until) at = calendar.OpeningOn(until);
        if (alliance.People[owner].Back is { } back && at < back) at = back;
        return Absences.NextReachable(alliance, owner, at);
    }
}
