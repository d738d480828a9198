using System.Globalization;
using NodaTime;

namespace AllianceBot.Domain;

/// <summary>A round and its meetings: planned, started, paused, taken up again, given up, looked at again.</summary>
internal static class RoundMeetings
{
    public static readonly Refusal FewPartners = new("round.few-partners");

    /// <summary>Facts: date.</summary>
    public static readonly Refusal MeetingPast = new("round.meeting-past");
    public static readonly Refusal MeetingFar = new("round.meeting-far");
    public static readonly Refusal TooManyMeetings = new Refusal("round.too-many-meetings").With("limit", $"{Limits.RoundMeetings}");

    /// <summary>Facts: limit, in minutes.</summary>
    public static readonly Refusal BreakOut = new Refusal("round.break-out").With("limit", $"{LongestBreak}");
    public static readonly Refusal TooMany = new Refusal("limit.rounds").With("limit", $"{Limits.Rounds}");

    /// <summary>Facts: person.</summary>
    public static readonly Refusal NotOfRound = new("round.not-of-round");

    public static readonly Refusal ReviewPast = new("round.review-past");

    public const int LongestBreak = 180;

    public static ValueList<Refusal> All => [FewPartners, MeetingPast, MeetingFar, TooManyMeetings, BreakOut, TooMany, NotOfRound, ReviewPast];

    /// <summary>The form's draft id is the round's id, so the same form sent twice makes one round.</summary>
    public static Outcome Plan(Alliance alliance, PlanRound plan, CommandContext context)
    {
        if (!May.Do(alliance, context.By, Act.RunRound, alliance.Id)) return Refusal.NotYours;
        if (alliance.Rounds.Find(plan.Round) is { } known) return known.Facilitator == context.By ? Outcome.Nothing : Refusal.NotYours;
        if (!Ids.IsValid(plan.Round)) return SetUpDecider.BadId;
        if (Rounds.Running(alliance) is { } other) return Rounds.IsRunning(other);
        if (alliance.Rounds.Count >= Limits.Rounds) return TooMany;
        if (Roster(alliance).Count < 2) return FewPartners;
        if (plan.Meetings.Count > Limits.RoundMeetings) return TooManyMeetings;
        var today = alliance.DateOf(context.At);
        foreach (var date in plan.Meetings)
        {
            if (Ahead(alliance, date, today.PlusDays(-1), MeetingPast) is { } wrong) return wrong;
        }

        var meetings = plan.Meetings.Distinct().Order().ToValueList();
        var planned = new RoundPlanned(plan.Round, alliance.LastRound + 1, meetings);
        return meetings.Count == 0 || meetings[0] == today ? Outcome.Of([planned, .. Begun(alliance, plan.Round, context.At)]) : planned;
    }

    public static Outcome? Decide(Alliance alliance, Round round, RoundCommand command, CommandContext context) => command switch
    {
        StartRound => Roster(alliance).Count < 2 ? FewPartners : Outcome.Of([.. Begun(alliance, round.Id, context.At)]),
        MarkPresent mark => Mark(alliance, round, mark),
        TakeBreak take => take.Minutes is < 1 or > LongestBreak ? BreakOut : new RoundBreakTaken(round.Id, context.At + Duration.FromMinutes(take.Minutes)),
        PauseRound { Next: { } next } => Ahead(alliance, next, alliance.DateOf(context.At), MeetingPast) ?? (Outcome)new RoundPaused(round.Id, next),
        PauseRound => new RoundPaused(round.Id, null),
        ResumeRound => new RoundResumed(round.Id),
        AbandonRound abandon => TextRules.Text(abandon.Reason, "reason") ?? (Outcome)new RoundAbandoned(round.Id, abandon.Reason),
        ReviewRound review => TextRules.Optional(review.Said, "note")
            ?? (review.Again is { } again ? Ahead(alliance, again, alliance.DateOf(context.At), ReviewPast) : null)
            ?? (Outcome)new RoundReviewed(round.Id, review.Said, review.Again),
        _ => null,
    };

    /// <summary>Partners that are in now, in the order of their ids.</summary>
    private static ValueList<PartnerId> Roster(Alliance alliance) =>
        alliance.Partners.Where(static partner => !partner.Left).Select(static partner => partner.Id).ToValueList();

    /// <summary>The partners and the sums of now are kept with the start, and the first component opens.</summary>
    private static AllianceEvent[] Begun(Alliance alliance, RoundId round, Instant at) =>
    [
        new RoundStarted(round, Roster(alliance), Baselines.Of(alliance, Rounds.Before(alliance, null)?.CompletedAt, at)),
        new ComponentOpened(round, 1),
    ];

    private static Outcome Mark(Alliance alliance, Round round, MarkPresent mark)
    {
        var people = mark.People.Distinct().OrderBy(static person => person.Value, StringComparer.Ordinal).ToValueList();
        foreach (var person in people)
        {
            if (RoundRights.SpeaksFor(alliance, person, round).Count == 0) return NotOfRound.With("person", person.Value);
        }

        return people == round.Present ? Outcome.Nothing : new RoundPresentMarked(round.Id, people);
    }

    /// <summary>A date after this one, within the years that dates may lie ahead.</summary>
    internal static Refusal? Ahead(Alliance alliance, LocalDate date, LocalDate after, Refusal past)
    {
        if (date <= after) return past.With("date", date.ToIso());
        var latest = alliance.DateOf(alliance.LastAt).PlusYears(Limits.YearsAhead);
        return date > latest ? MeetingFar.With("date", date.ToIso()).With("latest", latest.ToIso()) : null;
    }

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
