using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The figures of every partner over one period, counted in one pass over the alliance.</summary>
public sealed class LedgerBook
{
    private static readonly LedgerTally Nothing = new();

    private readonly Dictionary<PartnerId, LedgerTally> tallies = [];
    private readonly LedgerPeriod period;

    internal LedgerBook(Alliance alliance, LedgerPeriod period, Instant now)
    {
        this.period = period;
        var pass = new LedgerPass(alliance, period, now);
        foreach (var promise in alliance.Commitments)
        {
            pass.Enter(promise, TallyOf(promise.Terms.DoerPartner), TallyOf(promise.Terms.ReceiverPartner));
        }

        // Check-ins stand in the order of their promises' ids, so each promise is looked up about once.
        Commitment? last = null;
        foreach (var checkIn in alliance.CheckIns)
        {
            if (last?.Id != checkIn.Commitment) last = alliance.Commitments[checkIn.Commitment];
            pass.Enter(checkIn, TallyOf(last.Terms.DoerPartner));
        }

        Sum = Summed();
    }

    /// <summary>All together; null while fewer than <see cref="Ledgers.FewestPartners"/> partners have something in it.</summary>
    public LedgerFigures? Sum { get; }

    public LedgerFigures Of(PartnerId partner) => (tallies.GetValueOrDefault(partner) ?? Nothing).Figures(period);

    private LedgerTally TallyOf(PartnerId partner)
    {
        if (tallies.TryGetValue(partner, out var known)) return known;
        return tallies[partner] = new();
    }

    private LedgerFigures? Summed()
    {
        var (sum, partners) = (new LedgerTally(), 0);
        foreach (var (_, tally) in tallies.OrderBy(static one => one.Key.Value, StringComparer.Ordinal))
        {
            if (tally.IsEmpty) continue;
            partners++;
            sum.AddAll(tally);
        }

        return partners < Ledgers.FewestPartners ? null : sum.Figures(period, partners);
    }
}
