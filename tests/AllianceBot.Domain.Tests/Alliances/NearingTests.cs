using NodaTime;
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

        static LocalDate Start(int n) => new LocalDate(2026, 12, 1).PlusDays(2 * n);
    }

    [Fact]
    public void A_partners_notes_are_told_to_its_managers_when_no_more_fit()
    {
        var spec = Spec.Given([.. Enumerable.Range(1, PartnerNotes.Most - 2).Select(static n => new PartnerNoteAdded(Lakeside, Say($"Note {n}")))]);
        spec.When(new AddPartnerNote(Lakeside, Say("One but the last"), Spec.Ask(1)), by: Ruth);
        Assert.DoesNotContain(spec.Told(), static notice => notice.Kind == "limit.near");
        spec.When(new AddPartnerNote(Lakeside, Say("The last"), Spec.Ask(2)), by: Ruth);
        var told = spec.Told().Single(static notice => notice.Kind == "limit.near");
        Assert.Equal(Addressee.Managers(Lakeside), told.To);
        Assert.Contains(new Fact("what", "limit.partner-notes"), told.Facts);
    }

    [Fact]
    public void What_is_somebodys_own_is_told_to_that_one_alone_and_never_falls_back()
    {
        var begun = new LocalDate(2027, 1, 1);
        var away = Spec.Given([.. Enumerable.Range(0, (Limits.Absences * 9 / 10) - 1).Select(n => (AllianceEvent)new AbsenceAnnounced(
            Mei, begun.PlusDays(7 * n), begun.PlusDays((7 * n) + 1), null) { By = Mei })]);
        away.When(new AnnounceAbsence(begun.PlusDays(300), begun.PlusDays(301), null, Spec.Ask(1)), by: Mei);
        AssertOwn(away, "limit.absences", Mei);

        var matter = Say("The form was late");
        var concerned = Spec.Given([.. Enumerable.Range(1, (Limits.OpenConcernsOfOne * 9 / 10) - 1).Select(n => (AllianceEvent)new ConcernRaised(
            new($"concern{n}"), matter, ConflictKind.MissedCommitment, [Mei], null, null) { By = Ana })]);
        concerned.When(new RaiseConcern(new("near"), Spec.Ask(2), matter, ConflictKind.MissedCommitment, [Mei], null), by: Ana);
        AssertOwn(concerned, "limit.concerns", Ana);

        static void AssertOwn(Spec spec, string what, PersonId person)
        {
            var told = spec.Told().Single(static notice => notice.Kind == "limit.near");
            Assert.Equal(Addressee.Person(person), told.To);
            Assert.False(told.MayFallBack);
            Assert.Contains(new Fact("what", what), told.Facts);
        }
    }

    public static TheoryData<string> Counted => [.. Many.Keys];

    /// <summary>What makes one more of them, the nth time.</summary>
    private static readonly Dictionary<string, (int Limit, Func<int, AllianceEvent> Nth)> Many = new(StringComparer.Ordinal)
    {
        ["processes"] = (Limits.Processes, static n => new ProcessStarted(new($"process{n}"), n, Ladder.Text)),
        ["indicators"] = (Limits.Indicators, static n => new IndicatorAgreed(new($"i{n}"), n, JobsCounted.Terms)),
        ["readings"] = (Limits.Readings, static n => n == 0
            ? new IndicatorAgreed(new("i1"), 1, JobsCounted.Terms) : new IndicatorRead(new("i1"), n, n, new(2026, 11, 1), null, null)),
        ["stories"] = (Limits.OpenStories, static n => new StoryTold(new($"s{n}"), Say("A story"), [Harbor, Lakeside], Local(2026, 12, 1, 0, 0))),
        ["rounds"] = (Limits.Rounds, static n => new RoundPlanned(new($"r{n}"), n, [])),
        ["round-lines"] = (Limits.RoundLines, static n => n == 0
            ? new RoundPlanned(new("r"), 1, []) : new LineCaught(new("r"), 1, n, LineKind.Agreement, Say("A line"), null, null, null, null)),
        ["round-words"] = (Limits.RoundWords, static n => n == 0
            ? new RoundPlanned(new("r"), 1, []) : new WordGiven(new("r"), 1, Harbor, Ana, Say("A word"), null, Passed: false, ReadOut: false, Alone: true) { Ask = new($"w{n}") }),
    };

    [Theory]
    [MemberData(nameof(Counted))]
    public void Each_kind_is_told_once_on_the_way_to_nine_tenths(string what)
    {
        var (limit, nth) = Many[what];
        var state = Spec.Given().State;
        var told = new List<int>();
        for (var n = 0; n <= limit; n++)
        {
            var happened = nth(n) with { By = Ana, At = Now };
            var after = AllianceDecider.Evolve(state, happened);
            var near = Nearing.For(state, happened, after);
            if (near.Count > 0)
            {
                Assert.Contains(new Fact("what", $"limit.{what}"), near[0].Facts);
                told.Add(int.Parse(near[0].Facts.Single(static fact => fact.Name == "count").Value, System.Globalization.CultureInfo.InvariantCulture));
            }

            state = after;
        }

        Assert.Equal([limit - (limit / 10)], told);
    }

    private static IEnumerable<Notice> Near(Spec spec, string goal) =>
        spec.When(new SetGoal(new(goal), Say(goal), null, new(goal)), by: Dale).Told().Where(static notice => notice.Kind == "limit.near");
}
