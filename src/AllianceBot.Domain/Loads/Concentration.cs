namespace AllianceBot.Domain;

/// <summary>How far the open work rests on few. Names nobody.</summary>
/// <param name="TopPerson">The greatest share of one person, in percent.</param>
/// <param name="TopPartner">The greatest share of one organisation, in percent.</param>
/// <param name="Herfindahl">The sum of the squared shares of organisations, 0 to 10,000: 10,000 when all rests on one.</param>
/// <param name="Ceiling">The agreed ceiling in percent; null while none is agreed.</param>
/// <param name="Promises">How many open promises it is made from.</param>
public sealed record Concentration(int TopPerson, int TopPartner, int Herfindahl, int? Ceiling, int Promises)
{
    /// <summary>With fewer open promises than this a share says nothing.</summary>
    public const int Fewest = 5;

    /// <summary>The shares of now, and of how it would be with one more promise; null while too little is open.</summary>
    internal static Concentration? Of(Alliance alliance, Commitment? more = null)
    {
        var open = alliance.Commitments.Where(promise => LoadPlan.IsOpenWork(promise) && promise.Id != more?.Id).ToList();
        if (more is not null) open.Add(more);
        if (open.Count < Fewest) return null;
        var usual = Usual(open);
        var all = open.Sum(promise => Weight(promise, usual));
        var people = open.Where(static promise => promise.Terms.Doer is not null).GroupBy(static promise => promise.Terms.Doer!.Value)
            .Select(group => group.Sum(promise => Weight(promise, usual))).ToList();
        var partners = open.GroupBy(static promise => promise.Terms.DoerPartner)
            .Select(group => group.Sum(promise => Weight(promise, usual))).ToList();
        return new(
            people.Count == 0 ? 0 : Percent(people.Max(), all), Percent(partners.Max(), all),
            (int)Math.Round(partners.Sum(share => 10_000.0 * share * share) / ((double)all * all), MidpointRounding.AwayFromZero),
            alliance.Settings.LoadCeiling == 0 ? null : alliance.Settings.LoadCeiling, open.Count);
    }

    /// <summary>
    /// Whether this promise would lift the share of its own doer or doing organisation past the ceiling: the warning to both
    /// sides, before it is agreed.
    /// </summary>
    internal static bool Lifts(Alliance alliance, Commitment promise)
    {
        var ceiling = alliance.Settings.LoadCeiling;
        if (ceiling == 0) return false;
        var open = alliance.Commitments.Where(other => LoadPlan.IsOpenWork(other) && other.Id != promise.Id).Append(promise).ToList();
        if (open.Count < Fewest) return false;
        var usual = Usual(open);
        var all = open.Sum(other => Weight(other, usual));
        var partner = open.Where(other => other.Terms.DoerPartner == promise.Terms.DoerPartner).Sum(other => Weight(other, usual));
        var person = promise.Terms.Doer is { } doer
            ? open.Where(other => other.Terms.Doer == doer).Sum(other => Weight(other, usual)) : 0;
        return 100L * Math.Max(partner, person) > (long)ceiling * all;
    }

    /// <summary>What nobody estimated weighs as much as the others do on average.</summary>
    private static int Usual(List<Commitment> open)
    {
        var known = open.Where(static promise => promise.Estimate is not null).ToList();
        return known.Count == 0 ? 1 : Math.Max(1, (known.Sum(static promise => promise.Estimate!.Value) + (known.Count / 2)) / known.Count);
    }

    private static int Weight(Commitment promise, int usual) => promise.Estimate ?? usual;

    private static int Percent(int part, int all) => (int)Math.Round(100.0 * part / all, MidpointRounding.AwayFromZero);
}
