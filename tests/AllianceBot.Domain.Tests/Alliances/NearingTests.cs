using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Near a limit administrators are told, once each time it gets there.</summary>
public sealed class NearingTests
{
    [Fact]
    public void At_nine_tenths_of_the_partners_the_administrators_are_told_once()
    {
        var spec = Spec.Given([.. Enumerable.Range(1, 85).Select(static n => new PartnerAdded(new($"p{n}"), Say($"Partner {n}"), PartnerKind.Other))]);
        spec.When(new AddPartner(new("p90"), Say("Ninetieth"), PartnerKind.Other, Spec.Ask(1)), by: Dale)
            .ThenToldAmongOthers("limit.near -> dale");
        Assert.Equal(
            "what=limit.partners count=90 limit=100",
            string.Join(' ', spec.Told().Single(static notice => notice.Kind == "limit.near").Facts.Select(static fact => $"{fact.Name}={fact.Value}")));
        spec.When(new AddPartner(new("p91"), Say("Next"), PartnerKind.Other, Spec.Ask(2)), by: Dale);
        Assert.DoesNotContain(spec.Told(), static notice => notice.Kind == "limit.near");
    }

    [Fact]
    public void Each_further_crossing_is_told_again()
    {
        var spec = Spec.Given([.. Enumerable.Range(1, 49).Select(static n => (AllianceEvent)new GoalSet(new($"g{n}"), Say($"Goal {n}"), null))]);
        Assert.Empty(Near(spec, "g50"));
        var goals = Spec.Given([.. Enumerable.Range(1, 52).Select(static n => (AllianceEvent)new GoalSet(new($"g{n}"), Say($"Goal {n}"), null))]);
        Assert.Single(Near(goals, "g53"));
        goals.When(new RemoveGoal(new("g1"), Spec.Ask(8)), by: Dale);
        Assert.Single(Near(goals, "g54"));
        Assert.Empty(Near(goals, "g55"));
    }

    [Fact]
    public void Open_promises_count_and_ended_ones_do_not()
    {
        var requested = Enumerable.Range(1, Limits.OpenPromises * 9 / 10 - 1).Select(static n =>
            (AllianceEvent)new CommitmentRequested(new($"c{n}"), n, Referral.Terms, null, true, Local(2026, 11, 28, 0, 0)) { By = Ana }).ToList();
        var spec = Spec.Given([.. requested, new CommitmentWithdrawn(new("c1"), null) { By = Ana }]);
        spec.When(new RequestCommitment(new("almost"), Spec.Ask(1), Referral.Terms, null, true), by: Ana);
        Assert.DoesNotContain(spec.Told(), static notice => notice.Kind == "limit.near");
        spec.When(new RequestCommitment(new("near"), Spec.Ask(2), Referral.Terms, null, true), by: Ana);
        Assert.Single(spec.Told(), static notice => notice.Kind == "limit.near");
    }

    [Fact]
    public void Open_decisions_and_a_partners_holidays_count_too()
    {
        var proposed = Enumerable.Range(1, (Limits.OpenDecisions * 9 / 10) - 1).Select(static n => (AllianceEvent)new DecisionProposed(new($"d{n}"), n, Fair.Proposal, [Harbor, Lakeside]) { By = Ana }).ToArray();
        var spec = Spec.Given(proposed);
        spec.When(new ProposeDecision(new("near"), Spec.Ask(1), Fair.Proposal), by: Ana);
        Assert.Single(spec.Told(), static notice => notice.Kind == "limit.near" && notice.Facts.Any(static fact => fact.Value == "limit.decisions"));
        spec.When(new ProposeDecision(new("next"), Spec.Ask(2), Fair.Proposal), by: Ana);
        Assert.DoesNotContain(spec.Told(), static notice => notice.Kind == "limit.near");

        var days = Enumerable.Range(0, Limits.Holidays * 9 / 10).Select(static n => new Holiday(Start(n), Start(n), null)).ToValueList();
        var free = Spec.Given();
        free.When(new AddHolidays(Harbor, days.Take(days.Count - 1).ToValueList(), Merge: false, Spec.Ask(1)), by: Tom);
        Assert.DoesNotContain(free.Told(), static notice => notice.Kind == "limit.near");
        free.When(new AddHolidays(Harbor, [days[^1]], Merge: false, Spec.Ask(2)), by: Tom);
        Assert.Single(free.Told(), static notice => notice.Kind == "limit.near" && notice.Facts.Any(static fact => fact.Value == "limit.holidays"));

        static NodaTime.LocalDate Start(int n) => new NodaTime.LocalDate(2026, 12, 1).PlusDays(2 * n);
    }

    private static IEnumerable<Notice> Near(Spec spec, string goal) =>
        spec.When(new SetGoal(new(goal), Say(goal), null, new(goal)), by: Dale).Told().Where(static notice => notice.Kind == "limit.near");
}
