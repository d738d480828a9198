using NodaTime;

namespace AllianceBot.Domain;

/// <summary>What one partner promised another and delivered.</summary>
/// <param name="Promised">Agreed in the period.</param>
/// <param name="Delivered">Kept in the period, on time or late.</param>
/// <param name="Open">Agreed and not ended, now.</param>
/// <param name="Hours">Hours of what was delivered, as far as they were estimated.</param>
/// <param name="Unknown">How many of what was delivered nobody estimated.</param>
public sealed record GivenTo(int Promised, int Delivered, int Open, int Hours, int Unknown)
{
    /// <summary>Hours a month that the giving partner declared in the charter; null where it declared none.</summary>
    public int? Declared { get; init; }

    /// <summary>
    /// What was delivered, in tenths of a month of the time that the partner declared: a small partner that gives half of its
    /// time gives as much as a large one that does. Null where it cannot be weighted.
    /// </summary>
    public int? TenthsOfMonth => Declared is > 0 and { } declared && (Hours > 0 || Delivered == 0)
        ? (int)Math.Round(10.0 * Hours / declared, MidpointRounding.AwayFromZero)
        : null;

    public bool IsNothing => Promised + Delivered + Open == 0;

    /// <summary>Gave something, or is about to.</summary>
    internal bool Gives => Delivered + Open > 0;
}

/// <summary>A pair of partners, seen from one of them.</summary>
/// <param name="Other">The other one.</param>
/// <param name="Gave">What the own partner promised and delivered to it.</param>
/// <param name="Got">What it promised and delivered to the own partner.</param>
public sealed record PartnerPair(Named<PartnerId> Other, GivenTo Gave, GivenTo Got)
{
    /// <summary>One delivered, and from the other nothing came or is under way.</summary>
    public bool IsOneWay => (Gave.Delivered > 0 && !Got.Gives) || (Got.Delivered > 0 && !Gave.Gives);

    /// <summary>Both sides can be weighted by the time that they declared.</summary>
    public bool IsWeighted => Gave.TenthsOfMonth is not null && Got.TenthsOfMonth is not null;
}

/// <summary>Give and take of one partner with each other partner, for its own people.</summary>
public sealed record PairsCard(Named<PartnerId> Partner, LedgerPeriod Period, ValueList<PartnerPair> Pairs);

/// <summary>
/// Give and take between partners, pair by pair: what each promised and delivered to the other, weighted by the time each
/// declared in the charter. A pair is shown to its two partners only.
/// </summary>
public static class Reciprocity
{
    /// <summary>The pairs of a partner, in the order of the others' names; null for who is not of this partner.</summary>
    public static PairsCard? Of(Alliance alliance, PersonId reader, PartnerId partner, LedgerPeriod period)
    {
        if (!May.Do(alliance, reader, Act.SeeLedger, partner)) return null;
        var (gave, got) = (new Dictionary<PartnerId, GivenTo>(), new Dictionary<PartnerId, GivenTo>());
        var span = period.In(alliance.TimeZone);
        foreach (var promise in alliance.Commitments)
        {
            var (doer, receiver) = (promise.Terms.DoerPartner, promise.Terms.ReceiverPartner);
            if (promise.Agreements.Count == 0 || promise.Series is not null || doer == receiver) continue;
            if (doer == partner) Add(gave, receiver, promise, span);
            if (receiver == partner) Add(got, doer, promise, span);
        }

        var pairs = alliance.Partners.Select(other => new PartnerPair(
                Names.Of(alliance, other.Id),
                Declared(alliance, partner, gave.GetValueOrDefault(other.Id)),
                Declared(alliance, other.Id, got.GetValueOrDefault(other.Id))))
            .Where(static pair => !pair.Gave.IsNothing || !pair.Got.IsNothing)
            .OrderBy(static pair => pair.Other.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(static pair => pair.Other.Id.Value, StringComparer.Ordinal);
        return new(Names.Of(alliance, partner), period, pairs.ToValueList());
    }

    private static void Add(Dictionary<PartnerId, GivenTo> all, PartnerId other, Commitment promise, Interval span)
    {
        var sum = all.GetValueOrDefault(other) ?? new(0, 0, 0, 0, 0);
        if (span.Contains(promise.Agreements[0].At)) sum = sum with { Promised = sum.Promised + 1 };
        if (promise.Ending is null) sum = sum with { Open = sum.Open + 1 };
        else if (promise.Ending.As == CommitmentState.Kept && span.Contains(LedgerHistory.FirstEnded(promise, promise.Ending)))
        {
            sum = sum with
            {
                Delivered = sum.Delivered + 1,
                Hours = sum.Hours + (promise.Estimate ?? 0),
                Unknown = sum.Unknown + (promise.Estimate is null ? 1 : 0),
            };
        }

        all[other] = sum;
    }

    private static GivenTo Declared(Alliance alliance, PartnerId partner, GivenTo? given)
    {
        var sum = given ?? new(0, 0, 0, 0, 0);
        foreach (var budget in alliance.Charter.Current?.Text.Budgets ?? [])
        {
            if (budget.Partner == partner) return sum with { Declared = budget.Hours };
        }

        return sum;
    }
}
