namespace AllianceBot.Domain;

/// <summary>The rounds of an alliance: the one that is under way, and those before.</summary>
public static class Rounds
{
    /// <summary>One round at a time. Facts: round, as R2.</summary>
    public static readonly Refusal OneAtATime = new("round.running");

    /// <summary>The round that is planned, under way or laid aside; null while there is none.</summary>
    public static Round? Running(Alliance alliance)
    {
        foreach (var round in alliance.Rounds)
        {
            if (round.State == RoundState.Planned || round.IsRunning) return round;
        }

        return null;
    }

    /// <summary>The round that is meant when none is named: the one under way, else the newest.</summary>
    public static Round? Now(Alliance alliance) => Running(alliance) ?? Newest(alliance);

    /// <summary>The last round that came to its end before this one; for none, the last of all.</summary>
    public static Round? Before(Alliance alliance, Round? round) => alliance.Rounds
        .Where(other => other.State is RoundState.Complete or RoundState.ReviewDue or RoundState.Reviewed && (round is null || other.Number < round.Number))
        .MaxBy(static other => other.Number);

    internal static Refusal IsRunning(Round round) => OneAtATime.With("round", round.Id.Value);

    private static Round? Newest(Alliance alliance) => alliance.Rounds.MaxBy(static round => round.Number);
}
