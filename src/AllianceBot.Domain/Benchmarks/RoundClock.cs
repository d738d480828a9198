using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What a round waits for by the clock: its meetings, quiet minutes, breaks, answers to records, silence, the day to look again.</summary>
internal static class RoundClock
{
    /// <summary>A meeting in which nobody did anything for so long is over.</summary>
    private static readonly Duration MeetingSilence = Duration.FromHours(12);

    /// <summary>Days without anything after which the facilitator is asked whether to go on.</summary>
    public const int SilentDays = 60;

    public static readonly Duration QuietTime = Duration.FromMinutes(2);

    /// <summary>The end of the time in which partners that were not in the room answer a record.</summary>
    public static Instant AnswerBy(Alliance alliance, Component component)
    {
        if (component.Record is not { } record) return Instant.MinValue;
        var by = Calendars.Of(alliance).Deadline(record.At, alliance.Settings.AnswerByDays);
        return record.Until is { } until ? Instant.Max(by, until) : by;
    }

    public static Instant? NextDue(Alliance alliance, Round round)
    {
        Instant? due = null;
        foreach (var (at, _) in Steps(alliance, round))
        {
            if (due is null || at < due) due = at;
        }

        return due;
    }

    /// <summary>The first of what is due, one step at a time.</summary>
    public static Outcome Strike(Alliance alliance, Round round, Instant at)
    {
        (Instant At, RoundEvent Happens)? first = null;
        foreach (var step in Steps(alliance, round))
        {
            if (step.At <= at && (first is null || step.At < first.Value.At)) first = step;
        }

        return first switch
        {
            null => Outcome.Nothing,
            // Of meetings whose days went by while the bot was away, the last one is told.
            (_, RoundMeetingReminded) => new RoundMeetingReminded(round.Id, Planned(alliance, round).Where(date => Opening(alliance, date) <= at).Max()),
            // Whoever wanted to answer could not while the bot was away, so half of the time is given again.
            (var due, ComponentConfirmed { NotConfirmed.Count: > 0 } late) when at - due > Deadlines.Outage && round.Of(late.Component).Record!.Until is null =>
                new RecordExtended(round.Id, late.Component, Calendars.Of(alliance).Deadline(at, Math.Max(1, alliance.Settings.AnswerByDays / 2))),
            (_, var happens) => happens,
        };
    }

    /// <summary>Half a year on, on a working day.</summary>
    public static LocalDate UsualReview(Alliance alliance, Instant at) =>
        Calendars.Of(alliance).AddWorkdays(alliance.DateOf(at).PlusMonths(6).PlusDays(-1), 1);

    private static IEnumerable<(Instant At, RoundEvent Happens)> Steps(Alliance alliance, Round round)
    {
        var calendar = Calendars.Of(alliance);
        if (round.State is RoundState.Planned or RoundState.Open && !round.IsMeeting && Planned(alliance, round) is { Count: > 0 } planned)
        {
            yield return (Opening(alliance, planned.Min()), new RoundMeetingReminded(round.Id, planned.Min()));
        }

        if (round.State == RoundState.Complete && round.Review is { } review) yield return (calendar.OpeningOn(review), new RoundReviewDue(round.Id));
        if (round.State is RoundState.Open or RoundState.Complete or RoundState.ReviewDue or RoundState.Reviewed)
        {
            foreach (var component in round.Components)
            {
                foreach (var step in OfRecord(alliance, round, component)) yield return step;
            }
        }

        if (round.State != RoundState.Open) yield break;
        if (round.BreakUntil is { } until) yield return (until, new RoundBreakOver(round.Id));
        if (round.Current is { QuietUntil: { } quiet } current) yield return (quiet, new QuietOver(round.Id, current.Number));
        if (round.IsMeeting)
        {
            yield return (round.ActiveAt + MeetingSilence, new RoundPaused(round.Id, null));
        }
        else
        {
            // A meeting that is planned for later is no silence.
            var from = round.Meetings.Where(date => date > alliance.DateOf(round.ActiveAt)).DefaultIfEmpty(alliance.DateOf(round.ActiveAt)).Max();
            yield return (calendar.OpeningOn(from.PlusDays(SilentDays)), new RoundSuspended(round.Id));
        }
    }

    private static IEnumerable<(Instant At, RoundEvent Happens)> OfRecord(Alliance alliance, Round round, Component component)
    {
        if (component is not { State: ComponentState.Recorded, Record: { } record }) yield break;
        var by = AnswerBy(alliance, component);
        yield return (by, new ComponentConfirmed(round.Id, component.Number, Hearing.Unanswered(round, component)));
        var calendar = Calendars.Of(alliance);
        var remind = calendar.OpeningOn(calendar.AddWorkdays(calendar.DateOf(by), -2));
        if (!component.Reminded && remind > record.At && remind < by) yield return (remind, new RecordReminded(round.Id, component.Number));
    }

    private static Instant Opening(Alliance alliance, LocalDate date) => Calendars.Of(alliance).OpeningOn(date);

    /// <summary>Planned meetings of which nobody was reminded, after the last one that was held.</summary>
    private static ValueList<LocalDate> Planned(Alliance alliance, Round round) => round.Meetings.RemoveAll(date =>
        date <= round.Reminded || (round.Held.Count > 0 && date <= alliance.DateOf(round.Held[^1].From)));
}
