using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>Hours that are promised, what was set for them, and who reads what of it.</summary>
public sealed class LoadTests
{
    private static readonly YearMonth December = new(2026, 12);

    [Fact]
    public void N8_With_10_of_12_hours_promised_a_request_of_4_warns_the_doer_on_the_card()
    {
        var spec = TenOfTwelve().When(Request("new", 4), Ana);
        var line = Assert.Single(Load(spec, Mei));
        Assert.Equal((LoadLineKind.Own, 10, 12, 4, true), (line.Kind, line.Effort.Hours, line.Budget, line.Adds, line.IsPast));
    }

    [Fact]
    public void N8_Own_managers_read_the_figures_and_the_other_side_reads_only_near()
    {
        var spec = TenOfTwelve().When(Request("new", 4), Ana);
        Assert.Equal(LoadLineKind.Person, Assert.Single(Load(spec, Ruth)).Kind);
        Assert.Equal(new LoadLine(LoadLineKind.Near, December, Who: Mei), Assert.Single(Load(spec, Ana)));
        Assert.Equal(LoadLineKind.Near, Assert.Single(Load(spec, Tom)).Kind);
        Assert.Null(CommitmentViews.Card(spec.State, new PersonReader(Priya), new("new"), Now)?.Inside);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public void N8_Near_does_not_depend_on_what_is_asked_so_nobody_finds_the_figure_by_asking(int hours) =>
        Assert.Empty(Load(Spec.Given(new PersonBudgetSet(Mei, 20)).When(Request("new", hours), Ana), Ana));

    [Fact]
    public void N8_The_home_managers_are_told_once_when_it_goes_past()
    {
        var spec = TenOfTwelve().When(Request("new", 4), Ana);
        spec.When(new AcceptCommitment(new("new"), 1, Spec.Ask(40), null), Mei).ThenToldAmongOthers("load.past-person -> ruth");
        spec.When(Request("more", 1), Ana).When(new AcceptCommitment(new("more"), 1, Spec.Ask(41), null), Mei);
        Assert.DoesNotContain(spec.Told(), static notice => notice.Kind == "load.past-person");
    }

    [Fact]
    public void N8_What_fits_is_told_to_nobody()
    {
        var spec = TenOfTwelve().When(Request("new", 2), Ana).When(new AcceptCommitment(new("new"), 1, Spec.Ask(40), null), Mei);
        Assert.DoesNotContain(spec.Told(), static notice => notice.Kind.StartsWith("load.", StringComparison.Ordinal));
    }

    [Fact]
    public void Hours_that_were_spent_count_instead_of_the_estimate()
    {
        var spec = TenOfTwelve();
        spec.When(new ReportDone(new("old"), Revision(spec, "old"), Spec.Ask(50), null) { Hours = 3 }, Mei, Local(2026, 12, 1, 10, 0));
        Assert.Equal(new Effort(3, 1, 0), LoadPlan.OfPerson(spec.State, Mei, December, Local(2026, 12, 1, 11, 0)));
        var inside = CommitmentViews.Card(spec.State, new PersonReader(Ana), new("old"), Local(2026, 12, 1, 11, 0))!.Inside!;
        Assert.Null(inside.Report!.Hours);
        Assert.Equal(3, CommitmentViews.Card(spec.State, new PersonReader(Mei), new("old"), Local(2026, 12, 1, 11, 0))!.Inside!.Report!.Hours);
    }

    [Fact]
    public void Of_what_repeats_every_date_of_the_month_counts()
    {
        var weekly = Referral.Terms with { Repeats = new(RepeatUnit.Weeks, 1, new(2027, 1, 31)) };
        var spec = Spec.Given().When(new RequestCommitment(Referral.Id, Spec.Ask(1), weekly, null, true) { Estimate = 2 }, Ana).Accept(Mei);
        // 4, 11, 18 and 25 December, of which the first is there.
        Assert.Equal(new Effort(8, 4, 0), LoadPlan.OfPerson(spec.State, Mei, December, Now));
        Assert.Equal(new Effort(10, 5, 0), LoadPlan.OfPerson(spec.State, Mei, December.PlusMonths(1), Now));
    }

    [Fact]
    public void What_nobody_estimated_is_counted_as_such()
    {
        var spec = TenOfTwelve().When(Request("new", null), Ana).When(new AcceptCommitment(new("new"), 1, Spec.Ask(40), null), Mei);
        Assert.Equal(new Effort(10, 2, 1), LoadPlan.OfPerson(spec.State, Mei, December, Now));
        spec.When(new EstimateCommitment(new("new"), Revision(spec, "new"), Spec.Ask(42), 5), Mei).ThenHappened<CommitmentEstimated>();
        Assert.Equal(15, LoadPlan.OfPerson(spec.State, Mei, December, Now).Hours);
        spec.When(new EstimateCommitment(new("new"), Revision(spec, "new"), Spec.Ask(43), 5), Ana).ThenRefused(Refusal.NotYours);
    }

    [Fact]
    public void Each_sets_the_own_budget_and_a_manager_the_partners()
    {
        Spec.Given().When(new SetOwnBudget(12, Spec.Ask(1)), Mei).Then(new PersonBudgetSet(Mei, 12)).ThenTold();
        Spec.Given().When(new SetPartnerBudget(Lakeside, 40, Spec.Ask(1)), Ruth).Then(new PartnerBudgetSet(Lakeside, 40));
        Spec.Given().When(new SetPartnerBudget(Lakeside, 40, Spec.Ask(1)), Mei).ThenRefused(Refusal.NotYours);
        Spec.Given().When(new SetPartnerBudget(Lakeside, 40, Spec.Ask(1)), Dale).ThenRefused(Refusal.NotYours);
        Spec.Given().When(new SetOwnBudget(0, Spec.Ask(1)), Mei).ThenRefused(LoadDecider.BadHours);
        Spec.Given().When(new SetOwnBudget(10_000, Spec.Ask(1)), Mei).ThenRefused(LoadDecider.BadHours);
    }

    [Fact]
    public void Load_shows_the_own_figures_to_managers_their_peoples_and_the_spread_to_the_facilitator()
    {
        var spec = TenOfTwelve();
        var mine = LoadViews.Of(spec.State, Mei, Now)!;
        Assert.Equal((12, 10), (mine.Own.Budget, mine.Own.Months[1].Effort.Hours));
        Assert.Empty(mine.Partners);
        Assert.Null(mine.Concentration);
        var ruth = Assert.Single(LoadViews.Of(spec.State, Ruth, Now)!.Partners);
        Assert.Contains(ruth.People, static person => person.Person.Id == Mei && person.Months[1].Effort.Hours == 10);
        Assert.DoesNotContain(LoadViews.Of(spec.State, Tom, Now)!.Partners.SelectMany(static one => one.People), static one => one.Person.Id == Mei);
        Assert.Null(LoadViews.Of(spec.State, Stranger, Now));
    }

    [Fact]
    public void N2_A_promise_that_lifts_the_top_share_over_the_ceiling_warns_both_sides_before_it_is_agreed()
    {
        var spec = Spread(ceiling: 60).When(Request("new", 8), Ana);
        foreach (var reader in (PersonId[])[Mei, Ana])
        {
            var line = Assert.Single(Load(spec, reader), static line => line.Kind == LoadLineKind.Concentrated);
            Assert.Equal((60, default, null, null), (line.Ceiling, line.Effort, line.Budget, line.Who));
        }

        Assert.DoesNotContain(Load(Spread(ceiling: 0).When(Request("new", 8), Ana), Mei), static line => line.Kind == LoadLineKind.Concentrated);
        Assert.DoesNotContain(Load(Spread(ceiling: 90).When(Request("new", 8), Ana), Mei), static line => line.Kind == LoadLineKind.Concentrated);
    }

    [Fact]
    public void N2_The_figures_are_the_shares_of_the_top_and_the_sum_of_squares()
    {
        var spread = Concentration.Of(Spread(ceiling: 60).State)!;
        // Lakeside 5 of 10 hours, Workforce 3, Harbor 2: squares 0.25, 0.09 and 0.04.
        Assert.Equal((50, 50, 3_800, 60, 5), (spread.TopPerson, spread.TopPartner, spread.Herfindahl, spread.Ceiling, spread.Promises));
        Assert.Equal(spread, LoadViews.Of(Spread(ceiling: 60).State, Sam, Now)!.Concentration);
        Assert.Null(Concentration.Of(TenOfTwelve().State));
    }

    private static Spec TenOfTwelve() => Agreed(Spec.Given(new PersonBudgetSet(Mei, 12)), "old", 10, Mei, Lakeside, Ana, Harbor);

    private static Spec Spread(int ceiling)
    {
        var spec = Spec.Given(new SettingsChanged(Settings.Default with { LoadCeiling = ceiling }));
        Agreed(spec, "a", 2, Mei, Lakeside, Ana, Harbor);
        Agreed(spec, "b", 3, Mei, Lakeside, Ana, Harbor);
        Agreed(spec, "c", 3, Priya, Workforce, Ana, Harbor);
        Agreed(spec, "d", 1, Ana, Harbor, Priya, Workforce);
        return Agreed(spec, "e", 1, Ana, Harbor, Priya, Workforce);
    }

    private static Spec Agreed(Spec spec, string id, int hours, PersonId doer, PartnerId doing, PersonId receiver, PartnerId receiving)
    {
        var terms = Referral.Terms with { Doer = doer, DoerPartner = doing, Receiver = receiver, ReceiverPartner = receiving };
        return spec
            .When(new RequestCommitment(new(id), new($"ask-{id}"), terms, null, true) { Estimate = hours }, receiver)
            .When(new AcceptCommitment(new(id), 1, new($"yes-{id}"), null), doer);
    }

    private static RequestCommitment Request(string id, int? hours) =>
        new(new(id), new($"ask-{id}"), Referral.Terms, null, true) { Estimate = hours };

    private static int Revision(Spec spec, string id) => spec.State.Commitments[new(id)].Revision;

    private static ValueList<LoadLine> Load(Spec spec, PersonId reader) =>
        CommitmentViews.Card(spec.State, new PersonReader(reader), new("new"), Now)!.Inside!.Load;
}
