using NodaTime;
using Xunit;

namespace AllianceBot.Domain.Tests;

/// <summary>What must hold for cases after every step of every story.</summary>
internal static class CaseLaws
{
    public static void Hold(Taken taken)
    {
        if (taken.Events.Count == 0) return;
        foreach (var one in taken.After.Cases)
        {
            ThereIsAWayForward(taken.After, one, taken.Context.At);
            NoClockInThePast(taken, one);
        }

        foreach (var moved in taken.Events.OfType<CaseMoved>()) OnlyListedGroundsSkip(taken, moved);
        OneStepAfterAnOutage(taken);
        NothingGoesAstray(taken);
    }

    /// <summary>While two parties are there that can speak, somebody can move it on; otherwise the clock or the ending does.</summary>
    private static void ThereIsAWayForward(Alliance alliance, Case one, Instant now)
    {
        if (!one.IsOpen) return;
        var waits = alliance.Due.Of(one.Id) is not null || (one.Review?.Decision is { } id && alliance.Decisions[id].IsOpen);
        Assert.True(waits, $"{one.Id} is {one.State} and the clock waits for nothing.");
        if (CaseRights.Active(alliance, one).Count == 0) return;
        Assert.True(
            alliance.People.Any(person => CaseViews.Acts(alliance, one, person.Id, now).Any(static act => act is not (CaseAct.Note or CaseAct.RaiseLevel))),
            $"Nobody can move {one.Id} on from {one.State}.");
    }

    private static void NoClockInThePast(Taken taken, Case one)
    {
        if (taken.Before.Cases.Find(one.Id) == one) return;
        foreach (var timer in CaseClock.TimersOf(taken.After, one))
        {
            var before = taken.Before.Cases.Find(one.Id);
            // What the clock was about to take is no new clock.
            var was = before is not null && before.IsOpen && CaseClock.TimersOf(taken.Before, before).Any(old => old.Step == timer.Step && old.At <= taken.Context.At);
            Assert.True(timer.At > taken.Context.At || was, $"{one.Id} waits for {timer} at {taken.Context.At}");
        }
    }

    private static void OnlyListedGroundsSkip(Taken taken, CaseMoved moved)
    {
        var before = taken.Before.Cases.Find(moved.Case)?.Rung ?? 0;
        if (moved.Rung <= before + 1) return;
        Assert.Equal(CaseMove.Skipped, moved.How);
        var skip = taken.Before.Cases[moved.Case].Skip!;
        Assert.InRange(skip.Ground, 1, CaseLadder.TextOf(taken.Before, taken.Before.Cases[moved.Case]).Grounds.Count);
        Assert.Equal(skip.Confirmer, moved.By);
    }

    private static void OneStepAfterAnOutage(Taken taken)
    {
        if (taken.Command is not ClockStruck || taken.Context.By != PersonId.Clock) return;
        foreach (var moved in taken.Events.OfType<CaseTimesMoved>())
        {
            // What the others decided in its review meanwhile is a step of that decision, not of the case.
            if (taken.Before.Cases[moved.Case].Review?.Decision is { } review && !taken.After.Decisions[review].IsOpen) continue;
            Assert.Single(taken.Events.OfType<CaseEvent>(), happened => happened.Case == moved.Case && happened.By == PersonId.Clock && happened is not CaseLevelRaised);
        }

        foreach (var steps in taken.Events.OfType<CaseMoved>().GroupBy(static moved => moved.Case)) Assert.Single(steps);
    }

    private static void NothingGoesAstray(Taken taken)
    {
        var state = taken.Before;
        foreach (var happened in taken.Events)
        {
            var after = AllianceDecider.Evolve(state, happened);
            foreach (var notice in AllianceDecider.Notices(state, happened, after).Where(static notice => Confidential.Is(notice.Subject)))
            {
                Assert.False(notice.MayFallBack);
                Assert.NotEqual(AddresseeRole.Home, notice.To.Role);
            }

            state = after;
        }
    }
}
