using NodaTime;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>
/// Who reads which figures, pairs, records and snapshots, a second time: whatever is handed out goes to who the rules name, and
/// holds nothing that its reader could not see by other ways.
/// </summary>
internal static class LedgerRightsOracle
{
    public static void AgreesOn(Alliance alliance, Instant now)
    {
        var period = LedgerPeriod.All(alliance.DateOf(now));
        foreach (var person in alliance.People.Select(static person => person.Id).Append(Riverbend.Stranger))
        {
            var reader = new PersonReader(person);
            var isIn = alliance.People.Any(one => one.Id == person && !one.Left);
            var observes = alliance.Roles.Any(held => held.Person == person) && alliance.Roles.All(held => held.Person != person || held.Role == Role.Observer);
            foreach (var partner in alliance.Partners.Select(static partner => partner.Id))
            {
                var own = IsOf(alliance, person, partner);
                Assert.Equal(own, LedgerViews.Card(alliance, reader, LedgerWhose.Partner, partner, period, now) is not null);
                Assert.Equal(own, Reciprocity.Of(alliance, person, partner, period) is not null);
                var manages = isIn && alliance.Roles.Any(held => held.Person == person && held.Role == Role.Manager && held.Partner == partner);
                Holds(alliance, person, LedgerRecords.Of(alliance, person, partner, now), manages, now);
            }

            Assert.Equal(isIn, LedgerViews.Card(alliance, reader, LedgerWhose.Person, null, period, now) is not null);
            var sum = LedgerViews.Card(alliance, reader, LedgerWhose.Sum, null, period, now);
            Assert.Equal(isIn && !observes, sum is not null);
            Assert.True(sum?.Figures is null || sum.Figures.Partners >= 3);
            if (sum is not null) Behind(alliance, person, sum, now);
            var looksAfter = isIn && alliance.Roles.Any(held => held.Person == person && held.Role is Role.Facilitator or Role.Administrator);
            Holds(alliance, person, LedgerRecords.Of(alliance, person, alliance.Id, now), looksAfter, now);
            Snapshot(alliance, person, isIn);
        }

        Assert.Null(LedgerViews.Card(alliance, PlaceReader.Any, LedgerWhose.Person, null, period, now));
        Assert.All(alliance.Partners, partner => Assert.Null(LedgerViews.Card(alliance, PlaceReader.Any, LedgerWhose.Partner, partner.Id, period, now)));
        Assert.NotNull(LedgerViews.Card(alliance, PlaceReader.Any, LedgerWhose.Sum, null, period, now));
    }

    /// <summary>What is behind a figure of the sum is shown only where its reader sees how that promise stands.</summary>
    private static void Behind(Alliance alliance, PersonId person, LedgerCard sum, Instant now)
    {
        foreach (var figure in LedgerFigureKinds.All)
        {
            if (LedgerViews.Items(alliance, person, sum, figure, now) is not { } items) continue;
            Assert.Equal(sum.Figures!.Count(figure), items.Items.Count + items.Hidden);
            foreach (var item in items.Items)
            {
                var sees = item.CheckIn is { } checkIn
                    ? RightsOracle.SeesCheckIn(alliance, alliance.CheckIns[checkIn])
                    : RightsOracle.Allowed(alliance, Act.SeeState, alliance.Commitments[item.Promise.Id]);
                Assert.Contains(person, sees);
            }
        }
    }

    private static void Holds(Alliance alliance, PersonId person, LedgerRecord? record, bool expected, Instant now)
    {
        Assert.Equal(expected, record is not null);
        if (record is null) return;
        foreach (var promise in record.Promises)
        {
            Assert.Contains(person, RightsOracle.Allowed(alliance, Act.SeePromise, alliance.Commitments[promise.Id]));
            Assert.Equal(
                RightsOracle.Allowed(alliance, Act.SeeState, alliance.Commitments[promise.Id]).Contains(person), promise.Inside is not null);
        }

        Assert.All(record.CheckIns, one => Assert.Contains(person, RightsOracle.SeesCheckIn(alliance, alliance.CheckIns[one.Id])));
        Assert.True(record.Partner is not null || record.Pairs is null);
        Assert.All(record.Decisions, one => Assert.Equal(Dump.Of(DecisionViews.Card(alliance, new PersonReader(person), one.Id, now)), Dump.Of(one)));
    }

    /// <summary>Snapshots tell results that were accepted and that all members may know of, and only those that were approved.</summary>
    private static void Snapshot(Alliance alliance, PersonId person, bool isIn)
    {
        var approved = alliance.Decisions.Where(static one => one.Proposal.Matter.Kind == MatterKind.Snapshot && one.WhyNot is null
            && one.State is not (DecisionState.Open or DecisionState.Integrating or DecisionState.Withdrawn or DecisionState.Retired or DecisionState.Replaced));
        var list = Snapshots.List(alliance, person);
        Assert.Equal(isIn ? approved.Select(static one => one.Number).Order() : [], list.Select(static one => one.Number).Order());
        foreach (var line in list.SelectMany(static one => one.Results))
        {
            Assert.NotEqual("forged", line.What);
            Assert.Contains(alliance.Commitments, promise => promise.SeenByAll && promise.Agreements.Count > 0
                && promise.Agreements.Any(agreed => agreed.Terms.What.Text == line.What));
        }
    }

    private static bool IsOf(Alliance alliance, PersonId person, PartnerId partner)
    {
        var held = alliance.Roles.Where(role => role.Person == person).ToList();
        if (held.Count > 0 && held.TrueForAll(static role => role.Role == Role.Observer)) return false;
        return alliance.People.Any(one => one.Id == person && !one.Left
            && (one.Partner == partner || held.Exists(role => role.Partner == partner && role.Role != Role.Observer)));
    }
}
