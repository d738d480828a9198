using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The sums of the ledger as they stood when a round started: facts for the talk about trust, whatever came after.</summary>
/// <param name="Since">Counted from here: the end of the round before; null for from the beginning.</param>
/// <param name="Partners">Of how many partners they are the sum. Sums of fewer than three are shown to nobody.</param>
public sealed record Baseline(Instant? Since, int Partners)
{
    public int KeptOnTime { get; init; }

    public int KeptLate { get; init; }

    public int RenegotiatedInTime { get; init; }

    public int RenegotiatedLate { get; init; }

    public int Released { get; init; }

    public int GivenUp { get; init; }

    public int Unmet { get; init; }

    public int SeenDifferently { get; init; }

    public int Unconfirmed { get; init; }

    public int Open { get; init; }

    public int Overdue { get; init; }
}
