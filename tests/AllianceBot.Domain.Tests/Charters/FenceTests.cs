using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

public sealed class FenceTests
{
    private static readonly Terms Dinner = Referral.Terms with { What = Say("A fundraising dinner") };

    [Theory]
    [InlineData("A fundraising dinner", "Joint fundraising")]
    [InlineData("Call ten fundraisers", "Joint fundraising")]
    [InlineData("One list of shared case files", "Shared case files")]
    [InlineData("Shared intake checklist", null)]
    [InlineData("Twenty signed consent forms", null)]
    [InlineData("", null)]
    public void N14_What_is_asked_for_is_held_against_what_the_alliance_does_not_do(string what, string? clause) =>
        Assert.Equal(clause, Fence.Touched(Spec.Given().State, what)?.Text.Text);

    [Fact]
    public void N14_A_request_in_an_excluded_area_says_so_before_it_is_sent_and_needs_both_sides_to_want_it_knowingly()
    {
        Referral.Requested(Dinner).ThenRefused("fence.excluded");
        var form = CommitmentViews.Form(Spec.Given().State, Ana, CommitmentFormKind.Request, null, new() { What = "A fundraising dinner" }, Now)!;
        Assert.Equal("Joint fundraising", form.Clause);
        Assert.Contains(form.Fields, static field => field.Field == CommitmentField.Outside);
        var knowing = Dinner with { Outside = Say("Joint fundraising").Id };
        var spec = Referral.Requested(knowing).ThenStands(CommitmentState.Requested);
        spec.Accept(Mei).ThenRefused("fence.both-sides");
        spec.Do(static (revision, ask) => new AcceptCommitment(Referral.Id, revision, ask, null) { Outside = true }, Mei).ThenStands(CommitmentState.Active);
        Assert.Equal("Joint fundraising", spec.Card(Ana)!.Outside);
    }

    [Fact]
    public void N14_A_change_that_leads_over_the_fence_needs_the_same()
    {
        var spec = Referral.Agreed();
        spec.Do(static (revision, ask) => new ProposeChange(Referral.Id, revision, ask, Dinner, null), Ana).ThenRefused("fence.excluded");
        spec.Do(static (revision, ask) => new ProposeChange(
            Referral.Id, revision, ask, Dinner with { Outside = Say("Joint fundraising").Id }, null), Ana).ThenStands(CommitmentState.ChangeProposed);
        spec.AcceptChange(Mei).ThenRefused("fence.both-sides");
        spec.Do(static (revision, ask) => new AcceptChange(Referral.Id, revision, ask) { Outside = true }, Mei).ThenStands(CommitmentState.Active);
    }

    [Fact]
    public void A13_Once_a_charter_holds_a_promise_serves_a_goal_or_none_by_choice()
    {
        var spec = Together.Adopted();
        var terms = Referral.Terms with { Goal = null };
        spec.When(new RequestCommitment(new("a"), Spec.Ask(500), terms, null, true), Ana).ThenRefused("fence.goal-or-none");
        spec.When(new RequestCommitment(new("b"), Spec.Ask(501), terms with { NoGoal = true }, null, true), Ana).ThenHappened<CommitmentRequested>();
        spec.When(new RequestCommitment(new("c"), Spec.Ask(502), terms with { Goal = new GoalId("g150") }, null, true), Ana)
            .ThenHappened<CommitmentRequested>();
    }

    [Fact]
    public void A_promise_is_not_handed_to_somebody_who_has_not_read_who_sees_what()
    {
        var spec = Together.Adopted().When(new ReadWhoSees(Spec.Ask(520)), Mei);
        spec.When(new RequestCommitment(Referral.Id, Spec.Ask(521), Referral.Terms with { Goal = null, NoGoal = true }, null, true), Ana);
        spec.Accept(Mei, Referral.AcceptedAt);
        spec.Do((revision, ask) => new HandOver(Referral.Id, revision, ask, Ruth), Ruth).ThenRefused("fence.read-first");
        spec.When(new ReadWhoSees(Spec.Ask(522)), Ruth);
        spec.Do((revision, ask) => new HandOver(Referral.Id, revision, ask, Ruth), Ruth).ThenHappened<CommitmentHandedOver>();
    }

    [Fact]
    public void Nothing_is_scheduled_for_somebody_who_has_not_read_who_sees_what()
    {
        var spec = Together.Adopted();
        spec.When(new RequestCommitment(Referral.Id, Spec.Ask(510), Referral.Terms with { Goal = null, NoGoal = true }, null, true), Ana);
        spec.Accept(Mei, Referral.AcceptedAt).ThenRefused("fence.read-first");
        Assert.True(WhoSees.Of(spec.State, Mei, spec.State.Id)!.MustRead);
        spec.When(new ReadWhoSees(Spec.Ask(511)), Mei).Then(new WhoSeesRead(Mei));
        spec.Accept(Mei, Referral.AcceptedAt).ThenStands(CommitmentState.Active);
    }
}
