namespace AllianceBot.Domain;

/// <summary>
/// How many check-ins were asked and what came of them. Only what was asked and is over counts: what was excused, put aside,
/// cancelled or is still open is nobody's miss and nobody's answer.
/// </summary>
/// <param name="Answered">In time.</param>
/// <param name="Late">After the window.</param>
/// <param name="Missed">Not at all.</param>
/// <param name="Excused">Not asked, or not to be expected: outside the count.</param>
public sealed record CheckInTally(int Answered, int Late, int Missed, int Excused)
{
    /// <summary>So many of which an answer was to be expected.</summary>
    public int Asked => Answered + Late + Missed;

    public static CheckInTally Of(Alliance alliance, PersonId person) =>
        Of(alliance.CheckIns.Where(checkIn => checkIn.Person == person));

    public static CheckInTally Of(Alliance alliance, PartnerId partner) =>
        Of(alliance.CheckIns.Where(checkIn => alliance.Commitments[checkIn.Commitment].Terms.DoerPartner == partner));

    private static CheckInTally Of(IEnumerable<CheckIn> checkIns)
    {
        var tally = new CheckInTally(0, 0, 0, 0);
        foreach (var checkIn in checkIns)
        {
            tally = checkIn.State switch
            {
                CheckInState.Answered or CheckInState.Acknowledged => tally with { Answered = tally.Answered + 1 },
                CheckInState.Late => tally with { Late = tally.Late + 1 },
                CheckInState.Missed => tally with { Missed = tally.Missed + 1 },
                CheckInState.Excused => tally with { Excused = tally.Excused + 1 },
                _ => tally,
            };
        }

        return tally;
    }
}
