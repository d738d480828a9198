using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static AllianceBot.Domain.Tests.Riverbend;

namespace AllianceBot.Domain.Tests;

/// <summary>What holds whatever people do: each law over random stories of <see cref="PromiseWorld"/>, shrunk to a short one.</summary>
public sealed class PromiseLawTests
{
    private static readonly Dictionary<PersonId, PartnerId?> Home = new()
    {
        [Ana] = Harbor,
        [Tom] = Harbor,
        [Priya] = Workforce,
        [Dale] = Workforce,
        [Mei] = Lakeside,
        [Ruth] = Lakeside,
        [Jonas] = Cedar,
        [Sam] = null,
    };

    /// <summary>Asked twice nothing more; the clock moves on and binds nobody; due index and refold equal the state.</summary>
    [Fact]
    public void C6_H1_Whatever_people_do_the_laws_hold_at_every_step() => Holds(static _ => true, runs: 150);

    [Fact]
    public void Stories_get_everywhere()
    {
        var seen = new SortedSet<CommitmentState>();
        Holds(
            world =>
            {
                foreach (var promise in world.State.Commitments) seen.Add(promise.State);
                return true;
            },
            runs: 300);
        Assert.Equal(Enum.GetValues<CommitmentState>(), seen);
    }

    [Fact]
    public void H2_A_card_offers_exactly_what_would_not_be_refused() => Holds(static world =>
    {
        foreach (var promise in world.State.Commitments)
        {
            foreach (var person in Everyone)
            {
                var offered = CommitmentViews.Card(world.State, new PersonReader(person), promise.Id, world.At)?.Acts ?? [];
                foreach (var act in Enum.GetValues<CommitmentAct>())
                {
                    if (act == CommitmentAct.Extend || world.For(act, promise, person) is not { } command) continue;
                    var happened = world.Decide(command, person) is Outcome.Happened { Events.Count: > 0 };
                    if (IsTwin(act, offered)) continue;
                    Assert.True(happened == offered.Contains(act), $"{person} {act} on {promise.State}: {world.Decide(command, person)}");
                }
            }
        }

        return true;
    });

    [Fact]
    public void Who_may_not_see_learns_nothing() => Holds(static world =>
    {
        foreach (var promise in world.State.Commitments)
        {
            foreach (var person in Everyone.Add(Stranger))
            {
                var card = CommitmentViews.Card(world.State, new PersonReader(person), promise.Id, world.At);
                Assert.Equal(Sees(promise, person), card is not null);
                Assert.Equal(IsInside(promise, person), card?.Inside is not null);
                if (IsInside(promise, person)) continue;
                Assert.DoesNotContain(
                    CommitmentViews.List(world.State, person, CommitmentList.Waiting, world.At).Lines, line => line.Id == promise.Id);
                var unknown = promise with { Id = new("unknown") };
                foreach (var act in Enum.GetValues<CommitmentAct>())
                {
                    if (world.For(act, promise, person) is { } command) Assert.Equal(Refusal.NotYours, Refused(world, command, person));
                    if (world.For(act, unknown, person) is { } other) Assert.Equal(Refusal.NotYours, Refused(world, other, person));
                }
            }
        }

        return true;
    });

    [Fact]
    public void Every_promise_that_has_not_ended_has_a_way_forward() => Holds(static world =>
    {
        foreach (var promise in world.State.Commitments.Where(static promise => !promise.State.IsEnded()))
        {
            var acts = Everyone.SelectMany(person =>
                CommitmentViews.Card(world.State, new PersonReader(person), promise.Id, world.At)?.Acts ?? []);
            Assert.Contains(acts, static act => act is not (CommitmentAct.Ask or CommitmentAct.Note or CommitmentAct.HandOver));
        }

        return true;
    });

    [Fact]
    public void Every_view_is_made_for_everybody_without_a_fault() => Holds(static world =>
    {
        foreach (var person in Everyone.Add(Stranger))
        {
            foreach (var list in Enum.GetValues<CommitmentList>()) _ = CommitmentViews.List(world.State, person, list, world.At);
            _ = CheckInViews.Open(world.State, person, world.At);
            foreach (var checkIn in world.State.CheckIns)
            {
                var card = CheckInViews.Card(world.State, new PersonReader(person), checkIn.Id, world.At);
                if (card is not null && card.Acts.Any(static act => act != CheckInAct.Seen)) Assert.Equal(checkIn.Person, person);
            }

            foreach (var promise in world.State.Commitments)
            {
                _ = CommitmentViews.Find(world.State, person, $"p{promise.Number}");
                foreach (var kind in Enum.GetValues<CommitmentFormKind>())
                {
                    _ = CommitmentViews.Form(world.State, person, kind, promise.Id, new(), world.At);
                }
            }
        }

        return true;
    });

    /// <summary>One command stands for two acts: who refuses and who takes back is told by the side.</summary>
    private static bool IsTwin(CommitmentAct act, ValueList<CommitmentAct> offered) => act switch
    {
        CommitmentAct.RefuseReplacement => offered.Contains(CommitmentAct.RetractReplacement),
        CommitmentAct.RetractReplacement => offered.Contains(CommitmentAct.RefuseReplacement),
        CommitmentAct.RefuseCorrection => offered.Contains(CommitmentAct.RetractCorrection),
        CommitmentAct.RetractCorrection => offered.Contains(CommitmentAct.RefuseCorrection),
        _ => false,
    };

    private static Refusal? Refused(PromiseWorld world, Command command, PersonId person) =>
        (world.Decide(command, person) as Outcome.Refused)?.Refusal;

    // The oracle: rules 3, said a second time and without the code that is tested.
    private static bool IsInside(Commitment promise, PersonId person) =>
        Home.TryGetValue(person, out var home)
        && (person == Sam || home == promise.Terms.DoerPartner || home == promise.Terms.ReceiverPartner);

    private static bool Sees(Commitment promise, PersonId person)
    {
        if (IsInside(promise, person)) return true;
        var agreed = promise.State is not (CommitmentState.Requested or CommitmentState.Offered or CommitmentState.Countered
            or CommitmentState.Declined or CommitmentState.Withdrawn or CommitmentState.Lapsed);
        var funded = person == Jonas && (promise.Terms.DoerPartner == Harbor || promise.Terms.ReceiverPartner == Harbor);
        return Home.ContainsKey(person) && promise.SeenByAll && agreed && !funded;
    }

    private static void Holds(Func<PromiseWorld, bool> law, int runs = 60)
    {
        // Fixed, so that a red run can be looked at again; change it to look elsewhere.
        var seed = Config.QuickThrowOnFailure.WithReplay(20261120, 1);
        var stories = Arb.From(
            Gen.Choose(0, int.MaxValue - 1).ArrayOf(100),
            static story => Enumerable.Range(0, story.Length).Select(at => story.Where((_, step) => step != at).ToArray()));
        Prop.ForAll(stories, story => law(PromiseWorld.Of(story)))
            .Check(seed.WithMaxTest(runs).WithQuietOnSuccess(true));
    }
}
