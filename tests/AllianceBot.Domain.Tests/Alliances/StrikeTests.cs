using NodaTime;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>The clock's door: each due item on its own, one step a ladder, and nothing held up by a bad one.</summary>
public sealed class StrikeTests
{
    private static readonly CommitmentId Form = new("form");
    private static readonly CommitmentId Fair = new("fair");

    private static RequestCommitment Request(CommitmentId id, int ask) => new(
        id, Spec.Ask(ask), new(Say("Referral form"), Say("It is live"), new(2026, 12, 18), Lakeside, Mei, Harbor, Ana, null), null, true);

    private static Spec TwoRequests() => Spec.Given()
        .When(Request(Form, 1), Ana).ThenHappened<CommitmentRequested>()
        .When(Request(Fair, 2), Ana).ThenHappened<CommitmentRequested>();

    [Fact]
    public void C6_A_strike_for_an_instant_that_the_state_no_longer_holds_appends_nothing()
    {
        var spec = TwoRequests();
        var due = spec.State.NextDue!.Value;
        spec.WhenClock(due - Duration.FromSeconds(1)).ThenNothing();
        spec.When(new DeclineCommitment(Form, 1, Spec.Ask(3), Say("No room")), Mei).ThenHappened<CommitmentDeclined>()
            .When(new DeclineCommitment(Fair, 1, Spec.Ask(4), Say("No room")), Mei).ThenHappened<CommitmentDeclined>()
            .WhenClock(due).ThenNothing()
            .ThenState(static alliance => Assert.Null(alliance.NextDue));
    }

    [Fact]
    public void C4_After_an_outage_every_item_takes_one_step_and_the_clock_moves_on()
    {
        var spec = TwoRequests();
        var late = spec.State.NextDue!.Value + Duration.FromDays(60);
        spec.WhenClock(late);
        Assert.Equal(2, spec.Events.Count);
        Assert.True(spec.State.NextDue > late);
        spec.WhenClock(late).ThenNothing();
    }

    [Fact]
    public void Only_the_clock_strikes() => TwoRequests()
        .When(new ClockStruck(Spec.Ask(9)), Dale, Now + Duration.FromDays(20)).ThenRefused(Refusal.NotYours);

    [Fact]
    public void An_item_that_goes_wrong_is_parked_by_the_kind_of_fault_and_the_others_go_on()
    {
        var alliance = TwoRequests().State;
        var due = alliance.NextDue!.Value;
        var broken = alliance with { Commitments = alliance.Commitments.With(Form, alliance.Commitments[Form] with { Answer = null }) };
        var outcome = Assert.IsType<Outcome.Happened>(Strike(broken, due));
        var parked = Assert.Single(outcome.Events.OfType<ItemParked>());
        Assert.Equal((Form, nameof(NullReferenceException)), (new CommitmentId(parked.Subject.Id), parked.Problem));
        Assert.Single(outcome.Events.OfType<CommitmentEvent>(), static happened => happened.Commitment == Fair);
        var after = outcome.Events.Aggregate(broken, AllianceDecider.Evolve);
        Assert.Null(after.Due.Of(Form));
        Assert.Equal(Form.Value, Assert.Single(AllianceViews.Card(after, new PersonReader(Sam))!.Parked).Subject.Id);
        Assert.Empty(AllianceViews.Card(after, new PersonReader(Ana))!.Parked);
        var notice = Assert.Single(AllianceDecider.Notices(broken, parked, after));
        Assert.Equal([Sam], Addressees.Resolve(after, notice));
    }

    [Fact]
    public void A_parked_item_is_under_the_clock_again_once_somebody_acts_on_it()
    {
        var alliance = TwoRequests().State;
        var parked = AllianceDecider.Evolve(alliance, new ItemParked(Form, "Fault") { At = Now, By = PersonId.Clock, Ask = Spec.Ask(8) });
        Assert.Null(parked.Due.Of(Form));
        var acted = (Outcome.Happened)AllianceDecider.Decide(
            parked, new AddNote(Form, 1, Spec.Ask(9), Say("Where are we?"), true), new(Mei, Now));
        var after = acted.Events.Aggregate(parked, AllianceDecider.Evolve);
        Assert.Empty(after.Parked);
        Assert.NotNull(after.Due.Of(Form));
    }

    [Fact]
    public void An_item_that_does_not_move_on_is_pushed_by_an_hour()
    {
        var alliance = TwoRequests().State;
        var at = Now + Duration.FromHours(1);
        var stuck = alliance with { Due = alliance.Due.With(Form, at) };
        var outcome = Assert.IsType<Outcome.Happened>(Strike(stuck, at));
        var pushed = Assert.IsType<ItemPushed>(Assert.Single(outcome.Events));
        Assert.Equal(at + Duration.FromHours(1), pushed.Until);
        Assert.True(outcome.Events.Aggregate(stuck, AllianceDecider.Evolve).Due.Of(Form) >= pushed.Until);
    }

    private static Outcome Strike(Alliance alliance, Instant at) =>
        AllianceDecider.Decide(alliance, new ClockStruck(new AskId("strike")), new(PersonId.Clock, at));
}
