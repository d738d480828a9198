using NodaTime;

namespace AllianceBot.Domain;

/// <summary>Takes the sums of the ledger down when a round starts.</summary>
internal static class Baselines
{
    /// <summary>The sums since this instant, or from the beginning; null where fewer than three partners have something in them.</summary>
    public static Baseline? Of(Alliance alliance, Instant? since, Instant now)
    {
        var today = alliance.DateOf(now);
        var period = since is { } from ? LedgerPeriod.Since(alliance.DateOf(from), today) : LedgerPeriod.All(today);
        return Ledgers.Sum(alliance, period, now) is not { } sum ? null : new(since, sum.Partners)
        {
            KeptOnTime = sum.KeptOnTime,
            KeptLate = sum.KeptLate,
            RenegotiatedInTime = sum.RenegotiatedInTime,
            RenegotiatedLate = sum.RenegotiatedLate,
            Released = sum.Released,
            GivenUp = sum.GivenUp,
            Unmet = sum.Unmet,
            SeenDifferently = sum.SeenDifferently,
            Unconfirmed = sum.DeliveredUnconfirmed,
            Open = sum.Open,
            Overdue = sum.Overdue,
        };
    }
}
