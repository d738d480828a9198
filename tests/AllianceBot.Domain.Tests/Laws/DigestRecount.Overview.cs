using NodaTime;

namespace AllianceBot.Domain.Tests;

/// <summary>What a facilitator reads about the alliance as a whole, told again from the events.</summary>
internal sealed partial class DigestRecount
{
    private const int FewestShares = 5;
    private const int SilentDays = 14;

    private DigestOverview Overview(PersonId reader, Instant at)
    {
        var unanswered = figures.Promises.Where(one => told[one.Key].IsUnconfirmed
                || (one.Value is { IsOwed: true, Repeats: false } && figures.CheckIns.MissedInRow(one.Key) >= 2))
            .OrderBy(static one => one.Value.Terms.Due).ThenBy(static one => one.Value.Number).ToList();
        var (person, partner) = Shares();
        return new()
        {
            Silent = Silent(at).Take(MostLines).ToValueList(),
            Unanswered = unanswered.Take(MostLines).Select(static one => one.Key).ToValueList(),
            UnansweredCount = unanswered.Count,
            TopPerson = person,
            TopPartner = partner,
            Ceiling = partner is null || People.Settings.LoadCeiling == 0 ? null : People.Settings.LoadCeiling,
            CasesEnding = Cases.Ending(reader, People.Date(at).PlusDays(DaysOfWeek)),
            NotReached = notReached.Count,
        };
    }

    /// <summary>
    /// Partners that have something under way and of which nobody said anything for a fortnight: not about one of their promises,
    /// nor in a check-in, nor on a decision.
    /// </summary>
    private IEnumerable<DigestSilence> Silent(Instant at)
    {
        foreach (var partner in People.Partners)
        {
            var own = figures.Promises.Where(one => one.Value.IsOnASide(partner)).ToList();
            if (!own.Exists(static one => !one.Value.Ended)) continue;
            var said = own.Select(one => told[one.Key].LastHeard(partner));
            var answered = own.Where(one => one.Value.Terms.DoerPartner == partner)
                .SelectMany(one => figures.CheckIns.Of(one.Key)).Select(static one => one.Now.AnsweredAt);
            var latest = said.Concat(answered).Append(Decisions.LastHeard(partner)).Max();
            if (latest is { } heard && at - heard < Duration.FromDays(SilentDays)) continue;
            yield return new(partner, latest is { } since ? People.Date(since) : null);
        }
    }

    /// <summary>The greatest share of the open work in percent; where nobody estimated it a promise weighs as much as the others do on average.</summary>
    private (int? Person, int? Partner) Shares()
    {
        var open = figures.Promises.Values.Where(static one => one.IsOpen).ToList();
        if (open.Count < FewestShares) return (null, null);
        var known = open.Select(static one => one.Estimate).OfType<int>().ToList();
        var usual = known.Count == 0 ? 1 : Math.Max(1, (known.Sum() + (known.Count / 2)) / known.Count);
        int Weight(Recount.Told one) => one.Estimate ?? usual;
        int Share(int part) => (int)Math.Round(100.0 * part / open.Sum(Weight), MidpointRounding.AwayFromZero);
        return (
            Share(open.Where(static one => one.Terms.Doer is not null).GroupBy(static one => one.Terms.Doer).Select(group => group.Sum(Weight)).DefaultIfEmpty().Max()),
            Share(open.GroupBy(static one => one.Terms.DoerPartner).Max(group => group.Sum(Weight))));
    }

    private void Compare(DigestMade made, DigestOverview counted, DigestOverview said)
    {
        Same(made, "partners not heard from", Joined(counted.Silent), Joined(said.Silent));
        Same(made, "lines of reminded without an answer", Joined(counted.Unanswered), Joined(said.Unanswered));
        Same(made, "reminded without an answer", counted.UnansweredCount, said.UnansweredCount);
        Same(made, "greatest share of one person", counted.TopPerson ?? 0, said.TopPerson ?? 0);
        Same(made, "greatest share of one organisation", counted.TopPartner ?? 0, said.TopPartner ?? 0);
        Same(made, "shares, if any", counted.TopPartner is null, said.TopPartner is null);
        Same(made, "ceiling", $"{counted.Ceiling}", $"{said.Ceiling}");
        Same(made, "cases about to run out of time", counted.CasesEnding, said.CasesEnding);
        Same(made, "not reached", counted.NotReached, said.NotReached);
    }
}
