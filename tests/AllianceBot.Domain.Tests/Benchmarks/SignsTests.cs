using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>When the bot offers a round by itself: privately, once in a while, and only when signs show.</summary>
public sealed class SignsTests
{
    private static readonly CommitmentId Form = new("form");

    [Fact]
    public void The_same_promise_moved_three_times_offers_a_round_to_the_facilitator_once()
    {
        var spec = Spec.Given().When(new RequestCommitment(Form, Spec.Ask(1), Circle.Form, null, true), by: Ana);
        spec.When(new AcceptCommitment(Form, 1, Spec.Ask(2), null), by: Mei);
        for (var move = 1; move <= 2; move++) Move(spec, move);
        Assert.DoesNotContain(spec.Events, static happened => happened is RoundOffered);
        Move(spec, 3);
        spec.ThenHappened<RoundOffered>(static happened => happened.Signs == [RoundSign.SamePromiseSlips]).ThenToldAmongOthers("benchmarks.offered -> sam");
        Move(spec, 4);
        Assert.DoesNotContain(spec.Events, static happened => happened is RoundOffered);
    }

    [Fact]
    public void While_a_round_runs_none_is_offered()
    {
        var spec = Circle.Started().When(new RequestCommitment(Form, Spec.Ask(1), Circle.Form, null, true), by: Ana);
        spec.When(new AcceptCommitment(Form, 1, Spec.Ask(2), null), by: Mei);
        for (var move = 1; move <= 4; move++)
        {
            Move(spec, move);
            Assert.DoesNotContain(spec.Events, static happened => happened is RoundOffered);
        }
    }

    [Fact]
    public void Answers_that_stay_away_are_a_sign()
    {
        var spec = Spec.Given().When(new RequestCommitment(Form, Spec.Ask(1), Circle.Form with { Due = new(2027, 1, 29) }, null, true), by: Ana);
        spec.When(new AcceptCommitment(Form, 1, Spec.Ask(2), null), by: Mei);
        spec.WhenClockWalksTo(Local(2027, 3, 15, 12, 0)).ThenHappened<RoundOffered>(static happened => happened.Signs.Contains(RoundSign.FewerAnswers));
        Assert.Single(spec.Events.OfType<RoundOffered>());
    }

    private static void Move(Spec spec, int move)
    {
        var promise = spec.State.Commitments[Form];
        spec.When(new ProposeChange(Form, promise.Revision, Spec.Ask(100 + move), promise.Terms with { Due = promise.Terms.Due.PlusDays(7) }, null), by: Mei);
        spec.When(new AcceptChange(Form, spec.State.Commitments[Form].Revision, Spec.Ask(200 + move)), by: Ana);
    }
}
