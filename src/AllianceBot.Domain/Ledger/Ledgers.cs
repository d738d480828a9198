using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// The figures of partners, of persons and of all together, from what happened alone. Nothing here says who may read which:
/// that is for the views.
/// </summary>
public static class Ledgers
{
    /// <summary>Sums are made of at least so many partners, so that none of them can be read from the sum.</summary>
    public const int FewestPartners = 3;

    /// <summary>All partners' figures, counted in one pass: for who needs more than one of them.</summary>
    public static LedgerBook Book(Alliance alliance, LedgerPeriod period, Instant now) => new(alliance, period, now);

    /// <summary>One partner's figures.</summary>
    public static LedgerFigures Of(Alliance alliance, PartnerId partner, LedgerPeriod period, Instant now)
    {
        var (pass, tally) = (new LedgerPass(alliance, period, now), new LedgerTally());
        foreach (var promise in alliance.Commitments)
        {
            var (doer, receiver) = (promise.Terms.DoerPartner == partner, promise.Terms.ReceiverPartner == partner);
            if (doer || receiver) pass.Enter(promise, doer ? tally : null, receiver ? tally : null);
        }

        foreach (var checkIn in alliance.CheckIns)
        {
            if (alliance.Commitments[checkIn.Commitment].Terms.DoerPartner == partner) pass.Enter(checkIn, tally);
        }

        return tally.Figures(period);
    }

    /// <summary>The same of the promises of which this partner is a side, for who has them at hand; check-ins stand by promise here.</summary>
    internal static LedgerFigures Of(Alliance alliance, IReadOnlyList<Commitment> own, PartnerId partner, LedgerPeriod period, Instant now)
    {
        var (pass, tally) = (new LedgerPass(alliance, period, now), new LedgerTally());
        foreach (var promise in own)
        {
            var doer = promise.Terms.DoerPartner == partner;
            pass.Enter(promise, doer ? tally : null, promise.Terms.ReceiverPartner == partner ? tally : null);
            for (var number = 1; doer && number <= promise.CheckInCount; number++) pass.Enter(alliance.CheckIns[CheckInPlan.IdOf(promise.Id, number)], tally);
        }

        return tally.Figures(period);
    }

    /// <summary>All partners together; null while fewer than <see cref="FewestPartners"/> have something in it.</summary>
    public static LedgerFigures? Sum(Alliance alliance, LedgerPeriod period, Instant now) => Book(alliance, period, now).Sum;

    /// <summary>One person's figures: of what this person does, receives and was asked.</summary>
    public static LedgerFigures OfPerson(Alliance alliance, PersonId person, LedgerPeriod period, Instant now)
    {
        var (pass, tally) = (new LedgerPass(alliance, period, now), new LedgerTally());
        foreach (var promise in alliance.Commitments)
        {
            var (doer, receiver) = (promise.Terms.Doer == person, promise.Terms.Receiver == person);
            if (doer || receiver) pass.Enter(promise, doer ? tally : null, receiver ? tally : null);
        }

        foreach (var checkIn in alliance.CheckIns)
        {
            if (checkIn.Person == person) pass.Enter(checkIn, tally);
        }

        return tally.Figures(period);
    }
}
