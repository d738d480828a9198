using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// Signs that a round would help: fewer answers, goals not moving, the same promise moved again and again. They are looked
/// at when something happens that could be one, and a round is offered to the facilitator once in a while, never by the day.
/// </summary>
internal static class Signs
{
    /// <summary>Days until a round may be offered again, and after a round until one may be offered at all.</summary>
    public const int RestDays = 90;

    private const int Weeks = 28;
    private const int StillDays = 90;
    private const int FewestMissed = 3;
    private const int Moves = 3;

    public static ValueList<AllianceEvent> React(Alliance alliance, AllianceEvent happened)
    {
        if (happened is not (CheckInMissed or CommitmentChangeAccepted or CommitmentOverdueTold)) return [];
        if (Rests(alliance, happened.At) || alliance.With(Role.Facilitator).Count == 0) return [];
        var signs = Of(alliance, happened.At);
        return signs.Count > 0 ? [new RoundOffered(signs)] : [];
    }

    public static ValueList<RoundSign> Of(Alliance alliance, Instant at)
    {
        var signs = new List<RoundSign>();
        if (AnswersFell(alliance, at)) signs.Add(RoundSign.FewerAnswers);
        if (GoalsAreStill(alliance, at)) signs.Add(RoundSign.GoalsStill);
        if (alliance.Commitments.Any(Slips)) signs.Add(RoundSign.SamePromiseSlips);
        return signs.ToValueList();
    }

    private static bool Rests(Alliance alliance, Instant at)
    {
        if (Rounds.Running(alliance) is not null) return true;
        var rest = at - Duration.FromDays(RestDays);
        return alliance.Benchmarks.OfferedAt > rest || alliance.Rounds.Any(round => round.ActiveAt > rest);
    }

    /// <summary>A third of what was asked in four weeks was missed, and more than in the four weeks before.</summary>
    private static bool AnswersFell(Alliance alliance, Instant at)
    {
        var span = Duration.FromDays(Weeks);
        var (asked, missed) = Asked(alliance, at - span, at);
        var (_, before) = Asked(alliance, at - span - span, at - span);
        return missed >= FewestMissed && missed * 3 >= asked && missed > before;
    }

    private static (int Asked, int Missed) Asked(Alliance alliance, Instant from, Instant until)
    {
        var (asked, missed) = (0, 0);
        foreach (var checkIn in alliance.CheckIns)
        {
            if (checkIn.Until is not { } end || end <= from || end > until) continue;
            if (checkIn.State is CheckInState.Excused or CheckInState.Cancelled) continue;
            asked++;
            if (checkIn.State == CheckInState.Missed) missed++;
        }

        return (asked, missed);
    }

    /// <summary>Something is promised for a goal since long, and nothing for any goal was kept in that time.</summary>
    private static bool GoalsAreStill(Alliance alliance, Instant at)
    {
        var since = at - Duration.FromDays(StillDays);
        var waits = false;
        foreach (var promise in alliance.Commitments)
        {
            if (promise.Terms.Goal is null) continue;
            if (promise.Ending is { As: CommitmentState.Kept } kept && kept.At > since) return false;
            waits |= promise.State.IsOwed() && promise.Agreements is { Count: > 0 } agreed && agreed[0].At <= since;
        }

        return waits;
    }

    /// <summary>Still open, and its date was moved later three times.</summary>
    private static bool Slips(Commitment promise)
    {
        if (promise.State.IsEnded() || promise.Series is not null) return false;
        var moves = 0;
        for (var at = 1; at < promise.Agreements.Count; at++)
        {
            if (promise.Agreements[at].Terms.Due > promise.Agreements[at - 1].Terms.Due) moves++;
        }

        return moves >= Moves;
    }
}
