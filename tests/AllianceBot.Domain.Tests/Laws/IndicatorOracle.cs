using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>Indicators said a second time and another way: who sees what, and what counts, never asking the code under test.</summary>
internal static class IndicatorOracle
{
    public static void AgreesOn(Alliance alliance)
    {
        foreach (var indicator in alliance.Indicators)
        {
            foreach (var person in alliance.People.Select(static one => one.Id).Append(Riverbend.Stranger))
            {
                var card = IndicatorViews.Card(alliance, new PersonReader(person), indicator.Id);
                var observes = Observes(alliance, person);
                Assert.Equal(In(alliance, person) && (!observes || indicator.Terms.Shared), card is not null);
                if (card is null) continue;
                Assert.Equal(!observes, card.Inside is not null);
                if (observes) Assert.DoesNotContain("inside words", Dump.Of(card), StringComparison.Ordinal);
                var reports = In(alliance, person) && !observes && indicator.RetiredAt is null
                    && (indicator.Owner == person || alliance.Roles.Any(held => held.Person == person && held.Role == Role.Facilitator));
                Assert.Equal(reports, card.Acts.Contains(IndicatorAct.Read));
                Assert.Equal(Counting(indicator).Select(static one => (one.Value, one.On)), card.Counted.Select(static one => (one.Value, one.On)));
                Assert.Equal(Counting(indicator).Count, card.Trend.Count);
            }

            if (indicator.Asked is not null) Assert.True(indicator is { OwnerAgreed: true, Owner: not null }, $"{indicator.Id} is asked of nobody.");
            Assert.True(indicator.Readings.Select(static one => one.Number).SequenceEqual(Enumerable.Range(1, indicator.Readings.Count)));
        }
    }

    /// <summary>By walking: each entry stands until a later one names it.</summary>
    private static List<Reading> Counting(Indicator indicator)
    {
        var standing = new SortedDictionary<int, Reading>();
        foreach (var reading in indicator.Readings)
        {
            if (reading.Corrects is { } wrong) standing.Remove(wrong);
            standing[reading.Number] = reading;
        }

        return [.. standing.Values.OrderBy(static one => one.On)];
    }

    private static bool In(Alliance alliance, PersonId person) => alliance.People.Find(person) is { Left: false };

    private static bool Observes(Alliance alliance, PersonId person)
    {
        var held = alliance.Roles.Where(role => role.Person == person).ToList();
        return held.Count > 0 && held.TrueForAll(static role => role.Role == Role.Observer);
    }
}
